import type { z } from 'zod';

import type { Question } from '#libs/decision';
import type { Duration, Instant, TellTarget, ToldEvent } from '#libs/engine';

import { baseOf, currentItem, recusedMembers, votersOf } from './agenda.rules.js';
import { AGENDA_RESULTS, type AgendaResult, type MeetingOutput } from './contract.js';
import type { Item, MeetingContext } from './meeting.context.js';
import type { meetingEffects } from './meeting.effects.js';
import type { MeetingEvent } from './meeting.events.js';
import { levelOf } from './meeting.policy.js';
import { nextStart } from './rhythm.rules.js';
import type { BallotInput } from '../ballot/contract.js';

/*
 * What the chart hands to effects, to the engine's actions, to its ballots and to the issues on its agenda.
 */

type CaseArgs = { context: MeetingContext };
type InputArgs = { context: MeetingContext; event: MeetingEvent };
type Tell = { target: TellTarget; event: ToldEvent };

export function agendaWanted({ context }: CaseArgs): z.input<typeof meetingEffects.collectAgenda> {
  return { level: context.level, unit: context.unit };
}

export function invitation({ context }: CaseArgs): z.input<typeof meetingEffects.inviteMembers> {
  const { unit, level, title, startsAt } = context;
  return { meeting: context.case, unit, level, title, startsAt };
}

export function acceptance(context: MeetingContext, issue: string): Tell {
  const payload = { meeting: context.case, startsAt: context.startsAt };
  return { target: { case: issue }, event: { type: 'agenda.accepted', payload } };
}

export function dropping(context: MeetingContext, issue: string): Tell {
  return { target: { case: issue }, event: { type: 'agenda.dropped', payload: { meeting: context.case } } };
}

export function acceptanceOfSubmitted({ context, event }: InputArgs): Tell {
  if (event.type !== 'item.submitted') throw new Error(`${event.type} submits no item`);
  return acceptance(context, event.payload.issue);
}

/** The issue is told at once who may decide: it need not wait for a sitting to hear it. */
export function refusalOfSubmitted({ context, event }: InputArgs): Tell {
  if (event.type !== 'item.submitted') throw new Error(`${event.type} submits no item`);
  const { issue, decides } = event.payload;
  return { target: { case: issue }, event: { type: 'agenda.refused', payload: { meeting: context.case, decides } } };
}

/** What an issue is told about its item. */
export function result(context: MeetingContext, item: Item, outcome: AgendaResult): Tell {
  const { provisional, measure, certificate, decides } = item;
  const elsewhere = decides === 'residents' ? {} : { decides };
  const payload = { meeting: context.case, result: outcome, provisional, measure, certificate, ...elsewhere };
  return { target: { case: item.issue }, event: { type: 'agenda.result', payload } };
}

/** The result of the item that was on the floor; the action before it has written it down. */
export function currentResult({ context }: CaseArgs): Tell {
  const item = currentItem(context);
  const outcome = AGENDA_RESULTS.find((each) => each === item?.status);
  if (item === null || outcome === undefined) throw new Error('the item on the floor has no result');
  return result(context, item, outcome);
}

/** The candidates as they stand on the papers; names are the reader's to find. */
function electionOf({ options, seats }: Item): Question {
  const most = Math.min(Math.max(seats, 1), options.length);
  return {
    method: 'chooseUpTo',
    options: options.map((_person, index) => ({
      id: `c${String(index + 1)}`,
      label: { zh: `候选人${String(index + 1)}`, en: `Candidate ${String(index + 1)}` },
    })),
    seats: most,
    most,
  };
}

/** A show of hands, unless the chair asked for secret papers; an election is always one. */
export function ballotInput({ context }: CaseArgs): BallotInput {
  const item = currentItem(context);
  const subject = item?.kind === 'election' ? item.title : item?.motion?.measure;
  if (item === null || subject === undefined) throw new Error('there is no motion to vote on');
  return {
    ...votersIn(context, item),
    subject,
    ...(item.secret
      ? {
          taking: 'papers',
          secret: true,
          roll: { of: 'named', unit: context.unit, persons: votersOf(context, item) },
        }
      : {}),
    ...(item.kind === 'election' ? { question: electionOf(item) } : {}),
  };
}

/** Always a show of hands. */
export function amendmentBallotInput({ context }: CaseArgs): BallotInput {
  const item = currentItem(context);
  if (item?.motion?.amendment == null) throw new Error('there is no amendment to vote on');
  return { ...votersIn(context, item), subject: item.motion.amendment.measure };
}

function votersIn(context: MeetingContext, item: Item): Omit<BallotInput, 'subject'> {
  const recused = recusedMembers(context, item);
  return {
    unit: context.unit,
    rule: context.rule ?? levelOf(context).rule,
    issue: item.own ? context.case : item.issue,
    members: baseOf(context, item) + recused,
    recused,
    present: votersOf(context, item).length,
  };
}

/** The next meeting of a series. */
export function nextMeeting(context: MeetingContext, now: Instant): z.input<typeof meetingEffects.callNext> | null {
  const { rhythm } = levelOf(context);
  if (!context.rhythm || rhythm === null) return null;
  const { unit, level, kind, title, members, rule, startsAt, policy } = context;
  const next = nextStart(rhythm, { startsAt, now, noticeHours: policy.noticeHours });
  return { after: context.case, unit, level, kind, title, members, rule, startsAt: next };
}

export function longerSitting({ context }: CaseArgs): { clock: string; by: Pick<Duration, 'amount' | 'unit'> } {
  return { clock: 'sitting', by: context.policy.prolongSitting };
}

export function longerDebate({ context }: CaseArgs): { clock: string; by: Pick<Duration, 'amount' | 'unit'> } {
  return { clock: 'debate', by: context.policy.prolongDebate };
}

export function signedMinutes({ context }: CaseArgs): z.input<typeof meetingEffects.publishMinutes> {
  const { unit, level, title, minutes, members, present, shortNotice, items } = context;
  if (minutes === null) throw new Error('there are no minutes to publish');
  return {
    meeting: context.case,
    unit,
    level,
    title,
    minutes,
    members,
    present: present.length,
    shortNotice,
    items: items.map(({ issue, title: name, status, measure, provisional, certificate, elected }) => ({
      issue,
      title: name,
      result: status,
      measure,
      provisional,
      certificate,
      ...(elected.length === 0 ? {} : { elected }),
    })),
  };
}

export function outputWhenDone({ context }: CaseArgs): MeetingOutput {
  const count = (status: Item['status']): number => context.items.filter((item) => item.status === status).length;
  return {
    items: context.items.length,
    adopted: count('adopted'),
    rejected: count('rejected'),
    unsettled: count('unsettled'),
    carriedOver: count('next_meeting') + context.carriedBefore,
    minutes: context.minutes,
  };
}
