import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';

import { CONSENT_TEXTS, type ConsentChannel, type ConsentPurpose } from './consents.vocabulary.js';
import { PrivacyRefused } from './privacy.refused.js';

/** A consent on its way in. */
export interface NewConsent {
  person: PersonId;
  purpose: ConsentPurpose;
  textVersion: string;
  channel: ConsentChannel;
  givenBy: PersonId;
  slip?: string;
  evidence?: string;
}

/** A consent as it is kept. */
export interface ConsentRow {
  id: string;
  person: PersonId;
  purpose: string;
  textVersion: string;
  givenAt: Instant;
  givenBy: PersonId;
  channel: ConsentChannel;
  slip: string | null;
  evidence: string | null;
  withdrawnAt: Instant | null;
  withdrawnBy: PersonId | null;
}

/** What ends at once when a consent is withdrawn. */
export type WithdrawalEffects = Partial<Record<ConsentPurpose, (tx: Tx, person: PersonId) => Promise<void>>>;

export interface ConsentsOptions {
  now: () => Instant;
  effects?: WithdrawalEffects;
}

const COLUMNS = `id, person, purpose, text_version as "textVersion", given_at as "givenAt", given_by as "givenBy", channel, slip,
  evidence, withdrawn_at as "withdrawnAt", withdrawn_by as "withdrawnBy"`;

/** Consents (个人信息保护法 13–16, 29): given to one purpose and one text, withdrawn as easily as given, kept as proof. */
export class Consents {
  constructor(private readonly options: ConsentsOptions) {}

  /** Whether the person agrees now. Ask before each use, not once. */
  async isGiven(tx: Tx, person: PersonId, purpose: ConsentPurpose): Promise<boolean> {
    const rows = await tx.query(`select 1 from consents where person = $1 and purpose = $2 and withdrawn_at is null`, [
      person,
      purpose,
    ]);
    return rows.length > 0;
  }

  /** Everything the person has agreed to, withdrawn ones too, newest first. */
  of(tx: Tx, person: PersonId): Promise<ConsentRow[]> {
    return tx.query<ConsentRow>(`select ${COLUMNS} from consents where person = $1 order by given_at desc, id`, [
      person,
    ]);
  }

  /**
   * @throws PrivacyRefused `consent.text_changed` when another text is in use now, `consent.evidence_missing` for a consent of
   *   somebody who did not give it in their own account without a slip (sensitive data: without its scan), `resource.conflict`
   *   when it is given already.
   */
  async give(tx: Tx, wanted: NewConsent): Promise<string> {
    const { version, isSeparate } = CONSENT_TEXTS[wanted.purpose];
    const { person, purpose, textVersion, channel, givenBy, slip = null, evidence = null } = wanted;
    if (textVersion !== version) throw new PrivacyRefused('consent.text_changed', { version });
    const isOwn = channel === 'self' && givenBy === person;
    if (!isOwn && (slip === null || (isSeparate && evidence === null)))
      throw new PrivacyRefused('consent.evidence_missing');
    const id = randomUUID();
    const written = await tx.query(
      `insert into consents (id, person, purpose, text_version, given_at, given_by, channel, slip, evidence)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
      [id, person, purpose, textVersion, this.options.now(), givenBy, channel, slip, evidence],
    );
    if (written.length === 0) throw new PrivacyRefused('resource.conflict');
    return id;
  }

  /** Withdraws; what it allowed ends in the same transaction. False when it was not given. */
  async withdraw(
    tx: Tx,
    person: PersonId,
    { purpose, by }: { purpose: ConsentPurpose; by: PersonId },
  ): Promise<boolean> {
    const rows = await tx.query(
      `update consents set withdrawn_at = $3, withdrawn_by = $4
       where person = $1 and purpose = $2 and withdrawn_at is null returning id`,
      [person, purpose, this.options.now(), by],
    );
    if (rows.length === 0) return false;
    await this.options.effects?.[purpose]?.(tx, person);
    return true;
  }
}
