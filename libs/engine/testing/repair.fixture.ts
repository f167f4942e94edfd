import { assign, setup, stopChild } from 'xstate';
import { z } from 'zod';

import { childOf, defineWorkflow, effect, engineActions } from '../declare.js';
import type { Contract, Duration, FieldWords, JsonObject, Rung, StateMeta, Workflow } from '../vocabulary.js';

/*
 * A small procedure that uses every part of the engine once: a clock that spans several states, holds and extensions, a ladder,
 * invoked and spawned children, history, rework with a counter, told events, told others, cancellation.
 */

export const visitContract = {
  workflow: 'visit',
  input: z.object({ place: z.string() }),
  output: z.object({ found: z.string() }),
} satisfies Contract;

const label = (en: string): StateMeta => ({ label: { zh: `${en}（中）`, en } });
const inspectorsPayload = z.strictObject({ place: z.string(), round: z.number().int() });

interface RepairContext {
  policy: JsonObject;
  place: string;
  rounds: number;
  rests: number;
  assists: string[];
  found: string | null;
}

type RepairEvent =
  | { type: 'accept'; input: JsonObject }
  | { type: 'hold'; input: JsonObject }
  | { type: 'goOn'; input: JsonObject }
  | { type: 'askMore'; input: { days: number } }
  | { type: 'callHelp'; input: { helpers: string[] } }
  | { type: 'sendHelpAway'; input: JsonObject }
  | { type: 'finish'; input: { evidence: string } }
  | { type: 'redo'; input: JsonObject }
  | { type: 'approve'; input: { mark: number } }
  | { type: 'interrupt'; input: JsonObject }
  | { type: 'return'; input: JsonObject }
  | { type: 'weather.frost'; payload: { degrees: number } }
  | { type: 'ladder.supervise'; payload: JsonObject }
  | { type: 'done.visit'; child: string; output: { found: string } }
  | { type: 'failed.visit'; child: string; error: string }
  | { type: 'cancelled'; reason: string };

const visitInput = ({ context }: { context: RepairContext }): { place: string } => ({ place: context.place });
const inspectors = ({ context }: { context: RepairContext }): z.input<typeof inspectorsPayload> => ({
  place: context.place,
  round: context.rounds,
});
const oneDay = { clock: 'handling', by: { amount: 1, unit: 'workingDay' as const } };
const tellParent = {
  target: { parent: true as const },
  event: { type: 'repair.progress', payload: { step: 'finished' } },
};
const result = ({ context }: { context: RepairContext }): { place: string; rounds: number } => ({
  place: context.place,
  rounds: context.rounds,
});

const chart = setup({
  types: {
    context: {} as RepairContext,
    events: {} as RepairEvent,
    input: {} as { policy: JsonObject; place: string },
    output: {} as { place: string; rounds: number },
    tags: {} as 'pauses:handling',
  },
  actors: { visit: childOf(visitContract) },
  actions: {
    ...engineActions,
    callInspectors: effect(inspectorsPayload),
    countRound: assign({ rounds: ({ context }) => context.rounds + 1 }),
    countRest: assign({ rests: ({ context }) => context.rests + 1 }),
    noteFinding: assign({ found: ({ event }) => (event.type === 'done.visit' ? event.output.found : null) }),
    forgetHelpers: assign({ assists: [] }),
    stopFirstAssist: stopChild(({ context }) => `assist.${String(context.assists[0])}.${String(context.rounds)}`),
  },
  guards: {
    mayRedo: ({ context }) => context.rounds < Number(context.policy.maxRounds),
    hasHelpers: ({ context }) => context.assists.length > 0,
    isGoodMark: ({ event }) => event.type === 'approve' && event.input.mark >= 3,
    isHardFrost: ({ event }) => event.type === 'weather.frost' && event.payload.degrees < 0,
  },
  delays: { accepting: 1, handling: 1, verifying: 1 },
});

