export { registersEntities } from './registers.entity.js';
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
export { ChainTemplates } from './chain-templates.service.js';
export type { ChainTemplate, ChainTemplateRow } from './chain-templates.service.js';
export { DecisionRules } from './rules.service.js';
export type { IdsOf, RuleConfirmation, RuleDraft, RuleQuestion } from './rules.service.js';
export { differencesOf } from './rule-changes.rules.js';
export type { Difference } from './rule-changes.rules.js';
export { fingerprintOf } from './register.service.js';
export type { Digested, Place, RegisterEnding } from './register.service.js';
export { procedureInForce, registerEntry, registerRows } from './register.read.js';
export type { RegisterQuestion } from './register.read.js';
export { certificateOf } from './verdict.rules.js';
export type { Settled } from './verdict.rules.js';
export { registerHandlers } from './register.handlers.js';
export { resolutionHandlers } from './resolution.handlers.js';
export type { RegisterHandlerParts } from './register.handlers.js';
export { Registers } from './registers.service.js';
export { procedureDocument, procedureText } from './procedure.rules.js';
export type {
  PolicyInUse,
  ProcedureArticle,
  ProcedureDocument,
  ProcedureFacts,
  ProcedureSection,
} from './procedure.rules.js';
