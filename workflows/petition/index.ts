import type { StateValue } from 'xstate';

import { defineWorkflow, type Party, type Summary, type Workflow } from '#libs/engine';

import { petitionContract } from './contract.js';
import { petitionActs, RESIDENTS } from './petition.acts.js';
import { petitionClocks } from './petition.clocks.js';
import type { PetitionContext } from './petition.context.js';
import { petitionGuardTexts } from './petition.guards.js';
import { petitionMachine } from './petition.machine.js';
import { petitionPolicySchema, petitionPresets } from './petition.policy.js';
import { meetingContract } from '../meeting/contract.js';
import { petitionFields } from './petition.words.js';

export {
  PETITION_BASES,
  PETITION_RESULTS,
  petitionContract,
  type PetitionInput,
  type PetitionOutput,
} from './contract.js';
export type { PetitionContext } from './petition.context.js';

/** Who is related to a petition. Who signed is known to those who run it, and to nobody else. */
function partiesOf({ petitioner, signatures }: PetitionContext): Party[] {
  return [
    ...(petitioner === null ? [] : [{ relation: 'petitioner', person: petitioner }]),
    ...signatures.flatMap(({ person }) => (person === null ? [] : [{ relation: 'signer', person }])),
  ];
}

function stageOf(value: StateValue): string {
  const step = typeof value === 'string' ? value : Object.keys(value)[0];
  if (step === 'collecting' || step === 'checking') return 'collecting';
  if (step === 'mustCall' || step === 'overdue') return 'calling';
  return step === 'meeting' ? 'meeting' : 'ended';
}

function summaryOf({ title, unit, base }: PetitionContext, value: StateValue): Summary {
  return { title, unit, stage: stageOf(value), category: base, visibility: 'public', lookups: [] };
}

/** Enough residents ask for a meeting, and the committee must call it. */
export const petitionWorkflow: Workflow = defineWorkflow({
  name: 'petition',
  version: 1,
  texts: {
    label: { zh: '联名要求召开会议', en: 'Petition to call a meeting' },
    description: {
      zh: '五分之一以上的成年居民或者户、三分之一以上的居民小组联名，居委会必须在期限内召集会议。',
      en: 'One fifth of the adults or households, or one third of the groups, ask: the committee must call the meeting in time.',
    },
    stages: {
      collecting: { zh: '征集签名', en: 'Collecting' },
      calling: { zh: '应当召集', en: 'To be called' },
      meeting: { zh: '会议', en: 'Meeting' },
      ended: { zh: '已结束', en: 'Ended' },
    },
    relations: {
      petitioner: { zh: '发起人', en: 'Petitioner' },
      signer: { zh: '签名人', en: 'Signer' },
    },
    fields: petitionFields,
  },
  contract: petitionContract,
  machine: petitionMachine,
  startedBy: RESIDENTS,
  acts: petitionActs,
  receives: {},
  guards: petitionGuardTexts,
  clocks: petitionClocks as Workflow['clocks'],
  effects: {},
  children: { meeting: meetingContract },
  policy: { schema: petitionPolicySchema, presets: petitionPresets, default: 'standard' },
  parties: (context) => partiesOf(context as PetitionContext),
  summary: (context, value) => summaryOf(context as PetitionContext, value),
});
