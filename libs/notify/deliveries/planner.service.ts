import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import type { CallList } from '../calls/call-list.service.js';
import { calendarOfHours, nextHour, nextOpenOf } from './hours.rules.js';
import { channelsFor, type Preferences } from '../people/preference.rules.js';
import { reachableOf, type Addressee, type Reach, type Recipients } from '../people/recipients.service.js';
import type { Robots } from '../robots/robots.service.js';
import { wordsFor, type MessageWords } from '../words/message.catalogue.js';
import { isDiscreet } from '../words/wording.rules.js';
import { causeOf } from './cause.rules.js';
import { insertDelivery, lockUnplanned, markPlanned, passOver, unplanned } from './deliveries.sql.js';
import type { CaseSide, DeliveryGround, DeliveryLog, NewDelivery, PlannedMessage } from './deliveries.types.js';
import type { Lane, Urgency } from './deliveries.vocabulary.js';

export interface PlannerParts extends DeliveryGround {
  recipients: Recipients;
  robots: Robots;
  calls: CallList;
  log: Pick<DeliveryLog, 'error'>;
}

/** What is older was told in-app and is news no more: an installation that stood still does not flood people. */
export const NEWS_MS = 72 * 3_600_000;

/** A message with everything its deliveries depend on. */
interface Planned {
  message: PlannedMessage;
  cause: string;
  side: CaseSide;
  words: MessageWords;
}

/**
 * Makes deliveries of messages: to whom, by which channel, from when. Each message is planned in one transaction that also marks it,
 * so that a worker that dies leaves it whole for the next one, and two workers never plan it both.
 */
export class Planner {
  constructor(private readonly parts: PlannerParts) {}

  /** Plans one batch; answers how many messages are settled. One that cannot be planned keeps only itself back. */
  async runOnce(limit = 100): Promise<number> {
    const { database, now, caseSide, log } = this.parts;
    const at = now();
    const old = await passOver(database, new Date(Date.parse(at) - NEWS_MS).toISOString(), at);
    const waiting = await unplanned(database, limit);
    const sides = new Map<string, CaseSide | null>();
    let settled = old;
    for (const { id, caseId } of waiting) {
      try {
        // cases are looked up before the transaction: it must not wait for other queries
        const known = sides.get(caseId);
        const side = known === undefined ? await caseSide(caseId) : known;
        sides.set(caseId, side);
        await this.#plan(id, side);
        settled += 1;
      } catch (error) {
        log.error('a message was not planned', {
          message: id,
          error: error instanceof Error ? error.message : 'unknown',
        });
      }
    }
    return settled;
  }

  /** Plans all there is. */
  async drain(): Promise<void> {
    while ((await this.runOnce()) > 0);
  }

  async #plan(id: string, side: CaseSide | null): Promise<void> {
    const { database, now } = this.parts;
    await database.transaction(async (tx) => {
      const [message] = await lockUnplanned(tx, [id]);
      if (message === undefined) return;
      if (side?.isLive === true) {
        const words = wordsFor({ ...message, workflow: side.workflow });
        await this.#deliver(tx, { message, side, words, cause: causeOf(message.id) });
      }
      await markPlanned(tx, [id], now());
    });
  }

  async #deliver(tx: Tx, planned: Planned): Promise<void> {
    const { message, words } = planned;
    const day = this.parts.today();
    for (const addressee of await this.parts.recipients.of(tx, message, { day, isOwn: words.isOwn })) {
      if (addressee.insteadOf !== null) await this.#tellInApp(tx, planned, addressee);
      await this.#toPerson(tx, planned, addressee);
    }
    await this.#toRobots(tx, planned);
  }

  /** Messages stay the truth of who is told what: a substitute finds it in their inbox as well. */
  async #tellInApp(tx: Tx, { message, cause }: Planned, { person }: Addressee): Promise<void> {
    const { caseId, at, about, severity, clock, rung, text } = message;
    await tx.query(
      `insert into messages (id, case_id, at, about, severity, clock, rung, text, person, excluded, planned_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{}', $10) on conflict do nothing`,
      [`${cause}:p:${person}`, caseId, at, about, severity, clock, rung, text, person, this.parts.now()],
    );
  }

  async #toPerson(tx: Tx, planned: Planned, addressee: Addressee): Promise<void> {
    const { recipients, calls } = this.parts;
    const reach = await recipients.reach(tx, addressee.person);
    if (reach === null) return;
    const { message, words, side, cause } = planned;
    const channels = channelsFor(words.urgency, reach.preferences, { reachable: reachableOf(reach) });
    if (channels.length === 0 && words.isCalled && !isReachable(reach)) {
      const { about, caseId } = message;
      const isReserved = isDiscreet(side.visibility);
      await calls.add(tx, { ...reach, message: message.id, cause, about, caseId, isReserved, reason: 'no_channel' });
    }
    for (const channel of channels) {
      const row = { ...rowOf(planned), person: reach.person, robot: null, insteadOf: addressee.insteadOf, channel };
      await this.#insert(tx, row, reach.preferences);
    }
  }

  /** Groups hear of the work of their unit, and of nothing that is not for everybody in them. */
  async #toRobots(tx: Tx, planned: Planned): Promise<void> {
    const { message, side, words } = planned;
    if (message.role === null || message.unit === null || isDiscreet(side.visibility)) return;
    for (const robot of await this.parts.robots.at(tx, message.unit, words.urgency)) {
      const row = { ...rowOf(planned), person: null, robot, insteadOf: null, channel: 'robot' as const };
      await this.#insert(tx, row, null);
    }
  }

  async #insert(tx: Tx, row: Omit<NewDelivery, 'lane' | 'nextAt'>, preferences: Preferences | null): Promise<void> {
    const at = this.parts.now();
    const lane = laneOf(row.urgency, preferences);
    await insertDelivery(tx, { ...row, lane, nextAt: openingFor(this.parts, { lane, preferences, at }) }, at);
  }
}

function rowOf({
  message,
  cause,
  words,
}: Planned): Pick<NewDelivery, 'message' | 'cause' | 'caseId' | 'at' | 'urgency'> {
  return { message: message.id, cause, caseId: message.caseId, at: message.at, urgency: words.urgency };
}

function isReachable({ addresses }: Reach): boolean {
  return Object.values(addresses).some((address) => address !== null);
}

/** Routine things wait for the digest of whoever wants one; groups have none. */
export function laneOf(urgency: Urgency, preferences: Pick<Preferences, 'digest'> | null): Lane {
  if (urgency === 'emergency') return 'emergency';
  return urgency === 'routine' && preferences?.digest === true ? 'digest' : 'single';
}

/** When something may go out: an emergency at once, a digest at its hour, everything else in the hours of house and person. */
export function openingFor(
  { hours }: Pick<DeliveryGround, 'hours'>,
  { lane, preferences, at }: { lane: Lane; preferences: Preferences | null; at: Instant },
): Instant {
  if (lane === 'emergency') return at;
  const house = hours();
  const own = preferences?.hours;
  const calendars = own == null ? [house] : [house, calendarOfHours(own, house.zone)];
  const from = lane === 'digest' && preferences !== null ? nextHour(preferences.digestHour, at, house.zone) : at;
  return nextOpenOf(calendars, from);
}
