import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import type { CallList } from '../calls/call-list.service.js';
import type { Carriers } from '../channels/carriers.js';
import type { Outcome } from '../channels/channel.types.js';
import { channelsFor } from '../people/preference.rules.js';
import { reachableOf, type Recipients } from '../people/recipients.service.js';
import { wordsFor } from '../words/message.catalogue.js';
import { isDiscreet } from '../words/wording.rules.js';
import { bundled, endDeliveries, insertDelivery, messagesFor, putOff, renewLease, takeDue } from './deliveries.sql.js';
import type { CaseSide, DeliveryGround, DeliveryLog, DeliveryRow } from './deliveries.types.js';
import type { Channel, DeliveryReason, PersonalChannel } from './deliveries.vocabulary.js';
import { CODE_MESSAGE, type Dropped, type Packed, type Parcels } from './parcels.service.js';
import { laneOf, openingFor } from './planner.service.js';
import { DELIVERY_PATIENCE, nextTry, REST_MS } from './retry.rules.js';

export interface SenderParts extends DeliveryGround {
  parcels: Parcels;
  carriers: Carriers;
  recipients: Recipients;
  calls: CallList;
  log: DeliveryLog;
  /** How long a worker may take for one hand-over before another one tries; default 2 min, longer than any time-out. */
  leaseMs?: number;
  /** Taken at once; default 20. */
  batch?: number;
  /** In [0, 1); default random. */
  jitter?: () => number;
}

const LEASE_MS = 120_000;

/**
 * Hands deliveries over. At least once: a worker that is killed between the hand-over and its record leaves the delivery to the next
 * one, which sends the same thing under the same id. What a server refuses for good is tried by the next channel, then by a call.
 */
export class Sender {
  readonly #restUntil = new Map<Channel, Instant>();

  constructor(private readonly parts: SenderParts) {}

  /** Takes what is due and hands it over; answers how many deliveries it took. */
  async runOnce(): Promise<number> {
    const { database, virtualNow, leaseMs = LEASE_MS, batch = 20 } = this.parts;
    const rows = await takeDue(database, { now: virtualNow(), leaseMs, limit: batch, resting: this.#resting() });
    // one after the other: the mail server is asked once when it does not answer, not by twenty at a time
    for (const row of rows) await this.#carryOut(row);
    return rows.length;
  }

  /** Hands over all that is due now. */
  async drain(): Promise<void> {
    while ((await this.runOnce()) > 0);
  }

  /** Never throws: what cannot even be given back comes back by itself when its lease has run out. */
  async #carryOut(row: DeliveryRow): Promise<void> {
    const { database, now, virtualNow, leaseMs = LEASE_MS, log } = this.parts;
    try {
      // those before it in the batch may have been slow: its own lease begins now, and is nobody else's meanwhile
      if (!(await renewLease(database, row, { now: virtualNow(), leaseMs }))) return;
      if (this.#resting().includes(row.channel)) {
        await putOff(database, row.id, { nextAt: row.nextAt, error: null, isTried: false });
        return;
      }
      const rows = row.lane === 'digest' ? await database.transaction((tx) => bundled(tx, row, now())) : [row];
      await this.#send(row, await this.parts.parcels.pack(rows));
    } catch (error) {
      log.error('a delivery failed', { delivery: row.id, error: error instanceof Error ? error.message : 'unknown' });
      await this.#giveBack(row);
    }
  }

  /**
   * What failed in this house and not at a server is tried again with more and more patience and given up like anything else:
   * nothing is in the way of what comes after it for ever.
   */
  async #giveBack(row: DeliveryRow): Promise<void> {
    try {
      await this.#record(row, [row], { kind: 'later', error: 'failed_here' });
    } catch {
      // not even that; its lease will run out
    }
  }

