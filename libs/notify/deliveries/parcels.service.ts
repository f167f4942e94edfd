import type { Label } from '#libs/engine';

import type { Parcel } from '../channels/channel.types.js';
import { isWanted, type Preferences } from '../people/preference.rules.js';
import type { PreferencesService } from '../people/preferences.service.js';
import type { Reach, Recipients } from '../people/recipients.service.js';
import type { Robots } from '../robots/robots.service.js';
import { wordsFor } from '../words/message.catalogue.js';
import {
  digestOf,
  isDiscreet,
  wordingOf,
  type Language,
  type MessageFacts,
  type Wording,
} from '../words/wording.rules.js';
import { messagesFor } from './deliveries.sql.js';
import type { CaseSide, DeliveryGround, DeliveryRow, PlannedMessage } from './deliveries.types.js';
import { openingFor } from './planner.service.js';
import type { DeliveryReason, PersonalChannel, RobotKind } from './deliveries.vocabulary.js';

/** Begins the id of what stands for the code that confirms an address; it is no message of a case. */
export const CODE_MESSAGE = 'code:';

export interface ParcelsParts extends DeliveryGround {
  recipients: Recipients;
  preferences: PreferencesService;
  robots: Robots;
}

/** Some deliveries need no sending any more. */
export interface Dropped {
  ids: string[];
  reason: DeliveryReason;
}

/** What comes of deliveries at the moment of sending. */
export type Packed =
  | {
      kind: 'person';
      parcel: Parcel;
      channel: PersonalChannel;
      person: string;
      rows: DeliveryRow[];
      dropped: Dropped[];
    }
  | { kind: 'robot'; parcel: Parcel; robotKind: RobotKind; rows: DeliveryRow[]; dropped: Dropped[] }
  | { kind: 'wait'; until: string }
  | { kind: 'none'; dropped: Dropped[] };

const SIDES: Label = { zh: '民议', en: 'Minyi' };

/** Makes what is sent from what was planned, as things are now: preferences, addresses, offices and deadlines may have changed. */
export class Parcels {
  constructor(private readonly parts: ParcelsParts) {}

  /** `rows`: one delivery, or all of one digest. */
  async pack(rows: readonly DeliveryRow[]): Promise<Packed> {
    const [first] = rows;
    if (first === undefined) return { kind: 'none', dropped: [] };
    if (first.robot !== null) return this.#forRobot(first, first.robot);
    return first.message.startsWith(CODE_MESSAGE) ? this.#code(first) : this.#forPerson(first, rows);
  }

  async #forPerson(first: DeliveryRow, rows: readonly DeliveryRow[]): Promise<Packed> {
    const { database, recipients } = this.parts;
    const person = first.person ?? '';
    const { reach, messages } = await database.transaction(
      async (tx) => ({
        reach: await recipients.reach(tx, person),
        messages: await messagesFor(
          tx,
          rows.map(({ message }) => message),
          person,
        ),
      }),
      { readOnly: true },
    );
    const all = rows.map(({ id }) => id);
    if (reach === null) return none(all, 'person_gone');
    const channel = first.channel as PersonalChannel;
    if (!isWanted(first.urgency, channel, reach.preferences)) return none(all, 'preference');
    const to = reach.addresses[channel];
    if (to === null) return none(all, 'no_address');
    const until = this.#opening(first, reach);
    if (until !== null) return { kind: 'wait', until };
    const { kept, dropped } = sorted(rows, messages);
    if (kept.length === 0) return { kind: 'none', dropped };
    const facts = await this.#factsOf(kept.map(({ message }) => message));
    const parcel = { id: first.bundle ?? first.id, to, secret: null, wording: this.#words(facts, reach, first) };
    return { kind: 'person', parcel, channel, person, rows: kept.map(({ row }) => row), dropped };
  }

