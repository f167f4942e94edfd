import { describe, expect, test } from '@jest/globals';

import { csvOf, listBehind, monthAfter, monthsBetween, pointOf, quarterOf } from './insight.rules.js';

describe('months', () => {
  test('go on over the end of a year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(quarterOf('2026-10')).toBe('2026-Q4');
  });
});

describe('a number of a dashboard', () => {
  test('opens the account of its month for staff', () => {
    const link = listBehind({ unit: 'u', isStaff: true, month: '2026-03', of: 'published' });
    expect(link).toBe('/ledger?unit=u&view=published&month=2026-03');
  });
  test('opens the public issues for everybody else', () => {
    expect(listBehind({ unit: 'u', isStaff: false, month: '2026-03' })).toBe('/issues?unit=u');
    expect(listBehind({ unit: 'u', isStaff: false, of: 'overdue' })).toBe('/issues?unit=u&status=active&overdue=true');
  });
  test('is no point in a chart where nothing was counted', () => {
    expect([pointOf(null), pointOf('0.0')]).toEqual([null, 0]);
  });
});

describe('a table to take away', () => {
  test('quotes what needs it and never writes a formula', () => {
    expect(
      csvOf(
        [
          ['a,b', 1, null],
          ['=1+1', 'say "x"', -2],
        ],
        'CC BY',
      ),
    ).toBe('\ufeff"a,b",1,\r\n\'=1+1,"say ""x""",-2\r\nCC BY\r\n');
  });
});
