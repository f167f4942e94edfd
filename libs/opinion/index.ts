export { opinionEntities } from './opinion.entity.js';
export { OPINION_RULE, STATEMENT_STATES } from './opinion.vocabulary.js';
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
export { Opinions } from './opinions.service.js';
export type { OpinionResult, OpinionsOptions } from './opinions.service.js';
export type { PictureView } from './pictures.service.js';
export type { Moderation, StatementNews } from './statements.service.js';
export type { OwnPosition } from './positions.sql.js';
export { opinionHandlers } from './opinion.handlers.js';
export type { OpinionHandlerParts } from './opinion.handlers.js';
export { drawPicture } from './picture.rules.js';
export type { Answers, Drawn } from './picture.rules.js';
export type { PersonAnswers } from './position-matrix.js';
export { drawOpinionSvg } from './picture.svg.js';
export { opinionKeeper } from './opinion.keeper.js';
