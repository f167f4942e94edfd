import { setup } from 'xstate';

import type { TextId } from '#libs/contract';
import { childOf, effect, engineActions, type StateMeta } from '#libs/engine';

import { ballotContract } from '../ballot/contract.js';
import { deliberationContract } from '../deliberation/contract.js';
import { jointMeetingContract } from '../joint-meeting/contract.js';
import { noticeContract } from '../notice/contract.js';
import { signOffContract } from '../sign-off/contract.js';
import { taskContract, type TaskInput } from '../task/contract.js';
import { actUpdates } from './act.updates.js';
import type { IssueOutput } from './contract.js';
import { deliberateUpdates } from './deliberate.updates.js';
import type { IssueContext, IssueStart, Job } from './issue.context.js';
import { issueEffects, type News } from './issue.effects.js';
import type { EventOf, IssueEvent } from './issue.events.js';
import { concernedBy, issueGuards } from './issue.guards.js';
import type { TaskClass } from './issue.policy.js';
import { issueClocks } from './issue.clocks.js';
import { noticeInput } from './issue.params.js';
import { reviewUpdates } from './review.updates.js';
import { sayUpdates } from './say.updates.js';

type ClockName = keyof typeof issueClocks;

/** XState only sees placeholders: the engine runs the clocks. */
const delays = Object.fromEntries(Object.keys(issueClocks).map((name) => [name, 1])) as Record<ClockName, 1>;

const base = setup({
  types: {
    context: {} as IssueContext,
    events: {} as IssueEvent,
    input: {} as IssueStart,
    output: {} as IssueOutput,
    meta: {} as StateMeta,
    tags: {} as `pauses:${ClockName}`,
  },
  actors: {
    task: childOf(taskContract),
    notice: childOf(noticeContract),
    deliberation: childOf(deliberationContract),
    ballot: childOf(ballotContract),
    'joint-meeting': childOf(jointMeetingContract),
    'sign-off': childOf(signOffContract),
  },
  actions: {
    ...engineActions,
    ...sayUpdates,
    ...deliberateUpdates,
    ...actUpdates,
    ...reviewUpdates,
    ringDuty: effect(issueEffects.ringDuty),
    publish: effect(issueEffects.publish),
    notify: effect(issueEffects.notify),
    requestAgenda: effect(issueEffects.requestAgenda),
    withdrawAgenda: effect(issueEffects.withdrawAgenda),
    joinMain: effect(issueEffects.joinMain),
    sendForward: effect(issueEffects.sendForward),
    supervise: effect(issueEffects.supervise),
    enterResolution: effect(issueEffects.enterResolution),
    endResolution: effect(issueEffects.endResolution),
  },
  guards: issueGuards,
  delays,
});

type Enqueue = Parameters<Parameters<typeof base.enqueueActions>[0]>[0]['enqueue'];

interface Told {
  about: News;
  text: TextId | null;
}

/** Tells everybody by the public page, or, for a confidential issue, those concerned only. */
function announce(context: IssueContext, { about, text }: Told, enqueue: Enqueue): void {
  const persons = concernedBy(context);
  if (persons.length > 0) enqueue({ type: 'notify', params: { issue: context.case, about, persons, text } });
  if (context.confidential || context.nature !== 'common') return;
  const evidence = context.ending?.evidence ?? context.outcome?.evidence ?? [];
  enqueue({ type: 'publish', params: { issue: context.case, unit: context.unit, about, text, evidence } });
}

/** Tells those concerned. */
function tellConcerned(context: IssueContext, { about, text }: Told, enqueue: Enqueue): void {
  const persons = concernedBy(context);
  if (persons.length > 0) enqueue({ type: 'notify', params: { issue: context.case, about, persons, text } });
}

/** Jobs are numbered over the whole life of an issue, so that a late end of a former round meets no new one. */
function newJob(context: IssueContext, offset: number, job: Pick<Job, 'unit' | 'part' | 'required'>): Job {
  return { ...job, id: `task-${String(context.jobs.length + offset + 1)}`, result: null, answer: null, evidence: [] };
}

function taskInput(
  context: IssueContext,
  job: Job,
  work: { instruction: TextId | null; limit: TaskInput['limit'] },
): TaskInput {
  return {
    issue: context.case,
    unit: job.unit,
    place: context.place ?? context.unit,
    title: context.title,
    part: job.part,
    confidential: context.confidential,
    round: Math.max(context.counts.plans, 1),
    matter: context.category,
    // whoever was asked first stays the resident's contact (首问负责)
    contact: context.unit,
    ...work,
  };
}

function limitOf(context: IssueContext, taskClass: TaskClass): TaskInput['limit'] {
  return context.policy.taskLimits[taskClass];
}

/** Long works have the days they need, by day and not by the kind of work. */
function limitOfDispatch(context: IssueContext, { input }: EventOf<'dispatch'>): TaskInput['limit'] {
  if (input.long === undefined) return limitOf(context, input.class);
  return { amount: input.long.days, unit: 'day', calendar: 'office' };
}

