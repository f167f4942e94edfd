import { defineWorkflow, type Workflow } from '#libs/engine';

import { covenantContract } from './contract.js';
import { covenantActs } from './covenant.acts.js';
import { covenantClocks } from './covenant.clocks.js';
import type { CovenantContext } from './covenant.context.js';
import { covenantEffects } from './covenant.effects.js';
import { covenantReceives } from './covenant.events.js';
import { covenantGuardTexts } from './covenant.guards.js';
import { covenantMachine } from './covenant.machine.js';
import { covenantParties, covenantSummary } from './covenant.parties.js';
import { covenantPolicySchema, covenantPresets } from './covenant.policy.js';
import { covenantTexts } from './covenant.texts.js';
import { ballotContract } from '../ballot/contract.js';
import { noticeContract } from '../notice/contract.js';

export {
  COVENANT_KINDS,
  COVENANT_RESULTS,
  covenantContract,
  covenantTells,
  type CovenantInput,
  type CovenantKind,
  type CovenantOutput,
} from './contract.js';
export type { CovenantContext } from './covenant.context.js';
export { covenantEffects } from './covenant.effects.js';
export { COVENANT_TEMPLATES, type CovenantTemplate } from './covenant.templates.js';

/** A text that binds a community, or those who sign it: from the draft to the register and beyond. */
export const covenantWorkflow: Workflow = defineWorkflow({
  name: 'covenant',
  version: 1,
  texts: covenantTexts,
  contract: covenantContract,
  machine: covenantMachine,
  startedBy: [
    ...['coordinator', 'secretary', 'deliberator', 'representative', 'buildingLeader', 'partner'].map((role) => ({
      role,
    })),
  ],
  acts: covenantActs,
  receives: covenantReceives,
  guards: covenantGuardTexts,
  clocks: covenantClocks as unknown as Workflow['clocks'],
  effects: covenantEffects,
  children: { ballot: ballotContract, notice: noticeContract },
  policy: { schema: covenantPolicySchema, presets: covenantPresets, default: 'standard' },
  parties: (context) => covenantParties(context as unknown as CovenantContext),
  summary: (context, value) => covenantSummary(context as unknown as CovenantContext, value),
});
