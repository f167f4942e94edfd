import { assign, setup } from 'xstate';

import { childOf, effect, engineActions, type StateMeta } from '#libs/engine';

import { signOffClocks } from './sign-off.clocks.js';
import type { SignOffOutput } from './contract.js';
import { childOfStep, readySteps, type SignOffContext, type SignOffStart } from './sign-off.context.js';
import { signOffEffects } from './sign-off.effects.js';
import type { SignOffEvent } from './sign-off.events.js';
import { signOffGuards } from './sign-off.guards.js';
import { planOrder, sealInput } from './sign-off.params.js';
import * as updates from './sign-off.updates.js';
import { sealContract } from '../seal/contract.js';

type ClockName = keyof typeof signOffClocks;

/** XState only sees placeholders: the engine runs the clocks. */
const delays = Object.fromEntries(Object.keys(signOffClocks).map((name) => [name, 1])) as Record<ClockName, 1>;

const base = setup({
  types: {
    context: {} as SignOffContext,
    events: {} as SignOffEvent,
    input: {} as SignOffStart,
    output: {} as SignOffOutput,
    meta: {} as StateMeta,
  },
  actors: { seal: childOf(sealContract) },
  guards: signOffGuards,
  actions: {
    ...engineActions,
    planChain: effect(signOffEffects.planChain),
    recordPlan: assign(updates.recordPlan),
    recordTrouble: assign(updates.recordTrouble),
    countAddition: assign(updates.countAddition),
    recordChange: assign(updates.recordChange),
    recordRemoval: assign(updates.recordRemoval),
    recordNaming: assign(updates.recordNaming),
    recordBegin: assign(updates.recordBegin),
    recordSigned: assign(updates.recordSigned),
    recordLost: assign(updates.recordLost),
    countReopening: assign(updates.countReopening),
    recordDrop: assign(updates.recordDrop),
    countExpiry: assign(updates.countExpiry),
    countSitting: assign(updates.countSitting),
    countReturn: assign(updates.countReturn),
    countWatch: assign(updates.countWatch),
    countSilence: assign(updates.countSilence),
    recordCosts: assign(updates.recordCosts),
    endComplete: assign(updates.endComplete),
    endFailed: assign(updates.endFailed),
    endCancelled: assign(updates.endCancelled),
  },
  delays,
});

/** Steps an event takes from their department. */
function takenBack(event: SignOffEvent): string[] {
  if (event.type === 'nameDepartments') return event.input.steps.map(({ step }) => step);
  return event.type === 'dropStep' ? [event.input.step] : [];
}

/** The chart's words: what its states and transitions refer to by name. */
export const signOffSetup = base.extend({
  actions: {
    planFirst: base.enqueueActions(({ context, enqueue }) => {
      if (context.template === null && context.asked.length === 0) return;
      enqueue({ type: 'planChain', params: planOrder(context, context.template) });
    }),
    planAsked: base.enqueueActions(({ context, enqueue }) => {
      enqueue({ type: 'planChain', params: planOrder(context, null) });
    }),
    /** Every step that waits for nothing any more is asked for, side by side. */
    openReady: base.enqueueActions(({ context, event, enqueue }) => {
      const ready = readySteps(context);
      for (const step of ready) {
        const round = (context.records[step.id]?.round ?? 0) + 1;
        enqueue.spawnChild('seal', { id: childOfStep(step.id, round), input: sealInput(context, step) });
      }
      if (ready.length > 0) enqueue.assign(updates.opened(context, ready, event.at));
    }),
    /** A department that is no longer asked gives its paper back. */
    stopTaken: base.enqueueActions(({ context, event, enqueue }) => {
      for (const id of takenBack(event)) {
        const record = context.records[id];
        if (record?.state === 'open') enqueue.stopChild(childOfStep(id, record.round));
      }
    }),
    tellSitting: base.enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'recordSitting') return;
      const { document, number, validUntil } = event.input;
      const payload = { document, number: number ?? null, validUntil: validUntil ?? null };
      for (const id of event.input.steps) {
        const child = childOfStep(id, context.records[id]?.round ?? 0);
        enqueue({ type: 'tell', params: { target: { child }, event: { type: 'sitting.recorded', payload } } });
      }
    }),
    tellCosts: base.enqueueActions(({ context, enqueue }) => {
      const { costs, case: chain, ending } = context;
      if (costs === null) return;
      const event = { type: 'chain.ended', payload: { chain, result: ending ?? 'cancelled' } };
      enqueue({ type: 'tell', params: { target: { case: costs }, event } });
    }),
  },
});
