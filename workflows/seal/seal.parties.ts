import type { StateValue } from 'xstate';

import type { Party, Summary } from '#libs/engine';

import type { SealContext } from './seal.context.js';

/** Who is related to one seal. The department knows whose paper it holds. */
export function sealParties(context: SealContext): Party[] {
  const { unit, upper, helper, group, holder, refusals } = context;
  return [
    { relation: 'signer', unit },
    ...(upper === null ? [] : [{ relation: 'upper', unit: upper }]),
    ...(helper === null ? [] : [{ relation: 'helper', unit: helper }]),
    ...group.map((person) => ({ relation: 'group', person, knownToHandler: true })),
    ...(holder === null ? [] : [{ relation: 'holder', person: holder }]),
    ...(refusals === 0 || holder === null ? [] : [{ relation: 'refuser', person: holder }]),
  ];
}

/** What lists show of one seal. */
export function sealSummary(context: SealContext, value: StateValue): Summary {
  return {
    title: context.title,
    unit: context.place,
    stage: stageOf(value),
    category: context.kind,
    visibility: 'internal',
    lookups: [{ key: 'chain', value: context.chain }],
  };
}

function stageOf(value: StateValue): string {
  const [outer, inner] = typeof value === 'string' ? [value, null] : (Object.entries(value)[0] ?? ['', null]);
  if (outer === 'preparing' || inner === 'wanting') return 'papers';
  if (outer === 'withDepartment') return 'department';
  if (outer === 'conditional' || outer === 'confirming') return 'conditions';
  return outer === 'refused' || outer === 'appealed' ? 'refused' : 'ended';
}
