import { hash } from 'node:crypto';

/** Namespace of Minyi's name-based ids: the UUID of `minyi` in the URL namespace. */
const NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** A UUID (version 5, RFC 9562) that is always the same for the same name: imports and demo data can be repeated. */
export function idFromName(name: string): string {
  const hex = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(`minyi:${name}`)]), 'hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
