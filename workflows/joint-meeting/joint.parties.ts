import type { StateValue } from 'xstate';

import type { Party, Summary } from '#libs/engine';

import { unheard, type JointContext } from './joint.context.js';

const units = (relation: string, all: readonly string[]): Party[] => all.map((unit) => ({ relation, unit }));

/** Who is related to a joint meeting. Whoever has not answered is a party as such, so that only they and their leader are urged. */
export function jointParties(context: JointContext): Party[] {
  const { caller, chair, upper, unit, departments, summons, minute, attendance, unsigned } = context;
  const drafter = minute?.by ?? null;
  return [
    ...(caller === null ? [] : [{ relation: 'caller', person: caller }]),
    ...(drafter === null ? [] : [{ relation: 'drafter', person: drafter }]),
    { relation: 'chair', unit: chair },
    { relation: 'convener', unit },
    ...(upper === null ? [] : [{ relation: 'upper', unit: upper }]),
    ...units('summoned', departments),
    ...units('countersigner', unsigned > 0 ? attendance.filter((one) => one !== chair) : []),
    ...units(
      'expected',
      summons.filter(({ answer }) => answer === 'expected' || answer === 'silent').map((one) => one.unit),
    ),
    ...units('unheard', unheard(context)),
  ];
}

const STAGES: Readonly<Record<string, string>> = {
  preparing: 'summons',
  answering: 'summons',
  waiting: 'summons',
  opening: 'sitting',
  deliberating: 'sitting',
  confirming: 'minute',
  opposed: 'minute',
  deciding: 'minute',
  signing: 'minute',
  carrying: 'duties',
};

/** What lists show of a joint meeting. */
export function jointSummary(context: JointContext, value: StateValue): Summary {
  const step = typeof value === 'string' ? value : Object.keys(value)[0];
  const { task, issue, round } = context;
  return {
    title: context.title,
    unit: context.unit,
    stage: STAGES[step ?? ''] ?? 'ended',
    category: context.crossing ? 'crossing' : 'summons',
    visibility: context.confidential ? 'confidential' : 'internal',
    lookups: [
      ...(issue === null ? [] : [{ key: 'issue', value: issue }]),
      ...(task === null ? [] : [{ key: 'disputedTask', value: `${task}:${String(round)}`, unique: true }]),
    ],
  };
}
