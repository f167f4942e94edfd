import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import type { SessionGround } from './ground.service.js';
import type { Remembered } from './load.sql.js';
import type { MeasuredCase } from './measured-case.rules.js';
import type { AnswerRow } from './write.sql.js';
import type { CaseWork } from './work.types.js';

/** A case whose workflow failed: recorded as an incident after the transaction, which writes nothing about it. */
export interface Fault {
  caseId: string | null;
  workflow: string;
  /** What was going on: the kind of event and its name. */
  name: string;
  error: string;
}

interface Held {
  work: CaseWork;
  at: Instant;
}

type Hand = Map<string, Held>;

/** What a transaction begins with. */
export interface Opening {
  tx: Tx;
  hand: Hand;
  remembered: Remembered[];
  at: Instant;
  virtualNow: Instant | null;
  ground: SessionGround;
}

/** One open transaction with the cases it holds locked, as they stand now. */
export class Session {
  readonly faults: Fault[] = [];
  readonly answers: AnswerRow[] = [];
  /** Cases of which only the clocks were taken into hand. */
  readonly measured: MeasuredCase[] = [];
  /** Number of firings of clocks. */
  fired = 0;

  readonly tx: Tx;
  readonly remembered: Remembered[];
  /** Instant of the transaction. */
  readonly at: Instant;
  /** The instant of a virtual world; `null` with the database's clock. */
  readonly virtualNow: Instant | null;
  readonly ground: SessionGround;
  private readonly hand: Hand;
  /** What attempts under way have written over: `undefined` was not in hand before. Of hundreds of cases each attempt changes one. */
  private readonly attempts: Map<string, Held | undefined>[] = [];

  constructor(open: Opening) {
    this.tx = open.tx;
    this.hand = open.hand;
    this.remembered = open.remembered;
    this.at = open.at;
    this.virtualNow = open.virtualNow;
    this.ground = open.ground;
  }

  get(caseId: string): Held | undefined {
    return this.hand.get(caseId);
  }

  put(work: CaseWork, at: Instant): void {
    for (const changed of this.attempts) if (!changed.has(work.id)) changed.set(work.id, this.hand.get(work.id));
    this.hand.set(work.id, { work, at });
  }

  works(): CaseWork[] {
    return [...this.hand.values()].map(({ work }) => work);
  }

  /** Runs an attempt; if it throws, the cases in hand are as before it. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const changed = new Map<string, Held | undefined>();
    this.attempts.push(changed);
    try {
      return await work();
    } catch (error) {
      for (const [id, before] of changed) {
        if (before === undefined) this.hand.delete(id);
        else this.hand.set(id, before);
      }
      throw error;
    } finally {
      this.attempts.splice(this.attempts.indexOf(changed), 1);
    }
  }
}
