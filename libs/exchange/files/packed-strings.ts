/** Bytes added at a time. */
const BLOCK = 1 << 20;

/**
 * Many strings in few bytes: a workbook's shared strings, which every cell refers to by number, cost a tenth of what they would
 * as objects of their own.
 */
export class PackedStrings {
  #bytes = Buffer.alloc(BLOCK);
  #used = 0;
  #ends = new Uint32Array(1024);
  #count = 0;

  push(text: string): void {
    const length = Buffer.byteLength(text);
    if (this.#used + length > this.#bytes.length) this.#grow(length);
    this.#used += this.#bytes.write(text, this.#used);
    if (this.#count === this.#ends.length) {
      const wider = new Uint32Array(this.#ends.length * 2);
      wider.set(this.#ends);
      this.#ends = wider;
    }
    this.#ends[this.#count] = this.#used;
    this.#count += 1;
  }

  /** The string with that number; empty when there is none. */
  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return '';
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }

  get length(): number {
    return this.#count;
  }

  #grow(atLeast: number): void {
    const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#used + atLeast + BLOCK));
    this.#bytes.copy(larger, 0, 0, this.#used);
    this.#bytes = larger;
  }
}
