import {
  armedIn,
  effectsIn,
  endIn,
  eventOf,
  startOf,
  type AccountLine,
  type IssueFacts,
  type Judgement,
  type LineEvent,
} from '#libs/contract';

/** What is known of an issue while its journal is read. */
interface Reading {
  facts: IssueFacts;
  reporter: string | null;
  supporters: Set<string>;
  merged: Map<string, string[]>;
  isReplyLate: boolean;
  isPromiseBroken: boolean;
  /** Last answer of each person in the present round. */
  answers: Map<string, { solved: boolean; satisfied: boolean }>;
  wasReached: boolean;
}

type Input = LineEvent['input'];
const word = (value: Input[string] | undefined): string | null => (typeof value === 'string' ? value : null);

/** Acts by which work is given out or taken on. */
const ASSIGNING = ['offer', 'planOwnWork', 'dispatch', 'arrangeErrand', 'callJointMeeting', 'openSignOffs'];
const REPLYING = 'firstReply';

/**
 * The account of an issue, from its journal alone. A confidential need is known as such from the entry on that made it so.
 * Pure; the same entries give the same facts.
 */
export function issueAccount(lines: readonly AccountLine[]): IssueFacts | null {
  const [first] = lines;
  if (first?.kind !== 'started') return null;
  const reading = begin(first);
  for (const line of lines) read(reading, line);
  const { facts, isReplyLate } = reading;
  return isReplyLate && facts.repliedAt !== null && facts.replyDueAt === null
    ? { ...facts, replyDueAt: facts.openedAt }
    : facts;
}

function begin(line: AccountLine): Reading {
  const input = startOf(line);
  const channel = word(input['channel']) ?? 'page';
  const isDevice = channel === 'device';
  return {
    facts: {
      of: 'issue',
      unit: word(input['unit']) ?? '',
      place: word(input['place']),
      category: word(input['category']),
      tier: 'community',
      confidential: isDevice,
      channel,
      openedAt: line.at,
      replyDueAt: null,
      repliedAt: null,
      assignedAt: null,
      promiseDueAt: null,
      promiseKept: null,
      finishedAt: null,
      tasks: [],
      judgements: [],
      redo: 0,
      supervised: false,
      publishedAt: null,
      endedAt: null,
      ending: null,
    },
    reporter: reporterOf(line, input, channel),
    supporters: new Set(),
    merged: new Map(),
    isReplyLate: false,
    isPromiseBroken: false,
    answers: new Map(),
    wasReached: false,
  };
}

/** For whom it was reported: the person named, the one acted for, or oneself on one's own page. */
function reporterOf({ by }: AccountLine, input: Input, channel: string): string | null {
  const named = word(input['reporter']);
  if (named !== null) return named;
  if (channel === 'device') return word(input['subject']);
  if (by.kind !== 'person') return null;
  return by.onBehalfOf ?? (channel === 'page' ? by.person : null);
}

function read(reading: Reading, line: AccountLine): void {
  if (line.kind === 'dropped') return;
  const event = eventOf(line);
  readClocks(reading, line, event);
  if (event !== null) {
    readPeople(reading, event, line);
    if (event.kind === 'act') readAct(reading, event, line);
  }
  readChildren(reading, line);
  const end = endIn(line);
  if (end !== null) {
    endPromise(reading, line.at);
    reading.facts.endedAt = line.at;
    reading.facts.ending = end.status === 'cancelled' ? 'cancelled' : (word(end.output['result']) ?? end.status);
  }
}

/** Tasks given out, and that something was given out at all. */
function readChildren({ facts }: Reading, line: AccountLine): void {
  for (const { kind, name, id } of effectsIn(line)) {
    if (kind !== 'startChild' || name !== 'task') continue;
    facts.assignedAt ??= line.at;
    facts.tasks.push({ child: id, round: facts.judgements.length });
  }
}

function readClocks(reading: Reading, line: AccountLine, event: LineEvent | null): void {
  const { facts } = reading;
  const fired = event?.kind === 'clock' ? event.name : null;
  if (fired === REPLYING && facts.repliedAt === null) reading.isReplyLate = true;
  if (fired === 'promise' && facts.finishedAt === null) reading.isPromiseBroken = true;
  const isPromiseOff = effectsIn(line).some(({ kind, name }) => kind === 'disarm' && name === 'promise');
  if (isPromiseOff && event?.name !== 'finish') endPromise(reading, line.at);
  const posted = facts.judgements.at(-1);
  for (const { name, dueAt } of armedIn(line)) {
    if (name === REPLYING && facts.repliedAt === null) facts.replyDueAt = dueAt;
    if (name === 'promise') promise(reading, dueAt);
    if (name === 'supervision') facts.supervised = true;
    // planned again after the outcome was posted: it is done again
    if (name === 'planning' && posted !== undefined && event !== null && event.name !== 'raiseTier') facts.redo += 1;
  }
  if (posted !== undefined && posted.overAt === null && isOver(line, fired)) posted.overAt = line.at;
  const isReplyOff = effectsIn(line).some(({ kind, name }) => kind === 'disarm' && name === REPLYING);
  // nobody is owed a reply any more: the reporter has withdrawn
  if (isReplyOff && event?.name !== 'reply' && facts.repliedAt === null) facts.replyDueAt = null;
}

/** A date is promised. One that was broken before stays the one that counts: the account has one line for an issue. */
function promise({ facts, isPromiseBroken }: Reading, dueAt: string | null): void {
  facts.finishedAt = null;
  Object.assign(facts, isPromiseBroken ? { promiseKept: false } : { promiseDueAt: dueAt, promiseKept: null });
}

