import type { Actor, Instant, Json } from '#libs/engine';

import type { BallotInput, BallotVerdict } from './contract.js';
import type { BallotPolicy } from './ballot.policy.js';

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
  subject: string;
  unit: string;
  rule: string;
  issue: string;
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
};

/** What the engine gives the chart at its start. */
export type BallotStart = BallotInput & { case: string; at: Instant; on: string; by: Actor; policy: BallotPolicy };

/** A ballot that has just been opened. */
export function initialBallot({ input }: { input: BallotStart }): BallotContext {
  const { policy, subject, unit, rule, issue, members, recused, present } = input;
  return {
    policy,
    case: input.case,
    subject,
    unit,
    rule,
    issue,
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
  };
}
