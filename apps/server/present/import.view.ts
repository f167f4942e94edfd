import { sayProblem, TABLE_KINDS, type ImportKind, type Problem } from '#libs/exchange';
import type { Language } from '#libs/contract';

/** A problem of a row in the reader's language; a question with those it may be answered with. */
export function presentProblem(problem: Problem, kind: ImportKind, language: Language) {
  const candidates = problem.params?.['candidates'];
  return {
    ...sayProblem(problem, TABLE_KINDS[kind].columns, language),
    candidates: typeof candidates === 'string' ? candidates.split(' ') : [],
  };
}
