import { RATE_NAMES, type RateName } from '#libs/contract';
import type { Database, Tx } from '#libs/database';

import { bitOf, FEWEST_CONFIDENTIAL, type Grouping } from './ledger.vocabulary.js';
import type { Counted, Counts, Fraction } from './rates.rules.js';

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

const COLUMN: Readonly<Record<Grouping, string>> = {
  department: 'unit',
  dispatcher: 'dispatcher',
  community: 'community',
  street: 'street',
  category: 'category',
  month: 'opened_month',
};

/** Months count differently by what is measured; with months as the groups each has to be asked by itself. */
const MONTHS = ['opened_month', 'due_month', 'judged_month', 'finished_month', 'published_month', 'ended_month'];
const within = (month: string): string => `${month} between $2 and $3`;

/**
 * When a line is in the denominator of a rate, and when in the numerator. `$4` is the present, `$5` the kind of line that speaks for
 * the group: departments are judged by their tasks, places by their issues.
 */
const MEASURES: Readonly<Record<RateName, { counts: string; fits: string }>> = {
  response: {
    counts: `kind = $5 and ${within('opened_month')} and (responded is not null or response_due_at <= $4)`,
    fits: 'responded = 1',
  },
  onTime: {
    counts: `${within('due_month')} and (on_time is not null or (due_at <= $4 and not is_held))`,
    fits: 'on_time = 1',
  },
  solved: { counts: `kind = $5 and ${within('judged_month')} and solved is not null`, fits: 'solved = 1' },
  satisfied: { counts: `kind = $5 and ${within('judged_month')} and satisfied is not null`, fits: 'satisfied = 1' },
  redo: {
    counts: `kind = $5 and is_redone is not null and ${within("case kind when 'issue' then published_month else finished_month end")}`,
    fits: 'is_redone = 1',
  },
  return: { counts: `kind = 'task' and ${within('opened_month')}`, fits: 'is_returned = 1' },
  extension: {
    counts: `kind = 'task' and is_returned = 0 and ${within('opened_month')}`,
    fits: 'extensions > 0',
  },
  dispatch: { counts: `is_wrong is not null and ${within('opened_month')}`, fits: 'is_wrong = 1' },
};

/** Counts beside the rates, each as 1 or 0 of a line. */
const SUMS: Readonly<Record<keyof Counts, string>> = {
  opened: flag(`kind = $5 and ${within('opened_month')}`),
  finished: flag(`kind = $5 and ${within('finished_month')}`),
  ended: flag(`kind = $5 and ${within('ended_month')}`),
  overdue: flag(`due_at <= $4 and on_time is null and not is_held and ${within('due_month')}`),
  held: flag(`is_held and ${within('opened_month')}`),
  supervised: flag(`is_supervised = 1 and ${within('opened_month')}`),
  arbitrated: flag(`is_arbitrated = 1 and ${within('opened_month')}`),
  asked: judged('asked'),
  reached: judged('reached'),
  answered: judged('answered'),
  silent: judged('silent'),
  callable: flag(`kind = 'issue' and ${within('judged_month')} and asked > 0`),
  called: flag(`kind = 'issue' and ${within('judged_month')} and asked > 0 and is_called = 1`),
};

function flag(is: string): string {
  return `case when ${is} then 1 end`;
}

function judged(column: string): string {
  return `case when kind = $5 and ${within('judged_month')} then ${column} end`;
}

const COUNTS = Object.entries(SUMS)
  .map(([name, sum]) => `coalesce(sum(${sum}), 0)::int as "${name}"`)
  .join(', ');

/** Denominator and numerator of a rate are added as one number, the numerator above this bit: half the work for each line. */
const SHIFT = 30;
const UPPER = String(2 ** SHIFT);

const RATES = RATE_NAMES.map((rate) => {
  const { counts, fits } = MEASURES[rate];
  const isIn = `(excluded & ${String(bitOf(rate))}) = 0`;
  return `coalesce(sum(case when ${counts} and ${isIn} then case when ${fits} then ${UPPER} + 1 else 1 end end), 0)::bigint as "${rate}"`;
}).join(', ');

const EXCLUDED = RATE_NAMES.map((rate) => {
  const isOut = `(excluded & ${String(bitOf(rate))}) <> 0`;
  return `count(*) filter (where ${MEASURES[rate].counts} and ${isOut})::int as "${rate}"`;
}).join(', ');

type Row = { key: string | number | null } & Counts & Record<RateName, number>;
type Excluded = { key: string | number | null } & Record<RateName, number>;

/** Counts of every group, of what is not confidential. One reading of the table, and one of the few lines that are left out of a rate. */
export async function countedBy(source: Database | Tx, question: RatesQuestion): Promise<Counted[]> {
  if (question.by !== 'month') return counted(source, question, COLUMN[question.by]);
  // each month asked by itself: a task opened in one month is due in another
  const months: Counted[] = [];
  for (let month = question.from; month <= question.to; month = nextMonth(month))
    months.push(...(await counted(source, { ...question, from: month, to: month }, '$2::int')));
  return months;
}

async function counted(source: Database | Tx, question: RatesQuestion, key: string): Promise<Counted[]> {
  const select = (what: string, more = ''): string =>
    `select ${key} as key, ${what} from ledger_entries where ${conditions(question)}${more} group by 1 order by 1`;
  const params = paramsOf(question);
  const rows = await source.query<Row>(select(`${COUNTS}, ${RATES}`), params);
  const excluded = await source.query<Excluded>(select(EXCLUDED, ' and excluded <> 0'), params);
  const left = new Map(excluded.map((row) => [row.key, row]));
  return rows.map((row) => countedOf(row, left.get(row.key)));
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

function conditions({ by, unit, category }: RatesQuestion): string {
  const wanted = ['realm = $1', 'not is_confidential', `(${MONTHS.map(within).join(' or ')})`];
  if (by === 'department') wanted.push(`kind = 'task'`);
  if (unit !== undefined) wanted.push('$6 in (unit, dispatcher, community, street, district)');
  if (category !== undefined) wanted.push(`category = $${unit === undefined ? '6' : '7'}`);
  return wanted.join(' and ');
}

function paramsOf({ realm, from, to, asOf, by, unit, category }: RatesQuestion): unknown[] {
  const kind = by === 'department' ? 'task' : 'issue';
  return [
    realm,
    from,
    to,
    asOf,
    kind,
    ...(unit === undefined ? [] : [unit]),
    ...(category === undefined ? [] : [category]),
  ];
}

function countedOf({ key, ...row }: Row, excluded: Excluded | undefined): Counted {
  const rates = Object.fromEntries(
    RATE_NAMES.map((rate): [RateName, Fraction] => [
      rate,
      {
        numerator: Math.floor(row[rate] / 2 ** SHIFT),
        denominator: row[rate] % 2 ** SHIFT,
        excluded: excluded?.[rate] ?? 0,
      },
    ]),
  ) as Record<RateName, Fraction>;
  const { opened, finished, ended, overdue, held, supervised, arbitrated } = row;
  const { asked, reached, answered, silent, callable, called } = row;
  const counts = { opened, finished, ended, overdue, held, supervised, arbitrated, asked, reached, answered, silent };
  return { key: key === null ? null : String(key), counts: { ...counts, callable, called }, rates };
}

/** 202612 → 202701. */
export function nextMonth(month: number): number {
  return month % 100 === 12 ? month + 89 : month + 1;
}
