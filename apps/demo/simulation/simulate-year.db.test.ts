import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { effectHandlers, PLATFORM_ENTITIES, registerWorkflows } from '#apps/platform';
import { Access } from '#libs/access';
import { presetCalendars } from '#libs/calendar';
import { Cases, Outbox } from '#libs/cases';
import { openDatabase } from '#libs/database';
import type { Database } from '#libs/database';
import { Registry } from '#libs/registry';

import { liminWorld } from '../limin/limin.world.js';
import { simulateYear, VirtualClock } from './simulate-year.js';
import type { SimulationReport } from './simulate-year.js';

let database: Database;
const spent: Record<string, { n: number; ms: number }> = {};
const from = '2025-11-21T00:00:00.000Z';
const until = '2026-11-21T00:00:00.000Z';
const COUNT = Number(globalThis.process.env['SIM_COUNT'] ?? 300);

async function live(end: string): Promise<SimulationReport> {
  const registry = new Registry();
  const workflows = registerWorkflows();
  const clock = new VirtualClock(from);
  const today = () => clock.now().slice(0, 10);
  const access = new Access({ registry, today });
  const cases = new Cases({
    database,
    workflows,
    calendars: presetCalendars(),
    clock: { kind: 'virtual', now: clock.now },
    mayAct: access.ability,
    lineage: (unit, tx) => registry.lineage(tx, unit),
    realm: 'simulated',
  });
  const handlers = effectHandlers({ cases, database, registry, localDateOf: (at) => at.slice(0, 10), now: clock.now });
  const outbox = new Outbox({ cases, handlers });
  const began = performance.now();
  const timed = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const t = performance.now();
    return work().finally(() => {
      const e = (spent[name] ??= { n: 0, ms: 0 });
      e.n += 1;
      e.ms += performance.now() - t;
    });
  };
  const { fireDue, nextDue, applyBatch, start } = cases;
  cases.fireDue = (...a) => timed('fireDue', () => fireDue.apply(cases, a));
  cases.nextDue = () => timed('nextDue', () => nextDue.apply(cases));
  cases.applyBatch = (a) => timed('applyBatch', () => applyBatch.apply(cases, [a]));
  cases.start = (a) => timed('start', () => start.apply(cases, [a]));
  const perform = handlers.find.bind(handlers);
  handlers.find = (w, n) => {
    const h = perform(w, n);
    return h && ((c) => timed(`handler ${w}.${n}`, () => h(c)));
  };
  const q = database.query.bind(database);
  database.query = ((s: string, p?: unknown[]) => timed(`q ${s.trim().slice(0, 60)}`, () => q(s, p))) as never;
  return simulateYear({
    database,
    cases,
    clock,
    drain: () => timed('drain', () => outbox.drain()),
    nextEffect: () => outbox.next(),
    from,
    until: end,
    count: COUNT,
    onProgress: (progress) => {
      console.info(((performance.now() - began) / 1000).toFixed(0), JSON.stringify(progress));
    },
  });
}

beforeAll(async () => {
  database = await openDatabase({ url: 'memory://', entities: PLATFORM_ENTITIES });
  await database.createSchema();
  await database.transaction((tx) => new Registry().insert(tx, liminWorld()));
}, 60_000);
afterAll(() => database.close());

test('a year is lived', async () => {
  const report = await live(until);
  console.info(JSON.stringify(report, null, 1));
  console.info(
    JSON.stringify(
      Object.entries(spent)
        .sort((a, b) => b[1].ms - a[1].ms)
        .slice(0, 40),
      null,
      0,
    ).replaceAll('],', '],\n'),
  );
  expect(report.issues).toBe(COUNT);
}, 1_200_000);
