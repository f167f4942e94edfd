import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';

import { BallotRefused } from './ballots.refused.js';
import { WEIGHED } from './ballots.vocabulary.js';
import type {
  BallotId,
  BallotRow,
  BallotStatus,
  EntryCode,
  EntryDoubt,
  FormedEntry,
  Turnouts,
  Weighed,
  Weights,
} from './ballots.vocabulary.js';

const BALLOT_COLUMNS = `id, unit, title, question, rule, roll, secret, policy, status, on_date as "on", opened_at as "openedAt",
  closes_at as "closesAt", closed_at as "closedAt", counted_at as "countedAt", opening_fingerprint as "openingFingerprint",
  final_fingerprint as "finalFingerprint"`;

/** Rows read or written at once. */
export const PAGE = 5000;

/** @throws BallotRefused `ballot.unknown` */
export async function ballotRow(tx: Tx, id: BallotId): Promise<BallotRow> {
  const [row] = await tx.query<BallotRow>(`select ${BALLOT_COLUMNS} from ballots where id = $1`, [id]);
  if (row === undefined) throw new BallotRefused('ballot.unknown');
  return row;
}

/** @throws BallotRefused `ballot.wrong_status` */
export function refuseUnless(ballot: Pick<BallotRow, 'status'>, ...statuses: BallotStatus[]): void {
  if (!statuses.includes(ballot.status)) throw new BallotRefused('ballot.wrong_status', { status: ballot.status });
}

/** The database's clock in milliseconds, or the instant of a virtual world. */
export async function instantOf(tx: Tx, virtualNow: Instant | null): Promise<Instant> {
  if (virtualNow !== null) return virtualNow;
  const [row] = await tx.query<{ at: Instant }>(`select date_trunc('milliseconds', clock_timestamp()) as at`);
  return row?.at ?? '';
}

/** An entry as the other parts of this room need it. */
export interface EntryRow {
  entry: EntryCode;
  key: string;
  weights: Weights;
  casters: string[];
  building: string | null;
  stairwell: string | null;
  premises: string[];
  household: string | null;
  doubts: EntryDoubt[];
  isContested: boolean;
  isRemoved: boolean;
}

/** SQL for an entry's weights as one JSON object without those it does not have. */
export const WEIGHTS = `json_strip_nulls(json_build_object(${WEIGHED.map((base) => `'${base}', e.${base}`).join(', ')}))`;

const ENTRY_COLUMNS = `e.entry, e.key, ${WEIGHTS} as weights, e.casters, e.building, e.stairwell, e.premises, e.household, e.doubts,
  e.is_contested as "isContested", e.is_removed as "isRemoved"`;

/** @throws BallotRefused `ballot.entry_unknown` */
export async function entryRow(tx: Tx, ballot: BallotId, entry: EntryCode): Promise<EntryRow> {
  const [row] = await tx.query<EntryRow>(
    `select ${ENTRY_COLUMNS} from ballot_entries e where e.ballot = $1 and e.entry = $2`,
    [ballot, entry],
  );
  if (row === undefined) throw new BallotRefused('ballot.entry_unknown');
  return row;
}

/** The entry of somebody, by its key. */
export async function entryOfKey(tx: Tx, ballot: BallotId, key: string): Promise<EntryRow | null> {
  const rows = await tx.query<EntryRow>(
    `select ${ENTRY_COLUMNS} from ballot_entries e where e.ballot = $1 and e.key = $2`,
    [ballot, key],
  );
  return rows[0] ?? null;
}

/** Writes entries under their codes, a page at a time. */
export async function insertEntries(
  tx: Tx,
  ballot: BallotId,
  entries: readonly (FormedEntry & { entry: EntryCode })[],
): Promise<void> {
  const sorted = entries.toSorted((a, b) => (a.entry < b.entry ? -1 : 1));
  for (let from = 0; from < sorted.length; from += PAGE) {
    const page = sorted.slice(from, from + PAGE);
    await tx.query(
      `insert into ballot_entries (ballot, entry, key, ${WEIGHED.join(', ')}, casters, building, stairwell, premises, household,
         doubts, is_contested, is_removed)
       select $1, entry, key, ${WEIGHED.map((base) => `(weights->>'${base}')::bigint`).join(', ')}, casters::text[], building,
         stairwell, premises::text[], household, doubts::text[], false, false
       from unnest($2::text[], $3::text[], $4::jsonb[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
         as e(entry, key, weights, casters, building, stairwell, premises, household, doubts)`,
      [
        ballot,
        page.map(({ entry }) => entry),
        page.map(({ key }) => key),
        page.map(({ weights }) => JSON.stringify(weights)),
        page.map(({ casters }) => arrayText(casters)),
        page.map(({ building }) => building),
        page.map(({ stairwell }) => stairwell),
        page.map(({ premises }) => arrayText(premises)),
        page.map(({ household }) => household),
        page.map(({ doubts }) => arrayText(doubts)),
      ],
    );
  }
}

/** An array inside an array of arrays of different lengths travels as PostgreSQL's text. */
function arrayText(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;
}

/** Entries of the roll as published, a page at a time, in the order of their codes. */
export async function* publicEntries(
  tx: Tx,
  { id, secret }: Pick<BallotRow, 'id' | 'secret'>,
): AsyncGenerator<{ entry: EntryCode; weights: Weights; took: boolean }[]> {
  const marks = secret ? 'ballot_marks' : 'ballot_papers';
  const counted = secret ? '' : ` and m.state = 'counted'`;
  for (let last = ''; ;) {
    const page = await tx.query<{ entry: EntryCode; weights: Weights; took: boolean }>(
      `select e.entry, ${WEIGHTS} as weights, m.entry is not null as took from ballot_entries e
       left join ${marks} m on m.ballot = e.ballot and m.entry = e.entry${counted}
       where e.ballot = $1 and e.entry > $2 and not e.is_removed order by e.entry limit ${String(PAGE)}`,
      [id, last],
    );
    if (page.length > 0) yield page;
    last = page.at(-1)?.entry ?? last;
    if (page.length < PAGE) return;
  }
}

/** What the roll weighs, and what took part of it: papers that are counted as they stand. */
export async function turnoutOf(
  tx: Tx,
  ballot: BallotId,
): Promise<{ turnout: Turnouts; papers: number; entries: number }> {
  const sums = WEIGHED.map(
    (base) =>
      `sum(e.${base})::bigint as "${base}Total", coalesce(sum(e.${base}) filter (where e.took), 0)::bigint as "${base}Took"`,
  );
  const [row = {}] = await tx.query<Record<string, number | null>>(
    // not a join: without statistics, as in a ballot that has just opened, it would go through all papers for every entry
    `select count(*) filter (where e.took) as papers, count(*) as entries, ${sums.join(', ')} from (
       select *, entry in (select p.entry from ballot_papers p where p.ballot = $1 and p.state = 'counted') as took
       from ballot_entries where ballot = $1 and not is_removed) e`,
    [ballot],
  );
  const turnout: Turnouts = {};
  for (const base of WEIGHED) {
    const total = row[`${base}Total`] ?? null;
    if (total !== null) turnout[base] = { total, participating: row[`${base}Took`] ?? 0 };
  }
  return { turnout, papers: row['papers'] ?? 0, entries: row['entries'] ?? 0 };
}

/** Totals of each base. */
export function totalsOf(turnout: Turnouts): { [base in Weighed]?: number } {
  return Object.fromEntries(Object.entries(turnout).map(([base, { total }]) => [base, total]));
}
