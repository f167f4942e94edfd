export { RESIDENT_ROLE } from './registry.vocabulary.js';
export type {
  AuthorisationRecord,
  ColourClass,
  Grant,
  HouseholdId,
  HouseholdRecord,
  LocalDate,
  NewUnit,
  OfficeRecord,
  OwnershipRecord,
  PersonFlag,
  PersonId,
  PersonRecord,
  PremisesId,
  PremisesRecord,
  PremisesUse,
  RegistryBatch,
  UnitId,
  UnitKind,
  UnitRecord,
} from './registry.vocabulary.js';
export { Registry } from './registry.service.js';
export type { Holder, HolderQuestion } from './registry.service.js';
export { registryEntities } from './registry.entity.js';
export { idFromName } from './deterministic-id.js';
