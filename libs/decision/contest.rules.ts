import type { CertifiedTest, Comparison } from './certificate.js';
import type { Question } from './question.schema.js';

/** Who has won, who shares what could not be given, and how many seats stay empty. Ids in the question's order. */
export interface Contest {
  winners: string[];
  contested: string[];
  vacant: number | null;
}

/** Somebody who stands, with what decides in each base. */
interface Candidate {
  id: string;
  values: readonly number[];
}

/** At least as much in every base, and more in one. */
function beats(one: Candidate, other: Candidate): boolean {
  const differences = one.values.map((value, base) => value - (other.values[base] ?? 0));
  return differences.every((by) => by >= 0) && differences.some((by) => by > 0);
}

/**
 * Fills seats without ever drawing lots: who has fewer unbeaten rivals than there are seats is in; who is beaten by as many
 * rivals as there are seats is out; whoever is neither is contested.
 */
export function fillSeats(
  candidates: readonly Candidate[],
  seats: number,
): { elected: Candidate[]; contested: Candidate[] } {
  const elected: Candidate[] = [];
  const contested: Candidate[] = [];
  for (const one of candidates) {
    const rivals = candidates.filter((other) => other !== one);
    if (rivals.filter((other) => !beats(one, other)).length < seats) elected.push(one);
    else if (rivals.filter((other) => beats(other, one)).length < seats) contested.push(one);
  }
  return { elected, contested };
}

const ids = (candidates: readonly Candidate[]): string[] => candidates.map(({ id }) => id);

/** The bases that ask for approval: they decide who is ahead. */
function deciding(tests: readonly CertifiedTest[]): CertifiedTest[] {
  return tests.filter(({ options }) => options.some(({ approval }) => approval !== null));
}

/** Who got something in every base that decides. */
function candidatesOf({ options }: Question, tests: readonly CertifiedTest[]): Candidate[] {
  return options
    .map(({ id }, at) => ({
      id,
      values: tests.map((test) => test.options[at]?.points ?? test.options[at]?.votes ?? 0),
    }))
    .filter(({ values }) => values.every((value) => value > 0));
}

function isApproved(id: string, tests: readonly CertifiedTest[]): boolean {
  const comparisons = tests.map(({ options }) => options.find((option) => option.id === id)?.approval ?? null);
  return comparisons.every((one: Comparison | null) => one?.met !== false);
}

/** Ranked: whoever wins in every base; the winners of all bases are contested when they are not one and the same. */
function rankedContest(
  { options }: Question,
  tests: readonly CertifiedTest[],
): { first: string[]; contested: string[] } {
  const found = new Set(tests.flatMap(({ ranked }) => ranked?.winners ?? []));
  const inOrder = options.map(({ id }) => id).filter((id) => found.has(id));
  return inOrder.length > 1 ? { first: [], contested: inOrder } : { first: inOrder, contested: [] };
}

/**
 * Who has won by the numbers of a certificate, quorum aside. Of one place: whoever is ahead in every base that asks for approval,
 * if approved in all of them. Of several: among the approved.
 */
export function contestOf(question: Question, tests: readonly CertifiedTest[]): Contest {
  const bases = deciding(tests);
  const candidates = candidatesOf(question, bases);
  if (question.method === 'chooseUpTo') {
    const approved = candidates.filter(({ id }) => isApproved(id, bases));
    const { elected, contested } = fillSeats(approved, question.seats);
    return { winners: ids(elected), contested: ids(contested), vacant: question.seats - elected.length };
  }
  if (question.method === 'ranked') {
    const { first, contested } = rankedContest(question, bases);
    return { winners: first.filter((id) => isApproved(id, bases)), contested, vacant: null };
  }
  const { elected, contested } = fillSeats(candidates, 1);
  return {
    winners: ids(elected).filter((id) => isApproved(id, bases)),
    contested: ids(contested),
    vacant: null,
  };
}
