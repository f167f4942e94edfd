import type { RefusalBody } from '#libs/contract';

import type { DutyRecord, MatterRecord, NewDuty, NewMatter } from './catalogue.vocabulary.js';
import type { LocalDate, Period } from './dates.vocabulary.js';
import type { BodyKind, UnitId, UnitKind } from './units.vocabulary.js';

export type { LocalDate, Period } from './dates.vocabulary.js';

/** Ids of a person, a household, a flat: UUIDs in text. */
export type PersonId = string;
export type HouseholdId = string;
export type PremisesId = string;

/** Visit classes of households (五色五访), strongest need first. Sensitive: shown only to those who claimed the household. */
export const COLOUR_CLASSES = ['red', 'orange', 'yellow', 'blue', 'green'] as const;
export type ColourClass = (typeof COLOUR_CLASSES)[number];

export const GENDERS = ['female', 'male'] as const;
export type Gender = (typeof GENDERS)[number];

/**
 * Facts about a person that decide who is asked, visited or counted. `floating`: lives here, registered elsewhere.
 * `underGuardianship`: a guardian consents in the person's place.
 */
export const PERSON_FLAGS = [
  'partyMember',
  'disabled',
  'floating',
  'retired',
  'unemployed',
  'livesAlone',
  'noPhone',
  'lowIncome',
  'underGuardianship',
] as const;
export type PersonFlag = (typeof PERSON_FLAGS)[number];

/** Flags that are shown only to those who need to know. */
export const SENSITIVE_FLAGS: readonly PersonFlag[] = [
  'disabled',
  'unemployed',
  'livesAlone',
  'lowIncome',
  'underGuardianship',
];

/** A node of the tree. `path` lists the ids from the root to the unit itself: `/root/…/unit/`. */
export interface UnitRecord {
  id: UnitId;
  parent: UnitId | null;
  kind: UnitKind;
  /** Which of the assemblies known by name it is. */
  body: BodyKind | null;
  name: string;
  path: string;
  /** Short code for people and imports, unique: `limin-g2-b17`. */
  code: string;
  address: string | null;
  /** Public telephone. */
  phone: string | null;
  /** First day, when known; the day from which it is closed. */
  from: LocalDate | null;
  to: LocalDate | null;
  /** Unit that took over when it was merged or closed. */
  successor: UnitId | null;
}

/** A unit on its way in: the path follows from the parent. */
export type NewUnit = Pick<UnitRecord, 'id' | 'parent' | 'kind' | 'name' | 'code'> &
  Partial<Pick<UnitRecord, 'body' | 'address' | 'phone' | 'from' | 'to' | 'successor'>>;

/** A person as everybody who may read people sees them: telephone and identity number are never in it. */
export interface PersonRecord {
  id: PersonId;
  name: string;
  gender: Gender | null;
  birthYear: number | null;
  birthDate: LocalDate | null;
  /** Where the person lives or, for staff, works. */
  unit: UnitId;
  household: HouseholdId | null;
  flags: PersonFlag[];
  /** Where the person is registered (户籍地) when that is elsewhere. */
  domicile: string | null;
  diedOn: LocalDate | null;
  /** The record that speaks for this one since two records of one person were merged. */
  mergedInto: PersonId | null;
  /** Local date on which the personal data were erased. */
  erasedOn: LocalDate | null;
}

/** What is kept sealed; given on the way in, `null` clears it. */
export interface ContactInput {
  phone?: string | null;
  idNumber?: string | null;
}

/** A person on the way in. */
export type NewPerson = Pick<PersonRecord, 'id' | 'name' | 'gender' | 'birthYear' | 'unit' | 'household' | 'flags'> &
  Partial<Pick<PersonRecord, 'birthDate' | 'domicile' | 'diedOn'>> &
  ContactInput;

/** Telephone and identity number in clear: for a call that has to be made now, or with a journaled reason. */
export interface Contact {
  phone: string | null;
  idNumber: string | null;
}

export interface HouseholdRecord {
  id: HouseholdId;
  building: UnitId;
  stairwell: UnitId;
  premises: PremisesId | null;
  /** Number of the flat as people say it: `3单元402`. */
  flat: string;
  colour: ColourClass;
  /** Residents' group (居民小组) the household elects in. */
  group: UnitId | null;
  /** In one line, made from the names of the places and the flat: `利民小区12号楼3单元402`. */
  address: string;
}
export type NewHousehold = Omit<HouseholdRecord, 'group' | 'address'> & { group?: UnitId | null };

/** A person lives in a household from a day to a day: a family that moved keeps its past. */
export interface ResidenceRecord extends Period {
  id: string;
  person: PersonId;
  household: HouseholdId;
}

/** The one who casts and signs for a household (户代表), named on a slip signed by its adults. */
export interface DelegateRecord extends Period {
  id: string;
  household: HouseholdId;
  person: PersonId;
  /** Number or file of the signed slip. */
  slip: string | null;
}
export type NewDelegate = Omit<DelegateRecord, 'slip'> & { slip?: string | null };

export const PREMISES_USES = ['dwelling', 'shop', 'garage', 'common'] as const;
export type PremisesUse = (typeof PREMISES_USES)[number];

/** Where an area comes from, the strongest first: title deed, else survey, else contract. */
export const AREA_SOURCES = ['deed', 'survey', 'contract'] as const;
export type AreaSource = (typeof AREA_SOURCES)[number];

export interface PremisesRecord {
  id: PremisesId;
  building: UnitId;
  stairwell: UnitId | null;
  number: string;
  floor: number;
  /** Exclusive area in 0.01 m², an integer; `null`: not known. */
  area: number | null;
  areaSource: AreaSource | null;
  use: PremisesUse;
}
export type NewPremises = Omit<PremisesRecord, 'areaSource'> & { areaSource?: AreaSource | null };

