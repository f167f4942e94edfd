import type { DecisionRule, Question } from '#libs/decision';
import type { Instant, Label } from '#libs/engine';
import type { HouseholdId, LocalDate, PersonId, PremisesId, UnitId } from '#libs/registry';

/** A ballot has the id of its case. */
export type BallotId = string;
/** Short random code of a voting unit, unique in its ballot; the only name of it that is published. */
export type EntryCode = string;

/** `drawn`: the roll is there; `appeals`: it lies open for appeals; `open`: papers are taken; `closed`; then `counted`, or `void`. */
export const BALLOT_STATUSES = ['drawn', 'appeals', 'open', 'closed', 'counted', 'void'] as const;
export type BallotStatus = (typeof BALLOT_STATUSES)[number];

/**
 * Who forms the roll: adults, households or owners of a place; members of a council, representatives; persons named one by one,
 * such as those present in a sitting.
 */
export const ELECTORATES = ['adults', 'households', 'owners', 'members', 'named'] as const;
export type Electorate = (typeof ELECTORATES)[number];

/** How a paper came in. `own`: telephone or computer of the voter; `telephone` and `doorstep`: by staff, with a witness. */
export const CHANNELS = ['own', 'paper', 'hands', 'telephone', 'doorstep'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `setAside`: contested, or its unit was taken off the roll: kept, published, not counted. `withdrawn`: as if never cast. */
export const PAPER_STATES = ['counted', 'setAside', 'withdrawn'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** What an entry weighs, by base, in integers; area in 0.01 m². */
export interface Weights {
  heads?: number;
  area?: number;
  households?: number;
  members?: number;
  present?: number;
}
export const WEIGHED = ['heads', 'area', 'households', 'members', 'present'] as const;
export type Weighed = (typeof WEIGHED)[number];

/**
 * Whose votes are asked for. `members`: those who hold a seat at a body on the day (`roles` left out: any role there), `without`
 * those who are recused: they leave the base.
 */
export type RollSource =
  | { of: 'adults' | 'households' | 'owners'; unit: UnitId }
  | { of: 'members'; unit: UnitId; roles?: readonly string[]; without?: readonly PersonId[] }
  | { of: 'named'; unit: UnitId; persons: readonly PersonId[] };

/** Why an entry has to be looked at; `kinless`: a minor owns it and nobody is authorised to act for them. */
export const ENTRY_DOUBTS = ['birthUnknown', 'areaUnknown', 'ownerUnknown', 'adultsUnknown', 'kinless'] as const;
export type EntryDoubt = (typeof ENTRY_DOUBTS)[number];

/** A doubt about a record of the registry: a person, a flat, a household. */
export interface BallotDoubt {
  record: string;
  doubt: EntryDoubt;
  /** The entry it touches; `null`: it is about somebody who is not on the roll. */
  entry: EntryCode | null;
}

/** A voting unit as the roll has it, before it has a code. */
export interface FormedEntry {
  /** `person:<id>`, `household:<id>`, `owners:<ids joined by +>` or `flat:<id>` when nobody knows whose it is. Never published. */
  key: string;
  weights: Weights;
  /** Who may cast; empty when nobody can until the roll is put right. */
  casters: PersonId[];
  building: UnitId | null;
  stairwell: UnitId | null;
  premises: PremisesId[];
  household: HouseholdId | null;
  doubts: EntryDoubt[];
}

/** Numbers and choices of a ballot that a community may set. */
export interface BallotPolicy {
  /** Who casts for a household that has named no delegate. */
  householdWithoutDelegate: 'anyAdult' | 'nobody';
  /** Flats whose owner is not known: they belong to the whole that turnout is measured against, or not. */
  unknownOwners: 'counted' | 'leftOut';
  /** How many units one holder of written proxies may cast for, besides their own. */
  mostProxies: number;
  /** A secret ballot with fewer papers is not opened: its result would tell how people voted. */
  leastPapers: number;
}

export const BALLOT_POLICY: BallotPolicy = {
  householdWithoutDelegate: 'anyAdult',
  unknownOwners: 'counted',
  mostProxies: 3,
  leastPapers: 10,
};

/** A ballot as its case asks for it. */
export interface BallotSpec {
  id: BallotId;
  /** The unit it is held in: what its desk and its public page belong to. */
  unit: UnitId;
  title: Label;
  question: Question;
  rule: DecisionRule;
  roll: RollSource;
  secret: boolean;
  /** The day the roll is taken of. */
  on: LocalDate;
  policy?: Partial<BallotPolicy>;
  /** Changes when the roll is to be drawn anew; drawing again with the same one changes nothing. */
  drawing?: string;
}

/** What is known of a ballot. */
export interface BallotRow {
  id: BallotId;
  unit: UnitId;
  title: Label;
  question: Question;
  rule: DecisionRule;
  roll: RollSource;
  secret: boolean;
  policy: BallotPolicy;
  status: BallotStatus;
  on: LocalDate;
  openedAt: Instant | null;
  closesAt: Instant | null;
  closedAt: Instant | null;
  countedAt: Instant | null;
  openingFingerprint: string | null;
  finalFingerprint: string | null;
}

/** What a change does to a roll after it was drawn. `correct`: other weights, or other people who may cast. */
export const CHANGE_KINDS = ['add', 'remove', 'correct'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
/** Why, in one word that can be published. */
export const CHANGE_GROUNDS = ['appeal', 'sale', 'inheritance', 'moved', 'correction', 'contest'] as const;
export type ChangeGround = (typeof CHANGE_GROUNDS)[number];

/** Weights of one base. */
export interface Turnout {
  total: number;
  participating: number;
}
export type Turnouts = Partial<Record<Weighed, Turnout>>;
