import type { Instant } from '#libs/engine';

import type { RetentionRule } from './keeper.types.js';

const DAY_MS = 86_400_000;

/** What one rule found or erased. */
export interface RetentionCount {
  name: string;
  label: RetentionRule['label'];
  days: number;
  before: Instant;
  count: number;
}

/** Erases what is past its time. Run daily; a rule that fails does not keep the others from their work. */
export class Retention {
  constructor(
    private readonly rules: readonly RetentionRule[],
    private readonly now: () => Instant,
  ) {}

  /** How much is past its time; erases nothing. */
  preview(): Promise<RetentionCount[]> {
    return this.#each((rule, before) => rule.count(before));
  }

  /** @throws AggregateError with what went wrong, after every rule has had its turn. */
  async run(): Promise<RetentionCount[]> {
    const failures: unknown[] = [];
    const counts = await this.#each(async (rule, before) => {
      try {
        return await rule.erase(before);
      } catch (error) {
        failures.push(error);
        return 0;
      }
    });
    if (failures.length > 0) throw new AggregateError(failures, 'not everything past its time could be erased');
    return counts;
  }

  async #each(work: (rule: RetentionRule, before: Instant) => Promise<number>): Promise<RetentionCount[]> {
    const counts: RetentionCount[] = [];
    for (const rule of this.rules) {
      const before = new Date(Date.parse(this.now()) - rule.days * DAY_MS).toISOString();
      counts.push({ name: rule.name, label: rule.label, days: rule.days, before, count: await work(rule, before) });
    }
    return counts;
  }
}
