import { describe, expect, test } from '@jest/globals';

import type { Choice, Decision, DecisionRule, Question, Weights } from './index.js';
import { CONSENT, YES_NO, choiceProblem, judge, presetRule, tally } from './index.js';

const ON = '2026-06-08';

function preset(id: string): DecisionRule {
  const rule = presetRule(id);
  if (rule === undefined) throw new Error(`no preset ${id}`);
  return rule;
}

const council = preset('council');
const owners = preset('owners-special');

function options(...ids: string[]) {
  return ids.map((id) => ({ id, label: { zh: id, en: id } }));
}

const chooseOne: Question = { method: 'chooseOne', options: options('a', 'b', 'c') };
const three: Question = { method: 'chooseUpTo', options: options('a', 'b', 'c', 'd', 'e'), seats: 3, most: 3 };
const score: Question = { method: 'score', options: options('a', 'b', 'c'), scale: { min: -2, max: 2 } };
const schulze: Question = { method: 'ranked', options: options('a', 'b', 'c', 'd'), ranking: 'schulze' };
const irv: Question = { ...schulze, ranking: 'irv' };

/** Papers: how many of each choice. */
type Papers = [number, Choice][];

function papersOf(papers: Papers, weights: Weights) {
  return papers.flatMap(([times, choice]) => Array.from({ length: times }, () => ({ weights, choice })));
}

interface Asked {
  question: Question;
  papers: Papers;
  rule?: DecisionRule;
  /** Everybody; without it, as many as handed in a paper. */
  total?: number;
}

/** What a council decides, everybody weighing the same. */
function decided({ question, papers, rule = council, total }: Asked): Decision {
  const cast = papersOf(papers, { members: 1 });
  return judge({
    question,
    rule,
    tallied: tally(question, cast),
    totals: { members: total ?? cast.length },
    rolls: null,
    papers: null,
    on: ON,
  });
}

function certified(asked: Asked) {
  const decision = decided(asked);
  if (decision.kind === 'refused') throw new Error(decision.refusal.code);
  return decision.certificate;
}

/** Verdict, who won, who is contested. */
function outcome(asked: Asked): string {
  const { verdict, winners, contested } = certified(asked);
  return [verdict, winners.join(''), contested.join('')].join(' ').trimEnd();
}

const choose = (...ids: string[]): Choice => ({ options: ids });
/** `ab=c`: a before b and c, which are equal. */
const ranks = (order: string): Choice => ({ order: order.match(/\w(=\w)*/g)?.map((group) => group.split('=')) ?? [] });
const spoiled: Choice = { void: true };

describe('yes or no', () => {
  test('papers are judged as the same counts by hand are', () => {
    const papers: Papers = [
      [8, { vote: 'yes' }],
      [3, { vote: 'no' }],
      [2, { vote: 'abstain' }],
      [1, spoiled],
    ];
    const certificate = certified({ question: YES_NO, papers, total: 20 });
    expect(certificate).toMatchObject({
      verdict: 'passed',
      tests: [{ counts: { total: 20, participating: 14, yes: 8, no: 3, abstain: 2, void: 1 } }],
    });
  });

  test('owners pass in every base or not at all, with areas beyond 32 bits', () => {
    const flat = 3_000_000_000;
    const asked = (yesArea: number): string => {
      const cast = [
        { weights: { heads: 1, area: yesArea }, choice: { vote: 'yes' as const } },
        { weights: { heads: 1, area: flat }, choice: { vote: 'yes' as const } },
        { weights: { heads: 1, area: flat }, choice: { vote: 'yes' as const } },
        { weights: { heads: 1, area: flat }, choice: { vote: 'no' as const } },
      ];
      const tallied = tally(YES_NO, cast);
      const totals = { heads: 4, area: yesArea + 3 * flat };
      const decision = judge({ question: YES_NO, rule: owners, tallied, totals, rolls: null, papers: null, on: ON });
      return decision.kind === 'decided' ? decision.verdict : decision.refusal.code;
    };
    expect(asked(flat)).toBe('passed');
    expect(asked(flat - 1)).toBe('failed');
  });
});

