import { createHash } from 'node:crypto';

/** Namespace of Minyi's name-based ids: the UUID of `minyi` in the URL namespace. */
const NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** A UUID (version 5, RFC 9562) that is always the same for the same name: imports and demo data can be repeated. */
export function idFromName(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(`minyi:${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
