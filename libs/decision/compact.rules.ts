import type { Weights } from './tally.rules.js';

/*
 * What has to be remembered of every entry and every paper, in as little memory as it takes: maps of objects cost a million
 * entries more time than everything else that is done with them.
 */

const WORDS = 4;

/** Value of a hexadecimal digit. */
function digit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}

/** A set of trackers: 32 lower-case hex digits each, kept as four numbers in an open table that is at most half full. */
export class TrackerSet {
  #table = new Uint32Array(1024 * WORDS);
  /** By place, because a tracker may be all zeros. */
  #isTaken = new Uint8Array(1024);
  #size = 0;
  readonly #words = new Uint32Array(WORDS);

  /** Adds one; false: it was there. */
  add(tracker: string): boolean {
    for (let word = 0; word < WORDS; word += 1) {
      let value = 0;
      for (let at = word * 8; at < word * 8 + 8; at += 1) value = ((value << 4) | digit(tracker, at)) >>> 0;
      this.#words[word] = value;
    }
    if ((this.#size + 1) * 2 > this.#isTaken.length) this.#grow();
    return this.#put(this.#words);
  }

  #put(words: Uint32Array): boolean {
    const mask = this.#isTaken.length - 1;
    let place = (words[0] ?? 0) & mask;
    while (this.#isTaken[place] === 1) {
      if (this.#isSame(place, words)) return false;
      place = (place + 1) & mask;
    }
    this.#isTaken[place] = 1;
    this.#table.set(words, place * WORDS);
    this.#size += 1;
    return true;
  }

  #isSame(place: number, words: Uint32Array): boolean {
    for (let word = 0; word < WORDS; word += 1) if (this.#table[place * WORDS + word] !== words[word]) return false;
    return true;
  }

  #grow(): void {
    const [table, isTaken] = [this.#table, this.#isTaken];
    this.#table = new Uint32Array(table.length * 2);
    this.#isTaken = new Uint8Array(isTaken.length * 2);
    this.#size = 0;
    for (const [place, taken] of isTaken.entries()) {
      if (taken === 1) this.#put(table.subarray(place * WORDS, (place + 1) * WORDS));
    }
  }
}

/** Entries of a roll in the order of their codes. */
export class Units {
  readonly #codes: string[] = [];
  readonly #weights: Weights[] = [];
  readonly #took: boolean[] = [];
  readonly #hasPaper: boolean[] = [];
  #next = 0;

  /** Appends one; its code comes after all others. */
  add(code: string, { weights, took }: { weights: Weights; took: boolean }): void {
    this.#codes.push(code);
    this.#weights.push(weights);
    this.#took.push(took);
    this.#hasPaper.push(false);
  }

  /** Where a code stands; −1: nowhere. Papers often come in the order of the entries: the next one is looked at first. */
  find(code: string): number {
    const next = this.#next;
    this.#next += 1;
    if (this.#codes[next] === code) return next;
    let [low, high] = [0, this.#codes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#codes[middle] ?? '') < code) low = middle + 1;
      else high = middle;
    }
    this.#next = low + 1;
    return this.#codes[low] === code ? low : -1;
  }

  /** Weights of the one at a place. */
  weightsAt(place: number): Weights {
    return this.#weights[place] ?? {};
  }

  /** Whether the roll says that it took part. */
  tookAt(place: number): boolean {
    return this.#took[place] === true;
  }

  /** Marks that a paper of it has come; false: it is not the first. */
  markPaperAt(place: number): boolean {
    if (this.#hasPaper[place] === true) return false;
    this.#hasPaper[place] = true;
    return true;
  }
}
