import {
  CaseClockEntity,
  CaseEntity,
  CaseLinkEntity,
  CaseListEntity,
  CaseLookupEntity,
  CasePartyEntity,
  DeskEntity,
  JournalEntity,
} from './cases.entity.js';
import {
  IdempotencyEntity,
  IncidentEntity,
  OutboxEntity,
  PolicyInForceEntity,
  PolicyVersionEntity,
  TextEntity,
} from './records.entity.js';

/** Every table of this room, for the database that the apps open. */
export const CASES_ENTITIES = [
  CaseEntity,
  JournalEntity,
  CaseClockEntity,
  CasePartyEntity,
  DeskEntity,
  CaseLookupEntity,
  CaseListEntity,
  CaseLinkEntity,
  TextEntity,
  OutboxEntity,
  IdempotencyEntity,
  PolicyVersionEntity,
  PolicyInForceEntity,
  IncidentEntity,
];
