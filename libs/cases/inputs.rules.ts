import type { z } from 'zod';

import { FreeText, inputIssues, isStorable, type InputIssue } from '#libs/contract';
import type { Json, JsonObject } from '#libs/engine';

import { textDigest } from './journal.rules.js';

/** A free text taken out of an input. */
export interface TextDraft {
  id: string;
  salt: string;
  digest: string;
  body: string;
}

export type ParsedInput = { ok: true; input: JsonObject; texts: TextDraft[] } | { ok: false; issues: InputIssue[] };

/** Makes ids and salts; random outside of tests and simulations. */
export interface TextMint {
  id: () => string;
  salt: () => string;
}

/** Parses an input by its schema and takes the free texts out of it: what remains holds their ids and may be kept for ever. */
export function parseInput(schema: z.ZodType, raw: unknown, mint: TextMint): ParsedInput {
  const parsed = schema.safeParse(raw ?? {});
  if (!parsed.success) return { ok: false, issues: inputIssues(schema, raw ?? {}) };
  const taking: Taking = { mint, texts: [], issues: [] };
  const input = reference(parsed.data ?? {}, '', taking);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    taking.issues.push({ path: '', message: 'must be an object', zh: '应当是一个对象' });
    return { ok: false, issues: taking.issues };
  }
  return taking.issues.length > 0 ? { ok: false, issues: taking.issues } : { ok: true, input, texts: taking.texts };
}

/** Makes a text of its own, such as the reason of a cancellation. */
export function draftText(body: string, mint: TextMint): TextDraft {
  const salt = mint.salt();
  return { id: mint.id(), salt, digest: textDigest(salt, body), body };
}

interface Taking {
  mint: TextMint;
  texts: TextDraft[];
  issues: InputIssue[];
}

function reference(value: unknown, path: string, taking: Taking): Json {
  if (value instanceof FreeText) {
    const text = draftText(value.body, taking.mint);
    taking.texts.push(text);
    return text.id;
  }
  if (typeof value === 'string') {
    if (!isStorable(value))
      taking.issues.push({ path, message: 'contains characters that cannot be stored', zh: '含有无法保存的字符' });
    return value;
  }
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => reference(item, join(path, String(index)), taking));
  if (typeof value === 'object' && isPlain(value)) return referenceObject(value, path, taking);
  taking.issues.push({ path, message: 'is not JSON', zh: '不是 JSON' });
  return null;
}

function referenceObject(value: object, path: string, taking: Taking): JsonObject {
  const copy: JsonObject = {};
  for (const [key, part] of Object.entries(value)) {
    if (part !== undefined) copy[key] = reference(part, join(path, key), taking);
  }
  return copy;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
