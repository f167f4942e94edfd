import type { ClockDefinition, Rung, Who } from '#libs/engine';

import { ANSWERERS, POSTERS } from './notice.acts.js';
import type { NoticeContext } from './notice.context.js';
import type { NoticePolicy } from './notice.policy.js';

type Clock = ClockDefinition<NoticeContext, NoticePolicy>;

const LEADERS: Who[] = [{ role: 'leader' }];

function ladder(waitedFor: Who[]): Rung[] {
  return [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'blue', at: { percent: 80 }, severity: 'blue', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...LEADERS] },
  ];
}

/** The clocks of a notice by the name of the delay in the chart. */
export const noticeClocks: Record<string, Clock> = {
  posting: {
    label: { zh: '张贴时限', en: 'Time to post' },
    duration: (_context, policy) => policy.posting,
    rungs: () => ladder(POSTERS),
  },
  hanging: {
    label: { zh: '公示期', en: 'Days of the notice' },
    duration: (context, policy) => ({ amount: context.days, unit: policy.dayUnit, calendar: policy.calendar }),
    rungs: () => [{ name: 'remind', at: { percent: 80 }, severity: 'remind', audience: POSTERS }],
  },
  objectionAnswer: {
    label: { zh: '异议答复时限', en: 'Time to answer objections' },
    duration: (_context, policy) => policy.objectionAnswer,
    rungs: () => ladder(ANSWERERS),
  },
};
