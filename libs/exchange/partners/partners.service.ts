import { randomBytes, randomUUID } from 'node:crypto';

import type { Database } from '#libs/database';
import type { LocalDate, PersonId, Registry } from '#libs/registry';
import { idFromName } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { refuse } from '../exchange.refused.js';
import type { IssuedKey, NewPartner, Partner, PartnerRequest, PartnerScope } from './partner.types.js';
import { isFresh, isSignature, signatureOf, SKEW_MS, type Signed } from './signature.rules.js';

const SEAL = 'partner.key';
/** The office by which a partner starts cases at its unit; no account signs in by it. */
const PARTNER_ROLE = 'partner';
const HOUR_MS = 3_600_000;

export interface PartnersOptions {
  database: Database;
  registry: Registry;
  vault: Vault;
  /** The present, ISO 8601 in UTC. */
  now: () => string;
  /** Local day of the present. */
  today: () => LocalDate;
}

const COLUMNS = `p.id, p.code, p.name, p.person, p.unit, p.scopes, p.systems, p.is_active as "isActive", p.created_at as "createdAt"`;

/** The systems we exchange cases with, their keys, and whether a request is really theirs. */
export class Partners {
  constructor(private readonly options: PartnersOptions) {}

  async list(): Promise<Partner[]> {
    return this.options.database.query<Partner>(`select ${COLUMNS} from partners p order by p.code`);
  }

  async byCode(code: string): Promise<Partner | null> {
    const rows = await this.options.database.query<Partner>(`select ${COLUMNS} from partners p where p.code = $1`, [
      code,
    ]);
    return rows[0] ?? null;
  }

  /** Takes in a partner, with the record it acts as. Its first key is made apart. @throws ExchangeRefused when the code is taken. */
  async create(given: NewPartner, by: PersonId): Promise<Partner> {
    const { database, registry, now, today } = this.options;
    const partner: Partner = {
      ...given,
      id: randomUUID(),
      person: idFromName(`partner:${given.code}`),
      isActive: true,
      createdAt: now(),
    };
    await database.transaction(async (tx) => {
      const note = { by, source: 'partner', reason: `partner ${given.code}`, unit: given.unit };
      const { person: id, name, unit } = partner;
      await registry.apply(tx, note, {
        people: [{ id, name, gender: null, birthYear: null, unit, household: null, flags: [] }],
        offices: [
          {
            id: idFromName(`partner-office:${given.code}`),
            person: id,
            unit,
            role: PARTNER_ROLE,
            from: today(),
            to: null,
          },
        ],
      });
      const rows = await tx.query(
        `insert into partners (id, code, name, person, unit, scopes, systems, is_active, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, true, $8) on conflict do nothing returning id`,
        [partner.id, partner.code, name, id, unit, partner.scopes, partner.systems, partner.createdAt],
      );
      if (rows.length === 0) refuse('resource.conflict');
    });
    return partner;
  }

  /** Switches a partner off or on. */
  async switch(code: string, isActive: boolean): Promise<Partner> {
    await this.options.database.query('update partners set is_active = $2 where code = $1', [code, isActive]);
    return (await this.byCode(code)) ?? refuse('partner.unknown');
  }

  /** Makes a new key. The ones before it stay good for `overlapHours`, so that the other side can change over. */
  async issueKey(
    code: string,
    { overlapHours, to = null }: { overlapHours: number; to?: string | null },
  ): Promise<IssuedKey> {
    const { database, vault, now } = this.options;
    const at = now();
    const olderUntil = new Date(new Date(at).getTime() + overlapHours * HOUR_MS).toISOString();
    const key = randomBytes(32).toString('base64url');
    await database.transaction(async (tx) => {
      const [found] = await tx.query<{ id: string }>('select id from partners where code = $1 for update', [code]);
      const id = found?.id ?? refuse('partner.unknown');
      await tx.query(
        'update partner_keys set valid_to = $2 where partner = $1 and (valid_to is null or valid_to > $2::timestamptz)',
        [id, olderUntil],
      );
      await tx.query(
        'insert into partner_keys (id, partner, sealed, valid_from, valid_to) values ($1, $2, $3, $4, $5)',
        [randomUUID(), id, vault.seal(key, SEAL), at, to],
      );
    });
    return { partner: code, key, olderUntil, to };
  }

  /**
   * Finds out whose request it is. Whatever is wrong, the answer is the same: unknown partner, switched off, old key, wrong
   * signature, old time, nonce used before.
   * @throws ExchangeRefused `partner.signature_wrong`, `partner.not_permitted`
   */
  async admit(request: PartnerRequest, scope: PartnerScope): Promise<Partner> {
    const { database, now } = this.options;
    const at = now();
    const [partner] = await database.query<Partner>(
      `select ${COLUMNS} from partners p where p.code = $1 and p.is_active`,
      [request.code],
    );
    const keys = partner === undefined ? [UNKNOWN_KEY] : await this.#keysOf(partner.id, at);
    const isTheirs = isSignature(request.signature, request, keys);
    if (partner === undefined || !isTheirs || !isFresh(request, new Date(at).getTime()))
      refuse('partner.signature_wrong');
    await this.#spend(partner.id, request.nonce, at);
    if (!partner.scopes.includes(scope)) refuse('partner.not_permitted');
    return partner;
  }

  /** A nonce counts once; those too old to be taken anyway are forgotten. */
  async #spend(partner: string, nonce: string, at: string): Promise<void> {
    const { database } = this.options;
    const rows = await database.query(
      'insert into partner_nonces (partner, nonce, at) values ($1, $2, $3) on conflict do nothing returning nonce',
      [partner, nonce, at],
    );
    if (rows.length === 0) refuse('partner.signature_wrong');
    const old = new Date(new Date(at).getTime() - 3 * SKEW_MS).toISOString();
    await database.query('delete from partner_nonces where partner = $1 and at < $2', [partner, old]);
  }

  async #keysOf(partner: string, at: string): Promise<string[]> {
    const rows = await this.options.database.query<{ sealed: string }>(
      `select sealed from partner_keys where partner = $1 and valid_from <= $2::timestamptz
         and (valid_to is null or valid_to > $2::timestamptz) order by valid_from desc`,
      [partner, at],
    );
    return rows.map(({ sealed }) => this.options.vault.open(sealed, SEAL));
  }

  /** Signs an answer with the partner's newest key, over the request's own nonce: it cannot be an answer to anything else. */
  async sign(partner: Partner, signed: Omit<Signed, 'timestamp'>): Promise<{ timestamp: string; signature: string }> {
    const at = this.options.now();
    const [key] = await this.#keysOf(partner.id, at);
    if (key === undefined) refuse('partner.signature_wrong');
    const timestamp = String(Math.floor(new Date(at).getTime() / 1000));
    return { timestamp, signature: signatureOf({ ...signed, timestamp }, key) };
  }
}

/** What is compared with when there is no such partner, so that the time is the same. */
const UNKNOWN_KEY = randomBytes(32).toString('base64url');
