import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { Instant } from '#libs/engine';

import { World } from '../testing/world.js';
import type { CaseChange } from './webhook-feed.service.js';

// Transactions side by side prove nothing on PGlite, which has one connection: this file runs on PostgreSQL only.
let world: World;
beforeAll(async () => {
  world = await World.open();
  await world.database.query(`create table late_changes (id text primary key, at timestamptz(3) not null)`);
}, 60_000);
afterAll(async () => {
  await world.database.query(`drop table late_changes`);
  await world.close();
});

const changeOf = ({ id, at }: { id: string; at: Instant }): CaseChange => ({
  ...{ caseId: id, version: 1, unit: 'b1', workflow: 'issue', status: 'active', stage: { key: 'say' }, due: null },
  ...{ createdAt: at, at },
});

test('a change that takes longer to commit than the feed looks back is told all the same', async () => {
  const { database } = world;
  // the feed looks back two minutes; here the clock runs so that the transaction takes an hour
  let isLater = false;
  const [start] = await database.query<{ at: Instant }>(`select clock_timestamp() as at`);
  world.clock.setTo(start?.at ?? '');
  const notifications = world.notifications({
    virtualNow: () => new Date(Date.parse(start?.at ?? '') + (isLater ? 3_600_000 : 0)).toISOString(),
    changes: async (tx, { after, until, limit }) =>
      (
        await tx.query<{ id: string; at: Instant }>(
          `select id, at from late_changes where (at, id) > ($1::timestamptz, $2) and at < $3::timestamptz order by at, id limit $4`,
          [after.at, after.id, until, limit],
        )
      ).map(changeOf),
  });
  world.clock.advance({ minutes: -10 });
  await database.transaction((tx) =>
    notifications.webhooks.add(tx, {
      ...{ id: 'hook', unit: 'community', name: 'late', url: 'http://127.0.0.1:9/', by: 'li' },
      events: ['case.started'],
    }),
  );
  const isWritten = { value: false };
  let commit = (): void => undefined;
  const late = database.transaction(async (tx) => {
    await tx.query(`insert into late_changes values ('late', clock_timestamp())`);
    isWritten.value = true;
    await new Promise<void>((resolve) => {
      commit = resolve;
    });
  });
  while (!isWritten.value) await delay(5);
  await database.query(`insert into late_changes values ('quick', clock_timestamp() - interval '1 minute')`);
  isLater = true;
  await notifications.webhookFeed.runOnce();
  await notifications.webhookFeed.runOnce();
  expect(await told()).toEqual(['quick']);
  commit();
  await late;
  await notifications.webhookFeed.runOnce();
  expect(await told()).toEqual(['late', 'quick']);
});

const told = async (): Promise<string[]> =>
  (await world.database.query<{ id: string }>(`select case_id as id from webhook_deliveries order by 1`)).map(
    ({ id }) => id,
  );
