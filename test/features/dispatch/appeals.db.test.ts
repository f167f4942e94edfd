import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { liminWorld, runScenario, scenarios, SINCE, unitId, type Scenario } from '#apps/demo';
import { openLedger, PLATFORM_ENTITIES, registerWorkflows, scenarioGround } from '#apps/platform';
import { localDate, presetCalendars } from '#libs/calendar';
import type { RateName } from '#libs/contract';
import type { Database } from '#libs/database';
import { periodNamed, type Ledger, type Report, type ShownRate } from '#libs/ledger';
import { Registry } from '#libs/registry';
import { openTestDatabase, testVault } from '#libs/testing';

/*
 * What came of the heating company's late valve: it appeals three times, two people of two sides leave its lateness out, silence and a
 * refusal leave the rest where it is; the city has its streets appraise it, and one of them says nothing.
 */

type Step = Scenario['steps'][number];
type Doer = Extract<Step, { kind: 'act' }>['by'];

const AFTERWARDS = '2026-05-02T01:00:00.000Z';
const HEATING = unitId('heating');
const vault = testVault();
const registry = new Registry({ vault, now: () => '2026-01-05T01:00:00.000Z' });
const calendars = presetCalendars();
const seen: Record<string, Record<RateName, ShownRate>> = {};
let database: Database;
let ledger: Ledger;

const starts = (by: Doer, as: string, rate: RateName): Step => ({
  ...{ kind: 'start', by, as, workflow: 'exclusion' },
  input: async (here) => ({
    ...{ entry: await here.id('task'), unit: HEATING, rate, ground: 'force_majeure' },
    ...{ reason: '当日全市停气,无法施工。', evidence: [here.file('after')] },
  }),
});
const act = (by: Doer, [on, name]: readonly [string, string], input: object = {}): Step => ({
  ...{ kind: 'act', by, on, act: name },
  input: input as never,
});
const denied = (by: Doer, [on, name]: readonly [string, string], input: object = {}): Step => ({
  ...{ kind: 'act', by, on, act: name, input: input as never },
  refused: { code: 'access.denied' },
});
const until = (local: string): Step => ({ kind: 'wait', pause: { until: local } });
/** Remembers what the company's rates of March are now. */
const looks = (name: string): Step => ({
  ...{ kind: 'check', on: null, says: { zh: name, en: name } },
  test: async () => {
    await ledger.projector.sweep();
    const question = { realm: ledger.realm, from: 202603, to: 202603, by: 'department', asOf: AFTERWARDS } as const;
    const { groups } = await ledger.reports.rates(question);
    const own = groups.find(({ key }) => key === HEATING);
    if (own !== undefined) seen[name] = own.rates;
  },
});
const isIn = (on: string, state: string): Step => ({
  ...{ kind: 'check', on, says: { zh: state, en: state } },
  test: async (here) => {
    expect(await here.paths(on)).toContain(state);
  },
});
const POINTS = { response: 3, quality: 6, cooperation: 5, attitude: 6 };
const said = (scores: object) => ({ street: unitId('gangcheng'), department: HEATING, scores, remark: '来得太晚。' });

const appraising: Step[] = [
  {
    ...{ kind: 'start', by: 'cityLeader', as: 'appraisal', workflow: 'appraisal' },
    input: {
      ...{ unit: unitId('jyg'), title: '一季度街道评部门', period: '2026-Q1' },
      ...{ streets: [unitId('gangcheng'), unitId('qianjin')], departments: [HEATING] },
    },
  },
  denied('departmentLeader', ['appraisal', 'appraise'], said(POINTS)),
  {
    ...act('leader', ['appraisal', 'appraise'], said({ response: 3 })),
    refused: { code: 'act.guard_refused', guard: 'scoresEach' },
  } as Step,
  act('leader', ['appraisal', 'appraise'], said(POINTS)),
];

