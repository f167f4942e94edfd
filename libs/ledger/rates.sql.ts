import { RATE_NAMES, type RateName } from '#libs/contract';
import type { Database, Tx } from '#libs/database';

import { bitOf, FEWEST_CONFIDENTIAL, type Grouping } from './ledger.vocabulary.js';
import {
  amounts,
  COLUMN_OF,
  columnsOf,
  MONTHS,
  SETTLED_COUNTS,
  speaksFor,
  SUM_COLUMNS,
  type Axis,
  type SettledCount,
} from './measures.rules.js';
import type { Counted, Fraction } from './rates.rules.js';

/** What rates are asked of. Months are local and inclusive: 202601 to 202603. */
export interface RatesQuestion {
  realm: string;
  from: number;
  to: number;
  by: Grouping;
  /** What is due by then and not finished is not on time. */
  asOf: string;
  /** Only what this unit does, dispatches or has within it. */
  unit?: string | undefined;
  category?: string | undefined;
}

type Row = { key: string | null } & Record<string, number>;

/** What is due by now and not done, by group. */
type Pending = { key: string | null } & Record<'overdue' | 'due' | 'dueOut' | 'unanswered' | 'unansweredOut', number>;

/** Counts of every group, of what is not confidential. */
export function countedBy(source: Database | Tx, question: RatesQuestion): Promise<Counted[]> {
  return counted(source, { ...question, axis: question.by });
}

/** What one department, dispatcher or place comes to; null when it has nothing. */
export async function countedOf(
  source: Database | Tx,
  question: Omit<RatesQuestion, 'by' | 'unit' | 'category'>,
  of: { axis: Exclude<Axis, 'month'>; key: string },
): Promise<Counted | null> {
  const [found] = await counted(source, { ...question, ...of });
  return found ?? null;
}

type Question = Omit<RatesQuestion, 'by'> & { axis: Axis; key?: string };

async function counted(source: Database | Tx, question: Question): Promise<Counted[]> {
  // what is narrowed by a unit or a category cuts across the sums, and is few lines
  const isWhole = question.unit === undefined && question.category === undefined;
  const rows = await (isWhole ? summed(source, question) : fromLines(source, question));
  const pending = new Map((await pendingBy(source, question)).map((row) => [row.key ?? '', row]));
  const settled = new Map(rows.map((row) => [row.key ?? '', row]));
  const keys = [...new Set([...settled.keys(), ...pending.keys()])].toSorted((a, b) => (a < b ? -1 : 1));
  return keys.map((key) => countedAs(key === '' ? null : key, settled.get(key), pending.get(key)));
}

/** Parameters of a statement, numbered as they are named. */
class Params {
  readonly values: unknown[] = [];
  of(value: unknown): string {
    return `$${String(this.values.push(value))}`;
  }
}

function summed(source: Database | Tx, { realm, from, to, axis, key }: Question): Promise<Row[]> {
  const params = new Params();
  const wanted = [
    `realm = ${params.of(realm)}`,
    `axis = ${params.of(axis)}`,
    `month between ${params.of(from)} and ${params.of(to)}`,
  ];
  if (key !== undefined) wanted.push(`key = ${params.of(key)}`);
  const sums = SUM_COLUMNS.map((name) => `sum(${name})::int as ${name}`).join(', ');
  return source.query<Row>(
    `select ${axis === 'month' ? 'month::text' : 'key'} as key, ${sums} from ledger_sums where ${wanted.join(' and ')}
     group by 1 having ${SUM_COLUMNS.map((name) => `sum(${name}) <> 0`).join(' or ')}`,
    params.values,
  );
}

/** The same from the lines themselves, in one pass; with months as the groups each line is read once for each of its months. */
function fromLines(source: Database | Tx, question: Question): Promise<Row[]> {
  const { axis, from, to } = question;
  const params = new Params();
  const where = narrowed(question, params);
  const span = `between ${params.of(from)}::int and ${params.of(to)}::int`;
  const isByMonth = axis === 'month';
  const sums = amounts({
    isMeant: (month) => (isByMonth ? `${month} = m.month` : `${month} ${span}`),
    speaks: `kind = '${speaksFor(axis)}'`,
    one: '1',
  });
  const months = `cross join lateral (select distinct u.month from unnest(array[${MONTHS.join(', ')}]) u(month)
    where u.month ${span}) m`;
  const any = `(${MONTHS.map((month) => `${month} ${span}`).join(' or ')})`;
  return source.query<Row>(
    `select ${isByMonth ? 'm.month::text' : COLUMN_OF[axis]} as key,
       ${sums.map((sum, index) => `${sum} as ${SUM_COLUMNS[index] ?? ''}`).join(', ')}
     from ledger_entries ${isByMonth ? months : ''} where ${where} and ${any} group by 1`,
    params.values,
  );
}

