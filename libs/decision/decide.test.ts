import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { BaseCounts, Counts, Decision, DecisionRule, Fraction, Verdict } from './index.js';
import {
  AT_LEAST_THREE_QUARTERS,
  AT_LEAST_TWO_THIRDS,
  BASES,
  MORE_THAN_HALF,
  PRESET_RULES,
  confirmRule,
  countsOf,
  decide,
  decisionRuleSchema,
  leastReaching,
  presetRule,
  reaches,
} from './index.js';

function preset(id: string): DecisionRule {
  const rule = presetRule(id);
  if (rule === undefined) throw new Error(`no preset ${id}`);
  return rule;
}

/** Votes of one base; who is not said to have voted yes, no or void abstained. */
function votes(...[total, participating, yes, rest = {}]: [number, number, number, Partial<BaseCounts>?]): BaseCounts {
  const { no = 0, void: invalid = 0 } = rest;
  return { total, participating, yes, no, void: invalid, abstain: participating - yes - no - invalid };
}

function outcome(decision: Decision): string {
  return decision.kind === 'decided' ? decision.verdict : decision.refusal.code;
}

const ON = '2026-06-08';

describe('a fraction', () => {
  test.each<[Fraction, number, number, boolean]>([
    [AT_LEAST_TWO_THIRDS, 2, 3, true],
    [AT_LEAST_TWO_THIRDS, 1999, 3000, false],
    [AT_LEAST_TWO_THIRDS, 66, 100, false],
    [AT_LEAST_TWO_THIRDS, 67, 100, true],
    [MORE_THAN_HALF, 50, 100, false],
    [MORE_THAN_HALF, 51, 100, true],
    [MORE_THAN_HALF, 50, 99, true],
    [AT_LEAST_THREE_QUARTERS, 75, 100, true],
    [AT_LEAST_THREE_QUARTERS, 74, 99, false],
    [AT_LEAST_TWO_THIRDS, 0, 0, false],
    [MORE_THAN_HALF, 0, 0, false],
    [AT_LEAST_TWO_THIRDS, 6_004_799_503_160_660, 9_007_199_254_740_991, false],
    [AT_LEAST_TWO_THIRDS, 6_004_799_503_160_661, 9_007_199_254_740_991, true],
  ])('%o of %i in %i: %s, exactly', (...[fraction, part, whole, expected]) => {
    expect(reaches(fraction, part, whole)).toBe(expected);
  });

  const fractions = fc
    .record({
      numerator: fc.integer({ min: 1, max: 50 }),
      denominator: fc.integer({ min: 1, max: 50 }),
      inclusive: fc.boolean(),
    })
    .filter(({ numerator, denominator, inclusive }) =>
      inclusive ? numerator <= denominator : numerator < denominator,
    );

  test('has a least part that reaches it, and one less does not', () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: 1, max: 1_000_000_000 }), (fraction, whole) => {
        const least = leastReaching(fraction, whole);
        expect(reaches(fraction, least, whole)).toBe(true);
        expect(reaches(fraction, least - 1, whole)).toBe(false);
        expect(least).toBeLessThanOrEqual(whole);
      }),
    );
  });
});

describe('owners, ordinary matters', () => {
  const rule = preset('owners-ordinary');
  const both = (area: BaseCounts, heads: BaseCounts): Counts => ({ area, heads });

  test.each<[string, Counts, Verdict]>([
    ['two thirds take part and more than half of them agree', both(votes(900, 600, 301), votes(90, 60, 31)), 'passed'],
    ['one head short of two thirds', both(votes(900, 600, 600), votes(90, 59, 59)), 'no_quorum'],
    ['0.01 m² short of two thirds', both(votes(900, 599, 599), votes(90, 60, 60)), 'no_quorum'],
    ['exactly half of the heads', both(votes(900, 600, 400), votes(90, 60, 30)), 'failed'],
    ['exactly half of the area', both(votes(900, 600, 300), votes(90, 60, 40)), 'failed'],
    ['abstentions weigh against', both(votes(900, 600, 300, { no: 1 }), votes(90, 60, 30, { no: 1 })), 'failed'],
    ['nobody', both(votes(900, 0, 0), votes(90, 0, 0)), 'no_quorum'],
  ])('%s', (_, counts, verdict) => {
    expect(outcome(decide(rule, counts, ON))).toBe(verdict);
  });
});

