import { defineWorkflow, type ClockDefinition, type JsonObject, type Stored, type Workflow } from '#libs/engine';

import { ballotContract } from '../ballot/contract.js';
import { deliberationContract } from '../deliberation/contract.js';
import { jointMeetingContract } from '../joint-meeting/contract.js';
import { noticeContract } from '../notice/contract.js';
import { signOffContract } from '../sign-off/contract.js';
import { taskContract } from '../task/contract.js';
import { issueContract } from './contract.js';
import { issueActs } from './issue.acts.js';
import { issueClocks } from './issue.clocks.js';
import { witnessContradictions, type IssueContext, type IssueStart } from './issue.context.js';
import { issueEffects } from './issue.effects.js';
import { issueReceives } from './issue.events.js';
import { issueGuardDefinitions } from './issue.refusals.js';
import { issueMachine } from './issue.machine.js';
import { issueParties } from './issue.parties.js';
import { issuePolicy, issuePresets } from './issue.policy.js';
import { issueSummary } from './issue.summary.js';
import { issueTexts } from './issue.texts.js';

/** What the engine stores as JSON is this workflow's context: only its own chart writes it. */
function own(context: JsonObject): IssueContext {
  return context as unknown as IssueContext;
}

/** The say → deliberate → act → review loop (说议办评). */
export const issueWorkflow: Workflow = defineWorkflow({
  name: 'issue',
  version: 6,
  texts: issueTexts,
  contract: issueContract,
  machine: issueMachine,
  startedBy: [
    { role: 'resident' },
    { role: 'collector' },
    { role: 'coordinator' },
    { role: 'hotline' },
    { role: 'device' },
    { role: 'partner' },
    { role: 'leader' },
  ],
  contradictions: (input, by) => witnessContradictions(input as unknown as IssueStart, by),
  acts: issueActs,
  receives: issueReceives,
  guards: issueGuardDefinitions,
  clocks: issueClocks as unknown as Record<string, ClockDefinition>,
  effects: issueEffects,
  children: {
    ballot: ballotContract,
    task: taskContract,
    notice: noticeContract,
    deliberation: deliberationContract,
    'joint-meeting': jointMeetingContract,
    'sign-off': signOffContract,
  },
  policy: { schema: issuePolicy, presets: issuePresets, default: 'standard' },
  parties: (context) => issueParties(own(context)),
  summary: (context, value) => issueSummary(own(context), value),
  // 2: who may act and who may know changed, nothing that is stored did
  // 3: owners vote by papers on a roll, and a decision keeps its proof
  // 4: joint meetings and chains of sign-offs
  // 5: who was there when it was taken down
  // 6: a witness that does not fit is refused: nothing that is stored changed
  migrations: { 1: (stored) => stored, 2: withProof, 3: withJointWork, 4: withWitness, 5: (stored) => stored },
});

/** Decisions of before have no proof with them and are not in the register. */
function withProof(stored: Stored): Stored {
  const { decision } = stored.context;
  if (decision === null || typeof decision !== 'object' || Array.isArray(decision)) return stored;
  const known = { certificate: null, signedBy: null, number: null, ...decision };
  return { ...stored, context: { ...stored.context, decision: known } };
}

/** Issues of before called no joint meeting and began no chain. */
function withJointWork(stored: Stored): Stored {
  return { ...stored, context: { ...stored.context, joint: null, chain: null } };
}

/** Of issues of before nobody wrote down who was there. */
function withWitness(stored: Stored): Stored {
  return { ...stored, context: { ...stored.context, witness: null } };
}

export { CHANNELS, issueContract, type IssueOutput } from './contract.js';
export { issueAccount } from './issue.account.js';