  async #send(row: DeliveryRow, packed: Packed): Promise<void> {
    const { database, carriers } = this.parts;
    if (packed.kind === 'wait') {
      await putOff(database, row.id, { nextAt: packed.until, error: null, isTried: false });
      return;
    }
    for (const dropped of packed.dropped) await this.#drop(row, dropped);
    if (packed.kind === 'none') return;
    const outcome =
      packed.kind === 'person'
        ? await carriers.toPerson(packed.channel, packed.parcel, packed.person)
        : await carriers.toRobot(packed.robotKind, packed.parcel);
    await this.#record(row, packed.rows, outcome);
  }

  async #record(row: DeliveryRow, rows: readonly DeliveryRow[], outcome: Outcome): Promise<void> {
    const { database, now, jitter = Math.random, log } = this.parts;
    const ids = rows.map(({ id }) => id);
    if (outcome.kind === 'sent') {
      const { providerId } = outcome;
      await endDeliveries(database, ids, { status: 'sent', reason: null, error: null, providerId, at: now() });
      return;
    }
    const { error } = outcome;
    log.warn('a message was not taken', { delivery: row.id, channel: row.channel, attempt: row.attempts, error });
    if (outcome.kind === 'never') {
      await this.#failed(rows, 'refused', error);
      return;
    }
    if (outcome.kind === 'down') this.#rest(row.channel);
    // a server that is down is asked again soon; somebody's full mailbox is given more and more time
    const attempt = outcome.kind === 'down' ? 1 : row.attempts;
    const since = row.plannedAt > row.at ? row.plannedAt : row.at;
    const nextAt = nextTry(DELIVERY_PATIENCE, { attempt, since, now: now(), jitter: jitter() });
    if (nextAt === null) await this.#failed(rows, 'exhausted', error);
    else await putOff(database, row.id, { nextAt, error, isTried: true });
  }

  async #failed(rows: readonly DeliveryRow[], reason: DeliveryReason, error: string): Promise<void> {
    const { database, now } = this.parts;
    const ids = rows.map(({ id }) => id);
    const [first] = rows;
    if (first === undefined) return;
    // a case that cannot be read is called about as if it were confidential
    const side = await this.parts.caseSide(first.caseId).catch(() => null);
    await database.transaction(async (tx) => {
      const ending = { status: 'failed', reason, error, providerId: null, at: now() } as const;
      const ended = await endDeliveries(tx, ids, ending);
      for (const row of rows.filter(({ id }) => ended.includes(id))) await this.#next(tx, row, side);
    });
  }

  /**
   * Ends what needs no sending. An address that has gone, or a channel that was switched off, is no reason to be told nothing: in the
   * same transaction the next channel takes over.
   */
  async #drop(row: DeliveryRow, { ids, reason }: Dropped): Promise<void> {
    const { database, now } = this.parts;
    const isToldElsewhere = reason === 'no_address' || reason === 'preference';
    const side = isToldElsewhere ? await this.parts.caseSide(row.caseId) : null;
    await database.transaction(async (tx) => {
      const ending = { status: 'skipped', reason, error: null, providerId: null, at: now() } as const;
      const ended = await endDeliveries(tx, ids, ending);
      if (!isToldElsewhere || ended.length === 0) return;
      const rows = await tx.query<{ id: string; message: string; cause: string; caseId: string; at: Instant }>(
        'select id, message, cause, case_id as "caseId", at from deliveries where id = any($1)',
        [ended],
      );
      for (const one of rows) await this.#next(tx, { ...row, ...one }, side);
    });
  }

  /** By the next channel, else by a call when it is important enough. */
  async #next(tx: Tx, row: DeliveryRow, side: CaseSide | null): Promise<void> {
    if (row.person === null || row.message.startsWith(CODE_MESSAGE)) return;
    const { recipients, calls, now } = this.parts;
    const reach = await recipients.reach(tx, row.person);
    const message = (await messagesFor(tx, [row.message], row.person)).get(row.message);
    if (reach === null || message === undefined || message.isRead) return;
    const tried = await tx.query<{ channel: PersonalChannel }>(
      'select channel from deliveries where cause = $1 and recipient = $2',
      [row.cause, row.recipient],
    );
    const without = tried.map(({ channel }) => channel);
    const [channel] = channelsFor(row.urgency, reach.preferences, { reachable: reachableOf(reach), without });
    if (channel !== undefined) {
      const lane = laneOf(row.urgency, reach.preferences);
      const nextAt = openingFor(this.parts, { lane, preferences: reach.preferences, at: now() });
      await insertDelivery(tx, { ...row, channel, lane, nextAt }, now());
      return;
    }
    const isReserved = side === null || isDiscreet(side.visibility);
    const words = wordsFor({ workflow: side?.workflow ?? '', about: message.about, severity: message.severity });
    if (!words.isCalled || row.insteadOf !== null) return;
    const { caseId, cause } = row;
    await calls.add(tx, {
      ...reach,
      message: row.message,
      cause,
      caseId,
      about: message.about,
      isReserved,
      reason: 'failed',
    });
  }

  #rest(channel: Channel): void {
    // robots are many servers: one that is down says nothing of the others
    if (channel !== 'robot')
      this.#restUntil.set(channel, new Date(Date.parse(this.parts.now()) + REST_MS / 2).toISOString());
  }

  #resting(): Channel[] {
    const now = this.parts.now();
    return [...this.#restUntil].flatMap(([channel, until]) => (until > now ? [channel] : []));
  }
}
