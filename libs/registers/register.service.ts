import { createHash, randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { JsonObject } from '#libs/engine';
import canonicalize from 'canonicalize';

import { nextNumber, numberOf } from './numbering.js';
import { enteredBy } from './register.read.js';
import { RegistersRefused } from './registers.refused.js';
import type { Entered, Filing, LocalDate, NewSignature, RegisterOrder, RegisterState } from './registers.vocabulary.js';
import { settledBy } from './verdict.rules.js';
import type { DecisionRules } from './rules.service.js';

/** What the register has to know of the place: its name, and what is above it. */
export interface Place {
  /** Name of the unit, for the number. */
  name: string;
  /** The unit and those above it, nearest first. */
  lineage: readonly string[];
}

/** How an entry ends. */
export interface RegisterEnding {
  entry: string;
  state: Exclude<RegisterState, 'inForce'>;
  on: LocalDate;
  /** Case that ended it. */
  caseId: string;
  reason: string;
}

interface Held {
  id: string;
  unit: string;
  kind: RegisterOrder['kind'];
  version: number;
  state: RegisterState;
  number: string;
}

/** The register of resolutions, covenants, pledges and rules of procedure. Every change in the transaction it is given. */
export class Register {
  constructor(private readonly rules: DecisionRules) {}

  /**
   * Enters a text: a new number, or the next version of the number it revises. A case enters once; asked again it answers the same.
   * @throws RegistersRefused `register.*`, `resource.unknown`
   */
  async enter(tx: Tx, order: RegisterOrder, place: Place): Promise<Entered> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('register:' || $1, 0))`, [order.caseId]);
    const known = await enteredBy(tx, order.caseId);
    if (known !== null) return known;
    refuseUnready(order);
    const certificate = await this.#finalCertificate(tx, order, place);
    const entry = order.revises === null ? await this.#begin(tx, order, place) : await this.#revise(tx, order);
    const digest = digestOf({ ...order, certificate, number: entry.number, version: entry.version });
    await writeVersion(tx, { ...order, certificate, digest, entry: entry.id, version: entry.version });
    for (const signature of order.signatures) await this.#sign(tx, entry, signature);
    return { entry: entry.id, version: entry.version, number: entry.number, digest };
  }

  /** A certificate that passed for good: its own, or what the confirmed rule makes of its counts. */
  async #finalCertificate(tx: Tx, { kind, decision }: RegisterOrder, { lineage }: Place): Promise<JsonObject | null> {
    if (decision === null) {
      if (kind === 'resolution' || kind === 'covenant') throw new RegistersRefused('register.not_adopted');
      return null;
    }
    const settled = await this.settle(tx, decision.certificate, lineage);
    if (settled.state === 'provisional' || settled.state === 'recount')
      throw new RegistersRefused('register.provisional', { params: { rule: settled.rule } });
    if (settled.state === 'none' || settled.verdict !== 'passed') throw new RegistersRefused('register.not_adopted');
    return settled.certificate;
  }

  /** What a certificate comes to by the rule in force now for the day of its count. */
  async settle(tx: Tx, certificate: unknown, lineage: readonly string[]) {
    const cited = settledBy(certificate, null);
    if (cited.state !== 'provisional') return cited;
    const { on } = certificate as { on: string };
    const inForce = await this.rules.inForce(tx, { id: cited.rule, lineage, on });
    return settledBy(certificate, inForce?.rule ?? null);
  }

  async #begin(tx: Tx, { unit, kind, at, adoptedOn }: RegisterOrder, { name }: Place): Promise<Held> {
    const year = Number(adoptedOn.slice(0, 4));
    const n = await nextNumber(tx, { unit, kind, year });
    const number = numberOf({ unitName: name, kind, year, n });
    const id = randomUUID();
    await tx.query(
      `insert into register_entries (id, unit, kind, year, n, number, version, state, entered_at)
       values ($1, $2, $3, $4, $5, $6, 1, 'inForce', $7)`,
      [id, unit, kind, year, n, number, at],
    );
    return { id, unit, kind, version: 1, state: 'inForce', number };
  }

  async #revise(tx: Tx, { unit, kind, revises }: RegisterOrder): Promise<Held> {
    const held = await hold(tx, revises?.entry ?? '');
    if (held.unit !== unit || held.kind !== kind) throw new RegistersRefused('register.other_register');
    if (held.state !== 'inForce') throw new RegistersRefused('register.not_in_force');
    if (held.version !== revises?.version)
      throw new RegistersRefused('register.version_stale', { params: { newest: held.version } });
    const version = held.version + 1;
    await tx.query(`update register_entries set version = $2 where id = $1`, [held.id, version]);
    return { ...held, version };
  }

  /**
   * Ends an entry. Ended by the same case again, nothing changes.
   * @throws RegistersRefused `resource.unknown`, `register.not_in_force`
   */
  async end(tx: Tx, { entry, state, on, caseId, reason }: RegisterEnding): Promise<{ number: string }> {
    const held = await hold(tx, entry);
    if (held.state !== 'inForce') {
      const [ended] = await tx.query<{ by: string | null }>(
        `select ended_by as by from register_entries where id = $1`,
        [entry],
      );
      if (ended?.by === caseId) return held;
      throw new RegistersRefused('register.not_in_force');
    }
    await tx.query(
      `update register_entries set state = $2, ended_on = $3, ended_by = $4, end_reason = $5 where id = $1`,
      [entry, state, on, caseId, reason],
    );
    return held;
  }

  /**
   * Somebody joins a pledge. Whoever has signed already stays signed, and may change whether they are named.
   * @throws RegistersRefused `resource.unknown`, `register.signatories_only`, `register.not_in_force`
   */
  async join(tx: Tx, entry: string, signature: Omit<NewSignature, 'capacity' | 'office'>): Promise<void> {
    const held = await this.#pledge(tx, entry);
    await this.#sign(tx, held, { ...signature, capacity: 'signatory', office: null });
  }

  /** Somebody leaves a pledge: it binds them no longer. Whoever has not signed leaves nothing. */
  async leave(tx: Tx, entry: string, { person, at }: { person: string; at: string }): Promise<void> {
    const held = await this.#pledge(tx, entry);
    await tx.query(
      `update register_signatures set withdrawn_at = $4
       where entry = $1 and version = $2 and person = $3 and capacity = 'signatory' and withdrawn_at is null`,
      [held.id, held.version, person, at],
    );
  }

  async #pledge(tx: Tx, entry: string): Promise<Held> {
    const held = await hold(tx, entry);
    if (held.kind !== 'pledge') throw new RegistersRefused('register.signatories_only');
    if (held.state !== 'inForce') throw new RegistersRefused('register.not_in_force');
    return held;
  }

  async #sign(tx: Tx, { id, version }: Held, { person, capacity, office, isNamed, at }: NewSignature): Promise<void> {
    await tx.query(
      `insert into register_signatures (id, entry, version, person, capacity, office, is_named, signed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (entry, version, person, capacity) where withdrawn_at is null do update set is_named = excluded.is_named`,
      [randomUUID(), id, version, person, capacity, office, isNamed, at],
    );
  }

  /**
   * Records the filing of what was entered without one, such as a resolution. Once.
   * @throws RegistersRefused `resource.unknown`, `register.filed_already`
   */
  async file(tx: Tx, { entry, version }: { entry: string; version: number }, filing: Filing): Promise<void> {
    const held = await hold(tx, entry);
    if (version > held.version || version < 1) throw new RegistersRefused('resource.unknown');
    const rows = await tx.query(
      `update register_versions set filed_with = $3, filing_number = $4, filed_on = $5, filed_by_silence = $6
       where entry = $1 and version = $2 and filed_on is null returning entry`,
      [entry, version, filing.with, filing.number, filing.on, filing.bySilence],
    );
    if (rows.length === 0) throw new RegistersRefused('register.filed_already');
  }

  /** Keeps a generated document as it is now; the same content is the same document. Answers its fingerprint. */
  async keepDocument(tx: Tx, { unit, body, at }: { unit: string; body: JsonObject; at: string }): Promise<string> {
    const id = fingerprintOf(body);
    await tx.query(
      `insert into register_documents (id, unit, body, made_at) values ($1, $2, $3, $4) on conflict (id) do nothing`,
      [id, unit, body, at],
    );
    return id;
  }

  async document(tx: Tx, id: string): Promise<JsonObject | null> {
    const rows = await tx.query<{ body: JsonObject }>(`select body from register_documents where id = $1`, [id]);
    return rows[0]?.body ?? null;
  }
}

/** SHA-256 in hex of a document in canonical JSON (RFC 8785). */
export function fingerprintOf(body: JsonObject): string {
  return createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest('hex');
}

/** What makes a version this version; anybody can reckon it again from what is printed and published. */
export interface Digested {
  number: string;
  version: number;
  title: string;
  text: string;
  adoptedOn: LocalDate;
  inForceFrom: LocalDate;
  document: string | null;
  certificate: JsonObject | null;
}

export function digestOf(entered: Digested): string {
  const { number, version, title, text, adoptedOn, inForceFrom, document, certificate } = entered;
  return fingerprintOf({ number, version, title, text, adoptedOn, inForceFrom, document, certificate });
}

function refuseUnready({ kind, check, filing, signatures }: RegisterOrder): void {
  if ((kind === 'covenant' || kind === 'procedure') && check === null) throw new RegistersRefused('register.unchecked');
  if (kind === 'covenant' && filing === null) throw new RegistersRefused('register.not_filed');
  const needed = kind === 'pledge' ? 'signatory' : 'chair';
  if (!signatures.some(({ capacity }) => capacity === needed)) throw new RegistersRefused('register.unsigned');
}

async function hold(tx: Tx, id: string): Promise<Held> {
  const [held] = await tx.query<Held>(
    `select id, unit, kind, version, state, number from register_entries where id = $1 for update`,
    [id],
  );
  if (held === undefined) throw new RegistersRefused('resource.unknown');
  return held;
}

type Written = RegisterOrder & { entry: string; version: number; digest: string; certificate: JsonObject | null };

async function writeVersion(tx: Tx, written: Written): Promise<void> {
  const { entry, version, title, text, document, caseId, decision, certificate, digest, at } = written;
  const { adoptedOn, inForceFrom, check, filing } = written;
  await tx.query(
    `insert into register_versions (entry, version, title, text, document, case_id, decided_by, certificate, adopted_on, in_force_from,
       checked_by, checked_on, finding, filed_with, filing_number, filed_on, filed_by_silence, digest, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      ...[entry, version, title, text, document, caseId, decision?.caseId ?? null, certificate, adoptedOn, inForceFrom],
      ...[check?.by ?? null, check?.on ?? null, check?.finding ?? null],
      ...[filing?.with ?? null, filing?.number ?? null, filing?.on ?? null, filing?.bySilence ?? null, digest, at],
    ],
  );
}
