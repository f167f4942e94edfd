export { privacyEntities } from './privacy.entities.js';
export { PrivacyRefused } from './privacy.refused.js';
export { AccessJournal } from './access-journal.service.js';
export type { Look, LookQuery, LookRow } from './access-journal.service.js';
export { Unmasking, UNMASKABLE_FIELDS } from './unmasking.service.js';
export type { UnmaskableField, UnmaskingOptions, UnmaskWish } from './unmasking.service.js';
export { Consents } from './consents.service.js';
export type { ConsentRow, ConsentsOptions, NewConsent, WithdrawalEffects } from './consents.service.js';
export { CONSENT_CHANNELS, CONSENT_PURPOSES, CONSENT_TEXTS } from './consents.vocabulary.js';
export type { ConsentChannel, ConsentPurpose } from './consents.vocabulary.js';
export { Visits } from './visits.service.js';
export type { Load } from './visits.service.js';
export { Claims } from './claims.service.js';
export type { ColourPlan, VisitPolicy } from './visits.rules.js';
export { CLAIM_STATES, COLOURS, VISIT_OUTCOMES, VISIT_PURPOSES } from './visits.vocabulary.js';
export type { ClaimState, Colour, VisitOutcome, VisitPurpose } from './visits.vocabulary.js';
export type {
  ClaimRow,
  HeldHousehold,
  HouseholdPage,
  NewClaim,
  NewVisit,
  VisitedHousehold,
  VisitedMember,
  VisitRow,
  VisitsOptions,
} from './visits.types.js';
export { Erasures } from './erasures.service.js';
export type { ErasureRow, ErasuresOptions, HoldRow } from './erasures.service.js';
export { CORRECTION_STATES, ERASURE_GROUNDS, ERASURE_STATES } from './privacy.vocabulary.js';
export type { CorrectionState, ErasureGround, ErasureProgress, ErasureState } from './privacy.vocabulary.js';
export { Retention } from './retention.service.js';
export type { RetentionCount } from './retention.service.js';
export type { Holding, Keeper, Resealer, RetentionRule } from './keeper.types.js';
export { Corrections } from './corrections.service.js';
export type { CorrectionRow, NewCorrection } from './corrections.service.js';
export { holding, PrivacyKeeper } from './privacy.keeper.js';
export type { PrivacyKeeperOptions } from './privacy.keeper.js';
export { classMeanings, classOf, classRows, unclassified } from './field-classes.js';
export type { Unclassified } from './field-classes.js';
export type { FieldClass, TableClasses } from './field-classes.vocabulary.js';
