import { createHash } from 'node:crypto';

import canonicalize from 'canonicalize';

import type { JsonObject } from '#libs/engine';

/** SHA-256 over the canonical JSON (RFC 8785) of a document: whoever has the document can compute it. */
export function digestOf(content: JsonObject): string {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError('a document without JSON has no digest');
  return createHash('sha256').update(text).digest('hex');
}

/** As it will be read back. */
export function asContent(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
