import type { KnownPerson } from './known.sql.js';

/** A person as a row tells of them, for telling who it is. */
export interface SoughtPerson {
  name: string;
  birthDate: string | null;
  birthYear: number | null;
  household: string | null;
  /** Blind indexes of the identity number and the telephone; empty when not given. */
  idIndexes: readonly string[];
  phoneIndexes: readonly string[];
  /** Id that follows from the sender's own key; `null` without one. */
  keyed: string | null;
}

/** As much of a known person as decides whether it is the one. */
export type Candidate = Pick<
  KnownPerson,
  'id' | 'name' | 'birthDate' | 'birthYear' | 'household' | 'idIndex' | 'phoneIndex'
>;

export type Verdict = 'same' | 'maybe' | 'other';

/**
 * Whether a row and a record are one person. Identity number or the sender's key decide; without them the name with telephone,
 * or with birth and address. What is known on one side only makes it possible, never certain.
 */
export function verdictOn(sought: SoughtPerson, known: Candidate): Verdict {
  if (sought.keyed === known.id) return 'same';
  if (sought.idIndexes.length > 0 && known.idIndex !== null)
    return sought.idIndexes.includes(known.idIndex) ? 'same' : 'other';
  if (sought.name !== known.name) return 'other';
  const birth = birthsOf(sought, known);
  if (birth === 'differs') return 'other';
  if (known.phoneIndex !== null && sought.phoneIndexes.includes(known.phoneIndex)) return 'same';
  const isHome = sought.household !== null && sought.household === known.household;
  if (isHome) return birth === 'day' || birth === 'alike' ? 'same' : 'maybe';
  return birth === 'day' ? 'maybe' : 'other';
}

/** `day`: the same day; `alike`: the same year, or neither says anything; `half`: only one side says it. */
function birthsOf(sought: SoughtPerson, known: Candidate): 'day' | 'alike' | 'half' | 'differs' {
  if (sought.birthDate !== null && known.birthDate !== null)
    return sought.birthDate === known.birthDate ? 'day' : 'differs';
  if (sought.birthYear !== null && known.birthYear !== null && sought.birthYear !== known.birthYear) return 'differs';
  const isAlike = sought.birthDate === known.birthDate && sought.birthYear === known.birthYear;
  return isAlike ? 'alike' : 'half';
}

/** The people found for a row: the one it certainly is, or those it may be. */
export interface Match<Found extends Candidate> {
  same: Found | null;
  maybe: Found[];
}

/** Judges all candidates; certainty about one leaves no question about others. */
export function matchOf<Found extends Candidate>(sought: SoughtPerson, candidates: readonly Found[]): Match<Found> {
  const judged = candidates.map((known) => ({ known, verdict: verdictOn(sought, known) }));
  const same = judged.filter(({ verdict }) => verdict === 'same').map(({ known }) => known);
  // the same identity number or key is worth more than a name at an address
  const strongest = same.find(
    (one) => one.id === sought.keyed || (one.idIndex !== null && sought.idIndexes.includes(one.idIndex)),
  );
  const chosen = strongest ?? (same.length === 1 ? same[0] : undefined);
  if (chosen !== undefined) return { same: chosen, maybe: [] };
  return { same: null, maybe: judged.filter(({ verdict }) => verdict !== 'other').map(({ known }) => known) };
}
