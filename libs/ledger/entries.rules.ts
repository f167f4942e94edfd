import type { ExclusionFacts, IssueFacts, Judgement, RateName, TaskFacts, TaskTurn } from '#libs/contract';

import { bitOf } from './ledger.vocabulary.js';

/** Where a unit stands in the tree. */
export interface Standing {
  community: string | null;
  street: string | null;
  district: string | null;
}

/** An exclusion with the case that brought it. */
export interface Exclusion {
  caseId: string;
  facts: ExclusionFacts;
}

/** What lines are made of, beside the facts of the case itself. */
export interface Surroundings {
  caseId: string;
  realm: string;
  /** Of the issue a task serves; null while nothing is known of it. */
  issue: IssueFacts | null;
  exclusions: readonly Exclusion[];
  standing: Standing;
  /** Local month of an instant, `202603`. */
  monthOf: (instant: string) => number;
}

type Flag = 0 | 1;
type Maybe<T> = T | null;

/** A row of `ledger_entries`. */
export interface LedgerLine extends Standing {
  caseId: string;
  turn: number;
  kind: 'issue' | 'task';
  realm: string;
  isLast: boolean;
  isConfidential: boolean;
  issue: Maybe<string>;
  unit: string;
  dispatcher: string;
  place: string;
  category: Maybe<string>;
  part: Maybe<string>;
  openedAt: string;
  openedMonth: number;
  assignedAt: Maybe<string>;
  assignedMonth: Maybe<number>;
  acceptedAt: Maybe<string>;
  publishedAt: Maybe<string>;
  publishedMonth: Maybe<number>;
  finishedAt: Maybe<string>;
  finishedMonth: Maybe<number>;
  endedAt: Maybe<string>;
  endedMonth: Maybe<number>;
  ending: Maybe<string>;
  responseDueAt: Maybe<string>;
  respondedAt: Maybe<string>;
  responded: Maybe<Flag>;
  dueAt: Maybe<string>;
  dueMonth: Maybe<number>;
  onTime: Maybe<Flag>;
  isHeld: boolean;
  heldMinutes: number;
  isReturned: Flag;
  returnGround: Maybe<string>;
  isWrong: Maybe<Flag>;
  isArbitrated: Flag;
  isRedone: Maybe<Flag>;
  extensions: number;
  isSupervised: Flag;
  judgedMonth: Maybe<number>;
  asked: number;
  reached: number;
  answered: number;
  silent: number;
  solved: Maybe<Flag>;
  satisfied: Maybe<Flag>;
  isCalled: Flag;
  excluded: number;
  excludedBy: Maybe<Partial<Record<RateName, string>>>;
}

const flag = (is: boolean): Flag => (is ? 1 : 0);
const MINUTE = 60_000;

/** The line of an issue. Pure: the same facts give the same line. */
export function issueLine(facts: IssueFacts, around: Surroundings): LedgerLine {
  const { caseId, realm, standing, monthOf } = around;
  const month = (instant: string | null): number | null => (instant === null ? null : monthOf(instant));
  const { unit, place, category, confidential, openedAt, assignedAt, publishedAt, finishedAt } = facts;
  const isOwed = facts.replyDueAt !== null;
  return {
    ...{ caseId, turn: 0, kind: 'issue', realm, isLast: true, isConfidential: confidential, issue: null },
    ...{ unit, dispatcher: tierOf(facts, standing) ?? unit, place: place ?? unit, ...standing, category, part: null },
    ...{ openedAt, openedMonth: monthOf(openedAt), assignedAt, assignedMonth: month(assignedAt), acceptedAt: null },
    ...{ publishedAt, publishedMonth: month(publishedAt), finishedAt, finishedMonth: month(finishedAt) },
    ...{ endedAt: facts.endedAt, endedMonth: month(facts.endedAt), ending: facts.ending },
    responseDueAt: facts.replyDueAt,
    respondedAt: facts.repliedAt,
    responded: !isOwed || facts.repliedAt === null ? null : flag(facts.repliedAt < (facts.replyDueAt ?? '')),
    // what departments do is measured by their tasks; here only what the community promised to do itself
    dueAt: facts.promiseDueAt,
    dueMonth: month(facts.promiseDueAt),
    onTime: facts.promiseKept === null || facts.promiseDueAt === null ? null : flag(facts.promiseKept),
    ...{ isHeld: false, heldMinutes: 0, isReturned: 0, returnGround: null, isWrong: null, isArbitrated: 0 },
    isRedone: facts.judgements.length === 0 ? null : flag(facts.redo > 0),
    ...{ extensions: 0, isSupervised: flag(facts.supervised) },
    ...judged(facts.judgements.at(-1), monthOf),
    ...excludedOf(around.exclusions, { unit, dispatcher: tierOf(facts, standing) ?? unit }),
  };
}

