import type { ExclusionFacts } from '#libs/contract';
import type { Tx } from '#libs/database';

import type { ViewRow } from './views.sql.js';
import type { Activity } from './words.js';

/** Whose account, and of which instants: from `start`, before `end`. */
export interface ReportQuestion {
  realm: string;
  unit: string;
  start: string;
  end: string;
}

const during = (instant: string): string => `(${instant} >= $3 and ${instant} < $4)`;
/** What the unit does, or what lies within it. */
const MINE = `realm = $1 and not is_confidential and $2 in (unit, community, street, district)`;

const COUNTED: Readonly<Record<Exclude<Activity, 'asked' | 'reached' | 'answered' | 'silent'>, string>> = {
  received: during('opened_at'),
  accepted: during('accepted_at'),
  returned: `is_returned = 1 and ${during('ended_at')}`,
  arbitrated: `is_arbitrated = 1 and ${during('opened_at')}`,
  held: `(is_held or held_minutes > 0) and ${during('opened_at')}`,
  extended: `extensions > 0 and ${during('opened_at')}`,
  finishedOnTime: `on_time = 1 and ${during('finished_at')}`,
  finishedLate: `on_time = 0 and ${during('finished_at')}`,
  overdue: `due_at < $4 and not is_held and (coalesce(finished_at, ended_at) is null or coalesce(finished_at, ended_at) >= $4) and opened_at < $4`,
  redone: `is_redone = 1 and ${during('finished_at')}`,
  verified: `ending = 'verified' and ${during('ended_at')}`,
  supervised: `is_supervised = 1 and ${during('opened_at')}`,
  published: during('published_at'),
  solved: `solved = 1 and ${during('published_at')}`,
  satisfied: `satisfied = 1 and ${during('published_at')}`,
  excluded: `excluded <> 0 and ${during('opened_at')}`,
};
const SUMMED = ['asked', 'reached', 'answered', 'silent'] as const;

/** What happened in a unit's account during a span. */
export async function activity(tx: Tx, { realm, unit, start, end }: ReportQuestion): Promise<Record<Activity, number>> {
  const counted = Object.entries(COUNTED).map(([name, is]) => `count(*) filter (where ${is})::int as "${name}"`);
  const summed = SUMMED.map(
    (name) => `coalesce(sum(${name}) filter (where ${during('published_at')}), 0)::int as "${name}"`,
  );
  const [row] = await tx.query<Record<Activity, number>>(
    `select ${[...counted, ...summed].join(', ')} from ledger_entries where ${MINE}`,
    [realm, unit, start, end],
  );
  if (row === undefined) throw new Error('an aggregate has no row');
  return row;
}

/** An entry in a report: the unit's own turn with it. */
export type ReportLine = Pick<
  ViewRow,
  | 'id'
  | 'number'
  | 'kind'
  | 'unit'
  | 'category'
  | 'openedAt'
  | 'dueAt'
  | 'finishedAt'
  | 'onTime'
  | 'ending'
  | 'extensions'
> & { returned: boolean; solved: boolean | null; satisfied: boolean | null; redone: boolean; arbitrated: boolean };

/** Entries a span has something of, oldest first. Gathered before they are sorted: few are open at any time. */
export function reportLines(tx: Tx, { realm, unit, start, end }: ReportQuestion, limit: number): Promise<ReportLine[]> {
  return tx.query<ReportLine>(
    `with mine as materialized (
       select * from ledger_entries where ${MINE} and opened_at < $4 and (ended_at is null or ended_at >= $3))
     select e.case_id as id, n.number, e.kind, e.unit, e.category, e.opened_at as "openedAt", e.due_at as "dueAt",
       e.finished_at as "finishedAt", e.on_time = 1 as "onTime", e.ending, e.extensions, e.is_returned = 1 as returned,
       e.solved = 1 as solved, e.satisfied = 1 as satisfied, coalesce(e.is_redone = 1, false) as redone,
       e.is_arbitrated = 1 as arbitrated
     from (select * from mine order by opened_at, case_id, turn limit $5) e
       left join ledger_numbers n on n.case_id = e.case_id
     order by e.opened_at, e.case_id, e.turn`,
    [realm, unit, start, end, limit],
  );
}

/** Appeals of a unit that were decided in the span, whatever they came to. */
export async function exclusionsOf(tx: Tx, { realm, unit, start, end }: ReportQuestion): Promise<ExclusionFacts[]> {
  const rows = await tx.query<{ facts: ExclusionFacts }>(
    `select facts from ledger_facts where realm = $1 and workflow = 'exclusion' and facts->>'unit' = $2
       and facts->>'endedAt' >= $3 and facts->>'endedAt' < $4 order by case_id`,
    [realm, unit, start, end],
  );
  return rows.map(({ facts }) => facts);
}
