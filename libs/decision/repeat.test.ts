import { describe, expect, test } from '@jest/globals';

import type { Asking, DecisionRule, Petitioner } from './index.js';
import { decisionRuleSchema, extensionProblem, lastClosing, mayReturn, petitionReached, presetRule } from './index.js';

function preset(id: string): DecisionRule {
  const rule = presetRule(id);
  if (rule === undefined) throw new Error(`no preset ${id}`);
  return rule;
}

const assembly = preset('residents-assembly-adults-2026');
const owners = preset('owners-special');

describe('a petition for an assembly', () => {
  const of = (asking: number, total: number): Asking => ({ asking, total });

  test.each<[string, { [who in Petitioner]?: Asking }, boolean]>([
    ['a fifth of the adults', { adults: of(200, 1000) }, true],
    ['one adult short of a fifth', { adults: of(199, 1000) }, false],
    ['one adult short of a fifth of 1001', { adults: of(200, 1001) }, false],
    ['a fifth of the households, hardly any adults', { adults: of(1, 1000), households: of(80, 400) }, true],
    ['a third of the groups', { groups: of(4, 12) }, true],
    ['one group short of a third', { groups: of(3, 12) }, false],
    ['a third of ten groups is more than three', { groups: of(3, 10) }, false],
    ['nobody', {}, false],
    ['a place without adults', { adults: of(0, 0) }, false],
  ])('%s', (_, counts, reached) => {
    expect(petitionReached(assembly, counts)?.reached).toBe(reached);
  });

  test('says how many would have been enough', () => {
    expect(petitionReached(assembly, { adults: of(199, 1001) })?.shares[0]).toMatchObject({
      of: 'adults',
      part: 199,
      whole: 1001,
      needed: 201,
      met: false,
    });
  });

  test('is unknown to a rule without one, and impossible with more askers than people', () => {
    expect(petitionReached(owners, {})).toBeNull();
    expect(() => petitionReached(assembly, { adults: of(2, 1) })).toThrow(RangeError);
  });
});

describe('extending the time to vote', () => {
  test.each([
    ['2026-03-10', '2026-04-10', '2026-06-10', null],
    ['2026-03-10', '2026-04-10', '2026-06-11', 'extension.too_long'],
    ['2026-03-10', '2026-04-10', '2026-04-10', 'extension.not_later'],
    ['2025-11-30', '2025-12-30', '2026-02-28', null],
    ['2025-11-30', '2025-12-30', '2026-03-01', 'extension.too_long'],
    ['2023-11-30', '2023-12-30', '2024-02-29', null],
  ])('opened %s, closing %s, to %s: %s', (...[openedOn, closesOn, to, expected]) => {
    expect(extensionProblem(owners, { openedOn, closesOn, to })).toBe(expected);
  });

  test('is not for a rule that has none', () => {
    const council = preset('council');
    expect(lastClosing(council, '2026-01-01')).toBeNull();
    expect(extensionProblem(council, { openedOn: '2026-01-01', closesOn: '2026-01-02', to: '2026-01-03' })).toBe(
      'extension.none',
    );
  });
});

describe('a matter that found too few voters', () => {
  const earlier = { endedOn: '2026-06-08', verdict: 'no_quorum' };

  test.each<[string, string, { agree: number; members: number } | undefined, boolean]>([
    ['a day short of a year', '2027-06-07', undefined, false],
    ['after a year', '2027-06-08', undefined, true],
    ['at once with two thirds of the committee', '2026-06-09', { agree: 6, members: 9 }, true],
    ['one short of two thirds of the committee', '2026-06-09', { agree: 5, members: 9 }, false],
    ['a committee without members', '2026-06-09', { agree: 0, members: 0 }, false],
  ])('%s', (...[, on, committee, allowed]) => {
    expect(mayReturn(owners, earlier, { on, ...(committee && { committee }) }).allowed).toBe(allowed);
  });

  test('knows the first day of its return; a matter that was voted down or has another rule returns at any time', () => {
    expect(mayReturn(owners, earlier, { on: '2026-06-09' })).toEqual({
      allowed: false,
      from: '2027-06-08',
      committee: null,
    });
    expect(mayReturn(owners, { ...earlier, verdict: 'failed' }, { on: '2026-06-09' }).allowed).toBe(true);
    expect(mayReturn(assembly, earlier, { on: '2026-06-09' }).allowed).toBe(true);
  });
});

describe('a rule', () => {
  test.each<[string, object]>([
    ['an extension without end', { extension: { ...owners.extension, mostMonths: 0 } }],
    ['an extension without a source', { extension: { mostMonths: 3 } }],
    ['a petition by nobody', { petition: { ...assembly.petition, shares: [] } }],
    [
      'a petition of more than everybody',
      {
        petition: {
          ...assembly.petition,
          shares: [{ of: 'adults', share: { numerator: 6, denominator: 5, inclusive: true } }],
        },
      },
    ],
    ['an unknown body', { body: 'party' }],
  ])('with %s is refused', (_, change) => {
    expect(decisionRuleSchema.safeParse({ ...owners, ...change }).success).toBe(false);
  });
});
