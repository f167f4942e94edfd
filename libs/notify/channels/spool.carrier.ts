import type { Database } from '#libs/database';
import type { Instant } from '#libs/engine';

import type { Channel } from '../deliveries/deliveries.vocabulary.js';
import type { Outcome, Parcel } from './channel.types.js';

/** Where and when something is put down instead of being sent. */
export interface Spooling {
  database: Database;
  channel: Channel;
  person: string | null;
  now: () => Instant;
}

/** Lays a message down for the operator, masked: there is no server for its channel. Laid down twice it is there once. */
export async function spool(
  { id, to, wording }: Parcel,
  { database, channel, person, now }: Spooling,
): Promise<Outcome> {
  const text = channel === 'email' ? wording.long : wording.short;
  await database.query(
    `insert into delivery_spool (id, channel, person, recipient, subject, text, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing`,
    [id, channel, person, maskedAddress(to), wording.subject, text, now()],
  );
  return { kind: 'sent', providerId: `spool:${id}` };
}

/** An address as operators see it: `l***@example.cn`, `138****1234`. */
export function maskedAddress(to: string): string {
  const [name = '', host] = to.split('@');
  if (host !== undefined) return `${name.slice(0, 1)}***@${host}`;
  return to.length >= 7 ? `${to.slice(0, 3)}****${to.slice(-4)}` : '****';
}
