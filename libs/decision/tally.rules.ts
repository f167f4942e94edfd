import { choiceProblem, isAbstention, isVoid, positionsOf } from './choice.rules.js';
import { BASES } from './decision-rule.schema.js';
import type { Base } from './decision-rule.schema.js';
import type { Choice, Question } from './question.schema.js';
import { runOff, schulzeWinners, strongestPaths } from './ranked.rules.js';
import type { Pairs, Round } from './ranked.rules.js';

/** What one voting unit weighs in each base: 1 head, so many 0.01 m². */
export type Weights = { readonly [base in Base]?: number };

/** A paper as it is counted. */
export interface CountedPaper {
  weights: Weights;
  choice: Choice;
}

/** What one option got in one base. */
export interface OptionTally {
  id: string;
  /** Weight of the papers in its favour: that choose it, score it above the middle of the scale, or list it. */
  votes: number;
  /** Only scores: the sum of (score − lowest score) × weight. */
  points: number | null;
}

/** How ranked papers came out in one base. Options are named by id. */
export type RankedTally =
  | { by: 'schulze'; pairs: Pairs; paths: Pairs; winners: string[] }
  | { by: 'irv'; rounds: (Omit<Round, 'out'> & { out: string[] })[]; winners: string[] };

/** The papers of one base, added up. `participating` is the sum of the four after it. */
export interface BaseTally {
  participating: number;
  /** In favour; consent; or, where there are options, every paper that says anything about them. */
  yes: number;
  no: number;
  abstain: number;
  void: number;
  /** In the question's order; none for a motion. */
  options: OptionTally[];
  ranked: RankedTally | null;
}

/** A reasoned objection, by the id of its text, and how many papers give it. */
export interface Objection {
  reason: string;
  papers: number;
}

/** All papers, added up. */
export interface Tallied {
  /** How many papers were counted. */
  papers: number;
  bases: { [base in Base]?: BaseTally };
  /** Only consent; sorted by reason. */
  objections: Objection[];
}

/** A paper that does not answer the question, or weighs what nothing can weigh. Such papers are kept out before counting. */
export class UncountablePaperError extends Error {
  override readonly name = 'UncountablePaperError';
}

class BaseCount {
  participating = 0;
  yes = 0;
  no = 0;
  abstain = 0;
  void = 0;
  readonly votes: number[];
  readonly points: number[];
  readonly pairs: number[];
  readonly orders = new Map<string, number>();

  constructor(options: number, isPaired: boolean) {
    this.votes = new Array<number>(options).fill(0);
    this.points = new Array<number>(options).fill(0);
    this.pairs = new Array<number>(isPaired ? options * options : 0).fill(0);
  }
}

/** Where a whole paper goes. */
function placeOf(choice: Choice): 'yes' | 'no' | 'abstain' | 'void' {
  if (isVoid(choice)) return 'void';
  if (isAbstention(choice)) return 'abstain';
  return 'vote' in choice && (choice.vote === 'no' || choice.vote === 'object') ? 'no' : 'yes';
}

/** Adds papers up one by one, in any order; keeps sums, and of ranked papers each different order once. */
export class Tally {
  #papers = 0;
  readonly #counts = new Map<Base, BaseCount>();
  readonly #reasons = new Map<string, number>();
  readonly #positions: ReadonlyMap<string, number>;
  readonly #ranks: number[];

  constructor(readonly question: Question) {
    this.#positions = positionsOf(question);
    this.#ranks = new Array<number>(question.options.length).fill(0);
  }

  /**
   * Adds a paper. Thrown ({@link UncountablePaperError}) when the choice does not answer the question or a weight is no whole
   * number from 0.
   */
  add(weights: Weights, choice: Choice): void {
    const problem = choiceProblem(this.question, choice);
    if (problem !== null) throw new UncountablePaperError(problem);
    this.addChecked(weights, choice);
  }

  /** Adds a paper whose choice `choiceProblem` has passed. */
  addChecked(weights: Weights, choice: Choice): void {
    const place = placeOf(choice);
    const add = place === 'void' || place === 'abstain' ? null : this.#reader(choice);
    for (const base of BASES) {
      const weight = weights[base];
      if (weight === undefined) continue;
      if (!(Number.isSafeInteger(weight) && weight >= 0)) throw new UncountablePaperError(`weight of ${base}`);
      const count = this.#countOf(base);
      count.participating += weight;
      count[place] += weight;
      add?.(count, weight);
    }
    this.#papers += 1;
    if ('reason' in choice && choice.reason !== undefined) {
      this.#reasons.set(choice.reason, (this.#reasons.get(choice.reason) ?? 0) + 1);
    }
  }

