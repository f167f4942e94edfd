import { randomInt, timingSafeEqual } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { maskedAddress } from '../channels/spool.carrier.js';
import { areHours } from '../deliveries/hours.rules.js';
import { refuse } from '../notify.refused.js';
import type { Language } from '../words/wording.rules.js';
import { DEFAULT_PREFERENCES, type ChannelChoice, type Preferences } from './preference.rules.js';

const EMAIL = 'notification.email';
const CODE = 'notification.code';
const CODE_MS = 86_400_000;
const CODE_TRIES = 5;
/** A new code at most so often: the page must not become a way to fill a stranger's mailbox. */
const BETWEEN_CODES_MS = 60_000;

interface PreferenceRow {
  language: Language;
  emailSealed: string | null;
  emailConfirmedAt: Instant | null;
  codeSealed: string | null;
  codeSentAt: Instant | null;
  codeTries: number;
  channels: ChannelChoice;
  hoursFrom: string | null;
  hoursTo: string | null;
  digest: boolean;
  digestHour: number;
}

/** Preferences as their owner sees them. */
export interface PreferencesView extends Preferences {
  /** Masked: whoever looks over the shoulder learns nothing. */
  email: string | null;
  isEmailConfirmed: boolean;
}

/** A change; what is left out stays. */
export interface PreferenceChange {
  language?: Language | undefined;
  channels?: ChannelChoice | undefined;
  hours?: Preferences['hours'] | undefined;
  digest?: boolean | undefined;
  digestHour?: number | undefined;
  /** `null`: no mail any more. A new address has to be confirmed by the code that is sent to it. */
  email?: string | null | undefined;
}

/** What changed that somebody else must act on. */
export interface PreferencesChanged {
  view: PreferencesView;
  /** A code has to be sent to the new address. */
  wantsCode: boolean;
}

/** What a message needs to know of how to reach somebody. */
export interface Told {
  preferences: Preferences;
  /** Confirmed address in clear. */
  email: string | null;
}

const ROW = `language, email_sealed as "emailSealed", email_confirmed_at as "emailConfirmedAt", code_sealed as "codeSealed",
  code_sent_at as "codeSentAt", code_tries as "codeTries", channels, hours_from as "hoursFrom", hours_to as "hoursTo", digest,
  digest_hour as "digestHour"`;

/** How people want to be told; addresses of mail are kept sealed. */
export class PreferencesService {
  constructor(private readonly options: { vault: Vault; now: () => Instant }) {}

  async view(tx: Tx, person: PersonId): Promise<PreferencesView> {
    const row = await this.#row(tx, person);
    const email = row?.emailSealed == null ? null : maskedAddress(this.options.vault.open(row.emailSealed, EMAIL));
    return { ...preferencesOf(row), email, isEmailConfirmed: row?.emailConfirmedAt != null };
  }

  /** How to reach somebody now. */
  async told(tx: Tx, person: PersonId): Promise<Told> {
    const row = await this.#row(tx, person);
    const isConfirmed = row?.emailSealed != null && row.emailConfirmedAt !== null;
    return {
      preferences: preferencesOf(row),
      email: isConfirmed ? this.options.vault.open(row.emailSealed ?? '', EMAIL) : null,
    };
  }

  /** @throws NotifyRefused `notify.hours_impossible`, `notify.code_too_soon` */
  async change(tx: Tx, person: PersonId, change: PreferenceChange): Promise<PreferencesChanged> {
    if (change.hours != null && !areHours(change.hours)) refuse('notify.hours_impossible');
    const before = await this.#row(tx, person, true);
    const given = withoutUndefined(change);
    const next = { ...preferencesOf(before), ...given };
    const mail = this.#mail(before, change.email);
    await tx.query(
      `insert into notification_preferences (person, language, email_sealed, email_confirmed_at, code_sealed, code_sent_at,
         code_tries, channels, hours_from, hours_to, digest, digest_hour, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13)
       on conflict (person) do update set language = excluded.language, email_sealed = excluded.email_sealed,
         email_confirmed_at = excluded.email_confirmed_at, code_sealed = excluded.code_sealed,
         code_sent_at = excluded.code_sent_at, code_tries = excluded.code_tries, channels = excluded.channels,
         hours_from = excluded.hours_from, hours_to = excluded.hours_to, digest = excluded.digest,
         digest_hour = excluded.digest_hour, updated_at = excluded.updated_at`,
      [
        person,
        next.language,
        mail.emailSealed,
        mail.emailConfirmedAt,
        mail.codeSealed,
        mail.codeSentAt,
        mail.codeTries,
        JSON.stringify(next.channels),
        next.hours?.from ?? null,
        next.hours?.to ?? null,
        next.digest,
        next.digestHour,
        this.options.now(),
      ],
    );
    return { view: await this.view(tx, person), wantsCode: mail.isNew };
  }

