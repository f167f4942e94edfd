import { RATE_NAMES, type RateName } from '#libs/contract';

import type { Counts } from './rates.rules.js';
import { bitOf } from './ledger.vocabulary.js';

/** By what is added up: what rates are grouped by, and the districts, whose reports are read from the sums too. */
export const AXES = ['department', 'dispatcher', 'community', 'street', 'district', 'category', 'month'] as const;
export type Axis = (typeof AXES)[number];

/** Column of a line that says in which group of an axis it is; every line is in the one group of `month`. */
export const COLUMN_OF: Readonly<Record<Axis, string>> = {
  department: 'unit',
  dispatcher: 'dispatcher',
  community: 'community',
  street: 'street',
  district: 'district',
  category: 'category',
  month: `''`,
};

/** Kind of line that speaks for the groups of an axis: departments are judged by their tasks, places by their issues. */
export const speaksFor = (axis: Axis): 'issue' | 'task' => (axis === 'department' ? 'task' : 'issue');

/** Local months of a line. What is measured counts in one of them. */
export const MONTHS = [
  'opened_month',
  'due_month',
  'judged_month',
  'finished_month',
  'published_month',
  'ended_month',
] as const;
type Month = (typeof MONTHS)[number];

/**
 * When a line is in the denominator of a rate, and when in the numerator, as far as that does not depend on the hour: what is due and
 * not done is added when it is asked for. `speaks` is whether the line speaks for its group.
 */
interface Measure {
  month: Month | `case kind when 'issue' then published_month else finished_month end`;
  counts: (speaks: string) => string;
  fits: string;
}

const MEASURES: Readonly<Record<RateName, Measure>> = {
  response: {
    month: 'opened_month',
    counts: (speaks) => `${speaks} and responded is not null`,
    fits: 'responded = 1',
  },
  onTime: { month: 'due_month', counts: () => 'on_time is not null', fits: 'on_time = 1' },
  solved: { month: 'judged_month', counts: (speaks) => `${speaks} and solved is not null`, fits: 'solved = 1' },
  satisfied: {
    month: 'judged_month',
    counts: (speaks) => `${speaks} and satisfied is not null`,
    fits: 'satisfied = 1',
  },
  redo: {
    month: `case kind when 'issue' then published_month else finished_month end`,
    counts: (speaks) => `${speaks} and is_redone is not null`,
    fits: 'is_redone = 1',
  },
  return: { month: 'opened_month', counts: () => `kind = 'task'`, fits: 'is_returned = 1' },
  extension: { month: 'opened_month', counts: () => `kind = 'task' and is_returned = 0`, fits: 'extensions > 0' },
  dispatch: { month: 'opened_month', counts: () => 'is_wrong is not null', fits: 'is_wrong = 1' },
};

/** Counts that do not depend on the hour; `overdue` does. */
export type SettledCount = Exclude<keyof Counts, 'overdue'>;

type Counting = { month: Month; counts: (speaks: string) => string; sum?: string };
const COUNTINGS: Readonly<Record<SettledCount, Counting>> = {
  opened: { month: 'opened_month', counts: (speaks) => speaks },
  finished: { month: 'finished_month', counts: (speaks) => speaks },
  ended: { month: 'ended_month', counts: (speaks) => speaks },
  held: { month: 'opened_month', counts: () => 'is_held' },
  supervised: { month: 'opened_month', counts: () => 'is_supervised = 1' },
  arbitrated: { month: 'opened_month', counts: () => 'is_arbitrated = 1' },
  asked: { month: 'judged_month', counts: (speaks) => speaks, sum: 'asked' },
  reached: { month: 'judged_month', counts: (speaks) => speaks, sum: 'reached' },
  answered: { month: 'judged_month', counts: (speaks) => speaks, sum: 'answered' },
  silent: { month: 'judged_month', counts: (speaks) => speaks, sum: 'silent' },
  callable: { month: 'judged_month', counts: () => `kind = 'issue' and asked > 0` },
  called: { month: 'judged_month', counts: () => `kind = 'issue' and asked > 0 and is_called = 1` },
};
export const SETTLED_COUNTS = Object.keys(COUNTINGS) as SettledCount[];

/** Columns of a rate in the sums: numerator, denominator, and what was left out of both. */
export function columnsOf(rate: RateName): { fits: string; counts: string; out: string } {
  const name = rate.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return { fits: `${name}_fits`, counts: `${name}_of`, out: `${name}_out` };
}

/** Names of everything that is added up, in the order of {@link amounts}. */
export const SUM_COLUMNS: readonly string[] = [
  ...SETTLED_COUNTS,
  ...RATE_NAMES.flatMap((rate) => Object.values(columnsOf(rate))),
];

/** What lines are measured against. */
export interface Measured {
  /** SQL: whether this month of a line is meant. */
  isMeant: (month: string) => string;
  /** SQL: whether a line speaks for its group. */
  speaks: string;
  /** SQL: what one line counts. */
  one: string;
}

/** One SQL sum for each of {@link SUM_COLUMNS}. */
export function amounts({ isMeant, speaks, one }: Measured): string[] {
  const sum = (is: string, amount: string): string => `coalesce(sum(case when ${is} then ${amount} end), 0)::int`;
  const counts = SETTLED_COUNTS.map((name) => {
    const { month, counts: is, sum: column } = COUNTINGS[name];
    return sum(`${is(speaks)} and ${isMeant(month)}`, column === undefined ? one : `${column} * ${one}`);
  });
  const rates = RATE_NAMES.flatMap((rate) => {
    const { month, counts: is, fits } = MEASURES[rate];
    const counted = `${is(speaks)} and ${isMeant(month)}`;
    const isIn = `(excluded & ${String(bitOf(rate))}) = 0`;
    return [
      sum(`${fits} and ${counted} and ${isIn}`, one),
      sum(`${counted} and ${isIn}`, one),
      sum(`excluded <> 0 and not ${isIn} and ${counted}`, one),
    ];
  });
  return [...counts, ...rates];
}
