import { assign, setup } from 'xstate';
import { z } from 'zod';

import {
  defineWorkflow,
  engineActions,
  registerWorkflow,
  type ActDefinition,
  type Contract,
  type DurationUnit,
  type JsonObject,
  type Rung,
  type StateMeta,
  type Workflow,
} from '#libs/engine';

/*
 * The smallest procedure with a full clock: a promise to be kept in some time of the office, with a ladder, that may be held and
 * extended; and a last day that nothing holds.
 */

const words = (en: string): { zh: string; en: string } => ({ zh: `${en}(中)`, en });
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const nothing = z.strictObject({});

const promiseContract = {
  workflow: 'promise',
  input: z.object({
    unit: z.string().default('east'),
    amount: z.number().default(5),
    measure: z.string().default('workingDay'),
    calendar: z.string().default('office'),
    lastDay: z.string().default('2099-01-01T00:00:00.000Z'),
  }),
  output: z.strictObject({ late: z.number() }),
} satisfies Contract;

interface PromiseContext {
  policy: JsonObject;
  unit: string;
  amount: number;
  measure: string;
  calendar: string;
  lastDay: string;
  late: number;
  ended: number;
}

const machine = setup({
  types: { context: {} as PromiseContext, input: {} as PromiseContext, output: {} as { late: number } },
  actions: {
    ...engineActions,
    countLate: assign({ late: ({ context }) => context.late + 1 }),
    countEnd: assign({ ended: ({ context }) => context.ended + 1 }),
    move: assign({ unit: 'west' }),
  },
  delays: { keeping: 1, lastDay: 1 },
}).createMachine({
  id: 'promise',
  context: ({ input }) => ({ ...input, late: 0, ended: 0 }),
  output: ({ context }) => ({ late: context.late }),
  on: { cancelled: '.cancelled' },
  initial: 'given',
  states: {
    given: {
      meta: {
        label: words('Given'),
        awaits: [{ who: [{ role: 'keeper' }], acts: ['keep'], clock: 'keeping' }],
      } satisfies StateMeta,
      after: { keeping: { actions: 'countLate' }, lastDay: { actions: 'countEnd' } },
      on: {
        keep: 'kept',
        again: { target: 'given', reenter: true, actions: 'move' },
        extend: { actions: { type: 'extend', params: { clock: 'keeping', by: { amount: 3, unit: 'workingDay' } } } },
      },
      initial: 'free',
      states: {
        free: { on: { hold: 'held' } },
        held: { tags: ['pauses:keeping', 'pauses:lastDay'], on: { goOn: 'free' } },
      },
    },
    kept: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

const rungs: Rung[] = [
  { name: 'half', at: { percent: 50 }, severity: 'remind', audience: [{ role: 'keeper' }] },
  {
    name: 'dayBefore',
    at: { before: { amount: 1, unit: 'workingDay' } },
    severity: 'blue',
    audience: [{ role: 'keeper' }],
  },
  { name: 'red', at: { percent: 100 }, severity: 'red', audience: [{ role: 'leader' }] },
  { name: 'urge', at: { after: { amount: 1, unit: 'workingDay' } }, severity: 'urge', audience: [{ role: 'leader' }] },
];

const act = (name: string): ActDefinition => ({
  label: words(name),
  help: words(`${name} now`),
  input: nothing,
  who: [{ role: 'keeper' }],
});

const promiseWorkflow: Workflow = defineWorkflow({
  name: 'promise',
  version: 1,
  texts: {
    label: words('Promise'),
    description: words('A promise'),
    stages: { do: words('Do') },
    relations: {},
    fields: {
      start: {
        unit: ['哪个单元', 'Unit'],
        amount: ['时长', 'Length'],
        measure: ['时间单位', 'Unit of time'],
        calendar: ['哪本日历', 'Calendar'],
        lastDay: ['最后一天', 'Last day'],
      },
    },
  },
  contract: promiseContract,
  machine,
  startedBy: [{ role: 'keeper' }],
  acts: { keep: act('keep'), again: act('again'), extend: act('extend'), hold: act('hold'), goOn: act('goOn') },
  receives: {},
  guards: {},
  clocks: {
    keeping: {
      label: words('Keeping'),
      duration: (context) => ({
        amount: Number(context.amount),
        unit: context.measure as DurationUnit,
        calendar: wordOf(context.calendar),
      }),
      rungs: () => rungs,
    },
    lastDay: { label: words('Last day'), duration: (context) => ({ until: wordOf(context.lastDay) }) },
  },
  effects: {},
  children: {},
  policy: { schema: z.strictObject({}), presets: { usual: {} }, default: 'usual' },
  parties: () => [],
  summary: (context) => ({
    title: null,
    unit: wordOf(context.unit),
    stage: 'do',
    visibility: 'public',
    lookups: [],
  }),
});

/** The promise alone, registered. */
export const PROMISES = new Map([['promise', registerWorkflow(promiseWorkflow)]]);
