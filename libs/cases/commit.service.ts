import { QueryError, type Database, type Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import type { CasesLog } from './cases.options.js';
import { recordFault } from './faults.sql.js';
import { CalendarsEditedError } from './ground.service.js';
import { later } from './load.sql.js';
import type { MeasuredCase } from './measured-case.rules.js';
import { nextDueOf } from './rows.rules.js';
import type { Fault, Session } from './session.js';
import type { CaseWork, World } from './work.types.js';
import { writeAll } from './write.sql.js';
import type { CaseNews } from './news.types.js';

/** What a piece of work came to before its transaction was committed. */
export interface Attempted<T> {
  session: Session;
  value: T;
}

export interface CommitParts {
  database: Database;
  world: World;
  tellNews: (news: CaseNews[]) => void;
  log: CasesLog | undefined;
  virtualNow: () => Instant | null;
}

/** More to be written in the same transaction, after the cases; it knows what the work came to. */
export type AlsoWrite<T> = (tx: Tx, value: T) => Promise<void>;

/** A race lost to a twin (same key, same unique lookup): the winner is found on the next try. */
const MOST_TRIES = 4;

/** Lost to a twin again and again: it is no race but a conflict with what exists. */
export class LostRaceError extends Error {
  override readonly name = 'LostRaceError';
}

/** Runs work in a transaction, writes what it has in hand, commits, and only then tells anybody. */
export class Committer {
  constructor(private readonly parts: CommitParts) {}

  /**
   * @throws LostRaceError when a unique row of another case stands in the way.
   */
  async run<T>(work: (tx: Tx) => Promise<Attempted<T>>, alsoWrite?: AlsoWrite<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work, alsoWrite);
      } catch (error) {
        if (error instanceof CalendarsEditedError) continue;
        if (!isLostRace(error)) throw error;
        if (attempt >= MOST_TRIES) throw new LostRaceError('a unique row is taken', { cause: error });
      }
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<Attempted<T>>, alsoWrite?: AlsoWrite<T>): Promise<T> {
    const { database, world } = this.parts;
    const { session, value } = await database.transaction(
      async (tx) => {
        const attempted = await work(tx);
        const { measured, answers } = attempted.session;
        const { works, at } = written(attempted.session);
        const newest = await writeAll(tx, world, { works, measured, answers, at });
        if (newest !== null && newest > (attempted.session.ground.book?.epoch ?? 0)) throw new CalendarsEditedError();
        await alsoWrite?.(tx, attempted.value);
        return attempted;
      },
      { retries: 5 },
    );
    await this.afterwards(session);
    return value;
  }

  private async afterwards(session: Session): Promise<void> {
    const news = session
      .works()
      .filter((work) => work.entries.length > 0)
      .map(newsOf);
    const moved = session.measured.filter(({ entries }) => entries.length > 0).map(newsOfMeasured);
    if (news.length + moved.length > 0) this.parts.tellNews([...news, ...moved]);
    for (const fault of session.faults) await this.recordFault(fault);
  }

  /** Makes an incident of a case that failed, in a transaction of its own. */
  async recordFault(fault: Fault): Promise<void> {
    const { log, database, world, virtualNow } = this.parts;
    log?.error('a workflow failed', { ...fault });
    const now = virtualNow();
    await database.transaction((tx) => recordFault(tx, { world, now }, fault), { retries: 5 });
  }
}

function written(session: Session): { works: CaseWork[]; at: Instant } {
  const works = session
    .works()
    .filter((work) => work.entries.length > 0 || work.outbox.length > 0 || work.isOnlyMeasured);
  const changes = [...works, ...session.measured];
  return { works, at: changes.reduce((latest, { now }) => later(latest, now.changedAt), session.at) };
}

function newsOfMeasured({ now }: MeasuredCase): CaseNews {
  const { id, workflow, realm, version, seq, status, stage, unit, visibility } = now;
  return {
    ...{ caseId: id, workflow, realm, version, seq, status, stage, unit, visibility },
    kinds: ['reprojected'],
    effects: 0,
    nextDueAt: nextDueOf(now),
  };
}

function newsOf(work: CaseWork): CaseNews {
  const { id, now, summary, entries, outbox } = work;
  return {
    caseId: id,
    workflow: now.workflow,
    realm: now.realm,
    version: now.version,
    seq: now.seq,
    status: now.status,
    stage: summary.stage,
    unit: summary.unit,
    visibility: summary.visibility,
    kinds: [...new Set(entries.map(({ kind }) => kind))],
    effects: outbox.length,
    nextDueAt: nextDueOf(now),
  };
}

function isLostRace(error: unknown): boolean {
  return error instanceof QueryError && error.code === 'database.unique_violation';
}
