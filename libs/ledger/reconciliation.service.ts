import { journalHeads, journalLines } from '#libs/cases';
import type { Database, Tx } from '#libs/database';
import type { JsonObject } from '#libs/engine';
import { v7 as uuidV7 } from 'uuid';

import { asContent, digestOf } from './document.rules.js';
import type { LedgerLine } from './entries.rules.js';
import { LedgerRefused } from './ledger.refused.js';
import type { Projector } from './projector.service.js';
import type { SheetDifference } from './ledger.vocabulary.js';

export interface ReconciliationParts {
  database: Database;
  projector: Projector;
  realm: string;
  now: () => string;
  /** Every id a person goes by: two records of one person are not two people. */
  idsOf: (tx: Tx, person: string) => Promise<string[]>;
}

/** Who has a month of a unit checked; `key` names the request. */
export interface Checking {
  unit: string;
  month: number;
  by: string;
  key?: string | undefined;
}

/** A month's account of a unit, checked and perhaps signed. */
export interface Reconciliation {
  id: string;
  unit: string;
  month: number;
  content: JsonObject;
  digest: string;
  differences: SheetDifference[];
  checkedBy: string;
  checkedAt: string;
  signedBy: string | null;
  signedAt: string | null;
  remark: string | null;
}

/** Workflows whose cases are entries. */
const ENTRIES = ['issue', 'task'];
const HEADS_AT_ONCE = 2_000;
const JOURNALS_AT_ONCE = 200;

const COLUMNS = `id, unit, month, content, digest, differences, checked_by as "checkedBy", checked_at as "checkedAt",
  signed_by as "signedBy", signed_at as "signedAt", remark`;

/** What a month's sheet says of each line; a change of any of them is a difference. */
const COMPARED = [
  'unit',
  'dispatcher',
  'opened_at',
  'due_at',
  'finished_at',
  'ended_at',
  'ending',
  'responded',
  'on_time',
  'is_returned',
  'is_redone',
  'extensions',
  'solved',
  'satisfied',
  'answered',
  'excluded',
] as const;
type Row = Record<(typeof COMPARED)[number], unknown> & { case_id: string; turn: number };

/**
 * 对账: once a month a unit's account is held against the journals, line by line; whoever checks is not the one who signs. The
 * sheet and what differed are kept with a digest and never altered.
 */
export class Reconciliations {
  constructor(private readonly parts: ReconciliationParts) {}

  /**
   * Compares the account with the journals as they are now. The sheet waits for a second person. Asked again under the same `key` by
   * the same person it is the same sheet.
   * @throws LedgerRefused when the key stands for another unit or month
   */
  async check(tx: Tx, { unit, month, by, key }: Checking): Promise<Reconciliation> {
    const { realm, now } = this.parts;
    const made = key === undefined ? null : await this.#madeBefore(tx, { unit, month, by, key });
    if (made !== null) return made;
    const kept = await this.#kept(tx, unit, month);
    const differences = [...(await this.#differences(tx, kept)), ...(await this.#missing(tx, { unit, month, kept }))];
    const content = asContent({ unit, month, lines: kept, count: kept.length, differences });
    const id = uuidV7();
    const [row] = await tx.query<Reconciliation>(
      `insert into ledger_reconciliations (id, realm, unit, month, content, digest, differences, checked_by, checked_at, key)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (realm, checked_by, key) do nothing returning ${COLUMNS}`,
      [id, realm, unit, month, content, digestOf(content), JSON.stringify(differences), by, now(), key ?? null],
    );
    // the same request twice at once: the other one has written it
    const sheet = row ?? (key === undefined ? null : await this.#madeBefore(tx, { unit, month, by, key }));
    if (sheet === null) throw new Error('a written sheet is not there');
    return sheet;
  }

  /**
   * Signed again with the same words by the same person it stays as it is.
   * @throws LedgerRefused when there is no such sheet, it is signed, differs from the journals, or was checked by the same person
   */
  async sign(tx: Tx, { id, by, remark }: { id: string; by: string; remark: string | null }): Promise<Reconciliation> {
    const sheet = await this.read(tx, id, 'for update');
    if (sheet === null) throw new LedgerRefused('ledger.sheet_unknown');
    if (sheet.signedAt !== null && sheet.signedBy === by && sheet.remark === remark) return sheet;
    if (sheet.signedAt !== null) throw new LedgerRefused('ledger.sheet_signed');
    const ids = await this.parts.idsOf(tx, sheet.checkedBy);
    if (ids.includes(by) || by === sheet.checkedBy) throw new LedgerRefused('ledger.same_person');
    if (sheet.differences.length > 0 && remark === null) throw new LedgerRefused('ledger.differences');
    const [row] = await tx.query<Reconciliation>(
      `update ledger_reconciliations set signed_by = $2, signed_at = $3, remark = $4 where id = $1 returning ${COLUMNS}`,
      [id, by, this.parts.now(), remark],
    );
    return row ?? sheet;
  }

  async read(tx: Tx, id: string, lock: '' | 'for update' = ''): Promise<Reconciliation | null> {
    const rows = await tx.query<Reconciliation>(
      `select ${COLUMNS} from ledger_reconciliations where id = $1 and realm = $2 ${lock}`,
      [id, this.parts.realm],
    );
    return rows[0] ?? null;
  }

  /** Sheets of a unit, newest first. */
  list(tx: Tx, unit: string): Promise<Reconciliation[]> {
    return tx.query<Reconciliation>(
      `select ${COLUMNS} from ledger_reconciliations where realm = $1 and unit = $2 order by month desc, checked_at desc limit 100`,
      [this.parts.realm, unit],
    );
  }

  #kept(tx: Tx, unit: string, month: number): Promise<Row[]> {
    return tx.query<Row>(
      `select case_id, turn, ${COMPARED.join(', ')} from ledger_entries
       where realm = $1 and opened_month = $2 and not is_confidential and $3 in (unit, community, street, district)
       order by case_id, turn`,
      [this.parts.realm, month, unit],
    );
  }

  async #madeBefore(tx: Tx, { unit, month, by, key }: Checking & { key: string }): Promise<Reconciliation | null> {
    const [made] = await tx.query<Reconciliation>(
      `select ${COLUMNS} from ledger_reconciliations where realm = $1 and checked_by = $2 and key = $3`,
      [this.parts.realm, by, key],
    );
    if (made === undefined) return null;
    if (made.unit !== unit || made.month !== month) throw new LedgerRefused('idempotency.key_reused');
    return made;
  }

  /** Lines the journals have of this unit and month, of cases of which the account has none here. */
  async #missing(
    tx: Tx,
    { unit, month, kept }: { unit: string; month: number; kept: readonly Row[] },
  ): Promise<SheetDifference[]> {
    const { realm, projector } = this.parts;
    const known = new Set(kept.map(({ case_id }) => case_id));
    const found: SheetDifference[] = [];
    for (let after = ''; ;) {
      const heads = await journalHeads(tx, { after, workflows: ENTRIES, limit: HEADS_AT_ONCE });
      const last = heads.at(-1);
      if (last === undefined) return found;
      after = last.caseId;
      const own = heads.filter((head) => head.realm === realm && !known.has(head.caseId)).map(({ caseId }) => caseId);
      const incomplete = await incompleteOf(tx, own);
      for (let from = 0; from < incomplete.length; from += JOURNALS_AT_ONCE) {
        const lines = await projector.linesFrom(
          tx,
          await journalLines(tx, incomplete.slice(from, from + JOURNALS_AT_ONCE)),
        );
        found.push(
          ...lines
            .filter((line) => isOnSheet(line, unit, month))
            .map(rowOf)
            .map(missing),
        );
      }
    }
  }

