import type { ErrorCode } from '#libs/contract';
import type { Label } from '#libs/engine';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';

/** Something held about a person, as it is shown to them. */
export interface Holding {
  /** Stable name, for programs. */
  name: string;
  label: Label;
  rows: readonly object[];
}

/**
 * A room that keeps data about people: says what it holds, and erases it. Its methods open their own transactions. `ids` are all
 * records of one person, the one that speaks for the others first.
 */
export interface Keeper {
  name: string;
  held(ids: readonly PersonId[]): Promise<Holding[]>;
  /** Why the person cannot be erased now. */
  standsAgainst?(ids: readonly PersonId[]): Promise<ErrorCode | null>;
  /** Erases; killed in the middle it is run again, and what is gone is not counted twice. Answers how many records it erased. */
  erase(ids: readonly PersonId[]): Promise<number>;
}

/** A kind of record that is erased when its time is over. */
export interface RetentionRule {
  name: string;
  label: Label;
  /** Days it is kept after it was last needed. */
  days: number;
  /** Why so long. */
  basis: string;
  /** How many are older. */
  count(before: Instant): Promise<number>;
  /** Erases those that are older, in batches; answers how many. */
  erase(before: Instant): Promise<number>;
}

/** Something sealed that a new data key seals again. */
export interface Resealer {
  name: string;
  /** Seals what an older key sealed; stopped in the middle it goes on where it was. Answers how many. */
  reseal(): Promise<number>;
}
