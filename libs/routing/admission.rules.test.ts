import { describe, expect, test } from '@jest/globals';

import { admissionOf, isHandedDown, type AdmissionEntry } from './admission.rules.js';

const CITY = [{ id: 'jyg', kind: 'city' as const }];
const STREET = [{ id: 'gangcheng', kind: 'street' as const }, ...CITY];
const LIMIN = [{ id: 'limin', kind: 'community' as const }, ...STREET];
const GRID = [{ id: 'g1', kind: 'grid' as const }, ...LIMIN];
const CIVIL = [{ id: 'civil', kind: 'department' as const }, ...CITY];
const WATER = [{ id: 'water', kind: 'company' as const }, ...CITY];
const entry = (more: Partial<AdmissionEntry> = {}): AdmissionEntry => ({
  id: 'e1',
  applicant: 'civil',
  scope: 'jyg',
  status: 'admitted',
  from: '2026-01-01',
  to: null,
  ...more,
});
const asked = (entries: AdmissionEntry[], more = {}) =>
  admissionOf({ entries, isKept: true, from: CIVIL, to: LIMIN, on: '2026-11-22', ...more });

describe('handing down', () => {
  test('is from outside a community to it or into it; between departments, and within a community, it is not', () => {
    expect([isHandedDown(CIVIL, LIMIN), isHandedDown(STREET, GRID)]).toEqual([true, true]);
    expect([isHandedDown(CIVIL, WATER), isHandedDown(LIMIN, GRID), isHandedDown(CITY, STREET)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('admission', () => {
  test('is by an entry of the department itself or of what it belongs to, for this community, on the day', () => {
    expect(asked([entry()])).toEqual({ admitted: true, entry: 'e1', reason: 'admitted' });
    expect(asked([entry({ applicant: 'jyg' })])).toMatchObject({ admitted: true });
    for (const more of [{ applicant: 'health' }, { scope: 'qilian' }, { status: 'applied' as const }])
      expect(asked([entry(more)])).toEqual({ admitted: false, entry: null, reason: 'not_admitted' });
  });

  test.each([
    [{ to: '2026-11-22' }, 'expired'],
    [{ from: '2026-11-23' }, 'expired'],
    [{ status: 'refused' as const }, 'refused'],
  ])('with %j is not: %s, and the entry says so', (more, reason) => {
    expect(asked([entry(more)])).toEqual({ admitted: false, entry: 'e1', reason });
  });

  test('refuses nothing where no register is kept, and nothing that is not handed down', () => {
    expect(asked([], { isKept: false })).toEqual({ admitted: true, entry: null, reason: 'no_register' });
    expect(asked([], { to: WATER })).toEqual({ admitted: true, entry: null, reason: 'not_down' });
  });
});
