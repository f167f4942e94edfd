import type { QueueLog } from './queue.js';

/** Counts what could not be handed over and logs the first loss and the recovery, not every act in between. */
export class Outage {
  #lost = 0;
  #lostSince = 0;

  constructor(
    private readonly log: QueueLog,
    private readonly where: string,
  ) {}

  get lost(): number {
    return this.#lost;
  }

  /** Runs a hand-over; what it throws is counted, never thrown on. */
  async guard(handOver: () => Promise<void>): Promise<void> {
    try {
      await handOver();
      this.#recovered();
    } catch (error) {
      this.#lose(error);
    }
  }

  #lose(error: unknown): void {
    this.#lost += 1;
    this.#lostSince += 1;
    if (this.#lostSince > 1) return;
    this.log.warn({ err: error }, `the queue on ${this.where} cannot be reached; the sweep will find what it misses`);
  }

  #recovered(): void {
    if (this.#lostSince === 0) return;
    this.log.warn({ lost: this.#lostSince }, `the queue on ${this.where} can be reached again`);
    this.#lostSince = 0;
  }
}
