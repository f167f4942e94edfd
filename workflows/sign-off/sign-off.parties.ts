import type { StateValue } from 'xstate';

import type { Party, Summary } from '#libs/engine';

import type { SignOffContext } from './sign-off.context.js';

/** Who is related to a chain; departments as long as something of theirs is pending. */
export function signOffParties({ group, body, helper, steps, records }: SignOffContext): Party[] {
  const signers = new Set(steps.flatMap(({ id, unit }) => (records[id]?.state === 'open' ? (unit ?? []) : [])));
  return [
    ...group.map((person) => ({ relation: 'group', person, knownToHandler: true })),
    ...(body === null ? [] : [{ relation: 'body', unit: body }]),
    ...(helper === null ? [] : [{ relation: 'helper', unit: helper }]),
    ...[...signers].map((unit) => ({ relation: 'signer', unit })),
  ];
}

/** What lists show of a chain: everybody may see how far it is and who holds it. */
export function signOffSummary(context: SignOffContext, value: StateValue): Summary {
  return {
    title: context.title,
    unit: context.unit,
    stage: stageOf(value),
    visibility: 'public',
    lookups: [
      ...(context.issue === null ? [] : [{ key: 'issue', value: context.issue }]),
      ...(context.template === null ? [] : [{ key: 'template', value: context.template }]),
    ],
  };
}

function stageOf(value: StateValue): string {
  if (typeof value === 'string') return value === 'arranging' ? 'arranging' : 'ended';
  const { running } = value;
  return typeof running === 'object' && running['progress'] === 'stuck' ? 'stuck' : 'running';
}
