/*
 * Who pays what of a lift. In whole fen and exact fractions; no floating point. Pure.
 */

/** Coefficients by floor: what is written for a floor, and for all above the last one so much more a floor. */
export interface FloorRule {
  /** Lowest floor that pays, with its coefficient, and so on, in any order; floors that are left out pay nothing. */
  floors: readonly { floor: number; coefficient: number }[];
  /** Added for every floor above the highest that is written. */
  stepAbove: number;
  /** `flat`: each flat of a floor pays the same. `area`: in proportion to its area. */
  by: 'flat' | 'area';
}

export interface SharingFlat {
  flat: string;
  floor: number;
  area: number;
}

/** Coefficient of a floor. */
export function coefficientOf({ floors, stepAbove }: FloorRule, floor: number): number {
  const written = floors.find((one) => one.floor === floor);
  if (written !== undefined) return written.coefficient;
  const highest = floors.reduce<{ floor: number; coefficient: number } | null>(
    (top, one) => (top === null || one.floor > top.floor ? one : top),
    null,
  );
  if (highest === null || floor < highest.floor) return 0;
  return highest.coefficient + stepAbove * (floor - highest.floor);
}

/**
 * Splits a total in whole fen by weights, so that the parts sum exactly to it: each gets its share rounded down, and what is left
 * goes fen by fen to the largest remainders, of equal ones to the one that stands first. Null where all weights are zero.
 */
export function apportion(total: number, weights: readonly number[]): number[] | null {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (sum === 0n) return null;
  const exact = weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight);
    return { index, whole: product / sum, rest: product % sum };
  });
  const given = exact.reduce((all, { whole }) => all + whole, 0n);
  const extra = exact
    .toSorted((one, other) => (one.rest === other.rest ? one.index - other.index : one.rest > other.rest ? -1 : 1))
    .slice(0, Number(BigInt(total) - given));
  const lucky = new Set(extra.map(({ index }) => index));
  return exact.map(({ whole, index }) => Number(whole) + (lucky.has(index) ? 1 : 0));
}

/** What each flat pays, in the order they are given; null where nobody would pay anything. */
export function sharesOf(total: number, flats: readonly SharingFlat[], rule: FloorRule): number[] | null {
  const weights = flats.map(({ floor, area }) => coefficientOf(rule, floor) * (rule.by === 'area' ? area : 1));
  return apportion(total, weights);
}
