import { describe, expect, test } from '@jest/globals';

import { noticeTime } from './notice.rules.js';

const hung = { at: '2026-03-01T02:00:00.000Z', days: 5, removedAt: null };

describe('how long a notice hangs', () => {
  test('a day that has begun is a day that is left', () => {
    expect(noticeTime(hung, Date.parse('2026-03-05T03:00:00Z'))).toEqual({
      until: '2026-03-06T02:00:00.000Z',
      daysLeft: 1,
      isOpen: true,
    });
  });

  test('it is over at its end, and earlier when it was taken down', () => {
    expect(noticeTime(hung, Date.parse('2026-03-06T02:00:00Z'))).toMatchObject({ daysLeft: 0, isOpen: false });
    const taken = { ...hung, removedAt: '2026-03-02T02:00:00.000Z' };
    expect(noticeTime(taken, Date.parse('2026-03-03T02:00:00Z')).isOpen).toBe(false);
  });
});
