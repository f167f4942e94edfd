import { RATE_NAMES, type RateName } from '#libs/contract';

/** A rate as it is kept: never a percent alone. `excluded` entries are in neither number. */
export interface Fraction {
  numerator: number;
  denominator: number;
  excluded: number;
}

/** Counts that stand beside the rates. */
export interface Counts {
  opened: number;
  finished: number;
  ended: number;
  /** Due and not finished. */
  overdue: number;
  /** On an approved hold now. */
  held: number;
  supervised: number;
  arbitrated: number;
  /** People asked about outcomes, spoken to, who answered, who said nothing until the time was over. */
  asked: number;
  reached: number;
  answered: number;
  silent: number;
  /** Outcomes somebody could be called back about, and those somebody was. */
  callable: number;
  called: number;
}

/** What was counted of a group; `key` null: of what has none. */
export interface Counted {
  key: string | null;
  counts: Counts;
  rates: Record<RateName, Fraction>;
}

/** Whether more of it is better. */
export const IS_GOOD: Readonly<Record<RateName, boolean>> = {
  response: true,
  onTime: true,
  solved: true,
  satisfied: true,
  redo: false,
  return: false,
  extension: false,
  dispatch: false,
};

/** Call-backs a month that are wanted (S: draft of Beijing's 12345 rules): one in ten. */
export const CALL_BACK_SHARE = { numerator: 1, denominator: 10 } as const;

/** Percent with one decimal, half up, from integers; null where nothing counts. */
export function percentOf({ numerator, denominator }: Pick<Fraction, 'numerator' | 'denominator'>): string | null {
  if (denominator === 0) return null;
  const tenths = Math.floor((numerator * 2000 + denominator) / (2 * denominator));
  return `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}`;
}

/** Whether enough residents were called back; null where nobody could be. */
export function isSampleReached({ called, callable }: Pick<Counts, 'called' | 'callable'>): boolean | null {
  if (callable === 0) return null;
  return called * CALL_BACK_SHARE.denominator >= callable * CALL_BACK_SHARE.numerator;
}

/** All groups together: numerators and denominators are added, never percents. */
export function totalOf(groups: readonly Counted[]): Counted {
  const [first] = groups;
  if (first === undefined) return { key: null, counts: NOTHING, rates: noRates() };
  const names = Object.keys(first.counts) as (keyof Counts)[];
  const counts = Object.fromEntries(
    names.map((name) => [name, groups.reduce((sum, group) => sum + group.counts[name], 0)]),
  ) as unknown as Counts;
  const rates = Object.fromEntries(
    RATE_NAMES.map((rate) => [rate, groups.map((group) => group.rates[rate]).reduce(added, NO_FRACTION)]),
  ) as Record<RateName, Fraction>;
  return { key: null, counts, rates };
}

/** Somebody's place in a league. `rank` null: too few cases to be ranked. */
export interface Ranked extends Counted {
  rank: number | null;
}

/**
 * A league by one rate. Nobody is ranked by fewer than `least` cases; equal fractions share a place, and the next place is left out
 * (1, 1, 3). Fractions are compared in integers.
 */
export function leagueOf(groups: readonly Counted[], { by, least }: { by: RateName; least: number }): Ranked[] {
  const known = groups.filter(({ key }) => key !== null);
  const compare = (a: Counted, b: Counted): number => {
    const left = a.rates[by].numerator * b.rates[by].denominator;
    const right = b.rates[by].numerator * a.rates[by].denominator;
    return IS_GOOD[by] ? right - left : left - right;
  };
  const isEnough = (group: Counted): boolean => group.rates[by].denominator >= Math.max(1, least);
  const sorted = known.filter(isEnough).toSorted((a, b) => compare(a, b) || byKey(a, b));
  const ranked: Ranked[] = [];
  for (const [index, group] of sorted.entries()) {
    const before = ranked.at(-1);
    const isTied = before !== undefined && compare(before, group) === 0;
    ranked.push({ ...group, rank: isTied ? before.rank : index + 1 });
  }
  const others = known.filter((group) => !isEnough(group)).toSorted(byKey);
  return [...ranked, ...others.map((group) => ({ ...group, rank: null }))];
}

const byKey = (a: Counted, b: Counted): number => ((a.key ?? '') < (b.key ?? '') ? -1 : 1);

const NO_FRACTION: Fraction = { numerator: 0, denominator: 0, excluded: 0 };
const NOTHING: Counts = {
  ...{ opened: 0, finished: 0, ended: 0, overdue: 0, held: 0, supervised: 0, arbitrated: 0 },
  ...{ asked: 0, reached: 0, answered: 0, silent: 0, callable: 0, called: 0 },
};

function noRates(): Record<RateName, Fraction> {
  return Object.fromEntries(RATE_NAMES.map((rate) => [rate, NO_FRACTION])) as Record<RateName, Fraction>;
}

function added(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator + b.numerator,
    denominator: a.denominator + b.denominator,
    excluded: a.excluded + b.excluded,
  };
}
