/**
 * Lists of 200,000 cases on PostgreSQL with filters, with what each viewer may see, with words of two characters; and what asking for
 * abilities adds to a page of fifty. `--each` prints every query, `--again` asks the database an earlier run has left.
 */
import { Access } from '#libs/access';
import { stageCounts, taskQueues } from '#apps/platform';
import { countDesk, type CaseQuery } from '#libs/cases';
import { readTestConfig } from '#libs/config';

import { benchDatabase, emptyDatabase } from './empty-database.js';
import { Issues } from './issues.js';
import { ENDED, manyCases, Town } from './many-cases.js';
import { median } from './rounds.js';
import { report, time, type Measured } from './table.js';

const CASES = 200_000;
const ROUNDS = 30;
const LIST_MS = 100;
const ABILITIES_MS = 10;
const PAGE_MS = 150;

/** Who asks, by offices; the bench's registry reads them from the id. */
const VIEWERS = {
  visitor: null,
  'resident with own reports': 'r77,resident@city.1.1.1',
  'staff of a community of 80 units': 'coordinator@city.1.2.3',
  'clerk of a department': 'department@department5',
  'staff of a district of 8,000 units': 'leader@city.2',
} as const;

const QUERIES: Record<string, (round: number) => CaseQuery> = {
  'newest first': () => ({}),
  'a later page': () => ({}),
  'a workflow and a stage': () => ({ workflow: 'issue', stage: 'say', status: 'active' }),
  'a rare matter': (round) => ({ category: `matter${String(round)}`, status: 'active' }),
  'a stage nobody is in': () => ({ stage: 'never' }),
  'a community': () => ({ units: ['city.1.2.3'] }),
  'a district': () => ({ units: ['city.2'] }),
  'a common word': () => ({ text: '电梯' }),
  'two common words': () => ({ text: '电梯 维修' }),
  'a rare word': () => ({ text: '马蜂窝' }),
  'a word in a community': () => ({ text: '漏水', units: ['city.1.2.3'] }),
  'a common word and a rare matter': (round) => ({ text: '漏水', category: `matter${String(round)}` }),
  'a word that is nowhere': () => ({ text: '不存在' }),
  'what is due first': () => ({ sort: 'due' }),
  'due first in a community': () => ({ sort: 'due', units: ['city.1.2.3'] }),
  'due first where nothing is open': () => ({ sort: 'due', units: [ENDED] }),
  'due first of a workflow nobody uses': () => ({ sort: 'due', workflow: 'task', status: 'active' }),
  'changed last': () => ({ sort: 'changed' }),
  'changed last in a community': () => ({ sort: 'changed', units: ['city.1.2.3'] }),
  'changed last where all has ended': () => ({ sort: 'changed', units: [ENDED] }),
};

const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function lists({ cases, database }: Issues, access: Access): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const [who, person] of Object.entries(VIEWERS)) {
    const viewer = await database.transaction((tx) => access.viewer(tx, person));
    const all: number[] = [];
    let slowest = { what: '', ms: 0 };
    for (const [what, queryOf] of Object.entries(QUERIES)) {
      const times: number[] = [];
      const { next } = await cases.list({ ...queryOf(0), viewer, limit: 200 });
      const cursor = what === 'a later page' && next !== null ? { cursor: next } : {};
      for (let round = 0; round < ROUNDS; round += 1)
        times.push(await took(() => cases.list({ ...queryOf(round), ...cursor, viewer })));
      all.push(...times);
      if (p95(times) > slowest.ms) slowest = { what, ms: p95(times) };
      if (process.argv.includes('--each'))
        process.stdout.write(`  ${who}, ${what}: ${time(median(times))}, p95 ${time(p95(times))}\n`);
    }
    rows.push({
      what: who,
      value: `p95 ${time(p95(all))}`,
      beside: `slowest: ${slowest.what}, p95 ${time(slowest.ms)}`,
      target: `each p95 < ${time(LIST_MS)}`,
      isReached: slowest.ms < LIST_MS,
    });
  }
  return rows;
}

