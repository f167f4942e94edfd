import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId, UnitId } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { isPostable, type PostRules } from '../channels/guarded-post.js';
import type { WebhookEvent } from '../deliveries/deliveries.vocabulary.js';
import { refuse } from '../notify.refused.js';
import { newSecret } from './webhook.rules.js';

const URL_SEAL = 'webhook.url';
const SECRET_SEAL = 'webhook.secret';

/** A webhook as operators see it: address and secret are shown once, when it is made. */
export interface Webhook {
  id: string;
  unit: UnitId;
  name: string;
  host: string;
  events: WebhookEvent[];
  isActive: boolean;
  createdAt: Instant;
}

export interface NewWebhook {
  /** The same request again answers with what it made. */
  id: string;
  unit: UnitId;
  name: string;
  url: string;
  events: WebhookEvent[];
  by: PersonId;
}

/** One event on its way, for the log. */
export interface WebhookDelivery {
  id: string;
  webhook: string;
  event: string;
  caseId: string;
  version: number;
  status: 'pending' | 'sent' | 'failed';
  at: Instant;
  nextAt: Instant;
  attempts: { n: number; at: Instant; responseCode: number | null; error: string | null; tookMs: number }[];
  replays: number;
  doneAt: Instant | null;
}

const ROW = `id, unit, name, host, events, is_active as "isActive", created_at as "createdAt"`;
const DELIVERY = `d.id, d.webhook, d.event, d.case_id as "caseId", d.version, d.status, d.at, d.next_at as "nextAt", d.replays,
  d.done_at as "doneAt",
  coalesce((select json_agg(json_build_object('n', a.n, 'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'responseCode', a.response_code, 'error', a.error, 'tookMs', a.took_ms) order by a.n)
    from webhook_attempts a where a.delivery = d.id), '[]') as attempts`;

/** Systems that are told of cases, and what was sent to them. */
export class Webhooks {
  constructor(private readonly parts: { vault: Vault; now: () => Instant; posting: PostRules }) {}

  /** @returns the webhook with its secret, shown this once. @throws NotifyRefused `notify.address_refused` */
  async add(tx: Tx, { id, unit, name, url, events, by }: NewWebhook): Promise<{ webhook: Webhook; secret: string }> {
    const { vault, now, posting } = this.parts;
    if (!isPostable(url, posting)) refuse('notify.address_refused');
    const secret = newSecret();
    const at = now();
    await tx.query(
      `insert into webhooks (id, unit, name, url_sealed, host, secret_sealed, events, is_active, seen_until, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, true, $8::timestamptz, $9, $8::timestamptz) on conflict do nothing`,
      [id, unit, name, vault.seal(url, URL_SEAL), new URL(url).host, vault.seal(secret, SECRET_SEAL), events, at, by],
    );
    const [kept] = await tx.query<Webhook & { sealed: string }>(
      `select ${ROW}, secret_sealed as sealed from webhooks where id = $1`,
      [id],
    );
    const { sealed, ...webhook } = kept ?? refuse('resource.conflict');
    return { webhook, secret: vault.open(sealed, SECRET_SEAL) };
  }

  async list(tx: Tx, units: readonly UnitId[]): Promise<Webhook[]> {
    return tx.query<Webhook>(`select ${ROW} from webhooks where unit = any($1) order by created_at, id`, [units]);
  }

  async read(tx: Tx, id: string): Promise<Webhook | null> {
    return (await tx.query<Webhook>(`select ${ROW} from webhooks where id = $1`, [id]))[0] ?? null;
  }

  /** Switched on again it is told of what happens from now on. */
  async switch(tx: Tx, id: string, isActive: boolean): Promise<Webhook | null> {
    const rows = await tx.query<Webhook>(
      `update webhooks set is_active = $2, seen_until = case when $2 and not is_active then $3::timestamptz else seen_until end
       where id = $1 returning ${ROW}`,
      [id, isActive, this.parts.now()],
    );
    return rows[0] ?? null;
  }

  /** Sends an event that means nothing, to see whether it arrives. */
  async test(tx: Tx, webhook: string): Promise<WebhookDelivery> {
    const at = this.parts.now();
    const id = randomUUID();
    const body = JSON.stringify({ type: 'webhook.test', timestamp: at, data: {} });
    await tx.query(
      `insert into webhook_deliveries (id, webhook, event, case_id, version, body, status, at, next_at, attempts, replays)
       select $1::varchar, $2::varchar, 'webhook.test', '', coalesce(max(version), 0) + 1, $3::text, 'pending', $4::timestamptz,
         $4::timestamptz, 0, 0
       from webhook_deliveries where webhook = $2::varchar and event = 'webhook.test'`,
      [id, webhook, body, at],
    );
    return (await this.delivery(tx, id)) ?? refuse('resource.unknown');
  }

  async delivery(tx: Tx, id: string): Promise<WebhookDelivery | null> {
    const rows = await tx.query<WebhookDelivery>(`select ${DELIVERY} from webhook_deliveries d where d.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** What was sent to a webhook, newest first. */
  async deliveries(
    tx: Tx,
    { webhook, before, limit }: { webhook: string; before?: { at: Instant; id: string }; limit: number },
  ): Promise<WebhookDelivery[]> {
    return tx.query<WebhookDelivery>(
      `select ${DELIVERY} from webhook_deliveries d where d.webhook = $1
         and ($2::timestamptz is null or (d.at, d.id) < ($2::timestamptz, $3::text))
       order by d.at desc, d.id desc limit $4`,
      [webhook, before?.at, before?.id, limit],
    );
  }

  /** Sends an event again, under the id it had. @throws NotifyRefused `notify.not_replayable` while it is still on its way */
  async replay(tx: Tx, id: string): Promise<WebhookDelivery> {
    const rows = await tx.query(
      `update webhook_deliveries set status = 'pending', next_at = $2::timestamptz, replays = replays + 1, done_at = null, at = $2::timestamptz
       where id = $1 and status <> 'pending' returning id`,
      [id, this.parts.now()],
    );
    if (rows.length === 0) refuse('notify.not_replayable');
    return (await this.delivery(tx, id)) ?? refuse('resource.unknown');
  }

  /** Where an event goes and by which secret it is signed; `null`: switched off. */
  async target(tx: Tx, id: string): Promise<{ url: string; secret: string } | null> {
    const [row] = await tx.query<{ url: string; secret: string }>(
      'select url_sealed as url, secret_sealed as secret from webhooks where id = $1 and is_active',
      [id],
    );
    if (row === undefined) return null;
    const { vault } = this.parts;
    return { url: vault.open(row.url, URL_SEAL), secret: vault.open(row.secret, SECRET_SEAL) };
  }

  /** Seals again what an older key sealed; answers how many. */
  async reseal(tx: Tx): Promise<number> {
    const { vault } = this.parts;
    const rows = await tx.query<{ id: string; url: string; secret: string }>(
      'select id, url_sealed as url, secret_sealed as secret from webhooks for update',
    );
    const old = rows.filter(({ url }) => !vault.isCurrent(url));
    for (const { id, url, secret } of old)
      await tx.query('update webhooks set url_sealed = $2, secret_sealed = $3 where id = $1', [
        id,
        vault.seal(vault.open(url, URL_SEAL), URL_SEAL),
        vault.seal(vault.open(secret, SECRET_SEAL), SECRET_SEAL),
      ]);
    return old.length;
  }
}
