import { defineWorkflow, type ClockDefinition, type JsonObject, type Stored, type Workflow } from '#libs/engine';

import { deliberationContract } from './contract.js';
import { deliberationActs } from './deliberation.acts.js';
import { deliberationClocks } from './deliberation.clocks.js';
import { partiesOf, type DeliberationContext } from './deliberation.context.js';
import { deliberationEffects, deliberationReceives } from './deliberation.effects.js';
import { deliberationGuardDefinitions } from './deliberation.guards.js';
import { deliberationMachine } from './deliberation.machine.js';
import { deliberationPolicy, deliberationPresets } from './deliberation.policy.js';
import { deliberationTexts } from './deliberation.texts.js';

/** What the engine stores as JSON is this workflow's context: only its own chart writes it. */
function own(context: JsonObject): DeliberationContext {
  return context as unknown as DeliberationContext;
}

/** Version 1 knew no amendments, answers or opinion groups: nobody has made any. */
function withOpinion(stored: Stored): Stored {
  const added = { amendments: [], lastAmendment: 0, answers: [], agreed: [], opinion: null };
  return { ...stored, context: { ...stored.context, ...added } };
}

/** Prepares one issue for a meeting. Started by issues only. */
export const deliberationWorkflow: Workflow = defineWorkflow({
  name: 'deliberation',
  version: 2,
  texts: deliberationTexts,
  contract: deliberationContract,
  machine: deliberationMachine,
  startedBy: [],
  acts: deliberationActs,
  receives: deliberationReceives,
  guards: deliberationGuardDefinitions,
  clocks: deliberationClocks as unknown as Record<string, ClockDefinition>,
  effects: deliberationEffects,
  children: {},
  policy: { schema: deliberationPolicy, presets: deliberationPresets, default: 'standard' },
  parties: (context) => partiesOf(own(context)),
  summary: (context, value) => {
    const { title, unit, issue } = own(context);
    const stage = value === 'ready' || value === 'cancelled' ? 'ended' : 'gathering';
    return { title, unit, stage, visibility: 'public', lookups: [{ key: 'issue', value: issue }] };
  },
  migrations: { 1: withOpinion },
});

export { deliberationContract, type DeliberationInput, type DeliberationOutput } from './contract.js';
export type { DeliberationContext } from './deliberation.context.js';