  /** Lines made anew from the journals, beside those that are kept. */
  async #differences(tx: Tx, kept: readonly Row[]): Promise<SheetDifference[]> {
    const { projector } = this.parts;
    const ids = [...new Set(kept.map((row) => row.case_id))];
    const found: SheetDifference[] = [];
    for (let from = 0; from < ids.length; from += JOURNALS_AT_ONCE) {
      const some = ids.slice(from, from + JOURNALS_AT_ONCE);
      const journals = await journalLines(tx, some);
      const lines = await projector.linesFrom(tx, journals);
      found.push(
        ...compared(
          kept.filter((row) => some.includes(row.case_id)),
          lines.map(rowOf),
        ),
      );
    }
    return found;
  }
}

function rowOf(line: LedgerLine): Row {
  const snake = Object.fromEntries(
    Object.entries(line).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
  return snake as Row;
}

function compared(kept: readonly Row[], made: readonly Row[]): SheetDifference[] {
  const anew = new Map(made.map((row) => [keyOf(row), row]));
  const differences = kept.flatMap((row): SheetDifference[] => {
    const other = anew.get(keyOf(row));
    if (other === undefined) return [{ caseId: row.case_id, what: 'extra', account: keyOf(row), journal: null }];
    anew.delete(keyOf(row));
    return COMPARED.filter((column) => textOf(row[column]) !== textOf(other[column])).map((column) => ({
      ...{ caseId: row.case_id, what: column, account: textOf(row[column]), journal: textOf(other[column]) },
    }));
  });
  // other months' turns of the same cases are on other sheets
  const known = new Set(kept.map(({ case_id }) => case_id));
  const rest = [...anew.values()].filter(({ case_id }) => known.has(case_id));
  return [...differences, ...rest.map(missing)];
}

const keyOf = ({ case_id, turn }: Row): string => `${case_id} ${String(turn)}`;
const missing = (row: Row): SheetDifference => ({
  ...{ caseId: row.case_id, what: 'missing', account: null, journal: keyOf(row) },
});

function isOnSheet(line: LedgerLine, unit: string, month: number): boolean {
  const { community, street, district } = line;
  return !line.isConfidential && line.openedMonth === month && [line.unit, community, street, district].includes(unit);
}

/** Cases the account has fewer or more lines of than they had units. Of what it has all lines, other sheets find what differs. */
async function incompleteOf(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select c.id from unnest($1::text[]) c(id) left join ledger_facts f on f.case_id = c.id
     where (select count(*) from ledger_entries e where e.case_id = c.id)
       <> case when f.facts->>'of' = 'task' then jsonb_array_length(f.facts->'turns') else 1 end`,
    [caseIds],
  );
  return rows.map(({ id }) => id);
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
}
