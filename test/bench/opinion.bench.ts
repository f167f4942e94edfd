/**
 * Statements and positions: a real consultation of 49,997 votes replayed through the product, how long one more vote takes to be
 * in the picture, and how many positions a second many clients at once get acknowledged, on PostgreSQL and on PGlite.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { replayConsultation, uberxConsultation } from '#apps/demo';
import { readTestConfig } from '#libs/config';
import { openDatabase, type Database } from '#libs/database';
import { OPINION_RULE, opinionEntities, Opinions, type Position } from '#libs/opinion';

import { emptyDatabase } from './empty-database.js';
import { median } from './rounds.js';
import { perSecond, report, time, type Measured } from './table.js';

const REPLAYED = 'uberx';
const CLIENTS = 32;
const POSITIONS = 40_000;
const UPDATES = 15;
const UPDATE_MS = 2_000;
const RATE = 2_000;
const RULE = { ...OPINION_RULE, moderation: 'after', mostStatements: 100 } as const;
const FOLDER = join(process.cwd(), 'apps', 'demo', 'uberx');

/** A clock that every look finds moved on, so that no picture counts as fresh. */
function clock(): () => string {
  let ms = Date.parse('2026-03-02T01:00:00.000Z');
  return () => new Date((ms += 2_000)).toISOString();
}

async function opened(url: string): Promise<{ database: Database; opinions: Opinions }> {
  const database = await openDatabase({ url, entities: opinionEntities, migrations: [], poolSize: 8 });
  await database.createSchema();
  return { database, opinions: new Opinions({ database, now: clock() }) };
}

/** Votes a second. */
async function replayed(opinions: Opinions): Promise<number> {
  const consultation = uberxConsultation(FOLDER);
  await opinions.open({ id: REPLAYED, unit: 'limin', rule: RULE, at: '2015-06-30T00:00:00.000Z' });
  const began = performance.now();
  const taken = await replayConsultation({ opinions, deliberation: REPLAYED, consultation, personOf: String });
  return (taken * 1000) / (performance.now() - began);
}

/** From a vote until the picture shows it, in milliseconds. */
async function updates(opinions: Opinions): Promise<number[]> {
  const rounds: number[] = [];
  await opinions.pictures.anew(REPLAYED);
  for (let round = 0; round < UPDATES; round += 1) {
    const position: Position = round % 2 === 0 ? 1 : -1;
    const began = performance.now();
    await opinions.positions.take({ deliberation: REPLAYED, person: String(round), statement: 1, position });
    await opinions.pictures.of(REPLAYED);
    rounds.push(performance.now() - began);
  }
  return rounds;
}

/** Acknowledged positions a second: each client sends its next one when the last one is kept. */
async function casting(opinions: Opinions): Promise<number> {
  const deliberation = 'casting';
  await opinions.open({ id: deliberation, unit: 'limin', rule: RULE, at: '2026-03-02T01:00:00.000Z' });
  for (let number = 1; number <= 20; number += 1)
    await opinions.statements.say({ deliberation, author: 'a', text: `t${String(number)}`, key: String(number) });
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let nth = next++; nth < POSITIONS; nth = next++) {
        const person = `p${String(nth % 5_000)}`;
        await opinions.positions.take({ deliberation, person, statement: (nth % 20) + 1, position: 1 });
      }
    }),
  );
  return (POSITIONS * 1000) / (performance.now() - began);
}

async function measured(kind: string, url: string): Promise<Measured[]> {
  const { database, opinions } = await opened(url);
  const rate = await replayed(opinions);
  const taken = await updates(opinions);
  const cast = await casting(opinions);
  await database.close();
  const slowest = Math.max(...taken);
  return [
    { what: `${kind}: the UberX consultation replayed`, value: perSecond(rate) },
    {
      what: `${kind}: a vote until it is in the picture, the slowest of ${String(UPDATES)}`,
      value: time(slowest),
      beside: `median ${time(median(taken))}`,
      target: `< ${time(UPDATE_MS)}`,
      isReached: slowest < UPDATE_MS,
    },
    {
      what: `${kind}: positions of ${String(CLIENTS)} clients, each waiting for its acknowledgement`,
      value: perSecond(cast),
      target: `≥ ${perSecond(RATE)}`,
      isReached: cast >= RATE,
    },
  ];
}

const { databaseUrl } = readTestConfig();
if (databaseUrl === undefined)
  throw new Error('npm run bench starts a PostgreSQL; by hand set MINYI_TEST_DATABASE_URL');
const folder = mkdtempSync(join(tmpdir(), 'minyi-bench-'));
try {
  const rows = [
    ...(await measured('PostgreSQL', await emptyDatabase(databaseUrl))),
    ...(await measured('PGlite', folder)),
  ];
  report('opinion: statements, positions, groups', rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
