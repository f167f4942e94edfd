import { createHash, randomBytes, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Bytes of randomness in a session's or program's token. */
const TOKEN_BYTES = 32;

/** A new session token: 256 random bits. */
export function newSecret(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/**
 * What is stored of a secret. A plain hash is enough, as the secrets are random and long: nobody tries 2^74 of them.
 */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Signs that cannot be taken for one another, on paper and by telephone: no 0 and O, no 1, I and L. */
export const READABLE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUPS = 3;
const GROUP_LENGTH = 5;

function readable(length: number): string {
  return Array.from({ length }, () => READABLE_ALPHABET.charAt(randomInt(READABLE_ALPHABET.length))).join('');
}

/** A one-time code to be read from paper and typed: `7KQ2M-XRT4B-9HDWC`, 74 random bits. */
export function newReadableCode(): string {
  return Array.from({ length: GROUPS }, () => readable(GROUP_LENGTH)).join('-');
}

/** A short number to name something on paper by; it opens nothing. */
export function newSerial(): string {
  return readable(8);
}

/** The one spelling of a typed code: capitals without gaps, also from full-width signs. `null`: no code of ours. */
export function spellCode(typed: string): string | null {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-‐-―−·.]/g, '');
  if (signs.length !== GROUPS * GROUP_LENGTH) return null;
  if (Array.from(signs).some((sign) => !READABLE_ALPHABET.includes(sign))) return null;
  return signs.match(/.{5}/g)?.join('-') ?? null;
}

/** Every program's token starts with it, so that it is recognised where it should not be: in code, logs and chats. */
export const TOKEN_PREFIX = 'mny_';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BODY_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const TOKEN = new RegExp(`^${TOKEN_PREFIX}[0-9A-Za-z]{${String(BODY_LENGTH + CHECKSUM_LENGTH)}}$`);

/** A new token of a program: prefix, 256 random bits, checksum. */
export function newApiToken(): string {
  const body = Array.from({ length: BODY_LENGTH }, () => BASE62.charAt(randomInt(BASE62.length))).join('');
  return `${TOKEN_PREFIX}${body}${checksumOf(body)}`;
}

/** Whether a text can be a token of ours: what is mistyped or made up costs no look-up. */
export function isApiToken(text: string): boolean {
  if (!TOKEN.test(text)) return false;
  const body = text.slice(TOKEN_PREFIX.length, -CHECKSUM_LENGTH);
  return checksumOf(body) === text.slice(-CHECKSUM_LENGTH);
}

function checksumOf(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let at = 0; at < CHECKSUM_LENGTH; at += 1) {
    text = `${BASE62.charAt(rest % BASE62.length)}${text}`;
    rest = Math.floor(rest / BASE62.length);
  }
  return text;
}
