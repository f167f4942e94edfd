import type { StateValue } from 'xstate';

import type { Party, Summary } from '#libs/engine';

import type { NoticeContext } from './notice.context.js';

/** Who is related to a notice and how. */
export function noticeParties(context: NoticeContext): Party[] {
  const objectors = context.objections.flatMap(({ person }) => (person === null ? [] : [person]));
  return [...new Set(objectors)].map((person) => ({ relation: 'objector', person }));
}

/** What lists show of a notice. */
export function noticeSummary(context: NoticeContext, value: StateValue): Summary {
  return {
    title: context.title,
    unit: context.unit,
    stage: stageOf(value),
    visibility: context.postedAt === null ? 'internal' : 'public',
    lookups: [{ key: 'issue', value: context.issue }],
  };
}

function stageOf(value: StateValue): string {
  if (typeof value !== 'string') return 'hanging';
  if (value === 'drafted') return 'draft';
  return value === 'answering' ? 'answering' : 'ended';
}
