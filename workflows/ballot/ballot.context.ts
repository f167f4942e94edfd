import type { Actor, Instant, Json } from '#libs/engine';

import { YES_NO, type Question } from '#libs/decision';

import type { BallotOrder, BallotVerdict, RollOrder } from './contract.js';
import type { BallotPolicy, PollPolicy } from './ballot.policy.js';

/** A recorded count, in votes. */
export type Count = {
  method: 'hands' | 'paper';
  yes: number;
  no: number;
  abstain: number;
  invalid: number;
  sheet: string | null;
};

export type BallotContext = {
  policy: BallotPolicy;
  case: string;
  /** Id of the text that is put to the vote. */
  subject: string;
  unit: string;
  rule: string;
  issue: string | null;
  members: number;
  recused: number;
  present: number;
  count: Count | null;
  teller: string | null;
  confirmedBy: string | null;
  /** Times the window was extended, a count disputed, the vote void, the confirmation asked for, the verdict asked for. */
  extensions: number;
  recounts: number;
  revotes: number;
  reminders: number;
  reckonings: number;
  /** Verdicts that came when the count was already looked at again. */
  lateAnswers: number;
  lastReason: string | null;
  /** Code of the rule's refusal to judge the counts. */
  refusedBy: string | null;
  verdict: BallotVerdict | null;
  provisional: boolean;
  certificate: Json;
  /** Why there is no verdict. */
  ending: 'lapsed' | 'void' | null;
  /** How papers are taken; `null` when hands are counted. */
  poll: PollState | null;
};

/** What the chart keeps of a ballot by papers; papers and roll are outside of it. */
export type PollState = {
  secret: boolean;
  question: Question;
  roll: RollOrder;
  /** Entries of the roll and its fingerprint, when it was drawn. */
  drawn: Drawn | null;
  /** What was found at the last close. */
  closed: Closed | null;
  drawings: number;
  redraws: number;
  extensions: number;
  closings: number;
  settlements: number;
  /** Code why the roll could not be drawn or the papers not be tallied. */
  refusedBy: string | null;
};
export type Drawn = { entries: number; doubts: number; fingerprint: string };
export type Closed = { papers: number; unsettled: number; reached: boolean };

/** What the engine gives the chart at its start. */
export type BallotStart = BallotOrder & { case: string; at: Instant; on: string; by: Actor; policy: BallotPolicy };

/** A ballot that has just been opened. */
export function initialBallot({ input }: { input: BallotStart }): BallotContext {
  const { policy, unit, rule, members = 0, recused = 0, present = 0 } = input;
  return {
    policy,
    case: input.case,
    subject: input.subject ?? input.title ?? '',
    unit,
    rule,
    issue: input.issue ?? null,
    members,
    recused,
    present,
    count: null,
    teller: null,
    confirmedBy: null,
    extensions: 0,
    recounts: 0,
    revotes: 0,
    reminders: 0,
    reckonings: 0,
    lateAnswers: 0,
    lastReason: null,
    refusedBy: null,
    verdict: null,
    provisional: false,
    certificate: null,
    ending: null,
    poll: initialPoll(input),
  };
}

function initialPoll({ taking, secret = false, question, roll }: BallotStart): PollState | null {
  if (taking !== 'papers' || roll === undefined) return null;
  return {
    secret,
    question: question ?? YES_NO,
    roll,
    drawn: null,
    closed: null,
    drawings: 0,
    redraws: 0,
    extensions: 0,
    closings: 0,
    settlements: 0,
    refusedBy: null,
  };
}

/** How the papers of this ballot are taken: in a sitting, or at home. */
export function pollPolicyOf({ policy, poll }: Pick<BallotContext, 'policy' | 'poll'>): PollPolicy {
  return poll?.roll.of === 'named' ? policy.polls.inSitting : policy.polls.atHome;
}
