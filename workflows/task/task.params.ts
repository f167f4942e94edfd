import { assertEvent } from 'xstate';
import type { z } from 'zod';

import type { Duration } from '#libs/engine';

import type { TaskOutput } from './contract.js';
import type { TaskContext } from './task.context.js';
import type { taskEffects } from './task.effects.js';
import type { TaskEvent } from './task.events.js';
import { ARBITERS, CONTACTS, DISPATCHERS, DOERS_LEADERS, HANDLERS, UPPER_TIER } from './task.people.js';

/*
 * What the chart hands to effects, to the engine's actions and to its parent.
 */

type CaseArgs = { context: TaskContext };
type EventArgs = { context: TaskContext; event: TaskEvent };
type Payload<Name extends keyof typeof taskEffects> = z.input<(typeof taskEffects)[Name]>;
type News = Payload<'tellOffices'>['about'];

/** Every unit that was asked, the first-asked first, for the search of the unit above them all; who only stood in is no party. */
function unitsAsked({ firstUnit, returns, holdings }: TaskContext): [string, ...string[]] {
  const held = holdings.filter(({ why }) => why !== 'provisional' && why !== 'fallback');
  const others = [...returns, ...held].map(({ unit }) => unit);
  return [firstUnit, ...new Set(others.filter((unit) => unit !== firstUnit))];
}

export function arbitrationRequest({ context }: CaseArgs): Payload<'findArbiter'> {
  return { units: unitsAsked(context), place: context.place, round: context.dispatches };
}

export function meetingCall({ context }: CaseArgs): Payload<'callJointMeeting'> {
  return { task: context.case, units: unitsAsked(context), place: context.place, title: context.title };
}

export function admissionQuestion({ context }: CaseArgs): Payload<'checkAdmission'> {
  const { matter, unit, place, from } = context;
  return { task: context.case, matter, unit, place, from: from ?? unit };
}

/** Whose it turned out to be, and who had said it was not theirs, with their grounds in the same order. */
export function lesson({ context }: CaseArgs): Payload<'learnOwner'> {
  const { matter, place, unit, returns } = context;
  const others = returns.filter((one) => one.unit !== unit);
  return {
    task: context.case,
    matter,
    place,
    owner: unit,
    returnedBy: others.map((one) => one.unit),
    grounds: others.map(({ ground }) => ground),
  };
}

function ringing({ unit, place, title, issue }: TaskContext, line: number): Payload<'ringRoster'> {
  return { unit, place, title, line, incident: issue };
}

/** Called after the line was counted. */
export const nextInLine = ({ context }: CaseArgs): Payload<'ringRoster'> => ringing(context, Math.max(context.line, 1));
export const lastInLine = ({ context }: CaseArgs): Payload<'ringRoster'> => ringing(context, 3);

function assistNews({ context }: CaseArgs, what: Payload<'reportAssist'>['what']): Payload<'reportAssist'> {
  const { issue, lead, unit, ending } = context;
  return { task: context.case, issue, lead, unit, what, result: what === 'ended' ? (ending ?? 'cancelled') : null };
}
export const assistStarted = (args: CaseArgs): Payload<'reportAssist'> => assistNews(args, 'started');
export const assistLate = (args: CaseArgs): Payload<'reportAssist'> => assistNews(args, 'late');
export const assistEnded = (args: CaseArgs): Payload<'reportAssist'> => assistNews(args, 'ended');

export function letterToResident({ context, event }: EventArgs): Payload<'writeToResident'> {
  assertEvent(event, 'answerResident');
  return { issue: context.issue, unit: context.contact, text: event.input.text };
}

export function openNote({ context, event }: EventArgs): Payload<'publish'> {
  assertEvent(event, 'progress');
  const { note, files } = event.input;
  return { issue: context.issue, unit: context.place, about: 'progress', text: note, evidence: files };
}

export function extensionReason({ context }: CaseArgs): Payload<'publish'> {
  const text = context.request?.reason ?? null;
  return { issue: context.issue, unit: context.place, about: 'extension', text, evidence: [] };
}

export function timetableReason({ context }: CaseArgs): Payload<'publish'> {
  const text = context.timetableReason ?? context.timetable[0]?.what ?? null;
  return { issue: context.issue, unit: context.place, about: 'timetable', text, evidence: [] };
}

/** The new holder's desk and leader, the dispatcher and the resident's contact hear that it has moved. */
function moved({ context }: CaseArgs, about: News): Payload<'tellOffices'> {
  const audience = [...HANDLERS, ...DOERS_LEADERS, ...DISPATCHERS, ...CONTACTS];
  return { about, audience, text: context.title };
}
export const movedByTransfer = (args: CaseArgs): Payload<'tellOffices'> => moved(args, 'task_transferred');
export const movedByFallback = (args: CaseArgs): Payload<'tellOffices'> => {
  const news = moved(args, 'task_fallback');
  return { ...news, audience: [...news.audience, ...ARBITERS, ...UPPER_TIER] };
};
export const movedProvisionally = (args: CaseArgs): Payload<'tellOffices'> => moved(args, 'task_provisional');
export const movedBySuccession = (args: CaseArgs): Payload<'tellOffices'> => moved(args, 'task_succeeded');
export const notAdmitted = ({ context }: CaseArgs): Payload<'tellOffices'> => ({
  about: 'task_not_admitted',
  audience: DISPATCHERS,
  text: context.title,
});

export function requestedExtension({ context }: CaseArgs): { clock: string; by: Pick<Duration, 'amount' | 'unit'> } {
  return { clock: 'handling', by: { amount: context.request?.days ?? 1, unit: 'workingDay' } };
}

export function outputWhenDone({ context }: CaseArgs): TaskOutput {
  const { ending, unit, answer, evidence, redoCount, contact } = context;
  return { result: ending ?? 'cancelled', unit, answer, evidence, redoCount, contact };
}