const appealing: Step[] = [
  looks('before'),
  starts('department', 'late', 'onTime'),
  starts('department', 'silence', 'response'),
  starts('department', 'grudge', 'satisfied'),
  denied('department', ['late', 'approveFirst']),
  denied('departmentLeader', ['late', 'approveFirst']),
  { ...denied('cityLeader', ['late', 'approveSecond']), refused: { code: 'act.not_allowed' } } as Step,
  act('coordinator', ['late', 'approveFirst'], { note: '停气通知属实。' }),
  act('coordinator', ['grudge', 'refuseFirst'], { reason: '居民怎么说就怎么记。' }),
  isIn('grudge', 'refused'),
  looks('half approved'),
  denied('coordinator', ['late', 'approveSecond']),
  act('cityLeader', ['late', 'approveSecond']),
  isIn('late', 'excluded'),
  until('2026-04-16 09:00'),
  isIn('silence', 'lapsed'),
  looks('after'),
];

const publishing: Step[] = [
  until('2026-04-24 09:00'),
  act('department', ['appraisal', 'comment'], { department: HEATING, text: '已加派班组。' }),
  isIn('appraisal', 'published'),
];

let report: Report;
beforeAll(async () => {
  database = await openTestDatabase(PLATFORM_ENTITIES);
  await database.transaction((tx) => registry.insert(tx, liminWorld(), SINCE));
  const story = scenarios.find(({ name }) => name === 'overdue-to-supervision');
  const { office } = calendars;
  if (story === undefined || office === undefined) throw new Error('the story is gone');
  ledger = openLedger({
    ...{ database, registry, office: () => office, now: () => AFTERWARDS, realm: 'scenario:appeals:1' },
    log: {
      error: (cause: unknown) => {
        throw new Error('the account stumbled', { cause });
      },
    },
    localDateOf: (instant) => localDate(office, instant),
  });
  const steps = [...story.steps, ...appraising, ...appealing, ...publishing];
  const ground = scenarioGround({ database, registry, vault, workflows: registerWorkflows(), calendars });
  await runScenario(ground, { ...story, name: 'appeals', steps });
  await ledger.projector.sweep();
  const period = periodNamed('2026-04');
  if (period === null) throw new Error('no such month');
  const asked = { realm: ledger.realm, unit: HEATING, period, asOf: AFTERWARDS };
  report = await database.transaction((tx) => ledger.reports.report(tx, asked), { readOnly: true });
}, 180_000);
afterAll(async () => {
  await ledger.close();
  await database.close();
});

describe('an appeal of the unit that was late', () => {
  test('changes nothing while one of two people has approved it', () => {
    expect(seen['before']?.onTime).toEqual({ numerator: 0, denominator: 1, excluded: 0, percent: '0.0' });
    expect(seen['half approved']).toEqual(seen['before']);
  });

  test('approved by two people of two sides, leaves both numbers and is shown as a count', () => {
    expect(seen['after']?.onTime).toEqual({ numerator: 0, denominator: 0, excluded: 1, percent: null });
  });

  test('that nobody decided, or that was refused, leaves the number where it was', () => {
    expect(seen['after']?.response).toEqual({ numerator: 0, denominator: 1, excluded: 0, percent: '0.0' });
    expect(seen['after']?.satisfied).toEqual(seen['before']?.satisfied);
  });

  test('stands in the unit’s report of the month it was decided in, whatever came of it', () => {
    expect(report.exclusions.map(({ rate, result }) => [rate, result]).toSorted()).toEqual([
      ['onTime', 'excluded'],
      ['response', 'lapsed'],
      ['satisfied', 'refused'],
    ]);
  });

  test('is the same after everything was made anew from the journals', async () => {
    const rows = () => database.query('select * from ledger_entries order by case_id, turn');
    const sums = () => database.query('select * from ledger_sums order by realm, axis, key, month');
    const before = [await rows(), await sums()];
    await ledger.projector.rebuild();
    expect([await rows(), await sums()]).toEqual(before);
  });
});

describe('streets’ appraisal of a department', () => {
  test('stands in its report with the points and the street that was silent', () => {
    expect(report.appraisal).toEqual([
      { period: '2026-Q1', points: 20, most: 40, streets: 1, silent: [unitId('qianjin')] },
    ]);
  });
});
