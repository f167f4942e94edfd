/** Things to come, the earliest first; at one moment in the order in which they were put. */
export class TimeQueue<Item> {
  readonly #heap: { at: number; order: number; item: Item }[] = [];
  #order = 0;

  put(at: number, item: Item): void {
    this.#order += 1;
    this.#heap.push({ at, order: this.#order, item });
    this.#up(this.#heap.length - 1);
  }

  /** Moment of the earliest; `Infinity` when nothing is to come. */
  get next(): number {
    return this.#heap[0]?.at ?? Infinity;
  }

  /** Takes everything that has come by `now`. */
  take(now: number): Item[] {
    const taken: Item[] = [];
    for (let top = this.#heap[0]; top !== undefined && top.at <= now; top = this.#heap[0]) {
      taken.push(top.item);
      const last = this.#heap.pop();
      if (last !== undefined && this.#heap.length > 0) {
        this.#heap[0] = last;
        this.#down(0);
      }
    }
    return taken;
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (!one || !other) return false;
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (!one || !other) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }

  #up(start: number): void {
    for (let index = start; index > 0;) {
      const parent = (index - 1) >> 1;
      if (!this.#isBefore(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #down(start: number): void {
    for (let index = start; ;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) if (this.#isBefore(child, least)) least = child;
      if (least === index) return;
      this.#swap(index, least);
      index = least;
    }
  }
}
