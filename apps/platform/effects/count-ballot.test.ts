import { describe, expect, test } from '@jest/globals';

import { countsOfSitting, verdictOf } from './count-ballot.js';

const counts = { members: 21, recused: 1, present: 16, yes: 9, no: 4, abstain: 1, invalid: 0 };

describe('a count in a sitting', () => {
  test('leaves recused members out of the base, and takes silence of those present as abstention', () => {
    expect(countsOfSitting(counts).members).toEqual({
      total: 20,
      participating: 16,
      yes: 9,
      no: 4,
      abstain: 3,
      void: 0,
    });
    expect(countsOfSitting(counts).present?.total).toBe(16);
  });
});

describe('the verdict', () => {
  test('passes with two thirds present and more than half of them in favour', () => {
    const told = verdictOf({ rule: 'council', unit: 'u', issue: 'i', subject: 's', counts }, '2026-03-02');
    expect(told).toMatchObject({ type: 'ballot.counted', payload: { verdict: 'passed', provisional: false } });
  });

  test('is “no quorum” when too few came', () => {
    const few = { ...counts, present: 12, yes: 12, no: 0, abstain: 0 };
    expect(verdictOf({ rule: 'council', counts: few }, '2026-03-02').payload).toMatchObject({ verdict: 'no_quorum' });
  });

  test.each([
    ['a rule nobody knows', { rule: 'nonsense', counts }, 'rule.unknown'],
    ['a rule that needs areas', { rule: 'owners-ordinary', counts }, 'counts.base_missing'],
    ['more votes than people present', { rule: 'council', counts: { ...counts, yes: 30 } }, 'counts.do_not_add_up'],
  ])('is refused with %s', (_, effect, code) => {
    expect(verdictOf(effect, '2026-03-02')).toMatchObject({
      type: 'ballot.refused',
      payload: { code },
    });
  });
});
