import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { freePort, ProductProcess } from '../bench/product-process.js';
import { makeGround, minyi, openRecords, settle, type Ground } from './ground.js';
import { ACTS, Neighbours } from './neighbours.js';
import { quiet } from './quiet.js';
import { readRecords, type Records } from './records.js';

const PEOPLE = 4;
const KILLS = 4;
/** Half a minute, the shortest clock there is. */
const FIRST_REPLY_MS = 30_000;

let ground: Ground;
let neighbours: Neighbours;
let records: Records;
let repeatedOtherwise: unknown[];
let stopCode: number | null;
let verdict: { code: number | null; output: string };
const holders: string[] = [];

async function serve(port: number): Promise<ProductProcess> {
  const server = ProductProcess.start({ app: 'server', env: { ...ground.env, PORT: String(port) } });
  await server.answersAt(`http://127.0.0.1:${String(port)}`);
  holders.push(await readFile(join(ground.directory, 'minyi.lock'), 'utf8'));
  return server;
}

/** People go on with their issues while their only server is killed again and again at moments nobody chose. */
async function liveThroughKills(): Promise<void> {
  const port = await freePort();
  let server = await serve(port);
  const began = performance.now();
  neighbours = new Neighbours(() => [`http://127.0.0.1:${String(port)}`]);
  await neighbours.forget();
  const living = neighbours.live(PEOPLE);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await delay(1_000 + Math.random() * 2_000);
    await server.kill();
    server = await serve(port);
  }
  await delay(Math.max(1_000, FIRST_REPLY_MS - (performance.now() - began)));
  neighbours.stop();
  await living;
  await quiet(`http://127.0.0.1:${String(port)}`);
  repeatedOtherwise = await neighbours.repeat(neighbours.acknowledged.slice(-40));
  stopCode = await server.stop();
}

beforeAll(async () => {
  ground = await makeGround();
  await settle(ground);
  await liveThroughKills();
  verdict = await minyi(ground, ['verify']);
  const database = await openRecords(ground);
  records = await readRecords(database);
  await database.close();
}, 240_000);

afterAll(() => ground.remove());

describe('a server with the embedded database that is killed again and again', () => {
  test('has been disturbed: requests were sent again, and some had been carried out unseen', () => {
    expect(neighbours.finished.length).toBeGreaterThanOrEqual(PEOPLE);
    expect(neighbours.seen.resent).toBeGreaterThan(0);
    expect(neighbours.seen.remembered).toBeGreaterThan(0);
  });

  test('has every acknowledged act in the journal exactly once, in order (guarantees 1 and 2)', () => {
    for (const caseId of neighbours.finished) expect(records.acts.get(caseId)).toEqual(ACTS);
    expect(records.gaps).toEqual([]);
  });

  test('answers a key it has answered before as before', () => {
    expect(repeatedOtherwise).toEqual([]);
  });

  test('has carried every effect out, at least once (guarantee 4)', () => {
    expect(records.undone).toEqual([]);
    expect(records.untold).toEqual([]);
    expect(records.incidents).toBe(0);
  });

  test('has lost no clock and fired none twice (guarantee 5)', () => {
    for (const caseId of neighbours.forgotten)
      expect(records.fired.get(caseId)).toEqual([
        'firstReply/remind',
        'firstReply/blue',
        'firstReply/red',
        'firstReply',
      ]);
    expect(records.lostClocks).toEqual([]);
  });

  test('takes the data directory over from the process that was killed', () => {
    expect(holders).toHaveLength(KILLS + 1);
    expect(new Set(holders).size).toBe(KILLS + 1);
  });

  test('stops in order and verifies', () => {
    expect(stopCode).toBe(0);
    expect(verdict).toMatchObject({ code: 0, output: expect.stringContaining('台账完整') });
  });
});
