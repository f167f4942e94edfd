import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { demoPeople, liminWorld, runScenario, ScenarioFailed, type Scenario, type ScenarioGround } from '#apps/demo';
import { PLATFORM_ENTITIES, registerWorkflows, scenarioGround } from '#apps/platform';
import { presetCalendars } from '#libs/calendar';
import type { Database } from '#libs/database';
import { Registry } from '#libs/registry';
import { openTestDatabase, testVault } from '#libs/testing';

let database: Database;
let ground: ScenarioGround;

/** Limin with those people only who hold an office or can be visited: no story here needs the others. */
beforeAll(async () => {
  database = await openTestDatabase(PLATFORM_ENTITIES);
  const vault = testVault();
  const registry = new Registry({ vault, now: () => '2026-11-02T01:00:00.000Z' });
  const { units, people, offices } = liminWorld();
  const wanted = new Set([...offices.map(({ person }) => person), ...Object.values(demoPeople).map(({ id }) => id)]);
  const known = people.filter(({ id }) => wanted.has(id)).map((person) => ({ ...person, household: null }));
  await database.transaction((tx) => registry.insert(tx, { units, people: known, offices }));
  ground = scenarioGround({
    database,
    registry,
    vault,
    workflows: registerWorkflows(),
    calendars: presetCalendars(),
  });
}, 120_000);
afterAll(() => database.close());

const nothing = { zh: '试', en: 'A trial' };
const opening: Scenario['steps'][number] = {
  kind: 'start',
  by: 'neighbour',
  as: 'issue',
  workflow: 'issue',
  input: (here) => ({ danger: false, title: '灯坏了', unit: here.unit('limin') }),
};
const trial = (...steps: Scenario['steps']): Scenario => ({
  name: 'trial',
  title: nothing,
  begins: '2026-03-02 09:00',
  steps: [opening, ...steps],
});

describe('a scenario that says otherwise than reality fails at that step', () => {
  test.each<[string, Scenario['steps'][number], RegExp]>([
    [
      'an act that is refused',
      { kind: 'act', by: 'neighbour', on: 'issue', act: 'decline', input: {} },
      /step 2 \(neighbour: issue\.decline\): it was refused: access\.denied/,
    ],
    [
      'a refusal that does not come',
      {
        kind: 'act',
        by: 'collector',
        on: 'issue',
        act: 'addNote',
        input: { text: 'x' },
        refused: { code: 'access.denied' },
      },
      /step 2 .*: it was done, but should have been refused/,
    ],
    [
      'another refusal',
      { kind: 'act', by: 'collector', on: 'issue', act: 'verify', input: {}, refused: { code: 'case.ended' } },
      /step 2 .*: it was refused with access\.denied .*, not with case\.ended/,
    ],
    [
      'a clock that does not run',
      { kind: 'wait', pause: { due: 'issue', clock: 'review' } },
      /step 2 .*: no clock review runs/,
    ],
    [
      'a time that is over',
      { kind: 'wait', pause: { until: '2026-03-01 09:00' } },
      /step 2 .*: it is 2026-03-02 09:01 already/,
    ],
    [
      'a case that is not there',
      { kind: 'act', by: 'collector', on: 'task', act: 'accept', input: {} },
      /step 2 .*: there is no task yet/,
    ],
    [
      'a check that does not hold',
      { kind: 'check', on: 'issue', says: nothing, test: () => Promise.reject(new ScenarioFailed('it is not so')) },
      /step 2 .*: it is not so/,
    ],
  ])('%s', async (_, step, told) => {
    await expect(runScenario(ground, trial(step))).rejects.toThrow(told);
  });
});

test('two runs of one scenario in one database do not meddle with each other', async () => {
  const first = await runScenario(ground, trial());
  const second = await runScenario(ground, trial());
  expect([first.cases.length, second.cases.length]).toEqual([1, 1]);
  expect(first.cases[0]?.id).not.toBe(second.cases[0]?.id);
});

// The last one: the records stay as it leaves them.
test('a scenario whose records were touched by hand fails, too', async () => {
  const meddle = async (): Promise<void> => {
    await ground.database.query(`update journal set at = at - interval '1 day' where seq = 1`);
  };
  const touched = trial({ kind: 'check', on: 'issue', says: nothing, test: meddle });
  await expect(runScenario(ground, touched)).rejects.toThrow(/does not verify: chain/);
});
