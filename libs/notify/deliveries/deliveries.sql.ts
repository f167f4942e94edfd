import { randomUUID } from 'node:crypto';

import { PRESENT, type Database, type Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import type { DeliveryRow, NewDelivery, PlannedMessage, Query } from './deliveries.types.js';
import type { Channel, DeliveryReason } from './deliveries.vocabulary.js';

export const DELIVERY_COLUMNS = `d.id, d.message, d.cause, d.case_id as "caseId", d.recipient, d.person, d.robot,
  d.instead_of as "insteadOf", d.channel, d.urgency, d.lane, d.status, d.reason, d.at, d.planned_at as "plannedAt",
  d.next_at as "nextAt", d.locked_until as "lockedUntil", d.attempts, d.last_error as "lastError", d.bundle, d.provider_id as "providerId", d.done_at as "doneAt"`;

const MESSAGE = `m.id, m.case_id as "caseId", m.at, m.about, m.severity, m.clock, m.rung, m.text, m.person, m.role, m.unit, m.excluded`;

/** Messages of which nobody has planned deliveries, oldest first. Not locked: see {@link lockUnplanned}. */
export function unplanned(database: Database, limit: number): Promise<PlannedMessage[]> {
  return database.query(`select ${MESSAGE} from messages m where m.planned_at is null order by m.at, m.id limit $1`, [
    limit,
  ]);
}

/** Those of these messages that still are to be planned and that no other worker has in hand. */
export function lockUnplanned(tx: Tx, ids: readonly string[]): Promise<PlannedMessage[]> {
  return tx.query(
    `select ${MESSAGE} from messages m where m.id = any($1) and m.planned_at is null order by m.at, m.id
     for update skip locked`,
    [ids],
  );
}

export async function markPlanned(on: Query, ids: readonly string[], at: Instant): Promise<void> {
  await on.query('update messages set planned_at = $2 where id = any($1)', [ids, at]);
}

/** Messages from before an instant are news no more: they stay in-app. Answers how many. */
export async function passOver(database: Database, before: Instant, at: Instant): Promise<number> {
  const rows = await database.query(
    'update messages set planned_at = $2 where planned_at is null and at < $1::timestamptz returning id',
    [before, at],
  );
  return rows.length;
}

/** Writes a delivery, once for each cause, recipient and channel. Answers whether it was new. */
export async function insertDelivery(tx: Tx, row: NewDelivery, plannedAt: Instant): Promise<boolean> {
  const { message, cause, caseId, person, robot, insteadOf, channel, urgency, lane, at, nextAt } = row;
  const rows = await tx.query(
    `insert into deliveries (id, message, cause, case_id, recipient, person, robot, instead_of, channel, urgency, lane, status,
       at, planned_at, next_at, attempts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'pending', $12, $13, $14, 0) on conflict do nothing returning id`,
    [
      randomUUID(),
      message,
      cause,
      caseId,
      person ?? `robot:${robot ?? ''}`,
      person,
      robot,
      insteadOf,
      channel,
      urgency,
      lane,
      at,
      plannedAt,
      nextAt,
    ],
  );
  return rows.length > 0;
}

export interface Taking {
  /** Instant of a virtual world; `null`: the clock of the database. */
  now: Instant | null;
  leaseMs: number;
  limit: number;
  /** Channels that rest because nobody can be reached by them now. */
  resting: readonly Channel[];
}

/*
 * The first of each recipient, channel and lane only: what comes after it waits until it has gone or been given up, so that everybody
 * is told in order. An emergency waits for nothing. An attempt is counted when it is taken: what kills its worker runs out of them too.
 */
const TAKE = `
with due as materialized (
  select d.id from deliveries d
  where d.status = 'pending' and d.next_at <= ${PRESENT('$1')} and (d.locked_until is null or d.locked_until <= ${PRESENT('$1')})
    and not d.channel = any($4)
    and (d.lane = 'emergency' or not exists (
      select 1 from deliveries e where e.status = 'pending' and e.recipient = d.recipient and e.channel = d.channel
        and e.lane = d.lane and (e.at, e.message) < (d.at, d.message)))
  order by d.lane = 'emergency' desc, d.next_at, d.at, d.id limit $3 for update of d skip locked)
update deliveries d set attempts = d.attempts + 1, locked_until = ${PRESENT('$1')} + $2::float8 * interval '1 millisecond'
from due where d.id = due.id
returning ${DELIVERY_COLUMNS}`;

/** Takes deliveries for the length of a lease; other workers skip them. */
export async function takeDue(database: Database, { now, leaseMs, limit, resting }: Taking): Promise<DeliveryRow[]> {
  const rows = await database.query<DeliveryRow>(TAKE, [now, leaseMs, limit, resting]);
  const rank = ({ lane }: DeliveryRow): number => (lane === 'emergency' ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || compare(a.at, b.at) || compare(a.message, b.message));
}

/**
 * Takes a delivery's lease once more, just before it is handed over: those taken together have waited for the slow ones before them.
 * False when another worker has it in hand meanwhile, or has ended it.
 */
export async function renewLease(on: Query, row: DeliveryRow, { now, leaseMs }: Pick<Taking, 'now' | 'leaseMs'>) {
  const rows = await on.query(
    `update deliveries set locked_until = ${PRESENT('$4')} + $5::float8 * interval '1 millisecond'
     where id = $1 and status = 'pending' and attempts = $2 and locked_until = $3::timestamptz returning id`,
    [row.id, row.attempts, row.lockedUntil, now, leaseMs],
  );
  return rows.length > 0;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * Everything that goes into one digest with its first delivery. What belongs to it is fixed once, before the first hand-over: a
 * repeated one is the same mail.
 */
export async function bundled(tx: Tx, first: DeliveryRow, now: Instant): Promise<DeliveryRow[]> {
  if (first.bundle === null)
    await tx.query(
      `update deliveries set bundle = $1 where status = 'pending' and bundle is null and recipient = $2 and channel = $3
         and lane = 'digest' and (next_at <= $4::timestamptz or id = $1)`,
      [first.id, first.recipient, first.channel, now],
    );
  return tx.query<DeliveryRow>(
    `select ${DELIVERY_COLUMNS} from deliveries d where d.bundle = $1 and d.status = 'pending' order by d.at, d.message`,
    [first.bundle ?? first.id],
  );
}

/** How a delivery ended. */
export interface Ending {
  status: 'sent' | 'skipped' | 'failed';
  reason: DeliveryReason | null;
  error: string | null;
  providerId: string | null;
  at: Instant;
}

/** Ends deliveries that are still pending; answers their ids: what another worker has ended meanwhile is left as it is. */
export async function endDeliveries(on: Query, ids: readonly string[], ending: Ending): Promise<string[]> {
  const rows = await on.query<{ id: string }>(
    `update deliveries set status = $2, reason = $3, last_error = $4, provider_id = $5, done_at = $6, locked_until = null
     where id = any($1) and status = 'pending' returning id`,
    [ids, ending.status, ending.reason, ending.error, ending.providerId, ending.at],
  );
  return rows.map(({ id }) => id);
}

/** Gives a delivery back until later; `isTried: false` takes the attempt back that was counted when it was taken. */
export async function putOff(
  on: Query,
  id: string,
  { nextAt, error, isTried }: { nextAt: Instant; error: string | null; isTried: boolean },
): Promise<void> {
  await on.query(
    `update deliveries set next_at = $2, last_error = coalesce($3, last_error), locked_until = null,
       attempts = attempts - case when $4::boolean then 0 else 1 end
     where id = $1 and status = 'pending'`,
    [id, nextAt, error, isTried],
  );
}

/** Messages by id, with whether the person has read them. */
export async function messagesFor(
  tx: Tx,
  ids: readonly string[],
  person: string | null,
): Promise<Map<string, PlannedMessage & { isRead: boolean }>> {
  const rows = await tx.query<PlannedMessage & { isRead: boolean }>(
    `select ${MESSAGE}, exists (select 1 from message_reads r where r.message = m.id and r.person = $2::text) as "isRead"
     from messages m where m.id = any($1)`,
    [ids, person],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
