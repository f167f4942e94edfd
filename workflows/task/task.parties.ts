import type { Party, Summary } from '#libs/engine';
import type { StateValue } from 'xstate';

import type { TaskContext } from './task.context.js';

/** Who is related to a task and how. */
export function taskParties(context: TaskContext): Party[] {
  const section = context.assignments.at(-1)?.unit ?? null;
  const sections = new Set(context.assignments.flatMap(({ unit }) => unit ?? []));
  const units: [relation: string, unit: string | null][] = [
    ['doer', context.unit],
    // a personal matter is nothing for all the volunteers of a community
    ['crew', context.confidential ? null : context.unit],
    ['section', section],
    ['contact', context.contact],
    ['nominee', context.nominee],
    ['arbiter', context.arbiter],
    ['leading', context.leadUnit],
  ];
  const former = context.formerHandlers.filter((person) => !context.handlers.includes(person));
  return [
    ...units.flatMap(([relation, unit]) => (unit === null ? [] : [{ relation, unit }])),
    ...[...sections].flatMap((unit) => (unit === section ? [] : [{ relation: 'formerSection', unit }])),
    ...context.handlers.map((person) => ({ relation: 'handler', person })),
    ...context.onDuty.map((person) => ({ relation: 'onDuty', person })),
    ...former.map((person) => ({ relation: 'formerHandler', person })),
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
    lookups: [
      { key: 'issue', value: context.issue },
      ...(context.lead === null ? [] : [{ key: 'lead', value: context.lead }]),
    ],
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