/** One line for each unit that had the task. What residents say of the outcome is said of whoever had it last. Pure. */
export function taskLines(facts: TaskFacts, around: Surroundings): LedgerLine[] {
  return facts.turns.map((turn, index) => taskLine(facts, { turn, index, next: facts.turns[index + 1] }, around));
}

interface Turn {
  turn: TaskTurn;
  index: number;
  next: TaskTurn | undefined;
}

function taskLine(facts: TaskFacts, { turn, index, next }: Turn, around: Surroundings): LedgerLine {
  const { caseId, realm, standing, monthOf, issue } = around;
  const month = (instant: string | null): number | null => (instant === null ? null : monthOf(instant));
  const isLast = next === undefined;
  const { unit, from, finishedAt, dueAt } = turn;
  const endedAt = isLast ? facts.endedAt : (turn.returnedAt ?? turn.leftAt ?? turn.finishedAt);
  const judgement = isLast ? judgementOf(facts, issue) : undefined;
  const isOver = finishedAt !== null || turn.leftAt !== null || turn.returnedAt !== null;
  const isUndone = isLast && facts.ending === 'cancelled' && finishedAt === null;
  return {
    ...{ caseId, turn: index + 1, kind: 'task', realm, isLast, issue: facts.issue },
    isConfidential: facts.confidential || issue?.confidential === true,
    ...{ unit, dispatcher: dispatcherOf(facts, around), place: facts.place, ...standing },
    ...{ category: facts.matter ?? issue?.category ?? null, part: facts.part },
    ...{
      openedAt: from,
      openedMonth: monthOf(from),
      assignedAt: from,
      assignedMonth: monthOf(from),
      acceptedAt: turn.acceptedAt,
    },
    ...{ publishedAt: judgement?.postedAt ?? null, publishedMonth: month(judgement?.postedAt ?? null) },
    ...{ finishedAt, finishedMonth: month(finishedAt), endedAt, endedMonth: month(endedAt) },
    ending: isLast ? facts.ending : turn.returnedAt === null ? 'transferred' : 'returned',
    ...response(turn),
    dueAt: isUndone ? null : dueAt,
    dueMonth: isUndone ? null : month(dueAt),
    onTime: isUndone || !isOver || dueAt === null ? null : flag(!turn.overdue),
    ...{ isHeld: turn.heldSince !== null, heldMinutes: Math.round(turn.heldMs / MINUTE) },
    ...{ isReturned: flag(turn.returnedAt !== null), returnGround: turn.returnGround, isWrong: wrong({ turn, next }) },
    isArbitrated: flag(turn.givenBy === 'arbiter'),
    isRedone: finishedAt === null && turn.redo === 0 ? null : flag(turn.redo > 0),
    ...{ extensions: turn.extensions, isSupervised: flag(turn.supervised) },
    ...judged(judgement, monthOf),
    ...excludedOf(around.exclusions, { unit, dispatcher: dispatcherOf(facts, around) }),
  };
}

