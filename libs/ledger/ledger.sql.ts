import type { AccountFacts } from '#libs/contract';
import type { Tx } from '#libs/database';

import type { LedgerLine } from './entries.rules.js';
import { changeSums } from './sums.sql.js';

/** Facts of a case as they are kept. */
export interface KeptFacts {
  caseId: string;
  realm: string;
  workflow: string;
  seq: number;
  folds: number;
  about: string | null;
  facts: AccountFacts | null;
}

const FACTS = `case_id as "caseId", realm, workflow, seq, folds, about, facts`;

/** One projector at a time: what follows from several journals is then never made from an older one of them. */
export async function holdLedger(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('minyi.ledger'))`);
}

export function keptFacts(tx: Tx, caseIds: readonly string[]): Promise<KeptFacts[]> {
  return tx.query<KeptFacts>(`select ${FACTS} from ledger_facts where case_id = any($1::text[])`, [caseIds]);
}

/** Facts of cases of a workflow that are about any of these. */
export function factsAbout(tx: Tx, about: readonly string[], workflow: string): Promise<KeptFacts[]> {
  return tx.query<KeptFacts>(
    `select ${FACTS} from ledger_facts where about = any($1::text[]) and workflow = $2 order by case_id`,
    [about, workflow],
  );
}

export async function keepFacts(tx: Tx, rows: readonly KeptFacts[]): Promise<void> {
  const kept = rows.map((row) => snakeCased({ ...row }));
  await tx.query(
    `insert into ledger_facts as f select * from jsonb_populate_recordset(null::ledger_facts, $1::jsonb)
     on conflict (case_id) do update set seq = excluded.seq, folds = excluded.folds, about = excluded.about, facts = excluded.facts`,
    [JSON.stringify(kept)],
  );
}

/** Puts the lines of these cases in the place of those there are, and brings the sums after them. The caller holds the ledger. */
export async function replaceLines(tx: Tx, caseIds: readonly string[], lines: readonly LedgerLine[]): Promise<void> {
  const rows = JSON.stringify(lines.map((line) => snakeCased({ ...line })));
  await changeSums(tx, caseIds, rows);
  await tx.query(`delete from ledger_entries where case_id = any($1::text[])`, [caseIds]);
  if (lines.length === 0) return;
  await tx.query(`insert into ledger_entries select * from jsonb_populate_recordset(null::ledger_entries, $1::jsonb)`, [
    rows,
  ]);
}

/** A case that needs an account number: under which unit and year, in which order. */
export interface Unnumbered {
  caseId: string;
  realm: string;
  unit: string;
  code: string;
  year: number;
  openedAt: string;
}

/** Gives the next numbers, without gaps; the holder of the ledger is alone. */
export async function giveNumbers(tx: Tx, wanted: readonly Unnumbered[]): Promise<void> {
  if (wanted.length === 0) return;
  const params = [JSON.stringify(wanted.map((one) => snakeCased({ ...one })))];
  await tx.query(
    `with wanted as (
       select * from jsonb_to_recordset($1::jsonb)
         as w(case_id text, realm text, unit text, code text, year int, opened_at timestamptz)),
     fresh as (
       select w.*, row_number() over (partition by realm, unit, year order by opened_at, case_id) as nth from wanted w
       where not exists (select 1 from ledger_numbers k where k.case_id = w.case_id)),
     numbered as (
       select f.*, f.nth + coalesce((select max(k.n) from ledger_numbers k
         where k.realm = f.realm and k.unit = f.unit and k.year = f.year), 0) as n from fresh f)
     insert into ledger_numbers (case_id, realm, unit, year, n, number)
     select case_id, realm, unit, year, n, year || '-' || code || '-' || lpad(n::text, greatest(6, length(n::text)), '0')
     from numbered`,
    params,
  );
}

/** `openedAt` is the column `opened_at`. */
function snakeCased(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
