import type { Standing } from '#libs/access';
import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { HouseholdId, LocalDate, PersonId, UnitId } from '#libs/registry';
import type { Vault } from '#libs/vault';

import type { AccessJournal } from './access-journal.service.js';
import type { VisitPolicy } from './visits.rules.js';
import type { ClaimState, Colour, VisitOutcome, VisitPurpose } from './visits.vocabulary.js';

/** What the registry knows of a household, as a visit needs it. Everything but place and flat is need-to-know. */
export interface VisitedHousehold {
  id: HouseholdId;
  /** Stairwell. */
  unit: UnitId;
  address: string;
  flat: string;
  colour: Colour;
  members: VisitedMember[];
}

export interface VisitedMember {
  person: PersonId;
  name: string;
  birthYear: number | null;
  /** Lives alone, disability, and what else the registry marks. */
  flags: string[];
}

/** What this room asks of others to know who may see whom. */
export interface VisitsOptions {
  vault: Vault;
  journal: AccessJournal;
  now: () => Instant;
  today: () => LocalDate;
  household: (tx: Tx, id: HouseholdId) => Promise<VisitedHousehold | null>;
  /** The unit and everything above it. */
  lineage: (tx: Tx, unit: UnitId) => Promise<UnitId[]>;
  standing: (tx: Tx, person: PersonId) => Promise<Standing>;
  /** Default: the five colours of the preset. */
  policy?: VisitPolicy;
}

export interface ClaimRow {
  id: string;
  household: HouseholdId;
  unit: UnitId;
  person: PersonId;
  purpose: VisitPurpose;
  state: ClaimState;
  from: LocalDate;
  to: LocalDate;
  askedAt: Instant;
  assignedBy: PersonId | null;
}

/** Who is to take on which household, for what, and how long. */
export interface NewClaim {
  household: HouseholdId;
  person: PersonId;
  purpose: VisitPurpose;
  from: LocalDate;
  to: LocalDate;
}

export interface VisitRow {
  id: string;
  household: HouseholdId;
  visitor: PersonId;
  at: Instant;
  outcome: VisitOutcome;
  note: string | null;
  caseId: string | null;
}

export interface NewVisit {
  /** Chosen by the client, so that one visit is recorded once. */
  id: string;
  claim: string;
  at: Instant;
  outcome: VisitOutcome;
  note?: string;
  caseId?: string;
}

/** A household on the list of the one who holds it: where, and when next. */
export interface HeldHousehold {
  claim: string;
  household: HouseholdId;
  address: string;
  flat: string;
  purpose: VisitPurpose;
  to: LocalDate;
  lastVisit: Instant | null;
  due: LocalDate;
}

/** The page of one household, for whoever needs to know. */
export interface HouseholdPage {
  /** `null` for an assigner who does not hold it. */
  claim: string | null;
  household: VisitedHousehold;
  everyDays: number;
  due: LocalDate;
  visits: VisitRow[];
}
