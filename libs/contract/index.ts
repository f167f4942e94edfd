export { bigramsAsked, bigramsOf } from './bigrams.js';
export { fileId, fileIdsIn, type NamedFile } from './file.js';
export { CASE_REFERENCES, MEASURES, REFERENCES, type Measure, type Reference } from './marks.js';
export { ERROR_CODES, ERRORS, type ErrorCode } from './errors.catalogue.js';
export {
  LANGUAGES,
  problem,
  problemOf,
  refusalDetails,
  type Language,
  type Problem,
  type RefusalBody,
} from './problem.js';
export { FreeText, isStorable, text, type InputOf, type Referenced, type TextId } from './text.js';
export {
  armedIn,
  childIn,
  effectsIn,
  endIn,
  eventOf,
  EXCLUSION_GROUNDS,
  RATE_NAMES,
  startOf,
  type AccountFacts,
  type AccountFold,
  type AccountLine,
  type AppraisalFacts,
  type ArmedClock,
  type ExclusionFacts,
  type ExclusionGround,
  type GivenTask,
  type IssueFacts,
  type Judgement,
  type LineEvent,
  type RateName,
  type StreetAppraisal,
  type TaskFacts,
  type TaskTurn,
} from './account.js';
export { promisesOfClock, promisesOfTask, type PastPromise } from './promises.js';
export { inputIssues, type InputIssue } from './input-issues.js';
