import type { ClockDefinition, Rung, Who } from '#libs/engine';

import type { TaskContext } from './task.context.js';
import {
  ARBITERS,
  CONTACTS,
  DISPATCHERS,
  DOERS_LEADERS,
  HANDLERS,
  LAST_VERIFIERS,
  LEADING,
  NOMINEES,
  SIGNERS,
  SUBSTITUTES,
  SUPERVISORS,
  UPPER_TIER,
} from './task.people.js';
import { inFull, type Span, type TaskPolicy } from './task.policy.js';

type Clock = ClockDefinition<TaskContext, TaskPolicy>;

const isEmergency = (context: TaskContext): boolean => context.part === 'emergency';

/** The time to handle it: of a redo, of the order, or of the policy for this part. */
function handlingTime(context: TaskContext, policy: TaskPolicy): Span {
  if (isEmergency(context)) return context.limit ?? policy.limits.emergency;
  if (context.redoing) return policy.redo;
  return context.limit ?? policy.limits[context.part];
}

/** A late assist escalates by itself: from its due instant on those who lead, and the coordinator, are told too. */
function handlingRungs(context: TaskContext, policy: TaskPolicy): Rung[] {
  const ladder = isEmergency(context) ? policy.emergencyLadder : policy.ladder;
  const leading = context.part === 'assist' ? [...LEADING, ...DISPATCHERS] : [];
  const late = [...HANDLERS, ...DOERS_LEADERS, ...leading];
  return [
    { name: 'remind', at: { percent: ladder.remindPercent }, severity: 'remind', audience: HANDLERS },
    ...contactRung(context, policy),
    { name: 'blue', at: { percent: ladder.bluePercent }, severity: 'blue', audience: HANDLERS },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: late },
    { name: 'urge', at: { after: ladder.urgeAfter }, severity: 'urge', audience: late },
    {
      name: 'supervise',
      at: { after: ladder.superviseAfter },
      severity: 'supervise',
      audience: [...DOERS_LEADERS, ...UPPER_TIER, ...DISPATCHERS, ...(context.part === 'assist' ? LEADING : [])],
      event: 'supervision.started',
    },
  ];
}

/** The unit asked first writes to the resident in the course of the work; who has written needs no reminder. */
function contactRung(context: TaskContext, policy: TaskPolicy): Rung[] {
  if (isEmergency(context) || context.contactReplies > 0) return [];
  const at = { percent: inFull(policy).contactPercent };
  return [{ name: 'contact', at, severity: 'remind', audience: CONTACTS, event: 'contact.due' }];
}

/** Half-time reminder, and a red card at the end to those waited for and to the next tier. */
function shortLadder(waitedFor: Who[], next: Who[]): Rung[] {
  return [
    { name: 'remind', at: { percent: 50 }, severity: 'remind', audience: waitedFor },
    { name: 'red', at: { percent: 100 }, severity: 'red', audience: [...waitedFor, ...next] },
  ];
}

/** An emergency nobody accepts rings the second in line before its time to accept is over. */
function acceptanceRungs(context: TaskContext, policy: TaskPolicy): Rung[] {
  const ladder = shortLadder(HANDLERS, DOERS_LEADERS);
  if (!isEmergency(context)) return ladder;
  const second = { percent: inFull(policy).secondInLinePercent };
  return [{ name: 'second', at: second, severity: 'blue', audience: HANDLERS, event: 'help.wanted' }, ...ladder];
}

/** The clocks of a task by the name of the delay in the chart. */
export const taskClocks: Record<string, Clock> = {
  admissionCheck: {
    label: { zh: '准入核对时限', en: 'Time for the admission register' },
    duration: (_context, policy) => inFull(policy).admissionCheck,
  },
  acceptance: {
    label: { zh: '接单时限', en: 'Time to accept' },
    duration: (context, policy) => (isEmergency(context) ? policy.emergencyAcceptance : policy.acceptance),
    rungs: acceptanceRungs,
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
  consent: {
    label: { zh: '商请转办时限', en: 'Time to agree to a transfer' },
    duration: (_context, policy) => inFull(policy).consent,
    rungs: () => shortLadder(NOMINEES, DOERS_LEADERS),
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
  answerSigning: {
    label: { zh: '审签时限', en: 'Time to sign the answer' },
    duration: (_context, policy) => inFull(policy).answerSigning,
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
    rungs: () => shortLadder(LAST_VERIFIERS, UPPER_TIER),
  },
};
