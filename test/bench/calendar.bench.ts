/**
 * Open time added on the office calendar, beside a loop that steps through the minutes with `Date` and a table of holidays, as is
 * often written: both over the same starts and budgets of half an hour to four working weeks, with the same answers.
 */
import { addOpenMs, presetCalendars, type Calendar } from '#libs/calendar';

import { alternately, median } from './rounds.js';
import { perSecond, report } from './table.js';

const PER_SECOND = 100_000;
const ROUNDS = 5;
const SUMS = 50_000;
const NAIVE_SUMS = 50;
const MINUTE = 60_000;
const CHINA = 8 * 60 * MINUTE;

const { office } = presetCalendars();
if (office === undefined) throw new Error('there is no office calendar');

/** Steps through the minutes; China has had no clock changes since 1991. */
function naive(calendar: Calendar, at: string, ms: number): string {
  const exceptions = new Map(calendar.overrides.map(({ date, open }) => [date, open]));
  const isOpen = (local: number): boolean => {
    const date = new Date(local);
    const weekday = date.getUTCDay();
    const open = exceptions.get(date.toISOString().slice(0, 10)) ?? (weekday !== 0 && weekday !== 6);
    const minute = date.getUTCHours() * 60 + date.getUTCMinutes();
    return open && ((minute >= 540 && minute < 720) || (minute >= 810 && minute < 1050));
  };
  let local = Date.parse(at) + CHINA;
  for (let left = ms / MINUTE; left > 0; local += MINUTE) if (isOpen(local)) left -= 1;
  return new Date(local - CHINA).toISOString();
}

/** The same starts and budgets in every run. */
const questions = Array.from({ length: SUMS }, (_, n) => ({
  at: new Date(Date.parse('2026-01-05T01:00:00.000Z') + ((n * 7_919) % 300_000) * MINUTE).toISOString(),
  ms: (1 + ((n * 104_729) % 280)) * 30 * MINUTE,
}));

for (const { at, ms } of questions.slice(0, 20)) {
  const [ours, theirs] = [addOpenMs(office, at, ms), naive(office, at, ms)];
  if (ours !== theirs) throw new Error(`${at} + ${String(ms)}: ${ours} is not ${theirs}`);
}

const { ours, theirs } = await alternately(ROUNDS, {
  ours: () => {
    for (const { at, ms } of questions) addOpenMs(office, at, ms);
  },
  theirs: () => {
    for (const { at, ms } of questions.slice(0, NAIVE_SUMS)) naive(office, at, ms);
  },
});
const rate = (SUMS * 1000) / median(ours.map(({ cpuMs }) => cpuMs));
const beside = (NAIVE_SUMS * 1000) / median(theirs.map(({ cpuMs }) => cpuMs));
report('calendar', [
  {
    what: 'calendar.add, warm, processor time',
    value: perSecond(rate),
    beside: `minute by minute: ${perSecond(beside)}`,
    ratio: rate / beside,
    target: `≥ ${perSecond(PER_SECOND)}`,
    isReached: rate >= PER_SECOND,
  },
]);
