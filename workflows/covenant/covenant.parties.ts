import type { StateValue } from 'xstate';

import type { Party, Summary, Visibility } from '#libs/engine';

import type { CovenantContext } from './covenant.context.js';

/** Who is related to a covenant and how. */
export function covenantParties(context: CovenantContext): Party[] {
  const { drafters, signatories, street, chair, check } = context;
  return [
    ...drafters.map((person) => ({ relation: 'drafter', person })),
    ...signatories.map(({ person }) => ({ relation: 'signatory', person })),
    ...(chair === null ? [] : [{ relation: 'chair', person: chair.person }]),
    ...(check === null ? [] : [{ relation: 'officer', person: check.by }]),
    ...(street === null ? [] : [{ relation: 'street', unit: street }]),
  ];
}

const STAGES: Readonly<Record<string, string>> = {
  drafting: 'drafting',
  checking: 'checking',
  commenting: 'comments',
  weighing: 'comments',
  adopting: 'adoption',
  weighed: 'adoption',
  undecided: 'adoption',
  provisional: 'adoption',
  signing: 'signing',
  filing: 'signing',
  entering: 'signing',
  unentered: 'signing',
  inForce: 'inForce',
  ending: 'inForce',
};

/** What lists show of a covenant. A draft is the committee's until it is shown to residents. */
export function covenantSummary(context: CovenantContext, value: StateValue): Summary {
  const stage = STAGES[leafOf(value)] ?? 'ended';
  const isDraft = stage === 'drafting' || stage === 'checking';
  const visibility: Visibility = isDraft || (stage === 'ended' && context.entered === null) ? 'internal' : 'public';
  return {
    title: context.title,
    unit: context.unit,
    stage,
    category: context.kind,
    visibility,
    lookups: [
      ...(context.entered === null ? [] : [{ key: 'registerEntry', value: context.entered.entry }]),
      ...(context.revises === null ? [] : [{ key: 'revises', value: context.revises.entry }]),
    ],
  };
}

function leafOf(value: StateValue): string {
  return typeof value === 'string' ? value : (Object.keys(value)[0] ?? '');
}
