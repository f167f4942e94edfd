import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';

import { CallList } from './calls/call-list.service.js';
import { Carriers } from './channels/carriers.js';
import { emailCarrier } from './channels/email.carrier.js';
import { smsCarrier, type TextGateway } from './channels/sms.carrier.js';
import { causeOf } from './deliveries/cause.rules.js';
import { DeliveryLogbook } from './deliveries/delivery-log.service.js';
import { insertDelivery } from './deliveries/deliveries.sql.js';
import type { CaseSide, DeliveryGround, DeliveryLog } from './deliveries/deliveries.types.js';
import { CODE_MESSAGE, Parcels } from './deliveries/parcels.service.js';
import { Planner } from './deliveries/planner.service.js';
import { Sender } from './deliveries/sender.service.js';
import { PreferencesService, type PreferenceChange, type PreferencesView } from './people/preferences.service.js';
import { Recipients } from './people/recipients.service.js';
import { Substitutes } from './people/substitutes.service.js';
import { Robots } from './robots/robots.service.js';
import { WebhookFeed, type FeedParts } from './webhooks/webhook-feed.service.js';
import { WebhookSender } from './webhooks/webhook-sender.service.js';
import { Webhooks } from './webhooks/webhooks.service.js';
import { isDiscreet } from './words/wording.rules.js';

/** What the room is opened with. */
export interface NotificationsGround extends DeliveryGround {
  changes: FeedParts['changes'];
  /** Absent: mails are laid down for the operator. */
  mail: { url: string; from: string } | undefined;
  /** Absent: text messages are laid down for the operator. */
  sms: TextGateway | undefined;
  /** Days after which somebody who has not read something important is called. */
  callAfterDays: number;
  log: DeliveryLog;
  jitter?: () => number;
  /** Pages of changes told to a webhook in one transaction; default 25. */
  pages?: number;
}

const DAY_MS = 86_400_000;
/** What is older is called about no more. */
const CALLED_WITHIN_MS = 30 * DAY_MS;
const CALLS_AT_ONCE = 200;

/** Messages on their way out of the house, and what people and operators decide about it. */
export class Notifications {
  readonly preferences: PreferencesService;
  readonly substitutes: Substitutes;
  readonly robots: Robots;
  readonly webhooks: Webhooks;
  readonly calls: CallList;
  readonly logbook: DeliveryLogbook;
  readonly planner: Planner;
  readonly sender: Sender;
  readonly webhookFeed: WebhookFeed;
  readonly webhookSender: WebhookSender;
  readonly #recipients: Recipients;
  readonly #carriers: Carriers;

  constructor(private readonly ground: NotificationsGround) {
    const { registry, now, today, discreet, mail, sms, publicUrl } = ground;
    this.preferences = new PreferencesService(ground);
    this.substitutes = new Substitutes(now);
    this.robots = new Robots(ground);
    this.webhooks = new Webhooks(ground);
    this.calls = new CallList({ now, today, discreet });
    this.logbook = new DeliveryLogbook(now);
    const { preferences, substitutes, robots, calls } = this;
    this.#recipients = new Recipients({ registry, preferences, substitutes });
    const carriers = {
      ...(mail === undefined ? {} : { email: emailCarrier({ ...mail, host: new URL(publicUrl).hostname }) }),
      ...(sms === undefined ? {} : { sms: smsCarrier(sms) }),
    };
    this.#carriers = new Carriers({ ...ground, carriers });
    const shared = { ...ground, recipients: this.#recipients };
    this.planner = new Planner({ ...shared, robots, calls });
    const parcels = new Parcels({ ...shared, preferences, robots });
    this.sender = new Sender({ ...shared, parcels, calls, carriers: this.#carriers });
    this.webhookFeed = new WebhookFeed(ground);
    this.webhookSender = new WebhookSender({ ...ground, webhooks: this.webhooks });
  }

  /** Plans what was told and hands over what is due: what a process that works does again and again. */
  async runOnce(): Promise<void> {
    await this.planner.drain();
    await this.sender.drain();
  }

  /** Tells other systems of what has changed. */
  async runWebhooks(): Promise<void> {
    await this.webhookFeed.runOnce();
    await this.webhookSender.drain();
  }

  /** Puts those on the call list who have not read what they should know; takes off those who have. Answers how many are new. */
  async runCalls(): Promise<number> {
    const { database, now, callAfterDays, caseSide } = this.ground;
    await database.transaction((tx) => this.calls.settleRead(tx));
    const at = Date.parse(now());
    const until = new Date(at - callAfterDays * DAY_MS).toISOString();
    let place = { from: new Date(at - CALLED_WITHIN_MS).toISOString(), after: '' };
    let added = 0;
    for (;;) {
      const asked = { ...place, until, limit: CALLS_AT_ONCE };
      const unread = await database.transaction((tx) => this.calls.unread(tx, asked), { readOnly: true });
      for (const one of unread) if (await this.#call(one, await caseSide(one.caseId))) added += 1;
      // also past those whom nobody can call: they are in nobody's way
      const last = unread.at(-1);
      if (last === undefined || unread.length < CALLS_AT_ONCE) return added;
      place = { from: last.at, after: last.message };
    }
  }

  async #call(unread: { message: string; person: PersonId; caseId: string; about: string }, side: CaseSide | null) {
    if (side?.isLive !== true) return false;
    const { message, person, caseId, about } = unread;
    return this.ground.database.transaction(async (tx) => {
      const reach = await this.#recipients.reach(tx, person);
      if (reach === null) return false;
      const isReserved = isDiscreet(side.visibility);
      const cause = causeOf(message);
      return this.calls.add(tx, { ...reach, caseId, message, cause, about, isReserved, reason: 'unread' });
    });
  }

  /** Changes how somebody wants to be told; a new address is sent its code. */
  async changePreferences(tx: Tx, person: PersonId, change: PreferenceChange): Promise<PreferencesView> {
    const { view, wantsCode } = await this.preferences.change(tx, person, change);
    if (wantsCode) await this.#sendCode(tx, person, this.ground.now());
    return view;
  }

  async #sendCode(tx: Tx, person: PersonId, at: Instant): Promise<void> {
    const message = `${CODE_MESSAGE}${randomUUID()}`;
    await insertDelivery(
      tx,
      {
        message,
        cause: message,
        caseId: '',
        person,
        robot: null,
        insteadOf: null,
        channel: 'email',
        urgency: 'emergency',
        lane: 'emergency',
        at,
        nextAt: at,
      },
      at,
    );
  }

  close(): void {
    this.#carriers.close();
  }
}
