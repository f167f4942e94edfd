import type { Calendar, Calendars } from '#libs/calendar';
import { EngineFault, type Instant } from '#libs/engine';

import type { CalendarBook, CalendarEdit } from './calendars.types.js';
import type { CaseClock, CaseClocks, Measured } from './case-clock.types.js';

/** What clocks stand on: the calendars, and where units stand in the tree. Reading it may throw {@link NotAtHandError}. */
export interface Ground {
  /** Stored calendars; `null` in a world whose calendars nobody edits. */
  book: CalendarBook | null;
  /** Calendars by name, of a world without stored ones. */
  fixed: Calendars;
  /** The unit and the units above it, nearest first. */
  lineage: (unit: string) => readonly string[];
}

/** Something has to be read from the database first; whoever caught this reads it and tries again. */
export class NotAtHandError extends Error {
  override readonly name = 'NotAtHandError';

  constructor(readonly missing: { unit: string } | { epoch: number }) {
    super(`not at hand: ${JSON.stringify(missing)}`);
  }
}

/** A calendar, and which stored version it is. */
export interface Resolved {
  calendar: Calendar;
  measured: Measured | null;
}

/** The calendar of a name that holds for a unit at an instant: its own, that of the nearest unit above, else the installation's. */
export function calendarFor(ground: Ground, name: string, where: { unit: string; at: Instant }): Resolved {
  const { book } = ground;
  const edits = book?.named(name) ?? [];
  if (book === null || edits.length === 0) return { calendar: fixedCalendar(ground, name), measured: null };
  const edit = editFor(ground, edits, where);
  const measured = { unit: edit.unit, version: edit.version, epoch: epochAt(book, where.at, edit.epoch) };
  return { calendar: bodyOf(book, edit.epoch), measured };
}

/** The installation's newest calendar of a name, for what has no unit: the local date. */
export function newestCalendar({ book, fixed }: Pick<Ground, 'book' | 'fixed'>, name: string): Calendar {
  const edit = (book?.named(name) ?? []).findLast(({ unit }) => unit === null);
  if (book === null || edit === undefined) return fixedCalendar({ fixed }, name);
  return bodyOf(book, edit.epoch);
}

/** The calendar a clock was last measured on. A clock from before calendars were stored stands on the installation's first. */
export function calendarOfClock(ground: Ground, clock: Pick<CaseClock, 'calendar' | 'measured'>): Calendar {
  const edit = editOfClock(ground, clock);
  if (ground.book === null || edit === undefined) return fixedCalendar(ground, clock.calendar);
  return bodyOf(ground.book, edit.epoch);
}

/** The calendar an edit made. */
export function calendarOfEdit({ book }: Ground, { epoch, name }: CalendarEdit): Calendar {
  if (book === null) throw new EngineFault(`there is no calendar "${name}"`);
  return bodyOf(book, epoch);
}

/** The edit that made the calendar a clock was last measured on. */
export function editOfClock(
  { book }: Ground,
  { calendar: name, measured }: Pick<CaseClock, 'calendar' | 'measured'>,
): CalendarEdit | undefined {
  const edits = book?.named(name) ?? [];
  if (measured === undefined) return edits.find(({ unit }) => unit === null);
  return edits.find(({ unit, version }) => unit === measured.unit && version === measured.version);
}

/** Up to which edit a clock is known to be right; 0 for one that was measured before calendars were stored. */
export function seenEpoch(clock: CaseClock): number {
  return clock.measured?.epoch ?? 0;
}

/** Edits, up to an instant, that some clock of a case has not seen. */
export function unseenEdits(ground: Ground, clocks: CaseClocks, until: Instant): readonly CalendarEdit[] {
  const { book } = ground;
  if (book === null) return [];
  const held = Object.values(clocks);
  if (held.every((clock) => clock.measured?.epoch === book.epoch)) return [];
  const seen = Math.min(...held.map(seenEpoch));
  return book.edits.filter(({ epoch, at }) => epoch > seen && at <= until);
}

/** Whether an edit is of the calendar that measures a clock, or of one that is nearer to the unit of its case. */
export function concerns(ground: Ground, edit: CalendarEdit, { clock, unit }: { clock: CaseClock; unit: string }) {
  if (clock.calendar !== edit.name || seenEpoch(clock) >= edit.epoch) return false;
  const own = clock.measured?.unit ?? null;
  if (edit.unit === own) return true;
  if (edit.unit === null) return false;
  const lineage = ground.lineage(unit);
  const place = lineage.indexOf(edit.unit);
  return place >= 0 && (own === null || place < lineage.indexOf(own));
}

function editFor(ground: Ground, edits: readonly CalendarEdit[], { unit, at }: { unit: string; at: Instant }) {
  const held = edits.filter((edit) => edit.at <= at);
  if (held.some((edit) => edit.unit !== null)) {
    for (const place of ground.lineage(unit)) {
      const own = held.findLast((edit) => edit.unit === place);
      if (own !== undefined) return own;
    }
  }
  const edit = held.findLast((one) => one.unit === null) ?? edits.find((one) => one.unit === null);
  if (edit === undefined) throw new EngineFault(`there is no calendar "${edits[0]?.name ?? ''}"`);
  return edit;
}

/** Everything up to the instant has been seen by whoever is measured at it, and the own calendar at least. */
function epochAt(book: CalendarBook, at: Instant, own: number): number {
  return Math.max(own, book.edits.findLast((edit) => edit.at <= at)?.epoch ?? 0);
}

function bodyOf(book: CalendarBook, epoch: number): Calendar {
  const calendar = book.calendar(epoch);
  if (calendar === undefined) throw new NotAtHandError({ epoch });
  return calendar;
}

/** @throws EngineFault when a workflow or policy names a calendar that does not exist. */
function fixedCalendar({ fixed }: Pick<Ground, 'fixed'>, name: string): Calendar {
  const calendar = fixed[name];
  if (calendar === undefined) throw new EngineFault(`there is no calendar "${name}"`);
  return calendar;
}
