import { setup } from 'xstate';

import { childOf, effect, engineActions, type StateMeta } from '#libs/engine';

import type { CovenantOutput } from './contract.js';
import { covenantClocks } from './covenant.clocks.js';
import { personOf, type CovenantContext, type CovenantStart } from './covenant.context.js';
import { covenantEffects } from './covenant.effects.js';
import type { CovenantEvent } from './covenant.events.js';
import { covenantGuards } from './covenant.guards.js';
import { entry, successionNews } from './covenant.params.js';
import { covenantUpdates } from './covenant.updates.js';
import { ballotContract } from '../ballot/contract.js';
import { noticeContract } from '../notice/contract.js';

type ClockName = keyof typeof covenantClocks;

/** XState only sees placeholders: the engine runs the clocks. */
const delays = Object.fromEntries(Object.keys(covenantClocks).map((name) => [name, 1])) as Record<ClockName, 1>;

const base = setup({
  types: {
    context: {} as CovenantContext,
    events: {} as CovenantEvent,
    input: {} as CovenantStart,
    output: {} as CovenantOutput,
    meta: {} as StateMeta,
  },
  actors: { ballot: childOf(ballotContract), notice: childOf(noticeContract) },
  guards: covenantGuards,
  actions: {
    ...engineActions,
    ...covenantUpdates,
    settleVerdict: effect(covenantEffects.settleVerdict),
    enterRegister: effect(covenantEffects.enterRegister),
    endRegister: effect(covenantEffects.endRegister),
    registerSignature: effect(covenantEffects.registerSignature),
    registerLeaving: effect(covenantEffects.registerLeaving),
  },
  delays,
});

/** The chart's words: what its states and transitions refer to by name. */
export const covenantSetup = base.extend({
  actions: {
    askRegister: base.enqueueActions(({ context, event, enqueue }) => {
      const { intent, revises, lastReason } = context;
      if (intent === 'enact') enqueue({ type: 'enterRegister', params: entry({ context }) });
      else if (revises !== null)
        enqueue({
          type: 'endRegister',
          params: { entry: revises.entry, on: event.on, reason: context.text ?? lastReason },
        });
    }),
    leaveAgenda: base.enqueueActions(({ context, enqueue }) => {
      if (context.meeting === null) return;
      const event = { type: 'item.withdrawn', payload: { issue: context.case } };
      enqueue({ type: 'tell', params: { target: { case: context.meeting }, event } });
    }),
    askEnd: base.enqueueActions(({ context, event, enqueue }) => {
      const { entered, lastReason } = context;
      if (entered !== null)
        enqueue({ type: 'endRegister', params: { entry: entered.entry, on: event.on, reason: lastReason } });
    }),
    tellPrevious: base.enqueueActions(({ context, event, enqueue }) => {
      const isAnswer = event.type === 'register.entered' || event.type === 'register.ended';
      const previous = isAnswer ? event.payload.previous : null;
      if (previous !== null) enqueue({ type: 'tell', params: successionNews(context, previous) });
    }),
    registerSigned: base.enqueueActions(({ context: { entered }, event, enqueue }) => {
      const person = event.type === 'signPledge' ? personOf(event.by) : null;
      if (entered === null || person === null || event.type !== 'signPledge') return;
      const { isNamed } = event.input;
      enqueue({ type: 'registerSignature', params: { entry: entered.entry, person, isNamed, at: event.at } });
    }),
    registerLeft: base.enqueueActions(({ context: { entered }, event, enqueue }) => {
      const person = event.type === 'leavePledge' ? personOf(event.by) : null;
      if (entered === null || person === null) return;
      enqueue({ type: 'registerLeaving', params: { entry: entered.entry, person, at: event.at } });
    }),
  },
});
