import type { ClockDefinition, Rung, Who } from '#libs/engine';

import { CONFIRMERS, GUARDIANS, ROLL_KEEPERS, TELLERS } from './ballot.acts.js';
import { pollPolicyOf, type BallotContext } from './ballot.context.js';
import type { BallotPolicy } from './ballot.policy.js';

type Clock = ClockDefinition<BallotContext, BallotPolicy>;

const OPERATORS: Who[] = [{ role: 'operator' }];

function ladder(waitedFor: Who[], next: Who[]): Rung[] {
  return [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'blue', at: { percent: 80 }, severity: 'blue', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...next] },
  ];
}

/** The clocks of a ballot by the name of the delay in the chart. */
export const ballotClocks: Record<string, Clock> = {
  window: {
    label: { zh: '表决时间', en: 'Time to vote and count' },
    duration: (_context, policy) => policy.window,
    rungs: () => ladder(TELLERS, GUARDIANS),
  },
  confirmation: {
    label: { zh: '复核时限', en: 'Time to confirm the count' },
    duration: (_context, policy) => policy.confirmation,
    rungs: () => ladder(CONFIRMERS, GUARDIANS),
  },
  reckoning: {
    label: { zh: '核算时限', en: 'Time to reckon the verdict' },
    duration: (_context, policy) => policy.reckoning,
    rungs: () => [{ name: 'red', at: { percent: 100 }, severity: 'red', audience: OPERATORS }],
  },
  drawing: {
    label: { zh: '编制名册时限', en: 'Time to draw the roll' },
    duration: (context, policy) => pollPolicyOf({ ...context, policy }).drawing,
    rungs: () => [{ name: 'red', at: { percent: 100 }, severity: 'red', audience: OPERATORS }],
  },
  unready: {
    label: { zh: '更正登记簿', en: 'Time to put the registry right' },
    duration: (context, policy) => pollPolicyOf({ ...context, policy }).settling,
    rungs: () => ladder(ROLL_KEEPERS, GUARDIANS),
  },
  appeals: {
    label: { zh: '名册异议期', en: 'Time for appeals against the roll' },
    // a ballot without appeals never enters the state
    duration: (context, policy) => {
      const { appeals, drawing } = pollPolicyOf({ ...context, policy });
      return appeals ?? drawing;
    },
    rungs: () => [],
  },
  polling: {
    label: { zh: '投票期', en: 'Time to vote' },
    duration: (context, policy) => pollPolicyOf({ ...context, policy }).polling,
    rungs: () => [
      { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: TELLERS },
      { name: 'blue', at: { percent: 80 }, severity: 'blue', audience: TELLERS },
    ],
  },
  closing: {
    label: { zh: '截止与计票', en: 'Time to close and count' },
    duration: (context, policy) => pollPolicyOf({ ...context, policy }).closing,
    rungs: () => [{ name: 'red', at: { percent: 100 }, severity: 'red', audience: OPERATORS }],
  },
  settling: {
    label: { zh: '处理争议票', en: 'Time to settle contested papers' },
    duration: (context, policy) => pollPolicyOf({ ...context, policy }).settling,
    rungs: () => ladder(TELLERS, GUARDIANS),
  },
};
