import type { Tx } from '#libs/database';
import type { LocalDate, PersonId, Registry } from '#libs/registry';

import type { PersonalChannel } from '../deliveries/deliveries.vocabulary.js';
import type { PlannedMessage } from '../deliveries/deliveries.types.js';
import type { Preferences, Reachable } from './preference.rules.js';
import type { PreferencesService } from './preferences.service.js';
import type { Substitutes } from './substitutes.service.js';

/** Somebody who is told, perhaps in the place of another one who is away. */
export interface Addressee {
  person: PersonId;
  insteadOf: PersonId | null;
}

/** How somebody can be reached now. */
export interface Reach {
  person: PersonId;
  /** Where they live or work. */
  unit: string;
  preferences: Preferences;
  addresses: Readonly<Record<PersonalChannel, string | null>>;
}

export interface RecipientsParts {
  registry: Registry;
  preferences: PreferencesService;
  substitutes: Substitutes;
}

/** Numbers that take text messages: mobile ones. */
const MOBILE = /^1\d{10}$/;

/** Who is meant by a message now, and how they can be reached. */
export class Recipients {
  constructor(private readonly parts: RecipientsParts) {}

  /** Persons of a message: whoever is named, or whoever holds the office on the day; at work their substitutes, too. */
  async of(tx: Tx, message: PlannedMessage, { day, isOwn }: { day: LocalDate; isOwn: boolean }): Promise<Addressee[]> {
    const { registry, substitutes } = this.parts;
    const excluded = new Set(await this.#speakers(tx, message.excluded));
    const meant = (await this.#meant(tx, message, day)).filter((person) => !excluded.has(person));
    const told = meant.map((person): Addressee => ({ person, insteadOf: null }));
    if (isOwn) return told;
    const aliases = new Map(
      await Promise.all(meant.map(async (person) => [person, await registry.idsOf(tx, person)] as const)),
    );
    const standing = await substitutes.on(tx, [...aliases.values()].flat(), day);
    for (const person of meant)
      for (const id of aliases.get(person) ?? [])
        for (const named of standing.get(id) ?? []) {
          const [substitute] = await this.#speakers(tx, [named]);
          // one step only, nobody twice, and nobody who is kept out of it
          if (substitute === undefined || excluded.has(substitute)) continue;
          if (!told.some((one) => one.person === substitute)) told.push({ person: substitute, insteadOf: person });
        }
    return told;
  }

  /** How a person can be reached; `null`: there is nobody any more to be told. */
  async reach(tx: Tx, id: PersonId): Promise<Reach | null> {
    const { registry, preferences } = this.parts;
    const person = await registry.person(tx, id);
    if (person === null || person.erasedOn !== null || person.diedOn !== null) return null;
    const { preferences: wishes, email } = await preferences.told(tx, person.id);
    const { phone } = await registry.contact(tx, person.id);
    const sms = phone !== null && MOBILE.test(phone) && !person.flags.includes('noPhone') ? phone : null;
    return { person: person.id, unit: person.unit, preferences: wishes, addresses: { email, sms } };
  }

  async #meant(tx: Tx, { person, role, unit }: PlannedMessage, on: LocalDate): Promise<PersonId[]> {
    if (person !== null) return this.#speakers(tx, [person]);
    if (role === null || unit === null) return [];
    const holders = await this.parts.registry.holders(tx, { role, unit, exact: true, on });
    return [...new Set(holders.map((holder) => holder.person))];
  }

  /** The records that speak for these people now. */
  async #speakers(tx: Tx, ids: readonly PersonId[]): Promise<PersonId[]> {
    return (await this.parts.registry.people(tx, ids)).map(({ id }) => id);
  }
}

/** What somebody can be reached by. */
export function reachableOf({ addresses }: Pick<Reach, 'addresses'>): Reachable {
  return { email: addresses.email !== null, sms: addresses.sms !== null };
}
