import type { GuardDefinition } from '#libs/engine';

import { askedOf, table, unheard, type JointContext } from './joint.context.js';
import type { JointEvent } from './joint.events.js';

type CaseArgs = { context: JointContext };
type InputArgs = { context: JointContext; event: JointEvent };

const DAY = 86_400_000;

function isInTime({ context, event }: InputArgs): boolean {
  if (event.type !== 'setSitting' && event.type !== 'postpone') return false;
  const wait = Date.parse(event.input.startsAt) - Date.parse(event.at);
  return wait > 0 && wait <= context.policy.daysMost * DAY;
}

/** Whoever answers a summons speaks for a unit that was summoned. */
const isSummoned = ({ context, event }: InputArgs): boolean =>
  (event.type === 'confirmAttendance' || event.type === 'sendExcuse') &&
  context.summons.some(({ unit }) => unit === event.input.unit);

const hasAnswered = ({ context }: CaseArgs): boolean => context.summons.every(({ answer }) => answer !== 'expected');

const isExcuseRefusable = ({ context, event }: InputArgs): boolean =>
  event.type === 'refuseExcuse' &&
  context.summons.some(
    ({ unit, answer, excusesRefused }) =>
      unit === event.input.unit && answer === 'excused' && excusesRefused < context.policy.excusesRefusedMost,
  );

const mayPostpone = ({ context }: CaseArgs): boolean => context.postponements < context.policy.postponementsMost;
/** A dispute about an owner ends with an owner, not with a meeting called off. */
const mayCallOff = ({ context }: CaseArgs): boolean => context.task === null;

function areEnough({ context, event }: InputArgs): boolean {
  if (event.type !== 'openSitting') return false;
  const present = new Set(event.input.attendance);
  return (
    present.size >= context.policy.attendeesLeast && [...present].every((unit) => context.departments.includes(unit))
  );
}

const mayReconvene = ({ context }: CaseArgs): boolean => context.misses < context.policy.missesMost;
const isPatient = ({ context }: CaseArgs): boolean => context.silences < context.policy.silencesMost;

const isAtTable = ({ context, event }: InputArgs): boolean =>
  event.type === 'makeStatement' && table(context).includes(event.input.unit);

/**
 * Each unit has one duty, everybody sits at the table, and one leads. Where the owner of a task is in dispute the minute names one, who
 * leads by that very task: all duties assist it.
 */
function isMinuteWhole({ context, event }: InputArgs): boolean {
  if (event.type !== 'draftMinute' && event.type !== 'reviseMinute' && event.type !== 'rewriteMinute') return false;
  const { duties, owner } = event.input;
  const units = duties.map(({ unit }) => unit);
  const seated = table(context);
  const leads = duties.filter(({ part }) => part === 'lead').length;
  return (
    duties.length <= context.policy.dutiesMost &&
    new Set(units).size === units.length &&
    [...units, ...(owner === null ? [] : [owner])].every((unit) => seated.includes(unit)) &&
    (context.task === null
      ? leads === (duties.length === 0 ? 0 : 1) && (duties.length > 0 || owner !== null)
      : leads === 0 && owner !== null && !units.includes(owner))
  );
}

const isUnheard = ({ context, event }: InputArgs): boolean =>
  (event.type === 'confirmMinute' || event.type === 'objectToMinute') && unheard(context).includes(event.input.unit);

const isAllHeard = ({ context }: CaseArgs): boolean => unheard(context).length === 0;

/** Objections of those who are asked; a unit that left the table with its department objects no more. */
const isUnopposed = ({ context }: CaseArgs): boolean => {
  const asked = askedOf(context);
  return context.replies.every(({ how, unit }) => how !== 'objected' || !asked.includes(unit));
};

const mayRevise = ({ context }: CaseArgs): boolean => context.revisions < context.policy.revisionsMost;
const hasUpper = ({ context }: CaseArgs): boolean => context.upper !== null;
const areDutiesEnded = ({ context }: CaseArgs): boolean =>
  (context.minute?.duties ?? []).every(({ result }) => result !== null);

/** Implementations for the chart. */
export const jointGuards = {
  isInTime,
  isSummoned,
  hasAnswered,
  isExcuseRefusable,
  mayPostpone,
  mayCallOff,
  areEnough,
  mayReconvene,
  isPatient,
  isAtTable,
  isMinuteWhole,
  isUnheard,
  isAllHeard,
  isUnopposed,
  mayRevise,
  hasUpper,
  areDutiesEnded,
};

const overCase = (zh: string, en: string): GuardDefinition => ({ over: 'case', refusal: { zh, en } });
const overInput = (zh: string, en: string): GuardDefinition => ({ over: 'input', refusal: { zh, en } });

/** What each guard reads and what a refused person is told. */
export const jointGuardTexts: Record<keyof typeof jointGuards, GuardDefinition> = {
  isInTime: overInput('会议时间须在规定天数之内。', 'The sitting is to be within the days the rules allow.'),
  isSummoned: overInput('没有约请这个单位：请核对。', 'This unit was not summoned: check it.'),
  hasAnswered: overCase('还有单位没有答复。', 'Not every unit has answered.'),
  isExcuseRefusable: overInput(
    '这个单位没有请假，或者已经不准过一次。',
    'This unit sent no excuse, or was refused before.',
  ),
  mayPostpone: overCase(
    '改期次数已满：请按期开会。',
    'It was postponed before: sit as convened, or report that nobody came.',
  ),
  mayCallOff: overCase(
    '归属有争议的，必须开会指定承办单位，不能取消。',
    'An owner is in dispute: the meeting has to name one and cannot be called off.',
  ),
  areEnough: overInput(
    '到会单位须是被约请的单位，并达到最低数量。',
    'Enter summoned units only, and as many as the rules ask for.',
  ),
  mayReconvene: overCase('已经再次约请过。', 'It was convened anew before.'),
  isPatient: overCase('主持单位多次未办。', 'The chair was silent too often.'),
  isAtTable: overInput('这个单位不参加本次会议。', 'This unit is not part of the meeting.'),
  isMinuteWhole: overInput(
    '纪要须恰好有一个牵头单位，每个单位一项职责，都须是与会单位；归属有争议的须指定承办单位，由它以原任务牵头，其他单位配合。',
    'Exactly one unit leads, each has one duty and all of them are part of the meeting. Where the owner of a task is in dispute, name it: it leads by that task, and all others assist.',
  ),
  isUnheard: overInput(
    '这个单位无须答复，或者已经答复。',
    'This unit is not asked about the minute, or has answered already.',
  ),
  isAllHeard: overCase('还有单位没有答复纪要。', 'Not every unit has answered the minute.'),
  isUnopposed: overCase('对纪要有异议。', 'There are objections to the minute.'),
  mayRevise: overCase(
    '修改次数已满：请提请上级裁定或者保留异议。',
    'It was revised often enough: refer it up, or let the objections stand as dissent.',
  ),
  hasUpper: overCase('没有共同的上级：异议写入纪要。', 'Nothing stands above: objections stand as dissent.'),
  areDutiesEnded: overCase('还有职责没有办结。', 'Duties are still being carried out.'),
};
