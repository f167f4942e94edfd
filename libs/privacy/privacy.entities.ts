import {
  AccessEntryEntity,
  ConsentEntity,
  CorrectionEntity,
  ErasureEntity,
  ErasureRecordEntity,
  LegalHoldEntity,
} from './privacy.entity.js';
import { ClaimEntity, VisitEntity } from './visits.entity.js';

/** Tables of this room, for the database's set-up. */
export const privacyEntities = [
  ClaimEntity,
  VisitEntity,
  AccessEntryEntity,
  ConsentEntity,
  CorrectionEntity,
  LegalHoldEntity,
  ErasureEntity,
  ErasureRecordEntity,
];
