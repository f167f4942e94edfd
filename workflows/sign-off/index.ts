import { defineWorkflow, type Workflow } from '#libs/engine';

import { signOffContract } from './contract.js';
import { signOffActs, STARTERS } from './sign-off.acts.js';
import { signOffClocks } from './sign-off.clocks.js';
import type { SignOffContext } from './sign-off.context.js';
import { signOffEffects } from './sign-off.effects.js';
import { signOffReceives } from './sign-off.events.js';
import { signOffGuardTexts } from './sign-off.guards.js';
import { signOffMachine } from './sign-off.machine.js';
import { signOffParties, signOffSummary } from './sign-off.parties.js';
import { signOffPolicySchema, signOffPresets } from './sign-off.policy.js';
import { signOffTexts } from './sign-off.texts.js';
import { sealContract } from '../seal/contract.js';

export { chainProblems, inOrder } from './chain.rules.js';
export {
  chainState,
  HANDS,
  STEP_LINE_STATES,
  type ChainState,
  type Hand,
  type PendingSeal,
  type StepLine,
} from './chain-state.rules.js';
export { stepSchema, type ChainStep, type Difference, type PlannedStep } from './chain.schema.js';
export { SIGN_OFF_RESULTS, signOffContract, type SignOffInput, type SignOffOutput } from './contract.js';
export type { SignOffContext, StepRecord, StepState } from './sign-off.context.js';
export {
  medianOf,
  plainStep,
  templateOf,
  templateStepSchema,
  withConditions,
  type TemplateStep,
} from './template.rules.js';
export { signOffEffects } from './sign-off.effects.js';

/** Dozens of departments sign, in order and side by side; the residents' task group owns the chain. */
export const signOffWorkflow: Workflow = defineWorkflow({
  name: 'sign-off',
  version: 1,
  texts: signOffTexts,
  contract: signOffContract,
  machine: signOffMachine,
  startedBy: STARTERS,
  acts: signOffActs,
  receives: signOffReceives,
  guards: signOffGuardTexts,
  clocks: signOffClocks as unknown as Workflow['clocks'],
  effects: signOffEffects,
  children: { seal: sealContract },
  policy: { schema: signOffPolicySchema, presets: signOffPresets, default: 'standard' },
  parties: (context) => signOffParties(context as unknown as SignOffContext),
  summary: (context, value) => signOffSummary(context as unknown as SignOffContext, value),
});
