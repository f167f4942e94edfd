import { z } from 'zod';

import { BASES } from './decision-rule.schema.js';
import type { Base } from './decision-rule.schema.js';

const count = () => z.int().nonnegative();

/** The votes of one base. Areas are integers of 0.01 m². Somebody present who did not vote is an abstention. */
export const baseCountsSchema = z.strictObject({
  /** Everybody entitled: the whole that turnout is measured against. */
  total: count().meta({ title: '总数' }),
  /** Those who took part; the sum of the following four. */
  participating: count().meta({ title: '参与' }),
  yes: count().meta({ title: '同意' }),
  no: count().meta({ title: '反对' }),
  abstain: count().meta({ title: '弃权' }),
  void: count().meta({ title: '无效' }),
  /** Reached with the ballot, on record, and silent: not among those who took part. Only some rules look at it. */
  silent: count().optional().meta({ title: '已送达未表决' }),
});
export type BaseCounts = z.infer<typeof baseCountsSchema>;

/** The votes, for each base the rule asks for. More bases than that do no harm. */
export const countsSchema = z.partialRecord(z.enum(BASES), baseCountsSchema);
export type Counts = z.infer<typeof countsSchema>;

/** Why counts cannot be true. */
export interface CountsProblem {
  base: Base;
  problem: 'parts_differ_from_participating' | 'more_than_total' | 'area_without_heads';
}

const PARTS = ['total', 'participating', 'yes', 'no', 'abstain', 'void'] as const;

/** What does not add up; empty when everything does. */
export function problemsOf(counts: Counts): CountsProblem[] {
  const problems: CountsProblem[] = [];
  for (const base of BASES) {
    const votes = counts[base];
    if (votes === undefined) continue;
    const sum = BigInt(votes.yes) + BigInt(votes.no) + BigInt(votes.abstain) + BigInt(votes.void);
    if (sum !== BigInt(votes.participating)) problems.push({ base, problem: 'parts_differ_from_participating' });
    if (BigInt(votes.participating) + BigInt(votes.silent ?? 0) > BigInt(votes.total)) {
      problems.push({ base, problem: 'more_than_total' });
    }
  }
  const { area, heads } = counts;
  if (area !== undefined && heads !== undefined && PARTS.some((part) => area[part] > 0 && heads[part] === 0)) {
    problems.push({ base: 'area', problem: 'area_without_heads' });
  }
  return problems;
}
