import type { ClockDefinition, Label, Until, Who } from '#libs/engine';

import type { IssueContext } from './issue.context.js';
import { ladder, reminders } from './issue.ladder.js';
import type { IssuePolicy } from './issue.policy.js';
import {
  ADVISERS,
  APPEAL_JUDGES,
  CALLERS,
  CLAIMERS,
  CONCERNED,
  CONFIDANTS,
  COORDINATORS,
  COUNCIL,
  FIRST_ASKED,
  HANDLER,
  LAST_VERIFIERS,
  LEADERS,
  OFFERED,
  PARTY_SECRETARIES,
  PLANNERS,
  PRIVATE_SIGNERS,
  REPORTER,
  SIGNERS,
  SORTERS,
  SUBSTITUTES,
  SUPERVISORS,
} from './issue.people.js';

type Clock = ClockDefinition<IssueContext, IssuePolicy>;
type ClockName = keyof IssuePolicy['clocks'];

/** Who a clock reminds. A confidential need reminds nobody who must not know of it. */
interface Reminded {
  holders: Who[];
  /** In place of the holders while the need is confidential. */
  inConfidence?: Who[];
  above?: Who[];
}

function holdersOf({ confidential }: IssueContext, { holders, inConfidence }: Reminded): Who[] {
  return confidential ? (inConfidence ?? holders) : holders;
}

/** Somebody is answerable for it: the whole ladder, above the due time too. */
function held(label: Label, name: ClockName, who: Reminded): Clock {
  return {
    label,
    duration: (_, policy) => policy.clocks[name],
    rungs: (context, policy) => ladder(policy, holdersOf(context, who), who.above ?? LEADERS),
  };
}

/** It ends by itself: reminders only. */
function window(label: Label, name: ClockName, who: Reminded): Clock {
  return {
    label,
    duration: (_, policy) => policy.clocks[name],
    rungs: (context, policy) => reminders(policy, holdersOf(context, who)),
  };
}

function until(instant: string | null | undefined, what: string): Until {
  if (typeof instant !== 'string') throw new Error(`no instant is known for ${what}`);
  return { until: instant };
}

/** Every waiting of an issue has one of these clocks; the chart's delays carry the same names. */
export const issueClocks = {
  firstReply: held({ zh: '首次回复', en: 'First reply' }, 'firstReply', {
    holders: FIRST_ASKED,
    inConfidence: COORDINATORS,
    above: COORDINATORS,
  }),
  triage: {
    label: { zh: '分类', en: 'Sorting' },
    duration: (context, policy) => (context.channel === 'hotline' ? policy.clocks.triageHotline : policy.clocks.triage),
    rungs: (_, policy) => ladder(policy, SORTERS, LEADERS),
  },
  information: window({ zh: '等待补充', en: 'Waiting for information' }, 'information', { holders: REPORTER }),
  appealWindow: window({ zh: '申诉期', en: 'Time to appeal' }, 'appealWindow', { holders: CONCERNED }),
  appealDecision: held({ zh: '申诉审理', en: 'Hearing the appeal' }, 'appealDecision', { holders: APPEAL_JUDGES }),
  competence: held({ zh: '权限意见', en: 'Who may decide' }, 'competence', {
    holders: ADVISERS,
    above: [...COORDINATORS, ...LEADERS],
  }),
  party: held({ zh: '党组织研究', en: 'Party organisation considers' }, 'party', { holders: PARTY_SECRETARIES }),
  routing: window({ zh: '选择层级', en: 'Choosing the level' }, 'routing', { holders: COORDINATORS }),
  agenda: held({ zh: '等待上会', en: 'Waiting for an agenda' }, 'agenda', { holders: COORDINATORS }),
  convening: {
    label: { zh: '组织业主表决', en: 'Calling the owners' },
    duration: ({ restsUntil }, policy) => (restsUntil === null ? policy.clocks.agenda : { until: restsUntil }),
    rungs: (_, policy) => ladder(policy, COORDINATORS, LEADERS),
  },
  meeting: {
    label: { zh: '会议', en: 'Meeting' },
    duration: (context) => until(context.agenda?.startsAt, 'the meeting'),
    rungs: (_, policy) => ladder(policy, COORDINATORS, LEADERS).filter(({ at }) => 'after' in at),
  },
  provisional: held({ zh: '核定规则', en: 'Confirming the rule' }, 'provisional', {
    holders: ADVISERS,
    above: [...COORDINATORS, ...LEADERS],
  }),
  announcement: held({ zh: '公布决定', en: 'Announcing the decision' }, 'announcement', { holders: COORDINATORS }),
  recall: window({ zh: '叫停期', en: 'Time to call back' }, 'recall', { holders: COUNCIL }),
  explanation: held({ zh: '说明否决理由', en: 'Explaining a rejection' }, 'explanation', { holders: COORDINATORS }),
  planning: held({ zh: '制定推进计划', en: 'Planning' }, 'planning', { holders: PLANNERS }),
  claim: window({ zh: '等待认领', en: 'Open for claiming' }, 'claim', { holders: CLAIMERS, inConfidence: OFFERED }),
  promise: {
    label: { zh: '承诺日期', en: 'Promised date' },
    duration: (context) => until(context.plan?.promised, 'the promised work'),
    rungs: (_, policy) => ladder(policy, HANDLER, COORDINATORS),
  },
  verification: window({ zh: '验收', en: 'Verification' }, 'verification', { holders: SUPERVISORS }),
  verificationSubstitute: window({ zh: '替补验收', en: 'Verification by a substitute' }, 'verification', {
    holders: SUBSTITUTES,
  }),
  verificationLast: held({ zh: '统筹人验收', en: 'Verification by the coordinator' }, 'verification', {
    holders: LAST_VERIFIERS,
    inConfidence: CONFIDANTS,
  }),
  departments: held({ zh: '部门办理', en: 'Departments at work' }, 'departments', { holders: COORDINATORS }),
  crossroads: held({ zh: '决定怎么办', en: 'Deciding how to go on' }, 'crossroads', { holders: PLANNERS }),
  signing: held({ zh: '签发', en: 'Signing' }, 'signing', { holders: SIGNERS, inConfidence: PRIVATE_SIGNERS }),
  posting: held({ zh: '公布结果', en: 'Posting the outcome' }, 'posting', { holders: COORDINATORS }),
  review: window({ zh: '评议期', en: 'Review window' }, 'review', { holders: CONCERNED }),
  chasing: held({ zh: '回访', en: 'Reaching the silent' }, 'chasing', { holders: CALLERS, inConfidence: CONFIDANTS }),
  supervision: held({ zh: '督办', en: 'Supervision' }, 'supervision', { holders: LEADERS }),
  emergency: held({ zh: '险情处置', en: 'Emergency' }, 'emergency', { holders: [{ role: 'duty' }, ...COORDINATORS] }),
} satisfies Record<string, Clock>;
