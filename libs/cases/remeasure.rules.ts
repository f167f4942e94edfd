import { agreeBetween, reprojectClock, type Calendar } from '#libs/calendar';
import type { Instant, JsonObject } from '#libs/engine';

import type { CalendarEdit } from './calendars.types.js';
import type { CaseClock, CaseClocks } from './case-clock.types.js';
import { measure, standsStill } from './clocks.rules.js';
import { calendarOfClock, calendarOfEdit, concerns, editOfClock, seenEpoch, type Ground } from './ground.rules.js';

/** A clock that an edit has moved. Dues of a clock that stands still are as if it went on at the instant of the edit. */
export interface MovedClock {
  clock: string;
  name: string;
  before: Instant;
  after: Instant;
}

/** Clocks on the calendar an edit has made. */
export interface Remeasured {
  clocks: CaseClocks;
  /** Those whose due instant or a rung may have moved; empty: nothing happened that anybody has to know. */
  moved: MovedClock[];
}

/** A case that was written while an edit was being made goes on from where it is. */
export function atOfEdit(edit: CalendarEdit, { changedAt }: { changedAt: Instant }): Instant {
  return edit.at > changedAt ? edit.at : changedAt;
}

/** What the journal says of clocks that an edit has moved. Keys are in canonical order already, which saves sorting them for the hash. */
export function movedInJournal(
  { name, unit, version, epoch, reason }: CalendarEdit,
  { clocks, moved, ...more }: Remeasured & { digest?: string },
): JsonObject {
  const armed = moved.map(({ clock }): [string, JsonObject] => [
    clock,
    { dueAt: clocks[clock]?.dueAt ?? null, token: clocks[clock]?.token ?? '' },
  ]);
  return {
    armed: Object.fromEntries(armed),
    calendar: name,
    ...more,
    edit: epoch,
    moved: moved.map((one) => ({ after: one.after, before: one.before, clock: one.clock, name: one.name })),
    reason,
    unit,
    version,
  };
}

/**
 * Puts the clocks an edit concerns on the new calendar, as of an instant: what they have consumed stays consumed, what has fired
 * stays fired. A clock between whose beginning and last instant no hour was changed is only marked.
 */
export function remeasure(
  ground: Ground,
  clocks: CaseClocks,
  { edit, at, unit }: { edit: CalendarEdit; at: Instant; unit: string },
): Remeasured {
  const moved: MovedClock[] = [];
  const entries = Object.entries(clocks).map(([id, clock]): [string, CaseClock] => {
    if (!concerns(ground, edit, { clock, unit })) return [id, seen(ground, clock, edit)];
    const from = calendarOfClock(ground, clock);
    const to = calendarOfEdit(ground, edit);
    const marked = { ...clock, measured: { unit: edit.unit, version: edit.version, epoch: edit.epoch } };
    if (agreeBetween(from, to, { from: clock.ledger.armedAt, to: lastInstant(clock) })) return [id, marked];
    const { ledger, before, after } = reprojectClock(clock.ledger, { at, from, to });
    const changed = measure({ ...marked, ledger }, to);
    // what counts no open time has nothing to remember of a calendar that moves neither its end nor its rungs
    if (clock.ledger.counts !== 'open' && isUnmoved(clock, changed) && before.dueAt === after.dueAt)
      return [id, marked];
    moved.push({ clock: id, name: clock.name, before: before.dueAt, after: after.dueAt });
    return [id, changed];
  });
  return { clocks: Object.fromEntries(entries), moved };
}

function isUnmoved(before: CaseClock, after: CaseClock): boolean {
  return before.dueAt === after.dueAt && before.rungs.every(({ at }, index) => at === after.rungs[index]?.at);
}

/** Looked at and found to be none of its business, so that it is not looked at again. */
function seen(ground: Ground, clock: CaseClock, { epoch }: CalendarEdit): CaseClock {
  if (seenEpoch(clock) >= epoch) return clock;
  const own = editOfClock(ground, clock);
  return own === undefined ? clock : { ...clock, measured: { unit: own.unit, version: own.version, epoch } };
}

/** The last instant that is still to come of a clock; `null` when that is not known, because it stands still. */
function lastInstant(clock: CaseClock): Instant | null {
  const ahead = clock.rungs.filter(({ fired }) => !fired);
  if (standsStill(clock) || ahead.some(({ at }) => at === null)) return null;
  const instants = [clock.ledger.armedAt, ...(clock.dueAt === null ? [] : [clock.dueAt]), ...ahead.map(({ at }) => at)];
  return instants.reduce<Instant>((last, at) => (at !== null && at > last ? at : last), clock.ledger.armedAt);
}

/** How a clock would stand after an edit that has not been made, for a preview; `null`: it would be due when it is now. */
export function previewClock(
  clock: CaseClock,
  { at, from, to }: { at: Instant; from: Calendar; to: Calendar },
): { before: Instant; after: Instant } | null {
  if (agreeBetween(from, to, { from: clock.ledger.armedAt, to: lastInstant(clock) })) return null;
  const { before, after } = reprojectClock(clock.ledger, { at, from, to });
  return before.dueAt === after.dueAt ? null : { before: before.dueAt, after: after.dueAt };
}