const machine = chart
  .extend({
    actions: {
      startAssists: chart.enqueueActions(({ enqueue, event, context }) => {
        if (event.type !== 'callHelp') return;
        for (const helper of event.input.helpers) {
          enqueue.spawnChild('visit', { id: `assist.${helper}.${String(context.rounds)}`, input: { place: helper } });
        }
        enqueue.assign({ assists: event.input.helpers });
      }),
    },
  })
  .createMachine({
    id: 'repair',
    context: ({ input }) => ({
      policy: input.policy,
      place: input.place,
      rounds: 0,
      rests: 0,
      assists: [],
      found: null,
    }),
    initial: 'dispatched',
    output: result,
    on: { cancelled: { target: '.cancelled' } },
    states: {
      dispatched: {
        description: 'Waits for somebody to take the repair.',
        meta: label('Dispatched') satisfies StateMeta,
        on: { accept: 'handling' },
        after: { accepting: 'handling' },
      },
      handling: {
        description: 'The repair goes on; its clock spans work and holds.',
        meta: label('Handling') satisfies StateMeta,
        initial: 'working',
        after: { handling: { actions: { type: 'callInspectors', params: inspectors } } },
        on: {
          finish: 'verifying',
          interrupt: 'interrupted',
          'ladder.supervise': { actions: { type: 'callInspectors', params: inspectors } },
        },
        states: {
          working: {
            description: 'Work is being done.',
            meta: label('Working') satisfies StateMeta,
            on: {
              hold: 'held',
              'weather.frost': { guard: 'isHardFrost', target: 'held' },
              askMore: { actions: { type: 'extend', params: oneDay } },
              callHelp: { actions: 'startAssists' },
              sendHelpAway: { guard: 'hasHelpers', actions: ['stopFirstAssist', 'forgetHelpers'] },
              'done.visit': { actions: 'noteFinding' },
              'failed.visit': { actions: 'forgetHelpers' },
            },
          },
          held: {
            description: 'Work rests; the clock rests too.',
            tags: 'pauses:handling',
            meta: label('Held') satisfies StateMeta,
            on: { goOn: { target: 'working', actions: 'countRest' } },
          },
          before: { type: 'history', history: 'deep' },
        },
      },
      interrupted: {
        description: 'Something more urgent came first; the work goes on where it stopped.',
        meta: { ...label('Interrupted'), openEnded: 'only the one who interrupted knows' } satisfies StateMeta,
        on: { return: { target: 'handling.before', actions: 'countRest' } },
      },
      verifying: {
        description: 'Somebody else looks at it.',
        meta: label('Verifying') satisfies StateMeta,
        entry: { type: 'tell', params: tellParent },
        invoke: {
          src: 'visit',
          id: 'inspection',
          input: visitInput,
          onDone: { actions: 'noteFinding' },
          onError: { actions: 'noteFinding' },
        },
        after: { verifying: 'done' },
        on: {
          redo: { guard: 'mayRedo', target: 'dispatched', actions: 'countRound' },
          approve: { guard: 'isGoodMark', target: 'done' },
        },
      },
      done: { type: 'final', description: 'Repaired.', meta: label('Done') satisfies StateMeta },
      cancelled: { type: 'final', description: 'Called off.', meta: label('Cancelled') satisfies StateMeta },
    },
  });

const nothing = z.strictObject({});
const who = [{ role: 'department' }];
const words = (en: string): { zh: string; en: string } => ({ zh: `${en}（中）`, en });
const act = (name: string, input: z.ZodType): Workflow['acts'][string] => ({
  label: words(name),
  help: words(`${name} now`),
  input,
  who,
});
const workingDays = (amount: number): Duration => ({ amount, unit: 'workingDay', calendar: 'office' });
const ladder: Rung[] = [
  { name: 'half', at: { percent: 50 }, severity: 'remind', audience: who },
  {
    name: 'supervise',
    at: { after: { amount: 5, unit: 'workingDay' } },
    severity: 'supervise',
    audience: who,
    event: 'ladder.supervise',
  },
];

/** Words of the numbers of its policy; the charts of other tests take the same policy. */
export const repairPolicyWords: FieldWords = {
  days: ['几天修好', 'Days to mend it'],
  maxRounds: ['最多修几次', 'Most rounds'],
};

export const repairWorkflow = defineWorkflow({
  name: 'repair',
  version: 1,
  texts: {
    label: words('Repair'),
    description: words('Repairs something'),
    stages: { act: words('Act') },
    relations: {},
    fields: {
      start: { place: ['在哪里', 'Where it is'] },
      acts: {
        askMore: { days: ['要几天', 'Days more'] },
        callHelp: { helpers: ['请谁帮忙', 'Who helps'] },
        finish: { evidence: ['怎样修的', 'What was done'] },
        approve: { mark: ['打几分', 'Your mark'] },
      },
      policy: repairPolicyWords,
    },
  },
  contract: {
    workflow: 'repair',
    input: z.strictObject({ place: z.string() }),
    output: z.strictObject({ place: z.string(), rounds: z.number() }),
  },
  machine,
  startedBy: who,
  acts: {
    accept: act('accept', nothing),
    hold: act('hold', nothing),
    goOn: act('goOn', nothing),
    askMore: act('askMore', z.strictObject({ days: z.number() })),
    callHelp: act('callHelp', z.strictObject({ helpers: z.array(z.string()) })),
    sendHelpAway: act('sendHelpAway', nothing),
    finish: act('finish', z.strictObject({ evidence: z.string() })),
    redo: act('redo', nothing),
    approve: act('approve', z.strictObject({ mark: z.number() })),
    interrupt: act('interrupt', nothing),
    return: act('return', nothing),
  },
  receives: {
    'weather.frost': z.strictObject({ degrees: z.number() }),
    'ladder.supervise': z.strictObject({ clock: z.string(), rung: z.string() }),
  },
  guards: {
    mayRedo: { over: 'case', refusal: words('It was redone too often') },
    hasHelpers: { over: 'case', refusal: words('Nobody helps') },
    isGoodMark: { over: 'input', refusal: words('Give at least 3') },
    isHardFrost: { over: 'input', refusal: words('It does not freeze') },
  },
  clocks: {
    accepting: { label: words('Accept'), duration: () => workingDays(1) },
    handling: {
      label: words('Handle'),
      duration: (_context, policy) => workingDays(Number(policy.days)),
      rungs: () => ladder,
    },
    verifying: { label: words('Verify'), duration: () => workingDays(3) },
  },
  effects: { callInspectors: inspectorsPayload },
  children: { visit: visitContract },
  policy: {
    schema: z.strictObject({ days: z.number(), maxRounds: z.number() }),
    presets: { usual: { days: 3, maxRounds: 2 } },
    default: 'usual',
  },
  parties: () => [],
  summary: () => ({ title: null, unit: 'unit', stage: 'act', visibility: 'public', lookups: [] }),
});
