import type { Summary } from '#libs/engine';
import type { StateValue } from 'xstate';

import type { IssueContext } from './issue.context.js';

const STAGE_OF: Record<string, string> = {
  arriving: 'say',
  emergency: 'act',
  say: 'say',
  deliberate: 'deliberate',
  act: 'act',
  crossroads: 'act',
  signing: 'act',
  review: 'review',
};

function childKey(value: StateValue | undefined, key: string): StateValue | undefined {
  return typeof value === 'object' ? value[key] : undefined;
}

function stageOf(value: StateValue): string {
  const course = childKey(childKey(value, 'open'), 'course');
  if (course === undefined) return 'ended';
  const phase = typeof course === 'string' ? course : (Object.keys(course)[0] ?? 'say');
  return STAGE_OF[phase] ?? 'say';
}

/**
 * Public only what collectors sorted as common; a private need is visible to its parties only. Until it is sorted nobody knows
 * which of the two it is: those who sort read it. Danger is everybody's business who has an office there.
 */
function visibilityOf(context: IssueContext): Summary['visibility'] {
  if (context.confidential) return 'confidential';
  if (context.nature === 'common') return 'public';
  return context.danger ? 'internal' : 'reserved';
}

/** What lists and search need of an issue. The hotline's number is unique: the same number twice is one issue. */
export function issueSummary(context: IssueContext, value: StateValue): Summary {
  return {
    title: context.title,
    unit: context.unit,
    stage: stageOf(value),
    ...(context.category === null ? {} : { category: context.category }),
    visibility: visibilityOf(context),
    lookups: [
      ...(context.hotlineNumber === null
        ? []
        : [{ key: 'hotline', value: `hotline:${context.hotlineNumber}`, unique: true }]),
      ...(context.place === null ? [] : [{ key: 'place', value: context.place }]),
    ],
  };
}
