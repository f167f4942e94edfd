import type { Database, Tx } from '#libs/database';

import type { JournalEntry } from './views.types.js';

/*
 * What keepers of accounts read. Transactions commit out of the order of any number, so there is no cursor through all journals:
 * whoever follows them compares the last entry of each case with the last one they have read.
 */

/** How far a journal reaches. */
export interface JournalHead {
  caseId: string;
  workflow: string;
  realm: string;
  /** Last entry. */
  seq: number;
}

/** An entry without what chains it. */
export type JournalLine = Pick<JournalEntry, 'caseId' | 'seq' | 'at' | 'kind' | 'by' | 'body'>;

/** Heads of cases of some workflows in the order of their ids, after one. */
export function journalHeads(
  source: Database | Tx,
  { after, workflows, limit }: { after: string; workflows: readonly string[]; limit: number },
): Promise<JournalHead[]> {
  return source.query<JournalHead>(
    `select id as "caseId", workflow, realm, seq from cases where id > $1 and workflow = any($2::text[])
     order by id limit $3`,
    [after, workflows, limit],
  );
}

/** Heads of these cases; of those of other workflows, none. */
export function journalHeadsOf(
  source: Database | Tx,
  { caseIds, workflows }: { caseIds: readonly string[]; workflows: readonly string[] },
): Promise<JournalHead[]> {
  return source.query<JournalHead>(
    `select id as "caseId", workflow, realm, seq from cases where id = any($1::text[]) and workflow = any($2::text[])`,
    [caseIds, workflows],
  );
}

/** Whole journals, each first to last, with the realm and workflow of the case. */
export function journalLines(
  source: Database | Tx,
  caseIds: readonly string[],
): Promise<(JournalLine & Pick<JournalHead, 'workflow' | 'realm'>)[]> {
  return source.query(
    `select j.case_id as "caseId", j.seq, j.at, j.kind, j.by, j.body, c.workflow, c.realm
     from journal j join cases c on c.id = j.case_id where j.case_id = any($1::text[]) order by j.case_id, j.seq`,
    [caseIds],
  );
}
