import { CERTIFICATE_FORMAT } from './certificate.js';
import type {
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
import { contestOf } from './contest.rules.js';
import { countsSchema, problemsOf } from './counts.schema.js';
import type { BaseCounts, Counts } from './counts.schema.js';
import { decisionRuleSchema, isInForce, localDateSchema } from './decision-rule.schema.js';
import type { Base, BaseTest, DecisionRule } from './decision-rule.schema.js';
import { leastReaching, reaches } from './fraction.rules.js';
import type { Fraction } from './fraction.rules.js';
import { YES_NO, questionSchema } from './question.schema.js';
import type { Question } from './question.schema.js';
import { tally } from './tally.rules.js';
import type { BaseTally, CountedPaper, Tallied } from './tally.rules.js';

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

/** A paper that weighs nothing. */
const NOBODY: CountedPaper = { weights: { heads: 0 }, choice: { void: true } };
const NO_VOTES: BaseCounts = { total: 0, participating: 0, yes: 0, no: 0, abstain: 0, void: 0 };

interface Voted {
  handedIn: BaseCounts;
  votes: BaseCounts;
  tallied: BaseTally | undefined;
}

function certifyTest(rule: DecisionRule, test: BaseTest, { handedIn, votes, tallied }: Voted): CertifiedTest {
  const participating = tookPart(rule, votes);
  const whole = rule.abstention === 'counts_in_base' ? participating : participating - votes.abstain;
  const options = tallied?.options ?? [];
  return {
    base: test.base,
    counts: handedIn,
    turnout: compare(test.turnout, participating, votes.total),
    approval: options.length > 0 ? null : compare(test.approval, votes.yes, whole),
    options: options.map(({ id, votes: part, points }): CertifiedOption => ({
      id,
      votes: part,
      points,
      approval: compare(test.approval, part, whole),
    })),
    ranked: tallied?.ranked ?? null,
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

type Unjudged = Omit<Certificate, 'verdict'>;

/** Of a motion. Where consent was asked, a reasoned objection is enough to stop it. */
function motionVerdict({ tests, tied, tie, objections }: Unjudged): Verdict {
  if (objections.length > 0) return 'failed';
  if (tests.every(({ approval }) => approval?.met !== false)) return 'passed';
  return tied && tie !== 'fails' ? 'tie' : 'failed';
}

function verdictOf(unjudged: Unjudged): Verdict {
  const { quorum, tests, question, winners, contested } = unjudged;
  const isQuorate = quorum?.met !== false && tests.every(({ turnout }) => turnout?.met !== false);
  if (!isQuorate) return 'no_quorum';
  if (question.options.length === 0) return motionVerdict(unjudged);
  if (contested.length > 0) return 'tie';
  return winners.length > 0 ? 'passed' : 'failed';
}

function certifyQuorum(rule: DecisionRule, votesOf: (base: Base) => BaseCounts): Certificate['quorum'] {
  if (rule.quorum === null) return null;
  const present = tookPart(rule, votesOf(rule.quorum.base));
  return { ...rule.quorum, tookPart: present, met: present >= rule.quorum.atLeast };
}

function citationOf(rule: DecisionRule): Certificate['rule'] {
  const { id, version, label, status, law, validFrom, validTo, confirmed } = rule;
  return { id, version, label, status, law, validFrom, validTo, ...(confirmed && { confirmed }) };
}

/** What a certificate is written from, when all of it has been checked. */
interface Checked {
  question: Question;
  rule: DecisionRule;
  counts: Counts;
  tallied: Tallied | null;
  rolls: RollsProof | null;
  papers: PapersProof | null;
  on: string;
}

function certify({ question, rule, counts, tallied, rolls, papers, on }: Checked): Certificate {
  const { side, votesOf } = withSilence(rule, counts);
  const tests = rule.tests.map((test) => {
    const handedIn = counts[test.base] ?? NO_VOTES;
    const ofBase = tallied === null ? undefined : (tallied.bases[test.base] ?? nothingFor(question));
    return certifyTest(rule, test, { handedIn, votes: votesOf(test.base), tallied: ofBase });
  });
  const hasOptions = question.options.length > 0;
  const contest = hasOptions ? contestOf(question, tests) : { winners: [], contested: [], vacant: null };
  const quorum = certifyQuorum(rule, votesOf);
  const unjudged: Unjudged = {
    format: CERTIFICATE_FORMAT,
    question,
    rule: citationOf(rule),
    on,
    abstention: rule.abstention,
    void: rule.void,
    tie: rule.tie,
    silence: { treatment: rule.silence, side },
    quorum,
    tests,
    ...contest,
    objections: tallied?.objections ?? [],
    tied: hasOptions ? contest.contested.length > 0 : isTied(tests),
    rolls,
    papers,
    provisional: rule.status === 'to_be_confirmed',
  };
  const verdict = verdictOf(unjudged);
  // nobody is elected where too few took part, however the papers came out
  const isVain = verdict === 'no_quorum' && hasOptions;
  const outcome = isVain ? { winners: [], contested: [], tied: false, vacant: seatsOf(question) } : {};
  return { ...unjudged, ...outcome, verdict };
}

function seatsOf(question: Question): number | null {
  return question.method === 'chooseUpTo' ? question.seats : null;
}

/** A base in which nobody has voted. */
function nothingFor(question: Question): BaseTally | undefined {
  return tally(question, [NOBODY]).bases.heads;
}

function refuse(code: DecisionRefusalCode, why: Partial<DecisionRefusal> = {}): Decision {
  return { kind: 'refused', refusal: { bases: [], problems: [], issues: [], ...why, code } };
}

function issuesOf(error: { issues: { path: PropertyKey[]; message: string }[] }): DecisionRefusal['issues'] {
  return error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}

function decideChecked(asked: Checked): Decision {
  const question = questionSchema.safeParse(asked.question);
  if (!question.success) return refuse('question.invalid', { issues: issuesOf(question.error) });
  const rule = decisionRuleSchema.safeParse(asked.rule);
  if (!rule.success) return refuse('rule.invalid', { issues: issuesOf(rule.error) });
  if (!localDateSchema.safeParse(asked.on).success) return refuse('date.invalid');
  if (!isInForce(rule.data, asked.on)) return refuse('rule.not_in_force');
  // the silent can be given to a side only where there are two
  if (rule.data.silence === 'with_majority' && question.data.method !== 'yesNo') return refuse('rule.not_for_method');
  const counts = countsSchema.safeParse(asked.counts);
  if (!counts.success) return refuse('counts.invalid', { issues: issuesOf(counts.error) });
  const missing = rule.data.tests.map(({ base }) => base).filter((base) => counts.data[base] === undefined);
  if (missing.length > 0) return refuse('counts.base_missing', { bases: missing });
  const problems = problemsOf(counts.data);
  if (problems.length > 0) {
    return refuse('counts.do_not_add_up', { problems, bases: [...new Set(problems.map(({ base }) => base))] });
  }
  const certificate = certify({ ...asked, question: question.data, rule: rule.data, counts: counts.data });
  return { kind: 'decided', verdict: certificate.verdict, provisional: certificate.provisional, certificate };
}

/**
 * Applies a rule to counts on a local date: a motion by show of hands. Rule and counts are checked as if they came from outside.
 * Not reaching a turnout is the verdict `no_quorum`, not a refusal: it was asked properly.
 */
export function decide(rule: DecisionRule, counts: Counts, on: string): Decision {
  return decideChecked({ question: YES_NO, rule, counts, on, tallied: null, rolls: null, papers: null });
}

/** What is judged: papers that have been added up, against the roll. */
export interface Judged {
  question: Question;
  rule: DecisionRule;
  tallied: Tallied;
  /** Everybody entitled in each base: the weights of the final roll, added up. At least the bases of the rule. */
  totals: { readonly [base in Base]?: number };
  /** Weights of those who were reached, on record, and stayed silent. Looked at only where the rule gives them to the majority. */
  silent?: { readonly [base in Base]?: number };
  /** Fingerprints of the roll; null when there is none. */
  rolls: RollsProof | null;
  /** What the published papers add up to; null when none are published. */
  papers: PapersProof | null;
  /** Local date of the count. */
  on: string;
}

/**
 * Judges papers by a rule, whatever the method. Everything is checked as if it came from outside; what cannot be judged is
 * refused with a code, as by {@link decide}.
 */
export function judge({ question, rule, tallied, totals, silent = {}, rolls, papers, on }: Judged): Decision {
  const counts: Counts = {};
  for (const [name, total] of Object.entries(totals)) {
    const base = name as Base;
    const { participating = 0, yes = 0, no = 0, abstain = 0, void: spoiled = 0 } = tallied.bases[base] ?? {};
    counts[base] = { total, participating, yes, no, abstain, void: spoiled };
    if (rule.silence === 'with_majority') counts[base].silent = silent[base] ?? 0;
  }
  return decideChecked({ question, rule, counts, on, tallied, rolls, papers });
}

/** The counts a certificate was reckoned from, to reckon it again. */
export function countsOf(certificate: Certificate): Counts {
  return Object.fromEntries(certificate.tests.map(({ base, counts }) => [base, counts]));
}
