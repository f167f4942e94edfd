import canonicalize from 'canonicalize';

import { changeLine, certificateLine, entryLine, headerLine, paperLine } from './ballot-file.rules.js';
import { CODE, PAPER_STATES, TRACKER, ballotHeaderSchema, rollChangeSchema } from './ballot-file.schema.js';
import type { BallotHeader, PublishedEntry, PublishedPaper, RollChange } from './ballot-file.schema.js';
import { finding } from './ballot.findings.js';
import type { Finding, FindingCode } from './ballot.findings.js';
import type { Certificate, Verdict } from './certificate.js';
import { BASES } from './decision-rule.schema.js';
import type { Choice } from './question.schema.js';
import { EntryReader, PaperReader } from './line.rules.js';
import { Reckoning } from './reckoning.rules.js';
import type { Misfit } from './reckoning.rules.js';

/** More would not be read. */
const MOST_FINDINGS = 100;

/** What a file came to when it was counted anew. */
export interface VerifiedBallot {
  /** What is wrong, in the order of the file; nothing: the certificate is proved. At most a hundred. */
  findings: Finding[];
  /** How many there are in all. */
  found: number;
  header: BallotHeader | null;
  /** As counted anew, whatever the file says. */
  verdict: Verdict | null;
  provisional: boolean;
  certificate: Certificate | null;
  lines: number;
}

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

const KNOWN_BASES: ReadonlySet<string> = new Set(BASES);

function isWeights(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const base in value) if (!KNOWN_BASES.has(base) || !isCount(value[base])) return false;
  return true;
}

/** As an entry, when it is one; members that do not belong there show when the line is written anew. */
function asEntry(json: Json): PublishedEntry | null {
  const { entry, weights, took, reached } = json;
  if (typeof entry !== 'string' || !CODE.test(entry) || typeof took !== 'boolean' || !isWeights(weights)) return null;
  if (reached !== undefined && reached !== true) return null;
  return { entry, weights: weights as PublishedEntry['weights'], took, reached: reached === true };
}

function asPaper(json: Json): PublishedPaper | null {
  const { id, entry, choice, tracker, state } = json;
  if (typeof id !== 'string' || !CODE.test(id) || typeof tracker !== 'string' || !TRACKER.test(tracker)) return null;
  const known = PAPER_STATES.find((one) => one === state);
  if (known === undefined || (choice !== null && !isObject(choice))) return null;
  const paper = { id, choice: choice as Choice | null, tracker, state: known };
  if (entry === undefined) return paper;
  return typeof entry === 'string' && CODE.test(entry) ? { ...paper, entry } : null;
}

function asChange(json: Json): RollChange | null {
  const { t, ...rest } = json;
  const checked = rollChangeSchema.safeParse(rest);
  return t === 'change' && checked.success ? checked.data : null;
}

const STAGES = ['header', 'change', 'entry', 'paper', 'certificate'] as const;

/** Reads the lines of a file one by one and says what is wrong with each. */
class FileReader {
  readonly findings: Finding[] = [];
  found = 0;
  lines = 0;
  header: BallotHeader | null = null;
  #reckoning: Reckoning | null = null;
  #stage = 0;
  #claimed: Json | null = null;
  readonly #papers = new PaperReader();
  readonly #entries = new EntryReader();

  note(code: FindingCode, line: number | null, detail: string | null = null): void {
    this.found += 1;
    if (this.findings.length < MOST_FINDINGS) this.findings.push(finding(code, line, detail));
  }

