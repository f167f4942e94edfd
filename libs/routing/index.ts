export { routingEntities } from './routing.entity.js';
export {
  ADMISSION_STATUSES,
  GROUNDS,
  LEADING_DUTIES,
  PROPOSAL_STATUSES,
  RoutingRefused,
  VERDICTS,
} from './routing.vocabulary.js';
export type {
  Admission,
  AdmissionStatus,
  Considered,
  Ground,
  ProposalStatus,
  Route,
  RoutedLimit,
  RoutedUnit,
  RoutingQuestion,
  Verdict,
} from './routing.vocabulary.js';
