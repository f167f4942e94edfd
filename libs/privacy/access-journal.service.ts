import { randomBytes } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { HouseholdId, PersonId } from '#libs/registry';

import { brokenLinks, CHAIN_BEGIN, linkHash, saltedDigest, type Link } from './chain.rules.js';

/** A look at what is masked or sensitive. */
export interface Look {
  by: PersonId;
  /** Whose data, or which household's page. */
  person?: PersonId;
  household?: HouseholdId;
  field: string;
  reason: string;
  caseId?: string;
}

/** A look as it stands in the journal; the reason is `null` once erased. */
export interface LookRow {
  seq: number;
  at: Instant;
  by: PersonId;
  person: PersonId | null;
  household: HouseholdId | null;
  field: string;
  caseId: string | null;
  reason: string | null;
}

interface StoredLook extends LookRow, Link {
  salt: string | null;
  reasonDigest: string;
}

const COLUMNS = `seq, at, by, person, household, field, case_id as "caseId", reason`;
const CHAIN = `${COLUMNS}, salt, reason_digest as "reasonDigest", prev_hash as "prevHash", hash`;

/** Looks are written one after the other, so that each can be chained to the one before. */
const LOCK = 0x70726976;

/** What an auditor asks for. */
export interface LookQuery {
  by?: PersonId;
  /** Units whose people and households the looks were at. */
  people?: readonly PersonId[];
  before?: number;
  limit: number;
}

/** The journal of looks: append-only, chained. */
export class AccessJournal {
  constructor(private readonly now: () => Instant) {}

  /** Holds the end of the journal until the transaction ends: what is counted before writing stays true. */
  async hold(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(${String(LOCK)})`);
  }

  async record(tx: Tx, look: Look): Promise<void> {
    await this.hold(tx);
    const [last] = await tx.query<Link>(
      `select seq, prev_hash as "prevHash", hash from access_journal order by seq desc limit 1`,
    );
    const { by, field, reason, person = null, household = null, caseId = null } = look;
    const salt = randomBytes(16).toString('hex');
    const said = {
      seq: (last?.seq ?? 0) + 1,
      at: this.now(),
      by,
      person,
      household,
      field,
      caseId,
      reasonDigest: saltedDigest(salt, reason),
    };
    const prevHash = last?.hash ?? CHAIN_BEGIN;
    await tx.query(
      `insert into access_journal (seq, at, by, person, household, field, case_id, reason_digest, reason, salt, prev_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [...Object.values(said), reason, salt, prevHash, linkHash(said, prevHash)],
    );
  }

  /** How often somebody has looked since an instant. */
  async countSince(tx: Tx, by: PersonId, since: Instant): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select count(*) as count from access_journal where by = $1 and at > $2::timestamptz and person is not null`,
      [by, since],
    );
    return row?.count ?? 0;
  }

  /** Who looked at somebody or at their household, newest first. */
  of(tx: Tx, person: PersonId, household: HouseholdId | null): Promise<LookRow[]> {
    return tx.query<LookRow>(
      `select ${COLUMNS} from access_journal where person = $1 or household = $2 order by seq desc`,
      [person, household],
    );
  }

  /** For those who audit, newest first. */
  list(tx: Tx, { by, people, before, limit }: LookQuery): Promise<LookRow[]> {
    return tx.query<LookRow>(
      `select ${COLUMNS} from access_journal
       where ($1::text is null or by = $1) and ($2::text[] is null or person = any($2)) and ($3::int is null or seq < $3)
       order by seq desc limit $4`,
      [by, people, before, limit],
    );
  }

  /** Numbers of the entries that were changed, or were taken out before their successor; empty when all is as written. */
  async broken(tx: Tx): Promise<number[]> {
    const rows = await tx.query<StoredLook>(`select ${CHAIN} from access_journal order by seq`);
    const links = brokenLinks(rows, ({ seq, at, by, person, household, field, caseId, reasonDigest }) => ({
      seq,
      at,
      by,
      person,
      household,
      field,
      caseId,
      reasonDigest,
    }));
    const words = rows
      .filter(({ reason, salt, reasonDigest }) => reason !== null && saltedDigest(salt ?? '', reason) !== reasonDigest)
      .map(({ seq }) => seq);
    return [...new Set([...links, ...words])].sort((a, b) => a - b);
  }

  /** Erases the words about somebody; that there was a look, and whose, stays provable. */
  async eraseReasons(tx: Tx, person: PersonId): Promise<number> {
    const rows = await tx.query<{ seq: number }>(
      `update access_journal set reason = null, salt = null where person = $1 and reason is not null returning seq`,
      [person],
    );
    return rows.length;
  }
}
