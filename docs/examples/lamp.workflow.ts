/*
 * A lamp (路灯) is out: a resident reports it, somebody mends it in two working days, the reporter says whether it burns.
 *
 * broken   Waits for a volunteer or a department to say that it is mended. When the time is over a leader is told; it still waits.
 * mended   Waits three days for the reporter. No answer counts as fine; "still dark" sends it back, as often as the policy allows.
 * fine     It burns, or nobody said that it does not.
 * stopped  Somebody else's matter after all, or mended badly too often.
 */
import { assign, setup } from 'xstate';
import { z } from 'zod';

import { text, type InputOf } from '#libs/contract';
import {
  defineWorkflow,
  type ActDefinition,
  type ActEvent,
  type Actor,
  type CancelledEvent,
  type FieldTexts,
  type JsonObject,
  type StateMeta,
  type Workflow,
} from '#libs/engine';

// What people do. Labels and schemas become buttons, forms and API documentation; `who` becomes permissions and desks.
const acts = {
  mend: {
    label: { zh: '修好了', en: 'Mended' },
    help: { zh: '写明换了什么。', en: 'Say what was replaced.' },
    input: z.object({ note: text(500).describe('What was done') }),
    who: [{ role: 'volunteer' }, { role: 'department' }],
  },
  confirm: {
    label: { zh: '亮了', en: 'It burns' },
    help: { zh: '晚上看过，灯亮了。', en: 'You looked in the evening: it burns.' },
    input: z.object({}),
    who: [{ relation: 'reporter' }],
  },
  stillDark: {
    label: { zh: '还是不亮', en: 'Still dark' },
    help: { zh: '请再修一次。', en: 'It has to be mended again.' },
    input: z.object({}),
    who: [{ relation: 'reporter' }],
  },
} satisfies Record<string, ActDefinition>;

type Acts = typeof acts;
type LampEvent = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts] | CancelledEvent;

// What the forms say. A label is short; what needs more words has a help beside it.
const fields: FieldTexts = {
  start: {
    unit: ['哪个楼栋或单元', 'Building or stairwell'],
    place: ['哪盏灯', 'Which lamp', { help: ['写明在几楼、什么位置。', 'On which floor, and where.'] }],
  },
  acts: { mend: { note: ['修了什么', 'What was done'] } },
  policy: { workingDays: ['几个工作日修好', 'Working days to mend it'], repairsMost: ['最多修几次', 'Most repairs'] },
};

// What starts it and what it comes to: the only thing another workflow may know of this one.
const contract = {
  workflow: 'lamp',
  input: z.object({
    unit: z.string().min(1).meta({ refers: 'unit' }).describe('Building or stairwell'),
    place: text(200).describe('Which lamp'),
  }),
  output: z.object({ repairs: z.number().int() }),
};

// The numbers a community may choose. A case keeps the version it started with.
const policy = z.object({ workingDays: z.number().int().min(1).max(30), repairsMost: z.number().int().min(1).max(9) });
type Policy = z.output<typeof policy>;

interface Start {
  unit: string;
  place: string;
  by: Actor;
  policy: Policy;
}
interface Lamp extends Omit<Start, 'by'> {
  reporter: string | null;
  note: string | null;
  repairs: number;
}

const begin = ({ input: { unit, place, by, policy: chosen } }: { input: Start }): Lamp => {
  return { policy: chosen, unit, place, reporter: by.kind === 'person' ? by.person : null, note: null, repairs: 0 };
};
const result = ({ context }: { context: Lamp }) => ({ repairs: context.repairs });

const machine = setup({
  types: { context: {} as Lamp, events: {} as LampEvent, input: {} as Start, meta: {} as StateMeta },
  actions: {
    countRepair: assign(({ context, event }) => ({
      repairs: context.repairs + 1,
      note: event.type === 'mend' ? event.input.note : context.note,
    })),
  },
  guards: { mayMendAgain: ({ context }) => context.repairs < context.policy.repairsMost },
  // Placeholders: real lengths come from `clocks` below, measured on a calendar, outlasting restarts.
  delays: { mending: 1, looking: 1 },
}).createMachine({
  id: 'lamp',
  context: begin,
  output: result,
  initial: 'broken',
  on: { cancelled: { target: '.stopped' } },
  states: {
    broken: {
      description: 'The lamp is out.',
      meta: {
        label: { zh: '待修', en: 'To be mended' },
        awaits: [{ who: acts.mend.who, acts: ['mend'], clock: 'mending' }],
      },
      on: { mend: { target: 'mended', actions: 'countRepair' } },
      after: { mending: { description: 'Late: the ladder of the clock has told a leader.' } },
    },
    mended: {
      description: 'Mended, says whoever did it. The reporter looks.',
      meta: {
        label: { zh: '待确认', en: 'To be looked at' },
        awaits: [{ who: acts.confirm.who, acts: ['confirm', 'stillDark'], clock: 'looking' }],
      },
      on: {
        confirm: { target: 'fine' },
        stillDark: [{ guard: 'mayMendAgain', target: 'broken' }, { target: 'stopped' }],
      },
      after: { looking: { target: 'fine', description: 'Nobody said that it is still dark.' } },
    },
    fine: { type: 'final', description: 'The lamp burns.', meta: { label: { zh: '亮了', en: 'Burns' } } },
    stopped: { type: 'final', description: 'Not mended here.', meta: { label: { zh: '已停止', en: 'Stopped' } } },
  },
});

/** What the engine stores as JSON is this workflow's context: only its own chart writes it. */
const own = (context: JsonObject): Lamp => context as unknown as Lamp;

/** Everything the engine has to know, in one declaration. */
export const lampWorkflow: Workflow = defineWorkflow({
  name: 'lamp',
  version: 1,
  texts: {
    label: { zh: '路灯报修', en: 'Street lamp' },
    description: { zh: '灯坏了有人修，修好了有人看。', en: 'A lamp is mended, and somebody looks whether it burns.' },
    stages: { open: { zh: '办理中', en: 'Open' }, ended: { zh: '结束', en: 'Ended' } },
    relations: { reporter: { zh: '报修人', en: 'reporter' } },
    fields,
  },
  contract,
  machine,
  startedBy: [{ role: 'resident' }],
  acts,
  receives: {},
  guards: {
    mayMendAgain: { over: 'case', refusal: { zh: '修的次数已满。', en: 'It was mended too often already.' } },
  },
  clocks: {
    mending: {
      label: { zh: '维修时限', en: 'Time to mend' },
      duration: (_lamp, { workingDays }) => ({ amount: Number(workingDays), unit: 'workingDay', calendar: 'office' }),
      rungs: () => [
        { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: acts.mend.who },
        { name: 'red', at: { percent: 100 }, severity: 'red', audience: [{ role: 'leader' }] },
      ],
    },
    looking: {
      label: { zh: '确认时限', en: 'Time to look' },
      duration: () => ({ amount: 3, unit: 'day', calendar: 'always' }),
    },
  },
  effects: {},
  children: {},
  policy: { schema: policy, presets: { standard: { workingDays: 2, repairsMost: 2 } }, default: 'standard' },
  parties: (context) => {
    const { reporter } = own(context);
    return reporter === null ? [] : [{ relation: 'reporter', person: reporter }];
  },
  summary: (context, value) => ({
    title: own(context).place,
    unit: own(context).unit,
    stage: value === 'broken' || value === 'mended' ? 'open' : 'ended',
    visibility: 'public',
    lookups: [],
  }),
});
