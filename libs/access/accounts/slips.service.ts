import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { PersonRecord } from '#libs/registry';

import { AccountRefused } from './account-refused.js';
import type { CodeKind } from './accounts.entity.js';
import type { AccountsParts } from './parts.js';
import { secondsAfter } from './parts.js';
import { hashOf, newReadableCode, newSerial } from './secret.rules.js';
import { canHaveAccount, slipState } from './slip.rules.js';
import type { SlipState } from './slip.rules.js';
import { isStaff } from './staff.rules.js';

/** Slips that are asked for. */
export interface SlipOrder {
  /** Everybody or everything in it, unless `subjects` are named, which must all be in it. */
  unit: string;
  kind: 'household' | 'person';
  subjects?: readonly string[] | undefined;
  /** Person who issues them. */
  by: string;
  /** Manages accounts there: may issue slips for people with an office, and for those who have a way in of their own. */
  managesAccounts: boolean;
}

/** A slip with the code, which is known this once. */
export interface IssuedSlip {
  id: string;
  number: string;
  code: string;
  kind: 'household' | 'person';
  subject: string;
  building: string;
  /** Flat of a household, name of a person: printed so that the slip finds its door. */
  label: string;
  expiresAt: string;
}

/** A slip in the list: everything but the code. */
export interface SlipRow {
  id: string;
  number: string;
  kind: CodeKind;
  subject: string;
  unit: string;
  issuedBy: string;
  issuedAt: string;
  expiresAt: string;
  usedAt: string | null;
  revokedAt: string | null;
}

/** Most slips of one order: a residential quarter, and a print of a few hundred pages. */
export const MOST_SLIPS = 5000;

const ROW = `id, number, kind, subject, unit, issued_by as "issuedBy", issued_at as "issuedAt", expires_at as "expiresAt",
  used_at as "usedAt", revoked_at as "revokedAt"`;

interface Subject {
  subject: string;
  unit: string;
  building: string;
  label: string;
  staff: boolean;
}

/** Invitation slips: the way in for residents who have no account yet. Only hashes of their codes are kept. */
export class Slips {
  constructor(private readonly parts: AccountsParts) {}

  /**
   * Issues slips; an open one for the same household or person is revoked, so that one is good at a time. Households where
   * nobody needs one are left out.
   * @throws AccountRefused `resource.unknown` for a subject outside the unit, `slip.needs_operator`, `slip.too_many`.
   */
  async issue(tx: Tx, order: SlipOrder): Promise<IssuedSlip[]> {
    const subjects = order.kind === 'household' ? await this.#households(tx, order) : await this.#people(tx, order);
    if (subjects.length > MOST_SLIPS) throw new AccountRefused('slip.too_many', { params: { most: MOST_SLIPS } });
    const now = this.parts.now();
    const expiresAt = secondsAfter(now, this.parts.policy.slipLifetime);
    const issued = subjects.map((subject) => ({
      ...subject,
      id: randomUUID(),
      number: newSerial(),
      code: newReadableCode(),
    }));
    await tx.query(
      `update slips set revoked_at = $3, revoked_by = $4 where kind = $1 and subject = any($2) and used_at is null
         and revoked_at is null`,
      [order.kind, subjects.map(({ subject }) => subject), now, order.by],
    );
    await this.#insert(tx, order, { issued, now, expiresAt });
    return issued.map(({ id, number, code, subject, building, label }) => ({
      ...{ id, number, code, subject, building, label, expiresAt },
      kind: order.kind,
    }));
  }

