/**
 * The pure engine: an act on an issue as it is done for every request (read the stored JSON, take the step, write the JSON),
 * beside XState's own `transition` on a snapshot that is kept in memory and never stored.
 */
import { transition, type AnyMachineSnapshot, type EventObject } from 'xstate';

import { registerWorkflows } from '#apps/platform';
import { step } from '#libs/engine';
import { issueWorkflow } from '#workflows/issue';

import { CONTEXT_BYTES, issueSamples, registered, type Sample } from './issue.samples.js';
import { alternately, median, timed } from './rounds.js';
import { perSecond, report, time } from './table.js';

const ROUNDS = 7;
const TURNS = 400;
const TARGET_PER_SECOND = 10_000;
const TARGET_REGISTRATION_MS = 1000;

// before anything else, while nothing is warm: that is how a program starts
const registration = await timed(registerWorkflows);

const samples = issueSamples();
const stored = samples.map((sample) => ({ ...sample, text: JSON.stringify(sample.stored) }));
const bare = samples.map(bareSample);
const steps = TURNS * samples.length;

function bareSample({ stored: { value, context }, event, ctx }: Sample) {
  const { machine } = issueWorkflow;
  const snapshot = machine.resolveState({ value, context: { ...context, policy: ctx.policy } }) as AnyMachineSnapshot;
  const { act, input } = event as Extract<typeof event, { kind: 'act' }>;
  return { machine, snapshot, event: { type: act, input, at: ctx.at, on: ctx.on, by: ctx.by } as EventObject };
}

function withStorage(): number {
  let bytes = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const { text, event, ctx } of stored) {
      const outcome = step(registered, JSON.parse(text) as Sample['stored'], { event, ...ctx });
      if (outcome.kind === 'stepped') bytes += JSON.stringify(outcome.stored).length;
    }
  }
  return bytes;
}

function withoutStorage(): number {
  let actions = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const { machine, snapshot, event } of bare) actions += transition(machine, snapshot, event)[1].length;
  }
  return actions;
}

const taken = await alternately(ROUNDS, { engine: withStorage, xstate: withoutStorage });
const middle = (side: keyof typeof taken): number => (steps * 1000) / median(taken[side].map(({ cpuMs }) => cpuMs));
// a neighbour on the same processor can only slow a round down: the fastest one says what the program does
const fastest = (steps * 1000) / Math.min(...taken.engine.map(({ cpuMs }) => cpuMs));

report(
  `engine: acts of an issue with ${String(CONTEXT_BYTES)} bytes of context (processor time, median of ${String(ROUNDS)} rounds)`,
  [
    {
      what: 'parse, step, stringify',
      value: perSecond(middle('engine')),
      beside: `bare XState, nothing stored: ${perSecond(middle('xstate'))}`,
      ratio: middle('engine') / middle('xstate'),
    },
    {
      what: 'the fastest round',
      value: perSecond(fastest),
      target: `≥ ${perSecond(TARGET_PER_SECOND)}`,
      isReached: fastest >= TARGET_PER_SECOND,
    },
    {
      what: 'register all workflows',
      value: time(registration.cpuMs),
      target: `< ${time(TARGET_REGISTRATION_MS)}`,
      isReached: registration.cpuMs < TARGET_REGISTRATION_MS,
    },
  ],
);
