import type { z } from 'zod';

import type { Duration } from '#libs/engine';

import { pollPolicyOf, type BallotContext } from './ballot.context.js';
import type { ballotEffects } from './ballot.effects.js';
import type { BallotOutput } from './contract.js';

/*
 * What the chart hands to effects, to the engine's actions and to its parent.
 */

type CaseArgs = { context: BallotContext };

/** Everything the reckoning needs. It is asked for only after a count was recorded. */
export function countedVotes({ context }: CaseArgs): z.input<typeof ballotEffects.countBallot> {
  const { rule, unit, issue, subject, members, recused, present, count } = context;
  if (count === null) throw new Error('a ballot without a count cannot be reckoned');
  const { yes, no, abstain, invalid } = count;
  return { rule, unit, issue, subject, counts: { members, recused, present, yes, no, abstain, invalid } };
}

export function oneExtension({ context }: CaseArgs): { clock: string; by: Pick<Duration, 'amount' | 'unit'> } {
  return { clock: 'window', by: context.policy.extension };
}

/** What the roll is drawn for. It is asked for only in a ballot by papers. */
export function rollWanted({ context }: CaseArgs): z.input<typeof ballotEffects.drawRoll> {
  const { unit, rule, subject, issue, recused, poll } = context;
  if (poll === null) throw new Error('a ballot by hands has no roll');
  const { secret, question, roll } = poll;
  return { unit, rule, subject, issue, secret, question, roll, recused };
}

export function onePollExtension({ context }: CaseArgs): { clock: string; by: Pick<Duration, 'amount' | 'unit'> } {
  return { clock: 'polling', by: pollPolicyOf(context).extension };
}

export const nothing = (): Record<string, never> => ({});

/** Without a verdict a ballot decided nothing: it reads `no_quorum` and the certificate says why. */
export function outputWhenDone({ context }: CaseArgs): BallotOutput {
  const { verdict, provisional, certificate } = context;
  if (verdict !== null) return { verdict, provisional, certificate };
  return { verdict: 'no_quorum', provisional: false, certificate: { ending: context.ending ?? 'cancelled' } };
}
