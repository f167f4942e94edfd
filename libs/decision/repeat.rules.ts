import { Temporal } from 'temporal-polyfill';

import type { Comparison } from './certificate.js';
import type { DecisionRule, Petitioner } from './decision-rule.schema.js';
import { leastReaching, reaches } from './fraction.rules.js';

/** How many have asked, of how many there are. */
export interface Asking {
  asking: number;
  total: number;
}

/** Whether a petition has gathered enough, with every number. */
export interface PetitionCount {
  reached: boolean;
  shares: (Comparison & { of: Petitioner })[];
}

/**
 * Whether enough have asked for the body to be called: one of the rule's shares is enough. Whoever is not counted counts as
 * nobody. Null when the rule knows no petition. Thrown when somebody asks more often than they are.
 */
export function petitionReached(
  { petition }: Pick<DecisionRule, 'petition'>,
  counts: { readonly [of in Petitioner]?: Asking },
): PetitionCount | null {
  if (petition === undefined) return null;
  const shares = petition.shares.map(({ of, share }) => {
    const { asking: part, total: whole } = counts[of] ?? { asking: 0, total: 0 };
    if (!(Number.isSafeInteger(part) && Number.isSafeInteger(whole) && part >= 0 && part <= whole)) {
      throw new RangeError(`${String(part)} of ${String(whole)} ${of}`);
    }
    return { of, fraction: share, part, whole, needed: leastReaching(share, whole), met: reaches(share, part, whole) };
  });
  return { reached: shares.some(({ met }) => met), shares };
}

function later(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** The last day on which a ballot may close, all extensions included; null when it is not extended. Local dates. */
export function lastClosing({ extension }: Pick<DecisionRule, 'extension'>, openedOn: string): string | null {
  return extension === undefined ? null : later(openedOn, extension.mostMonths);
}

/** Why the time to vote is not extended. */
export type ExtensionRefusal = 'extension.none' | 'extension.not_later' | 'extension.too_long';

/** Why a ballot may not be extended to a day; null when it may. Three months from 30 November end on the last of February. */
export function extensionProblem(
  rule: Pick<DecisionRule, 'extension'>,
  { openedOn, closesOn, to }: { openedOn: string; closesOn: string; to: string },
): ExtensionRefusal | null {
  const last = lastClosing(rule, openedOn);
  if (last === null) return 'extension.none';
  if (to <= closesOn) return 'extension.not_later';
  return to <= last ? null : 'extension.too_long';
}

/** A ballot that ended before, on the same matter. */
export interface EarlierBallot {
  endedOn: string;
  verdict: string;
}

/** Whether a matter may come back. */
export interface Return {
  allowed: boolean;
  /** First day on which it may come back without asking the committee; null when it may at any time. */
  from: string | null;
  /** How many of the committee agreed, when it was asked. */
  committee: Comparison | null;
}

/**
 * Whether a matter may be asked again on a local date. Only want of quorum keeps it away, for the months of the rule counted from
 * the day the ballot ended, unless enough of the whole committee agree.
 */
export function mayReturn(
  { noRepeat }: Pick<DecisionRule, 'noRepeat'>,
  earlier: EarlierBallot,
  { on, committee }: { on: string; committee?: { agree: number; members: number } },
): Return {
  if (noRepeat === undefined || earlier.verdict !== 'no_quorum') return { allowed: true, from: null, committee: null };
  const from = later(earlier.endedOn, noRepeat.months);
  const fraction = noRepeat.unlessCommittee;
  const { agree: part = 0, members: whole = 0 } = committee ?? {};
  const asked =
    committee === undefined
      ? null
      : { fraction, part, whole, needed: leastReaching(fraction, whole), met: reaches(fraction, part, whole) };
  return { allowed: on >= from || asked?.met === true, from, committee: asked };
}
