import { createHash, createHmac, randomBytes } from 'node:crypto';

import canonicalize from 'canonicalize';

/** Crockford's base 32: no letter that could be read as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECEIPT_SIGNS = 26;
const RECEIPT = new RegExp(`^[${ALPHABET}]{${String(RECEIPT_SIGNS)}}$`);
const TRACKER_HEX = 32;
/** Codes are so long that somebody who guesses meets one of a thousand. */
const SPARSENESS = 1000;

/** The first signs of bytes that are random already; 5 bits each. */
export function crockford(bytes: Uint8Array, signs: number): string {
  let text = '';
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < signs) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  // 128 bits are 25 signs and 3 bits
  if (text.length < signs && bits > 0) text += ALPHABET[(held << (5 - bits)) & 31] ?? '';
  return text;
}

/** A random code of so many signs. */
export function randomCode(signs: number): string {
  return crockford(randomBytes(Math.ceil((signs * 5) / 8)), signs);
}

/** Different random codes for the entries of a roll, none of them among those taken already. */
export function entryCodes(count: number, taken: ReadonlySet<string> = new Set()): string[] {
  const wanted = (count + taken.size) * SPARSENESS;
  let signs = 4;
  while (32 ** signs < wanted) signs += 1;
  const codes = new Set<string>();
  while (codes.size < count) {
    const code = randomCode(signs);
    if (!taken.has(code)) codes.add(code);
  }
  return [...codes];
}

/** Receipt a voter's device has made, as it was typed or scanned: 26 signs, whatever their case; null: it is none. */
export function readReceipt(typed: string): string | null {
  const text = typed.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return RECEIPT.test(text) ? text : null;
}

/**
 * Receipt for a voter who brought none: the same one when the same request comes again, because the answer may have been lost on
 * its way. It follows from a secret of the ballot that is destroyed with the ballot's key.
 */
export function madeReceipt(secret: Buffer, of: { entry: string; key: string }): string {
  const bytes = createHmac('sha256', secret).update(`receipt\n${of.entry}\n${of.key}`).digest();
  return crockford(bytes.subarray(0, 16), RECEIPT_SIGNS);
}

/** What is published of a paper so that its voter finds it, and nobody else. */
export function trackerOf(receipt: string): string {
  return createHash('sha256').update(`minyi-tracker:${receipt}`).digest('hex').slice(0, TRACKER_HEX);
}

/** What a change must match. Under the salt of the ballot it cannot be joined to the tracker without the receipt. */
export function lockOf(salt: Buffer, receipt: string): string {
  return createHash('sha256').update(salt).update(receipt).digest('hex').slice(0, TRACKER_HEX);
}

/** How an idempotency key is remembered. */
export function keyHash(ballot: string, key: string): string {
  return createHash('sha256').update(`${ballot}\n${key}`).digest('hex').slice(0, TRACKER_HEX);
}

/**
 * What a request asked for, so that its key is not answered for another one. Keyed by a secret of the ballot and bound to the key:
 * it tells nothing of a secret choice to whoever has the table alone, and nothing to anybody once the ballot's key is destroyed.
 */
export function requestHash(
  secret: Buffer,
  asked: { key: string; choice: unknown; receipt: string; replaces: string | null },
): string {
  const text = canonicalize(asked) ?? '';
  return createHmac('sha256', secret).update(`request\n${text}`).digest('hex').slice(0, TRACKER_HEX);
}
