import { createHash } from 'node:crypto';

import {
  CalendarError,
  defineCalendar,
  type Calendar,
  type CalendarDefinition,
  type DayOverride,
} from '#libs/calendar';
import canonicalize from 'canonicalize';

import { CALENDAR_REFUSALS, TimekeepingRefused } from './timekeeping.refused.js';
import type { CalendarChange, ChangedDay, DayEdit, KeptByHand } from './timekeeping.vocabulary.js';

/** A calendar with what people have set in it. */
export interface Kept {
  body: Calendar;
  kept: KeptByHand;
}

/** Fingerprint of a calendar: the same days are the same fingerprint. */
export function digestOf(calendar: CalendarDefinition): string {
  return createHash('sha256')
    .update(canonicalize(calendar) ?? '')
    .digest('hex');
}

/** Checks a calendar. @throws TimekeepingRefused with what is wrong and where */
export function checked(definition: CalendarDefinition): Calendar {
  try {
    return defineCalendar(definition);
  } catch (error) {
    const code = error instanceof CalendarError ? CALENDAR_REFUSALS[error.code] : undefined;
    if (code === undefined || !(error instanceof CalendarError)) throw error;
    throw new TimekeepingRefused(code, { issues: [{ path: 'change', message: error.message }] });
  }
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
const union = <T>(...lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())].sort();

/** A calendar after a change by hand. @throws TimekeepingRefused when it is then no calendar */
export function changed({ body, kept }: Kept, change: CalendarChange): Kept {
  const { days = [], confirmYears = [], doubtYears = [], week = {}, zone } = change;
  const confirmed = union(body.confirmedYears, confirmYears).filter((year) => !doubtYears.includes(year));
  return {
    body: checked({
      ...body,
      ...(zone === undefined ? {} : { zone }),
      week: { ...body.week, ...hoursOf(week) },
      overrides: withDays(body.overrides, days),
      confirmedYears: confirmed,
    }),
    kept: {
      dates: union(
        kept.dates,
        days.map(({ date }) => date),
      ),
      years: union(kept.years, confirmYears, doubtYears),
    },
  };
}

function withDays(overrides: readonly DayOverride[], days: readonly DayEdit[]): DayOverride[] {
  const twice = days.find(({ date }, index) => days.findIndex((day) => day.date === date) !== index);
  if (twice !== undefined)
    throw new TimekeepingRefused('calendar.override_invalid', {
      issues: [{ path: 'change.days', message: `${twice.date} is named twice` }],
    });
  const named = new Set(days.map(({ date }) => date));
  const set = days.flatMap((day) => ('usual' in day ? [] : [dayOf(day)]));
  return [...overrides.filter(({ date }) => !named.has(date)), ...set];
}

function dayOf({ date, open, intervals, label }: Exclude<DayEdit, { usual: true }>): DayOverride {
  return { date, open, ...(intervals === undefined ? {} : { intervals }), ...(label === undefined ? {} : { label }) };
}

/** Only the weekdays that are named. */
function hoursOf(week: NonNullable<CalendarChange['week']>): CalendarDefinition['week'] {
  return Object.fromEntries(Object.entries(week).filter(([, intervals]) => intervals !== undefined));
}

/**
 * A calendar with the holiday data of the program as it is now. Days and years that people have set stay as they set them; everything
 * else of the data is taken, what is no longer in it goes.
 */
export function withHolidayData({ body, kept }: Kept, preset: Calendar): Calendar {
  const dates = new Set(kept.dates);
  const years = new Set(kept.years);
  const isKept = ({ date }: DayOverride): boolean => dates.has(date) || years.has(yearOf(date));
  return checked({
    ...body,
    overrides: [...body.overrides.filter(isKept), ...preset.overrides.filter((day) => !isKept(day))],
    confirmedYears: [
      ...preset.confirmedYears.filter((year) => !years.has(year)),
      ...body.confirmedYears.filter((year) => years.has(year)),
    ],
  });
}

/** Days of exception that one calendar has and the other has not, or has otherwise; in order. */
export function changedDays(before: CalendarDefinition, after: CalendarDefinition): ChangedDay[] {
  const [was, is] = [before, after].map(({ overrides = [] }) => new Map(overrides.map((day) => [day.date, day])));
  return union([...(was?.keys() ?? [])], [...(is?.keys() ?? [])]).flatMap((date) => {
    const [old, now] = [was?.get(date), is?.get(date)];
    if (canonicalize(old ?? null) === canonicalize(now ?? null)) return [];
    const label = now?.label;
    return [{ date, is: now === undefined ? 'usual' : now.open ? 'open' : 'closed', ...(label && { label }) }];
  });
}

/** Years one calendar has confirmed and the other had not. */
export function newYears(before: Calendar, after: Calendar): number[] {
  return after.confirmedYears.filter((year) => !before.confirmedYears.includes(year));
}
