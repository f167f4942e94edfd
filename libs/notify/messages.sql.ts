import type { Tx } from '#libs/database';
import type { Label } from '#libs/engine';

import { audienceOf, keyOf } from './audience.rules.js';
import type { Recipient, WantedRole } from './audience.rules.js';
import type { Delivery } from './notify.types.js';

/** What a message comes of. */
export interface Told {
  tx: Tx;
  call: Pick<Delivery['call'], 'id' | 'caseId' | 'at'>;
}

/** What a message says, without its recipients. */
export interface Content {
  about: string;
  severity?: string;
  clock?: string;
  rung?: string;
  text?: string | null;
  /** In its own words, of what is about no case. */
  said?: Label;
}

/** Finds where a bare role is held: at the case's unit or the nearest above it. Nobody anywhere: no recipient. */
async function located(delivery: Delivery, wanted: Recipient | WantedRole): Promise<Recipient | null> {
  if (wanted.kind !== 'wanted') return wanted;
  const { registry, tx, facts, today } = delivery;
  const question = { role: wanted.role, unit: facts.unit, on: today };
  const unit = await registry.servedBy(tx, question);
  return unit === null ? null : { kind: 'role', role: wanted.role, unit, excluded: wanted.excluded };
}

/** Writes a message to everybody the audience means; repeated for the same effect it changes nothing. */
export async function tell(
  delivery: Delivery,
  audience: Parameters<typeof audienceOf>[0],
  content: Content,
): Promise<void> {
  const found = await Promise.all(audienceOf(audience, delivery.facts.parties).map((one) => located(delivery, one)));
  await write(
    delivery,
    found.filter((one) => one !== null),
    content,
  );
}

/** Writes a message to persons by id, also of what no effect carries out; told again under the same id it changes nothing. */
export async function tellPersons(delivery: Told, persons: readonly string[], content: Content): Promise<void> {
  await write(
    delivery,
    [...new Set(persons)].map((person): Recipient => ({ kind: 'person', person })),
    content,
  );
}

/** Writes a message to whoever holds a role at a unit, but those excluded. */
export async function tellRole(
  delivery: Told,
  recipient: Omit<Extract<Recipient, { kind: 'role' }>, 'kind'>,
  content: Content,
): Promise<void> {
  await write(delivery, [{ kind: 'role', ...recipient }], content);
}

async function write({ tx, call }: Told, recipients: readonly Recipient[], content: Content): Promise<void> {
  for (const recipient of recipients) await insert(tx, call, { recipient, content });
}

async function insert(
  tx: Tx,
  call: Told['call'],
  { recipient, content }: { recipient: Recipient; content: Content },
): Promise<void> {
  const isRole = recipient.kind === 'role';
  await tx.query(
    `insert into messages (id, case_id, at, about, severity, clock, rung, text, said, person, role, unit, excluded)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::json, $10, $11, $12, $13) on conflict do nothing`,
    [
      `${call.id}:${keyOf(recipient)}`,
      call.caseId,
      call.at,
      content.about,
      content.severity,
      content.clock,
      content.rung,
      content.text,
      content.said === undefined ? null : JSON.stringify(content.said),
      isRole ? null : recipient.person,
      isRole ? recipient.role : null,
      isRole ? recipient.unit : null,
      isRole ? recipient.excluded : [],
    ],
  );
}
