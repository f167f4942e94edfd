import holidayData from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

import { WEEKDAYS } from './calendar.definition.js';
import type { Calendar, DayOverride, OpenInterval } from './calendar.definition.js';
import { defineCalendar } from './calendar.rules.js';

// The data file is read, not the package's functions: those parse dates in the time zone of the process (west of China they
// answer for the day before) and call a day of a year they know nothing of a working day.
const HOLIDAYS: Readonly<Record<string, string>> = holidayData.holidays;
const MAKE_UP_DAYS: Readonly<Record<string, string>> = holidayData.workdays;

/** Public holidays of a year since 2008. Mid-autumn is left out: when it meets National Day it has no entry of its own. */
const FESTIVALS = ['元旦', '春节', '清明', '劳动节', '端午', '国庆节'] as const;

const OFFICE_HOURS: OpenInterval[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:30' },
];

/** Entries read `National Day,国庆节,3`. */
function festivalOf(entry: string): string {
  return entry.split(',')[1] ?? entry;
}

/**
 * Years for which the package holds a complete State Council holiday plan. A plan comes out in the November before; until
 * then a year is unknown, whatever a library answers.
 */
export function yearsWithHolidayPlan(): number[] {
  const festivals = new Map<number, Set<string>>();
  for (const [date, entry] of Object.entries(HOLIDAYS)) {
    const year = Number(date.slice(0, 4));
    festivals.set(year, (festivals.get(year) ?? new Set<string>()).add(festivalOf(entry)));
  }
  return [...festivals]
    .filter(([, found]) => FESTIVALS.every((festival) => found.has(festival)))
    .map(([year]) => year)
    .sort((left, right) => left - right);
}

/** Chinese public holidays and make-up days (调休), dated. Source: State Council notices as kept by the package chinese-days. */
export function chineseHolidays(): DayOverride[] {
  const days = (entries: Readonly<Record<string, string>>, open: boolean) =>
    Object.entries(entries).map(([date, entry]) => ({ date, open, label: festivalOf(entry) }));
  return [...days(HOLIDAYS, false), ...days(MAKE_UP_DAYS, true)];
}

/**
 * Office hours of a Chinese authority. Periods in days follow the Civil Code, articles 201 and 203: the first day does not
 * count, the last ends at the close of business, and gives way to the next working day when it is a holiday.
 */
function office(): Calendar {
  return defineCalendar({
    name: 'office',
    zone: 'Asia/Shanghai',
    week: {
      monday: OFFICE_HOURS,
      tuesday: OFFICE_HOURS,
      wednesday: OFFICE_HOURS,
      thursday: OFFICE_HOURS,
      friday: OFFICE_HOURS,
    },
    overrides: chineseHolidays(),
    confirmedYears: yearsWithHolidayPlan(),
    dayPeriods: { ends: 'close', rolls: true },
  });
}

function always(): Calendar {
  return defineCalendar({ name: 'always', zone: 'Asia/Shanghai', roundTheClock: true });
}

const EVENING: OpenInterval[] = [{ from: '17:30', to: '20:30' }];
const FREE_DAY: OpenInterval[] = [{ from: '09:00', to: '17:30' }];

/**
 * Off-hours duty (错时): open when the offices are not and people have time. Evenings of working days, also of make-up days; the day
 * on weekends and holidays.
 */
function duty(): Calendar {
  return defineCalendar({
    name: 'duty',
    zone: 'Asia/Shanghai',
    week: {
      monday: EVENING,
      tuesday: EVENING,
      wednesday: EVENING,
      thursday: EVENING,
      friday: EVENING,
      saturday: FREE_DAY,
      sunday: FREE_DAY,
    },
    ordinaryDay: EVENING,
    overrides: dutyDays(chineseHolidays()),
    confirmedYears: yearsWithHolidayPlan(),
  });
}

/** The days of a holiday plan as off-hours duty sees them: it works while others are free, and in the evening when they work. */
function dutyDays(plan: readonly DayOverride[]): DayOverride[] {
  return plan.map(({ date, open, label }) => ({
    date,
    open: true,
    intervals: open ? EVENING : FREE_DAY,
    ...(label === undefined ? {} : { label }),
  }));
}

const WAKING_HOURS: OpenInterval[] = [{ from: '08:00', to: '20:00' }];

/** When people may be called and written to: nobody is woken. The same every day of the year. */
function delivery(): Calendar {
  return defineCalendar({
    name: 'delivery',
    zone: 'Asia/Shanghai',
    week: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, WAKING_HOURS])),
  });
}

/** Names of the calendars every installation starts with. */
export const PRESET_CALENDARS = ['office', 'always', 'duty', 'delivery'] as const;

/**
 * The calendars every installation starts with: `office` hours, `always`, off-hours `duty` (错时) and the `delivery` window of
 * messages. Call once and keep the result.
 */
export function presetCalendars(): Record<string, Calendar> {
  return { office: office(), always: always(), duty: duty(), delivery: delivery() };
}