/** Whoever accepts or returns has answered; silence makes the task theirs and is no answer. */
function response(turn: TaskTurn): Pick<LedgerLine, 'responseDueAt' | 'respondedAt' | 'responded'> {
  const { acceptDueAt, acceptedBySilence } = turn;
  const respondedAt = acceptedBySilence ? null : (turn.acceptedAt ?? turn.returnedAt);
  if (acceptDueAt === null) return { responseDueAt: null, respondedAt, responded: null };
  const responded = acceptedBySilence ? 0 : respondedAt === null ? null : flag(respondedAt < acceptDueAt);
  return { responseDueAt: acceptDueAt, respondedAt, responded };
}

/** Dispatched to the wrong unit: somebody else had to take it. A return that came back to the same unit was the unit's fault. */
function wrong({ turn, next }: Omit<Turn, 'index'>): Maybe<Flag> {
  if (turn.givenBy !== 'dispatcher') return null;
  if (next !== undefined) return flag(next.unit !== turn.unit);
  return turn.returnedAt === null ? 0 : null;
}

/** The judgement of the outcome that this task led to. What assists did is not judged by itself. */
function judgementOf({ child, part, ending }: TaskFacts, issue: IssueFacts | null): Judgement | undefined {
  const given = issue?.tasks.find((task) => task.child === child);
  if (given === undefined || part === 'assist' || ending === 'cancelled') return undefined;
  return issue?.judgements.find(({ round }) => round === given.round + 1);
}

type Judged = Pick<LedgerLine, 'asked' | 'reached' | 'answered' | 'silent' | 'solved' | 'satisfied' | 'isCalled'>;

function judged(of: Judgement | undefined, monthOf: Surroundings['monthOf']): Judged & Pick<LedgerLine, 'judgedMonth'> {
  if (of === undefined) {
    const nobody = {
      asked: 0,
      reached: 0,
      answered: 0,
      silent: 0,
      solved: null,
      satisfied: null,
      isCalled: 0,
    } as const;
    return { judgedMonth: null, ...nobody };
  }
  const { asked, reached, answered, overAt, solved, satisfied, calledBack } = of;
  return {
    judgedMonth: monthOf(of.postedAt),
    ...{ asked, reached, answered, silent: overAt === null ? 0 : asked - answered },
    solved: solved === null ? null : flag(solved),
    satisfied: satisfied === null ? null : flag(satisfied),
    isCalled: flag(calledBack),
  };
}

/** The tier the issue stood at dispatches. */
function tierOf({ tier }: IssueFacts, { community, street, district }: Standing): string | null {
  if (tier === 'district') return district ?? street ?? community;
  return tier === 'street' ? (street ?? community) : community;
}

function dispatcherOf(facts: TaskFacts, { issue, standing }: Surroundings): string {
  const tier = issue === null ? standing.community : tierOf(issue, standing);
  return tier ?? facts.contact ?? issue?.unit ?? facts.place;
}

/** Units of a line: who did it, and who dispatched it. */
interface Answering {
  unit: string;
  dispatcher: string;
}

/** What two people have approved to leave out, and by which case. Whoever dispatched is heard about the dispatch alone. */
function excludedOf(
  exclusions: readonly Exclusion[],
  { unit, dispatcher }: Answering,
): Pick<LedgerLine, 'excluded' | 'excludedBy'> {
  const fitting = exclusions.filter(({ facts }) => {
    const own = facts.rate === 'dispatch' ? dispatcher : unit;
    return facts.result === 'excluded' && facts.unit === own;
  });
  if (fitting.length === 0) return { excluded: 0, excludedBy: null };
  const sorted = fitting.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1));
  return {
    excluded: fitting.reduce((bits, { facts }) => bits | bitOf(facts.rate), 0),
    excludedBy: Object.fromEntries(sorted.map(({ caseId, facts }) => [facts.rate, caseId])),
  };
}
