import { reaches } from '#libs/decision';
import type { Actor } from '#libs/engine';

import {
  attending,
  baseOf,
  candidatesOf,
  currentItem,
  nextSpeaker,
  votersOf,
  votersPresent,
  waitingItems,
} from './agenda.rules.js';
import type { MeetingKind } from './contract.js';
import { hoursBetween, type MeetingContext } from './meeting.context.js';
import type { MeetingEvent } from './meeting.events.js';
import { levelOf } from './meeting.policy.js';

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
/** Where owners sit they may talk about what is theirs; they decide it by a ballot of their own. */
const OWNERS_TALK: readonly MeetingKind[] = ['owners', 'roundTable', 'eveningTalk'];
const isOutsideHere = ({ context, event }: InputArgs): boolean =>
  event.type === 'item.submitted' &&
  (event.payload.decides === 'nobody' || (event.payload.decides === 'owners' && !OWNERS_TALK.includes(context.kind)));
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
const BODIES: readonly MeetingKind[] = ['council', 'representatives'];
const isNeighbourMeeting = ({ context }: CaseArgs): boolean => !BODIES.includes(context.kind);
const codeFits = ({ context, event }: InputArgs): boolean =>
  (event.type === 'arrive' || event.type === 'arriveAsNeighbour') &&
  (context.code === null || event.input.code === context.code);
const isAbsent = ({ context, event }: InputArgs): boolean => {
  const person = actorOf(event);
  return person !== null && !context.present.includes(person);
};
const placesLeft = ({ context }: CaseArgs): boolean => context.present.length < context.members;
const arrivalsFit = ({ context, event }: InputArgs): boolean =>
  event.type === 'recordArrivals' && new Set([...context.present, ...event.input.persons]).size <= context.members;

const areProxiesAllowed = ({ context }: CaseArgs): boolean => levelOf(context).proxiesMost > 0;
const isRepresented = ({ context, event }: InputArgs): boolean =>
  context.proxies.some(({ giver }) => giver === actorOf(event));

/** Nobody holds more than the rules allow, gives two, gives one while there, or hands on what they were given. */
function isProxyInOrder({ context, event }: InputArgs): boolean {
  if (event.type !== 'giveProxy' && event.type !== 'recordProxy') return false;
  const giver = event.type === 'recordProxy' ? event.input.giver : actorOf(event);
  const { holder } = event.input;
  const { proxies, present } = context;
  if (giver === null || giver === holder || present.includes(giver)) return false;
  if (proxies.some((one) => one.giver === giver || one.giver === holder || one.holder === giver)) return false;
  const held = proxies.filter((one) => one.holder === holder).length;
  const counted = new Set([...present, ...proxies.map((one) => one.giver), giver]).size;
  return held < levelOf(context).proxiesMost && counted <= context.members;
}

function hasQuorum({ context }: CaseArgs): boolean {
  const { quorum } = levelOf(context);
  const here = attending(context).length;
  return quorum === null ? here > 0 : reaches(quorum, here, context.members);
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
  if (context.chair === null || item === null) return false;
  const partial = [...item.recused, ...item.declared, ...item.nominations.map(({ person }) => person)];
  return !partial.includes(context.chair);
};

/* debate */
const turnsLeft = ({ context, event }: InputArgs): boolean => {
  const person = actorOf(event);
  return person !== null && (currentItem(context)?.turns[person] ?? 0) < context.policy.turnsMost;
};
/** Guests are asked and answer; members speak by the list where there is one. */
const maySpeakFreely = ({ context, event }: InputArgs): boolean =>
  levelOf(context).speaking === 'free' || context.guests.includes(actorOf(event) ?? '');
const isOnList = ({ context, event }: InputArgs): boolean =>
  context.queue.some(({ person }) => person === actorOf(event));
const isNotOnList = (args: InputArgs): boolean => !isOnList(args);
const somebodyWaits = ({ context }: CaseArgs): boolean =>
  nextSpeaker(context.queue, context.lastSide, currentItem(context)?.turns ?? {}) !== null;
