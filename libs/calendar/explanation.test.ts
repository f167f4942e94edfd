import { describe, expect, test } from '@jest/globals';

import { local, office, wall } from './testing/calendars.js';
import { armClock, dueOf, explainClock, extendClock, pauseClock, resumeClock } from './index.js';

const HOUR = 3_600_000;
const at = (time: string) => local(office, time);

describe('why it is due then', () => {
  const armed = armClock(office, { amount: 3, unit: 'workingDay' }, at('2026-09-30 10:00'));
  const explained = explainClock(office, armed, at('2026-09-30 10:00'));

  test('lists each day, counted or skipped, with the reason', () => {
    const days = explained.days.map(({ date, skipped, exception, countedMs }) => [
      date,
      skipped ?? countedMs / HOUR,
      exception,
    ]);
    expect(days).toEqual([
      ['2026-09-30', 6, undefined],
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-10-${day}`, 'closedException', '国庆节']),
      ['2026-10-08', 7, undefined],
      ['2026-10-09', 7, undefined],
      ['2026-10-10', 7, '国庆节'],
    ]);
    expect(explained.days[0]).toMatchObject({ isStartDay: true });
    expect(explained).toMatchObject({ calendar: 'office', zone: 'Asia/Shanghai', unconfirmedYears: [], isCut: false });
  });

  test('counts exactly the budget', () => {
    expect(explained.days.reduce((sum, { countedMs }) => sum + countedMs, 0)).toBe(armed.budgetMs);
    expect(explained.dueAt).toBe(dueOf(office, armed)?.dueAt);
  });

  test('shows the stretches of a day around lunch', () => {
    const stretches = explained.days.at(-1)?.counted.map(({ from, to }) => [wall(office, from), wall(office, to)]);
    expect(stretches).toEqual([
      ['2026-10-10 09:00', '2026-10-10 12:00'],
      ['2026-10-10 13:30', '2026-10-10 17:30'],
    ]);
  });

  test('names pauses with what they saved, paused days, weekends and extensions', () => {
    const start = armClock(office, { amount: 7, unit: 'businessHour' }, at('2026-06-04 15:30'));
    const held = pauseClock(office, start, { at: at('2026-06-04 16:30'), reason: 'parts' });
    const resumed = resumeClock(held, { at: at('2026-06-08 09:00'), reason: 'parts' });
    const extended = extendClock(office, resumed, {
      by: { amount: 2, unit: 'businessHour' },
      at: at('2026-06-08 09:00'),
    });
    const answer = explainClock(office, extended, at('2026-06-08 09:00'));
    expect(answer.days.map(({ date, skipped, countedMs }) => [date, skipped ?? countedMs / HOUR])).toEqual([
      ['2026-06-04', 1],
      ['2026-06-05', 'paused'],
      ['2026-06-06', 'closedWeekday'],
      ['2026-06-07', 'closedWeekday'],
      ['2026-06-08', 7],
      ['2026-06-09', 1],
    ]);
    expect(answer.pauses).toMatchObject([{ reason: 'parts', savedMs: 8 * HOUR }]);
    expect(
      answer.extensions.map(({ dueBefore, dueAfter }) => [wall(office, dueBefore), wall(office, dueAfter)]),
    ).toEqual([['2026-06-08 16:30', '2026-06-09 10:00']]);
    expect(wall(office, answer.dueAt)).toBe('2026-06-09 10:00');
  });

  test('while paused supposes that the pause ends when asked', () => {
    const held = pauseClock(office, armed, { at: at('2026-09-30 11:00') });
    const answer = explainClock(office, held, at('2026-10-12 09:00'));
    expect(answer.isPaused).toBe(true);
    expect(wall(office, answer.dueAt)).toBe('2026-10-15 17:30');
  });

  test('a promised date needs no counting', () => {
    const promised = armClock(office, { until: at('2026-06-09 12:00') }, at('2026-06-08 10:00'));
    expect(explainClock(office, promised, at('2026-06-08 12:00'))).toMatchObject({
      counts: 'fixed',
      dueAt: at('2026-06-09 12:00'),
    });
  });

  test('a very long budget is cut and says so', () => {
    const long = armClock(office, { amount: 2000, unit: 'workingDay' }, at('2026-06-08 10:00'));
    const answer = explainClock(office, long, at('2026-06-08 10:00'));
    expect([answer.days.length, answer.isCut]).toEqual([800, true]);
  });
});
