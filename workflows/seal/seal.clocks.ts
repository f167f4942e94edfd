import type { ClockDefinition, Rung, Who } from '#libs/engine';

import { GROUP, SIGNERS, SIGNERS_LEADER, UPPER_TIER } from './seal.acts.js';
import type { SealContext } from './seal.context.js';
import type { SealPolicy } from './seal.policy.js';

type Clock = ClockDefinition<SealContext, SealPolicy>;

/** Half-time reminder, and a red card at the end to those waited for and to the next tier. */
function shortLadder(waitedFor: Who[], next: Who[]): Rung[] {
  return [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...next] },
  ];
}

/** A silent department is first reminded, then its leader is told, then the tier above. */
function signingLadder(_context: SealContext, { ladder }: SealPolicy): Rung[] {
  return [
    { name: 'remind', at: { percent: ladder.remindPercent }, severity: 'remind', audience: SIGNERS },
    { name: 'blue', at: { percent: ladder.bluePercent }, severity: 'blue', audience: SIGNERS },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: SIGNERS },
    { name: 'urge', at: { after: ladder.urgeAfter }, severity: 'urge', audience: [...SIGNERS_LEADER, ...GROUP] },
    {
      name: 'supervise',
      at: { after: ladder.superviseAfter },
      severity: 'supervise',
      audience: [...SIGNERS_LEADER, ...UPPER_TIER, ...GROUP],
      event: 'supervision.started',
    },
  ];
}

/** The clocks of one seal by the name of the delay in the chart. */
export const sealClocks = {
  preparing: {
    label: { zh: '备齐材料期限', en: 'Time to hand in' },
    duration: (_context, policy) => policy.preparing,
    rungs: () => shortLadder(GROUP, []),
  },
  receipt: {
    label: { zh: '收件时限', en: 'Time to acknowledge' },
    duration: (_context, policy) => policy.receipt,
    rungs: () => [{ name: 'remind', at: { percent: 50 }, severity: 'remind', audience: SIGNERS }],
  },
  signing: {
    label: { zh: '签章时限', en: 'Time to sign' },
    duration: (context, policy) => context.limit ?? policy.limits[context.kind],
    rungs: signingLadder,
  },
  supplying: {
    label: { zh: '补正期限', en: 'Time to bring missing papers' },
    duration: (_context, policy) => policy.supplying,
    rungs: () => shortLadder(GROUP, []),
  },
  fulfilling: {
    label: { zh: '落实条件期限', en: 'Time to meet the conditions' },
    duration: (_context, policy) => policy.fulfilling,
    rungs: () => shortLadder(GROUP, SIGNERS),
  },
  confirming: {
    label: { zh: '确认条件时限', en: 'Time to confirm the conditions' },
    duration: (_context, policy) => policy.confirming,
    rungs: () => shortLadder(SIGNERS, [...SIGNERS_LEADER, ...UPPER_TIER]),
  },
  remedy: {
    label: { zh: '申诉或者改方案期限', en: 'Time to appeal or change the plan' },
    duration: (_context, policy) => policy.remedy,
    rungs: () => [
      { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: GROUP },
      { name: 'blue', at: { percent: 80 }, severity: 'blue', audience: GROUP },
    ],
  },
  appeal: {
    label: { zh: '裁定时限', en: 'Time to rule on the appeal' },
    duration: (_context, policy) => policy.appeal,
    rungs: () => shortLadder(UPPER_TIER, GROUP),
  },
} satisfies Record<string, Clock>;
