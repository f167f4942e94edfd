import { Temporal } from 'temporal-polyfill';

import type { Calendar, OpenInterval } from '../calendar.definition.js';
import { presetCalendars } from '../calendar.presets.js';
import { defineCalendar } from '../calendar.rules.js';
import { toInstant } from '../instant.rules.js';
import type { Instant } from '../instant.rules.js';

/** A calendar open Monday to Friday with the same hours, all years confirmed that tests use. */
export function workWeek(zone: string, hours: OpenInterval[]): Calendar {
  return defineCalendar({
    name: 'week',
    zone,
    week: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
    confirmedYears: [2024, 2025, 2026, 2027],
  });
}

/** Instant of a local time (`2026-06-08 17:00`) on a calendar. */
export function local(calendar: Calendar, wallTime: string): Instant {
  const zoned = Temporal.PlainDateTime.from(wallTime.replace(' ', 'T')).toZonedDateTime(calendar.zone);
  return toInstant(zoned.epochMilliseconds);
}

/** Local time (`2026-06-08 17:00`) of an instant on a calendar. */
export function wall(calendar: Calendar, instant: Instant | null | undefined): string | null {
  if (instant === null || instant === undefined) return null;
  const shown = Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.zone).toPlainDateTime();
  return shown
    .toString({ smallestUnit: 'millisecond' })
    .replace('T', ' ')
    .replace(/:00\.000$/, '');
}

const presets = presetCalendars();

function preset(name: string): Calendar {
  const calendar = presets[name];
  if (calendar === undefined) throw new Error(`no preset ${name}`);
  return calendar;
}

export const office = preset('office');
export const always = preset('always');
/** Monday to Friday, 08 to 18, in a zone with clock changes. */
export const berlinLong = workWeek('Europe/Berlin', [{ from: '08:00', to: '18:00' }]);
/** Monday to Friday, 09 to 17, in a zone with clock changes. */
export const berlin = workWeek('Europe/Berlin', [{ from: '09:00', to: '17:00' }]);
