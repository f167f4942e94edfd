import { reaches } from '#libs/decision';
import type { GuardDefinition } from '#libs/engine';

import { counted, personOf, type PetitionContext } from './petition.context.js';
import type { PetitionEvent } from './petition.events.js';

type CaseArgs = { context: PetitionContext };
type InputArgs = { context: PetitionContext; event: PetitionEvent };

const DAY = 86_400_000;

const isSized = ({ context }: CaseArgs): boolean => context.size !== null;
/** In integers and exact fractions: one fifth of 1,001 needs 201. */
const isShareReached = ({ context }: CaseArgs): boolean =>
  context.size !== null && reaches(context.policy.shares[context.base], counted(context), context.size);

function signsOnce({ context, event }: InputArgs): boolean {
  if (event.type !== 'sign') return false;
  const person = personOf(event.by);
  const of = context.base === 'adults' ? person : event.input.of;
  if (person === null || of === null || of === undefined) return false;
  if (context.base === 'adults' && event.input.of !== undefined) return false;
  return context.signatures.every((one) => one.of !== of && one.person !== person);
}

function areNew({ context, event }: InputArgs): boolean {
  if (event.type !== 'recordSignatures') return false;
  const { of } = event.input;
  return new Set(of).size === of.length && context.signatures.every((one) => !of.includes(one.of));
}

const hasSigned = ({ context, event }: InputArgs): boolean =>
  event.type === 'withdrawSignature' && context.signatures.some(({ person }) => person === personOf(event.by));
const checksLeft = ({ context }: CaseArgs): boolean => context.checks < context.policy.checksMost;
const namesSignatures = ({ context, event }: InputArgs): boolean =>
  event.type === 'strikeSignatures' &&
  event.input.numbers.every((number) => context.signatures.some((one) => one.number === number && one.struck === null));

function isInTime({ context, event }: InputArgs): boolean {
  if (event.type !== 'callMeeting' && event.type !== 'callInstead') return false;
  const wait = Date.parse(event.input.startsAt) - Date.parse(event.at);
  return wait > 0 && wait <= context.policy.daysMost * DAY;
}

/** Only a meeting that sat has minutes. */
const wasHeld = ({ event }: InputArgs): boolean =>
  event.type === 'xstate.done.actor.meeting' && event.output.minutes !== null;

/** Implementations for the chart. */
export const petitionGuards = {
  isSized,
  isShareReached,
  signsOnce,
  areNew,
  hasSigned,
  checksLeft,
  namesSignatures,
  isInTime,
  wasHeld,
};

const overCase = (zh: string, en: string): GuardDefinition => ({ over: 'case', refusal: { zh, en } });
const overInput = (zh: string, en: string): GuardDefinition => ({ over: 'input', refusal: { zh, en } });

/** What each guard reads and what a refused person is told. */
export const petitionGuardTexts: Record<keyof typeof petitionGuards, GuardDefinition> = {
  isSized: overCase('总数还没有确认。', 'Nobody has said how many there are.'),
  isShareReached: overCase('还没有达到规定比例。', 'The share is not reached.'),
  signsOnce: overInput(
    '每人、每户或者每个小组签一次：按户、按小组联名的请选择，按人联名的不用选。',
    'Once for each person, household or group: choose yours where they count, and nothing where persons do.',
  ),
  areNew: overInput('有重复的签名：请核对。', 'A signature stands twice: check the sheet.'),
  hasSigned: overInput('您没有签名。', 'You have not signed.'),
  checksLeft: overCase('剔除次数已满：请核实。', 'Signatures were struck off too often: confirm.'),
  namesSignatures: overInput('没有这个有效签名：请核对编号。', 'No such signature counts: check the numbers.'),
  isInTime: overInput('会议时间须在规定天数之内。', 'The meeting is to be within the days the rules allow.'),
  wasHeld: overInput('会议没有开成。', 'The meeting was not held.'),
};