  async #insert(
    tx: Tx,
    { kind, by, managesAccounts }: SlipOrder,
    batch: { issued: (Subject & { id: string; number: string; code: string })[]; now: string; expiresAt: string },
  ): Promise<void> {
    const rows = batch.issued.map(({ id, number, code, subject, unit, staff }) => ({
      ...{ id, number, subject, unit },
      hash: hashOf(code),
      staff: staff && managesAccounts,
    }));
    await tx.query(
      `insert into slips (id, number, hash, kind, subject, unit, batch, staff, issued_by, issued_at, expires_at)
       select r.id, r.number, r.hash, $2, r.subject, r.unit, $3, r.staff, $4, $5, $6
       from jsonb_to_recordset($1::jsonb) as r(id text, number text, hash text, subject text, unit text, staff boolean)`,
      [JSON.stringify(rows), kind, randomUUID(), by, batch.now, batch.expiresAt],
    );
  }

  async #households(tx: Tx, { unit, subjects }: SlipOrder): Promise<Subject[]> {
    const { registry, today } = this.parts;
    const all = await registry.households(tx, unit);
    const chosen = subjects === undefined ? all : all.filter(({ id }) => subjects.includes(id));
    if (subjects !== undefined && chosen.length !== new Set(subjects).size)
      throw new AccountRefused('resource.unknown');
    const people = (await registry.peopleWithin(tx, unit)).filter((person) => canHaveAccount(person, today()));
    const closed = await this.peopleWithWayIn(
      tx,
      people.map(({ id }) => id),
    );
    const inviting = new Set(people.filter(({ id }) => !closed.has(id)).map(({ household }) => household));
    return chosen
      .filter(({ id }) => inviting.has(id))
      .map(({ id, stairwell, building, flat }) => ({
        subject: id,
        unit: stairwell,
        building,
        label: flat,
        staff: false,
      }));
  }

  async #people(tx: Tx, { unit, subjects, managesAccounts }: SlipOrder): Promise<Subject[]> {
    const { registry, today } = this.parts;
    const all = (await registry.peopleWithin(tx, unit)).filter((person) => canHaveAccount(person, today()));
    const named = subjects === undefined ? all : all.filter(({ id }) => subjects.includes(id));
    if (subjects !== undefined && named.length !== new Set(subjects).size) throw new AccountRefused('resource.unknown');
    const withWayIn = await this.peopleWithWayIn(
      tx,
      named.map(({ id }) => id),
    );
    const found: Subject[] = [];
    for (const { id, name, unit: home } of named) {
      const staff = isStaff(await registry.grantsOf(tx, id, today()));
      const needsOperator = staff || withWayIn.has(id);
      if (needsOperator && subjects !== undefined && !managesAccounts) throw new AccountRefused('slip.needs_operator');
      if (!needsOperator || subjects !== undefined)
        found.push({ subject: id, unit: home, building: home, label: name, staff: needsOperator });
    }
    return found;
  }

  /** Those who come in with a password, by single sign-on or with a second factor: no slip of a neighbour opens their account. */
  async peopleWithWayIn(tx: Tx, people: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ person: string }>(
      `select a.person from accounts a where a.person = any($1) and a.status <> 'closed' and
         (a.status = 'locked' or a.password_hash is not null or a.totp_secret is not null
          or exists (select from account_identities i where i.account = a.id))`,
      [people],
    );
    return new Set(rows.map(({ person }) => person));
  }

  /** People of a household, or the one person, whom a slip can let in; empty: nobody. */
  async candidates(tx: Tx, slip: { kind: CodeKind; subject: string; staff: boolean }): Promise<PersonRecord[]> {
    const { registry, today } = this.parts;
    if (slip.kind === 'reset') return [];
    if (slip.kind === 'person') {
      const person = await registry.person(tx, slip.subject);
      return person === null ? [] : this.#enterable(tx, [person], slip.staff);
    }
    const household = await registry.household(tx, slip.subject);
    if (household === null) return [];
    const neighbours = await registry.peopleWithin(tx, household.stairwell);
    const members = neighbours.filter((one) => one.household === household.id && canHaveAccount(one, today()));
    return this.#enterable(tx, members, slip.staff);
  }

  /** Checked again when the slip is used: an office or a password may have come since. */
  async #enterable(tx: Tx, people: readonly PersonRecord[], forStaff: boolean): Promise<PersonRecord[]> {
    const { registry, today } = this.parts;
    const living = people.filter((person) => canHaveAccount(person, today()));
    if (forStaff) return living;
    const withWayIn = await this.peopleWithWayIn(
      tx,
      living.map(({ id }) => id),
    );
    const open: PersonRecord[] = [];
    for (const person of living)
      if (!withWayIn.has(person.id) && !isStaff(await registry.grantsOf(tx, person.id, today()))) open.push(person);
    return open;
  }

  /** Slips issued for these units, newest first, one row more than asked for when there is a next page. */
  async list(
    tx: Tx,
    question: { units: readonly string[]; limit: number; before?: { at: string; id: string } },
  ): Promise<(SlipRow & { state: SlipState })[]> {
    const { units, limit, before } = question;
    const rows = await tx.query<SlipRow>(
      `select ${ROW} from slips where unit = any($1) and kind <> 'reset'
         and ($2::timestamptz is null or (issued_at, id) < ($2::timestamptz, $3::text))
       order by issued_at desc, id desc limit $4`,
      [units, before?.at ?? null, before?.id ?? null, limit + 1],
    );
    const now = this.parts.now();
    return rows.map((row) => ({ ...row, state: slipState(row, now) }));
  }

  async read(tx: Tx, id: string): Promise<SlipRow | null> {
    return (await tx.query<SlipRow>(`select ${ROW} from slips where id = $1 and kind <> 'reset'`, [id]))[0] ?? null;
  }

  /** Makes a slip worthless; one that was used stays used. */
  async revoke(tx: Tx, id: string, by: string): Promise<void> {
    await tx.query(
      'update slips set revoked_at = $2, revoked_by = $3 where id = $1 and used_at is null and revoked_at is null',
      [id, this.parts.now(), by],
    );
  }

  /** A code with which the owner of an account sets a new password; codes given out before are worth nothing. */
  async issueReset(
    tx: Tx,
    reset: { account: string; unit: string; by: string },
  ): Promise<{ code: string; expiresAt: string }> {
    const now = this.parts.now();
    const code = newReadableCode();
    const expiresAt = secondsAfter(now, this.parts.policy.resetLifetime);
    await tx.query(
      `update slips set revoked_at = $2, revoked_by = $3 where kind = 'reset' and subject = $1 and used_at is null
         and revoked_at is null`,
      [reset.account, now, reset.by],
    );
    await tx.query(
      `insert into slips (id, number, hash, kind, subject, unit, batch, staff, issued_by, issued_at, expires_at)
       values ($1, $2, $3, 'reset', $4, $5, $1, true, $6, $7, $8)`,
      [randomUUID(), newSerial(), hashOf(code), reset.account, reset.unit, reset.by, now, expiresAt],
    );
    return { code, expiresAt };
  }
}
