import fc from 'fast-check';

import {
  BASES,
  MORE_THAN_HALF,
  ballotLines,
  presetRule,
  reckonBallot,
  trackerOfReceipt,
  type BallotHeader,
  type Base,
  type BaseTest,
  type Choice,
  type DecisionRule,
  type Fraction,
  type PublishedBallot,
  type PublishedEntry,
  type PublishedPaper,
  type Question,
  type RollChange,
  type Verdict,
  type Weights,
} from '#libs/decision';

/*
 * Ballots of every kind, made up from a seed: methods, bases, rules, rolls that changed, papers set aside. Small numbers, so that
 * ties and exact halves are common; some areas are so large that their products need more than a double.
 */

type Gen = fc.GeneratorValue;

const int = (gen: Gen, min: number, max: number): number => gen(fc.integer, { min, max });
const chance = (gen: Gen, percent: number): boolean => gen(fc.noBias, fc.integer({ min: 1, max: 100 })) <= percent;

function pick<T>(gen: Gen, from: readonly T[]): T {
  const found = from[gen(fc.noBias, fc.nat(from.length - 1))];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

function shuffled<T>(gen: Gen, from: readonly T[], { minLength = 0, maxLength = from.length } = {}): T[] {
  return gen(fc.shuffledSubarray<T>, [...from], { minLength, maxLength });
}

const IDS = ['a', 'b', 'C', 'd-1', 'e_2'];
const KINDS = ['yesNo', 'consent', 'chooseOne', 'chooseUpTo', 'score', 'schulze', 'irv'] as const;
type Kind = (typeof KINDS)[number];

function questionOf(gen: Gen, kind: Kind): Question {
  const ids = shuffled(gen, IDS, { minLength: 2 });
  const options = ids.map((id) => ({ id, label: { zh: `选项“${id}”`, en: `Option "${id}"\n` } }));
  switch (kind) {
    case 'yesNo':
    case 'consent':
      return { method: kind, options: [] };
    case 'chooseOne':
      return { method: kind, options };
    case 'chooseUpTo':
      return { method: kind, options, seats: int(gen, 1, ids.length), most: int(gen, 1, ids.length) };
    case 'score':
      return {
        method: kind,
        options,
        scale: pick(gen, [
          { min: -2, max: 3 },
          { min: 0, max: 4 },
          { min: 1, max: 2 },
        ]),
      };
    case 'schulze':
    case 'irv':
      return { method: 'ranked', options, ranking: kind };
  }
}

const FRACTIONS: readonly Fraction[] = [
  MORE_THAN_HALF,
  MORE_THAN_HALF,
  { numerator: 1, denominator: 2, inclusive: true },
  { numerator: 2, denominator: 3, inclusive: true },
  { numerator: 3, denominator: 4, inclusive: true },
  { numerator: 1, denominator: 3, inclusive: false },
  { numerator: 1, denominator: 1, inclusive: true },
  { numerator: 333_333, denominator: 1_000_000, inclusive: true },
];
const SMALL: readonly Fraction[] = [
  { numerator: 1, denominator: 10, inclusive: true },
  { numerator: 1, denominator: 4, inclusive: false },
];

function testsOf(gen: Gen): BaseTest[] {
  return shuffled(gen, BASES, { minLength: 1, maxLength: pick(gen, [1, 1, 2, 3]) }).map((base, at) => {
    const approval = at === 0 || chance(gen, 80) ? pick(gen, chance(gen, 60) ? SMALL : FRACTIONS) : null;
    const turnout = approval === null || chance(gen, 60) ? pick(gen, chance(gen, 70) ? SMALL : FRACTIONS) : null;
    return { base, turnout, approval: approval && chance(gen, 30) ? MORE_THAN_HALF : approval };
  });
}

function ruleOf(gen: Gen, kind: Kind): DecisionRule {
  const tests = testsOf(gen);
  const status = pick(gen, ['found', 'unverified', 'to_be_confirmed'] as const);
  return {
    id: 'made-up',
    version: int(gen, 1, 9),
    label: { zh: '试验规则\t“一”', en: 'A rule \\ for a trial' },
    tests,
    quorum: chance(gen, 25) ? { base: pick(gen, tests).base, atLeast: int(gen, 1, 6) } : null,
    abstention: pick(gen, ['counts_in_base', 'not_counted']),
    void: pick(gen, ['counts_in_base', 'not_counted']),
    silence: kind === 'yesNo' && chance(gen, 50) ? 'with_majority' : 'not_counted',
    tie: pick(gen, ['fails', 'vote_again', 'chair_decides']),
    status,
    law: '《中华人民共和国民法典》第二百七十八条\u007f\u2028',
    validFrom: pick(gen, ['2021-01-01', DAY]),
    validTo: pick(gen, [null, DAY, '2030-12-31']),
    ...(chance(gen, 20) && { note: { zh: '注', en: 'A note that decides nothing' } }),
    ...(status === 'found' && chance(gen, 30) && { confirmed: { by: 'person-1', on: '2026-01-01' } }),
  };
}

/** The local date on which all of them are counted. */
const DAY = '2026-06-08';

function choiceOf(gen: Gen, question: Question): Choice {
  if (chance(gen, 6)) return { void: true };
  const isAbstaining = chance(gen, 12);
  const ids = question.options.map(({ id }) => id);
  switch (question.method) {
    case 'yesNo':
      return { vote: isAbstaining ? 'abstain' : chance(gen, 60) ? 'yes' : 'no' };
    case 'consent':
      if (isAbstaining) return { vote: 'abstain' };
      if (chance(gen, 60)) return { vote: 'consent' };
      return chance(gen, 15) ? { vote: 'object', reason: pick(gen, ['text-1', 'Text.2', '3']) } : { vote: 'object' };
    case 'chooseOne':
      return { options: isAbstaining ? [] : [pick(gen, ids)] };
    case 'chooseUpTo':
      return { options: isAbstaining ? [] : shuffled(gen, ids, { minLength: 1, maxLength: question.most }) };
    case 'score': {
      const scored = isAbstaining ? [] : shuffled(gen, ids, { minLength: 1 });
      return { scores: Object.fromEntries(scored.map((id) => [id, int(gen, question.scale.min, question.scale.max)])) };
    }
    case 'ranked': {
      const order: string[][] = [];
      for (const id of isAbstaining ? [] : shuffled(gen, ids, { minLength: 1 })) {
        const last = order.at(-1);
        if (last !== undefined && question.ranking === 'schulze' && chance(gen, 30)) last.push(id);
        else order.push([id]);
      }
      return { order };
    }
  }
}

function weightsOf(gen: Gen, bases: readonly Base[]): Weights {
  const areas = [0, 7000, 8000, 9050, 10_000_000_019];
  const of = (base: Base): number => {
    if (base === 'area') return pick(gen, areas);
    if (chance(gen, 80)) return 1;
    // whoever owns area is a head
    return int(gen, base === 'heads' ? 1 : 0, 3);
  };
  return Object.fromEntries(bases.map((base) => [base, of(base)]));
}

/** Chains of changes that end at the final roll: corrections, who came on, who went, and who only came to go again. */
function changesOf(gen: Gen, entries: readonly PublishedEntry[], weights: () => Weights): RollChange[] {
  const chains: [string, (Weights | null)[]][] = [];
  for (const { entry, weights: last } of entries) {
    if (chance(gen, 70)) continue;
    chains.push([entry, pick(gen, [[weights()], [null], [weights(), null], [null, weights()]])]);
    chains.at(-1)?.[1].push(last);
  }
  for (const gone of ['0gone', 'Z.9']) {
    if (chance(gen, 25))
      chains.push([
        gone,
        pick(gen, [
          [weights(), null],
          [null, weights(), null],
        ]),
      ]);
  }
  const steps = [0, 1].flatMap((step) =>
    chains.flatMap(([entry, states]) => {
      const [before, after] = [states[step], states[step + 1]];
      return before === undefined || after === undefined ? [] : [{ entry, before, after }];
    }),
  );
  return steps.map((step, at) => ({ n: at + 1, ...step, on: '2026-05-20', reason: pick(gen, ['sold', 'merged:7']) }));
}

function papersOf(gen: Gen, header: BallotHeader, entries: readonly PublishedEntry[]): PublishedPaper[] {
  const all: Omit<PublishedPaper, 'id' | 'tracker'>[] = [];
  const cast = (): Choice => choiceOf(gen, header.question);
  for (const { entry, took } of entries) {
    const named = header.secret ? {} : { entry };
    if (took) all.push({ ...named, choice: cast(), state: 'counted' });
    else if (chance(gen, 20)) all.push({ ...named, choice: chance(gen, 50) ? cast() : null, state: 'setAside' });
    else if (chance(gen, 10)) all.push({ ...named, choice: null, state: 'withdrawn' });
  }
  if (!header.secret && chance(gen, 10)) all.push({ entry: '0gone', choice: cast(), state: 'setAside' });
  return shuffled(gen, all, { minLength: all.length }).map((paper, at) => ({
    ...paper,
    id: codeOf(at),
    tracker: trackerOfReceipt(receiptOf(at)),
  }));
}

/** The receipt of the paper at a place. */
export function receiptOf(at: number): string {
  return `TESTRECEPT${String(at).padStart(16, '0')}`;
}

/** A published ballot with the verdict that our own count came to. */
export interface SampleBallot {
  kind: Kind;
  lines: string[];
  papers: PublishedPaper[];
  verdict: Verdict;
  /** What is said of the count besides: `secret`, `provisional`, `changed`, `silent yes` … */
  traits: string[];
}

const codeOf = (at: number): string => `P${String(at).padStart(3, '0')}`;

function headerOf(question: Question, rule: DecisionRule): BallotHeader {
  return {
    format: 'minyi-ballot/1',
    ballot: 'ballot 7',
    title: { zh: '七单元加装电梯', en: 'A lift for stairwell 7' },
    unit: 'limin-7',
    question,
    rule,
    secret: false,
    openedAt: '2026-05-08T00:00:00Z',
    closedAt: '2026-06-08T10:00:00Z',
  };
}

function sampleOf(gen: Gen, kind: Kind): SampleBallot {
  const rule = ruleOf(gen, kind);
  const header: BallotHeader = { ...headerOf(questionOf(gen, kind), rule), secret: chance(gen, 35) };
  const bases = BASES.filter((base) => rule.tests.some((test) => test.base === base) || chance(gen, 30));
  const same = weightsOf(gen, bases);
  const weights = (): Weights => (header.secret ? same : weightsOf(gen, bases));
  const codes = shuffled(gen, ['1', '10', '2', 'A', 'A:1', 'B', 'a', 'b-7', 'b.7', 'b_7', 'ba', 'z0'], {
    minLength: 1,
  });
  const share = pick(gen, [30, 80, 80, 100]);
  const entries = codes
    .sort((a, b) => (a < b ? -1 : 1))
    .map((entry): PublishedEntry => {
      const isReached = rule.silence === 'with_majority' && chance(gen, 70);
      return { entry, weights: weights(), took: chance(gen, share), ...(isReached && { reached: true }) };
    });
  const changes = changesOf(gen, entries, weights);
  const papers = papersOf(gen, header, entries);
  return counted({ header, changes, entries, papers }, kind);
}

/** Counts a ballot as the office does that publishes it. Thrown when it could not be published. */
function counted(record: Omit<PublishedBallot, 'certificate'>, kind: Kind): SampleBallot {
  const [changes, entries, papers] = [[...record.changes], [...record.entries], [...record.papers]];
  const { header } = record;
  const { decision, misfits } = reckonBallot({ header, changes, entries, papers, on: DAY });
  if (decision?.kind !== 'decided' || misfits.length > 0) throw new Error(JSON.stringify([decision, misfits]));
  const { certificate, verdict, provisional } = decision;
  const traits = [
    header.secret ? 'secret' : 'named',
    ...(provisional ? ['provisional'] : []),
    ...(changes.length > 0 ? ['changed roll'] : []),
    ...papers.map(({ state }) => state),
    ...papers.flatMap(({ choice }) => (choice !== null && 'void' in choice ? ['void'] : [])),
    `silent ${header.rule.silence} ${String(certificate.silence.side)}`,
    ...(certificate.quorum === null ? [] : [`quorum ${String(certificate.quorum.met)}`]),
    ...(certificate.vacant === null ? [] : [certificate.vacant > 0 ? 'vacant seats' : 'all seats filled']),
    ...(certificate.winners.length > 0 && certificate.contested.length > 0 ? ['some elected, some contested'] : []),
    ...(certificate.tests.length > 1 ? ['several bases'] : []),
  ];
  const lines = [...ballotLines({ header, changes, entries, papers, certificate })];
  return { kind, papers, verdict, traits, lines };
}

/**
 * A run-off in which an earlier round tells apart who is level at the last place: when e has gone to b and d to c, b and c are level
 * at 5, and c had fewer before.
 */
export function closeRunOff(): SampleBallot {
  const orders = ['a', 'b', 'c', 'dc', 'eb'].flatMap((order, at) =>
    Array.from({ length: [7, 4, 3, 2, 1][at] ?? 0 }, () => order.split('').map((id) => [id])),
  );
  const tests: BaseTest[] = [{ base: 'heads', turnout: null, approval: { ...MORE_THAN_HALF, denominator: 4 } }];
  const entries = orders.map((_, at) => ({ entry: codeOf(at), weights: { heads: 1 }, took: true }));
  const papers = orders.map((order, at) => ({
    id: codeOf(at),
    entry: codeOf(at),
    choice: { order },
    tracker: trackerOfReceipt(receiptOf(at)),
    state: 'counted' as const,
  }));
  const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: { zh: id, en: id } }));
  const council = presetRule('council');
  if (council === undefined) throw new Error('no rule for councils');
  const header = headerOf({ method: 'ranked', options, ranking: 'irv' }, { ...council, tests });
  return counted({ header, changes: [], entries, papers }, 'irv');
}

/** So many ballots of every kind, always the same ones. */
export function sampleBallots(each: number, seed = 20_260_608): SampleBallot[] {
  return KINDS.flatMap((kind, at) =>
    fc.sample(
      fc.gen().map((gen) => sampleOf(gen, kind)),
      { seed: seed + at, numRuns: each },
    ),
  );
}
