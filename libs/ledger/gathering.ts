/** A few are worked on at once; more than these wait until no more come. */
const MANY = 500;
const GATHER_MS = 250;
/** So long at most, while ever more come. */
const LONGEST_MS = 60_000;

/**
 * Gathers ids that come one by one and hands them over together, one handing-over after the other. When thousands of cases change at
 * one instant, what made them change goes before what is told of it.
 */
export class Gathering {
  readonly #ids = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #run: Promise<void> = Promise.resolve();

  constructor(private readonly work: (ids: string[]) => Promise<void>) {}

  add(id: string): void {
    this.#ids.add(id);
    if (this.#timer === null) this.#wait(0, 0);
  }

  /** Ends what is under way; what was gathered since is dropped. */
  async close(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#run;
  }

  #wait(waitedMs: number, before: number): void {
    this.#timer = setTimeout(() => {
      const { size } = this.#ids;
      if (size > MANY && size > before && waitedMs < LONGEST_MS) {
        this.#wait(waitedMs + GATHER_MS, size);
        return;
      }
      this.#timer = null;
      this.#run = this.#run.then(() => this.#handOver());
    }, GATHER_MS);
    this.#timer.unref();
  }

  #handOver(): Promise<void> {
    const ids = [...this.#ids];
    this.#ids.clear();
    return ids.length === 0 ? Promise.resolve() : this.work(ids);
  }
}
