import { defineCalendar, nextOpen, WEEKDAYS, type Calendar } from '#libs/calendar';
import type { Instant } from '#libs/engine';

/** Local hours of a day, `HH:MM`; `from` counts, `to` does not. */
export interface Hours {
  from: string;
  to: string;
}

/** Whether these are hours of one day, the earlier first. */
export function areHours({ from, to }: Hours): boolean {
  const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
  return isTime(from) && (isTime(to) || to === '24:00') && from < to;
}

const made = new Map<string, Calendar>();

/** Open at the same hours every day, holidays too: when people may be written to. */
export function calendarOfHours({ from, to }: Hours, zone: string): Calendar {
  const key = `${from} ${to} ${zone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const week = Object.fromEntries(WEEKDAYS.map((day) => [day, [{ from, to }]]));
  const calendar = defineCalendar({ name: 'delivery', zone, week });
  // preferences are a few pairs of hours, not an unbounded set; nobody fills the memory with odd ones
  if (made.size > 500) made.clear();
  made.set(key, calendar);
  return calendar;
}

/** Calendars whose hours must all hold are asked in turn so many times. */
const MOST_TURNS = 30;

/** The instant itself when every calendar is open, else the next at which all are. Hours that never meet: those of the first decide. */
export function nextOpenOf(calendars: readonly Calendar[], at: Instant): Instant {
  let found = at;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const later = calendars.reduce((when, calendar) => nextOpen(calendar, when), found);
    if (later === found) return found;
    found = later;
  }
  const [first] = calendars;
  return first === undefined ? at : nextOpen(first, at);
}

/** The next time the local hour begins, after an instant. */
export function nextHour(hour: number, at: Instant, zone: string): Instant {
  const from = `${String(hour).padStart(2, '0')}:00`;
  const to = `${String(hour).padStart(2, '0')}:01`;
  const calendar = calendarOfHours({ from, to }, zone);
  // one minute on: whoever asks in the first minute of the hour is answered for tomorrow, which is late but never twice
  return nextOpen(calendar, new Date(Date.parse(at) + 60_000).toISOString());
}
