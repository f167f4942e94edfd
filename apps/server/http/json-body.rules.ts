import { isStorable } from '#libs/contract';

import { refuse } from './request-refused.js';

/** Nesting a request may have. Deeper JSON is nobody's form; it only makes parsers and validators work. */
export const MAX_DEPTH = 32;

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a request's body as JSON that everything behind can hold: UTF-8, at most {@link MAX_DEPTH} levels, numbers without
 * loss, strings PostgreSQL can store, no key that would touch an object's prototype.
 * @throws RequestRefused `request.malformed` with the place.
 */
export function readJsonBody(body: Buffer): unknown {
  const text = decoded(body);
  if (text.trim() === '') return undefined;
  if (depthOf(text) > MAX_DEPTH) malformed('', `is nested deeper than ${String(MAX_DEPTH)} levels`);
  const value = parsed(text);
  checkValue(value, '');
  return value;
}

function malformed(path: string, message: string): never {
  refuse('request.malformed', { issues: [{ path, message }] });
}

function decoded(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    return malformed('', 'is not UTF-8');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return malformed('', 'is not JSON');
  }
}

/** Deepest nesting of a JSON text, found without parsing it: a parser would already have done the work. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (inString) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) inString = false;
    } else if (sign === QUOTE) inString = true;
    else if (sign === OPEN_OBJECT || sign === OPEN_ARRAY) deepest = Math.max(deepest, (depth += 1));
    else if (sign === CLOSE_OBJECT || sign === CLOSE_ARRAY) depth -= 1;
  }
  return deepest;
}

const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

function checkValue(value: unknown, path: string): void {
  if (typeof value === 'string') checkText(value, path);
  else if (typeof value === 'number') checkNumber(value, path);
  else if (Array.isArray(value)) value.forEach((item, index) => checkValue(item, join(path, String(index))));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      checkText(key, path);
      if (key === '__proto__') malformed(path, 'may not have a field of this name');
      checkValue(part, join(path, key));
    }
  }
}

function checkText(text: string, path: string): void {
  if (!isStorable(text)) malformed(path, 'contains characters that cannot be stored');
}

function checkNumber(value: number, path: string): void {
  const isExact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (!isExact) malformed(path, 'is a number too large to be kept exactly');
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
