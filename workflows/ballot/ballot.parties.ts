import type { StateValue } from 'xstate';

import type { Party, Summary } from '#libs/engine';

import type { BallotContext } from './ballot.context.js';

/** Who is related to a ballot and how. */
export function ballotParties(context: BallotContext): Party[] {
  return [
    { relation: 'body', unit: context.unit },
    ...(context.teller === null ? [] : [{ relation: 'teller', person: context.teller }]),
    ...(context.confirmedBy === null ? [] : [{ relation: 'confirmer', person: context.confirmedBy }]),
  ];
}

/** What lists show of a ballot. The count shows up only in the certificate. */
export function ballotSummary(context: BallotContext, value: StateValue): Summary {
  return {
    title: context.subject,
    unit: context.unit,
    stage: stageOf(value),
    // whoever is on a roll has to find the ballot; the counts of a sitting are its own
    visibility: context.poll === null ? 'internal' : 'public',
    lookups: context.issue === null ? [] : [{ key: 'issue', value: context.issue }],
  };
}

const STAGES: Record<string, string> = {
  starting: 'voting',
  open: 'voting',
  counted: 'counting',
  reckoning: 'counting',
};
const POLL_STAGES: Record<string, string> = {
  drawing: 'roll',
  unready: 'roll',
  appeals: 'roll',
  voting: 'voting',
  closing: 'counting',
  settling: 'counting',
  tallying: 'counting',
};

function stageOf(value: StateValue): string {
  if (typeof value === 'string') return STAGES[value] ?? 'ended';
  const inner = value['poll'];
  return typeof inner === 'string' ? (POLL_STAGES[inner] ?? 'voting') : 'voting';
}
