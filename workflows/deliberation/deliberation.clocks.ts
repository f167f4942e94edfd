import type { ClockDefinition, Rung } from '#libs/engine';

import type { DeliberationContext } from './deliberation.context.js';
import type { DeliberationPolicy } from './deliberation.policy.js';

type Clock = ClockDefinition<DeliberationContext, DeliberationPolicy>;

const HOLDERS = [{ role: 'coordinator' }, { role: 'deliberator' }];

function reminders({ remindPercent, bluePercent }: DeliberationPolicy): Rung[] {
  return [
    { name: 'remind', at: { percent: remindPercent }, severity: 'remind', audience: HOLDERS },
    { name: 'blue', at: { percent: bluePercent }, severity: 'blue', audience: HOLDERS },
  ];
}

/** The clocks of a deliberation. */
export const deliberationClocks = {
  gathering: {
    label: { zh: '协商准备', en: 'Preparation' },
    duration: (_, policy) => policy.gathering,
    rungs: (_, policy) => reminders(policy),
  },
  closing: {
    label: { zh: '汇总意见', en: 'Adding up' },
    duration: () => ({ amount: 1, unit: 'hour', calendar: 'always' }),
  },
  overdue: {
    label: { zh: '补齐措施', en: 'Completing the item' },
    duration: (_, policy) => policy.overdue,
    rungs: (_, policy) => [
      ...reminders(policy),
      { name: 'red', at: { percent: 100 }, severity: 'red', audience: [{ role: 'coordinator' }, { role: 'leader' }] },
    ],
  },
} satisfies Record<string, Clock>;
