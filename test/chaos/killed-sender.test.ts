import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { demoPeople, unitId } from '#apps/demo';
import { openPlatform, readInstallation } from '#apps/platform';
import type { Database } from '#libs/database';
import { tellPersons } from '#libs/notify';

import { MailServer } from '../../libs/notify/testing/mail-server.js';
import { ProductProcess } from '../bench/product-process.js';
import { copiesOf, copyCases } from '../bench/running-clocks.js';
import { emptyDatabase, makeGround, openRecords, settle, type Ground } from './ground.js';

// The sender is killed when the other side has taken something and nobody has heard so yet: the only moment at which it must be sent again.
const HANDED_OVER = 12;
const AT_KILL = 4;

let ground: Ground;
let database: Database;
let ids: string[];
const mail = new MailServer();
/** Ids of events as they arrived. */
const events: { id: string; body: string }[] = [];
let onEvent: () => Promise<void> = () => Promise.resolve();
const receiver = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    events.push({ id: String(request.headers['webhook-id']), body: Buffer.concat(parts).toString('utf8') });
    void onEvent().then(() => response.end('{}'));
  });
});

const worker = (): ProductProcess => ProductProcess.start({ app: 'worker', env: { ...ground.env, ROLE: 'worker' } });
const counted = async (sql: string): Promise<number> =>
  (await database.query<{ count: number }>(`select count(*)::int as count from ${sql}`))[0]?.count ?? 0;

async function until(what: () => boolean | Promise<boolean>, said: string): Promise<void> {
  for (let turn = 0; turn < 1_500; turn += 1) {
    if (await what()) return;
    await delay(20);
  }
  throw new Error(`never: ${said}`);
}

/** Public issues that have changed, a webhook that is told of them, and somebody with a mailbox. */
async function prepare(): Promise<void> {
  const platform = await openPlatform(readInstallation({ ...ground.env, LOG_LEVEL: 'silent' }));
  try {
    const { cases, notifications } = platform;
    const [template] = (await cases.list({ workflow: 'issue', limit: 1 })).rows;
    const id = template?.id ?? '';
    const actor = { kind: 'person', person: demoPeople.collector.id } as const;
    expect(await cases.act({ caseId: id, act: 'sortAsCommon', input: {}, actor })).toMatchObject({ ok: true });
    expect((await cases.get(id))?.visibility).toBe('public');
    await copyCases(platform.database, { template: id, series: 'told', count: HANDED_OVER });
    // the issue they were copied from is not one of those that are counted
    await platform.database.query(`update cases set visibility = 'confidential' where id = $1`, [id]);
    await platform.database.transaction(async (tx) => {
      const hook = { id: 'hook', unit: unitId('limin'), name: '平台 · platform', by: demoPeople.operator.id };
      const url = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/events`;
      await notifications.webhooks.add(tx, { ...hook, url, events: ['case.changed', 'case.started'] });
      const { preferences } = notifications;
      await preferences.change(tx, demoPeople.neighbour.id, { email: 'neighbour@example.cn' });
      const code = (await preferences.code(tx, demoPeople.neighbour.id))?.code ?? '';
      expect(await preferences.confirm(tx, demoPeople.neighbour.id, code)).toBe(true);
    });
    await platform.database.query(
      `update webhooks set seen_until = seen_until - interval '1 hour', created_at = created_at - interval '1 hour'`,
    );
  } finally {
    await platform.close();
  }
}

/** An emergency keeps no hours and waits for no digest. */
async function tellDangers(): Promise<void> {
  const [{ now } = { now: '' }] = await database.query<{ now: string }>(`select clock_timestamp() as now`);
  await database.transaction(async (tx) => {
    for (const id of ids) {
      const call = { id: `danger:${id}`, caseId: id, at: now };
      await tellPersons({ tx, call }, [demoPeople.neighbour.id], { about: 'danger', severity: 'red' });
    }
  });
}

/** A worker is killed in the middle; the next one goes on when the lease of the dead one has run out. */
async function killedInTheMiddle(
  table: 'deliveries' | 'webhook_deliveries',
  { killed, isDone }: { killed: (first: ProductProcess) => Promise<void>; isDone: () => Promise<boolean> },
): Promise<void> {
  const first = worker();
  try {
    await killed(first);
    expect(first.hasEnded).toBe(true);
  } finally {
    await first.kill();
  }
  await database.query(`update ${table} set locked_until = clock_timestamp() where locked_until is not null`);
  const second = worker();
  try {
    await until(isDone, `everything of ${table} was handed over`);
  } finally {
    await second.stop();
  }
}

/** Lets the other side kill whoever hands it the `AT_KILL`th thing, before it says that it has it. */
function killer(counting: () => number): { on: () => Promise<void>; arm: (first: ProductProcess) => Promise<void> } {
  let victim: ProductProcess | undefined;
  return {
    on: async () => {
      if (counting() === AT_KILL) await victim?.kill();
    },
    arm: async (first) => {
      victim = first;
      await until(() => first.hasEnded, `the sender was killed: ${String(counting())} arrived`);
    },
  };
}

/** What arrived more than once. */
const repeated = (arrived: readonly string[]): string[] =>
  [...Map.groupBy(arrived, (id) => id)].flatMap(([id, all]) => (all.length > 1 ? [id] : []));

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await Promise.all([once(receiver, 'listening'), mail.start()]);
  ground = await makeGround({
    ...{ DATABASE_URL: await emptyDatabase('sender'), DATA_KEY: Buffer.alloc(32, 'killed').toString('base64') },
    ...{ SMTP_URL: mail.url, MAIL_FROM: 'minyi@example.cn', WEBHOOK_PRIVATE_ADDRESSES: 'on' },
  });
  await settle(ground);
  await prepare();
  database = await openRecords(ground);
  ids = await copiesOf(database, 'told', HANDED_OVER);
}, 120_000);

afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await mail.stop();
  await database.close();
  await ground.remove();
});

describe('a sender that is killed between a hand-over and its record', () => {
  test('has lost no event, and only the one in hand arrives twice, as the same one', async () => {
    const { on, arm } = killer(() => events.length);
    onEvent = on;
    await killedInTheMiddle('webhook_deliveries', {
      killed: arm,
      isDone: async () =>
        (await counted(`webhook_deliveries where status = 'sent'`)) >= HANDED_OVER &&
        (await counted(`webhook_deliveries where status <> 'sent'`)) === 0,
    });
    const arrived = events.map(({ id }) => id);
    expect(arrived).toHaveLength((await counted('webhook_deliveries')) + 1);
    expect(repeated(arrived)).toEqual([arrived[AT_KILL - 1]]);
    expect(new Set(events.map(({ id, body }) => `${id} ${body}`)).size).toBe(arrived.length - 1);
    const told = new Set(events.map(({ body }) => (JSON.parse(body) as { data: { case: string } }).data.case));
    expect(ids.filter((id) => !told.has(id))).toEqual([]);
  }, 120_000);

  test('has lost no mail, and only the one in hand arrives twice, under the same Message-ID', async () => {
    await tellDangers();
    const { on, arm } = killer(() => mail.mails.length);
    mail.afterData = on;
    await killedInTheMiddle('deliveries', {
      killed: arm,
      isDone: async () => (await counted(`deliveries where channel = 'email' and status = 'sent'`)) === HANDED_OVER,
    });
    const arrived = mail.mails.map(({ messageId }) => messageId);
    expect(arrived).toHaveLength(HANDED_OVER + 1);
    expect(repeated(arrived)).toEqual([arrived[AT_KILL - 1]]);
  }, 120_000);
});