describe('one of several', () => {
  test.each<[string, Papers, string]>([
    [
      'the first with more than half',
      [
        [6, choose('a')],
        [4, choose('b')],
      ],
      'passed a',
    ],
    [
      'the first without more than half',
      [
        [5, choose('a')],
        [3, choose('b')],
        [2, choose('c')],
      ],
      'failed',
    ],
    [
      'two at the first place',
      [
        [5, choose('b')],
        [5, choose('a')],
      ],
      'tie  ab',
    ],
    [
      'an abstention weighs against',
      [
        [5, choose('a')],
        [5, choose()],
      ],
      'failed',
    ],
    ['nobody chooses anything', [[10, choose()]], 'failed'],
  ])('%s', (...[, papers, expected]) => {
    expect(outcome({ question: chooseOne, papers })).toBe(expected);
  });

  test('nobody wins without a quorum', () => {
    expect(outcome({ question: chooseOne, papers: [[6, choose('a')]], total: 10 })).toBe('no_quorum');
  });
});

describe('three representatives of five', () => {
  test.each<[string, Papers, string, number]>([
    [
      'three with more than half',
      [
        [6, choose('a', 'b', 'c')],
        [4, choose('d', 'e')],
      ],
      'passed abc',
      0,
    ],
    [
      'only two reach more than half',
      [
        [6, choose('a', 'b')],
        [4, choose('c')],
      ],
      'passed ab',
      1,
    ],
    [
      'nobody reaches it',
      [
        [5, choose('a', 'b', 'c')],
        [5, choose('d', 'e')],
      ],
      'failed',
      3,
    ],
    [
      'the last seat is shared, and the order of the names does not decide it',
      [
        [4, choose('a', 'b', 'c')],
        [4, choose('a', 'b', 'd')],
        [2, choose('b', 'c', 'd')],
      ],
      'tie ab cd',
      1,
    ],
  ])('%s', (...[, papers, expected, vacant]) => {
    expect(outcome({ question: three, papers })).toBe(expected);
    expect(certified({ question: three, papers }).vacant).toBe(vacant);
  });

  test('four with more than half: the three with most', () => {
    const papers: Papers = [
      [7, choose('a', 'b', 'c')],
      [6, choose('d', 'a')],
      [2, choose('b', 'd')],
    ];
    expect(outcome({ question: three, papers: [...papers, [1, choose('d')]] })).toBe('passed abd');
  });
});

describe('scores', () => {
  test('the greatest sum wins when more than half score it above the middle', () => {
    const papers: Papers = [
      [6, { scores: { a: 1, b: 2, c: -2 } }],
      [4, { scores: { a: 2, b: -2 } }],
    ];
    const certificate = certified({ question: score, papers });
    expect(certificate.tests[0]?.options).toMatchObject([
      { id: 'a', points: 34, votes: 10 },
      { id: 'b', points: 24, votes: 6 },
      { id: 'c', points: 0, votes: 0 },
    ]);
    expect(outcome({ question: score, papers })).toBe('passed a');
  });

  test.each<[string, Papers, string]>([
    [
      'loved by a few and the greatest sum, yet not approved',
      [
        [5, { scores: { a: 2 } }],
        [5, { scores: { b: 0 } }],
      ],
      'failed',
    ],
    ['two with the same sum', [[6, { scores: { a: 1, b: 1 } }]], 'tie  ab'],
  ])('%s', (...[, papers, expected]) => {
    expect(outcome({ question: score, papers })).toBe(expected);
  });
});

describe('ranked, by strongest paths', () => {
  test.each<[string, Papers, string]>([
    [
      'who beats everybody else wins',
      [
        [3, ranks('ab')],
        [4, ranks('bc')],
        [3, ranks('cab')],
      ],
      'passed b',
    ],
    ['two that nobody tells apart', [[4, ranks('a=bc')]], 'tie  ab'],
    [
      'a circle of three with equal links',
      [
        [2, ranks('abc')],
        [2, ranks('bca')],
        [2, ranks('cab')],
      ],
      'tie  abc',
    ],
    ['nobody ranks anything', [[4, ranks('')]], 'failed'],
  ])('%s', (...[, papers, expected]) => {
    expect(outcome({ question: schulze, papers })).toBe(expected);
  });
});