const speakerIsGone = ({ context }: CaseArgs): boolean =>
  context.floor === null || ![...context.present, ...context.guests].includes(context.floor.person);
const isVoter = ({ context, event }: InputArgs): boolean =>
  votersPresent(context, currentItem(context)).includes(actorOf(event) ?? '');
const isMover = ({ context, event }: InputArgs): boolean => currentItem(context)?.motion?.mover === actorOf(event);
const isAnotherVoter = (args: InputArgs): boolean => isVoter(args) && !isMover(args);
const isMatter = ({ context }: CaseArgs): boolean => currentItem(context)?.kind !== 'election';

/* amendments */
const hasMotion = ({ context }: CaseArgs): boolean => currentItem(context)?.motion != null;
const hasAmendment = ({ context }: CaseArgs): boolean => currentItem(context)?.motion?.amendment != null;
const isAmender = ({ context, event }: InputArgs): boolean =>
  currentItem(context)?.motion?.amendment?.mover === actorOf(event);
const isVoterOtherThanAmender = (args: InputArgs): boolean => isVoter(args) && !isAmender(args);

/* elections */
const isElection = ({ context }: CaseArgs): boolean => currentItem(context)?.kind === 'election';
const namesNewCandidate = ({ context, event }: InputArgs): boolean =>
  event.type === 'nominate' &&
  currentItem(context)?.nominations.every(({ person }) => person !== event.input.candidate) === true;
function awaitsAcceptance({ context, event }: InputArgs): boolean {
  if (event.type !== 'acceptNomination' && event.type !== 'recordAcceptance') return false;
  const nominee = event.type === 'recordAcceptance' ? event.input.candidate : actorOf(event);
  return currentItem(context)?.nominations.some(({ person, accepted }) => person === nominee && !accepted) === true;
}
const somebodyStands = ({ context }: CaseArgs): boolean => {
  const item = currentItem(context);
  return item !== null && candidatesOf(item).length > 0;
};

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
  const { quorum } = levelOf(context);
  const item = currentItem(context);
  const voters = votersOf(context, item).length;
  return quorum === null ? voters > 0 : reaches(quorum, voters, baseOf(context, item));
}

const verdictOf = (event: MeetingEvent): string | null =>
  event.type === 'xstate.done.actor.ballot' || event.type === 'xstate.done.actor.amendmentBallot'
    ? event.output.verdict
    : null;
const motionPassed = ({ event }: InputArgs): boolean => verdictOf(event) === 'passed';
const nothingWasDecided = ({ event }: InputArgs): boolean => verdictOf(event) === 'no_quorum';
const ballotsLeft = ({ context }: CaseArgs): boolean =>
  (currentItem(context)?.ballots ?? 0) < context.policy.ballotsMost &&
  (isElection({ context }) || motionsLeft({ context }));

/* minutes */
const isAnotherThanDrafter = ({ context, event }: InputArgs): boolean =>
  'by' in event && event.by.kind === 'person' && event.by.person !== context.drafter;
const minutesReturnsLeft = ({ context }: CaseArgs): boolean =>
  context.minutesReturns < context.policy.minutesReturnsMost;

/** Implementations for the chart. */
export const meetingGuards = {
  isNewItem,
  isOutsideHere,
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
  codeFits,
  isAbsent,
  placesLeft,
  arrivalsFit,
  areProxiesAllowed,
  isProxyInOrder,
  isRepresented,
  hasQuorum,
  waitsLeft,
  quorumLossesLeft,
  isChairless,
  namesMemberPresent,
  sittingProlongationsLeft,
  debateProlongationsLeft,
  chairIsNeutral,
  turnsLeft,
  maySpeakFreely,
  isOnList,
  isNotOnList,
  somebodyWaits,
  speakerIsGone,
  isMatter,
  hasMotion,
  hasAmendment,
  isAmender,
  isVoterOtherThanAmender,
  isElection,
  namesNewCandidate,
  awaitsAcceptance,
  somebodyStands,
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
