import type { Counts, Representative, UnitedStatement } from './picture.types.js';

/** One-sided 90 %: what is rarer by chance than once in ten is taken as meant. */
const SIGNIFICANT = 1.2816;
const MOST_REPRESENTATIVE = 5;
const MOST_UNITED = 50;

type Lean = 'agree' | 'disagree';

/** Nobody has answered yet. */
export const NO_COUNTS: Counts = { seen: 0, agree: 0, disagree: 0, pass: 0 };

/** Share that leans this way, drawn towards one half while few have answered. */
function share({ seen, ...of }: Counts, lean: Lean): number {
  return (of[lean] + 1) / (seen + 2);
}

/** How surely more than half of a group lean this way (test of one proportion). */
function majority({ seen, ...of }: Counts, lean: Lean): number {
  return 2 * Math.sqrt(seen + 1) * ((of[lean] + 1) / (seen + 1) - 0.5);
}

/** How surely a group leans this way more than all others do (test of two proportions). */
function difference(inside: Counts, outside: Counts, lean: Lean): number {
  const [a, n, b, m] = [inside[lean] + 1, inside.seen + 1, outside[lean] + 1, outside.seen + 1];
  const pooled = (a + b) / (n + m);
  if (pooled >= 1) return 0;
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (all, { seen, agree, disagree, pass }) => ({
      seen: all.seen + seen,
      agree: all.agree + agree,
      disagree: all.disagree + disagree,
      pass: all.pass + pass,
    }),
    NO_COUNTS,
  );
}

/** A statement with the counts of each group. */
export interface GroupCounts {
  statement: number;
  byGroup: readonly Counts[];
}

/** What tells one group from the others: statements it leans on by majority and more than the others do, the strongest first. */
export function representativeOf(group: number, table: readonly GroupCounts[]): Representative[] {
  const found = table.flatMap(({ statement, byGroup }) => {
    const inside = byGroup[group] ?? NO_COUNTS;
    const outside = sum(byGroup.filter((_, other) => other !== group));
    return (['agree', 'disagree'] as const).flatMap((leans) => {
      const [most, more] = [majority(inside, leans), difference(inside, outside, leans)];
      if (most <= SIGNIFICANT || more <= SIGNIFICANT) return [];
      const strength = (share(inside, leans) / share(outside, leans)) * most * share(inside, leans) * more;
      return [{ statement, leans, counts: inside, strength }];
    });
  });
  return found
    .sort((a, b) => b.strength - a.strength || a.statement - b.statement)
    .slice(0, MOST_REPRESENTATIVE)
    .map(({ statement, leans, counts }) => ({ statement, leans, counts }));
}

/**
 * What every group answers alike: in each at least the given percent lean this way, and surely more than half. Ranked by the
 * product of the groups' shares, so that one reluctant group weighs more than a large willing one.
 */
export function unitedStatements(table: readonly GroupCounts[], agreedPercent: number): UnitedStatement[] {
  const found = table.flatMap(({ statement, byGroup }) =>
    (['agree', 'disagree'] as const).flatMap((leans) => {
      const isUnited =
        byGroup.length > 0 &&
        byGroup.every(
          (counts) => counts[leans] * 100 >= agreedPercent * counts.seen && majority(counts, leans) > SIGNIFICANT,
        );
      if (!isUnited) return [];
      const product = byGroup.reduce((all, counts) => all * share(counts, leans), 1);
      return [{ statement, leans, permille: Math.round(product * 1000), product }];
    }),
  );
  return found
    .sort((a, b) => b.product - a.product || a.statement - b.statement)
    .slice(0, MOST_UNITED)
    .map(({ statement, leans, permille }) => ({ statement, leans, permille }));
}
