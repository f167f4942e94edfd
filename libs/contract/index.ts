export { bigramsAsked, bigramsOf } from './bigrams.js';
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
