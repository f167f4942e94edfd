import type { Tx } from '#libs/database';

import type { LedgerView } from './ledger.vocabulary.js';

/** What of the account is shown. Confidential needs are in none of the lists. */
export interface ViewQuestion {
  realm: string;
  view: LedgerView;
  /** Only what this unit does, dispatches or has within it. */
  unit?: string | undefined;
  /** Local month, 202603. */
  month?: number | undefined;
  /** Rows before this place; the newest first. */
  before?: { at: string; id: string } | undefined;
  limit: number;
}

/** An entry as the open sheet has it: who, when, what came of it; no words of anybody. */
export interface ViewRow {
  id: string;
  /** The instant by which the view is ordered. */
  at: string;
  number: string | null;
  kind: 'issue' | 'task';
  issue: string | null;
  unit: string;
  dispatcher: string;
  community: string | null;
  category: string | null;
  part: string | null;
  openedAt: string;
  assignedAt: string | null;
  acceptedAt: string | null;
  publishedAt: string | null;
  finishedAt: string | null;
  endedAt: string | null;
  ending: string | null;
  dueAt: string | null;
  onTime: boolean | null;
  held: boolean;
  turns: number;
  extensions: number;
  redone: boolean;
  supervised: boolean;
  asked: number;
  answered: number;
  silent: number;
  solved: boolean | null;
  satisfied: boolean | null;
  excludedBy: Record<string, string> | null;
}

const AT: Readonly<Record<LedgerView, string>> = {
  open: 'e.opened_at',
  assigned: 'e.assigned_at',
  published: 'e.published_at',
  reconciled: 'e.opened_at',
};

/** Lines are of the last turn; `turn` is then how many units had it. */
const COLUMNS = `e.case_id as id, n.number, e.kind, e.issue, e.unit, e.dispatcher, e.community, e.category, e.part,
  e.opened_at as "openedAt", e.assigned_at as "assignedAt", e.accepted_at as "acceptedAt", e.published_at as "publishedAt",
  e.finished_at as "finishedAt", e.ended_at as "endedAt", e.ending, e.due_at as "dueAt", e.on_time = 1 as "onTime",
  e.is_held as held, e.turn as turns, e.extensions, coalesce(e.is_redone = 1, false) as redone,
  e.is_supervised = 1 as supervised, e.asked, e.answered, e.silent, e.solved = 1 as solved, e.satisfied = 1 as satisfied,
  e.excluded_by as "excludedBy"`;

/** A page of the account, newest first. */
export async function ledgerView(tx: Tx, question: ViewQuestion): Promise<ViewRow[]> {
  const { realm, view, unit, month, before, limit } = question;
  const params: unknown[] = [realm];
  const of = (value: unknown): string => `$${String(params.push(value))}`;
  const at = AT[view];
  const wanted = ['e.realm = $1', 'e.is_last', 'not e.is_confidential', `${at} is not null`];
  if (unit !== undefined)
    wanted.push(`${of(unit)} in (e.unit, e.dispatcher, e.community, e.street, e.district, e.place)`);
  if (month !== undefined) wanted.push(monthFilter(view, of(month)));
  if (view === 'reconciled')
    wanted.push(`exists (select 1 from ledger_reconciliations r where r.realm = e.realm and r.month = e.opened_month
      and r.signed_at is not null and r.unit in (e.unit, e.community, e.street, e.district))`);
  if (before !== undefined) wanted.push(`(${at}, e.case_id) < (${of(before.at)}::timestamptz, ${of(before.id)})`);
  return tx.query<ViewRow>(
    `select ${at} as at, ${COLUMNS} from ledger_entries e left join ledger_numbers n on n.case_id = e.case_id
     where ${wanted.join(' and ')} order by 1 desc, 2 desc limit ${of(limit)}`,
    params,
  );
}

function monthFilter(view: LedgerView, month: string): string {
  if (view === 'published') return `e.published_month = ${month}`;
  return view === 'assigned' ? `e.assigned_month = ${month}` : `e.opened_month = ${month}`;
}
