import { PRESENT, type Database, type Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import { guardedPost, type Posted, type PostRules } from '../channels/guarded-post.js';
import type { DeliveryLog, Discreet } from '../deliveries/deliveries.types.js';
import { nextTry, WEBHOOK_PATIENCE } from '../deliveries/retry.rules.js';
import { webhookHeaders } from './webhook.rules.js';
import type { Webhooks } from './webhooks.service.js';

export interface WebhookSenderParts {
  database: Database;
  webhooks: Webhooks;
  now: () => Instant;
  /** Instant of a virtual world; `null`: leases go by the clock of the database. */
  virtualNow: () => Instant | null;
  discreet: Discreet;
  posting: PostRules;
  log: DeliveryLog;
  leaseMs?: number;
  batch?: number;
  jitter?: () => number;
}

interface Due {
  id: string;
  webhook: string;
  caseId: string;
  body: string;
  at: Instant;
  attempts: number;
  replays: number;
  lockedUntil: Instant;
}

const TAKE = `
with due as materialized (
  select id from webhook_deliveries where status = 'pending' and next_at <= ${PRESENT('$1')}
    and (locked_until is null or locked_until <= ${PRESENT('$1')})
  order by next_at, at, id limit $3 for update skip locked)
update webhook_deliveries d set attempts = d.attempts + 1, locked_until = ${PRESENT('$1')} + $2::float8 * interval '1 millisecond'
from due where d.id = due.id returning d.id, d.webhook, d.case_id as "caseId", d.body, d.at, d.attempts, d.replays, d.locked_until as "lockedUntil"`;

/** Its own lease, just before it is sent: those taken with it may have been slow. Nothing when another worker has it meanwhile. */
const RENEW = `
update webhook_deliveries set locked_until = ${PRESENT('$4')} + $5::float8 * interval '1 millisecond'
where id = $1 and status = 'pending' and attempts = $2 and locked_until = $3::timestamptz returning id`;

const LEASE_MS = 60_000;

/** Gone for good: the receiver says that it wants nothing any more. */
const GONE = 410;

/** Sends events to webhooks: signed, at least once under one id, again and again for two days. */
export class WebhookSender {
  constructor(private readonly parts: WebhookSenderParts) {}

  /** Sends what is due; answers how many events it took. */
  async runOnce(): Promise<number> {
    const { database, virtualNow, leaseMs = LEASE_MS, batch = 20, log } = this.parts;
    const rows = await database.query<Due>(TAKE, [virtualNow(), leaseMs, batch]);
    // different receivers side by side, so that a slow one holds up only itself
    const groups = [...Map.groupBy(rows, ({ webhook }) => webhook).values()];
    await Promise.all(
      groups.map(async (group) => {
        for (const row of group)
          await this.#send(row).catch((error: unknown) => {
            log.error('a webhook failed', {
              delivery: row.id,
              error: error instanceof Error ? error.message : 'unknown',
            });
          });
      }),
    );
    return rows.length;
  }

  async drain(): Promise<void> {
    while ((await this.runOnce()) > 0);
  }

  async #send(row: Due): Promise<void> {
    const { database, webhooks, now, virtualNow, posting, leaseMs = LEASE_MS } = this.parts;
    const own = await database.query(RENEW, [row.id, row.attempts, row.lockedUntil, virtualNow(), leaseMs]);
    if (own.length === 0) return;
    const { target, isDiscreet } = await database.transaction(
      async (tx) => ({ target: await webhooks.target(tx, row.webhook), isDiscreet: await this.#isDiscreet(tx, row) }),
      { readOnly: true },
    );
    const began = now();
    if (target === null || isDiscreet) {
      const error = target === null ? 'switched_off' : 'confidential';
      await this.#end(row, { status: 0, text: '', error }, { began, tookMs: 0 });
      return;
    }
    const { id, body } = row;
    const timestamp = String(Math.floor(Date.parse(began) / 1000));
    const headers = webhookHeaders({ id, timestamp, body }, target.secret);
    const posted = await guardedPost({ url: target.url, headers, body }, posting);
    await this.#end(row, posted, { began, tookMs: Date.parse(now()) - Date.parse(began) });
  }

  /** Whether its case has turned into one that other systems do not hear of, since the event was made. A test is about no case. */
  async #isDiscreet(tx: Tx, { caseId }: Due): Promise<boolean> {
    return caseId !== '' && (await this.parts.discreet(tx, [caseId])).has(caseId);
  }

  async #end(row: Due, posted: Posted, { began, tookMs }: { began: Instant; tookMs: number }): Promise<void> {
    const { database, log, webhooks } = this.parts;
    const { status, error } = posted;
    const isTaken = status >= 200 && status < 300;
    if (!isTaken) log.warn('an event was not taken', { delivery: row.id, attempt: row.attempts, status, error });
    await database.transaction(async (tx) => {
      await tx.query(
        `insert into webhook_attempts (delivery, n, at, response_code, error, took_ms)
         values ($1::varchar, (select coalesce(max(n), 0) + 1 from webhook_attempts where delivery = $1::varchar), $2, $3, $4, $5)`,
        [row.id, began, status === 0 ? null : status, error, tookMs],
      );
      if (isTaken) await this.#settle(tx, row, { state: 'sent', posted, nextAt: null });
      else await this.#settle(tx, row, { ...this.#after(row, posted), posted });
      if (status === GONE) await webhooks.switch(tx, row.webhook, false);
    });
  }

  #after(row: Due, { status, error }: Posted): { state: 'pending' | 'failed'; nextAt: Instant | null } {
    const { now, jitter = Math.random } = this.parts;
    if (status === GONE || error === 'switched_off' || error === 'confidential')
      return { state: 'failed', nextAt: null };
    const tries = { attempt: row.attempts, since: row.at, now: now(), jitter: jitter() };
    const nextAt = nextTry(WEBHOOK_PATIENCE, tries);
    return { state: nextAt === null ? 'failed' : 'pending', nextAt };
  }

  async #settle(
    tx: Tx,
    row: Due,
    { state, posted, nextAt }: { state: 'pending' | 'sent' | 'failed'; posted: Posted; nextAt: Instant | null },
  ): Promise<void> {
    await tx.query(
      `update webhook_deliveries set status = $2::text, response_code = $3, last_error = $4, next_at = coalesce($5::timestamptz, next_at),
         locked_until = null, done_at = case when $2::text = 'pending' then null else $6::timestamptz end
       where id = $1 and status = 'pending' and replays = $7`,
      [row.id, state, posted.status === 0 ? null : posted.status, posted.error, nextAt, this.parts.now(), row.replays],
    );
  }
}
