import type { EngineEvent, Instant, ToldEvent } from '#libs/engine';

import type { CasesLog } from './cases.options.js';
import type { Cases } from './cases.service.js';
import type { Answer } from './commands.types.js';
import type { EffectHandlers } from './effect-handlers.js';
import { backoffMs, DEFAULT_RETRIES, type RetryRule } from './outbox.rules.js';
import { AlreadyDoneError, endLeases, markDone, nextAttempt, putOff, takeRows, type TakenRow } from './outbox.sql.js';

export interface OutboxOptions {
  cases: Cases;
  handlers: EffectHandlers;
  retries?: RetryRule;
  /** How long a worker may take for one row before another one tries; default 60 s. */
  leaseMs?: number;
  /** Rows taken at once; default 50. */
  batch?: number;
  /** Cases whose effects are carried out side by side; default 4. */
  parallel?: number;
  /** In [0, 1); default random. */
  jitter?: () => number;
  log?: CasesLog;
}

const EFFECT_ACTOR = { kind: 'system', name: 'effect' } as const;

/**
 * Carries out what acts left in the outbox: calls effect handlers, delivers what cases tell each other, brings the ends of
 * children to their parents. At least once for handlers, exactly once for cases: a delivery is marked as done in the transaction
 * that steps the receiver.
 */
export class Outbox {
  constructor(private readonly options: OutboxOptions) {}

  /** Takes one batch and carries it out. Answers how many rows it took. */
  async runOnce(): Promise<number> {
    const { cases, leaseMs = 60_000, batch = 50, parallel = 4 } = this.options;
    const taking = { realm: cases.world.realm, now: cases.virtualNow(), leaseMs, limit: batch };
    const rows = await takeRows(cases.database, taking);
    // one case's effects one after the other, in the order of its journal; different cases side by side
    const groups = [...Map.groupBy(rows, ({ caseId }) => caseId).values()];
    const workers = Array.from({ length: Math.min(parallel, groups.length) }, async () => {
      for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
        for (const row of group) await this.carryOut(row);
      }
    });
    await Promise.all(workers);
    return rows.length;
  }

  /** Carries out everything that is due now, and what follows from it. Answers how many rows it took. */
  async drain(): Promise<number> {
    for (let total = 0; ;) {
      const taken = await this.runOnce();
      if (taken === 0) return total;
      total += taken;
    }
  }

  /**
   * Takes over what workers had in hand that are known to be dead, without waiting for their leases. Only where no other worker
   * can be at work: when a process has just opened a database that serves one process.
   */
  reclaim(): Promise<void> {
    const { database, world } = this.options.cases;
    return endLeases(database, world.realm);
  }

  /** Next instant at which something wants to be tried; `null` when nothing is pending. */
  next(): Promise<Instant | null> {
    return nextAttempt(this.options.cases.database, this.options.cases.world.realm);
  }

  /** Never throws: a row that cannot even be given back comes back by itself when its lease has run out. */
  private async carryOut(row: TakenRow): Promise<void> {
    try {
      const problem = await this.attempt(row);
      if (problem !== null) await this.failed(row, problem);
    } catch (error) {
      if (error instanceof AlreadyDoneError) return;
      this.options.log?.error('the outbox failed', { id: row.id, error: messageOf(error) });
    }
  }

  /** Answers what went wrong, or `null`. */
  private async attempt(row: TakenRow): Promise<string | null> {
    const { retries = DEFAULT_RETRIES } = this.options;
    if (row.attempts > retries.attempts) return 'its worker did not come back';
    try {
      return await this.send(row);
    } catch (error) {
      if (error instanceof AlreadyDoneError) throw error;
      return messageOf(error);
    }
  }

  private async send(row: TakenRow): Promise<string | null> {
    const { payload } = row;
    switch (payload.kind) {
      case 'perform': {
        const told = await this.perform(row, payload.payload);
        if (told !== undefined) return this.deliver(row, row.caseId, { kind: 'told', event: told });
        await markDone(this.options.cases.database, row.id, this.options.cases.virtualNow());
        return null;
      }
      case 'tell':
        return this.deliver(row, payload.to, { kind: 'told', event: payload.event });
      case 'childDone': {
        const { child, token, output } = payload;
        return this.deliver(row, payload.to, { kind: 'childDone', child, token, output });
      }
      case 'childFailed': {
        const { child, token, error } = payload;
        return this.deliver(row, payload.to, { kind: 'childFailed', child, token, error });
      }
    }
  }

  private async perform(
    row: TakenRow,
    payload: Extract<TakenRow['payload'], { kind: 'perform' }>['payload'],
  ): Promise<ToldEvent | undefined> {
    const handler = this.options.handlers.find(row.workflow, row.name);
    if (handler === undefined) throw new Error(`effect "${row.name}" of ${row.workflow} has no handler`);
    const { id, caseId, workflow, name, seq, at, attempts: attempt } = row;
    return handler({ id, caseId, workflow, name, payload, seq, at, attempt });
  }

  private async deliver(row: TakenRow, to: string, event: EngineEvent): Promise<string | null> {
    const { cases } = this.options;
    const actor =
      row.payload.kind === 'perform' ? EFFECT_ACTOR : { kind: 'system' as const, name: `case:${row.caseId}` };
    const answer = await cases.deliver({ kind: 'deliver', caseId: to, event, actor }, async (tx, given: Answer) => {
      if (given.ok && !(await markDone(tx, row.id, cases.virtualNow()))) throw new AlreadyDoneError();
    });
    return answer.ok ? null : `${to} refused ${event.kind}: ${answer.refusal.code}`;
  }

  private async failed(row: TakenRow, error: string): Promise<void> {
    const { cases, retries = DEFAULT_RETRIES, jitter = Math.random, log } = this.options;
    log?.warn('an effect failed', { id: row.id, name: row.name, attempt: row.attempts, error });
    if (row.attempts >= retries.attempts) {
      await cases.openIncident(row, error);
      return;
    }
    const delayMs = backoffMs(retries, row.attempts, jitter());
    await putOff(cases.database, { id: row.id, error, delayMs, now: cases.virtualNow() });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
