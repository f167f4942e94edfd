export { baseCountsSchema, countsSchema, problemsOf } from './counts.schema.js';
export type { BaseCounts, Counts, CountsProblem } from './counts.schema.js';
export { countsOf, decide } from './decide.rules.js';
export type {
  Certificate,
  CertifiedTest,
  Comparison,
  Decision,
  DecisionRefusal,
  DecisionRefusalCode,
  Verdict,
} from './decide.rules.js';
export { BASES, confirmRule, decisionRuleSchema, isInForce } from './decision-rule.schema.js';
export type {
  Base,
  BaseTest,
  DecisionRule,
  RuleStatus,
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
