import type { GuardDefinition } from '#libs/engine';

import { personOf, type Answer, type Executor, type IssueContext } from './issue.context.js';
import type { EventOf, IssueEvent } from './issue.events.js';

interface Args {
  context: IssueContext;
  event: IssueEvent;
}

/** A guard that also reads what was sent. It says no to any other kind of event. */
function reading<Type extends IssueEvent['type']>(
  types: readonly Type[],
  test: (context: IssueContext, event: EventOf<Type>) => boolean,
): (args: Args) => boolean {
  return ({ context, event }) => types.some((type) => type === event.type) && test(context, event as EventOf<Type>);
}

const DAY_MS = 86_400_000;

/** Whether a promised instant lies ahead and no further than the policy lets anybody promise. */
function isPromiseInRange(context: IssueContext, promised: string, at: string): boolean {
  const ahead = Date.parse(promised) - Date.parse(at);
  return ahead > 0 && ahead <= context.policy.promiseDays * DAY_MS;
}

/** A department's duty goes to a department; residents' own means are for what residents may do. */
function mayCarryOut(context: IssueContext, executor: Executor): boolean {
  const isDepartments = context.competence?.decides === 'department' || context.direct?.reason === 'statutory_duty';
  return !isDepartments || executor === 'department' || executor === 'errand';
}

/** People whose answer is asked for: the reporter and the supporters. */
export function concernedBy(context: IssueContext): string[] {
  return [...(context.reporter === null ? [] : [context.reporter]), ...context.supporters];
}

function reportersAnswer(context: IssueContext): Answer | undefined {
  return context.answers.find(({ person }) => person === context.reporter);
}

/** Not solved if the reporter says so, or at least half of those who answered. */
export function isJudgedUnsolved(context: IssueContext): boolean {
  if (reportersAnswer(context)?.solved === false) return true;
  const against = context.answers.filter(({ solved }) => !solved).length;
  return against > 0 && against * 2 >= context.answers.length;
}

/** Solved if the reporter says so (or, without a reporter, more than half of those who answered). */
export function isJudgedSolved(context: IssueContext): boolean {
  if (context.answers.length === 0 || isJudgedUnsolved(context)) return false;
  return context.reporter === null || reportersAnswer(context) !== undefined;
}

/**
 * Silence counts as agreement only after the logged attempts the policy asks for, on as many different days, by somebody
 * other than the handler; never for a reporter whose voice is needed.
 */
export function isSilenceAgreement(context: IssueContext): boolean {
  if (context.needsVoice || isJudgedUnsolved(context)) return false;
  const { needed, onDays } = context.policy.attempts;
  const attempts = context.attempts.filter(({ by }) => by !== context.handler);
  return attempts.length >= needed && new Set(attempts.map(({ on }) => on)).size >= onDays;
}

const limits =
  (name: keyof IssueContext['policy']['limits']) =>
  ({ context }: Pick<Args, 'context'>) =>
    context.counts[name] < context.policy.limits[name];

