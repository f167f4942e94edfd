import { expect, test } from '@jest/globals';

import { liminWorld, runScenario, scenarios, type StepReport } from '#apps/demo';
import { PLATFORM_ENTITIES, registerWorkflows, scenarioGround } from '#apps/platform';
import { presetCalendars } from '#libs/calendar';
import { Registry } from '#libs/registry';
import { testDatabase, testVault } from '#libs/testing';

const world = testDatabase(PLATFORM_ENTITIES);

test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
  '%s goes as it is written, through the real platform',
  async (_, scenario) => {
    const { database } = world;
    const registry = new Registry({ vault: testVault(), now: () => '2026-11-02T01:00:00.000Z' });
    await database.transaction((tx) => registry.insert(tx, liminWorld()));
    const ground = scenarioGround({ database, registry, workflows: registerWorkflows(), calendars: presetCalendars() });
    const steps: StepReport[] = [];
    const report = await runScenario(ground, scenario, (step) => steps.push(step));
    expect(report.steps).toBe(scenario.steps.length);
    expect(steps.map(({ number }) => number)).toEqual(scenario.steps.map((_step, index) => index + 1));
    expect(report.cases.every(({ entries }) => entries > 0)).toBe(true);
  },
  120_000,
);
