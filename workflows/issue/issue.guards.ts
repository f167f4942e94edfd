import { personOf, voiceOf, type Answer, type Executor, type IssueContext } from './issue.context.js';
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
    const person = voiceOf(event.by);
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
  belongsToOwners: reading(['agenda.refused', 'agenda.result'], (_, { payload }) => payload.decides === 'owners'),
  mayWaitForNextMeeting: reading(
    ['agenda.result'],
    (context, { payload }) =>
      payload.result === 'next_meeting' && context.counts.postponements < context.policy.limits.postponements,
  ),
  isBelowAssembly: ({ context }: Args) => context.level !== 'assembly',
  isOwnMeeting: reading(['agenda.confirmed', 'agenda.dropped', 'agenda.result'], (context, event) =>
    [context.agenda?.meeting, context.decision?.meeting].includes(event.payload.meeting),
  ),
  areOwnersToDecide: ({ context }: Args) => context.competence?.decides === 'owners',
  hasDraftMeasure: ({ context }: Args) => context.measures.length > 0,
  isRestOver: reading(
    ['callOwners'],
    (context, { input, at }) => context.restsUntil === null || at >= context.restsUntil || input.committeeAgrees,
  ),
  isVerdictProvisional: ({ context }: Args) => context.decision?.provisional === true,
  didOwnersReject: ({ context }: Args) => context.ending?.result === 'rejected',
  /** The representatives decide for residents; never for owners, never about one person. */
  mayGoToAssembly: ({ context }: Args) =>
    context.level !== 'assembly' &&
    context.nature === 'common' &&
    !context.confidential &&
    context.competence?.decides !== 'owners',
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
  hasNotAppealedRejection: ({ context }: Args) =>
    !context.appealed.rejection && context.level !== 'assembly' && context.competence?.decides !== 'owners',

  // act
  /** Only common matters are offered in public; everything else to people by name. */
  mayBeOffered: reading(['offer'], (context, event) => {
    const isPublic = context.nature === 'common' && !context.confidential;
    return mayCarryOut(context, 'claimed') && (isPublic || event.input.offeredTo.length > 0);
  }),
  mayBeOwnWork: reading(
    ['planOwnWork'],
    (context, event) => mayCarryOut(context, 'community') && isPromiseInRange(context, event.input.promised, event.at),
  ),
  areUnitsDifferent: reading(['dispatch'], (_, { input }) => {
    const units = [input.lead, ...input.assists.map(({ unit }) => unit)];
    return new Set(units).size === units.length;
  }),
  areWorksShortEnough: reading(
    ['dispatch'],
    (context, { input }) => input.long === undefined || input.long.days <= context.policy.longWorkDays,
  ),
  wasDoneJointly: ({ context }: Args) => context.joint?.done === true,
  areSignOffsComplete: ({ context }: Args) => context.chain?.result === 'complete',
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
      'confirmInPerson',
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
  isWitnessAnother: reading(['recordAnswer', 'confirmOnSite', 'confirmInPerson'], (context, event) => {
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