describe('owners, special matters', () => {
  const rule = preset('owners-special');

  test.each<[number, number, Verdict]>([
    [450, 45, 'passed'],
    [449, 45, 'failed'],
    [450, 44, 'failed'],
  ])('%i of 600 by area and %i of 60 heads: three quarters of both', (area, heads, verdict) => {
    const counts = { area: votes(900, 600, area), heads: votes(90, 60, heads) };
    expect(outcome(decide(rule, counts, ON))).toBe(verdict);
  });
});

describe('the council', () => {
  const rule = preset('council');

  test.each<[number, number, Verdict]>([
    [14, 8, 'passed'],
    [14, 7, 'failed'],
    [13, 13, 'no_quorum'],
  ])('of 20 members %i present, %i in favour', (present, yes, verdict) => {
    expect(outcome(decide(rule, { members: votes(20, present, yes) }, ON))).toBe(verdict);
  });
});

describe("the residents' assembly", () => {
  const counts = { heads: votes(100, 51, 26) };
  const old = preset('residents-assembly-adults-1990');
  const revised = preset('residents-assembly-adults-2026');

  test('needs more than half present, and more than half of those', () => {
    expect(outcome(decide(old, counts, '2025-12-31'))).toBe('passed');
    expect(outcome(decide(old, { heads: votes(100, 50, 50) }, '2025-12-31'))).toBe('no_quorum');
    expect(outcome(decide(old, { heads: votes(100, 52, 26) }, '2025-12-31'))).toBe('failed');
  });

  test('cannot decide under the old law after its last day, nor under the new one before its first', () => {
    expect(outcome(decide(old, counts, '2026-01-01'))).toBe('rule.not_in_force');
    expect(outcome(decide(revised, counts, '2025-12-31'))).toBe('rule.not_in_force');
  });

  test('decides provisionally until a named person has confirmed the rule', () => {
    expect(decide(revised, counts, '2026-01-01')).toMatchObject({ verdict: 'passed', provisional: true });
    const confirmed = confirmRule(revised, { law: '《城市居民委员会组织法》第N条', by: 'person-7', on: '2026-02-01' });
    expect(confirmed).toMatchObject({ version: 2, status: 'found', confirmed: { by: 'person-7', on: '2026-02-01' } });
    expect(decide(confirmed, counts, '2026-02-01')).toMatchObject({ verdict: 'passed', provisional: false });
  });
});

describe('a tie', () => {
  const parlour = preset('grid-parlour');
  const even = { present: votes(10, 10, 5, { no: 5 }) };

  test('fails, and the certificate says that it was one', () => {
    expect(decide(parlour, even, ON)).toMatchObject({ verdict: 'failed', certificate: { tied: true } });
  });

  test('is a verdict of its own where the rule wants another vote or the chair', () => {
    expect(outcome(decide({ ...parlour, tie: 'vote_again' }, even, ON))).toBe('tie');
    expect(outcome(decide({ ...parlour, tie: 'chair_decides' }, even, ON))).toBe('tie');
  });

  test('is not a vote that nobody took part in, nor one of two thirds missed', () => {
    const again: DecisionRule = { ...parlour, tie: 'vote_again' };
    expect(outcome(decide(again, { present: votes(10, 10, 0) }, ON))).toBe('failed');
    const strict: DecisionRule = {
      ...again,
      tests: [{ base: 'present', turnout: null, approval: AT_LEAST_TWO_THIRDS }],
    };
    expect(outcome(decide(strict, even, ON))).toBe('failed');
  });
});

describe('votes that are neither yes nor no', () => {
  const parlour = preset('grid-parlour');
  const counts = { present: votes(10, 10, 4, { no: 3, void: 2 }) };

  test.each<[DecisionRule['abstention'], DecisionRule['void'], Verdict, number]>([
    ['counts_in_base', 'counts_in_base', 'failed', 10],
    ['counts_in_base', 'not_counted', 'failed', 8],
    ['not_counted', 'counts_in_base', 'failed', 9],
    ['not_counted', 'not_counted', 'passed', 7],
  ])('abstention %s, void %s: %s out of a base of %i', (...[abstention, invalid, verdict, whole]) => {
    const decision = decide({ ...parlour, abstention, void: invalid }, counts, ON);
    expect(decision).toMatchObject({ verdict, certificate: { tests: [{ approval: { whole } }] } });
  });

  test('a void vote that is not counted did not take part, an abstention did', () => {
    const council: DecisionRule = { ...preset('council'), void: 'not_counted', abstention: 'not_counted' };
    expect(outcome(decide(council, { members: votes(20, 14, 8, { no: 5, void: 1 }) }, ON))).toBe('no_quorum');
    expect(outcome(decide(council, { members: votes(20, 14, 8, { no: 5 }) }, ON))).toBe('passed');
  });
});

