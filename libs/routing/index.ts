export type { AdmissionApplication, AdmissionDecision, AdmissionRow } from './admissions.service.js';
export type { Lesson, ProposalDecision, ProposalRow } from './lessons.service.js';
export type { Chair } from './chair.rules.js';
export type { Routed, RouteRequest } from './router.service.js';
export { explanationOf, lineOf } from './routing.words.js';
export { Routing } from './routing.service.js';
export { routingEntities } from './routing.entity.js';
export { ADMISSION_STATUSES, GROUNDS, PROPOSAL_STATUSES, VERDICTS } from './routing.vocabulary.js';
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
