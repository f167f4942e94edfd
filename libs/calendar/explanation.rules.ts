import type { Budget } from './budget.rules.js';
import type { Calendar } from './calendar.definition.js';
import type { ClockLedger, Counting, Extension, Pause } from './clock-ledger.types.js';
import { toInstant, toMs } from './instant.rules.js';
import type { Instant } from './instant.rules.js';
import { guessedYears, dueMs, measure } from './projection.rules.js';
import { dateOf, dayOf, spansOfDay, startOfDay, timetableOf } from './timetable.rules.js';
import type { DayNumber, OpenSpan, Timetable } from './timetable.rules.js';

/** Why a day or a part of it was not counted. */
export const SKIP_REASONS = ['closedWeekday', 'closedException', 'outsideHours', 'paused'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** One local day between arming and due instant. */
export interface ExplainedDay {
  date: string;
  /** What was counted, in milliseconds and as stretches. */
  countedMs: number;
  counted: { from: Instant; to: Instant }[];
  /** Why nothing of the day was counted. */
  skipped?: SkipReason;
  /** Name of the exception that closes or opens the day: `国庆节`. */
  exception?: string;
  /** The day a period in working days begins on, which is not the first of them. */
  isStartDay?: true;
}

/** Why a clock is due when it is. */
export interface Explanation {
  calendar: string;
  zone: string;
  budget: Budget;
  counts: Counting;
  armedAt: Instant;
  /** While paused: if the pause ended at the instant asked for. */
  dueAt: Instant;
  isPaused: boolean;
  unconfirmedYears: number[];
  days: ExplainedDay[];
  /** More days lie between than are listed. */
  isCut: boolean;
  /** Pauses, with what the clock would have counted meanwhile. */
  pauses: (Pause & { savedMs: number })[];
  extensions: Extension[];
}

const MOST_DAYS = 800;

function stretchesOf(ledger: ClockLedger, { at, due }: { at: number; due: number }): OpenSpan[] {
  if (ledger.counts === 'fixed') return [{ from: toMs(ledger.armedAt), to: due }];
  const past = ledger.runs.map((run) => ({ from: toMs(run.from), to: Math.min(due, toMs(run.to)) }));
  const since = ledger.runningSince === null ? at : toMs(ledger.runningSince);
  return [...past, { from: since, to: due }].filter(({ from, to }) => from < to);
}

function overlap(left: readonly OpenSpan[], right: readonly OpenSpan[]): OpenSpan[] {
  return left
    .flatMap((a) => right.map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) })))
    .filter(({ from, to }) => from < to);
}

function skipReason(timetable: Timetable, day: DayNumber, isWithinStretch: boolean): SkipReason {
  if (spansOfDay(timetable, day).length === 0) {
    return timetable.overrides.has(dateOf(timetable, day)) ? 'closedException' : 'closedWeekday';
  }
  return isWithinStretch ? 'outsideHours' : 'paused';
}

function explainDay(
  timetable: Timetable,
  day: DayNumber,
  { ledger, stretches }: { ledger: ClockLedger; stretches: OpenSpan[] },
): ExplainedDay {
  const date = dateOf(timetable, day);
  const wholeDay = [{ from: startOfDay(timetable, day), to: startOfDay(timetable, day + 1) }];
  const running = overlap(wholeDay, stretches);
  const counted = ledger.counts === 'open' ? overlap(spansOfDay(timetable, day), running) : running;
  const exception = timetable.overrides.get(date)?.label;
  const isStartDay =
    'unit' in ledger.budget && ledger.budget.unit === 'workingDay' && day === dayOf(timetable, toMs(ledger.armedAt));
  return {
    date,
    countedMs: counted.reduce((sum, { from, to }) => sum + to - from, 0),
    counted: counted.map(({ from, to }) => ({ from: toInstant(from), to: toInstant(to) })),
    ...(counted.length === 0 && { skipped: skipReason(timetable, day, running.length > 0) }),
    ...(exception !== undefined && { exception }),
    ...(isStartDay && { isStartDay }),
  };
}

/** Answers "why is it due then?": the days counted and skipped, the pauses and the extensions, as of an instant. */
export function explainClock(calendar: Calendar, ledger: ClockLedger, at: Instant): Explanation {
  const timetable = timetableOf(calendar);
  const now = toMs(at);
  const due = dueMs(timetable, ledger, now) ?? now;
  const stretches = stretchesOf(ledger, { at: now, due });
  const first = dayOf(timetable, toMs(ledger.armedAt));
  const last = Math.max(first, dayOf(timetable, due - 1));
  const length = Math.min(MOST_DAYS, last - first + 1);
  const days = Array.from({ length }, (_, index) => explainDay(timetable, first + index, { ledger, stretches }));
  const pauses = ledger.pauses.map((pause) => {
    const span = { from: toMs(pause.from), to: pause.to === null ? Math.max(now, toMs(pause.from)) : toMs(pause.to) };
    return { ...pause, savedMs: ledger.counts === 'fixed' ? 0 : measure(timetable, ledger.counts, span) };
  });
  return {
    calendar: calendar.name,
    zone: calendar.zone,
    budget: ledger.budget,
    counts: ledger.counts,
    armedAt: ledger.armedAt,
    dueAt: toInstant(due),
    isPaused: ledger.runningSince === null,
    unconfirmedYears: guessedYears(timetable, ledger, due),
    days,
    isCut: length < last - first + 1,
    pauses,
    extensions: ledger.extensions,
  };
}