  #noteAll(misfits: readonly Misfit[], line: number | null): void {
    for (const { code, detail } of misfits) this.note(code, line, detail);
  }

  /** Takes the next line. False: nothing after it can be understood. */
  line(text: string): boolean {
    this.lines += 1;
    if (this.#reckoning !== null && this.#readsFast(text, this.#reckoning)) return true;
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      this.note('line.not_json', this.lines);
      return this.header !== null;
    }
    if (this.#reckoning === null) return this.#first(json, text);
    if (!isObject(json)) this.note('line.malformed', this.lines);
    else this.#next(json, { text, reckoning: this.#reckoning });
    return true;
  }

  /** Reads an entry or a paper that is written as it should be; false: the line has to be looked at more closely. */
  #readsFast(text: string, reckoning: Reckoning): boolean {
    const paper = text.startsWith('{"choice":') ? this.#papers.read(text) : null;
    const read = paper === null && text.startsWith('{"entry":') ? this.#entries.read(text) : null;
    if (paper === null && read === null) return false;
    this.#enter(paper === null ? 'entry' : 'paper');
    const misfits = paper === null ? read && reckoning.entry(read.entry, read.rollText) : reckoning.paper(paper, text);
    if (misfits !== null && misfits.length > 0) this.#noteAll(misfits, this.lines);
    return true;
  }

  #enter(name: (typeof STAGES)[number]): void {
    const stage = STAGES.indexOf(name);
    if (stage < this.#stage || this.#claimed !== null) this.note('line.out_of_order', this.lines);
    this.#stage = Math.max(this.#stage, stage);
  }

  #first(json: unknown, text: string): boolean {
    const checked = ballotHeaderSchema.safeParse(json);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      this.note('header.malformed', 1, issue ? `${issue.path.join('.')}: ${issue.message}` : null);
      return false;
    }
    this.header = checked.data;
    this.#compare(text, () => headerLine(checked.data));
    this.#reckoning = new Reckoning(checked.data);
    return true;
  }

  /** Whether the line is what we should have written. */
  #compare(text: string, write: () => string): void {
    let written: string | null = null;
    try {
      written = write();
    } catch {
      // what cannot be written is not canonical: half a character, or nested without end
    }
    if (written !== text) this.note('line.not_canonical', this.lines);
  }

  #next(json: Json, { text, reckoning }: { text: string; reckoning: Reckoning }): void {
    const { t } = json;
    const stage = STAGES.find((name) => name === t);
    if (stage === undefined || stage === 'header') {
      this.note('line.malformed', this.lines);
      return;
    }
    this.#enter(stage);
    const misfits = this.#take(json, { text, reckoning });
    if (misfits === null) this.note('line.malformed', this.lines);
    else if (misfits.length > 0) this.#noteAll(misfits, this.lines);
  }

  /** What does not fit; null when it is not what it says. */
  #take(json: Json, { text, reckoning }: { text: string; reckoning: Reckoning }): Misfit[] | null {
    if (json['t'] === 'paper') {
      const paper = asPaper(json);
      if (paper === null) return null;
      this.#compare(text, () => paperLine(paper));
      return reckoning.paper(paper, text);
    }
    if (json['t'] === 'entry') {
      const entry = asEntry(json);
      if (entry === null) return null;
      this.#compare(text, () => entryLine(entry));
      return reckoning.entry(entry);
    }
    if (json['t'] === 'change') {
      const change = asChange(json);
      if (change === null) return null;
      this.#compare(text, () => changeLine(change));
      return reckoning.change(change);
    }
    const { certificate } = json;
    if (!isObject(certificate)) return null;
    this.#compare(text, () => certificateLine(certificate as unknown as Certificate));
    this.#claimed = certificate;
    return [];
  }

  finish(): Omit<VerifiedBallot, 'findings' | 'found' | 'lines'> {
    const nothing = { header: this.header, verdict: null, provisional: false, certificate: null };
    if (this.#reckoning === null) {
      if (this.lines === 0) this.note('file.empty', null);
      return nothing;
    }
    const claimed = this.#claimed;
    if (claimed === null) this.note('certificate.missing', null);
    const on = claimed?.['on'];
    const { decision, misfits } = this.#reckoning.finish(typeof on === 'string' ? on : '');
    this.#noteAll(misfits, null);
    if (decision === null) return nothing;
    if (decision.kind === 'refused') {
      if (claimed !== null) this.note('count.refused', null, decision.refusal.code);
      return nothing;
    }
    const { on: counted } = decision.certificate;
    const earliest = this.header === null ? '' : earliestCount(this.header);
    if (claimed !== null && counted < earliest)
      this.note('certificate.too_early', this.lines, `on: ${counted} < ${earliest}`);
    for (const detail of differences(claimed, decision.certificate)) {
      this.note('certificate.differs', this.lines, detail);
    }
    const { verdict, provisional, certificate } = decision;
    return { header: this.header, verdict, provisional, certificate };
  }
}

const DAY_MS = 86_400_000;

/**
 * First date a count can bear: nobody counts before the ballot is closed. `on` is a local date and `closedAt` is in UTC; west of
 * Greenwich the local date can be the day before.
 */
function earliestCount({ closedAt }: BallotHeader): string {
  return new Date(Date.parse(closedAt) - DAY_MS).toISOString().slice(0, 10);
}

/** Where a certificate says something else than the count: path, what it says, what it should say. */
function differences(claimed: unknown, counted: unknown, path = ''): string[] {
  if (isObject(claimed) && isObject(counted)) {
    const names = [...new Set([...Object.keys(counted), ...Object.keys(claimed)])];
    return names.flatMap((name) => differences(claimed[name], counted[name], path === '' ? name : `${path}.${name}`));
  }
  if (Array.isArray(claimed) && Array.isArray(counted) && claimed.length === counted.length) {
    return counted.flatMap((value, at) => differences(claimed[at], value, `${path}[${String(at)}]`));
  }
  const [says, is] = [textOf(claimed), textOf(counted)];
  return says === is ? [] : [`${path}: ${says} ≠ ${is}`];
}

function textOf(value: unknown): string {
  try {
    return canonicalize(value) ?? 'nothing';
  } catch {
    return 'something unreadable';
  }
}

/** Lines of a file, without their line ends. */
export type Lines = AsyncIterable<string> | Iterable<string>;

/**
 * Counts a published ballot anew from its lines and compares everything with its certificate: fingerprints of the roll, leaves and
 * root of the papers, every sum, comparison and the verdict. Never throws: whatever is wrong, and also a source that breaks off,
 * is a finding. Keeps the codes of a named ballot's entries and the trackers of its papers, and nothing else of the file.
 */
export async function verifyBallot(lines: Lines): Promise<VerifiedBallot> {
  const reader = new FileReader();
  try {
    if (Symbol.asyncIterator in lines) {
      for await (const line of lines) if (!reader.line(line)) break;
    } else {
      for (const line of lines) if (!reader.line(line)) break;
    }
  } catch (error) {
    reader.note('file.unreadable', reader.lines + 1, error instanceof Error ? error.message : null);
  }
  const outcome = reader.finish();
  return { ...outcome, findings: reader.findings, found: reader.found, lines: reader.lines };
}
