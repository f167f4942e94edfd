import { defineWorkflow, type ClockDefinition, type JsonObject, type Workflow } from '#libs/engine';

import { deliberationContract } from './contract.js';
import { deliberationActs } from './deliberation.acts.js';
import { deliberationClocks } from './deliberation.clocks.js';
import { recusedOf, type DeliberationContext } from './deliberation.context.js';
import { deliberationGuardDefinitions } from './deliberation.guards.js';
import { deliberationMachine } from './deliberation.machine.js';
import { deliberationPolicy, deliberationPresets } from './deliberation.policy.js';
import { deliberationTexts } from './deliberation.texts.js';

/** What the engine stores as JSON is this workflow's context: only its own chart writes it. */
function own(context: JsonObject): DeliberationContext {
  return context as unknown as DeliberationContext;
}

/** Prepares one issue for a meeting. Started by issues only. */
export const deliberationWorkflow: Workflow = defineWorkflow({
  name: 'deliberation',
  version: 1,
  texts: deliberationTexts,
  contract: deliberationContract,
  machine: deliberationMachine,
  startedBy: [],
  acts: deliberationActs,
  receives: {},
  guards: deliberationGuardDefinitions,
  clocks: deliberationClocks as unknown as Record<string, ClockDefinition>,
  effects: {},
  children: {},
  policy: { schema: deliberationPolicy, presets: deliberationPresets, default: 'standard' },
  parties: (context) => recusedOf(own(context)).map((person) => ({ relation: 'recused', person })),
  summary: (context, value) => {
    const { title, unit, issue } = own(context);
    const stage = typeof value === 'object' ? 'gathering' : 'ended';
    return { title, unit, stage, visibility: 'public', lookups: [{ key: 'issue', value: issue }] };
  },
});

export { deliberationContract, type DeliberationInput, type DeliberationOutput } from './contract.js';
