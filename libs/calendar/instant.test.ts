import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { CalendarError } from './calendar.error.js';
import { toInstant, toMs } from './instant.rules.js';

const DAY_MS = 86_400_000;
const anyMs = fc.oneof(
  fc.integer({ min: -3 * 365 * DAY_MS, max: 400 * 365 * DAY_MS }),
  fc.integer({ min: -10, max: 84_200 }).map((day) => day * DAY_MS),
  fc.integer({ min: -10, max: 84_200 }).map((day) => day * DAY_MS - 1),
);

describe('instants', () => {
  test('are written and read as the platform does, whichever way is the quicker one', () => {
    fc.assert(
      fc.property(anyMs, (ms) => {
        expect(toInstant(ms)).toBe(new Date(ms).toISOString());
        expect(toMs(toInstant(ms))).toBe(ms);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['2026-06-08T03:30:00Z', '2026-06-08T03:30:00.5Z', '2024-02-29T03:30:00.000Z', '2200-01-01T00:00:00.000Z'])(
    'may be written in any way the standard allows: %s',
    (instant) => {
      expect(toMs(instant)).toBe(Date.parse(instant));
    },
  );

  test.each([
    '2026-13-08T03:30:00.000Z',
    '2026-06-08T24:30:00.000Z',
    '2026-06-08T03:60:00.000Z',
    '2026-06-08T03:30:61.000Z',
    '2026-06-08T03:30:00.000+08:00',
    '2026-06-08 03:30:00.000Z',
    '2026-06-08T0x:30:00.000Z',
    '2026-06-08T03:30:00.0x0Z',
    '',
  ])('is not: %p', (text) => {
    expect(() => toMs(text)).toThrow(CalendarError);
  });
});
