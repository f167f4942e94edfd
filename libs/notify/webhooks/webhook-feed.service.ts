import { randomUUID } from 'node:crypto';

import type { Database, Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { Registry, UnitId } from '#libs/registry';

import type { WebhookEvent } from '../deliveries/deliveries.vocabulary.js';

/** How far a case is, as other systems may know it: never who, never what was said. */
export interface CaseChange {
  caseId: string;
  version: number;
  unit: UnitId;
  workflow: string;
  status: 'active' | 'done' | 'cancelled';
  stage: { key: string };
  due: Instant | null;
  createdAt: Instant;
  at: Instant;
}

/** A part of the changes, by time and id. */
export interface ChangesQuestion {
  after: { at: Instant; id: string };
  until: Instant;
  limit: number;
}

export interface FeedParts {
  database: Database;
  registry: Registry;
  now: () => Instant;
  /** Instant of a virtual world; `null`: the clock of the database, by which changes are written. */
  virtualNow: () => Instant | null;
  /**
   * Cases of the real world that everybody or every office at their place may know of, by the instants at which something was written of
   * them: a clock that fired late is written long after the instant at which it was due.
   */
  changes: (tx: Tx, question: ChangesQuestion) => Promise<CaseChange[]>;
  /** Pages told in one transaction; default 25. */
  pages?: number;
}

/** Changes younger than this wait: transactions commit out of order. */
const HOLD_BACK_MS = 5_000;
/** What took longer than that from reading the clock to its first write is still found when it comes so late. */
const OVERLAP_MS = 120_000;

/*
 * Nothing is taken for told that is younger than the oldest transaction that has written something and may still commit. That is never
 * later than the instant it writes, so a commit that took an hour is not missed either.
 */
const HORIZON = `
select least(coalesce($1::timestamptz, date_trunc('milliseconds', clock_timestamp())) - $2::float8 * interval '1 millisecond',
  (select min(xact_start) from pg_stat_activity
   where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid())) as until`;
const PAGE = 200;
/** Pages told in one transaction. */
const MOST_PAGES = 25;

interface Place {
  at: Instant;
  id: string;
}

interface Part {
  made: number;
  /** Where it goes on; `null`: everything was told. */
  next: Place | null;
}

interface Hook {
  id: string;
  unit: UnitId;
  events: WebhookEvent[];
  seenUntil: Instant;
  createdAt: Instant;
}

/**
 * Makes events of what has changed. A case that changed several times since is told once, as it is now: each event carries the version,
 * and whoever gets them out of order keeps the highest.
 */
export class WebhookFeed {
  constructor(private readonly parts: FeedParts) {}

  /** Looks at what has changed since, for every webhook; answers how many events it made. */
  async runOnce(): Promise<number> {
    const { database } = this.parts;
    const ids = await database.query<{ id: string }>('select id from webhooks where is_active order by id');
    let made = 0;
    for (const { id } of ids) {
      // a flood, such as the edit of a calendar makes, is told in parts: the next one begins where the last one stopped. What comes
      // while they are told is for the next turn, so that no webhook keeps the others waiting for ever
      const until = await this.#horizon();
      let from: Place | null = null;
      do {
        const part: Part = await database.transaction((tx) => this.#feed(tx, id, { from, until }));
        made += part.made;
        from = part.next;
      } while (from !== null);
    }
    return made;
  }

  async #horizon(): Promise<Instant> {
    const { database, virtualNow } = this.parts;
    const [row] = await database.query<{ until: Instant }>(HORIZON, [virtualNow(), HOLD_BACK_MS]);
    if (row === undefined) throw new Error('the database does not say what time it is');
    return row.until;
  }

  async #feed(tx: Tx, id: string, { from, until }: { from: Place | null; until: Instant }): Promise<Part> {
    const { changes, pages = MOST_PAGES } = this.parts;
    const [hook] = await tx.query<Hook>(
      `select id, unit, events, seen_until as "seenUntil", created_at as "createdAt" from webhooks
       where id = $1 and is_active for update skip locked`,
      [id],
    );
    if (hook === undefined) return { made: 0, next: null };
    const begin = later(earlier(hook.seenUntil, OVERLAP_MS), hook.createdAt);
    let after = from ?? { at: begin, id: '' };
    let made = 0;
    for (let page = 0; page < pages; page += 1) {
      const rows = await changes(tx, { after, until, limit: PAGE });
      const latest = [...new Map(rows.map((row) => [row.caseId, row])).values()];
      for (const change of await this.#untold(tx, hook, latest)) made += await this.#tell(tx, hook, change);
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) {
        const seen = 'update webhooks set seen_until = greatest(seen_until, $2::timestamptz) where id = $1';
        await tx.query(seen, [id, until]);
        return { made, next: null };
      }
      after = { at: last.at, id: last.caseId };
    }
    return { made, next: after };
  }

  /** Most of what is looked at again was told before. */
  async #untold(tx: Tx, hook: Hook, changes: readonly CaseChange[]): Promise<CaseChange[]> {
    const told = await tx.query<{ told: string }>(
      `select case_id || ':' || version as told from webhook_deliveries where webhook = $1 and case_id = any($2)`,
      [hook.id, changes.map(({ caseId }) => caseId)],
    );
    const known = new Set(told.map((row) => row.told));
    return changes.filter(({ caseId, version }) => !known.has(`${caseId}:${String(version)}`));
  }

  async #tell(tx: Tx, hook: Hook, change: CaseChange): Promise<number> {
    const lineage = await this.parts.registry.lineage(tx, change.unit);
    if (!lineage.includes(hook.unit)) return 0;
    const event = await this.#eventOf(tx, hook, change);
    if (!hook.events.includes(event)) return 0;
    const { caseId, version, unit, workflow, status, stage, due, at } = change;
    const data = { case: caseId, version, unit, workflow, status, stage, due };
    const rows = await tx.query(
      `insert into webhook_deliveries (id, webhook, event, case_id, version, body, status, at, next_at, attempts, replays)
       values ($1, $2, $3, $4, $5, $6, 'pending', $7::timestamptz, $7::timestamptz, 0, 0) on conflict do nothing returning id`,
      [
        randomUUID(),
        hook.id,
        event,
        caseId,
        version,
        JSON.stringify({ type: event, timestamp: at, data }),
        this.parts.now(),
      ],
    );
    return rows.length;
  }

  /** A version that was told already keeps its event: told again it is found to be the same. */
  async #eventOf(tx: Tx, hook: Hook, { caseId, status, createdAt, version }: CaseChange): Promise<WebhookEvent> {
    if (status !== 'active') return 'case.ended';
    const rows = await tx.query<{ event: WebhookEvent; version: number }>(
      'select event, version from webhook_deliveries where webhook = $1 and case_id = $2',
      [hook.id, caseId],
    );
    const same = rows.find((row) => row.version === version);
    if (same !== undefined) return same.event;
    return rows.length === 0 && createdAt >= hook.createdAt ? 'case.started' : 'case.changed';
  }
}

function earlier(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) - ms).toISOString();
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
