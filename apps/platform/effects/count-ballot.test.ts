import { describe, expect, test } from '@jest/globals';

import { presetRule } from '#libs/decision';

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

const EFFECT = { rule: 'council', unit: 'u', issue: 'i', subject: 's' };
const COUNCIL = presetRule('council') ?? null;

describe('the verdict', () => {
  test('passes with two thirds present and more than half of them in favour', () => {
    const told = verdictOf({ ...EFFECT, counts }, '2026-03-02', COUNCIL);
    expect(told).toMatchObject({ type: 'ballot.counted', payload: { verdict: 'passed', provisional: false } });
  });

  test('is “no quorum” when too few came', () => {
    const few = { ...counts, present: 12, yes: 12, no: 0, abstain: 0 };
    expect(verdictOf({ ...EFFECT, counts: few }, '2026-03-02', COUNCIL).payload).toMatchObject({
      verdict: 'no_quorum',
    });
  });

  test.each([
    ['a rule nobody knows', { counts, rule: 'nonsense' }, 'rule.unknown'],
    ['a rule that needs areas', { counts, rule: 'owners-ordinary' }, 'counts.base_missing'],
    ['a rule that has ended', { counts, rule: 'residents-assembly-adults-1990' }, 'rule.not_in_force'],
    ['more votes than people present', { counts: { ...counts, yes: 30 }, rule: 'council' }, 'counts.do_not_add_up'],
  ])('is refused with %s', (_, changed, code) => {
    const effect = { ...EFFECT, ...changed };
    expect(verdictOf(effect, '2026-03-02', presetRule(changed.rule) ?? null)).toMatchObject({
      type: 'ballot.refused',
      payload: { code },
    });
  });
});
