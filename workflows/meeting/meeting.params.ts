import type { z } from 'zod';

import type { Duration, TellTarget, ToldEvent } from '#libs/engine';

import { baseOf, currentItem, recusedMembers, votersOf } from './agenda.rules.js';
import { AGENDA_RESULTS, type AgendaResult, type MeetingOutput } from './contract.js';
import type { Item, MeetingContext } from './meeting.context.js';
import type { meetingEffects } from './meeting.effects.js';
import type { MeetingEvent } from './meeting.events.js';
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

export function droppingOfNamed({ context, event }: InputArgs): Tell {
  if (event.type !== 'dropItem') throw new Error(`${event.type} drops no item`);
  return dropping(context, event.input.issue);
}

/** What an issue is told about its item. */
export function result(context: MeetingContext, item: Item, outcome: AgendaResult): Tell {
  const { provisional, measure, certificate } = item;
  const payload = { meeting: context.case, result: outcome, provisional, measure, certificate };
  return { target: { case: item.issue }, event: { type: 'agenda.result', payload } };
}

/** The result of the item that was on the floor; the action before it has written it down. */
export function currentResult({ context }: CaseArgs): Tell {
  const item = currentItem(context);
  const outcome = AGENDA_RESULTS.find((each) => each === item?.status);
  if (item === null || outcome === undefined) throw new Error('the item on the floor has no result');
  return result(context, item, outcome);
}

export function ballotInput({ context }: CaseArgs): BallotInput {
  const item = currentItem(context);
  if (item?.motion == null) throw new Error('there is no motion to vote on');
  const recused = recusedMembers(context, item);
  return {
    subject: item.motion.measure,
    unit: context.unit,
    rule: context.rule ?? context.policy.levels[context.level].rule,
    issue: item.issue,
    members: baseOf(context, item) + recused,
    recused,
    present: votersOf(context, item).length,
  };
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
    items: items.map(({ issue, title: name, status, measure, provisional, certificate }) => ({
      issue,
      title: name,
      result: status,
      measure,
      provisional,
      certificate,
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
