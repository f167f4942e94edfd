import { z } from 'zod';

import { text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

import { DUTY_PARTS, dutyLimit } from './contract.js';

/** Who may call: a residents' area summons departments, a street or a district calls its own. */
export const CALLERS: Who[] = [{ role: 'coordinator' }, { role: 'secretary' }, { role: 'leader' }];
/** Those who speak for a unit at the table. */
const speaking = (of: string): Who[] => [
  { role: 'department', of },
  { role: 'leader', of },
  { role: 'coordinator', of },
];
export const SUMMONED: Who[] = speaking('summoned');
/** Those who have not answered the summons. */
export const EXPECTED: Who[] = speaking('expected');
export const LEADERS_EXPECTED: Who[] = [{ role: 'leader', of: 'expected' }];
/** Those who have not said anything to the minute. */
export const UNHEARD: Who[] = speaking('unheard');
export const LEADERS_UNHEARD: Who[] = [{ role: 'leader', of: 'unheard' }];
export const CHAIR: Who[] = [
  { role: 'coordinator', of: 'chair' },
  { role: 'leader', of: 'chair' },
  { role: 'secretary', of: 'chair' },
];
/** Says for the chair what becomes of objections to the text: never whoever wrote it. */
export const WEIGHERS: Who[] = CHAIR.map((who) => ({ ...who, not: ['drafter'] }));
/** The tier above the chair; where nothing stands above, nobody. */
export const UPPER: Who[] = [
  { role: 'leader', of: 'upper' },
  { role: 'coordinator', of: 'upper' },
];
/** Who decides on objections: never whoever wrote what is objected to. */
export const DECIDERS: Who[] = [
  { role: 'leader', of: 'upper', not: ['drafter'] },
  { role: 'coordinator', of: 'upper', not: ['drafter'] },
];
/** Signs the minute: a second person, of the chair or of the tier above. */
export const SIGNERS: Who[] = [
  { role: 'leader', of: 'chair', not: ['drafter'] },
  { role: 'coordinator', of: 'chair', not: ['drafter'] },
  ...DECIDERS,
];
/** A chair with one officer only has no second person: when its time to sign is over, whoever leads another unit that was there does. */
export const COUNTERSIGNERS: Who[] = [
  { role: 'leader', of: 'countersigner', not: ['drafter'] },
  { role: 'coordinator', of: 'countersigner', not: ['drafter'] },
];
export const CALLER: Who[] = [{ relation: 'caller' }];

const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });
const categoryId = id.meta({ refers: 'category' });
const unit = unitId.describe('Unit you speak for');
const reason = text().describe('Why');
const sitting = {
  startsAt: z.iso.datetime().describe('When it starts, an instant in UTC'),
  where: text(200).describe('Where it sits, or how to take part'),
};
const minute = z.object({
  minute: text(10_000).describe('What was said and agreed: one minute for all'),
  duties: z
    .array(
      z.object({
        unit: unitId.describe('Unit whose duty it is'),
        part: z.enum(DUTY_PARTS),
        instruction: text().describe('What it has to do'),
        limit: dutyLimit.nullable().default(null).describe('Null: the time of the task’s policy'),
        matter: categoryId
          .nullable()
          .default(null)
          .describe('Entry of the service catalogue; null: that of the meeting'),
      }),
    )
    .max(50)
    .describe(
      'Who does what until when: exactly one leads, the others assist; all assist where a task in dispute leads',
    ),
  owner: unitId.nullable().default(null).describe('Unit that owns the matter from now on (归属)'),
  ground: text().nullable().default(null).describe('Why it is that unit'),
});

