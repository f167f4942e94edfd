import type { StateValue } from 'xstate';

import type { Party, Summary } from '#libs/engine';

import type { NoticeContext } from './notice.context.js';

/** Who is related to a notice and how. */
export function noticeParties(context: NoticeContext): Party[] {
  const objectors = context.objections.flatMap(({ person }) => (person === null ? [] : [person]));
  const answerers = context.objections.flatMap(({ answeredBy }) => answeredBy ?? []);
  const people = (relation: string, persons: (string | null | undefined)[]): Party[] =>
    [...new Set(persons)].flatMap((person) => (person == null ? [] : [{ relation, person }]));
  return [
    ...people('objector', objectors),
    ...people('answerer', answerers),
    ...people('withdrawer', [context.withdrawal?.by]),
    ...people('appellant', [context.withdrawal?.appellant]),
  ];
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
  if (value === 'takenDown' || value === 'appealed') return 'takenDown';
  return value === 'answering' || value === 'settling' ? 'answering' : 'ended';
}
