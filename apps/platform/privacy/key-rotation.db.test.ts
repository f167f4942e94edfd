import { rm } from 'node:fs/promises';

import { expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { checkDataKey } from '../boot/data-key.js';
import { PLATFORM_ENTITIES } from '../entities.js';
import { fillCommunity, openCommunity } from './testing/world.js';

const held = testDatabase(PLATFORM_ENTITIES, { tables: 'of the entities' });
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

test('after a rotation the new key alone opens everything: numbers, notes, requests, files, earlier versions', async () => {
  const old = await openCommunity(held.database, 'old');
  await fillCommunity(old);
  await checkDataKey(held.database, old.vault);
  const file = await old.privacy.files.upload({ bytes: PDF, name: 'a.pdf', uploader: 'wang' });
  await held.database.transaction(async (tx) => {
    await old.registry.apply(
      tx,
      { by: 'li', source: 'desk', reason: 'x' },
      { people: [{ id: 'wang', phone: '13700002222' }] },
    );
    const period = { from: '2026-03-01', to: '2026-12-31' };
    const claim = await old.privacy.visits.claims.assign(
      tx,
      { household: 'home-zhao', person: 'gao', purpose: 'care', ...period },
      'gao',
    );
    await old.privacy.visits.record(
      tx,
      { id: 'v', claim: claim.id, at: old.now(), outcome: 'met', note: '都好' },
      'gao',
    );
    await old.privacy.corrections.ask(tx, { person: 'wang', unit: 'stair-1', field: 'x', wanted: '改正', by: 'wang' });
  });
  await held.database.query(`insert into partner_keys (id, partner, sealed, valid_from) values ('k', 'p', $1, now())`, [
    old.vault.seal('partner secret', 'partner.key'),
  ]);
  await held.database.query(`insert into ballot_keys (ballot, sealed) values ('b', $1)`, [
    old.vault.seal('secrets of a ballot', 'ballot.key'),
  ]);
  const both = await openCommunity(held.database, 'new', 'old');
  const { resealed, left } = await both.privacy.rotateKeys();
  expect([left, resealed['privacy'], resealed['files'], resealed['partner_keys'], resealed['ballots']]).toEqual([
    ...[0, 2, 1, 1, 1],
  ]);
  expect(resealed['registry']).toBeGreaterThanOrEqual(3);
  const again = await both.privacy.rotateKeys();
  expect(Object.values(again.resealed).every((count) => count === 0)).toBe(true);

  const fresh = await openCommunity(held.database, 'new');
  await checkDataKey(held.database, fresh.vault);
  const seen = await held.database.transaction(async (tx) => ({
    contact: await fresh.registry.contact(tx, 'wang'),
    visits: await fresh.privacy.visits.madeTo(tx, 'home-zhao'),
    corrections: await fresh.privacy.corrections.of(tx, ['wang']),
    found: await fresh.registry.findPeople(tx, { phone: '13700002222', within: ['city'], limit: 5 }),
  }));
  const [key] = await held.database.query<{ sealed: string }>(`select sealed from partner_keys`);
  expect(fresh.vault.open(key?.sealed ?? '', 'partner.key')).toBe('partner secret');
  const [ballot] = await held.database.query<{ sealed: string }>(`select sealed from ballot_keys`);
  expect(fresh.vault.open(ballot?.sealed ?? '', 'ballot.key')).toBe('secrets of a ballot');
  expect(seen.contact.phone).toBe('13700002222');
  expect(seen.visits[0]?.note).toBe('都好');
  expect(seen.corrections[0]?.wanted).toBe('改正');
  expect(seen.found.rows.map(({ id }) => id)).toEqual(['wang']);
  await expect(
    openCommunity(held.database, 'other').then(({ vault }) => checkDataKey(held.database, vault)),
  ).rejects.toThrow('opens nothing');
  expect(file.bytes).toBe(PDF.length);
  for (const { dataDirectory } of [old, both, fresh]) await rm(dataDirectory, { recursive: true, force: true });
});
