import { assertEvent } from 'xstate';

import {
  askedOf,
  personOf,
  summoned,
  unheard,
  type JointContext,
  type JointDuty,
  type Minute,
  type Reply,
  type Summons,
} from './joint.context.js';
import type { JointEvent } from './joint.events.js';

/*
 * What each step writes into the context. Pure: the chart names them.
 */

type Args = { context: JointContext; event: JointEvent };
type Change = Partial<JointContext>;

export function recordChair({ event }: Args): Change {
  assertEvent(event, 'chair.found');
  const { chair, upper, keeper, crossing } = event.payload;
  return { chair, upper, keeper, crossing };
}

/**
 * Whoever took a unit over sits in its place, with what it said; a closed one without heir leaves the table. Where the chair is gone
 * without heir the tier above takes it, else the unit that called.
 */
export function recordSuccession({ context, event }: Args): Change {
  assertEvent(event, 'unit.succeeded');
  const { from, to } = event.payload;
  const moved = (units: readonly string[]): string[] => [
    ...new Set(units.map((unit) => (unit === from ? to : unit)).filter((unit) => unit !== null)),
  ];
  const heir = (unit: string): string => (unit === from ? (to ?? unit) : unit);
  return {
    departments: moved(context.departments),
    attendance: moved(context.attendance),
    summons: successors(context.summons, from, to),
    unit: heir(context.unit),
    chair: context.chair === from ? (to ?? context.upper ?? context.unit) : context.chair,
    replies: heard(context.replies, from, to),
    statements: context.statements.map((one) => ({ ...one, unit: heir(one.unit) })),
    keeper: heir(context.keeper),
    first: heir(context.first),
    upper: context.upper === from ? to : context.upper,
    minute: minuteOfHeirs(context.minute, heir),
  };
}

/** What a unit said to the minute its heir has said, unless the heir has said something of its own. */
function heard(replies: readonly Reply[], from: string, to: string | null): Reply[] {
  const others = replies.filter(({ unit }) => unit !== from);
  const own = replies.find(({ unit }) => unit === from);
  if (own === undefined || others.some(({ unit }) => unit === to)) return others;
  return [...others, { ...own, unit: to ?? from }];
}

function minuteOfHeirs(minute: Minute | null, heir: (unit: string) => string): Minute | null {
  if (minute === null) return null;
  const owner = minute.owner === null ? null : heir(minute.owner);
  return { ...minute, owner, duties: minute.duties.map((duty) => ({ ...duty, unit: heir(duty.unit) })) };
}

function successors(summons: readonly Summons[], from: string, to: string | null): Summons[] {
  const others = summons.filter(({ unit }) => unit !== from);
  const own = summons.find(({ unit }) => unit === from);
  if (own === undefined || to === null || others.some(({ unit }) => unit === to)) return others;
  return [...others, { ...own, unit: to }];
}

export function countSitting({ context, event }: Args): Change {
  assertEvent(event, 'setSitting');
  const { startsAt, where } = event.input;
  return { startsAt, where, sittings: context.sittings + 1, summons: summoned(context.departments) };
}

export function countPostponement({ context, event }: Args): Change {
  assertEvent(event, 'postpone');
  const { startsAt, where } = event.input;
  return { startsAt, where, postponements: context.postponements + 1, summons: summoned(context.departments) };
}

function answered(context: JointContext, unit: string, answer: Partial<Summons>): Change {
  return { summons: context.summons.map((one) => (one.unit === unit ? { ...one, ...answer } : one)) };
}

export function recordConfirmation({ context, event }: Args): Change {
  assertEvent(event, 'confirmAttendance');
  return answered(context, event.input.unit, { answer: 'confirmed', excuse: null, at: event.at });
}

export function recordExcuse({ context, event }: Args): Change {
  assertEvent(event, 'sendExcuse');
  return answered(context, event.input.unit, { answer: 'excused', excuse: event.input.reason, at: event.at });
}

export function countExcuseRefused({ context, event }: Args): Change {
  assertEvent(event, 'refuseExcuse');
  const own = context.summons.find(({ unit }) => unit === event.input.unit);
  return answered(context, event.input.unit, {
    answer: 'expected',
    excusesRefused: (own?.excusesRefused ?? 0) + 1,
    at: null,
  });
}

