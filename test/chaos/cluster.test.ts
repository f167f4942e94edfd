import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { readTestConfig } from '#libs/config';
import { openDatabase } from '#libs/database';

import { freePort, ProductProcess } from '../bench/product-process.js';
import { makeGround, minyi, openRecords, settle, type Ground } from './ground.js';
import { ACTS, Neighbours } from './neighbours.js';
import { OwnRedis } from './own-redis.js';
import { quiet } from './quiet.js';
import { readRecords, type Records } from './records.js';

const PEOPLE = 6;
/** Half a minute, the shortest clock there is. */
const FIRST_REPLY_MS = 30_000;

const cleanUp: (() => Promise<void>)[] = [];
const DATA_KEY = Buffer.alloc(32, 'chaos').toString('base64');

let redis: OwnRedis;
let ground: Ground;
let neighbours: Neighbours;
let records: Records;
let repeatedOtherwise: unknown[];
let stopCodes: (number | null)[];
let verdict: { code: number | null; output: string };

async function emptyDatabase(): Promise<string> {
  const { databaseUrl, worker } = readTestConfig();
  if (databaseUrl === undefined) throw new Error('chaos needs MINYI_TEST_DATABASE_URL');
  const name = `minyi_chaos_${String(worker)}`;
  const server = await openDatabase({ url: databaseUrl, entities: [], poolSize: 2 });
  await server.query(`drop database if exists ${name} with (force)`);
  await server.query(`create database ${name}`);
  await server.close();
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A program that is started again, at the same place, whenever it was killed. */
class Member {
  #process: ProductProcess | undefined;

  constructor(
    private readonly app: 'server' | 'worker',
    private readonly port: number,
  ) {}

  get origin(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  async start(): Promise<void> {
    const env = { ...ground.env, ROLE: this.app, PORT: String(this.port) };
    this.#process = ProductProcess.start({ app: this.app, env });
    if (this.app === 'server') await this.#process.answersAt(this.origin);
    else await this.#process.logged('the worker is up');
  }

  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  async stop(): Promise<number | null> {
    return (await this.#process?.stop()) ?? null;
  }
}

/** Everything that can go away goes away while people go on, most of it twice. */
async function disturb(servers: Member[], workers: Member[]): Promise<void> {
  const [firstServer, secondServer] = servers;
  const [firstWorker, secondWorker] = workers;
  const strike = async (member: Member | undefined): Promise<void> => {
    await delay(Math.random() * 1_000);
    await member?.kill();
    await member?.start();
  };
  await strike(firstWorker);
  await redis.empty();
  await Promise.all([strike(secondWorker), strike(firstServer)]);
  await redis.switchOff();
  await Promise.all([strike(firstWorker), strike(secondServer), delay(3_000)]);
  await redis.switchOn();
  await Promise.all([firstWorker?.kill(), secondWorker?.kill()]);
  await delay(1_000);
  await redis.empty();
  await Promise.all(workers.map((worker) => worker.start()));
}

async function liveThroughIt(): Promise<void> {
  const [one, two] = [await freePort(), await freePort()];
  const servers = [new Member('server', one), new Member('server', two)];
  const workers = [new Member('worker', 0), new Member('worker', 0)];
  await Promise.all([...servers, ...workers].map((member) => member.start()));
  const began = performance.now();
  neighbours = new Neighbours(() => servers.map(({ origin }) => origin));
  await neighbours.forget();
  const living = neighbours.live(PEOPLE);
  await disturb(servers, workers);
  await delay(Math.max(1_000, FIRST_REPLY_MS - (performance.now() - began)));
  neighbours.stop();
  await living;
  await aMinutePasses();
  await Promise.all(servers.map(({ origin }) => quiet(origin)));
  repeatedOtherwise = await neighbours.repeat(neighbours.acknowledged.slice(-40));
  stopCodes = await Promise.all([...servers, ...workers].map((member) => member.stop()));
}

/** A killed worker's effects are tried again when its minute is over: nobody wants to wait for that here. */
async function aMinutePasses(): Promise<void> {
  const database = await openRecords(ground);
  await database.query(
    `update outbox set locked_until = locked_until - interval '1 minute' where locked_until is not null`,
  );
  await database.close();
}

beforeAll(async () => {
  redis = await OwnRedis.start();
  cleanUp.push(() => redis.remove());
  ground = await makeGround({ DATABASE_URL: await emptyDatabase(), DATA_KEY, REDIS_URL: redis.url });
  cleanUp.push(() => ground.remove());
  await settle(ground);
  await liveThroughIt();
  verdict = await minyi(ground, ['verify']);
  const database = await openRecords(ground);
  records = await readRecords(database);
  await database.close();
}, 300_000);

afterAll(async () => {
  for (const step of cleanUp) await step();
});

describe('two servers and two workers, killed by turns, with a Redis that is emptied and switched off', () => {
  test('have been disturbed: requests were sent again, and some had been carried out unseen', () => {
    expect(neighbours.finished.length).toBeGreaterThanOrEqual(PEOPLE);
    expect(neighbours.seen.resent).toBeGreaterThan(0);
    expect(neighbours.seen.remembered).toBeGreaterThan(0);
  });

  test('have every acknowledged act in the journal exactly once, in order (guarantees 1 and 2)', () => {
    for (const caseId of neighbours.finished) expect(records.acts.get(caseId)).toEqual(ACTS);
    expect(records.gaps).toEqual([]);
  });

  test('answer a key any of them has answered before as before', () => {
    expect(repeatedOtherwise).toEqual([]);
  });

  test('have carried every effect out, at least once (guarantee 4)', () => {
    expect(records.undone).toEqual([]);
    expect(records.untold).toEqual([]);
    expect(records.incidents).toBe(0);
  });

  test('have lost no clock and fired none twice (guarantee 5)', () => {
    for (const caseId of neighbours.forgotten)
      expect(records.fired.get(caseId)).toEqual([
        'firstReply/remind',
        'firstReply/blue',
        'firstReply/red',
        'firstReply',
      ]);
    expect(records.lostClocks).toEqual([]);
  });

  test('stop in order and verify, although several of them sign the heads', () => {
    expect(stopCodes).toEqual([0, 0, 0, 0]);
    expect(verdict).toMatchObject({ code: 0, output: expect.stringContaining('台账完整') });
  });
});
