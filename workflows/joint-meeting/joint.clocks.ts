import type { ClockDefinition, Rung, Who } from '#libs/engine';

import {
  CALLER,
  CHAIR,
  COUNTERSIGNERS,
  EXPECTED,
  LEADERS_EXPECTED,
  LEADERS_UNHEARD,
  UNHEARD,
  UPPER,
} from './joint.acts.js';
import type { JointContext } from './joint.context.js';
import type { JointPolicy, Span } from './joint.policy.js';

type Clock = ClockDefinition<JointContext, JointPolicy>;

/** Half-time reminder, a blue card, and a red card at the end to those waited for and to the next tier. */
function ladder(waitedFor: Who[], next: Who[]): Rung[] {
  return [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'blue', at: { percent: 80 }, severity: 'blue', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...next] },
  ];
}

const clock = (label: Clock['label'], span: (policy: JointPolicy) => Span, rungs: Rung[]): Clock => ({
  label,
  duration: (_context, policy) => span(policy),
  rungs: () => rungs,
});

/** The clocks of a joint meeting by the name of the delay in the chart. Only who has not answered is told, and their leader. */
export const jointClocks: Record<string, Clock> = {
  preparing: clock(
    { zh: '确定会期时限', en: 'Time to set day and place' },
    (policy) => policy.preparing,
    ladder(CHAIR, [...UPPER, ...CALLER]),
  ),
  answering: clock(
    { zh: '答复约请时限', en: 'Time to answer the summons' },
    (policy) => policy.answering,
    ladder(EXPECTED, [...LEADERS_EXPECTED, ...UPPER, ...CHAIR]),
  ),
  sitting: {
    label: { zh: '会议开始', en: 'The sitting begins' },
    duration: (context) => ({ until: context.startsAt ?? '' }),
    rungs: () => [
      {
        name: 'remind',
        at: { before: { amount: 2, unit: 'hour' } },
        severity: 'remind',
        audience: [...EXPECTED, ...CHAIR],
      },
    ],
  },
  opening: clock(
    { zh: '开会时限', en: 'Time to open the sitting' },
    (policy) => policy.opening,
    ladder(CHAIR, [...UPPER, ...CALLER]),
  ),
  drafting: clock(
    { zh: '起草纪要时限', en: 'Time to draft the minute' },
    (policy) => policy.drafting,
    ladder(CHAIR, [...UPPER, ...CALLER]),
  ),
  confirming: clock(
    { zh: '确认纪要时限', en: 'Time to confirm the minute' },
    (policy) => policy.confirming,
    ladder(UNHEARD, LEADERS_UNHEARD),
  ),
  weighing: clock(
    { zh: '处理异议时限', en: 'Time to deal with objections' },
    (policy) => policy.weighing,
    ladder(CHAIR, UPPER),
  ),
  deciding: clock(
    { zh: '上级裁定时限', en: 'Time of the tier above' },
    (policy) => policy.deciding,
    ladder(UPPER, CHAIR),
  ),
  signing: clock(
    { zh: '签发纪要时限', en: 'Time to sign the minute' },
    (policy) => policy.signing,
    // nobody countersigns the first time: then there is none to be told
    ladder([...CHAIR, ...COUNTERSIGNERS], [...UPPER, ...CALLER]),
  ),
};
