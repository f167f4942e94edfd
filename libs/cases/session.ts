import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import type { SessionGround } from './ground.service.js';
import type { Remembered } from './load.sql.js';
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

type Hand = Map<string, { work: CaseWork; at: Instant }>;

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
  /** Number of firings of clocks. */
  fired = 0;

  readonly tx: Tx;
  readonly remembered: Remembered[];
  /** Instant of the transaction. */
  readonly at: Instant;
  /** The instant of a virtual world; `null` with the database's clock. */
  readonly virtualNow: Instant | null;
  readonly ground: SessionGround;
  private hand: Hand;

  constructor(open: Opening) {
    this.tx = open.tx;
    this.hand = open.hand;
    this.remembered = open.remembered;
    this.at = open.at;
    this.virtualNow = open.virtualNow;
    this.ground = open.ground;
  }

  get(caseId: string): { work: CaseWork; at: Instant } | undefined {
    return this.hand.get(caseId);
  }

  put(work: CaseWork, at: Instant): void {
    this.hand.set(work.id, { work, at });
  }

  works(): CaseWork[] {
    return [...this.hand.values()].map(({ work }) => work);
  }

  /** Runs an attempt; if it throws, the cases in hand are as before it. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const before = new Map(this.hand);
    try {
      return await work();
    } catch (error) {
      this.hand = before;
      throw error;
    }
  }
}
