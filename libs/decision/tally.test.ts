import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Choice, CountedPaper, DecisionRule, InclusionProof, Question, Weights } from './index.js';
import {
  MerkleTree,
  PRESET_RULES,
  UncountablePaperError,
  YES_NO,
  inclusionProof,
  isIncluded,
  judge,
  leafHash,
  leastReaching,
  merkleRoot,
  reaches,
  runOff,
  schulzeWinners,
  strongestPaths,
  tally,
} from './index.js';

const IDS = ['a', 'b', 'c', 'd', 'e'];

function options(count: number): Question['options'] {
  return IDS.slice(0, count).map((id) => ({ id, label: { zh: id, en: id } }));
}

const weights = fc.record({ heads: fc.constant(1), area: fc.integer({ min: 1, max: 5_000_000_000 }) });

function papersOf(choice: fc.Arbitrary<Choice>): fc.Arbitrary<CountedPaper[]> {
  return fc.array(fc.record({ weights, choice }), { maxLength: 14 });
}

/** Some options in some order, each rank one option. */
function strictOrder(count: number): fc.Arbitrary<Choice> {
  return fc.shuffledSubarray(IDS.slice(0, count)).map((ids) => ({ order: ids.map((id) => [id]) }));
}

/** Some options, and where a new rank begins. */
function order(count: number): fc.Arbitrary<Choice> {
  return fc
    .tuple(fc.shuffledSubarray(IDS.slice(0, count)), fc.array(fc.boolean(), { minLength: count, maxLength: count }))
    .map(([ids, breaks]) => {
      const groups: string[][] = [];
      for (const [at, id] of ids.entries()) {
        const last = groups.at(-1);
        if (last === undefined || breaks[at] === true) groups.push([id]);
        else last.push(id);
      }
      return { order: groups };
    });
}

const vote = fc.constantFrom<Choice[]>({ vote: 'yes' }, { vote: 'no' }, { vote: 'abstain' }, { void: true });
const schulze: Question = { method: 'ranked', options: options(4), ranking: 'schulze' };
const irv: Question = { method: 'ranked', options: options(4), ranking: 'irv' };

/** Every question, and papers that answer it. */
const anyBallot: fc.Arbitrary<[Question, CountedPaper[]]> = fc.oneof(
  fc.tuple(fc.constant(YES_NO), papersOf(vote)),
  fc.tuple(
    fc.constant<Question>({ method: 'chooseUpTo', options: options(4), seats: 2, most: 3 }),
    papersOf(fc.subarray(IDS.slice(0, 4), { maxLength: 3 }).map((ids) => ({ options: ids }))),
  ),
  fc.tuple(
    fc.constant<Question>({ method: 'score', options: options(3), scale: { min: -3, max: 3 } }),
    papersOf(
      fc
        .dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -3, max: 3 }), { noNullPrototype: true })
        .map((scores) => ({ scores })),
    ),
  ),
  fc.tuple(fc.constant(schulze), papersOf(order(4))),
  fc.tuple(fc.constant(irv), papersOf(strictOrder(4))),
);

const BOTH = PRESET_RULES.filter(({ body }) => body === 'owners');

function decided(question: Question, papers: readonly CountedPaper[], rule: DecisionRule) {
  const tallied = tally(question, papers);
  const sum = (base: 'heads' | 'area') => papers.reduce((all, one) => all + (one.weights[base] ?? 0), 0);
  const totals = { heads: sum('heads') + 1, area: sum('area') + 1 };
  const decision = judge({ question, rule, tallied, totals, rolls: null, papers: null, on: '2026-06-08' });
  if (decision.kind === 'refused') throw new Error(decision.refusal.code);
  return decision;
}