/** A share of a flat, exact. */
export interface Share {
  numerator: number;
  denominator: number;
}

/** Somebody owns a flat, alone or with others; `share: null` beside other owners: jointly, undivided (共同共有). */
export interface OwnershipRecord extends Period {
  id: string;
  premises: PremisesId;
  person: PersonId;
  share: Share | null;
}
export type NewOwnership = Omit<OwnershipRecord, 'share'> & { share?: Share | null };

/** Why an office ended before its term. */
export const OFFICE_ENDINGS = ['termOver', 'recalled', 'resigned', 'moved', 'died', 'replaced', 'corrected'] as const;
export type OfficeEnding = (typeof OFFICE_ENDINGS)[number];

/** A person holds a role at a unit: a member, a leader, a representative. Past offices stay. */
export interface OfficeRecord extends Period {
  id: string;
  person: PersonId;
  unit: UnitId;
  role: string;
  /** Whom a representative represents: a residents' group, a building. */
  constituency: UnitId | null;
  /** The office whose holder is absent for this period. */
  substituteFor: string | null;
  ending: OfficeEnding | null;
  endReason: string | null;
}
export type NewOffice = Pick<OfficeRecord, 'id' | 'person' | 'unit' | 'role' | 'from' | 'to'> &
  Partial<Pick<OfficeRecord, 'constituency' | 'substituteFor' | 'ending' | 'endReason'>>;

/** A person lets another one act for them (an authorised relative). */
export interface AuthorisationRecord extends Period {
  id: string;
  person: PersonId;
  agent: PersonId;
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

/** A new record, or a known one by its id with only what changes; what is left out stays as it is. */
export type Upsert<New extends { id: string }> = { id: string } & { [K in keyof New]?: New[K] | undefined };

/** What one change, one import or one installation writes. Everything is optional, in any order. */
export interface RegistryBatch {
  units?: readonly Upsert<NewUnit>[];
  premises?: readonly Upsert<NewPremises>[];
  households?: readonly Upsert<NewHousehold>[];
  people?: readonly Upsert<NewPerson>[];
  residences?: readonly Upsert<ResidenceRecord>[];
  ownerships?: readonly Upsert<NewOwnership>[];
  offices?: readonly Upsert<NewOffice>[];
  delegates?: readonly Upsert<NewDelegate>[];
  authorisations?: readonly Upsert<AuthorisationRecord>[];
  matters?: readonly Upsert<NewMatter>[];
  duties?: readonly Upsert<NewDuty>[];
}

/** Records of the registry by the name of their kind, as they are read back and as their history is kept. */
export interface RegistryRecords {
  unit: UnitRecord;
  person: PersonRecord;
  household: HouseholdRecord;
  premises: PremisesRecord;
  residence: ResidenceRecord;
  ownership: OwnershipRecord;
  office: OfficeRecord;
  delegate: DelegateRecord;
  authorisation: AuthorisationRecord;
  matter: MatterRecord;
  duty: DutyRecord;
}
export type RegistryEntity = keyof RegistryRecords;

/** Who changes something, and why: stands in the history of every record it touches. */
export interface ChangeNote {
  /** The person who does it; `null`: the program itself. */
  by: PersonId | null;
  /** `desk`, `import`, `partner`, `installation`, `undo` … */
  source: string;
  reason: string;
  /** Id of the import it belongs to. */
  import?: string;
  /** Unit on whose behalf it is done: whoever may read the registry there sees the change. */
  unit?: UnitId | null;
  /** Day from which it holds, today at the latest and not before the record's last change. Default: today. */
  on?: LocalDate;
}

/** How many records of each kind a change made, altered, left as they were, and took back (undoing only). */
export interface Counts {
  created: number;
  changed: number;
  same: number;
  removed: number;
}

export interface Applied {
  /** Id of the change; `null`: nothing differed, nothing was written. */
  change: string | null;
  counts: Partial<Record<RegistryEntity, Counts>>;
}

/** Why a record cannot be written. */
export const REGISTRY_PROBLEMS = [
  'registry.field_missing',
  'registry.field_malformed',
  'registry.reference_unknown',
  'registry.given_twice',
  'registry.code_taken',
  'registry.place_impossible',
  'registry.unit_in_use',
  'registry.period_reversed',
  'registry.period_overlaps',
  'registry.shares_exceed',
  'registry.backdated',
  'registry.merge_impossible',
  'registry.changed_since',
] as const;
export type RegistryProblemCode = (typeof REGISTRY_PROBLEMS)[number];

/** One record that cannot be written, and why; an import shows it beside the row it came from. */
export interface RegistryProblem {
  entity: RegistryEntity;
  id: string;
  /** The field at fault, when it is one. */
  field: string | null;
  code: RegistryProblemCode;
  /** For logs, in English. */
  detail: string;
}

/** Problems a client is told of at once. */
const MOST_ISSUES = 100;

/** Thrown when a batch or an undoing cannot be written; nothing of it is. The transaction must be rolled back. */
export class RegistryRefused extends Error {
  /** What the client is told. */
  readonly refusal: RefusalBody;

  constructor(readonly problems: readonly RegistryProblem[]) {
    super(
      `the registry refused: ${problems
        .slice(0, 3)
        .map(({ detail }) => detail)
        .join('; ')}`,
    );
    this.name = 'RegistryRefused';
    const issues = problems.slice(0, MOST_ISSUES).map(({ entity, id, field, detail }) => ({
      path: [entity, id, ...(field === null ? [] : [field])].join('/'),
      message: detail,
    }));
    const isStale = problems.some(({ code }) => code === 'registry.changed_since');
    this.refusal = { code: isStale ? 'registry.changed_since' : 'registry.refused', issues };
  }
}
