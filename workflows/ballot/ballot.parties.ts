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
  const step = typeof value === 'string' ? value : 'open';
  return {
    title: context.subject,
    unit: context.unit,
    stage: step === 'open' ? 'voting' : step === 'counted' || step === 'reckoning' ? 'counting' : 'ended',
    visibility: 'internal',
    lookups: [{ key: 'issue', value: context.issue }],
  };
}