/** Silence is no excuse: it stands in the record, and who leads the unit was told. */
export function recordSilentUnits({ context }: Args): Change {
  return {
    summons: context.summons.map((one) => (one.answer === 'expected' ? { ...one, answer: 'silent' } : one)),
  };
}

export function recordAttendance({ event }: Args): Change {
  assertEvent(event, 'openSitting');
  return { attendance: [...new Set(event.input.attendance)], silences: 0 };
}

export function countMiss({ context }: Args): Change {
  return { misses: context.misses + 1, startsAt: null };
}

export function countSilence({ context }: Args): Change {
  return { silences: context.silences + 1 };
}

export function countUnsigned({ context }: Args): Change {
  return { silences: context.silences + 1, unsigned: context.unsigned + 1 };
}

export function recordStatement({ context, event }: Args): Change {
  assertEvent(event, 'makeStatement');
  const { unit, statement } = event.input;
  return { statements: [...context.statements, { unit, text: statement, at: event.at }] };
}

function drafted(event: Extract<JointEvent, { type: 'draftMinute' | 'reviseMinute' | 'rewriteMinute' }>): Change {
  const { minute, duties, owner, ground } = event.input;
  return {
    minute: {
      text: minute,
      duties: duties.map((duty, index): JointDuty => ({
        ...duty,
        id: `duty-${String(index + 1)}`,
        result: null,
        answer: null,
        evidence: [],
      })),
      owner,
      ground,
      by: personOf(event.by),
    },
  };
}

export function recordMinute({ event }: Args): Change {
  assertEvent(event, 'draftMinute');
  return { ...drafted(event), replies: [] };
}

export function countRevision({ context, event }: Args): Change {
  assertEvent(event, 'reviseMinute');
  return { ...drafted(event), replies: [], revisions: context.revisions + 1 };
}

/** What the tier above settled; objections to the former minute are met by it. */
export function recordRewriting({ event }: Args): Change {
  assertEvent(event, 'rewriteMinute');
  return { ...drafted(event), ruling: event.input.ground };
}

export function recordReply({ context, event }: Args): Change {
  assertEvent(event, ['confirmMinute', 'objectToMinute']);
  const { unit } = event.input;
  const reply =
    event.type === 'objectToMinute'
      ? { unit, how: 'objected' as const, reason: event.input.reason, at: event.at }
      : { unit, how: 'confirmed' as const, reason: null, at: event.at };
  return { replies: [...context.replies, reply] };
}

/** Silence confirms, and stands in the record as silence. */
export function recordSilentReplies({ context, event }: Args): Change {
  const at = 'at' in event ? event.at : '';
  const silent = unheard(context).map((unit) => ({ unit, how: 'silent' as const, reason: null, at }));
  return { replies: [...context.replies, ...silent] };
}

/** Objections stand in the minute. */
export function recordDissent({ context, event }: Args): Change {
  const asked = askedOf(context);
  const ruling = event.type === 'keepDissent' || event.type === 'upholdMinute' ? event.input.reason : context.ruling;
  return {
    dissent: context.replies
      .filter(({ how, unit }) => how === 'objected' && asked.includes(unit))
      .map(({ unit, reason }) => ({ unit, reason })),
    ruling,
  };
}

export function recordSignature({ event }: Args): Change {
  assertEvent(event, 'signMinute');
  return { signedBy: personOf(event.by) };
}

function ended(context: JointContext, id: string, end: Pick<JointDuty, 'result' | 'answer' | 'evidence'>): Change {
  if (context.minute === null) return {};
  const duties = context.minute.duties.map((duty) => (duty.id === id ? { ...duty, ...end } : duty));
  return { minute: { ...context.minute, duties } };
}

export function recordTask({ context, event }: Args): Change {
  assertEvent(event, 'done.task');
  const { result, answer, evidence } = event.output;
  return ended(context, event.child, { result, answer, evidence });
}

export function recordFailedTask({ context, event }: Args): Change {
  assertEvent(event, 'failed.task');
  return ended(context, event.child, { result: 'cancelled', answer: null, evidence: [] });
}

export function recordCallingOff({ event }: Args): Change {
  assertEvent(event, 'callOff');
  return { endReason: event.input.reason, ending: 'cancelled' };
}

export const endAs = (ending: NonNullable<JointContext['ending']>) => (): Change => ({ ending });
