import type { Rung, Who } from '#libs/engine';

import type { IssuePolicy } from './issue.policy.js';

/**
 * The ladder of a clock: reminded at half the time, blue card at four fifths, red card when due, a written urge one working
 * day and supervision five working days after. The numbers are policy.
 */
export function ladder(policy: IssuePolicy, holders: Who[], above: Who[]): Rung[] {
  const { remindPercent, bluePercent, urgeAfter, superviseAfter } = policy.ladder;
  return [
    { name: 'remind', at: { percent: remindPercent }, severity: 'remind', audience: holders },
    { name: 'blue', at: { percent: bluePercent }, severity: 'blue', audience: holders },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...holders, ...above] },
    {
      name: 'urge',
      at: { after: { amount: urgeAfter.amount, unit: urgeAfter.unit } },
      severity: 'urge',
      audience: holders,
    },
    {
      name: 'supervise',
      at: { after: { amount: superviseAfter.amount, unit: superviseAfter.unit } },
      severity: 'supervise',
      audience: above,
    },
  ];
}

/** Reminders for a time that ends by itself: nobody is late when it is over. */
export function reminders(policy: IssuePolicy, holders: Who[]): Rung[] {
  return [
    { name: 'remind', at: { percent: policy.ladder.remindPercent }, severity: 'remind', audience: holders },
    { name: 'blue', at: { percent: policy.ladder.bluePercent }, severity: 'blue', audience: holders },
  ];
}
