import { paperLine } from './ballot-file.rules.js';
import type { BallotHeader, PublishedEntry, PublishedPaper, RollChange } from './ballot-file.schema.js';
import type { FindingCode } from './ballot.findings.js';
import type { Decision, PapersProof, RollsProof } from './certificate.js';
import { choiceProblem } from './choice.rules.js';
import { TrackerSet, Units } from './compact.rules.js';
import { judge } from './decide.rules.js';
import { BASES } from './decision-rule.schema.js';
import type { Base } from './decision-rule.schema.js';
import { MerkleTree } from './merkle.rules.js';
import { RollReader } from './roll.rules.js';
import { Tally } from './tally.rules.js';
import type { Weights } from './tally.rules.js';

/** Something that does not fit, and which. */
export interface Misfit {
  code: FindingCode;
  detail: string | null;
}

const NOTHING: Misfit[] = [];

type Asked = Pick<BallotHeader, 'question' | 'rule' | 'secret'>;

/**
 * Counts a ballot from what is published of it: changes, then entries, then papers, each once, then {@link finish}. The office
 * that certifies and the neighbour who verifies go through the same steps.
 */
export class Reckoning {
  readonly #roll = new RollReader();
  readonly #tally: Tally;
  readonly #tree = new MerkleTree();
  readonly #units = new Units();
  readonly #trackers = new TrackerSet();
  readonly #bases: readonly Base[];
  readonly #silent: { [base in Base]?: number } = {};
  #misfits: Misfit[] = [];
  #changes = 0;
  #lastEntry = '';
  #lastPaper = '';
  #each: Weights | null = null;
  #took = 0;
  #counted = 0;

  constructor(readonly asked: Asked) {
    this.#tally = new Tally(asked.question);
    this.#bases = asked.rule.tests.map(({ base }) => base);
  }

  #note(code: FindingCode, detail: string | null = null): void {
    this.#misfits.push({ code, detail });
  }

  #noted(): Misfit[] {
    if (this.#misfits.length === 0) return NOTHING;
    const noted = this.#misfits;
    this.#misfits = [];
    return noted;
  }

  /** A change of the roll. */
  change(change: RollChange): Misfit[] {
    this.#changes += 1;
    if (change.n !== this.#changes) this.#note('change.out_of_order', String(change.n));
    if (!this.#roll.change(change)) this.#note('change.chain_broken', change.entry);
    return this.#noted();
  }

  /** An entry of the final roll, and what is fingerprinted of it where that is at hand. */
  entry(entry: PublishedEntry, text?: string): Misfit[] {
    const { entry: code, weights, took, reached = false } = entry;
    if (code <= this.#lastEntry) this.#note('entry.not_sorted', code);
    this.#lastEntry = code;
    if (!this.#roll.entry(entry, text)) this.#note('change.chain_broken', code);
    for (const base of this.#bases)
      if (weights[base] === undefined) this.#note('entry.base_missing', `${code}: ${base}`);
    if (took) this.#took += 1;
    else if (reached) {
      for (const base of BASES) this.#silent[base] = (this.#silent[base] ?? 0) + (weights[base] ?? 0);
    }
    if (this.asked.secret) {
      this.#each ??= weights;
      if (BASES.some((base) => weights[base] !== this.#each?.[base])) this.#note('entry.unequal_weights', code);
    } else this.#units.add(code, { weights, took });
    return this.#noted();
  }

  /** A paper, and its line where it is at hand: that is the leaf of the tree. */
  paper(paper: PublishedPaper, line: string = paperLine(paper)): Misfit[] {
    const { id, choice, tracker, state } = paper;
    this.#tree.add(line);
    if (id <= this.#lastPaper) this.#note('paper.not_sorted', id);
    this.#lastPaper = id;
    if (!this.#trackers.add(tracker)) this.#note('paper.tracker_twice', tracker);
    const weights = this.#weightsOf(paper);
    const problem = choice === null ? null : choiceProblem(this.asked.question, choice);
    if (problem !== null || (choice === null && state === 'counted')) {
      this.#note('paper.choice_invalid', problem === null ? id : `${id}: ${problem}`);
    } else if (state === 'counted') {
      this.#counted += 1;
      if (weights !== null && choice !== null) this.#tally.addChecked(weights, choice);
    }
    return this.#noted();
  }

  #weightsOf({ id, entry, state }: PublishedPaper): Weights | null {
    if (this.asked.secret) {
      if (entry !== undefined) this.#note('paper.names_entry', id);
      return this.#each;
    }
    if (entry === undefined) {
      this.#note('paper.entry_missing', id);
      return null;
    }
    const place = this.#units.find(entry);
    if (place < 0) {
      // who was taken off the roll may have a paper that is set aside
      if (state === 'counted') this.#note('paper.entry_unknown', `${id}: ${entry}`);
      return null;
    }
    if (!this.#units.markPaperAt(place)) this.#note('paper.entry_twice', `${id}: ${entry}`);
    if (this.#units.tookAt(place) !== (state === 'counted')) this.#note('roll.took_differs', entry);
    return this.#units.weightsAt(place);
  }

  /** Judges it as of a local date. `decision` is null when the sums are too large to be exact. */
  finish(on: string): { decision: Decision | null; misfits: Misfit[]; rolls: RollsProof; papers: PapersProof } {
    const { totals, missing, ...rolls } = this.#roll.finish();
    for (const entry of missing) this.#note('change.chain_broken', entry);
    if (this.#took !== this.#counted) {
      this.#note('roll.took_differs', `${String(this.#took)} / ${String(this.#counted)}`);
    }
    const papers = { count: this.#tree.size, counted: this.#counted, root: this.#tree.root() };
    const { question, rule } = this.asked;
    let decision: Decision | null = null;
    try {
      const tallied = this.#tally.finish();
      decision = judge({ question, rule, tallied, totals, silent: this.#silent, rolls, papers, on });
    } catch (error) {
      this.#note('count.impossible', error instanceof Error ? error.message : null);
    }
    return { decision, misfits: this.#noted(), rolls, papers };
  }
}

/** What is counted: the record of a ballot without its certificate. */
export interface Countable {
  header: Asked;
  changes: Iterable<RollChange>;
  /** Sorted by `entry`, by code unit. */
  entries: Iterable<PublishedEntry>;
  /** Sorted by `id`, by code unit. */
  papers: Iterable<PublishedPaper>;
  /** Local date of the count. */
  on: string;
}

/**
 * Counts a ballot that is to be published, in one pass. `misfits` are what a verifier of the file would find: there must be none
 * before the certificate is used.
 */
export function reckonBallot({ header, changes, entries, papers, on }: Countable): {
  decision: Decision | null;
  misfits: Misfit[];
} {
  const reckoning = new Reckoning(header);
  const misfits: Misfit[] = [];
  for (const change of changes) misfits.push(...reckoning.change(change));
  for (const entry of entries) misfits.push(...reckoning.entry(entry));
  for (const paper of papers) misfits.push(...reckoning.paper(paper));
  const { decision, misfits: last } = reckoning.finish(on);
  return { decision, misfits: [...misfits, ...last] };
}
