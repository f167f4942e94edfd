import type { Party, Summary } from '#libs/engine';
import type { StateValue } from 'xstate';

import type { TaskContext } from './task.context.js';

/** Who is related to a task and how. */
export function taskParties(context: TaskContext): Party[] {
  return [
    { relation: 'doer', unit: context.unit },
    // a personal matter is nothing for all the volunteers of a community
    ...(context.confidential ? [] : [{ relation: 'crew', unit: context.unit }]),
    ...context.handlers.map((person) => ({ relation: 'handler', person })),
    ...(context.arbiter === null ? [] : [{ relation: 'arbiter', unit: context.arbiter }]),
  ];
}

/** What lists show of a task. */
export function taskSummary(context: TaskContext, value: StateValue): Summary {
  return {
    title: context.title,
    unit: context.place,
    stage: stageOf(value),
    category: context.part,
    visibility: context.confidential ? 'confidential' : 'internal',
    lookups: [{ key: 'issue', value: context.issue }],
  };
}

function stageOf(value: StateValue): string {
  const step = typeof value === 'string' ? value : Object.keys(value)[0];
  switch (step) {
    case 'withDoer':
      return 'act';
    case 'verification':
      return 'review';
    case 'returned':
    case 'arbitration':
      return 'dispatch';
    default:
      return 'ended';
  }
}
