import { defineWorkflow, type Workflow } from '#libs/engine';

import { sealContract } from './contract.js';
import { sealActs } from './seal.acts.js';
import { sealClocks } from './seal.clocks.js';
import type { SealContext } from './seal.context.js';
import { sealReceives } from './seal.events.js';
import { sealGuardTexts } from './seal.guards.js';
import { sealMachine } from './seal.machine.js';
import { sealParties, sealSummary } from './seal.parties.js';
import { sealPolicySchema, sealPresets } from './seal.policy.js';
import { sealTexts } from './seal.texts.js';

export {
  missingPapers,
  REFUSAL_GROUNDS,
  SEAL_KINDS,
  SEAL_RESULTS,
  sealContract,
  type Limit,
  type RefusalGround,
  type SealInput,
  type SealKind,
  type SealOutput,
} from './contract.js';
export type { SealContext } from './seal.context.js';

/** One sign-off of a chain: papers in, a department's seals on, or a refusal that can be appealed. */
export const sealWorkflow: Workflow = defineWorkflow({
  name: 'seal',
  version: 1,
  texts: sealTexts,
  contract: sealContract,
  machine: sealMachine,
  startedBy: [],
  acts: sealActs,
  receives: sealReceives,
  guards: sealGuardTexts,
  clocks: sealClocks as unknown as Workflow['clocks'],
  effects: {},
  children: {},
  policy: { schema: sealPolicySchema, presets: sealPresets, default: 'standard' },
  parties: (context) => sealParties(context as unknown as SealContext),
  summary: (context, value) => sealSummary(context as unknown as SealContext, value),
});
