import type { ClockDefinition, Rung, Who } from '#libs/engine';

import { ARBITERS, DISPATCHERS, SIGNERS, SUBSTITUTES, SUPERVISORS, UPPER_TIER } from './task.acts.js';
import type { TaskContext } from './task.context.js';
import type { Span, TaskPolicy } from './task.policy.js';

type Clock = ClockDefinition<TaskContext, TaskPolicy>;

const HANDLERS: Who[] = [{ relation: 'handler' }, { role: 'department', of: 'doer' }, { role: 'duty', of: 'doer' }];
const DOERS_LEADERS: Who[] = [{ role: 'leader', of: 'doer' }];

const isEmergency = (context: TaskContext): boolean => context.part === 'emergency';

/** The time to handle it: of a redo, of the order, or of the policy for this part. */
function handlingTime(context: TaskContext, policy: TaskPolicy): Span {
  if (isEmergency(context)) return context.limit ?? policy.limits.emergency;
  if (context.redoing) return policy.redo;
  return context.limit ?? policy.limits[context.part];
}

function handlingRungs(context: TaskContext, policy: TaskPolicy): Rung[] {
  const ladder = isEmergency(context) ? policy.emergencyLadder : policy.ladder;
  return [
    { name: 'remind', at: { percent: ladder.remindPercent }, severity: 'remind', audience: HANDLERS },
    { name: 'blue', at: { percent: ladder.bluePercent }, severity: 'blue', audience: HANDLERS },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...HANDLERS, ...DOERS_LEADERS] },
    { name: 'urge', at: { after: ladder.urgeAfter }, severity: 'urge', audience: [...HANDLERS, ...DOERS_LEADERS] },
    {
      name: 'supervise',
      at: { after: ladder.superviseAfter },
      severity: 'supervise',
      audience: [...DOERS_LEADERS, ...UPPER_TIER, ...DISPATCHERS],
      event: 'supervision.started',
    },
  ];
}

/** Half-time reminder, and a red card at the end to those waited for and to the next tier. */
function shortLadder(waitedFor: Who[], next: Who[]): Rung[] {
  return [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...next] },
  ];
}

/** The clocks of a task by the name of the delay in the chart. */
export const taskClocks: Record<string, Clock> = {
  acceptance: {
    label: { zh: '接单时限', en: 'Time to accept' },
    duration: (context, policy) => (isEmergency(context) ? policy.emergencyAcceptance : policy.acceptance),
    rungs: () => shortLadder(HANDLERS, DOERS_LEADERS),
  },
  handling: {
    label: { zh: '办理时限', en: 'Time to handle' },
    duration: handlingTime,
    rungs: handlingRungs,
  },
  redispatch: {
    label: { zh: '改派时限', en: 'Time to dispatch again' },
    duration: (_context, policy) => policy.redispatch,
    rungs: () => shortLadder(DISPATCHERS, UPPER_TIER),
  },
  arbitration: {
    label: { zh: '裁定时限', en: 'Time to arbitrate' },
    duration: (_context, policy) => policy.arbitration,
    rungs: () => shortLadder(ARBITERS, UPPER_TIER),
  },
  holdApproval: {
    label: { zh: '挂起审批时限', en: 'Time to answer the hold' },
    duration: (_context, policy) => policy.approval,
    rungs: () => shortLadder(DISPATCHERS, UPPER_TIER),
  },
  hold: {
    label: { zh: '挂起期限', en: 'Length of the hold' },
    duration: (context) => ({ amount: context.request?.days ?? 1, unit: 'workingDay', calendar: 'office' }),
    rungs: () => [{ name: 'blue', at: { percent: 80 }, severity: 'blue', audience: HANDLERS }],
  },
  extensionApproval: {
    label: { zh: '延期审批时限', en: 'Time to answer the extension' },
    duration: (_context, policy) => policy.approval,
    rungs: (context) =>
      context.extensions === 0 ? shortLadder(DISPATCHERS, UPPER_TIER) : shortLadder(UPPER_TIER, DISPATCHERS),
  },
  signature: {
    label: { zh: '签发时限', en: 'Time to sign' },
    duration: (_context, policy) => policy.approval,
    rungs: () => shortLadder(SIGNERS, UPPER_TIER),
  },
  verification: {
    label: { zh: '核验时限', en: 'Time to verify' },
    duration: (_context, policy) => policy.verification,
    rungs: () => shortLadder(SUPERVISORS, DISPATCHERS),
  },
  substitution: {
    label: { zh: '代核时限', en: 'Time to verify as substitute' },
    duration: (_context, policy) => policy.verification,
    rungs: () => shortLadder(SUBSTITUTES, DISPATCHERS),
  },
  lastVerification: {
    label: { zh: '协调员核验时限', en: 'Time to verify as coordinator' },
    duration: (_context, policy) => policy.verification,
    rungs: () => shortLadder(DISPATCHERS, UPPER_TIER),
  },
};
