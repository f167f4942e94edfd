import { describe, expect, it } from '@jest/globals';

import { lastMonths, LEDGER_FILTERS, questionOf, type LedgerValues } from './ledger.rules.js';

const values = (given: Partial<LedgerValues>): LedgerValues =>
  ({ ...Object.fromEntries(LEDGER_FILTERS.map((name) => [name, null])), ...given }) as LedgerValues;

describe('What the ledger asks for', () => {
  it('is what stands in the address and nothing else', () => {
    expect(questionOf(values({ text: '路灯', overdue: '1', bulk: '1' }))).toEqual({ text: '路灯', overdue: 'true' });
  });

  it('keeps to orders the service knows', () => {
    expect(questionOf(values({ sort: '-changed' }))).toEqual({ sort: 'changed' });
    expect(questionOf(values({ sort: 'weather' }))).toEqual({});
  });
});

describe('Months to choose from', () => {
  it('begin with this one and go back over the year', () => {
    expect(lastMonths(Date.parse('2026-02-15T00:00:00Z'), 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  });
});
