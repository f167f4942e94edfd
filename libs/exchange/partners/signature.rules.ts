import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** How far apart the two clocks may be, in milliseconds. */
export const SKEW_MS = 300_000;

/** What a partner signs, and what we sign when we answer. */
export interface Signed {
  method: string;
  /** Path with its query, as sent. */
  path: string;
  /** Seconds since 1970, as text. */
  timestamp: string;
  nonce: string;
  body: Uint8Array;
}

const NONCE = /^[A-Za-z0-9_-]{16,64}$/;
const TIMESTAMP = /^\d{10}$/;

/** The lines a signature covers: method, path, time, nonce and the digest of the body in hex. */
export function signedLines({ method, path, timestamp, nonce, body }: Signed): string {
  return [method.toUpperCase(), path, timestamp, nonce, createHash('sha256').update(body).digest('hex')].join('\n');
}

/** HMAC-SHA256 in hex. */
export function signatureOf(signed: Signed, key: string): string {
  return createHmac('sha256', key).update(signedLines(signed)).digest('hex');
}

/** Compares in a time that says nothing about where they differ. */
export function isSignature(given: string, signed: Signed, keys: readonly string[]): boolean {
  // digests of equal length, and every key is tried: neither length nor order shows in the time
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const wanted = digest(given.toLowerCase());
  return keys.map((key) => timingSafeEqual(digest(signatureOf(signed, key)), wanted)).includes(true);
}

/** Whether time and nonce may be taken at all. */
export function isFresh({ timestamp, nonce }: Pick<Signed, 'timestamp' | 'nonce'>, nowMs: number): boolean {
  return TIMESTAMP.test(timestamp) && NONCE.test(nonce) && Math.abs(Number(timestamp) * 1000 - nowMs) <= SKEW_MS;
}
