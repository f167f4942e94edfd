import type { CalendarDefinition, DayOverride, OpenInterval, Weekday } from '#libs/calendar';
import type { Actor, Instant } from '#libs/engine';

/** Days and years that people have set themselves: data that comes with a new version of the program leaves them as they are. */
export interface KeptByHand {
  /** Local dates. */
  dates: string[];
  years: number[];
}

/** A version of a calendar without its days. */
export interface CalendarVersionRow {
  epoch: number;
  name: string;
  /** `null`: the installation's. */
  unit: string | null;
  version: number;
  digest: string;
  reason: string;
  by: Actor;
  at: Instant;
  /** When every clock that ran on the version before was measured anew; `null` while that goes on. */
  finishedAt: Instant | null;
  /** Cases in which a due instant or a rung moved. */
  moved: number;
}

/** A version with everything. */
export interface CalendarVersion extends CalendarVersionRow {
  body: CalendarDefinition;
  kept: KeptByHand;
  preset: string | null;
}

/** One day, set by hand; `usual` takes an exception away, and the day is again what its weekday is. */
export type DayEdit =
  | ({ [Key in keyof DayOverride]: DayOverride[Key] | undefined } & Pick<DayOverride, 'date' | 'open'>)
  | { date: string; usual: true };

/** A day that an edit has made another one. */
export interface ChangedDay {
  /** Local date. */
  date: string;
  /** `usual`: again what its weekday is. */
  is: 'open' | 'closed' | 'usual';
  label?: string;
}

/** An edit when every clock that ran on the version before was measured anew. */
export interface FinishedEdit extends CalendarVersionRow {
  /** Days it has made others; none where it changed weekdays or years. */
  days: ChangedDay[];
  cases: number;
  clocks: number;
  /** The unit whose calendar it is and those above it, nearest first; empty: the installation's. */
  lineage: readonly string[];
  /** Units above were edited by the same order, which says enough to them. */
  isBelow: boolean;
}

/** What somebody changes about a calendar. What is not named stays. */
export interface CalendarChange {
  days?: DayEdit[] | undefined;
  /** Years whose holidays are now known, after the days above. */
  confirmYears?: number[] | undefined;
  /** Years that turned out not to be known. */
  doubtYears?: number[] | undefined;
  /** Open time of weekdays; a weekday that is not named stays, an empty list closes it. */
  week?: { [Day in Weekday]?: OpenInterval[] | undefined } | undefined;
  zone?: string | undefined;
}
