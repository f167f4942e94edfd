import { jointMeetingContract } from '../joint-meeting/contract.js';
import { signOffContract } from '../sign-off/contract.js';
import { personOf, type IssueContext, type Job } from './issue.context.js';
import { change, counted, fromChild, on } from './issue.update.js';

/** Jobs that still run are over: the engine cancels their cases. */
function stopped(jobs: Job[]): Job[] {
  return jobs.map((job) => (job.result === null ? { ...job, result: 'cancelled', required: false } : job));
}

/** Former jobs no longer decide about the outcome. */
function settled(jobs: Job[]): Job[] {
  return jobs.map((job) => ({ ...job, required: false }));
}

/** A new plan replaces the former one; what came of its tasks stays in the record. */
function planned(context: IssueContext, plan: NonNullable<IssueContext['plan']>): Partial<IssueContext> {
  const counts = { ...context.counts, plans: context.counts.plans + 1, promises: 0, verifications: 0 };
  return { counts, plan, handler: plan.owner, jobs: settled(stopped(context.jobs)) };
}

const NO_ONE = { owner: null, lead: null, promised: null, offeredTo: [] };

/** What planning, claiming, dispatching, finishing and verifying change. */
export const actUpdates = {
  planOffer: on('offer', (context, { input }) =>
    planned(context, { ...NO_ONE, executor: 'claimed', measure: input.measure, offeredTo: input.offeredTo }),
  ),
  planOwn: on('planOwnWork', (context, { input }) =>
    planned(context, {
      ...NO_ONE,
      executor: 'community',
      measure: input.measure,
      owner: input.owner,
      promised: input.promised,
    }),
  ),
  planDispatch: on('dispatch', (context, { input }) =>
    planned(context, { ...NO_ONE, executor: 'department', measure: input.measure, lead: input.lead }),
  ),
  planErrand: on('arrangeErrand', (context, { input }) =>
    planned(context, { ...NO_ONE, executor: 'errand', measure: input.measure, lead: input.unit }),
  ),
  countJointMeeting: on('callJointMeeting', (context, { input }) => ({
    ...planned(context, { ...NO_ONE, executor: 'jointly', measure: input.reason }),
    joint: { departments: input.departments, reason: input.reason, minutes: null, done: null },
  })),
  countChain: on('openSignOffs', (context, { input }) => ({
    ...planned(context, { ...NO_ONE, executor: 'task_group', measure: input.measure }),
    chain: {
      template: input.template ?? null,
      group: input.group,
      body: input.body ?? null,
      helper: input.helper ?? null,
      result: null,
      seals: 0,
      documents: [],
    },
  })),
  /** The lead's answer is the outcome, as with tasks the issue gave itself. */
  takeJointMeeting: fromChild(jointMeetingContract.output, (context, met) => {
    const done = met.result === 'settled' && met.duties.every(({ result }) => result === 'verified');
    const joint = context.joint === null ? null : { ...context.joint, minutes: met.minutes, done };
    const text = met.answer ?? met.minutes;
    return { joint, ...(done && text !== null ? { outcome: { text, evidence: met.evidence } } : {}) };
  }),
  takeSignOffs: fromChild(signOffContract.output, (context, { result, seals, documents }) => ({
    chain: context.chain === null ? null : { ...context.chain, result, seals, documents },
  })),
  takeClaim: on('claim', (context, { input, by }) => ({
    handler: personOf(by),
    plan: context.plan === null ? null : { ...context.plan, owner: personOf(by), promised: input.promised },
  })),
  takePromise: on('promiseAgain', (context, { input }) => ({
    ...counted(context, 'promises'),
    plan: context.plan === null ? null : { ...context.plan, promised: input.promised },
  })),
  takeFinish: on('finish', (_, { input }) => ({ outcome: { text: input.text, evidence: input.files } })),
  takeImpossible: on('reportImpossible', (_, { input }) => ({ outcome: { text: input.text, evidence: input.files } })),
  countVerification: change((context) => counted(context, 'verifications')),
  recordTask: on('done.task', (context, { child, output }) => ({
    jobs: context.jobs.map((job) =>
      job.id === child
        ? { ...job, unit: output.unit, result: output.result, answer: output.answer, evidence: output.evidence }
        : job,
    ),
  })),
  recordFailedTask: on('failed.task', (context, { child }) => ({
    jobs: context.jobs.map((job) => (job.id === child ? { ...job, result: 'failed' as const } : job)),
  })),
  markTasksStopped: change((context) => ({ jobs: stopped(context.jobs) })),
  /** The leading task's answer is the outcome until the coordinator writes one. */
  takeTaskOutcome: change((context) => {
    const lead = context.jobs.find(({ required, part }) => required && part !== 'assist');
    const evidence = context.jobs.filter(({ required }) => required).flatMap((job) => job.evidence);
    if (lead === undefined || lead.answer === null) return {};
    return { outcome: { text: lead.answer, evidence } };
  }),
  countReturn: change((context) => counted(context, 'returns')),
  countTier: change((context) => ({
    tier: context.tier === 'community' ? ('street' as const) : ('district' as const),
    counts: { ...context.counts, tiers: context.counts.tiers + 1, plans: 0 },
  })),
  takeFinalAnswer: on(['draftFinalAnswer', 'orderFinalAnswer'], (context, { input, by }) => ({
    ...counted(context, 'drafts'),
    ending: { result: 'final_answer', reason: null, text: input.text, evidence: input.files, by: personOf(by) },
  })),
};
