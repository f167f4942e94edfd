import canonicalize from 'canonicalize';

import type {
  BallotHeader,
  PublishedBallot,
  PublishedEntry,
  PublishedPaper,
  RollChange,
} from './ballot-file.schema.js';
import type { Certificate } from './certificate.js';
import type { Base } from './decision-rule.schema.js';
import type { Choice } from './question.schema.js';
import type { Weights } from './tally.rules.js';

/*
 * Lines without their line end. What there are millions of is written member by member in canonical order, which takes a tenth
 * of what sorting every object takes; all its strings are codes of letters and digits, which need no escapes.
 */

/** In the order of their letters: that is what canonical JSON wants. */
const SORTED_BASES = ['area', 'heads', 'households', 'members', 'present'] as const satisfies readonly Base[];

/** Canonical JSON of anything made of objects, lists, texts, integers, truths and null. */
function canonical(value: unknown): string {
  return canonicalize(value) ?? 'null';
}

function weightsText(weights: Weights): string {
  let text = '';
  for (const base of SORTED_BASES) {
    const weight = weights[base];
    if (weight !== undefined) text += `${text === '' ? '' : ','}"${base}":${String(weight)}`;
  }
  return `{${text}}`;
}

/** Canonical JSON of what a paper says. */
export function choiceText(choice: Choice | null): string {
  if (choice === null) return 'null';
  if ('options' in choice) return JSON.stringify({ options: choice.options });
  if ('order' in choice) return JSON.stringify({ order: choice.order });
  if ('vote' in choice && !('reason' in choice)) return `{"vote":"${choice.vote}"}`;
  return canonical(choice);
}

/** First line of the file. */
export function headerLine(header: BallotHeader): string {
  return canonical(header);
}

/** Line of a change of the roll. */
export function changeLine({ n, entry, before, after, on, reason }: RollChange): string {
  return canonical({ t: 'change', n, entry, before, after, on, reason });
}

/** What is fingerprinted of an entry, without its line end. */
export function rollText({ entry, weights }: Pick<PublishedEntry, 'entry' | 'weights'>): string {
  return `{"entry":"${entry}","t":"entry","weights":${weightsText(weights)}}`;
}

/** Line of an entry. */
export function entryLine({ entry, weights, took, reached = false }: PublishedEntry): string {
  const mark = reached ? '"reached":true,' : '';
  return `{"entry":"${entry}",${mark}"t":"entry","took":${String(took)},"weights":${weightsText(weights)}}`;
}

/** Line of a paper: its bytes are the leaf of the Merkle tree. */
export function paperLine({ id, entry, choice, tracker, state }: PublishedPaper): string {
  const unit = entry === undefined ? '' : `"entry":"${entry}",`;
  return `{"choice":${choiceText(choice)},${unit}"id":"${id}","state":"${state}","t":"paper","tracker":"${tracker}"}`;
}

/** Last line. */
export function certificateLine(certificate: Certificate): string {
  return canonical({ t: 'certificate', certificate });
}

/** The whole file, line by line, without line ends: each is followed by one `\n`. */
export function* ballotLines({ header, changes, entries, papers, certificate }: PublishedBallot): Generator<string> {
  yield headerLine(header);
  for (const change of changes) yield changeLine(change);
  for (const entry of entries) yield entryLine(entry);
  for (const paper of papers) yield paperLine(paper);
  yield certificateLine(certificate);
}