/** The named conditions of the chart, each a question. */
export const issueGuards = {
  // say
  isDangerNow: ({ context }: Args) => context.danger,
  mayAskAgain: limits('information'),
  mayBeMerged: reading(['merge'], (context, event) => event.input.into !== context.case && !context.confidential),
  isConfidential: ({ context }: Args) => context.confidential,
  hasSupporters: ({ context }: Args) => context.supporters.length > 0,
  isCommonMatter: ({ context }: Args) => context.nature === 'common' && !context.confidential,
  isNewSupporter: reading(['support'], (context, event) => {
    const person = personOf(event.by);
    return person !== null && !concernedBy(context).includes(person);
  }),
  isReplied: ({ context }: Args) => context.replied,
  hasNotAppealedDecline: ({ context }: Args) => !context.appealed.decline,
  isAlreadyConcerned: reading(['merge.joined'], (context, event) =>
    context.merged.some(({ issue }) => issue === event.payload.issue),
  ),
  didMainIssueSettleIt: reading(['main.ended'], (context, event) => {
    const settles: string[] = ['solved', 'accepted', 'final_answer', 'rejected'];
    return event.payload.issue === context.mainIssue && settles.includes(event.payload.result);
  }),
  isOwnMainIssue: reading(['main.ended'], (context, event) => event.payload.issue === context.mainIssue),

  // deliberate
  mayNobodyDecide: reading(['stateCompetence'], (_, event) => event.input.decides === 'nobody'),
  isPartyToConsider: ({ context }: Args) => context.major && context.policy.party.considersMajor,
  hasNotAppealedRefusal: ({ context }: Args) => !context.appealed.refusal,
  isLevelInUse: reading(['chooseLevel'], (context, event) => context.policy.levels.includes(event.input.level)),
  isDepartmentsDuty: ({ context }: Args) => context.competence?.decides === 'department',
  /** Owners' matters are never skipped; a statutory duty is claimed only where the adviser said so. */
  isNothingDecidedInCommon: reading(['takeDirectLine'], (context, event) => {
    if (context.competence?.decides === 'owners') return false;
    return event.input.reason !== 'statutory_duty' || context.competence?.decides === 'department';
  }),
  hasDirectLine: ({ context }: Args) => context.direct?.open === true && !context.confidential,
  wasAdopted: reading(['agenda.result'], (_, { payload }) => payload.result === 'adopted' && !payload.provisional),
  wasAdoptedProvisionally: reading(
    ['agenda.result'],
    (_, { payload }) => payload.result === 'adopted' && payload.provisional,
  ),
  wasRejected: reading(['agenda.result'], (_, { payload }) => payload.result === 'rejected'),
  mayWaitForNextMeeting: reading(
    ['agenda.result'],
    (context, { payload }) =>
      payload.result === 'next_meeting' && context.counts.postponements < context.policy.limits.postponements,
  ),
  isBelowAssembly: ({ context }: Args) => context.level !== 'assembly',
  isOwnMeeting: reading(['agenda.confirmed', 'agenda.dropped', 'agenda.result'], (context, event) =>
    [context.agenda?.meeting, context.decision?.meeting].includes(event.payload.meeting),
  ),
  mustWaitForNotice: reading(
    ['announceDecision'],
    (_, { input }) => input.spendsCommonMoney || input.restrictsUse || input.affectsRights,
  ),
  mayDeliberateAgain: ({ context }: Args) =>
    !context.confidential && context.counts.deliberations < context.policy.limits.deliberations,
  wasObjectionUpheld: reading(
    ['done.notice'],
    (context, { output }) => !context.confidential && output.result === 'objection_upheld',
  ),
  hasDecision: ({ context }: Args) => context.decision !== null,
  hasNotAppealedRejection: ({ context }: Args) => !context.appealed.rejection && context.level !== 'assembly',

  // act
  mayBeOffered: reading(
    ['offer'],
    (context, event) => mayCarryOut(context, 'claimed') && (!context.confidential || event.input.offeredTo.length > 0),
  ),
  mayBeOwnWork: reading(
    ['planOwnWork'],
    (context, event) => mayCarryOut(context, 'community') && isPromiseInRange(context, event.input.promised, event.at),
  ),
  areUnitsDifferent: reading(['dispatch'], (_, { input }) => {
    const units = [input.lead, ...input.assists.map(({ unit }) => unit)];
    return new Set(units).size === units.length;
  }),
  mayClaim: reading(['claim'], (context, event) => {
    const person = personOf(event.by);
    const isOffered =
      context.plan?.offeredTo.length === 0 || (person !== null && context.plan?.offeredTo.includes(person) === true);
    return person !== null && isOffered && isPromiseInRange(context, event.input.promised, event.at);
  }),
  mayPromiseAgain: limits('promises'),
  isPromiseReachable: reading(['promiseAgain'], (context, event) =>
    isPromiseInRange(context, event.input.promised, event.at),
  ),
  isNotTheHandler: reading(
    [
      'verify',
      'verifyAsSubstitute',
      'verifyLast',
      'recordAnswer',
      'logAttempt',
      'answerForAll',
      'confirmOnSite',
      'signFinalAnswer',
    ],
    (context, event) => personOf(event.by) !== null && personOf(event.by) !== context.handler,
  ),
  isVerified: reading(['verify', 'verifyAsSubstitute', 'verifyLast'], (_, event) => event.input.passed),
  mayFailVerificationAgain: limits('verifications'),
  areTasksVerified: ({ context }: Args) => {
    const required = context.jobs.filter((job) => job.required);
    return required.length > 0 && required.every(({ result }) => result === 'verified');
  },
  hasTaskFailed: ({ context }: Args) =>
    context.jobs.some(({ required, result }) => required && result !== null && result !== 'verified'),
  isNewUnit: reading(['addAssist'], (context, event) => !context.jobs.some(({ unit }) => unit === event.input.unit)),
  mayPlanAgain: limits('plans'),
  mayRaiseTier: ({ context }: Args) =>
    context.tier !== 'district' && context.counts.tiers < context.policy.limits.tiers,
  isJudgeAnother: reading(
    ['upholdAppeal', 'dismissAppeal'],
    (context, event) => personOf(event.by) !== null && personOf(event.by) !== context.ending?.by,
  ),
  isSignerAnother: reading(['signFinalAnswer'], (context, event) => personOf(event.by) !== context.ending?.by),

  // review
  isUnsortedEmergency: ({ context }: Args) => context.danger && context.nature === 'unsorted' && !context.confidential,
  isNobodyConcerned: ({ context }: Args) => concernedBy(context).length === 0,
  isSomebodyConcerned: ({ context }: Args) => concernedBy(context).length > 0,
  isConcernedPerson: reading(['recordAnswer'], (context, { input }) =>
    [...concernedBy(context), context.subject].includes(input.person),
  ),
  isWitnessAnother: reading(['recordAnswer', 'confirmOnSite'], (context, event) => {
    const { witness } = event.input;
    const person = 'person' in event.input ? event.input.person : context.reporter;
    return ![personOf(event.by), context.handler, person].includes(witness);
  }),
  haveAllAnswered: ({ context }: Args) => {
    const answered = new Set(context.answers.map(({ person }) => person));
    const concerned = concernedBy(context);
    return concerned.length === 0 ? context.answers.length > 0 : concerned.every((person) => answered.has(person));
  },
  isMeasureDisputed: ({ context }: Args) => {
    const against = context.answers.filter(({ disputed }) => disputed).length;
    return !context.confidential && context.nature === 'common' && against * 2 > context.answers.length;
  },
  isUnsolved: ({ context }: Args) => isJudgedUnsolved(context),
  isSolved: ({ context }: Args) => isJudgedSolved(context),
  mayRedo: limits('redo'),
  isSilenceAccepted: ({ context }: Args) => isSilenceAgreement(context),
  /** Somebody tried at the door at least once, so that seeing for oneself is the last means, not the first. */
  wasTriedAtTheDoor: ({ context }: Args) =>
    isEnoughTried(context) && context.attempts.some(({ channel }) => channel === 'door'),
} satisfies Record<string, (args: Args) => boolean>;