async function abilities({ cases, database }: Issues, access: Access): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const person of ['r77,resident@city.1.1.1', 'coordinator@city', 'collector@city.1.2.3']) {
    const viewer = await database.transaction((tx) => access.viewer(tx, person));
    const query = { viewer, status: 'active', limit: 50 } as const;
    const plain: number[] = [];
    const able: number[] = [];
    for (let round = 0; round < ROUNDS + 5; round += 1) {
      const without = await took(() => cases.list(query));
      const withThem = await took(() => cases.listFor(query, { kind: 'person', person }));
      if (round < 5) continue;
      plain.push(without);
      able.push(withThem);
    }
    const more = median(able) - median(plain);
    rows.push({
      what: `what ${person.split(',').at(-1)?.split('@')[0] ?? ''} may do on 50 open cases`,
      value: time(more),
      beside: `the page alone: ${time(median(plain))}`,
      target: `< ${time(ABILITIES_MS)}`,
      isReached: more < ABILITIES_MS,
    });
  }
  return rows;
}

/** What the desk’s numbers and a resident’s first page ask the database, beside which other work goes on. */
async function pages({ cases, database }: Issues, access: Access): Promise<Measured[]> {
  const soon = { now: '2026-06-01T01:00:00.000Z', before: '2026-06-02T01:00:00.000Z' };
  const counting = async (person: string): Promise<void> => {
    const query = await database.transaction((tx) => access.deskOf(tx, person), { readOnly: true });
    await countDesk(database, cases.world.realm, { query, soon });
    const { realm } = cases.world;
    await taskQueues(database, { realm, units: ['department5'], ...soon });
  };
  const firstPage = async (): Promise<void> => {
    const viewer = await database.transaction((tx) => access.viewer(tx, 'r77,resident@city.1.1.1'));
    const own = {
      party: ['r77'],
      relation: ['reporter', 'supporter', 'subject'],
      workflow: 'issue',
      viewer,
      limit: 40,
    };
    const units = ['city.1.1.1'];
    const [realm, now] = [cases.world.realm, soon.now];
    await cases.list(own);
    await cases.list({ workflow: 'issue', units, viewer: { units: [] }, sort: 'changed', limit: 12 });
    await cases.list({ workflow: 'deliberation', status: 'active', units, viewer, limit: 10 });
    await stageCounts(database, {
      realm,
      workflow: 'issue',
      unit: 'city.1.1.1',
      now,
      since: '2025-06-01T01:00:00.000Z',
    });
  };
  const works: Record<string, () => Promise<void>> = {
    'the numbers on the desk of a community': () => counting('coordinator@city.1.2.3'),
    'the numbers on the desk of a street of 800 units': () => counting('coordinator@city.1.2'),
    'the first page of a resident': firstPage,
  };
  const rows: Measured[] = [];
  for (const [what, work] of Object.entries(works)) {
    const times: number[] = [];
    await work();
    for (let round = 0; round < ROUNDS; round += 1) times.push(await took(work));
    const ms = p95(times);
    rows.push({
      ...{ what, value: `p95 ${time(ms)}`, beside: `median ${time(median(times))}` },
      ...{ target: `< ${time(PAGE_MS)}`, isReached: ms < PAGE_MS },
    });
  }
  return rows;
}

const { databaseUrl } = readTestConfig();
if (databaseUrl === undefined)
  throw new Error('npm run bench starts a PostgreSQL; by hand set MINYI_TEST_DATABASE_URL');
const town = new Town();
const access = new Access({ registry: town, today: () => '2026-01-01' });
const isAgain = process.argv.includes('--again');
const issues = await Issues.open(isAgain ? benchDatabase(databaseUrl) : await emptyDatabase(databaseUrl), {
  judgeFor: access.judgeFor,
  lineage: (unit) => town.lineage(null, unit),
});
const filling = isAgain ? 0 : await took(() => manyCases(issues, CASES));
const processor = process.cpuUsage();
const rows = [...(await lists(issues, access)), ...(await abilities(issues, access)), ...(await pages(issues, access))];
const { user, system } = process.cpuUsage(processor);
rows.push({ what: 'processor time of this process, all of it', value: time((user + system) / 1_000) });
await issues.database.close();
report(`lists: ${CASES.toLocaleString('en')} cases, made and indexed in ${time(filling)}`, rows);