function as<Type extends IssueEvent['type']>(event: IssueEvent, type: Type): EventOf<Type> {
  if (event.type !== type) throw new Error(`${event.type} came where ${type} is carried out`);
  return event as EventOf<Type>;
}

/** The chart's words: what its states and transitions refer to by name. */
export const issueSetup = base.extend({
  actions: {
    ringDutyOfficer: base.enqueueActions(({ context, enqueue }) => {
      enqueue({
        type: 'ringDuty',
        params: { issue: context.case, unit: context.unit, place: context.place, title: context.title },
      });
    }),
    startEmergency: base.enqueueActions(({ context, enqueue }) => {
      const job = newJob(context, 0, { unit: context.unit, part: 'emergency', required: true });
      const work = { instruction: context.description, limit: context.policy.clocks.emergency };
      enqueue.spawnChild('task', { id: job.id, input: taskInput(context, job, work) });
      enqueue.assign({ jobs: [...context.jobs, job] });
    }),
    startTasks: base.enqueueActions(({ context, event, enqueue }) => {
      const order = as(event, 'dispatch');
      const { input } = order;
      const lead = newJob(context, 0, { unit: input.lead, part: 'lead', required: true });
      const assists = input.assists.map((assist, index) => newJob(context, index + 1, { ...assist, part: 'assist' }));
      const work = { instruction: input.measure, limit: limitOfDispatch(context, order) };
      for (const job of [lead, ...assists])
        enqueue.spawnChild('task', { id: job.id, input: taskInput(context, job, work) });
      enqueue.assign({ jobs: [...context.jobs, lead, ...assists] });
    }),
    publishLongWorks: base.enqueueActions(({ context, event, enqueue }) => {
      const { long } = as(event, 'dispatch').input;
      if (long !== undefined) announce(context, { about: 'long_works', text: long.reason }, enqueue);
    }),
    startErrand: base.enqueueActions(({ context, event, enqueue }) => {
      const { input } = as(event, 'arrangeErrand');
      const job = newJob(context, 0, { unit: input.unit, part: 'errand', required: true });
      enqueue.spawnChild('task', {
        id: job.id,
        input: taskInput(context, job, { instruction: input.measure, limit: null }),
      });
      enqueue.assign({ jobs: [...context.jobs, job] });
    }),
    startAssist: base.enqueueActions(({ context, event, enqueue }) => {
      const { input } = as(event, 'addAssist');
      const job = newJob(context, 0, { unit: input.unit, part: 'assist', required: input.required });
      const work = { instruction: input.instruction, limit: limitOf(context, input.class) };
      enqueue.spawnChild('task', { id: job.id, input: taskInput(context, job, work) });
      enqueue.assign({ jobs: [...context.jobs, job] });
    }),
    stopTasks: base.enqueueActions(({ context, enqueue }) => {
      for (const job of context.jobs) if (job.result === null) enqueue.stopChild(job.id);
      enqueue('markTasksStopped');
    }),
    /** A decision that is taken back takes its posted notice down. */
    takeDecisionBack: base.enqueueActions(({ context, enqueue }) => {
      enqueue.stopChild(`notice-${String(context.counts.notices)}`);
      if (context.decision?.number != null)
        enqueue({ type: 'endResolution', params: { round: context.counts.notices } });
      enqueue('forgetDecision');
    }),
    refusePlace: base.enqueueActions(({ context, event, enqueue }) => {
      const { meeting } = as(event, 'agenda.accepted').payload;
      const withdrawn = { type: 'item.withdrawn', payload: { issue: context.case } };
      enqueue({ type: 'tell', params: { target: { case: meeting }, event: withdrawn } });
    }),
    openNotice: base.enqueueActions(({ context, enqueue }) => {
      const id = `notice-${String(context.counts.notices)}`;
      enqueue.spawnChild('notice', { id, input: noticeInput({ context }) });
    }),
    askForAgenda: base.enqueueActions(({ context, enqueue }) => {
      enqueue({
        type: 'requestAgenda',
        params: {
          issue: context.case,
          unit: context.unit,
          level: context.level,
          title: context.title,
          measures: context.measures,
          recused: context.recused,
          decides: context.competence?.decides ?? 'residents',
          request: context.counts.agendas,
        },
      });
    }),
    leaveAgenda: base.enqueueActions(({ context, enqueue }) => {
      if (!context.agendaAsked) return;
      const meeting = context.agenda?.meeting ?? null;
      if (meeting === null) enqueue({ type: 'withdrawAgenda', params: { issue: context.case, meeting } });
      else {
        const event = { type: 'item.withdrawn', payload: { issue: context.case } };
        enqueue({ type: 'tell', params: { target: { case: meeting }, event } });
      }
      enqueue('forgetAgenda');
    }),
    askReporter: base.enqueueActions(({ context, event, enqueue }) => {
      tellConcerned(context, { about: 'information_wanted', text: as(event, 'askInformation').input.text }, enqueue);
    }),
    sendReply: base.enqueueActions(({ context, event, enqueue }) => {
      tellConcerned(context, { about: 'received', text: as(event, 'reply').input.text }, enqueue);
    }),
    handOver: base.enqueueActions(({ context, event, enqueue }) => {
      const { input } = as(event, 'forward');
      enqueue({
        type: 'sendForward',
        params: { issue: context.case, to: input.to, address: input.address, text: input.text },
      });
      tellConcerned(context, { about: 'forwarded', text: input.address }, enqueue);
    }),
    tellDeclined: base.enqueueActions(({ context, enqueue }) => {
      tellConcerned(context, { about: 'declined', text: context.ending?.text ?? null }, enqueue);
    }),
    joinMainIssue: base.enqueueActions(({ context, event, enqueue }) => {
      const { input } = as(event, 'merge');
      const people = concernedBy(context);
      enqueue({ type: 'joinMain', params: { issue: context.case, into: input.into, people } });
      tellConcerned(context, { about: 'merged', text: input.text }, enqueue);
    }),
    leaveMainIssue: base.enqueueActions(({ context, enqueue }) => {
      if (context.mainIssue === null) return;
      const event = { type: 'merge.left', payload: { issue: context.case } };
      enqueue({ type: 'tell', params: { target: { case: context.mainIssue }, event } });
      enqueue('forgetMainIssue');
    }),
    /** An issue that has itself been merged or taken out of public view cannot take others in. */
    turnAway: base.enqueueActions(({ context, event, enqueue }) => {
      const { issue } = as(event, 'merge.joined').payload;
      const released = { type: 'main.ended', payload: { issue: context.case, result: 'released' as const } };
      enqueue({ type: 'tell', params: { target: { case: issue }, event: released } });
    }),
    releaseMerged: base.enqueueActions(({ context, enqueue }) => {
      for (const { issue } of context.merged) {
        const released = { type: 'main.ended', payload: { issue: context.case, result: 'released' as const } };
        enqueue({ type: 'tell', params: { target: { case: issue }, event: released } });
      }
    }),
    tellMerged: base.enqueueActions(({ context, enqueue }) => {
      const result = context.ending?.result ?? 'cancelled';
      for (const { issue } of context.merged) {
        const ended = { type: 'main.ended', payload: { issue: context.case, result } };
        enqueue({ type: 'tell', params: { target: { case: issue }, event: ended } });
      }
    }),
    tellDirectLine: base.enqueueActions(({ context, enqueue }) => {
      announce(context, { about: 'direct_line', text: context.direct?.text ?? null }, enqueue);
    }),
    publishRefusal: base.enqueueActions(({ context, enqueue }) => {
      announce(context, { about: 'refused', text: context.ending?.text ?? null }, enqueue);
    }),
    publishRejection: base.enqueueActions(({ context, enqueue }) => {
      announce(context, { about: 'rejected', text: context.ending?.text ?? null }, enqueue);
    }),
    publishDecision: base.enqueueActions(({ context, enqueue }) => {
      announce(context, { about: 'decision', text: context.decision?.text ?? null }, enqueue);
    }),
    /** Only what a body decided under a rule: a department's duty, or one person's need, is no resolution. */
    registerDecision: base.enqueueActions(({ context, enqueue }) => {
      const { decision, confidential, competence, unit, title, counts } = context;
      if (decision === null || decision.certificate === null || confidential) return;
      if (competence?.decides === 'department') return;
      const { certificate, signedBy, meeting, measure, text } = decision;
      const params = { unit, title, text: text ?? measure ?? title, certificate, body: meeting, signedBy };
      enqueue({ type: 'enterResolution', params: { ...params, round: counts.notices } });
    }),
    revokeDecision: base.enqueueActions(({ context, enqueue }) => {
      if (context.decision?.number != null)
        enqueue({ type: 'endResolution', params: { round: context.counts.notices } });
      enqueue('forgetDecision');
    }),
    offerWork: base.enqueueActions(({ context, enqueue }) => {
      const offeredTo = context.plan?.offeredTo ?? [];
      const text = context.plan?.measure ?? null;
      if (offeredTo.length > 0)
        enqueue({ type: 'notify', params: { issue: context.case, about: 'offered', persons: offeredTo, text } });
      else
        enqueue({
          type: 'publish',
          params: { issue: context.case, unit: context.unit, about: 'offered', text, evidence: [] },
        });
    }),
    postResult: base.enqueueActions(({ context, enqueue }) => {
      announce(context, { about: 'outcome', text: context.outcome?.text ?? null }, enqueue);
    }),
    superviseHandling: base.enqueueActions(({ context, enqueue }) => {
      enqueue({
        type: 'supervise',
        params: { issue: context.case, unit: context.unit, tier: context.tier, redo: context.counts.redo },
      });
    }),
    publishFinalAnswer: base.enqueueActions(({ context, enqueue }) => {
      announce(context, { about: 'final_answer', text: context.ending?.text ?? null }, enqueue);
    }),
    tellClosed: base.enqueueActions(({ context, enqueue }) => {
      announce(context, { about: 'closed', text: context.ending?.text ?? null }, enqueue);
    }),
  },
});