function isEnoughTried(context: IssueContext): boolean {
  return context.attempts.length >= context.policy.attempts.needed;
}

const says = (over: GuardDefinition['over'], zh: string, en: string): GuardDefinition => ({
  over,
  refusal: { zh, en },
});

/** What each guard reads and what the user is told when it says no. */
export const issueGuardDefinitions: Record<keyof typeof issueGuards, GuardDefinition> = {
  isDangerNow: says('case', '没有报险。', 'No danger was declared.'),
  mayAskAgain: says(
    'case',
    '补充次数已用完，请按现有情况分类。',
    'The reporter was asked often enough: sort with what there is.',
  ),
  mayBeMerged: says(
    'input',
    '请选择另一件公开事项；个人需求不能合并。',
    'Choose another issue; a confidential need is never merged.',
  ),
  isConfidential: says('case', '这不是保密事项。', 'This issue is not confidential.'),
  hasSupporters: says('case', '没有人附议。', 'Nobody supports it.'),
  isCommonMatter: says('case', '只有共性问题可以附议。', 'Only common matters can be supported.'),
  isNewSupporter: says('input', '您已经在关注这件事。', 'You are concerned by it already.'),
  isReplied: says('case', '尚未首次回复，请先回复居民。', 'The resident has no reply yet: reply first.'),
  hasNotAppealedDecline: says(
    'case',
    '只能申诉一次；可向上一级或法院反映。',
    'An appeal is possible once; turn to the tier above or a court.',
  ),
  isAlreadyConcerned: says('input', '该事项已并入。', 'That issue is merged already.'),
  didMainIssueSettleIt: says('input', '主事项没有解决此事。', 'The main issue did not settle it.'),
  isOwnMainIssue: says('input', '不是本事项并入的主事项。', 'This issue was merged into another one.'),
  mayNobodyDecide: says('input', '此事可以由有权主体决定。', 'Somebody may decide this.'),
  isPartyToConsider: says('case', '无须党组织研究。', 'The Party organisation need not consider it.'),
  hasNotAppealedRefusal: says('case', '只能申诉一次。', 'An appeal is possible once.'),
  isLevelInUse: says(
    'input',
    '本社区没有这一层级，请另选。',
    'This community does not use that level: choose another.',
  ),
  isDepartmentsDuty: says('case', '这不是部门的法定职责。', 'This is not a department’s legal duty.'),
  isNothingDecidedInCommon: says(
    'input',
    '业主共同决定的事项不能直通；“法定职责”须有顾问意见。',
    'Owners’ matters cannot skip deliberation; a statutory duty needs the adviser’s word.',
  ),
  hasDirectLine: says('case', '没有走直通。', 'The direct line was not taken.'),
  wasAdopted: says('input', '没有通过。', 'It was not adopted.'),
  wasAdoptedProvisionally: says('input', '不是待核定的结果。', 'The result is not provisional.'),
  wasRejected: says('input', '没有否决。', 'It was not rejected.'),
  mayWaitForNextMeeting: says('input', '已多次延至下次会议。', 'It was moved to the next meeting too often.'),
  isBelowAssembly: says('case', '已在居民代表会议层级。', 'It is before the representatives’ meeting already.'),
  isOwnMeeting: says('input', '不是本事项的会议。', 'That is not this issue’s meeting.'),
  mustWaitForNotice: says('input', '无须等公示期满。', 'It need not wait for its notice.'),
  mayDeliberateAgain: says(
    'case',
    '协商次数已用完或属保密事项；请提级或拟最终答复。',
    'It was deliberated often enough or is confidential: raise a tier or draft a final answer.',
  ),
  wasObjectionUpheld: says('input', '没有成立的异议。', 'No objection was upheld.'),
  hasDecision: says('case', '还没有决定。', 'Nothing is decided yet.'),
  hasNotAppealedRejection: says(
    'case',
    '只能申诉一次；居民代表会议的决定为最终决定。',
    'An appeal is possible once; the representatives’ verdict is the last.',
  ),
  mayBeOffered: says(
    'input',
    '部门职责须派单；个人需求须指定认领人。',
    'A department’s duty is dispatched; for a confidential need name the people it is offered to.',
  ),
  mayBeOwnWork: says(
    'input',
    '部门职责须派单；承诺日期须在今后且不超过期限。',
    'A department’s duty is dispatched; the promised date must lie ahead and within the limit.',
  ),
  areUnitsDifferent: says('input', '主办和协办不能是同一单位。', 'Leading and assisting departments must differ.'),
  mayClaim: says(
    'input',
    '未发给您认领，或承诺日期不在允许范围。',
    'It is not offered to you, or the promised date is out of range.',
  ),
  mayPromiseAgain: says(
    'case',
    '改期次数已用完，请退回重新计划。',
    'The date was moved often enough: give it back to be planned again.',
  ),
  isPromiseReachable: says(
    'input',
    '新日期须在今后且不超过期限。',
    'The new date must lie ahead and within the limit.',
  ),
  isNotTheHandler: says(
    'input',
    '办理人不能验收、回访或评议自己的工作。',
    'Nobody verifies or asks about their own work.',
  ),
  isVerified: says('input', '验收未通过。', 'It was not verified.'),
  mayFailVerificationAgain: says(
    'case',
    '多次验收不合格，须重新决定怎么办。',
    'It failed often enough: decide how to go on.',
  ),
  areTasksVerified: says('case', '还有任务未验收。', 'Some tasks are not verified yet.'),
  hasTaskFailed: says('case', '没有失败的任务。', 'No task failed.'),
  isNewUnit: says('input', '该单位已在办理。', 'That unit is at work already.'),
  mayPlanAgain: says(
    'case',
    '计划次数已用完；请提级或拟最终答复。',
    'It was planned often enough: raise a tier or draft a final answer.',
  ),
  mayRaiseTier: says('case', '已是最高一级。', 'It is at the highest tier already.'),
  isJudgeAnother: says('input', '作出原决定的人不能审理申诉。', 'Whoever decided cannot hear the appeal.'),
  isSignerAnother: says('input', '拟稿人不能签发自己的最终答复。', 'Whoever drafted the final answer cannot sign it.'),
  isUnsortedEmergency: says(
    'case',
    '只有未分类的险情可以继续分类。',
    'Only an emergency that was never sorted can be sorted on.',
  ),
  isNobodyConcerned: says('case', '有具体反映人，由其本人评议。', 'Somebody reported it: that person judges.'),
  isSomebodyConcerned: says('case', '没有具体反映人，请监督团评议。', 'Nobody reported it: supervisors judge.'),
  isConcernedPerson: says('input', '此人与本事项无关。', 'That person is not concerned by this issue.'),
  isWitnessAnother: says(
    'input',
    '见证人须是录入人、办理人和本人以外的人。',
    'The witness is somebody other than the one who enters it, the handler and the resident.',
  ),
  haveAllAnswered: says('case', '还有人没有评议。', 'Some have not answered yet.'),
  isMeasureDisputed: says('case', '措施本身没有争议。', 'The measure itself is not disputed.'),
  isUnsolved: says('case', '没有评为未解决。', 'It was not judged unsolved.'),
  isSolved: says('case', '没有评为已解决。', 'It was not judged solved.'),
  mayRedo: says('case', '重办次数已用完，转督办。', 'It was done again already: the tier above supervises.'),
  isSilenceAccepted: says(
    'case',
    '联系次数不足，或该居民必须亲自答复。',
    'Not enough attempts, or this resident’s own voice is needed.',
  ),
  wasTriedAtTheDoor: says(
    'case',
    '请先按规定次数联系，其中至少一次上门。',
    'First try as often as the rules ask, at least once at the door.',
  ),
};
