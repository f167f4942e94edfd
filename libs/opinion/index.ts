export { opinionEntities } from './opinion.entity.js';
export { MODERATIONS, OPINION_RULE, OPINION_STATUSES, POSITIONS, STATEMENT_STATES } from './opinion.vocabulary.js';
export type {
  AdmittedDeliberation,
  AskedStatement,
  ModeratedStatement,
  OpinionRule,
  OpinionStatus,
  OwnStatement,
  Position,
  StatementRow,
  StatementState,
  TakenPosition,
} from './opinion.vocabulary.js';
export type {
  Counts,
  DenseCell,
  GroupName,
  OpinionGroup,
  OpinionModel,
  OpinionPicture,
  Point,
  Representative,
  StatementCounts,
  UnitedStatement,
} from './picture.types.js';