describe('a fixed quorum', () => {
  const rule: DecisionRule = { ...preset('grid-parlour'), quorum: { base: 'present', atLeast: 5 } };

  test('asks for a number of people besides the fractions', () => {
    expect(outcome(decide(rule, { present: votes(4, 4, 4) }, ON))).toBe('no_quorum');
    expect(outcome(decide(rule, { present: votes(5, 5, 5) }, ON))).toBe('passed');
  });
});

describe('owners who were reached and stay silent', () => {
  const rule = preset('owners-ordinary');
  const follow: DecisionRule = { ...rule, silence: 'with_majority' };
  const both = (yes: number, no: number, areaYes = yes): Counts => ({
    heads: { ...votes(90, yes + no, yes, { no }), silent: 30 },
    area: { ...votes(90, areaYes + no, areaYes, { no }), silent: 30 },
  });

  test('are left out unless the rule says otherwise, and no preset does', () => {
    expect(outcome(decide(rule, both(20, 10), ON))).toBe('no_quorum');
    expect(PRESET_RULES.every(({ silence }) => silence === 'not_counted')).toBe(true);
  });

  test('go with the majority where a community has chosen so, and the certificate says it', () => {
    const decision = decide(follow, both(20, 10), ON);
    expect(decision).toMatchObject({
      verdict: 'passed',
      certificate: {
        silence: { treatment: 'with_majority', side: 'yes' },
        tests: [{ approval: { part: 50, whole: 60 } }, {}],
      },
    });
    expect(decide(follow, both(10, 20), ON)).toMatchObject({
      verdict: 'failed',
      certificate: { silence: { side: 'no' } },
    });
  });

  test('go with nobody when it is even, or when heads and area disagree', () => {
    expect(decide(follow, both(15, 15), ON)).toMatchObject({
      verdict: 'failed',
      certificate: { silence: { side: null } },
    });
    expect(decide(follow, both(20, 16, 14), ON)).toMatchObject({
      verdict: 'failed',
      certificate: { silence: { side: null } },
    });
  });

  test('cannot be more than stayed away', () => {
    const counts = both(20, 10);
    const heads = { ...votes(90, 30, 20, { no: 10 }), silent: 61 };
    expect(outcome(decide(follow, { ...counts, heads }, ON))).toBe('counts.do_not_add_up');
  });
});

describe('a question that cannot be decided', () => {
  const council = preset('council');
  const good = votes(20, 14, 8);

  test.each<[string, unknown, unknown, string, string]>([
    ['a negative number', council, { members: { ...good, no: -1 } }, ON, 'counts.invalid'],
    ['half a vote', council, { members: { ...good, yes: 7.5 } }, ON, 'counts.invalid'],
    ['more than can be counted exactly', council, { members: { ...good, total: 2 ** 53 } }, ON, 'counts.invalid'],
    ['a number that is a text', council, { members: { ...good, yes: '8' } }, ON, 'counts.invalid'],
    ['a missing number', council, { members: { ...good, void: undefined } }, ON, 'counts.invalid'],
    ['votes without participants', council, { members: { ...good, yes: 9 } }, ON, 'counts.do_not_add_up'],
    ['participants without votes', council, { members: { ...good, participating: 15 } }, ON, 'counts.do_not_add_up'],
    ['more participants than members', council, { members: { ...good, total: 13 } }, ON, 'counts.do_not_add_up'],
    ['another base', council, { heads: good }, ON, 'counts.base_missing'],
    ['a day that is none', council, { members: good }, '2026-02-30', 'date.invalid'],
    ['a rule without tests', { ...council, tests: [] }, { members: good }, ON, 'rule.invalid'],
    [
      'area agreed to by nobody',
      preset('owners-ordinary'),
      { area: votes(900, 600, 1), heads: votes(90, 60, 0) },
      ON,
      'counts.do_not_add_up',
    ],
  ])('%s is refused', (...[, rule, counts, on, code]) => {
    expect(outcome(decide(rule as DecisionRule, counts as Counts, on))).toBe(code);
  });
});