/** What is due by the hour that is asked about and not done: few lines, found by indexes of their own. */
function pendingBy(source: Database | Tx, question: Question): Promise<Pending[]> {
  const { axis, from, to, asOf } = question;
  const params = new Params();
  const where = narrowed(question, params);
  const span = `between ${params.of(from)} and ${params.of(to)}`;
  const now = params.of(asOf);
  const keyOf = (month: string): string => (axis === 'month' ? `${month}::text` : COLUMN_OF[axis]);
  const out = (rate: RateName): string => `(excluded & ${String(bitOf(rate))}) <> 0`;
  return source.query<Pending>(
    `select key, count(*) filter (where is_due)::int as overdue,
       count(*) filter (where is_due and not is_out)::int as due, count(*) filter (where is_due and is_out)::int as "dueOut",
       count(*) filter (where not is_due and not is_out)::int as unanswered,
       count(*) filter (where not is_due and is_out)::int as "unansweredOut"
     from (
       select ${keyOf('due_month')} as key, true as is_due, ${out('onTime')} as is_out from ledger_entries
         where ${where} and on_time is null and due_at <= ${now} and not is_held and due_month ${span}
       union all
       select ${keyOf('opened_month')}, false, ${out('response')} from ledger_entries
         where ${where} and responded is null and response_due_at <= ${now} and kind = '${speaksFor(axis)}'
           and opened_month ${span}) p
     group by 1`,
    params.values,
  );
}

function narrowed({ realm, axis, key, unit, category }: Question, params: Params): string {
  const wanted = [`realm = ${params.of(realm)}`, 'not is_confidential'];
  if (axis === 'department') wanted.push(`kind = 'task'`);
  if (key !== undefined) wanted.push(`${COLUMN_OF[axis]} = ${params.of(key)}`);
  if (unit !== undefined) wanted.push(`${params.of(unit)} in (unit, dispatcher, community, street, district)`);
  if (category !== undefined) wanted.push(`category = ${params.of(category)}`);
  return wanted.join(' and ');
}

function countedAs(key: string | null, row: Row | undefined, pending: Pending | undefined): Counted {
  const of = (column: string): number => row?.[column] ?? 0;
  const counts = Object.fromEntries(SETTLED_COUNTS.map((name) => [name, of(name)])) as Record<SettledCount, number>;
  const { due = 0, dueOut = 0, unanswered = 0, unansweredOut = 0, overdue = 0 } = pending ?? {};
  const late: Partial<Record<RateName, { counts: number; out: number }>> = {
    onTime: { counts: due, out: dueOut },
    response: { counts: unanswered, out: unansweredOut },
  };
  const rates = Object.fromEntries(
    RATE_NAMES.map((rate): [RateName, Fraction] => {
      const columns = columnsOf(rate);
      const { counts: more, out } = late[rate] ?? { counts: 0, out: 0 };
      return [
        rate,
        {
          numerator: of(columns.fits),
          denominator: of(columns.counts) + more,
          excluded: of(columns.out) + out,
        },
      ];
    }),
  ) as Record<RateName, Fraction>;
  return { key, counts: { ...counts, overdue }, rates };
}

/** Number of confidential needs of a month and community, where there are enough of them. Summed, none can be found out. */
export async function confidentialCount(source: Database | Tx, question: RatesQuestion): Promise<number> {
  const [row] = await source.query<{ count: number }>(
    `select coalesce(sum(n), 0)::int as count from (
       select count(*) as n from ledger_entries
       where realm = $1 and is_confidential and kind = 'issue' and opened_month between $2 and $3
         ${question.unit === undefined ? '' : 'and $5 in (community, street, district)'}
       group by community, opened_month having count(*) >= $4) cells`,
    [
      question.realm,
      question.from,
      question.to,
      FEWEST_CONFIDENTIAL,
      ...(question.unit === undefined ? [] : [question.unit]),
    ],
  );
  return row?.count ?? 0;
}
