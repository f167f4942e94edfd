import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { liminWorld, runScenario, scenarios, SINCE, type StepReport } from '#apps/demo';
import { PLATFORM_ENTITIES, registerWorkflows, scenarioGround } from '#apps/platform';
import { presetCalendars } from '#libs/calendar';
import type { Database } from '#libs/database';
import { Registry } from '#libs/registry';
import { openTestDatabase, testVault } from '#libs/testing';

// One community for all of them, as in the demonstration: its thousands of people take longer to write than a story.
const vault = testVault();
const registry = new Registry({ vault, now: () => '2026-11-02T01:00:00.000Z' });
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase(PLATFORM_ENTITIES);
  await database.transaction((tx) => registry.insert(tx, liminWorld(), SINCE));
}, 120_000);
afterAll(() => database.close());

test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
  '%s goes as it is written, through the real platform',
  async (_, scenario) => {
    const ground = scenarioGround({
      database,
      registry,
      vault,
      workflows: registerWorkflows(),
      calendars: presetCalendars(),
    });
    const steps: StepReport[] = [];
    const report = await runScenario(ground, scenario, (step) => steps.push(step));
    expect(report.steps).toBe(scenario.steps.length);
    expect(steps.map(({ number }) => number)).toEqual(scenario.steps.map((_step, index) => index + 1));
    expect(report.cases.every(({ entries }) => entries > 0)).toBe(true);
    expect(database.openTransactions()).toBe(0);
  },
  300_000,
);
