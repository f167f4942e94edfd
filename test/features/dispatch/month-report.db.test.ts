import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { liminWorld, runScenario, scenarios, SINCE, unitId } from '#apps/demo';
import { openLedger, PLATFORM_ENTITIES, registerWorkflows, scenarioGround } from '#apps/platform';
import { localDate, presetCalendars } from '#libs/calendar';
import type { Database } from '#libs/database';
import type { Ledger } from '#libs/ledger';
import { periodNamed } from '#libs/ledger';
import { Registry } from '#libs/registry';
import { openTestDatabase, testVault } from '#libs/testing';

/*
 * The leaking pipe where two streets meet, as the departments' reports of the month tell it: everything that happened to a task is a
 * number in the account of the unit that had it, counted from the journals and nothing else.
 */

const AFTERWARDS = '2026-02-02T01:00:00.000Z';
const vault = testVault();
const registry = new Registry({ vault, now: () => '2026-01-05T01:00:00.000Z' });
const calendars = presetCalendars();
let database: Database;
let ledger: Ledger;

beforeAll(async () => {
  database = await openTestDatabase(PLATFORM_ENTITIES);
  await database.transaction((tx) => registry.insert(tx, liminWorld(), SINCE));
  const story = scenarios.find(({ name }) => name === 'leaking-pipe');
  if (story === undefined) throw new Error('the story is gone');
  await runScenario(scenarioGround({ database, registry, vault, workflows: registerWorkflows(), calendars }), story);
  const { office } = calendars;
  if (office === undefined) throw new Error('there is no office calendar');
  ledger = openLedger({
    database,
    registry,
    log: {
      error: (cause: unknown) => {
        throw new Error('the account stumbled', { cause });
      },
    },
    localDateOf: (instant) => localDate(office, instant),
    now: () => AFTERWARDS,
    office: () => office,
    realm: 'scenario:leaking-pipe:1',
  });
  await ledger.projector.sweep();
}, 120_000);
afterAll(async () => {
  await ledger.close();
  await database.close();
});

function january(code: string) {
  const period = periodNamed('2026-01');
  if (period === null) throw new Error('no such month');
  const asked = { realm: ledger.realm, unit: unitId(code), period, asOf: AFTERWARDS };
  return database.transaction((tx) => ledger.reports.report(tx, asked), { readOnly: true });
}

describe('the month’s report of the unit that led', () => {
  test('says that it was arbitrated, held, extended, redone, on time and verified', async () => {
    const { activity } = await january('water');
    expect(activity).toMatchObject({
      received: 1,
      accepted: 1,
      returned: 0,
      arbitrated: 1,
      held: 1,
      extended: 1,
      finishedOnTime: 1,
      finishedLate: 0,
      redone: 1,
      verified: 1,
      supervised: 0,
    });
  });

  test('lists the entry with its dates', async () => {
    const { entries } = await january('water');
    expect(entries).toHaveLength(1);
  });
});

describe('the month’s reports of the others', () => {
  test('the street’s team that returned it has a return, and no finished work', async () => {
    expect((await january('works')).activity).toMatchObject({ received: 1, returned: 1, verified: 0 });
  });

  test('the team that returned it and then was late as an assist has both', async () => {
    const { activity, rates } = await january('qianjin-works');
    expect(activity).toMatchObject({ received: 2, returned: 1, finishedLate: 1, finishedOnTime: 0, verified: 1 });
    expect(rates?.rates.onTime).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('the assist in time is on time', async () => {
    const { activity, rates } = await january('traffic');
    expect(activity).toMatchObject({ received: 1, finishedOnTime: 1, finishedLate: 0, verified: 1 });
    expect(rates?.rates.onTime).toMatchObject({ numerator: 1, denominator: 1 });
  });

  test('the city’s says the same as all of them together', async () => {
    const { activity } = await january('jyg');
    expect(activity).toMatchObject({ returned: 2, arbitrated: 1, finishedLate: 1, redone: 1 });
  });
});
