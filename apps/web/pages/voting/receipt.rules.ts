/** Crockford's base 32: no letter that could be read as a digit. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECEIPT_SIGNS = 26;
const TRACKER_HEX = 32;

/** A receipt from 16 random bytes: 26 signs that the voter's own device makes, so that the service never has to tell it. */
export function receiptFrom(bytes: Uint8Array): string {
  let text = '';
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < RECEIPT_SIGNS) {
      bits -= 5;
      text += SIGNS.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return text.length < RECEIPT_SIGNS && bits > 0 ? text + SIGNS.charAt((held << (5 - bits)) & 31) : text;
}

/** A receipt as somebody typed it; `null`: it is none. Spaces, dashes and letters that look like digits are forgiven. */
export function readReceipt(typed: string): string | null {
  const text = typed.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return new RegExp(`^[${SIGNS}]{${RECEIPT_SIGNS}}$`).test(text) ? text : null;
}

/** What is published of a paper, as somebody typed it; `null`: it is none. */
export function readTracker(typed: string): string | null {
  const text = typed.replaceAll(/[\s-]/g, '').toLowerCase();
  return new RegExp(`^[0-9a-f]{${TRACKER_HEX}}$`).test(text) ? text : null;
}

/** In groups that can be read to somebody on the telephone. */
export function inGroups(code: string, size = 4): string {
  return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? code;
}

const utf8 = new TextEncoder();

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** What is published of the paper with this receipt: whoever reads the published papers cannot tell the receipt from it. */
export async function trackerOf(receipt: string): Promise<string> {
  return hexOf(await sha256(utf8.encode(`minyi-tracker:${receipt}`))).slice(0, TRACKER_HEX);
}

/** Place of a leaf, size of the tree, and the digests beside its way to the root, in hex (RFC 9162, 2.1.3.2). */
export interface InclusionProof {
  index: number;
  size: number;
  path: string[];
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Whether a published line is in the tree with this root, reckoned on this device. A wrong proof is false, never an error. */
export async function isIncluded(line: string, { index, size, path }: InclusionProof, root: string): Promise<boolean> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [at, last] = [index, size - 1];
  let digest = await sha256(joined(LEAF, utf8.encode(line)));
  for (const beside of path) {
    if (!/^[0-9a-f]{64}$/.test(beside) || last === 0) return false;
    const other = bytesOf(beside);
    if (at % 2 === 1 || at === last) {
      digest = await sha256(joined(NODE, other, digest));
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else digest = await sha256(joined(NODE, digest, other));
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hexOf(digest) === root;
}
