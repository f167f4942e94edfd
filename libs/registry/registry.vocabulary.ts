/** Id of a unit, a person, a household, a flat: a UUID in text. */
export type UnitId = string;
export type PersonId = string;
export type HouseholdId = string;
export type PremisesId = string;

/**
 * What a unit is. Places nest (city → district → street → community → compound → grid → building → stairwell); bodies
 * (councils, committees), Party branches, departments and companies hang where they serve.
 */
export const UNIT_KINDS = [
  'city',
  'district',
  'street',
  'community',
  'compound',
  'grid',
  'building',
  'stairwell',
  'department',
  'company',
  'organisation',
  'body',
  'branch',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Kinds that are assemblies of people: an office held in one counts at the place the body serves. */
export const BODY_KINDS: readonly UnitKind[] = ['body', 'branch'];

/** Visit classes of households (五色五访), strongest need first. Sensitive: shown only to those who claimed the household. */
export const COLOUR_CLASSES = ['red', 'orange', 'yellow', 'blue', 'green'] as const;
export type ColourClass = (typeof COLOUR_CLASSES)[number];

/** Facts about a person that decide who is asked, visited or counted. `disabled`, `livesAlone` are sensitive. */
export const PERSON_FLAGS = [
  'partyMember',
  'disabled',
  'floating',
  'retired',
  'unemployed',
  'livesAlone',
  'noPhone',
] as const;
export type PersonFlag = (typeof PERSON_FLAGS)[number];

/** A local date (`2026-11-21`). */
export type LocalDate = string;

/** A node of the tree. `path` lists the ids from the root to the unit itself: `/root/…/unit/`. */
export interface UnitRecord {
  id: UnitId;
  parent: UnitId | null;
  kind: UnitKind;
  name: string;
  path: string;
  /** Short code for people and imports, unique: `limin-g2-b17`. */
  code: string;
  address: string | null;
  /** Public telephone. */
  phone: string | null;
}

/** A unit on its way in: the path follows from the parent. */
export type NewUnit = Omit<UnitRecord, 'path' | 'address' | 'phone'> & { address?: string; phone?: string };

export interface PersonRecord {
  id: PersonId;
  name: string;
  gender: 'female' | 'male' | null;
  birthYear: number | null;
  phone: string | null;
  /** Where the person lives or, for staff, works. */
  unit: UnitId;
  household: HouseholdId | null;
  flags: PersonFlag[];
}

export interface HouseholdRecord {
  id: HouseholdId;
  building: UnitId;
  stairwell: UnitId;
  premises: PremisesId | null;
  /** Number of the flat as people say it: `3单元402`. */
  flat: string;
  colour: ColourClass;
}

export const PREMISES_USES = ['dwelling', 'shop', 'garage', 'common'] as const;
export type PremisesUse = (typeof PREMISES_USES)[number];

export interface PremisesRecord {
  id: PremisesId;
  building: UnitId;
  stairwell: UnitId | null;
  number: string;
  floor: number;
  /** Exclusive area in 0.01 m², an integer. */
  area: number;
  use: PremisesUse;
}

/** Somebody owns a flat, alone or with others, from a day to a day (exclusive) or still. */
export interface OwnershipRecord {
  id: string;
  premises: PremisesId;
  person: PersonId;
  from: LocalDate;
  to: LocalDate | null;
}

/** A person holds a role at a unit from a day to a day (exclusive) or still. */
export interface OfficeRecord {
  id: string;
  person: PersonId;
  unit: UnitId;
  role: string;
  from: LocalDate;
  to: LocalDate | null;
}

/** A person lets another one act for them (an authorised relative), from a day to a day (exclusive) or still. */
export interface AuthorisationRecord {
  id: string;
  person: PersonId;
  agent: PersonId;
  from: LocalDate;
  to: LocalDate | null;
}

/** Role every resident of a community holds there without an office. */
export const RESIDENT_ROLE = 'resident';

/**
 * A role that counts at a unit and everything below it. `held`: `office` directly at this unit, `body` through an office in a
 * body that serves the unit, `residence` by living there.
 */
export interface Grant {
  role: string;
  unit: UnitId;
  held: 'office' | 'body' | 'residence';
}

/** Rows of a whole installation or of one import. */
export interface RegistryBatch {
  units?: NewUnit[];
  premises?: PremisesRecord[];
  households?: HouseholdRecord[];
  people?: PersonRecord[];
  ownerships?: OwnershipRecord[];
  offices?: OfficeRecord[];
  authorisations?: AuthorisationRecord[];
}