  #countOf(base: Base): BaseCount {
    const known = this.#counts.get(base);
    if (known !== undefined) return known;
    const { options, method } = this.question;
    const count = new BaseCount(options.length, method === 'ranked' && this.question.ranking === 'schulze');
    this.#counts.set(base, count);
    return count;
  }

  /** Reads a choice once, for all bases. */
  #reader(choice: Choice): ((count: BaseCount, weight: number) => void) | null {
    if ('options' in choice) return this.#chosen(choice.options);
    if ('scores' in choice) return this.#scored(choice.scores);
    return 'order' in choice ? this.#ordered(choice.order) : null;
  }

  #place(id: string): number {
    return this.#positions.get(id) ?? -1;
  }

  #chosen(ids: readonly string[]) {
    const places = ids.map((id) => this.#place(id));
    return ({ votes }: BaseCount, weight: number): void => {
      for (const at of places) votes[at] = (votes[at] ?? 0) + weight;
    };
  }

  #scored(scores: Readonly<Record<string, number>>) {
    const { min, max } = this.question.method === 'score' ? this.question.scale : { min: 0, max: 0 };
    const all = Object.entries(scores).map(([id, score]) => ({ at: this.#place(id), score }));
    return ({ votes, points }: BaseCount, weight: number): void => {
      for (const { at, score } of all) {
        points[at] = (points[at] ?? 0) + (score - min) * weight;
        if (2 * score > min + max) votes[at] = (votes[at] ?? 0) + weight;
      }
    };
  }

  #ordered(order: readonly (readonly string[])[]) {
    const ranks = this.#ranks.fill(order.length);
    let listed = '';
    for (const [rank, group] of order.entries()) {
      for (const id of group) {
        const at = this.#place(id);
        ranks[at] = rank;
        listed += String.fromCharCode(at);
      }
    }
    return ({ votes, pairs, orders }: BaseCount, weight: number): void => {
      for (let at = 0; at < listed.length; at += 1) {
        const option = listed.charCodeAt(at);
        votes[option] = (votes[option] ?? 0) + weight;
      }
      if (pairs.length > 0) addPairs(pairs, ranks, weight);
      else orders.set(listed, (orders.get(listed) ?? 0) + weight);
    };
  }

  /**
   * What has been added so far. Thrown ({@link UncountablePaperError}) when a sum is beyond what integers hold exactly (2⁵³ − 1).
   */
  finish(): Tallied {
    const bases: Tallied['bases'] = {};
    for (const base of BASES) {
      const count = this.#counts.get(base);
      if (count !== undefined) bases[base] = this.#finishBase(count);
    }
    const objections = [...this.#reasons]
      .map(([reason, papers]) => ({ reason, papers }))
      .sort((a, b) => (a.reason < b.reason ? -1 : 1));
    return { papers: this.#papers, bases, objections };
  }

  #finishBase(count: BaseCount): BaseTally {
    const { participating, yes, no, abstain, points } = count;
    if (![participating, ...points].every(Number.isSafeInteger)) throw new UncountablePaperError('sums beyond 2^53');
    const hasPoints = this.question.method === 'score';
    const options = this.question.options.map(({ id }, at) => ({
      id,
      votes: count.votes[at] ?? 0,
      points: hasPoints ? (points[at] ?? 0) : null,
    }));
    return { participating, yes, no, abstain, void: count.void, options, ranked: this.#rankedOf(count) };
  }

  #rankedOf({ pairs, orders, yes }: BaseCount): RankedTally | null {
    const { question } = this;
    if (question.method !== 'ranked') return null;
    const ids = question.options.map(({ id }) => id);
    const named = (places: readonly number[]): string[] => places.flatMap((at) => ids[at] ?? []);
    if (question.ranking === 'irv') {
      const { rounds, winner, level } = runOff([...orders], ids.length);
      const winners = named(winner === null ? level : [winner]);
      return {
        by: 'irv',
        rounds: rounds.map(({ votes, exhausted, out }) => ({ votes, exhausted, out: named(out) })),
        winners: yes > 0 ? winners : [],
      };
    }
    const square = ids.map((_, row) => pairs.slice(row * ids.length, (row + 1) * ids.length));
    const paths = strongestPaths(square);
    return { by: 'schulze', pairs: square, paths, winners: yes > 0 ? named(schulzeWinners(paths)) : [] };
  }
}

function addPairs(pairs: number[], ranks: readonly number[], weight: number): void {
  const size = ranks.length;
  for (let i = 0; i < size; i += 1) {
    const rank = ranks[i] ?? size;
    for (let j = 0; j < size; j += 1) {
      if (rank < (ranks[j] ?? size)) pairs[i * size + j] = (pairs[i * size + j] ?? 0) + weight;
    }
  }
}

/**
 * Adds papers up. Their order never matters. Papers that are set aside or withdrawn are not handed in.
 * Thrown ({@link UncountablePaperError}) as by {@link Tally.add} and {@link Tally.finish}.
 */
export function tally(question: Question, papers: Iterable<CountedPaper>): Tallied {
  const sums = new Tally(question);
  for (const { weights, choice } of papers) sums.add(weights, choice);
  return sums.finish();
}
