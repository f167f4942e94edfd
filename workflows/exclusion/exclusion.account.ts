import { endIn, startOf, type AccountLine, type ExclusionFacts } from '#libs/contract';

const RESULTS: readonly ExclusionFacts['result'][] = ['excluded', 'refused', 'lapsed', 'withdrawn'];

/** The account of an appeal, from its journal alone. Only `excluded` changes a rate. Pure. */
export function exclusionAccount(lines: readonly AccountLine[]): ExclusionFacts | null {
  const [first] = lines;
  if (first?.kind !== 'started') return null;
  const { entry, unit, rate, ground } = startOf(first) as unknown as ExclusionFacts;
  const last = lines.find((line) => endIn(line) !== null);
  const end = last === undefined ? null : endIn(last);
  const result = RESULTS.find((one) => one === end?.output['result']) ?? 'refused';
  return {
    ...{ of: 'exclusion', entry, unit, rate, ground, openedAt: first.at },
    result: end === null ? null : end.status === 'cancelled' ? 'withdrawn' : result,
    endedAt: last?.at ?? null,
  };
}