describe('ranked, by instant run-off', () => {
  test.each<[string, Papers, string]>([
    [
      'votes of the last go to whom they name next',
      [
        [4, ranks('ab')],
        [3, ranks('bc')],
        [2, ranks('cb')],
      ],
      'passed b',
    ],
    [
      'papers that name nobody left are exhausted',
      [
        [4, ranks('a')],
        [3, ranks('b')],
        [2, ranks('c')],
      ],
      'failed',
    ],
    [
      'two left with the same',
      [
        [3, ranks('a')],
        [3, ranks('b')],
      ],
      'tie  ab',
    ],
    [
      'the last three go together when they cannot reach the next',
      [
        [5, ranks('a')],
        [4, ranks('b')],
        [1, ranks('ca')],
        [1, ranks('db')],
        [1, ranks('ab')],
      ],
      'passed a',
    ],
    [
      'two at the last place that could reach the next',
      [
        [5, ranks('a')],
        [4, ranks('bd')],
        [2, ranks('cb')],
        [2, ranks('db')],
      ],
      'tie  cd',
    ],
  ])('%s', (...[, papers, expected]) => {
    expect(outcome({ question: irv, papers })).toBe(expected);
  });
});

describe('consent', () => {
  const consents: [number, Choice] = [8, { vote: 'consent' }];
  test.each<[string, Papers, string]>([
    ['nobody objects', [consents, [2, { vote: 'abstain' }]], 'passed'],
    ['one objects with a reason', [consents, [1, { vote: 'object', reason: 'text-1' }]], 'failed'],
    ['an objection without a reason does not stop it', [consents, [1, { vote: 'object' }]], 'passed'],
    [
      'too few consent',
      [
        [1, { vote: 'consent' }],
        [9, { vote: 'abstain' }],
      ],
      'failed',
    ],
  ])('%s', (...[, papers, expected]) => {
    expect(outcome({ question: CONSENT, papers })).toBe(expected);
  });

  test('the certificate lists the reasons by the ids of their texts', () => {
    const papers: Papers = [
      [2, { vote: 'object', reason: 'text-9' }],
      [1, { vote: 'object', reason: 'text-10' }],
    ];
    expect(certified({ question: CONSENT, papers }).objections).toEqual([
      { reason: 'text-10', papers: 1 },
      { reason: 'text-9', papers: 2 },
    ]);
  });
});

describe('a choice', () => {
  test.each<[string, Question, unknown, string | null]>([
    ['a vote', YES_NO, { vote: 'yes' }, null],
    ['consent to a motion', YES_NO, { vote: 'consent' }, 'choice.malformed'],
    ['something besides', YES_NO, { vote: 'yes', note: 1 }, 'choice.malformed'],
    ['nothing', YES_NO, null, 'choice.malformed'],
    ['a list', YES_NO, [], 'choice.malformed'],
    ['a spoiled paper', irv, { void: true }, null],
    ['a spoiled paper that says more', irv, { void: true, vote: 'yes' }, 'choice.malformed'],
    ['void: false', irv, { void: false }, 'choice.malformed'],
    ['two of one', chooseOne, choose('a', 'b'), 'choice.too_many'],
    ['an option of another question', chooseOne, choose('z'), 'choice.unknown_option'],
    ['an option twice', three, choose('a', 'a'), 'choice.option_twice'],
    ['four of three', three, choose('a', 'b', 'c', 'd'), 'choice.too_many'],
    ['a score in between', score, { scores: { a: 1.5 } }, 'choice.malformed'],
    ['a score beyond the scale', score, { scores: { a: 3 } }, 'choice.off_scale'],
    ['a score for the prototype', score, JSON.parse('{"scores":{"__proto__":1}}'), 'choice.unknown_option'],
    ['equal ranks, by pairs', schulze, ranks('a=b'), null],
    ['equal ranks, by run-off', irv, ranks('a=b'), 'choice.equal_ranks'],
    ['an empty rank', schulze, { order: [[]] }, 'choice.malformed'],
    ['ranked twice', schulze, ranks('aba'), 'choice.option_twice'],
    ['an objection with a reason', CONSENT, { vote: 'object', reason: 'text-1' }, null],
    ['consent with a reason', CONSENT, { vote: 'consent', reason: 'text-1' }, 'choice.reason_invalid'],
    ['a reason that is no id', CONSENT, { vote: 'object', reason: 'I do not like it' }, 'choice.reason_invalid'],
  ])('%s: of %o, %j is %s', (...[, question, choice, expected]) => {
    expect(choiceProblem(question, choice)).toBe(expected);
  });
});
