import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';

import type { AccessJournal } from './access-journal.service.js';
import { PrivacyRefused } from './privacy.refused.js';

/** What is shown masked everywhere and can be asked for in clear. */
export const UNMASKABLE_FIELDS = ['phone', 'idNumber'] as const;
export type UnmaskableField = (typeof UNMASKABLE_FIELDS)[number];

/** Least length of a reason, in characters. */
export const SHORTEST_REASON = 5;
/** Values one person may ask for within an hour. */
const MOST_AN_HOUR = 30;
const HOUR_MS = 3_600_000;

export interface UnmaskingOptions {
  journal: AccessJournal;
  now: () => Instant;
  /** Opens a sealed field; `null` when nothing is registered. */
  reveal: (tx: Tx, person: PersonId, field: UnmaskableField) => Promise<string | null>;
  /** Default: {@link MOST_AN_HOUR}. */
  mostAnHour?: number;
}

/** A wish to see something in clear. */
export interface UnmaskWish {
  by: PersonId;
  person: PersonId;
  field: UnmaskableField;
  /** At least {@link SHORTEST_REASON} characters, kept in the journal. */
  reason: string;
  /** The case it is needed for. */
  caseId?: string;
}

/** Shows contact data in clear: with a reason, in the journal, and not by the hundred. */
export class Unmasking {
  constructor(private readonly options: UnmaskingOptions) {}

  /**
   * The value and the journal entry come in one transaction: whoever has seen it stands in the journal.
   * @throws PrivacyRefused `privacy.reason_too_short`, `privacy.too_many_looks`, `resource.unknown` when nothing is registered.
   */
  async unmask(tx: Tx, wish: UnmaskWish): Promise<string> {
    const { journal, now, reveal, mostAnHour = MOST_AN_HOUR } = this.options;
    const reason = wish.reason.trim();
    if (Array.from(reason).length < SHORTEST_REASON)
      throw new PrivacyRefused('privacy.reason_too_short', { characters: SHORTEST_REASON });
    await journal.hold(tx);
    const since = new Date(Date.parse(now()) - HOUR_MS).toISOString();
    if ((await journal.countSince(tx, wish.by, since)) >= mostAnHour)
      throw new PrivacyRefused('privacy.too_many_looks', { most: mostAnHour });
    const value = await reveal(tx, wish.person, wish.field);
    if (value === null) throw new PrivacyRefused('resource.unknown');
    await journal.record(tx, { ...wish, reason });
    return value;
  }
}
