import type { ClockDefinition, Rung, Who } from '#libs/engine';

import { ANSWERERS, JUDGES, OBJECTORS, POSTERS, REVIEWERS } from './notice.acts.js';
import type { NoticeContext } from './notice.context.js';
import { reviewsUntil } from './notice.guards.js';
import { rulesOf, type NoticePolicy } from './notice.policy.js';

type Clock = ClockDefinition<NoticeContext, NoticePolicy>;

const EPOCH = '1970-01-01T00:00:00.000Z';
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
    rungs: () => ladder([...ANSWERERS, ...REVIEWERS]),
  },
  settling: {
    label: { zh: '申请复核时限', en: 'Time to ask for a review' },
    duration: (context) => ({ until: reviewsUntil(context) ?? context.postedAt ?? EPOCH }),
    rungs: () => [{ name: 'remind', at: { percent: 80 }, severity: 'remind', audience: OBJECTORS }],
  },
  withdrawalAppeal: {
    label: { zh: '对撤回的申诉期限', en: 'Time to appeal against the withdrawal' },
    duration: (_context, policy) => rulesOf({ policy }).withdrawalAppeal,
    rungs: () => [],
  },
  appealDecision: {
    label: { zh: '申诉决定时限', en: 'Time to decide on the appeal' },
    duration: (_context, policy) => rulesOf({ policy }).appealDecision,
    rungs: () => ladder(JUDGES),
  },
};
