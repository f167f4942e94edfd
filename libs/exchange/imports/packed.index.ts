import { randomInt } from 'node:crypto';

const MANY = 1024;

/**
 * Numbers found by texts, without the texts: a few bytes for each, however long the text is. Two texts may lead to the same numbers, so
 * whoever looks up compares what is found.
 */
export class PackedIndex {
  // nobody can write a file whose texts all fall together
  readonly #seed = randomInt(2 ** 32);
  /** By the last bits of a hash: the newest entry, counted from one; none is zero. */
  #heads = new Uint32Array(MANY);
  #hashes = new Uint32Array(MANY);
  #numbers = new Uint32Array(MANY);
  /** The entry before with the same last bits. */
  #before = new Uint32Array(MANY);
  #count = 0;

  add(text: string, number: number): void {
    if (this.#count === this.#hashes.length) this.#grow();
    const entry = (this.#count += 1);
    this.#hashes[entry - 1] = hashOf(text, this.#seed);
    this.#numbers[entry - 1] = number;
    this.#link(entry);
  }

  /** Entries of the text, the newest first. */
  entries(text: string): number[] {
    const hash = hashOf(text, this.#seed);
    const found: number[] = [];
    let entry = this.#heads[hash & (this.#heads.length - 1)] ?? 0;
    while (entry !== 0) {
      if (this.#hashes[entry - 1] === hash) found.push(entry);
      entry = this.#before[entry - 1] ?? 0;
    }
    return found;
  }

  numberOf(entry: number): number {
    return this.#numbers[entry - 1] ?? 0;
  }

  replace(entry: number, number: number): void {
    this.#numbers[entry - 1] = number;
  }

  /** Every number, in the order in which they came under their texts. */
  *numbers(): Generator<number> {
    for (let at = 0; at < this.#count; at += 1) yield this.#numbers[at] ?? 0;
  }

  #link(entry: number): void {
    const head = (this.#hashes[entry - 1] ?? 0) & (this.#heads.length - 1);
    this.#before[entry - 1] = this.#heads[head] ?? 0;
    this.#heads[head] = entry;
  }

  #grow(): void {
    const size = this.#count * 2;
    this.#hashes = widened(this.#hashes, size);
    this.#numbers = widened(this.#numbers, size);
    this.#before = new Uint32Array(size);
    this.#heads = new Uint32Array(size);
    for (let entry = 1; entry <= this.#count; entry += 1) this.#link(entry);
  }
}

function widened(numbers: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(size);
  wider.set(numbers);
  return wider;
}

/** MurmurHash3 over the characters. */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    const mixed = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    hash ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash = Math.imul(hash ^ text.length ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