/** Taken back, or the issue went another way: before its date it is no promise any more, later it was broken. */
function endPromise(reading: Reading, at: string): void {
  const { facts } = reading;
  if (facts.promiseDueAt === null || facts.finishedAt !== null) return;
  if (at >= facts.promiseDueAt) reading.isPromiseBroken = true;
  Object.assign(facts, reading.isPromiseBroken ? { promiseKept: false } : { promiseDueAt: null, promiseKept: null });
}

function isOver(line: AccountLine, fired: string | null): boolean {
  return fired === 'review' || effectsIn(line).some(({ kind, name }) => kind === 'disarm' && name === 'review');
}

/** Who is concerned, and so is asked. */
function readPeople(reading: Reading, { kind, name, input }: LineEvent, line: AccountLine): void {
  const voice = line.by.kind === 'person' ? (line.by.onBehalfOf ?? line.by.person) : null;
  if (kind === 'act' && name === 'support' && voice !== null) reading.supporters.add(voice);
  if (kind === 'act' && name === 'leaveSupport' && voice !== null) reading.supporters.delete(voice);
  if (kind === 'act' && name === 'withdraw' && endIn(line) === null) reading.reporter = null;
  if (kind === 'told' && name === 'merge.joined') {
    const people = Array.isArray(input['people']) ? input['people'].filter((one) => typeof one === 'string') : [];
    if (!reading.facts.confidential) reading.merged.set(word(input['issue']) ?? '', people);
  }
  if (kind === 'told' && name === 'merge.left') reading.merged.delete(word(input['issue']) ?? '');
}

function readAct(reading: Reading, { name, input }: LineEvent, line: AccountLine): void {
  const { facts } = reading;
  if (ASSIGNING.includes(name)) facts.assignedAt ??= line.at;
  switch (name) {
    case 'reply':
      facts.repliedAt ??= line.at;
      return;
    case 'sortAsCommon':
      facts.category = word(input['category']) ?? facts.category;
      return;
    case 'sortAsIndividual':
      facts.category = word(input['category']) ?? facts.category;
      reading.reporter = word(input['person']) ?? reading.reporter;
      makeConfidential(reading);
      return;
    case 'stateCompetence':
      if (input['decides'] === 'nobody') makeConfidential(reading);
      return;
    case 'raiseTier':
      facts.tier = facts.tier === 'community' ? 'street' : 'district';
      return;
    case 'finish':
      facts.finishedAt = line.at;
      if (facts.promiseDueAt !== null && line.at >= facts.promiseDueAt) reading.isPromiseBroken = true;
      facts.promiseKept = !reading.isPromiseBroken;
      return;
    case 'signFinalAnswer':
      facts.publishedAt = line.at;
      return;
    case 'postOutcome':
      facts.publishedAt = line.at;
      post(reading, line.at);
      return;
    default:
      readReview(reading, { name, input }, line);
  }
}

function makeConfidential(reading: Reading): void {
  reading.facts.confidential = true;
  reading.supporters.clear();
  reading.merged.clear();
}

function post(reading: Reading, at: string): void {
  const { judgements } = reading.facts;
  reading.answers = new Map();
  reading.wasReached = false;
  judgements.push({
    ...{ round: judgements.length + 1, postedAt: at, asked: concerned(reading).size, reached: 0, answered: 0 },
    ...{ overAt: null, solved: null, satisfied: null, calledBack: false },
  });
}

/** What residents say, and that somebody called on them. A look on site is no resident's word. */
function readReview(reading: Reading, { name, input }: Omit<LineEvent, 'kind'>, { by }: AccountLine): void {
  const posted = reading.facts.judgements.at(-1);
  if (posted === undefined) return;
  const voice = by.kind === 'person' ? (by.onBehalfOf ?? by.person) : null;
  const person = name === 'recordAnswer' ? word(input['person']) : voice;
  if (name === 'answer' || name === 'answerForAll' || name === 'recordAnswer') {
    if (person === null) return;
    reading.answers.set(person, { solved: input['solved'] === true, satisfied: input['satisfied'] === true });
  }
  if (['logAttempt', 'recordAnswer', 'confirmOnSite', 'confirmInPerson'].includes(name)) posted.calledBack = true;
  if (name === 'logAttempt' && input['reached'] === true) reading.wasReached = true;
  judge(reading, posted);
}

function judge(reading: Reading, posted: Judgement): void {
  const { answers, wasReached } = reading;
  const asked = new Set([...concerned(reading), ...answers.keys()]);
  posted.asked = asked.size;
  posted.answered = answers.size;
  // an attempt does not name whom it reached: it counts as one of those who have not answered
  posted.reached = Math.min(asked.size, answers.size + (wasReached && answers.size < asked.size ? 1 : 0));
  posted.solved = verdict(reading, 'solved');
  posted.satisfied = verdict(reading, 'satisfied');
}

/** No if the reporter says no, or at least half of those who answered: as the chart judges. */
function verdict({ answers, reporter }: Reading, of: 'solved' | 'satisfied'): boolean | null {
  if (answers.size === 0) return null;
  const own = reporter === null ? undefined : answers.get(reporter);
  if (own?.[of] === false) return false;
  const against = [...answers.values()].filter((answer) => !answer[of]).length;
  return against * 2 < answers.size;
}

function concerned({ reporter, supporters, merged }: Reading): Set<string> {
  return new Set([...(reporter === null ? [] : [reporter]), ...supporters, ...[...merged.values()].flat()]);
}
