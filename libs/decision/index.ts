export { ballotLines, certificateLine, changeLine, entryLine, headerLine, paperLine } from './ballot-file.rules.js';
export { BALLOT_FORMAT, PAPER_STATES, ballotHeaderSchema } from './ballot-file.schema.js';
export type {
  BallotHeader,
  PaperState,
  PublishedBallot,
  PublishedEntry,
  PublishedPaper,
  RollChange,
} from './ballot-file.schema.js';
export { FINDING_TEXTS } from './ballot.findings.js';
export type { Finding, FindingCode } from './ballot.findings.js';
export { CERTIFICATE_FORMAT, DECISION_REFUSALS, VERDICTS } from './certificate.js';
export type {
  Certificate,
  CertifiedOption,
  CertifiedTest,
  Comparison,
  Decision,
  DecisionRefusal,
  DecisionRefusalCode,
  PapersProof,
  RollsProof,
  Verdict,
} from './certificate.js';
export { CHOICE_PROBLEMS, choiceProblem, isAbstention, isVoid } from './choice.rules.js';
export type { ChoiceProblem } from './choice.rules.js';
export { baseCountsSchema, countsSchema, problemsOf } from './counts.schema.js';
export type { BaseCounts, Counts, CountsProblem } from './counts.schema.js';
export { countsOf, decide, judge } from './decide.rules.js';
export type { Judged } from './decide.rules.js';
export { COMPETENCES, MATTERS, WAYS, competenceProblem, mayRecommend, whoDecides } from './competence.rules.js';
export type { Competence, CompetenceRefusal, Deciders, MatterKind, Way } from './competence.rules.js';
export {
  BASES,
  BODIES,
  CASTERS,
  PETITIONERS,
  SCOPES,
  confirmRule,
  decisionRuleSchema,
  isInForce,
} from './decision-rule.schema.js';
export type {
  Base,
  BaseTest,
  Body,
  DecisionRule,
  Extension,
  NoRepeat,
  Petition,
  Petitioner,
  RuleStatus,
  Scope,
  SilenceTreatment,
  TieMeaning,
  Treatment,
} from './decision-rule.schema.js';
export { PRESET_RULES, presetRule } from './decision.presets.js';
export {
  AT_LEAST_THREE_QUARTERS,
  AT_LEAST_TWO_THIRDS,
  MORE_THAN_HALF,
  fractionSchema,
  leastReaching,
  reaches,
} from './fraction.rules.js';
export type { Fraction } from './fraction.rules.js';
export { MerkleTree, inclusionProof, isIncluded, leafHash, merkleRoot } from './merkle.rules.js';
export type { InclusionProof } from './merkle.rules.js';
export {
  CONSENT,
  METHODS,
  MOST_OPTIONS,
  RANKINGS,
  YES_NO,
  choiceSchema,
  optionSchema,
  questionSchema,
} from './question.schema.js';
export type { Choice, Method, Option, Question, Ranking } from './question.schema.js';
export { runOff, schulzeWinners, strongestPaths } from './ranked.rules.js';
export type { Orders, Pairs, Round, RunOff } from './ranked.rules.js';
export { Tally, UncountablePaperError, tally } from './tally.rules.js';
export type { BaseTally, CountedPaper, Objection, OptionTally, RankedTally, Tallied, Weights } from './tally.rules.js';
export { Reckoning, reckonBallot } from './reckoning.rules.js';
export type { Countable, Misfit } from './reckoning.rules.js';
export { rollFingerprint } from './roll.rules.js';
export { verifyBallot } from './verify-ballot.rules.js';
export type { Lines, VerifiedBallot } from './verify-ballot.rules.js';
export { trackerOfReceipt, verifyInclusion } from './verify-inclusion.rules.js';
export type { VerifiedInclusion } from './verify-inclusion.rules.js';
export { extensionProblem, lastClosing, mayReturn, petitionReached } from './repeat.rules.js';
export type { Asking, EarlierBallot, ExtensionRefusal, PetitionCount, Return } from './repeat.rules.js';
