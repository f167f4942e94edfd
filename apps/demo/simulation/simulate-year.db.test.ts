import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { effectHandlers, PLATFORM_ENTITIES, registerWorkflows } from '#apps/platform';
import { Access } from '#libs/access';
import { Ballots } from '#libs/ballots';
import { presetCalendars } from '#libs/calendar';
import { Cases, Outbox } from '#libs/cases';
import type { Database } from '#libs/database';
import { Registry } from '#libs/registry';
import { openTestDatabase, testVault } from '#libs/testing';

import { liminWorld } from '../limin/limin.world.js';
import { votePapers } from './paper.habits.js';
import { simulateYear, VirtualClock } from './simulate-year.js';
import type { SimulationReport } from './simulate-year.js';

const FROM = '2026-03-02T00:00:00.000Z';
const MIDDLE = '2026-03-18T08:00:00.000Z';
const UNTIL = '2026-04-20T00:00:00.000Z';

const worlds: Database[] = [];

async function newWorld(): Promise<Database> {
  const database = await openTestDatabase(PLATFORM_ENTITIES, { name: `world${String(worlds.length)}` });
  worlds.push(database);
  await database.transaction((tx) => new Registry({ vault: testVault(), now: () => FROM }).insert(tx, liminWorld()));
  return database;
}

/** A run as a process makes it: nothing is known but the database. */
async function live(database: Database, stop = UNTIL): Promise<SimulationReport> {
  const vault = testVault();
  const registry = new Registry({ vault, now: () => FROM });
  const clock = new VirtualClock(FROM);
  const localDateOf = (at: string) => at.slice(0, 10);
  const access = new Access({ registry, today: () => localDateOf(clock.now()) });
  const cases = new Cases({
    database,
    workflows: registerWorkflows(),
    calendars: presetCalendars(),
    clock: { kind: 'virtual', now: clock.now },
    mayAct: access.ability,
    lineage: (unit, tx) => registry.lineage(tx, unit),
    realm: 'simulated',
  });
  const ballots = new Ballots({ database, vault, registry, localDateOf, virtualNow: clock.now });
  const outbox = new Outbox({
    cases,
    handlers: effectHandlers({ cases, database, registry, ballots, localDateOf, now: clock.now }),
  });
  return simulateYear({
    database,
    cases,
    clock,
    drain: () => outbox.drain(),
    vote: (ballot) => votePapers({ ballots, database }, ballot),
    nextEffect: () => outbox.next(),
    from: FROM,
    until: UNTIL,
    stop,
    count: 8,
  });
}

/** What became of a world: every case with its state and every entry of its journal, without random ids of texts. */
function chronicle(database: Database): Promise<unknown[]> {
  return database.query(
    `select c.id, c.workflow, c.status, c.stored->>'value' as value, c.changed_at as at,
       (select string_agg(j.kind || coalesce(j.body->'event'->>'act', '') || j.at::text, ',' order by j.seq)
        from journal j where j.case_id = c.id) as journal
     from cases c order by c.id`,
  );
}

let whole: SimulationReport;
let first: Database;

beforeAll(async () => {
  first = await newWorld();
  whole = await live(first);
}, 240_000);
afterAll(async () => {
  for (const world of worlds) await world.close();
});

describe('some weeks that are lived on a virtual clock', () => {
  test('all planned issues are said, and no chart refuses what the agents do', () => {
    expect(whole.issues).toBe(8);
    expect(whole.refusals).toEqual({});
    expect(whole.acts).toBeGreaterThan(60);
  });
  test('talks, meetings and votes have come to their ends', () => {
    const ended = whole.tally.filter((row) => row.status === 'done').map((row) => row.workflow);
    expect(ended).toEqual(expect.arrayContaining(['ballot', 'deliberation', 'meeting']));
  });
  test('nothing has happened before it began or after it ended', async () => {
    const [span] = await first.query<{ from: string; until: string }>(
      'select min(at) as from, max(at) as until from journal',
    );
    expect((span?.from ?? '') > FROM && (span?.until ?? '') <= UNTIL).toBe(true);
  });
  test('a run that is stopped and taken up again comes to the same', async () => {
    const second = await newWorld();
    const half = await live(second, MIDDLE);
    expect(half.issues).toBeLessThan(8);
    await live(second);
    expect(await chronicle(second)).toEqual(await chronicle(first));
  }, 240_000);
});
