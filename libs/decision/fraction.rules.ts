import { z } from 'zod';

/**
 * A share of a whole, in integers. `inclusive` is 以上 (at least); exclusive is 过半数 (more than). Under article 1259 of the
 * Civil Code 以上 includes the number itself.
 */
export const fractionSchema = z
  .strictObject({
    numerator: z.int().positive().max(1_000_000).meta({ title: '分子' }),
    denominator: z.int().positive().max(1_000_000).meta({ title: '分母' }),
    inclusive: z.boolean().meta({ title: '含本数（以上）' }),
  })
  .refine(({ numerator, denominator }) => numerator <= denominator, { error: 'a share is at most the whole' })
  .refine(({ numerator, denominator, inclusive }) => inclusive || numerator < denominator, {
    error: 'nothing is more than the whole',
  });
export type Fraction = z.infer<typeof fractionSchema>;

/** More than half, 过半数. */
export const MORE_THAN_HALF: Fraction = { numerator: 1, denominator: 2, inclusive: false };
/** At least two thirds, 三分之二以上. */
export const AT_LEAST_TWO_THIRDS: Fraction = { numerator: 2, denominator: 3, inclusive: true };
/** At least three quarters, 四分之三以上. */
export const AT_LEAST_THREE_QUARTERS: Fraction = { numerator: 3, denominator: 4, inclusive: true };

/** Whether `part` of `whole` reaches the fraction. Nothing reaches a fraction of nothing. Integers only, never rounded. */
export function reaches({ numerator, denominator, inclusive }: Fraction, part: number, whole: number): boolean {
  if (whole === 0) return false;
  const have = BigInt(part) * BigInt(denominator);
  const want = BigInt(whole) * BigInt(numerator);
  return inclusive ? have >= want : have > want;
}

/** The smallest part of `whole` that reaches the fraction (1 when there is no whole): what "still missing" is reckoned from. */
export function leastReaching({ numerator, denominator, inclusive }: Fraction, whole: number): number {
  const want = BigInt(whole) * BigInt(numerator);
  const by = BigInt(denominator);
  const floor = want / by;
  const least = inclusive && floor * by === want ? floor : floor + 1n;
  return Math.max(1, Number(least));
}