  /** Still out of hours, perhaps because they were changed since; `null`: now. */
  #opening({ lane }: DeliveryRow, { preferences }: Pick<Reach, 'preferences'>): string | null {
    const at = this.parts.now();
    const next = openingFor(this.parts, { lane: lane === 'digest' ? 'single' : lane, preferences, at });
    return next > at ? next : null;
  }

  #words(
    facts: readonly MessageFacts[],
    { preferences }: { preferences: Preferences },
    { lane }: DeliveryRow,
  ): Wording {
    const options = this.#wordingOptions();
    const { language } = preferences;
    const [only] = facts;
    return lane !== 'digest' && only !== undefined
      ? wordingOf(only, language, options)
      : digestOf(facts, language, options);
  }

  async #forRobot(row: DeliveryRow, robot: string): Promise<Packed> {
    const { database, robots, hours, now } = this.parts;
    const { address, message } = await database.transaction(
      async (tx) => ({
        address: await robots.address(tx, robot),
        message: (await messagesFor(tx, [row.message], null)).get(row.message),
      }),
      { readOnly: true },
    );
    if (address === null) return none([row.id], 'not_set_up');
    if (message === undefined) return none([row.id], 'message_gone');
    const until = openingFor({ hours }, { lane: row.lane, preferences: null, at: now() });
    if (until > now()) return { kind: 'wait', until };
    const [facts] = await this.#factsOf([message]);
    // it may have been made confidential since it was planned
    if (facts === undefined || isDiscreet(facts.visibility)) return none([row.id], 'message_gone');
    const wording = wordingOf(facts, 'zh', this.#wordingOptions());
    const parcel = { id: row.id, to: address.url, secret: address.secret, wording };
    return { kind: 'robot', robotKind: address.kind, parcel, rows: [row], dropped: [] };
  }

  async #code(row: DeliveryRow): Promise<Packed> {
    const { database, preferences } = this.parts;
    const person = row.person ?? '';
    const code = await database.transaction((tx) => preferences.code(tx, person), { readOnly: true });
    if (code === null) return none([row.id], 'no_address');
    const parcel = { id: row.id, to: code.email, secret: null, wording: codeWording(code.code, code.language) };
    return { kind: 'person', parcel, channel: 'email', person, rows: [row], dropped: [] };
  }

  async #factsOf(messages: readonly PlannedMessage[]): Promise<MessageFacts[]> {
    const sides = new Map<string, CaseSide | null>();
    for (const { caseId } of messages) if (!sides.has(caseId)) sides.set(caseId, await this.parts.caseSide(caseId));
    return messages.map((message) => factsOf(message, sides.get(message.caseId) ?? null));
  }

  #wordingOptions(): { publicUrl: string; zone: string } {
    return { publicUrl: this.parts.publicUrl, zone: this.parts.hours().zone };
  }
}

function none(ids: string[], reason: DeliveryReason): Packed {
  return { kind: 'none', dropped: [{ ids, reason }] };
}

type Kept = { row: DeliveryRow; message: PlannedMessage };

/** What is still to be said: not what is gone, nor what was read in-app before anything was handed over. */
function sorted(
  rows: readonly DeliveryRow[],
  messages: ReadonlyMap<string, PlannedMessage & { isRead: boolean }>,
): { kept: Kept[]; dropped: Dropped[] } {
  const kept: Kept[] = [];
  const gone: string[] = [];
  const read: string[] = [];
  // after a first attempt the mail stays as it was: the other side may have it already
  const isFirst = rows.every(({ attempts }) => attempts <= 1);
  for (const row of rows) {
    const message = messages.get(row.message);
    if (message === undefined) gone.push(row.id);
    else if (message.isRead && isFirst && row.lane !== 'emergency') read.push(row.id);
    else kept.push({ row, message });
  }
  const dropped = [
    { ids: gone, reason: 'message_gone' as const },
    { ids: read, reason: 'read' as const },
  ];
  return { kept, dropped: dropped.filter(({ ids }) => ids.length > 0) };
}

/** What may be said of a message; of a case that is gone nothing but that there is one. */
export function factsOf(message: PlannedMessage, side: CaseSide | null): MessageFacts {
  const { caseId, about, severity } = message;
  if (side === null) {
    return { caseId, workflow: '', kind: SIDES, about, severity, clock: null, due: null, visibility: 'confidential' };
  }
  const { workflow, kind, visibility, clocks } = side;
  const name = message.clock ?? wordsFor({ workflow, about, severity }).clock;
  const clock = clocks.find((one) => one.name === name);
  return {
    caseId,
    workflow,
    kind,
    about,
    severity,
    visibility,
    clock: clock?.label ?? null,
    due: clock?.dueAt ?? null,
  };
}

function codeWording(code: string, language: Language): Wording {
  const said: Label = {
    zh: `您的邮箱验证码是 ${code}，24小时内有效。不是您本人填写的，请不用理会`,
    en: `The code that confirms your address is ${code}, good for 24 hours. If you did not ask for it, do nothing`,
  };
  const subject: Label = { zh: '【民议】邮箱验证码', en: '[Minyi] Confirm your address' };
  return {
    short: said[language],
    subject: subject[language],
    long: `${said[language]}${language === 'zh' ? '。' : '.'}\n`,
  };
}
