import type { BaseCounts, CountsProblem } from './counts.schema.js';
import type { Base, DecisionRule, SilenceTreatment, TieMeaning, Treatment } from './decision-rule.schema.js';
import type { Fraction } from './fraction.rules.js';
import type { Question } from './question.schema.js';
import type { Objection, RankedTally } from './tally.rules.js';

/**
 * `tie`: several share the place that only one can have, or as many yes as no under a rule that does not let that fail.
 * `no_quorum` goes before everything else.
 */
export const VERDICTS = ['passed', 'failed', 'no_quorum', 'tie'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Which form of certificate it is; one more for every change that another reader has to know of. */
export const CERTIFICATE_FORMAT = 'minyi-certificate/2';

/** One comparison, with every number in it. It says `part · denominator ≥ (or >) whole · numerator`. */
export interface Comparison {
  fraction: Fraction;
  part: number;
  whole: number;
  /** The smallest part that would have been enough. */
  needed: number;
  met: boolean;
}

/** One option in one base. */
export interface CertifiedOption {
  id: string;
  /** Weight of the papers in its favour. */
  votes: number;
  /** Only scores: the sum of (score − lowest score) × weight. */
  points: number | null;
  /** `votes` against those who took part; null when the base asks for no approval. */
  approval: Comparison | null;
}

export interface CertifiedTest {
  base: Base;
  /**
   * As they were handed in; the comparisons show what the rule made of them. Where there are options, `yes` are the papers that
   * say something about them, and `no` is 0.
   */
  counts: BaseCounts;
  turnout: Comparison | null;
  /** Of the motion; null where there are options, each of which has its own. */
  approval: Comparison | null;
  /** In the question's order; none for a motion. */
  options: CertifiedOption[];
  ranked: RankedTally | null;
}

/** Fingerprints of the roll, SHA-256 in hex, at opening and as it was counted against. */
export interface RollsProof {
  opening: string;
  final: string;
  /** SHA-256 of the lines of all changes between the two, each with its line end. */
  changes: string;
  /** Voting units of the final roll. */
  entries: number;
}

/** What the published papers add up to. */
export interface PapersProof {
  /** Published papers: leaves of the tree. */
  count: number;
  /** Of these, how many were counted. */
  counted: number;
  /** Root of their Merkle tree (RFC 6962, SHA-256) in hex. */
  root: string;
}

/** The rule, as far as it has to be cited. */
export type CitedRule = Pick<
  DecisionRule,
  'id' | 'version' | 'label' | 'status' | 'law' | 'validFrom' | 'validTo' | 'confirmed'
>;

/** The proof of a verdict: plain JSON, integers only, with everything needed to reckon it again. */
export interface Certificate {
  format: typeof CERTIFICATE_FORMAT;
  question: Question;
  rule: CitedRule;
  /** Local date of the count. */
  on: string;
  abstention: Treatment;
  void: Treatment;
  tie: TieMeaning;
  /** How silence was treated, and the side it was given to: none when the bases disagree or are even. */
  silence: { treatment: SilenceTreatment; side: 'yes' | 'no' | null };
  quorum: { base: Base; atLeast: number; tookPart: number; met: boolean } | null;
  tests: CertifiedTest[];
  /** Chosen or elected, in the question's order; of a tie those who are elected in any case. None for a motion. */
  winners: string[];
  /** Who shares the place or places that could not be given, in the question's order. */
  contested: string[];
  /** Seats that nobody has got; null where there are none. */
  vacant: number | null;
  /** Reasoned objections; only where consent was asked. */
  objections: Objection[];
  /** As many yes as no wherever more than half was missed; where there are options, whether anybody is contested. */
  tied: boolean;
  /** None for a show of hands. */
  rolls: RollsProof | null;
  papers: PapersProof | null;
  verdict: Verdict;
  /** The rule is still to be confirmed (待核定): nothing may be founded on the verdict until it is. */
  provisional: boolean;
}

export const DECISION_REFUSALS = [
  'rule.invalid',
  'rule.not_in_force',
  'rule.not_for_method',
  'question.invalid',
  'date.invalid',
  'counts.invalid',
  'counts.base_missing',
  'counts.do_not_add_up',
] as const;
export type DecisionRefusalCode = (typeof DECISION_REFUSALS)[number];

/** Why nothing was decided. Not a verdict: the question has to be put right and asked again. */
export interface DecisionRefusal {
  code: DecisionRefusalCode;
  bases: Base[];
  problems: CountsProblem[];
  issues: { path: string; message: string }[];
}

export type Decision =
  | { kind: 'decided'; verdict: Verdict; provisional: boolean; certificate: Certificate }
  | { kind: 'refused'; refusal: DecisionRefusal };
