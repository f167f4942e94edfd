import type { Tx } from '#libs/database';

import type { RegisterKind } from './registers.vocabulary.js';

/** What stands between the community and the year. */
const REGISTER_NAMES: Readonly<Record<RegisterKind, string>> = {
  resolution: '议决',
  covenant: '公约',
  pledge: '自律公约',
  procedure: '议规',
};

/** 丽民社区议决〔2026〕12号 */
export function numberOf({
  unitName,
  kind,
  year,
  n,
}: {
  unitName: string;
  kind: RegisterKind;
  year: number;
  n: number;
}): string {
  return `${unitName}${REGISTER_NAMES[kind]}〔${String(year)}〕${String(n)}号`;
}

/**
 * The next number of a register. The counter's row stays locked until the transaction ends, so that two numbers are never the
 * same and one that is not used after all is given again: no gaps.
 */
export async function nextNumber(
  tx: Tx,
  register: { unit: string; kind: RegisterKind; year: number },
): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `insert into register_counters as c (unit, kind, year, last) values ($1, $2, $3, 1)
     on conflict (unit, kind, year) do update set last = c.last + 1 returning last as n`,
    [register.unit, register.kind, register.year],
  );
  if (row === undefined) throw new Error('a register gave no number');
  return row.n;
}
