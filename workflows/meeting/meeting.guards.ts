import { reaches } from '#libs/decision';
import type { Actor } from '#libs/engine';

import { baseOf, currentItem, votersOf, waitingItems } from './agenda.rules.js';
import { hoursBetween, type MeetingContext } from './meeting.context.js';
import type { MeetingEvent } from './meeting.events.js';

type CaseArgs = { context: MeetingContext };
type InputArgs = { context: MeetingContext; event: MeetingEvent };

/** Whose act it is: the member it was entered for, else the one who did it. */
export function memberOf(by: Actor): string | null {
  return by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
}

const actorOf = (event: MeetingEvent): string | null => ('by' in event ? memberOf(event.by) : null);

/* agenda */
const isNewItem = ({ context, event }: InputArgs): boolean =>
  event.type === 'item.submitted' && context.items.every(({ issue }) => issue !== event.payload.issue);
const hasRoom = ({ context }: CaseArgs): boolean => context.items.length < context.policy.agendaMost;
const isKnownItem = ({ context, event }: InputArgs): boolean =>
  event.type === 'item.submitted' && waitingItems(context).some(({ issue }) => issue === event.payload.issue);
const itemsWait = ({ context }: CaseArgs): boolean => waitingItems(context).length > 0;
const isWaitingItem = ({ context, event }: InputArgs): boolean =>
  (event.type === 'dropItem' || event.type === 'presentItem') &&
  waitingItems(context).some(({ issue }) => issue === event.input.issue);

function listsAllItems({ context, event }: InputArgs): boolean {
  if (event.type !== 'orderAgenda') return false;
  const waiting = waitingItems(context).map(({ issue }) => issue);
  return event.input.issues.length === waiting.length && waiting.every((issue) => event.input.issues.includes(issue));
}

const isCurrentItem = ({ context, event }: InputArgs): boolean =>
  event.type === 'item.withdrawn' && event.payload.issue === context.current;

/* calling */
const reschedulesLeft = ({ context }: CaseArgs): boolean => context.reschedules < context.policy.reschedulesMost;
const recallsLeft = ({ context }: CaseArgs): boolean => context.recalls < context.policy.recallsMost;
const noticeLongEnough = ({ context, event }: InputArgs): boolean =>
  (event.type === 'reschedule' || event.type === 'recall') &&
  hoursBetween(event.at, event.input.startsAt) >= context.policy.noticeHours;

/* attendance */
const isNeighbourMeeting = ({ context }: CaseArgs): boolean => context.level === 'building' || context.level === 'grid';
const isAbsent = ({ context, event }: InputArgs): boolean => {
  const person = actorOf(event);
  return person !== null && !context.present.includes(person);
};
const placesLeft = ({ context }: CaseArgs): boolean => context.present.length < context.members;
const arrivalsFit = ({ context, event }: InputArgs): boolean =>
  event.type === 'recordArrivals' && new Set([...context.present, ...event.input.persons]).size <= context.members;

function hasQuorum({ context }: CaseArgs): boolean {
  const { quorum } = context.policy.levels[context.level];
  return quorum === null ? context.present.length > 0 : reaches(quorum, context.present.length, context.members);
}

const waitsLeft = ({ context }: CaseArgs): boolean => context.waits < context.policy.waitsMost;
const quorumLossesLeft = ({ context }: CaseArgs): boolean => context.quorumLosses < context.policy.quorumLossesMost;

/* chair */
const isChairless = ({ context }: CaseArgs): boolean => context.chair === null;
const namesMemberPresent = ({ context, event }: InputArgs): boolean =>
  (event.type === 'handOverChair' || event.type === 'recuse') && context.present.includes(event.input.person);
const sittingProlongationsLeft = ({ context }: CaseArgs): boolean =>
  context.prolongations < context.policy.sittingProlongationsMost;
const debateProlongationsLeft = ({ context }: CaseArgs): boolean =>
  (currentItem(context)?.prolongations ?? 0) < context.policy.debateProlongationsMost;
const chairIsNeutral = ({ context }: CaseArgs): boolean => {
  const item = currentItem(context);
  return context.chair !== null && item !== null && ![...item.recused, ...item.declared].includes(context.chair);
};

/* debate */
const turnsLeft = ({ context, event }: InputArgs): boolean => {
  const person = actorOf(event);
  return person !== null && (currentItem(context)?.turns[person] ?? 0) < context.policy.turnsMost;
};
const isVoter = ({ context, event }: InputArgs): boolean =>
  votersOf(context, currentItem(context)).includes(actorOf(event) ?? '');
const isMover = ({ context, event }: InputArgs): boolean => currentItem(context)?.motion?.mover === actorOf(event);
const isAnotherVoter = (args: InputArgs): boolean => isVoter(args) && !isMover(args);
const motionsLeft = ({ context }: CaseArgs): boolean =>
  (currentItem(context)?.motions ?? 0) < context.policy.motionsMost;
const amendmentsLeft = ({ context }: CaseArgs): boolean =>
  (currentItem(context)?.motion?.amendments ?? 0) < context.policy.amendmentsMost;

function namesOneMeasure({ context, event }: InputArgs): boolean {
  if (event.type !== 'propose') return false;
  const { existing, measure } = event.input;
  if (existing === undefined) return measure !== undefined;
  return measure === undefined && currentItem(context)?.measures.includes(existing) === true;
}

/* vote */
const isOursToDecide = ({ context }: CaseArgs): boolean => currentItem(context)?.decides === 'residents';

function hasItemQuorum({ context }: CaseArgs): boolean {
  const { quorum } = context.policy.levels[context.level];
  const item = currentItem(context);
  const voters = votersOf(context, item).length;
  return quorum === null ? voters > 0 : reaches(quorum, voters, baseOf(context, item));
}

const motionPassed = ({ event }: InputArgs): boolean =>
  event.type === 'xstate.done.actor.ballot' && event.output.verdict === 'passed';
const nothingWasDecided = ({ event }: InputArgs): boolean =>
  event.type === 'xstate.done.actor.ballot' && event.output.verdict === 'no_quorum';
const ballotsLeft = ({ context }: CaseArgs): boolean =>
  (currentItem(context)?.ballots ?? 0) < context.policy.ballotsMost && motionsLeft({ context });

/* minutes */
const isAnotherThanDrafter = ({ context, event }: InputArgs): boolean =>
  'by' in event && event.by.kind === 'person' && event.by.person !== context.drafter;
const minutesReturnsLeft = ({ context }: CaseArgs): boolean =>
  context.minutesReturns < context.policy.minutesReturnsMost;

/** Implementations for the chart. */
export const meetingGuards = {
  isNewItem,
  hasRoom,
  isKnownItem,
  itemsWait,
  isWaitingItem,
  listsAllItems,
  isCurrentItem,
  reschedulesLeft,
  recallsLeft,
  noticeLongEnough,
  isNeighbourMeeting,
  isAbsent,
  placesLeft,
  arrivalsFit,
  hasQuorum,
  waitsLeft,
  quorumLossesLeft,
  isChairless,
  namesMemberPresent,
  sittingProlongationsLeft,
  debateProlongationsLeft,
  chairIsNeutral,
  turnsLeft,
  isVoter,
  isMover,
  isAnotherVoter,
  motionsLeft,
  amendmentsLeft,
  namesOneMeasure,
  isOursToDecide,
  hasItemQuorum,
  motionPassed,
  nothingWasDecided,
  ballotsLeft,
  isAnotherThanDrafter,
  minutesReturnsLeft,
};
export type MeetingGuard = keyof typeof meetingGuards;