describe('any question and any papers', () => {
  test('come out the same in whatever order the papers are counted', () => {
    const shuffled = anyBallot.chain(([question, papers]) =>
      fc.tuple(
        fc.constant({ question, papers }),
        fc.shuffledSubarray(papers, { minLength: papers.length }),
        fc.constantFrom(...BOTH),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ question, papers }, others, rule]) => {
        expect(decided(question, others, rule)).toEqual(decided(question, papers, rule));
      }),
    );
  });

  test('come out the same in whatever order the options stand in the question', () => {
    const turned = anyBallot.filter(([{ options: all }]) => all.length > 0);
    fc.assert(
      fc.property(turned, fc.constantFrom(...BOTH), ([question, papers], rule) => {
        const other: Question = { ...question, options: question.options.toReversed() };
        const [one, two] = [decided(question, papers, rule), decided(other, papers, rule)];
        expect(two.verdict).toBe(one.verdict);
        expect(two.certificate.winners.toReversed()).toEqual(one.certificate.winners);
        expect(two.certificate.contested.toReversed()).toEqual(one.certificate.contested);
      }),
    );
  });

  test('add up: who took part is for, against, abstaining or void, in every base', () => {
    fc.assert(
      fc.property(anyBallot, ([question, papers]) => {
        const { bases, papers: counted } = tally(question, papers);
        expect(counted).toBe(papers.length);
        for (const base of ['heads', 'area'] as const) {
          const { participating = 0, yes = 0, no = 0, abstain = 0, void: spoiled = 0 } = bases[base] ?? {};
          expect(yes + no + abstain + spoiled).toBe(participating);
          expect(participating).toBe(papers.reduce((sum, one) => sum + (one.weights[base] ?? 0), 0));
          for (const option of bases[base]?.options ?? []) expect(option.votes).toBeLessThanOrEqual(yes);
        }
      }),
    );
  });

  test('never elect more than there are seats, nor anybody who is contested', () => {
    fc.assert(
      fc.property(anyBallot, fc.constantFrom(...BOTH), ([question, papers], rule) => {
        const { winners, contested, vacant, verdict } = decided(question, papers, rule).certificate;
        const seats = question.method === 'chooseUpTo' ? question.seats : 1;
        expect(winners.length + (vacant ?? 0)).toBeLessThanOrEqual(seats);
        expect(winners.filter((id) => contested.includes(id))).toEqual([]);
        expect(verdict === 'tie').toBe(contested.length > 0);
      }),
    );
  });
});

describe('a motion', () => {
  test('that passed still passes when a paper goes from no to yes', () => {
    const papers = papersOf(
      fc.constantFrom<Choice[]>({ vote: 'yes' }, { vote: 'yes' }, { vote: 'yes' }, { vote: 'no' }),
    );
    fc.assert(
      fc.property(papers, fc.constantFrom(...BOTH), (before, rule) => {
        const at = before.findIndex(({ choice }) => 'vote' in choice && choice.vote === 'no');
        fc.pre(at >= 0 && decided(YES_NO, before, rule).verdict === 'passed');
        const after = before.map((one, index): CountedPaper =>
          index === at ? { ...one, choice: { vote: 'yes' } } : one,
        );
        expect(decided(YES_NO, after, rule).verdict).toBe('passed');
      }),
    );
  });

  test('of three n reaches two thirds with two n, and not with one less, however large', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Math.floor(Number.MAX_SAFE_INTEGER / 3) }), (n) => {
        const twoThirds = { numerator: 2, denominator: 3, inclusive: true };
        expect(reaches(twoThirds, 2 * n, 3 * n)).toBe(true);
        expect(reaches(twoThirds, 2 * n - 1, 3 * n)).toBe(false);
        expect(leastReaching(twoThirds, 3 * n)).toBe(2 * n);
      }),
    );
  });

  test.each<[string, Weights, Choice]>([
    ['half a head', { heads: 0.5 }, { vote: 'yes' }],
    ['less than nothing', { heads: -1 }, { vote: 'yes' }],
    ['an answer to another question', { heads: 1 }, { options: ['a'] }],
  ])('does not count %s', (_, weight, choice) => {
    expect(() => tally(YES_NO, [{ weights: weight, choice }])).toThrow(UncountablePaperError);
  });

  test('does not count beyond what integers hold', () => {
    const huge = { weights: { area: Number.MAX_SAFE_INTEGER }, choice: { vote: 'yes' as const } };
    expect(() => tally(YES_NO, [huge, huge])).toThrow(UncountablePaperError);
  });
});

/** Strongest path by trying all of them: slow, and with nothing in common with the counting. */
function strongest(links: number[][], [from, to]: [number, number], seen: readonly number[] = []): number {
  let best = links[from]?.[to] ?? 0;
  for (const by of links.keys()) {
    if (by === from || by === to || seen.includes(by)) continue;
    const first = links[from]?.[by] ?? 0;
    if (first > best) best = Math.max(best, Math.min(first, strongest(links, [by, to], [...seen, from])));
  }
  return best;
}

