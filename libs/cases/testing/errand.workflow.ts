import { assign, setup } from 'xstate';
import { z } from 'zod';

import { text } from '#libs/contract';
import {
  childOf,
  defineWorkflow,
  effect,
  engineActions,
  type ActDefinition,
  type Contract,
  type JsonObject,
  type Rung,
  type StateMeta,
  type Workflow,
} from '#libs/engine';

/*
 * Two small procedures that use every part of the durable layer: an errand somebody takes, does within its time, and has checked
 * by a child case; the check is confirmed by somebody else, or confirms itself at once.
 */

const words = (en: string): { zh: string; en: string } => ({ zh: `${en}(中)`, en });
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const nothing = z.strictObject({});

export const checkContract = {
  workflow: 'check',
  input: z.strictObject({ place: z.string(), atOnce: z.boolean(), depth: z.number().int() }),
  output: z.strictObject({ fine: z.boolean() }),
} satisfies Contract;

interface CheckContext {
  policy: JsonObject;
  place: string;
  atOnce: boolean;
  depth: number;
  fine: boolean;
}

const checkMachine = setup({
  types: { context: {} as CheckContext, input: {} as CheckContext, output: {} as { fine: boolean } },
  actors: { check: childOf(checkContract) },
  actions: { ...engineActions, becomeFine: assign({ fine: true }) },
  guards: { isAtOnce: ({ context }) => context.atOnce, isDeep: ({ context }) => context.depth > 0 },
  delays: { checking: 1 },
}).createMachine({
  id: 'check',
  context: ({ input }) => ({
    policy: input.policy,
    place: input.place,
    atOnce: input.atOnce,
    depth: input.depth,
    fine: false,
  }),
  initial: 'begun',
  output: ({ context }) => ({ fine: context.fine }),
  on: { cancelled: '.cancelled' },
  states: {
    begun: {
      always: [
        { guard: 'isAtOnce', target: 'done', actions: 'becomeFine' },
        { guard: 'isDeep', target: 'asking' },
        { target: 'waiting' },
      ],
    },
    asking: {
      meta: { label: words('Asking') } satisfies StateMeta,
      invoke: {
        id: 'deeper',
        src: 'check',
        input: ({ context }) => ({ place: context.place, atOnce: false, depth: context.depth - 1 }),
        onDone: 'done',
        onError: 'done',
      },
    },
    waiting: {
      meta: {
        label: words('Waiting'),
        awaits: [{ who: [{ role: 'checker' }], acts: ['confirm'], clock: 'checking' }],
      } satisfies StateMeta,
      on: { confirm: { target: 'done', actions: 'becomeFine' } },
      after: { checking: 'done' },
    },
    done: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

const act = (name: string, input: z.ZodType, who: ActDefinition['who'] = [{ role: 'doer' }]): ActDefinition => ({
  label: words(name),
  help: words(`${name} now`),
  input,
  who,
});

export const checkWorkflow: Workflow = defineWorkflow({
  name: 'check',
  version: 1,
  texts: { label: words('Check'), description: words('Checks'), stages: { check: words('Check') }, relations: {} },
  contract: checkContract,
  machine: checkMachine,
  startedBy: [],
  acts: { confirm: act('confirm', nothing, [{ role: 'checker' }]) },
  receives: {},
  guards: {
    isAtOnce: { over: 'case', refusal: words('no') },
    isDeep: { over: 'case', refusal: words('no') },
  },
  clocks: {
    checking: { label: words('Checking'), duration: () => ({ amount: 8, unit: 'businessHour', calendar: 'office' }) },
  },
  effects: {},
  children: { check: checkContract },
  policy: { schema: z.strictObject({}), presets: { usual: {} }, default: 'usual' },
  parties: () => [],
  summary: (context) => ({
    title: null,
    unit: wordOf(context.place),
    stage: 'check',
    visibility: 'internal',
    lookups: [],
  }),
});

const errandInput = z.object({
  title: text(100),
  place: z.string(),
  number: z.string().optional(),
  hidden: z.boolean().default(false),
  checkAtOnce: z.boolean().default(false),
  checkDepth: z.number().int().default(0),
});

export const errandContract = {
  workflow: 'errand',
  input: errandInput,
  output: z.strictObject({ rounds: z.number().int() }),
} satisfies Contract;

interface ErrandContext {
  policy: JsonObject;
  title: string;
  place: string;
  number: string | null;
  hidden: boolean;
  checkAtOnce: boolean;
  checkDepth: number;
  asker: string | null;
  doer: string | null;
  rounds: number;
  notes: string[];
  heard: string[];
  overdue: number;
  blast: boolean;
}

type ErrandEvent = (
  | { type: 'take' | 'hold' | 'goOn' | 'giveBack' | 'finish' | 'more' | 'arm' | 'boom'; input: JsonObject }
  | { type: 'note'; input: { text: string } }
  | { type: 'rate'; input: { mark: number } }
  | { type: 'callOther'; input: { other: string } }
  | { type: 'heard'; payload: { word: string } }
  | { type: 'pushed'; payload: JsonObject }
  | { type: 'cancelled'; reason: string }
) & { by: { person?: string } };

export const noticePayload = z.strictObject({ place: z.string(), round: z.number().int() });
const ofErrand = ({ context }: { context: ErrandContext }): z.input<typeof noticePayload> => ({
  place: context.place,
  round: context.rounds,
});

const errandMachine = setup({
  types: {
    context: {} as ErrandContext,
    events: {} as ErrandEvent,
    input: {} as z.output<typeof errandInput> & { policy: JsonObject; title: string; by: { person?: string } },
    output: {} as { rounds: number },
    tags: {} as 'pauses:doing',
  },
  actors: { check: childOf(checkContract) },
  actions: {
    ...engineActions,
    announce: effect(noticePayload),
    become: assign({ doer: ({ event }) => event.by.person ?? null }),
    leave: assign({ doer: null, rounds: ({ context }) => context.rounds + 1 }),
    keepNote: assign({
      notes: ({ context, event }) => (event.type === 'note' ? [...context.notes, event.input.text] : context.notes),
    }),
    hear: assign({
      heard: ({ context, event }) => (event.type === 'heard' ? [...context.heard, event.payload.word] : context.heard),
    }),
    countOverdue: assign({ overdue: ({ context }) => context.overdue + 1 }),
    arm: assign({ blast: true }),
  },
  guards: {
    hasDoer: ({ context }) => context.doer !== null,
    isGoodMark: ({ event }) => event.type === 'rate' && event.input.mark >= 3,
    isStop: ({ event }) => event.type === 'heard' && event.payload.word === 'stop',
    explodes: ({ context }) => {
      if (context.blast) throw new Error('the guard exploded');
      return false;
    },
    throws: () => {
      throw new Error('boom');
    },
  },
  delays: { waiting: 1, doing: 1 },
}).createMachine({
  id: 'errand',
  context: ({ input }) => ({
    policy: input.policy,
    title: input.title,
    place: input.place,
    number: input.number ?? null,
    hidden: input.hidden,
    checkAtOnce: input.checkAtOnce,
    checkDepth: input.checkDepth,
    asker: input.by.person ?? null,
    doer: null,
    rounds: 0,
    notes: [],
    heard: [],
    overdue: 0,
    blast: false,
  }),
  initial: 'open',
  output: ({ context }) => ({ rounds: context.rounds }),
  on: {
    cancelled: '.cancelled',
    heard: { actions: 'hear' },
    boom: { guard: 'throws', target: '.done' },
    arm: { actions: 'arm' },
    callOther: {
      actions: {
        type: 'tell',
        params: ({ event }) => ({
          target: { case: event.input.other },
          event: { type: 'heard', payload: { word: 'hello' } },
        }),
      },
    },
  },
  states: {
    open: {
      meta: {
        label: words('Open'),
        awaits: [{ who: [{ role: 'doer' }], acts: ['take'], clock: 'waiting' }],
      } satisfies StateMeta,
      on: { take: { target: 'working', actions: 'become' } },
      after: { waiting: [{ guard: 'explodes', target: 'done' }, { target: 'lapsed' }] },
    },
    working: {
      meta: {
        label: words('Working'),
        awaits: [{ who: [{ relation: 'doer' }], acts: ['finish', 'hold', 'goOn'], clock: 'doing' }],
      } satisfies StateMeta,
      entry: { type: 'announce', params: ofErrand },
      after: { doing: { actions: 'countOverdue' } },
      initial: 'active',
      on: {
        finish: { guard: 'hasDoer', target: 'checking' },
        giveBack: { target: 'open', actions: 'leave' },
        note: { actions: 'keepNote' },
        more: { actions: { type: 'extend', params: { clock: 'doing', by: { amount: 1, unit: 'hour' } } } },
        pushed: { actions: 'countOverdue' },
        heard: { guard: 'isStop', target: 'lapsed', actions: 'hear' },
      },
      states: {
        active: { on: { hold: 'held' } },
        held: { tags: 'pauses:doing', on: { goOn: 'active' } },
      },
    },
    checking: {
      meta: { label: words('Checking') } satisfies StateMeta,
      invoke: {
        id: 'inspection',
        src: 'check',
        input: ({ context }) => ({ place: context.place, atOnce: context.checkAtOnce, depth: context.checkDepth }),
        onDone: 'rating',
        onError: { target: 'open', actions: 'leave' },
      },
      on: { giveBack: { target: 'open', actions: 'leave' } },
    },
    rating: {
      meta: { label: words('Rating'), openEnded: 'the asker may take their time' } satisfies StateMeta,
      on: { rate: { guard: 'isGoodMark', target: 'done' } },
    },
    lapsed: {
      meta: { label: words('Lapsed'), openEnded: 'somebody may still take it' } satisfies StateMeta,
      on: { take: { target: 'working', actions: 'become' } },
    },
    done: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

const rungs: Rung[] = [
  { name: 'half', at: { percent: 50 }, severity: 'remind', audience: [{ relation: 'doer' }] },
  { name: 'red', at: { percent: 100 }, severity: 'red', audience: [{ role: 'leader' }] },
  {
    name: 'push',
    at: { after: { amount: 1, unit: 'hour' } },
    severity: 'supervise',
    audience: [{ role: 'leader' }],
    event: 'pushed',
  },
];

/** The errand: see the top of the file. */
export const errandWorkflow: Workflow = defineWorkflow({
  name: 'errand',
  version: 1,
  texts: {
    label: words('Errand'),
    description: words('An errand'),
    stages: { do: words('Do') },
    relations: { doer: words('Doer') },
    fields: {
      start: {
        title: ['什么事', 'What it is'],
        place: ['在哪里', 'Where it is'],
        number: ['编号', 'Number'],
        hidden: ['不公开', 'Hidden'],
        checkAtOnce: ['马上检查', 'Check at once'],
        checkDepth: ['再查几层', 'Depth of the check'],
      },
      acts: {
        note: { text: ['记什么', 'The note'] },
        rate: { mark: ['打几分', 'Your mark'] },
        callOther: { other: ['叫哪件事', 'Which errand'] },
      },
      policy: { waitingHours: ['等几小时', 'Hours to wait'], doingHours: ['做几小时', 'Hours to do it'] },
    },
  },
  contract: errandContract,
  machine: errandMachine,
  startedBy: [{ role: 'asker' }],
  acts: {
    take: act('take', nothing),
    hold: act('hold', nothing),
    goOn: act('goOn', nothing),
    giveBack: act('giveBack', nothing),
    finish: act('finish', nothing),
    more: act('more', nothing),
    arm: act('arm', nothing),
    boom: act('boom', nothing),
    note: act('note', z.strictObject({ text: text(500) }), [{ relation: 'doer' }]),
    rate: act('rate', z.strictObject({ mark: z.number().int() })),
    callOther: act('callOther', z.strictObject({ other: z.string() })),
  },
  receives: {
    heard: z.strictObject({ word: z.string() }),
    pushed: z.strictObject({ clock: z.string(), rung: z.string() }),
  },
  guards: {
    hasDoer: { over: 'case', refusal: words('Nobody has taken it') },
    isGoodMark: { over: 'input', refusal: words('Give at least 3') },
    isStop: { over: 'input', refusal: words('Only a stop stops it') },
    explodes: { over: 'case', refusal: words('no') },
    throws: { over: 'input', refusal: words('no') },
  },
  clocks: {
    waiting: {
      label: words('Waiting'),
      duration: (_context, policy) => ({ amount: Number(policy.waitingHours), unit: 'hour', calendar: 'always' }),
    },
    doing: {
      label: words('Doing'),
      duration: (_context, policy) => ({ amount: Number(policy.doingHours), unit: 'hour', calendar: 'always' }),
      rungs: () => rungs,
    },
  },
  effects: { announce: noticePayload },
  children: { check: checkContract },
  policy: {
    schema: z.strictObject({ waitingHours: z.number(), doingHours: z.number() }),
    presets: { usual: { waitingHours: 1, doingHours: 2 } },
    default: 'usual',
  },
  parties: (context) => [
    ...(typeof context.asker === 'string' ? [{ relation: 'asker', person: context.asker }] : []),
    ...(typeof context.doer === 'string' ? [{ relation: 'doer', person: context.doer }] : []),
  ],
  summary: (context) => ({
    title: wordOf(context.title),
    unit: wordOf(context.place),
    stage: 'do',
    visibility: context.hidden === true ? 'confidential' : 'public',
    lookups: typeof context.number === 'string' ? [{ key: 'number', value: context.number, unique: true }] : [],
  }),
});
