import type { DigestPeriod } from './ledger.vocabulary.js';

/** A span of local days, both inclusive, with its name: `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1`. */
export interface Period {
  period: DigestPeriod;
  name: string;
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;

/** Another day, counted in days of the calendar on the wall; no zone is in it. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The week (Monday to Sunday, ISO 8601), month or quarter of a day. */
export function periodOf(period: Exclude<DigestPeriod, 'day'>, day: string): Period {
  const [year = 0, month = 0] = day.split('-').map(Number);
  if (period === 'week') return weekOf(day);
  const first = period === 'month' ? month : month - ((month - 1) % 3);
  const last = period === 'month' ? month : first + 2;
  const to = dayAfter(last === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${two(last + 1)}-01`, -1);
  const name = period === 'month' ? day.slice(0, 7) : `${String(year)}-Q${String((first + 2) / 3)}`;
  return { period, name, from: `${String(year)}-${two(first)}-01`, to };
}

function weekOf(day: string): Period {
  const weekday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  const from = dayAfter(day, -weekday);
  // the week belongs to the year its Thursday is in
  const thursday = dayAfter(from, 3);
  const year = thursday.slice(0, 4);
  const nth = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / DAY_MS / 7) + 1;
  return { period: 'week', name: `${year}-W${two(nth)}`, from, to: dayAfter(from, 6) };
}

/** A period by its name; null for what is none. */
export function periodNamed(name: string): Period | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(name)) return { period: 'day', name, from: name, to: name };
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name);
  if (month !== null) return periodOf('month', `${name}-01`);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(name);
  if (quarter !== null) return periodOf('quarter', `${quarter[1] ?? ''}-${two(Number(quarter[2]) * 3 - 2)}-01`);
  const week = /^(\d{4})-W(\d{2})$/.exec(name);
  if (week === null) return null;
  const found = weekOf(dayAfter(`${week[1] ?? ''}-01-04`, (Number(week[2]) - 1) * 7));
  return found.name === name ? found : null;
}

/**
 * Periods that have ended before `today` since `since`. Days are working days, each with the days off before it: what comes in on a
 * weekend stands in Monday's digest.
 */
export function periodsEnded(since: string, today: string, isWorkingDay: (day: string) => boolean): Period[] {
  const ended: Period[] = [];
  let from = since;
  for (let day = since; day < today; day = dayAfter(day)) {
    if (!isWorkingDay(day)) continue;
    ended.push({ period: 'day', name: day, from, to: day });
    from = dayAfter(day);
  }
  for (const period of ['week', 'month', 'quarter'] as const)
    for (let one = periodOf(period, since); one.to < today; one = periodOf(period, dayAfter(one.to))) ended.push(one);
  return ended;
}

/** `2026-03` → 202603. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 100 + Number(month.slice(5, 7));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
