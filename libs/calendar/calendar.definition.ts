/** Days of the week in ISO order. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Open time of a day in local wall time, half-open: `from` counts, `to` does not. `HH:MM`, `to` up to `24:00`. */
export interface OpenInterval {
  from: string;
  to: string;
}

/** A dated exception: a holiday closes a day, a make-up day (调休) opens one. */
export interface DayOverride {
  /** Local date, `2026-02-14`. */
  date: string;
  open: boolean;
  /** Open time of an opened day; without it the calendar's ordinary day. */
  intervals?: OpenInterval[];
  /** What the exception is called, for explanations: `春节`. */
  label?: string;
}

/**
 * What a period in days means on the calendar. `ends`: at the same local time as it began, or at the close of its last day.
 * `rolls`: a last day without open time gives way to the next day with open time.
 */
export interface DayPeriods {
  ends: 'sameTime' | 'close';
  rolls: boolean;
}

/** A calendar as a person writes it down. {@link defineCalendar} checks it. */
export interface CalendarDefinition {
  /** Short name, `office`. */
  name: string;
  /** IANA time zone, `Asia/Shanghai`; never an offset, which would be wrong after the next clock change. */
  zone: string;
  /** Open at every instant: no week, no exceptions, no year to confirm. */
  roundTheClock?: boolean;
  /** Open time per weekday; a weekday left out is closed. */
  week?: Partial<Record<Weekday, OpenInterval[]>>;
  /** Open time of an opened day without own intervals, and what half a working day halves. Default: the first open weekday's. */
  ordinaryDay?: OpenInterval[];
  overrides?: DayOverride[];
  /** Years whose exceptions are known. Any other year may be counted, but every answer that touches it says so. */
  confirmedYears?: number[];
  /** Default: same local time, no rolling. */
  dayPeriods?: DayPeriods;
}

/** A checked calendar. Plain JSON: it may be stored and given to {@link defineCalendar} again. */
export interface Calendar extends CalendarDefinition {
  roundTheClock: boolean;
  week: Record<Weekday, OpenInterval[]>;
  ordinaryDay: OpenInterval[];
  overrides: DayOverride[];
  confirmedYears: number[];
  dayPeriods: DayPeriods;
}

/** Calendars by name. */
export type Calendars = Readonly<Record<string, Calendar>>;
