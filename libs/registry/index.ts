export { BODIES, BODY_NAMES, UNIT_KINDS } from './units.vocabulary.js';
export type { BodyKind, UnitId, UnitKind } from './units.vocabulary.js';
export {
  AREA_SOURCES,
  COLOUR_CLASSES,
  GENDERS,
  OFFICE_ENDINGS,
  PERSON_FLAGS,
  PREMISES_USES,
  RegistryRefused,
  RESIDENT_ROLE,
  SENSITIVE_FLAGS,
} from './registry.vocabulary.js';
export type {
  Applied,
  AreaSource,
  AuthorisationRecord,
  ChangeNote,
  ColourClass,
  Contact,
  ContactInput,
  Counts,
  DelegateRecord,
  Gender,
  Grant,
  HouseholdId,
  HouseholdRecord,
  LocalDate,
  NewDelegate,
  NewHousehold,
  NewOffice,
  NewOwnership,
  NewPerson,
  NewPremises,
  NewUnit,
  OfficeEnding,
  OfficeRecord,
  OwnershipRecord,
  Period,
  PersonFlag,
  PersonId,
  PersonRecord,
  PremisesId,
  PremisesRecord,
  PremisesUse,
  RegistryBatch,
  RegistryEntity,
  RegistryProblem,
  RegistryProblemCode,
  RegistryRecords,
  ResidenceRecord,
  Share,
  UnitRecord,
  Upsert,
} from './registry.vocabulary.js';
export { COMPETENCES, DUTIES } from './catalogue.vocabulary.js';
export type {
  Competence,
  Duty,
  DutyRecord,
  Guide,
  MatterId,
  MatterRecord,
  NewDuty,
  NewMatter,
} from './catalogue.vocabulary.js';
export { Registry } from './registry.service.js';
export type { RegistryOptions } from './registry.options.js';
export type { Holder, HolderQuestion } from './offices.read.js';
export type { SeatView } from './bodies.read.js';
export { dutiesFor, matterLine } from './catalogue.read.js';
export type { AnswerProblem, DutyHolder } from './catalogue.rules.js';
export type { FoundPerson, PeoplePage, PeopleQuestion } from './people.search.js';
export type { ChangesQuestion, ChangeView, RecordOf, Version } from './history.read.js';
export { ROLL_DOUBTS, ROLLS } from './roll.rules.js';
export type { Roll, RollDoubt, RollEntry, RollPerson, RollQuestion, RollRows } from './roll.rules.js';
export type { Merge } from './merging.js';
export type { UnitQuestion } from './units.read.js';
export { registryEntities } from './registry.entity.js';
export { idFromName } from './deterministic-id.js';
export { idNumber, isDate } from './contact.rules.js';
export type { Door } from './address.rules.js';
