import type { Language } from '#libs/contract';

import type { Problem, SaidProblem, Severity } from './exchange.vocabulary.js';
import { PROBLEMS, type ProblemCode } from './problems.catalogue.js';
import type { Column } from './table/columns.types.js';

const MOST_SHOWN = 40;

/** A value as it may be shown beside an error: enough of a sensitive one to find the cell, not to know it. */
export function masked(value: string, isSensitive: boolean): string {
  const shown = value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value;
  if (!isSensitive || shown === '') return shown;
  // a word as short as a colour or a yes is known by its first character
  if (shown.length <= 4) return '***';
  const kept = shown.length > 8 ? 2 : 1;
  return `${shown.slice(0, kept)}${'*'.repeat(Math.max(3, shown.length - kept * 2))}${shown.slice(-kept)}`;
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

export function severityOf(problem: Pick<Problem, 'code'>): Severity {
  return isProblemCode(problem.code) ? PROBLEMS[problem.code].severity : 'error';
}

function filled(sentence: string, params: Record<string, string | number>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** A problem in the reader's language, with the heading of its column. */
export function sayProblem(problem: Problem, columns: readonly Column[], language: Language): SaidProblem {
  const entry = PROBLEMS[isProblemCode(problem.code) ? problem.code : 'registry.refused'];
  const column = columns.find(({ name }) => name === problem.column);
  const heading = column?.label[language] ?? problem.column;
  const params = {
    column: heading,
    expected: column?.expected?.[language] ?? heading,
    row: problem.row,
    detail: problem.code,
    value: problem.value ?? '',
    ...problem.params,
  };
  return {
    row: problem.row,
    column: heading,
    code: problem.code,
    severity: entry.severity,
    message: filled(entry.message[language], params),
    remedy: filled(entry.remedy[language], params),
    value: problem.value ?? '',
  };
}