describe('ranked by strongest paths', () => {
  const pairs = fc
    .integer({ min: 2, max: 5 })
    .chain((size) =>
      fc.array(fc.array(fc.nat(6), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
    );

  test('wins who wins when all paths are tried', () => {
    fc.assert(
      fc.property(pairs, (square) => {
        const links = square.map((row, i) => row.map((over, j) => (over > (square[j]?.[i] ?? 0) ? over : 0)));
        const all = [...links.keys()];
        const winners = all.filter((i) =>
          all.every((j) => i === j || strongest(links, [i, j]) >= strongest(links, [j, i])),
        );
        expect(schulzeWinners(strongestPaths(square))).toEqual(winners);
        expect(winners.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test('whoever beats everybody else is the only winner', () => {
    fc.assert(
      fc.property(papersOf(order(4)), (papers) => {
        const ranked = tally(schulze, papers).bases.heads?.ranked;
        fc.pre(ranked?.by === 'schulze' && ranked.winners.length > 0);
        const { pairs: square, winners } = ranked;
        const best = [...square.keys()].filter((i) =>
          square.every((row, j) => i === j || (square[i]?.[j] ?? 0) > (row[i] ?? 0)),
        );
        for (const winner of best) expect(winners).toEqual([IDS[winner]]);
      }),
    );
  });
});

/** Instant run-off on lists of names, as one would do it on a table. */
function naive(papers: readonly string[][], ids: readonly string[], history: Map<string, number>[] = []): string[] {
  const piles = new Map(
    ids.map((id) => [id, papers.filter((one) => one.find((name) => ids.includes(name)) === id).length]),
  );
  const size = (id: string, at = piles): number => at.get(id) ?? 0;
  const live = ids.reduce((sum, id) => sum + size(id), 0);
  const won = ids.filter((id) => size(id) * 2 > live);
  if (won.length > 0) return won;
  const least = Math.min(...ids.map((id) => size(id)));
  let last = ids.filter((id) => size(id) === least);
  if (last.length === ids.length) return last;
  const next = Math.min(...ids.filter((id) => !last.includes(id)).map((id) => size(id)));
  if (last.length > 1 && least * last.length >= next) {
    for (const before of history) {
      const low = Math.min(...last.map((id) => size(id, before)));
      last = last.filter((id) => size(id, before) === low);
    }
    if (last.length > 1) return last;
  }
  return naive(
    papers,
    ids.filter((id) => !last.includes(id)),
    [piles, ...history],
  );
}

describe('ranked by instant run-off', () => {
  test('comes out as piles of papers on a table do', () => {
    fc.assert(
      fc.property(fc.array(fc.shuffledSubarray(IDS, { minLength: 1 }), { minLength: 1, maxLength: 15 }), (papers) => {
        const question: Question = { ...irv, options: options(5) };
        const cast = papers.map((ids) => ({ weights: { heads: 1 }, choice: { order: ids.map((id) => [id]) } }));
        const winners = tally(question, cast).bases.heads?.ranked?.winners;
        expect(winners).toEqual(naive(papers, IDS));
      }),
      { numRuns: 1000 },
    );
  });

  test('an earlier count tells apart who is level at the last place', () => {
    // e goes to b and d to c; then b and c are level at 5, and c had fewer before
    const orders: [string, number][] = [
      ['\0', 7],
      ['\x01', 4],
      ['\x02', 3],
      ['\x03\x02', 2],
      ['\x04\x01', 1],
    ];
    const { rounds, winner } = runOff(orders, 5);
    expect(rounds.map(({ out }) => out)).toEqual([[4], [3], [2], []]);
    expect(winner).toBe(0);
  });
});

describe('the Merkle tree', () => {
  // from RFC 6962's reference implementation: leaves "", 00, 10, 2021, 3031, 40414243, 5051525354555657, 606162...6f
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %i known leaves has the known root', (size, root) => {
    const leaves = ['', '\0', '\x10', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno'];
    expect(merkleRoot(leaves.slice(0, size))).toBe(root);
  });

  test('proves every leaf and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 40 }), fc.nat(), (leaves, drawn) => {
        const index = drawn % leaves.length;
        const tree = new MerkleTree();
        for (const leaf of leaves) tree.add(leaf);
        const proof = inclusionProof(Buffer.concat(leaves.map((leaf) => leafHash(leaf))), index);
        const leaf = leaves[index] ?? '';
        expect(isIncluded(leaf, proof, tree.root())).toBe(true);
        expect(isIncluded(`${leaf}.`, proof, tree.root())).toBe(false);
        const others: InclusionProof[] = [
          { ...proof, index: index + 1 },
          { ...proof, path: [...proof.path, '00'.repeat(32)] },
          { ...proof, path: proof.path.map(() => 'no hex') },
        ];
        const wrong = others.filter(({ path }) => path.length > 0);
        expect(wrong.some((other) => isIncluded(leaf, other, tree.root()) && leaves[index + 1] !== leaf)).toBe(false);
      }),
    );
  });
});
