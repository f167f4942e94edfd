import type { Cases } from '#libs/cases';
import type { Database, Tx } from '#libs/database';

import { changedDays } from './edit.rules.js';
import type { CalendarVersionRow, FinishedEdit } from './timekeeping.vocabulary.js';
import { bodiesOf, countMoved, finish, heldBefore, isBelowOf, movedBy, unfinished } from './versions.sql.js';

export interface RemeasuringOptions {
  database: Database;
  cases: Pick<Cases, 'measureAnew'>;
  /** The unit and the units above it, nearest first. */
  lineage: (tx: Tx, unit: string) => Promise<readonly string[]>;
  /** Called once for each edit, in the transaction that marks it as done with. */
  finished?: (tx: Tx, edit: FinishedEdit) => Promise<void>;
}

const SIDE_BY_SIDE = 2;

/**
 * Measures running clocks anew after edits of calendars, in batches that each lock their cases, while acts go on: an act on a case
 * that no batch has reached yet measures it itself. Killed in the middle it goes on where it was; any number of processes may do it.
 */
export class Remeasuring {
  #running: Promise<number> | null = null;
  #next: Promise<number> | null = null;
  #isStopped = false;

  constructor(private readonly options: RemeasuringOptions) {}

  /**
   * Goes on until nothing is left to measure of what was edited before it was asked. Answers how many cases it looked at. What was edited
   * while a round was under way may have escaped that: whoever asks meanwhile waits for one more, together.
   */
  run(): Promise<number> {
    if (this.#running === null) return this.#round();
    this.#next ??= this.#running
      .catch(() => 0)
      .then(() => {
        this.#next = null;
        return this.#round();
      });
    return this.#next;
  }

  #round(): Promise<number> {
    this.#running = this.all().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Finishes the batch under way and does no more; what is left is done by the next process. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await (this.#next ?? this.#running)?.catch(() => 0);
  }

  private async all(): Promise<number> {
    let looked = 0;
    for (const edit of await unfinished(this.options.database)) looked += await this.one(edit);
    return looked;
  }

  private async one(edit: CalendarVersionRow): Promise<number> {
    const { database } = this.options;
    const lineage = await this.lineageOf(edit.unit);
    let looked = 0;
    for (;;) {
      // while the database writes one batch the next one is worked out; they never have the same case in hand
      const passes = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => this.pass(edit, lineage)));
      const passed = passes.reduce((sum, one) => sum + one, 0);
      looked += passed;
      // what others had in hand meanwhile they have measured themselves; a pass that finds nothing is the end
      if (passed === 0) break;
    }
    if (!this.#isStopped) await database.transaction((tx) => this.#finish(tx, edit, lineage));
    return looked;
  }

  private async pass(edit: CalendarVersionRow, lineage: readonly string[]): Promise<number> {
    let looked = 0;
    for (let after: string | null = ''; after !== null && !this.#isStopped;) {
      const batch: Awaited<ReturnType<Cases['measureAnew']>> = await this.options.cases.measureAnew(
        { edit, lineage, after },
        async (tx, { moved }) => (moved === 0 ? undefined : countMoved(tx, edit.epoch, moved)),
      );
      after = batch.last;
      looked += batch.cases;
      // requests come in between two batches, also with a database that never leaves this turn of the event loop
      await new Promise((resolve) => setImmediate(resolve));
    }
    return looked;
  }

  async #finish(tx: Tx, edit: CalendarVersionRow, lineage: readonly string[]): Promise<void> {
    const { finished } = this.options;
    if (!(await finish(tx, edit.epoch)) || finished === undefined) return;
    const [after] = await bodiesOf(tx, [edit.epoch]);
    const before = await heldBefore(tx, edit, lineage);
    const days = after === undefined || before === null ? [] : changedDays(before, after.body);
    const isBelow = await isBelowOf(tx, edit, lineage.slice(1));
    await finished(tx, { ...edit, days, ...(await movedBy(tx, edit.epoch)), lineage, isBelow });
  }

  private lineageOf(unit: string | null): Promise<readonly string[]> {
    const { database, lineage } = this.options;
    if (unit === null) return Promise.resolve([]);
    return database.transaction((tx) => lineage(tx, unit), { readOnly: true });
  }
}
