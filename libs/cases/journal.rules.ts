import { createHash } from 'node:crypto';

import canonicalize from 'canonicalize';

import type { Actor, Instant, JsonObject, Stored } from '#libs/engine';

import type { EntryKind, JournalEntry } from './views.types.js';

/** What stands in a journal entry before it is chained. */
export interface EntryDraft {
  caseId: string;
  seq: number;
  at: Instant;
  kind: EntryKind;
  by: Actor;
  body: JsonObject;
}

/** `prevHash` of a case's first entry. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Whether a value is plain JSON with its keys in canonical order already, as everything is that came out of the database: its usual
 * text is then the canonical one, at a tenth of the work.
 */
function isInOrder(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed();
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object':
      return value === null || (Array.isArray(value) ? value.every(isInOrder) : isRecordInOrder(value));
    default:
      return false;
  }
}

function isRecordInOrder(value: object): boolean {
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  let before: string | null = null;
  for (const [key, member] of Object.entries(value)) {
    if ((before !== null && key <= before) || !key.isWellFormed() || !isInOrder(member)) return false;
    before = key;
  }
  return true;
}

/** Canonical JSON (RFC 8785): the same value is the same text, whatever the order of its keys. */
export function canonicalJson(value: unknown): string {
  const text = isInOrder(value) ? JSON.stringify(value) : canonicalize(value);
  if (text === undefined) throw new TypeError('a value without JSON cannot be made canonical');
  return text;
}

/**
 * A value as it will be read back: plain JSON with its keys in canonical order. Charts are given only such values, so that a
 * replay of the journal sees exactly what the live step saw.
 */
export function inStorageOrder<T>(value: T): T {
  return JSON.parse(canonicalJson(value)) as T;
}

/** Fingerprint of a stored state, as every journal entry carries it. */
export function digestOf(stored: Stored): string {
  return sha256(canonicalJson(stored));
}

/** Fingerprint of a text. The salt keeps short texts from being guessed after they were erased. */
export function textDigest(salt: string, body: string): string {
  return sha256(`${salt}\n${body}`);
}

/** Hash of an entry: it covers every field and the hash before it. */
export function entryHash({ caseId, seq, at, kind, by, body }: EntryDraft, prevHash: string): string {
  // named in canonical order, so that only a body that is not has to be sorted
  return sha256(`${prevHash}\n${canonicalJson({ at, body, by, caseId, kind, seq })}`);
}

/** Parts of an entry as canonical texts, with the hash over them: made once where they are stored as they are hashed. */
export interface ChainedTexts {
  by: string;
  body: string;
  hash: string;
}

/** The same as {@link chain}, of an entry of which nothing but its texts is wanted. */
export function chainTexts({ caseId, seq, at, kind, by, body }: EntryDraft, prevHash: string): ChainedTexts {
  const texts = { by: canonicalJson(by), body: canonicalJson(body) };
  const whole = `{"at":${canonicalJson(at)},"body":${texts.body},"by":${texts.by},"caseId":${canonicalJson(caseId)},"kind":${canonicalJson(kind)},"seq":${String(seq)}}`;
  return { ...texts, hash: sha256(`${prevHash}\n${whole}`) };
}

/** Appends an entry to the chain. */
export function chain(draft: EntryDraft, prevHash: string): JournalEntry {
  return { ...draft, prevHash, hash: entryHash(draft, prevHash) };
}

/** Where a chain breaks: wrong hash, wrong link or a gap. `entries` are in order and start after `from`. */
export function chainFaults(
  entries: readonly JournalEntry[],
  from: { seq: number; hash: string } = { seq: 0, hash: GENESIS },
): { seq: number; code: 'chain' | 'gap' }[] {
  const faults: { seq: number; code: 'chain' | 'gap' }[] = [];
  let before = from;
  for (const entry of entries) {
    if (entry.seq !== before.seq + 1) faults.push({ seq: entry.seq, code: 'gap' });
    if (entry.prevHash !== before.hash || entry.hash !== entryHash(entry, entry.prevHash)) {
      faults.push({ seq: entry.seq, code: 'chain' });
    }
    before = entry;
  }
  return faults;
}
