import type { Instant } from '#libs/engine';
import type { PersonId, UnitId } from '#libs/registry';

/** What somebody can answer to a statement: −1 disagree, 0 pass, 1 agree. */
export const POSITIONS = [-1, 0, 1] as const;
export type Position = (typeof POSITIONS)[number];

/**
 * Where a statement stands: waiting for a moderator, shown to be answered, rejected with a reason told to its author, merged into
 * another one with the consent of both authors. Only what is shown is asked and counted.
 */
export const STATEMENT_STATES = ['waiting', 'shown', 'rejected', 'merged'] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

/** Whether a deliberation takes statements and positions. */
export const OPINION_STATUSES = ['open', 'closed'] as const;
export type OpinionStatus = (typeof OPINION_STATUSES)[number];

/** When a statement is looked at: before it is shown, or only when somebody has reason to. */
export const MODERATIONS = ['before', 'after'] as const;

/** What a community decides about opinion groups; pinned when the deliberation opens. */
export interface OpinionRule {
  moderation: (typeof MODERATIONS)[number];
  /** Statements one person may have said. */
  mostStatements: number;
  /** Positions a person must have taken to be counted into a group; fewer where fewer statements are shown. */
  leastPositions: number;
  /** People a group must have, and below which no number is shown: nobody is singled out. At least 2. */
  leastGroup: number;
  /** Opinion groups there may be at most, 2 to 5. */
  mostGroups: number;
  /** Share of each group, in whole percent, that must agree before a statement counts as agreed across groups. */
  agreedPercent: number;
}

/** As Polis has it where it has it; the size of groups is this product's own. */
export const OPINION_RULE: OpinionRule = {
  moderation: 'before',
  mostStatements: 20,
  leastPositions: 7,
  leastGroup: 10,
  mostGroups: 5,
  agreedPercent: 60,
};

/** A deliberation as admitted by its chart. */
export interface AdmittedDeliberation {
  /** The case. */
  id: string;
  unit: UnitId;
  status: OpinionStatus;
  rule: OpinionRule;
}

/** A statement as its readers see it: never who said it. */
export interface StatementRow {
  /** From 1, unique in the deliberation, never used again. */
  number: number;
  text: string;
}

/** A statement to be answered, with the reader's own last position. */
export interface AskedStatement extends StatementRow {
  position: Position | null;
  isMine: boolean;
}

/** A statement as its author sees it. */
export interface OwnStatement {
  number: number;
  /** Null after erasure. */
  text: string | null;
  state: StatementState;
  /** What the moderator told the author. */
  reason: string | null;
  saidAt: Instant;
  /** The statement it was merged into. */
  mergedInto: number | null;
  /** A merge the author is asked about, as either side: the other statement. */
  asked: { number: number; text: string | null } | null;
}

/** A statement on the moderators' desk. */
export interface ModeratedStatement {
  number: number;
  text: string;
  state: StatementState;
  reason: string | null;
  saidAt: Instant;
  /** The statement it is proposed to be merged into; waits for the consent of the authors. */
  proposedInto: number | null;
}

/** One answer as it was given. */
export interface TakenPosition {
  deliberation: string;
  statement: number;
  person: PersonId;
  position: Position;
}
