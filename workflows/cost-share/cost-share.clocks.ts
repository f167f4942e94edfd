import type { ClockDefinition, Rung, Who } from '#libs/engine';

import { GROUP, OVERSEERS, PAYERS } from './cost-share.acts.js';
import type { CostShareContext } from './cost-share.context.js';
import type { CostSharePolicy } from './cost-share.policy.js';

type Clock = ClockDefinition<CostShareContext, CostSharePolicy>;

function ladder(waitedFor: Who[], next: Who[]): Rung[] {
  return [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...next] },
  ];
}

/** The clocks of cost shares by the name of the delay in the chart. */
export const costShareClocks = {
  drafting: {
    label: { zh: '公布分摊表期限', en: 'Time to lay the table open' },
    duration: (_context, policy) => policy.drafting,
    rungs: () => ladder(GROUP, []),
  },
  pledging: {
    label: { zh: '认缴期限', en: 'Time to pledge' },
    duration: (_context, policy) => policy.pledging,
    rungs: () => ladder(PAYERS, GROUP),
  },
  collecting: {
    label: { zh: '收款期限', en: 'Time to pay' },
    duration: (_context, policy) => policy.collecting,
    rungs: () => ladder(PAYERS, GROUP),
  },
  settling: {
    label: { zh: '公布决算期限', en: 'Time to lay the accounts open' },
    duration: (_context, policy) => policy.settling,
    rungs: () => ladder(GROUP, OVERSEERS),
  },
  refunding: {
    label: { zh: '退款期限', en: 'Time to pay back' },
    duration: (_context, policy) => policy.refunding,
    rungs: () => ladder(GROUP, OVERSEERS),
  },
} satisfies Record<string, Clock>;