  /** Where a code goes and what it is; `null`: none is wanted any more. */
  async code(tx: Tx, person: PersonId): Promise<{ email: string; code: string; language: Language } | null> {
    const row = await this.#row(tx, person);
    if (row?.emailSealed == null || row.codeSealed === null) return null;
    const { vault } = this.options;
    return {
      email: vault.open(row.emailSealed, EMAIL),
      code: vault.open(row.codeSealed, CODE),
      language: row.language,
    };
  }

  /** The code came back: the address is theirs. @returns whether it was the right one; a wrong one is counted. */
  async confirm(tx: Tx, person: PersonId, given: string): Promise<boolean> {
    const row = await this.#row(tx, person, true);
    const { vault, now } = this.options;
    const isOpen =
      row?.codeSealed != null &&
      row.codeSentAt !== null &&
      row.codeTries < CODE_TRIES &&
      Date.parse(now()) - Date.parse(row.codeSentAt) < CODE_MS;
    if (!isOpen) return false;
    if (!isSame(given, vault.open(row.codeSealed ?? '', CODE))) {
      await tx.query('update notification_preferences set code_tries = code_tries + 1 where person = $1', [person]);
      return false;
    }
    await tx.query(
      `update notification_preferences set email_confirmed_at = $2, code_sealed = null, code_sent_at = null, code_tries = 0
       where person = $1`,
      [person, now()],
    );
    return true;
  }

  /** Seals again what an older key sealed; answers how many. */
  async reseal(tx: Tx): Promise<number> {
    const { vault } = this.options;
    const rows = await tx.query<{ person: PersonId; emailSealed: string | null; codeSealed: string | null }>(
      `select person, email_sealed as "emailSealed", code_sealed as "codeSealed" from notification_preferences
       where email_sealed is not null for update`,
    );
    const old = rows.filter(({ emailSealed }) => emailSealed !== null && !vault.isCurrent(emailSealed));
    for (const { person, emailSealed, codeSealed } of old)
      await tx.query('update notification_preferences set email_sealed = $2, code_sealed = $3 where person = $1', [
        person,
        vault.seal(vault.open(emailSealed ?? '', EMAIL), EMAIL),
        codeSealed === null ? null : vault.seal(vault.open(codeSealed, CODE), CODE),
      ]);
    return old.length;
  }

  #mail(before: PreferenceRow | undefined, email: string | null | undefined) {
    const { vault, now } = this.options;
    const none = { emailSealed: null, emailConfirmedAt: null, codeSealed: null, codeSentAt: null, codeTries: 0 };
    if (email === undefined) return { ...none, ...before, isNew: false };
    if (email === null) return { ...none, isNew: false };
    const isKnown = before?.emailSealed != null && vault.open(before.emailSealed, EMAIL) === email;
    if (isKnown && before.emailConfirmedAt !== null) return { ...before, isNew: false };
    const sentAt = before?.codeSentAt;
    const isRecent = sentAt != null && Date.parse(now()) - Date.parse(sentAt) < BETWEEN_CODES_MS;
    // the same request once more: the code is on its way
    if (isKnown && isRecent) return { ...before, isNew: false };
    if (isRecent) refuse('notify.code_too_soon');
    return {
      emailSealed: vault.seal(email, EMAIL),
      emailConfirmedAt: null,
      codeSealed: vault.seal(String(randomInt(100_000_000)).padStart(8, '0'), CODE),
      codeSentAt: now(),
      codeTries: 0,
      isNew: true,
    };
  }

  async #row(tx: Tx, person: PersonId, locked = false): Promise<PreferenceRow | undefined> {
    const rows = await tx.query<PreferenceRow>(
      `select ${ROW} from notification_preferences where person = $1${locked ? ' for update' : ''}`,
      [person],
    );
    return rows[0];
  }
}

function preferencesOf(row: PreferenceRow | undefined): Preferences {
  if (row === undefined) return DEFAULT_PREFERENCES;
  const { language, channels, hoursFrom, hoursTo, digest, digestHour } = row;
  const hours = hoursFrom === null || hoursTo === null ? null : { from: hoursFrom, to: hoursTo };
  return { language, channels, hours, digest, digestHour };
}

function withoutUndefined({ language, channels, hours, digest, digestHour }: PreferenceChange): Partial<Preferences> {
  return {
    ...(language === undefined ? {} : { language }),
    ...(channels === undefined ? {} : { channels }),
    ...(hours === undefined ? {} : { hours }),
    ...(digest === undefined ? {} : { digest }),
    ...(digestHour === undefined ? {} : { digestHour }),
  };
}

function isSame(given: string, code: string): boolean {
  const left = Buffer.from(given.trim().padEnd(32, ' ').slice(0, 32));
  const right = Buffer.from(code.padEnd(32, ' '));
  return left.length === right.length && timingSafeEqual(left, right);
}
