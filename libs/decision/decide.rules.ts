import { countsSchema, problemsOf } from './counts.schema.js';
import type { BaseCounts, Counts, CountsProblem } from './counts.schema.js';
import { decisionRuleSchema, isInForce, localDateSchema } from './decision-rule.schema.js';
import type {
  Base,
  BaseTest,
  DecisionRule,
  RuleStatus,
  SilenceTreatment,
  TieMeaning,
  Treatment,
} from './decision-rule.schema.js';
import { leastReaching, reaches } from './fraction.rules.js';
import type { Fraction } from './fraction.rules.js';

/** `tie` only under rules that do not let a tie fail. */
export const VERDICTS = ['passed', 'failed', 'no_quorum', 'tie'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One comparison, with every number in it. It says `part · denominator ≥ (or >) whole · numerator`. */
export interface Comparison {
  fraction: Fraction;
  part: number;
  whole: number;
  /** The smallest part that would have been enough. */
  needed: number;
  met: boolean;
}

export interface CertifiedTest {
  base: Base;
  /** As they were handed in. The comparisons show what the rule made of them. */
  counts: BaseCounts;
  turnout: Comparison | null;
  approval: Comparison | null;
}

/** The proof of a verdict: plain JSON with everything needed to reckon it again. */
export interface Certificate {
  rule: {
    id: string;
    version: number;
    label: { zh: string; en: string };
    status: RuleStatus;
    law: string;
    validFrom: string;
    validTo: string | null;
  };
  on: string;
  abstention: Treatment;
  void: Treatment;
  tie: TieMeaning;
  /** How silence was treated, and the side it was given to: none when the bases disagree or are even. */
  silence: { treatment: SilenceTreatment; side: 'yes' | 'no' | null };
  quorum: { base: Base; atLeast: number; tookPart: number; met: boolean } | null;
  tests: CertifiedTest[];
  /** As many yes as no wherever more than half was missed. */
  tied: boolean;
  verdict: Verdict;
  provisional: boolean;
}

export const DECISION_REFUSALS = [
  'rule.invalid',
  'rule.not_in_force',
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

function compare(fraction: Fraction | null, part: number, whole: number): Comparison | null {
  if (fraction === null) return null;
  return { fraction, part, whole, needed: leastReaching(fraction, whole), met: reaches(fraction, part, whole) };
}

/** How many took part: void votes that are not counted did not. */
function tookPart(rule: DecisionRule, votes: BaseCounts): number {
  return rule.void === 'counts_in_base' ? votes.participating : votes.participating - votes.void;
}

/** The side that has more votes in every base of the rule. */
function majoritySide(rule: DecisionRule, counts: Counts): 'yes' | 'no' | null {
  const sides = rule.tests.map(({ base }) => {
    const { yes = 0, no = 0 } = counts[base] ?? {};
    return yes === no ? null : yes > no ? 'yes' : 'no';
  });
  const [first = null] = sides;
  return sides.every((side) => side === first) ? first : null;
}

/** The votes with the silent ones where the rule wants them: with the majority, or as abstentions when there is none. */
function withSilence(
  rule: DecisionRule,
  counts: Counts,
): { side: 'yes' | 'no' | null; votesOf: (base: Base) => BaseCounts } {
  const side = rule.silence === 'with_majority' ? majoritySide(rule, counts) : null;
  const votesOf = (base: Base): BaseCounts => {
    const votes = counts[base] ?? NO_VOTES;
    const silent = rule.silence === 'with_majority' ? (votes.silent ?? 0) : 0;
    const place = side ?? 'abstain';
    return { ...votes, participating: votes.participating + silent, [place]: votes[place] + silent };
  };
  return { side, votesOf };
}

const NO_VOTES: BaseCounts = { total: 0, participating: 0, yes: 0, no: 0, abstain: 0, void: 0 };

function certifyTest(
  rule: DecisionRule,
  test: BaseTest,
  { handedIn, votes }: { handedIn: BaseCounts; votes: BaseCounts },
): CertifiedTest {
  const participating = tookPart(rule, votes);
  const whole = rule.abstention === 'counts_in_base' ? participating : participating - votes.abstain;
  return {
    base: test.base,
    counts: handedIn,
    turnout: compare(test.turnout, participating, votes.total),
    approval: compare(test.approval, votes.yes, whole),
  };
}

function isHalf({ numerator, denominator }: Fraction): boolean {
  return numerator * 2 === denominator;
}

/** A tie needs a missed majority, and every base that missed has exactly as many yes as no. */
function isTied(tests: CertifiedTest[]): boolean {
  const missed = tests.filter(({ approval }) => approval?.met === false);
  return (
    missed.length > 0 &&
    missed.every(
      ({ approval, counts }) =>
        approval !== null && isHalf(approval.fraction) && counts.yes > 0 && counts.yes === counts.no,
    )
  );
}

function verdictOf({ quorum, tests, tied, tie }: Omit<Certificate, 'verdict'>): Verdict {
  const isQuorate = quorum?.met !== false && tests.every(({ turnout }) => turnout?.met !== false);
  if (!isQuorate) return 'no_quorum';
  if (tests.every(({ approval }) => approval?.met !== false)) return 'passed';
  return tied && tie !== 'fails' ? 'tie' : 'failed';
}

function certifyQuorum(rule: DecisionRule, votesOf: (base: Base) => BaseCounts): Certificate['quorum'] {
  if (rule.quorum === null) return null;
  const present = tookPart(rule, votesOf(rule.quorum.base));
  return { ...rule.quorum, tookPart: present, met: present >= rule.quorum.atLeast };
}

function certify(rule: DecisionRule, counts: Counts, on: string): Certificate {
  const { side, votesOf } = withSilence(rule, counts);
  const tests = rule.tests.map((test) => {
    const handedIn = counts[test.base] ?? NO_VOTES;
    return certifyTest(rule, test, { handedIn, votes: votesOf(test.base) });
  });
  const { id, version, label, status, law, validFrom, validTo } = rule;
  const unjudged = {
    rule: { id, version, label, status, law, validFrom, validTo },
    on,
    abstention: rule.abstention,
    void: rule.void,
    tie: rule.tie,
    silence: { treatment: rule.silence, side },
    quorum: certifyQuorum(rule, votesOf),
    tests,
    tied: isTied(tests),
    provisional: status === 'to_be_confirmed',
  };
  return { ...unjudged, verdict: verdictOf(unjudged) };
}

function refuse(code: DecisionRefusalCode, why: Partial<DecisionRefusal> = {}): Decision {
  return { kind: 'refused', refusal: { bases: [], problems: [], issues: [], ...why, code } };
}

function issuesOf(error: { issues: { path: PropertyKey[]; message: string }[] }): DecisionRefusal['issues'] {
  return error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}

/**
 * Applies a rule to counts on a local date. Rule and counts are checked as if they came from outside. Not reaching a turnout
 * is the verdict `no_quorum`, not a refusal: it was asked properly.
 */
export function decide(rule: DecisionRule, counts: Counts, on: string): Decision {
  const checkedRule = decisionRuleSchema.safeParse(rule);
  if (!checkedRule.success) return refuse('rule.invalid', { issues: issuesOf(checkedRule.error) });
  if (!localDateSchema.safeParse(on).success) return refuse('date.invalid');
  if (!isInForce(checkedRule.data, on)) return refuse('rule.not_in_force');
  const checked = countsSchema.safeParse(counts);
  if (!checked.success) return refuse('counts.invalid', { issues: issuesOf(checked.error) });
  const missing = checkedRule.data.tests.map(({ base }) => base).filter((base) => checked.data[base] === undefined);
  if (missing.length > 0) return refuse('counts.base_missing', { bases: missing });
  const problems = problemsOf(checked.data);
  if (problems.length > 0) {
    return refuse('counts.do_not_add_up', { problems, bases: [...new Set(problems.map(({ base }) => base))] });
  }
  const certificate = certify(checkedRule.data, checked.data, on);
  return { kind: 'decided', verdict: certificate.verdict, provisional: certificate.provisional, certificate };
}

/** The counts a certificate was reckoned from, to reckon it again. */
export function countsOf(certificate: Certificate): Counts {
  return Object.fromEntries(certificate.tests.map(({ base, counts }) => [base, counts]));
}