describe('a rule', () => {
  const council = preset('council');

  test.each<[string, object]>([
    ['a base twice', { tests: [...council.tests, ...council.tests] }],
    ['a quorum of an uncounted base', { quorum: { base: 'area', atLeast: 1 } }],
    ['no approval', { tests: [{ base: 'members', turnout: MORE_THAN_HALF, approval: null }] }],
    [
      'more than everybody',
      { tests: [{ base: 'members', turnout: null, approval: { numerator: 1, denominator: 1, inclusive: false } }] },
    ],
    ['an end before its beginning', { validFrom: '2026-01-01', validTo: '2025-12-31' }],
    ['no law', { law: '' }],
  ])('with %s is refused', (_, change) => {
    expect(decisionRuleSchema.safeParse({ ...council, ...change }).success).toBe(false);
  });

  test('of the presets is valid and has an id of its own', () => {
    expect(PRESET_RULES.map((rule) => decisionRuleSchema.parse(rule))).toEqual(PRESET_RULES);
    expect(new Set(PRESET_RULES.map(({ id }) => id)).size).toBe(PRESET_RULES.length);
  });
});

/** Counts in which nothing contradicts: yes + no + abstain + void = participating ≤ total. */
const anyVotes = fc
  .record({
    yes: fc.nat(30),
    no: fc.nat(30),
    abstain: fc.nat(10),
    void: fc.nat(10),
    silent: fc.nat(20),
    absent: fc.nat(40),
  })
  .map(({ absent, ...cast }): BaseCounts => {
    const participating = cast.yes + cast.no + cast.abstain + cast.void;
    return { ...cast, participating, total: participating + cast.silent + absent };
  });
const treatments = fc.constantFrom<DecisionRule['abstention'][]>('counts_in_base', 'not_counted');
const anyRule = fc
  .record({
    rule: fc.constantFrom(...PRESET_RULES),
    abstention: treatments,
    void: treatments,
    silence: fc.constantFrom('not_counted' as const, 'with_majority' as const),
  })
  .map(({ rule, ...how }): DecisionRule => ({ ...rule, ...how }));

function everywhere(count: BaseCounts): Counts {
  return Object.fromEntries(BASES.map((base) => [base, count]));
}

describe('any rule and any counts', () => {
  test('one more yes instead of a no, an abstention or an absence never turns passed into anything else', () => {
    fc.assert(
      fc.property(anyRule, anyVotes, fc.constantFrom('no', 'abstain', 'absent'), (rule, before, from) => {
        const absent = before.total - before.participating - (before.silent ?? 0);
        fc.pre(from === 'absent' ? absent > 0 : before[from === 'no' ? 'no' : 'abstain'] > 0);
        const after: BaseCounts = {
          ...before,
          yes: before.yes + 1,
          no: before.no - (from === 'no' ? 1 : 0),
          abstain: before.abstain - (from === 'abstain' ? 1 : 0),
          participating: before.participating + (from === 'absent' ? 1 : 0),
        };
        const first = decide(rule, everywhere(before), rule.validFrom);
        fc.pre(outcome(first) === 'passed');
        expect(outcome(decide(rule, everywhere(after), rule.validFrom))).toBe('passed');
      }),
    );
  });

  test('the certificate survives JSON and is reckoned again to itself', () => {
    fc.assert(
      fc.property(anyRule, anyVotes, (rule, count) => {
        const decision = decide(rule, everywhere(count), rule.validFrom);
        if (decision.kind === 'refused') throw new Error(decision.refusal.code);
        const certificate = JSON.parse(JSON.stringify(decision.certificate)) as typeof decision.certificate;
        expect(certificate).toEqual(decision.certificate);
        expect(decide(rule, countsOf(certificate), certificate.on)).toEqual(decision);
      }),
    );
  });

  test('passed means that every comparison in the certificate holds, and only then', () => {
    fc.assert(
      fc.property(anyRule, anyVotes, (rule, count) => {
        const decision = decide(rule, everywhere(count), rule.validFrom);
        if (decision.kind === 'refused') throw new Error(decision.refusal.code);
        const comparisons = decision.certificate.tests.flatMap(({ turnout, approval }) => [turnout, approval]);
        const isAllMet = comparisons.every((one) => one === null || (one.whole > 0 && one.part >= one.needed));
        expect(decision.verdict === 'passed').toBe(isAllMet);
      }),
    );
  });

  test('everything doubled is decided the same', () => {
    fc.assert(
      fc.property(anyRule, anyVotes, (rule, count) => {
        const { yes, no, abstain, void: invalid, silent = 0, participating, total } = count;
        const doubled = {
          yes: yes * 2,
          no: no * 2,
          abstain: abstain * 2,
          void: invalid * 2,
          silent: silent * 2,
          participating: participating * 2,
          total: total * 2,
        };
        expect(outcome(decide(rule, everywhere(doubled), rule.validFrom))).toBe(
          outcome(decide(rule, everywhere(count), rule.validFrom)),
        );
      }),
    );
  });
});