const summoning = {
  setSitting: {
    label: { zh: '确定会议时间地点', en: 'Set day and place' },
    help: {
      zh: '定下时间地点，随即向各单位发出约请。',
      en: 'Name day and place: the summons goes out to all units at once.',
    },
    input: z.object(sitting),
    who: CHAIR,
  },
  confirmAttendance: {
    label: { zh: '确认到会', en: 'Confirm' },
    help: { zh: '确认派人参加。', en: 'Your unit comes.' },
    input: z.object({ unit }),
    who: SUMMONED,
  },
  sendExcuse: {
    label: { zh: '请假说明', en: 'Send an excuse' },
    help: {
      zh: '不能到会的，写明理由；不说明的视为未答复，报本单位负责人和上级。',
      en: 'Your unit cannot come: say why. Silence is told to your leader and the tier above.',
    },
    input: z.object({ unit, reason }),
    who: SUMMONED,
  },
  refuseExcuse: {
    label: { zh: '不准请假', en: 'Refuse the excuse' },
    help: { zh: '理由不成立的，请该单位必须到会。', en: 'It is no good reason: the unit is expected.' },
    input: z.object({ unit: unitId.describe('Unit that asked to be excused'), reason }),
    who: CHAIR,
  },
  postpone: {
    label: { zh: '改期', en: 'Postpone' },
    help: { zh: '改期须写明理由，次数有限。', en: 'To another day, with the reason; not often.' },
    input: z.object({ ...sitting, reason }),
    who: CHAIR,
  },
  callOff: {
    label: { zh: '取消会议', en: 'Call it off' },
    help: {
      zh: '事情已经解决或者不再需要的，写明理由；归属有争议的不能取消。',
      en: 'No longer needed, with the reason. Not where an owner is to be named.',
    },
    input: z.object({ reason }),
    who: [...CHAIR, ...CALLER],
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;

const sittingActs = {
  openSitting: {
    label: { zh: '签到开会', en: 'Open the sitting' },
    help: { zh: '登记到会单位，开始协商。', en: 'Enter the units that are there, and begin.' },
    input: z.object({ attendance: z.array(unitId).min(1).max(30).describe('Summoned units that are there') }),
    who: CHAIR,
  },
  reportNobody: {
    label: { zh: '无单位到会', en: 'Nobody came' },
    help: {
      zh: '第一次改为约请各单位负责人再开；再次无人到会，由首接单位负责。',
      en: 'The first time the leaders are summoned to another day; the second time the unit asked first keeps the matter.',
    },
    input: z.object({}),
    who: CHAIR,
    confirm: true,
  },
  makeStatement: {
    label: { zh: '发表意见', en: 'State your view' },
    help: {
      zh: '说明本单位的职责、依据和能做什么；主持单位可以代为记录。',
      en: 'What is your unit’s duty, by which rule, and what it can do. The chair may enter what was said.',
    },
    input: z.object({ unit: unitId.describe('Unit whose view it is'), statement: text() }),
    who: [...SUMMONED, ...CHAIR],
  },
  draftMinute: {
    label: { zh: '起草会议纪要', en: 'Draft the minute' },
    help: {
      zh: '一份纪要：写明谁牵头、谁配合、做什么、什么时候办好；有归属争议的必须指定承办单位。',
      en: 'One minute: who leads, who assists, what and until when. Where the owner is in dispute it must name one.',
    },
    input: minute,
    who: [...CHAIR, ...UPPER],
  },
} satisfies Record<string, ActDefinition>;

const concluding = {
  confirmMinute: {
    label: { zh: '确认纪要', en: 'Confirm the minute' },
    help: { zh: '逾期不答复的，视为确认，记入台账。', en: 'Silence confirms too, and is recorded as silence.' },
    input: z.object({ unit }),
    who: UNHEARD,
  },
  objectToMinute: {
    label: { zh: '提出异议', en: 'Object' },
    help: { zh: '写明哪里不同意、依据是什么。', en: 'What you do not agree to, and by which rule.' },
    input: z.object({ unit, reason }),
    who: UNHEARD,
  },
  reviseMinute: {
    label: { zh: '修改纪要', en: 'Revise the minute' },
    help: { zh: '修改后各单位重新确认。', en: 'All are asked again.' },
    input: minute,
    who: CHAIR,
  },
  referUp: {
    label: { zh: '提请上级裁定', en: 'Refer it up' },
    help: { zh: '上级裁定异议是否成立。', en: 'The tier above decides on the objections.' },
    input: z.object({ reason }),
    who: CHAIR,
  },
  keepDissent: {
    label: { zh: '保留异议', en: 'Let it stand as dissent' },
    help: { zh: '异议写入纪要，职责照样履行。', en: 'It stands in the minute; the duties stand as well.' },
    input: z.object({ reason }),
    who: WEIGHERS,
  },
  upholdMinute: {
    label: { zh: '维持纪要', en: 'Uphold the minute' },
    help: { zh: '写明理由；异议写入纪要。', en: 'Say why. The objections stand in the minute.' },
    input: z.object({ reason }),
    who: DECIDERS,
    confirm: true,
  },
  rewriteMinute: {
    label: { zh: '改定纪要', en: 'Decide otherwise' },
    help: {
      zh: '异议成立，由上级改定职责；不再征求确认。',
      en: 'The objections are right: the tier above settles the duties, and nobody is asked again.',
    },
    input: minute,
    who: DECIDERS,
    confirm: true,
  },
  signMinute: {
    label: { zh: '签发纪要', en: 'Sign the minute' },
    help: {
      zh: '起草人不能签发；主持单位到期没有第二人签发的，由到会的其他单位会签。签发后公布，职责成为任务，不得再退。',
      en: 'Not by whoever drafted it. Where the chair has no second person who signs in time, another unit that was there countersigns. It is published, and its duties become tasks that nobody returns.',
    },
    input: z.object({}),
    who: [...SIGNERS, ...COUNTERSIGNERS],
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;

/** Everything people do to a joint meeting. */
export const jointActs = { ...summoning, ...sittingActs, ...concluding };
