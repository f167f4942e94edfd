export { registersEntities } from './registers.entity.js';
export { RegistersRefused } from './registers.refused.js';
export { REGISTER_KINDS, REGISTER_STATES, SIGNING_CAPACITIES } from './registers.vocabulary.js';
export type {
  Entered,
  Filing,
  LegalCheck,
  NewSignature,
  PublishedRule,
  RegisterEntry,
  RegisterKind,
  RegisterOrder,
  RegisterRow,
  RegisterState,
  RegisterVersion,
  RuleInForce,
  Signature,
  SigningCapacity,
} from './registers.vocabulary.js';
