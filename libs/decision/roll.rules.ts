import { createHash } from 'node:crypto';

import { changeLine, rollText } from './ballot-file.rules.js';
import type { PublishedEntry, RollChange } from './ballot-file.schema.js';
import { BASES } from './decision-rule.schema.js';
import type { Base } from './decision-rule.schema.js';
import type { Weights } from './tally.rules.js';

const CHUNK = 65_536;

/** Hashes texts as they come, a line end behind each, in chunks: a call for every line would cost more than the hashing. */
class LineHash {
  readonly #hash = createHash('sha256');
  #waiting = '';

  add(text: string): void {
    this.#waiting += `${text}\n`;
    if (this.#waiting.length >= CHUNK) this.#flush();
  }

  #flush(): void {
    this.#hash.update(this.#waiting, 'utf8');
    this.#waiting = '';
  }

  digest(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }
}

/**
 * Fingerprint of a roll: SHA-256, in hex, of its entries sorted by code, each as `{"entry":…,"t":"entry","weights":{…}}` in
 * canonical JSON with a line end. The order in which they are handed in does not matter.
 */
export function rollFingerprint(entries: Iterable<Pick<PublishedEntry, 'entry' | 'weights'>>): string {
  const lines = new LineHash();
  const sorted = [...entries].sort((a, b) => (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0));
  for (const entry of sorted) lines.add(rollText(entry));
  return lines.digest();
}

export type RollProblem = 'change.chain_broken';

/** What reading a roll to its end has given. */
export interface RollSums {
  opening: string;
  final: string;
  changes: string;
  entries: number;
  /** Weights of the final roll. */
  totals: { [base in Base]?: number };
}

function isSame(one: Weights | null, other: Weights | null): boolean {
  if (one === null || other === null) return one === other;
  return BASES.every((base) => one[base] === other[base]);
}

/**
 * Reads the final roll once, sorted, and knows both fingerprints at its end: every change says what an entry was before, so the
 * roll at opening is the final one with the changes undone.
 */
export class RollReader {
  readonly #opening = new LineHash();
  readonly #final = new LineHash();
  readonly #changes = new LineHash();
  readonly #atOpening = new Map<string, Weights | null>();
  readonly #atEnd = new Map<string, Weights | null>();
  #gone: { entry: string; weights: Weights }[] | null = null;
  #entries = 0;
  readonly #totals: { [base in Base]?: number } = {};

  /** Hands in the changes in their order, all before the first entry. False when one does not go on from the one before. */
  change(change: RollChange): boolean {
    const { entry, before, after } = change;
    this.#changes.add(changeLine(change));
    const known = this.#atEnd.get(entry);
    if (known === undefined) this.#atOpening.set(entry, before);
    this.#atEnd.set(entry, after);
    return known === undefined || isSame(known, before);
  }

  /** Hands in an entry of the final roll; sorted by code. False when the changes say that it ends otherwise. */
  entry(one: Pick<PublishedEntry, 'entry' | 'weights'>, text = rollText(one)): boolean {
    this.#passGone(one.entry);
    this.#final.add(text);
    this.#entries += 1;
    for (const base of BASES) {
      const weight = one.weights[base];
      if (weight !== undefined) this.#totals[base] = (this.#totals[base] ?? 0) + weight;
    }
    if (this.#atOpening.size === 0) return true;
    const opening = this.#atOpening.get(one.entry);
    if (opening === undefined) this.#opening.add(text);
    else if (opening !== null) this.#opening.add(rollText({ entry: one.entry, weights: opening }));
    const end = opening === undefined ? undefined : this.#atEnd.get(one.entry);
    this.#atEnd.delete(one.entry);
    return end === undefined || isSame(end, one.weights);
  }

  /** Entries that were there at opening and are no more have their place in the roll at opening. */
  #passGone(upTo: string | null): void {
    this.#gone ??= [...this.#atOpening]
      .flatMap(([entry, weights]) => (weights !== null && this.#atEnd.get(entry) === null ? [{ entry, weights }] : []))
      .sort((a, b) => (a.entry < b.entry ? 1 : -1));
    for (let next = this.#gone.at(-1); next !== undefined; next = this.#gone.at(-1)) {
      if (upTo !== null && next.entry >= upTo) break;
      this.#opening.add(rollText(next));
      this.#gone.pop();
    }
  }

  /** Ends it. `missing`: entries that should be there by the changes and are not. */
  finish(): RollSums & { missing: string[] } {
    this.#passGone(null);
    const missing = [...this.#atEnd].flatMap(([entry, weights]) => (weights === null ? [] : [entry]));
    const final = this.#final.digest();
    return {
      // an unchanged roll is hashed once
      opening: this.#atOpening.size === 0 ? final : this.#opening.digest(),
      final,
      changes: this.#changes.digest(),
      entries: this.#entries,
      totals: this.#totals,
      missing,
    };
  }
}
