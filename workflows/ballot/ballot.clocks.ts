import type { ClockDefinition, Rung, Who } from '#libs/engine';

import { CONFIRMERS, GUARDIANS, TELLERS } from './ballot.acts.js';
import type { BallotContext } from './ballot.context.js';
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
};
