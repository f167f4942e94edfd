import type { Calendar } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Actor, Instant } from '#libs/engine';

/** Somebody wrote a new version of a stored calendar. Edits are numbered over the whole installation, in the order of their instants. */
export interface CalendarEdit {
  epoch: number;
  name: string;
  /** Whose own calendar; `null`: the installation's. */
  unit: string | null;
  /** 1, 2, 3 … of this name and unit. */
  version: number;
  /** It holds from then on. */
  at: Instant;
  by: Actor;
  reason: string;
}

/** Every version of every stored calendar as known at an epoch. Never changes; a newer one takes its place. */
export interface CalendarBook {
  readonly epoch: number;
  /** In the order of their numbers. */
  readonly edits: readonly CalendarEdit[];
  /** Edits of one name, in order. */
  named(name: string): readonly CalendarEdit[];
  /** The calendar an edit made; `undefined` as long as its days are not in memory. */
  calendar(epoch: number): Calendar | undefined;
}

/**
 * Stored calendars, kept fresh in every process: the number of the newest edit is read with the case, and again when it is written,
 * so that nothing is measured on a calendar that was edited meanwhile.
 */
export interface CalendarSource {
  /** SQL expression of the number of the newest edit, 0 when there is none. */
  readonly newestSql: string;
  /** What this process knows. The installation's newest calendars are always in memory. */
  book(): CalendarBook;
  /** Reads what was edited since. */
  refresh(source: Pick<Tx, 'query'>): Promise<CalendarBook>;
  /** Brings the days of versions into memory. */
  load(source: Pick<Tx, 'query'>, epochs: readonly number[]): Promise<void>;
}
