import type { Schema } from '../../api/client.js';

export type Calendar = Schema<'Calendars'>['rows'][number]['calendar'];
export type DayKind = 'off' | 'work' | 'holiday' | 'makeUp';

export interface Day {
  date: string;
  day: number;
  kind: DayKind;
  label: string | null;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const DAY_MS = 86_400_000;

/** What a day is: its exception, else its weekday. */
export function dayKind(calendar: Calendar, date: string): { kind: DayKind; label: string | null } {
  const exception = calendar.exceptions.find((one) => one.date === date);
  if (exception !== undefined) return { kind: exception.open ? 'makeUp' : 'holiday', label: exception.label ?? null };
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday';
  const isOpen = calendar.roundTheClock || (calendar.week[weekday]?.length ?? 0) > 0;
  return { kind: isOpen ? 'work' : 'off', label: null };
}

/** The days of a month with as many empty places before the first as its week has days before it; weeks begin on Monday. */
export function monthOf(calendar: Calendar, year: number, month: number): (Day | null)[] {
  const first = Date.UTC(year, month - 1, 1);
  const count = (Date.UTC(year, month, 1) - first) / DAY_MS;
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const days = Array.from({ length: count }, (_, index) => {
    const date = new Date(first + index * DAY_MS).toISOString().slice(0, 10);
    return { date, day: index + 1, ...dayKind(calendar, date) };
  });
  return [...Array.from({ length: before }, () => null), ...days];
}
