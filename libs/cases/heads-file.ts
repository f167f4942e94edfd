import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { Instant } from '#libs/engine';

import { canonicalJson, sha256 } from './journal.rules.js';
import { merkleRoot, type Head } from './merkle.rules.js';

/** One signed line: which heads changed since the line before, and the root over all of them. */
interface HeadsLine {
  at: Instant;
  /** How many cases the root stands for. */
  count: number;
  /** `[case, seq, hash]`. */
  changed: [string, number, string][];
  root: string;
  /** SHA-256 of the line before; empty for the first. */
  previous: string;
  /** Public key, base64 of its DER form. */
  key: string;
  /** Ed25519 over the canonical JSON of everything else. */
  signature: string;
}

/** What a file of signed heads says, folded to its end. */
export interface SignedHeads {
  heads: Map<string, Head>;
  /** `null` when nothing was signed yet. */
  signedAt: Instant | null;
  root: string | null;
  key: string | null;
  /** What is wrong with the file itself. */
  problems: { code: 'signature' | 'root'; message: string }[];
  lastLine: string;
  /** Bytes of whole lines; a rest was cut off while it was written. */
  wholeBytes: number;
}

/** Reads a file of signed heads; a file that does not exist is an empty one. */
export async function readHeads(file: string, expectedKey?: string): Promise<SignedHeads> {
  const folded: SignedHeads = {
    heads: new Map(),
    signedAt: null,
    root: null,
    key: expectedKey ?? null,
    problems: [],
    lastLine: '',
    wholeBytes: 0,
  };
  const text = await readIfThere(file);
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  whole
    .split('\n')
    .slice(0, -1)
    .forEach((line, index) => {
      fold(folded, line, index + 1);
    });
  folded.wholeBytes = Buffer.byteLength(whole);
  if (folded.root !== null && merkleRoot(folded.heads.values()) !== folded.root) {
    folded.problems.push({ code: 'root', message: 'the root is not the one of the heads' });
  }
  return folded;
}

function fold(folded: SignedHeads, text: string, number: number): void {
  const where = `line ${String(number)}`;
  const line = parseLine(text);
  if (line === null) {
    folded.problems.push({ code: 'signature', message: `${where} is no line of heads` });
    return;
  }
  const { signature, ...signed } = line;
  folded.key ??= line.key;
  if (line.key !== folded.key)
    folded.problems.push({ code: 'signature', message: `${where} is signed with another key` });
  else if (!isSignedBy(line.key, canonicalJson(signed), signature)) {
    folded.problems.push({ code: 'signature', message: `${where} was changed after it was signed` });
  }
  const previous = folded.lastLine === '' ? '' : sha256(folded.lastLine);
  if (line.previous !== previous)
    folded.problems.push({ code: 'signature', message: `a line before ${where} is missing` });
  for (const [caseId, seq, hash] of line.changed) folded.heads.set(caseId, { caseId, seq, hash });
  folded.signedAt = line.at;
  folded.root = line.root;
  folded.lastLine = text;
}

/** Appends the heads that changed since the last line, signed. Answers whether there were any. */
export async function appendHeads(
  file: string,
  { key, at, heads }: { key: KeyObject; at: Instant; heads: readonly Head[] },
): Promise<boolean> {
  const before = await readHeads(file);
  const changed = heads.filter(({ caseId, seq, hash }) => {
    const known = before.heads.get(caseId);
    return known?.seq !== seq || known.hash !== hash;
  });
  if (changed.length === 0 && before.root !== null) return false;
  for (const head of changed) before.heads.set(head.caseId, head);
  const unsigned = {
    at,
    count: before.heads.size,
    changed: changed.map(({ caseId, seq, hash }): [string, number, string] => [caseId, seq, hash]),
    root: merkleRoot(before.heads.values()),
    previous: before.lastLine === '' ? '' : sha256(before.lastLine),
    key: publicKeyText(key),
  };
  const line = { ...unsigned, signature: sign(null, Buffer.from(canonicalJson(unsigned)), key).toString('base64') };
  await appendDurably(file, `${canonicalJson(line)}\n`, before.wholeBytes);
  return true;
}

/** The private key in a file, made when there is none. Readable by its owner only; it belongs outside the database's backups. */
export async function signingKey(file: string): Promise<KeyObject> {
  const pem = await readIfThere(file);
  if (pem !== '') return createPrivateKey(pem);
  const { privateKey } = generateKeyPairSync('ed25519');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  return privateKey;
}

/** The public half as it stands in the lines, for whoever wants to pin it. */
export function publicKeyText(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
}

function isSignedBy(key: string, text: string, signature: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' });
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function parseLine(text: string): HeadsLine | null {
  try {
    const line = JSON.parse(text) as Partial<HeadsLine> | null;
    const isLine = typeof line?.at === 'string' && typeof line.signature === 'string' && Array.isArray(line.changed);
    return isLine && typeof line.key === 'string' ? (line as HeadsLine) : null;
  } catch {
    return null;
  }
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return '';
    throw error;
  }
}

/** A line is there as a whole or not at all: the rest of one that a crash cut off is removed first. */
async function appendDurably(file: string, text: string, wholeBytes: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a');
  try {
    const { size } = await handle.stat();
    if (size > wholeBytes) await truncate(file, wholeBytes);
    await handle.appendFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
