import type { Tx } from '#libs/database';

import type {
  RegisterEntry,
  RegisterKind,
  RegisterRow,
  RegisterState,
  RegisterVersion,
  Signature,
} from './registers.vocabulary.js';

const ENTRY = `e.id, e.unit, e.kind, e.year, e.number, e.version, v.title, e.state, v.in_force_from as "inForceFrom",
  e.ended_on as "endedOn", e.end_reason as "endReason", e.entered_at as "enteredAt"`;
const FROM = `register_entries e join register_versions v on v.entry = e.id and v.version = e.version`;
const VERSION = `version, title, text, document, case_id as "caseId", decided_by as "decidedBy", certificate, adopted_on as "adoptedOn",
  in_force_from as "inForceFrom", checked_by as "checkedBy", checked_on as "checkedOn", finding, filed_with as "filedWith",
  filing_number as "filingNumber", filed_on as "filedOn", filed_by_silence as "filedBySilence", digest, entered_at as "enteredAt"`;
const SIGNATURE = `entry, version, person, capacity, office, is_named as "isNamed", signed_at as "signedAt", withdrawn_at as "withdrawnAt"`;

/** Which lines of the registers. */
export interface RegisterQuestion {
  units: readonly string[];
  kind?: RegisterKind;
  year?: number;
  state?: RegisterState;
  /** The last line of the page before. */
  before?: { at: string; id: string };
  limit: number;
}

/** Lines of the registers, what was entered last first. */
export async function registerRows(tx: Tx, question: RegisterQuestion): Promise<RegisterRow[]> {
  const { units, kind, year, state, before, limit } = question;
  return tx.query<RegisterRow>(
    `select ${ENTRY} from ${FROM}
     where e.unit = any($1::text[]) and ($2::text is null or e.kind = $2) and ($3::int is null or e.year = $3)
       and ($4::text is null or e.state = $4)
       and ($5::timestamptz is null or (e.entered_at, e.id) < ($5::timestamptz, $6::text))
     order by e.entered_at desc, e.id desc limit $7`,
    [units, kind ?? null, year ?? null, state ?? null, before?.at ?? null, before?.id ?? null, limit],
  );
}

/** An entry with all its versions and signatures; null: there is none. */
export async function registerEntry(tx: Tx, id: string): Promise<RegisterEntry | null> {
  const [row] = await tx.query<RegisterRow>(`select ${ENTRY} from ${FROM} where e.id = $1`, [id]);
  if (row === undefined) return null;
  const versions = await tx.query<RegisterVersion>(
    `select ${VERSION} from register_versions where entry = $1 order by register_versions.version desc`,
    [id],
  );
  const signatures = await tx.query<Signature>(
    `select ${SIGNATURE} from register_signatures where entry = $1 order by signed_at, id`,
    [id],
  );
  return { ...row, versions, signatures };
}

/** What a case has entered; null: nothing. */
export async function enteredBy(
  tx: Tx,
  caseId: string,
): Promise<{ entry: string; version: number; number: string; digest: string } | null> {
  const rows = await tx.query<{ entry: string; version: number; number: string; digest: string }>(
    `select v.entry, v.version, e.number, v.digest from register_versions v join register_entries e on e.id = v.entry
     where v.case_id = $1`,
    [caseId],
  );
  return rows[0] ?? null;
}

/** The newest rules of procedure in force at a unit, with the document they were made from. */
export async function procedureInForce(
  tx: Tx,
  unit: string,
): Promise<{ entry: string; version: number; number: string; document: string | null } | null> {
  const rows = await tx.query<{ entry: string; version: number; number: string; document: string | null }>(
    `select e.id as entry, e.version, e.number, v.document from ${FROM}
     where e.unit = $1 and e.kind = 'procedure' and e.state = 'inForce' order by e.entered_at desc, e.id desc limit 1`,
    [unit],
  );
  return rows[0] ?? null;
}
