import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { CASES_ENTITIES } from '#libs/cases';
import { testDatabase } from '#libs/testing';

import { Digests } from './digests.service.js';
import { digestOf } from './document.rules.js';
import type { LedgerLine } from './entries.rules.js';
import { ledgerEntities } from './ledger.entity.js';
import { Ledger } from './ledger.service.js';
import { replaceLines } from './ledger.sql.js';
import { bitOf, GROUPINGS } from './ledger.vocabulary.js';
import { periodNamed } from './periods.rules.js';
import { Reports, type ShownGroup, type ShownRate } from './reports.service.js';
import { ledgerView } from './views.sql.js';

const world = testDatabase([...CASES_ENTITIES, ...ledgerEntities]);
const localDateOf = (instant: string): string => instant.slice(0, 10);
const ASKED = { realm: 'live', from: 202603, to: 202603, asOf: '2026-04-01T00:00:00.000Z' } as const;

const at = (day: string): string => `2026-${day}T09:00:00.000Z`;
/** A task that went well, done by the waterworks in March. */
const line = (caseId: string, change: Partial<LedgerLine> = {}): LedgerLine => ({
  ...{ caseId, turn: 1, kind: 'task', realm: 'live', isLast: true, isConfidential: false, issue: null, unit: 'water' },
  ...{
    dispatcher: 'limin',
    place: 'b7',
    community: 'limin',
    street: 's1',
    district: 'd1',
    category: 'pipes',
    part: 'lead',
  },
  ...{
    openedAt: at('03-02'),
    openedMonth: 202603,
    assignedAt: at('03-02'),
    assignedMonth: 202603,
    acceptedAt: at('03-02'),
  },
  ...{ publishedAt: at('03-09'), publishedMonth: 202603, finishedAt: at('03-06'), finishedMonth: 202603 },
  ...{
    endedAt: at('03-07'),
    endedMonth: 202603,
    ending: 'verified',
    responseDueAt: at('03-03'),
    respondedAt: at('03-02'),
  },
  ...{ responded: 1, dueAt: at('03-09'), dueMonth: 202603, onTime: 1, isHeld: false, heldMinutes: 0, isReturned: 0 },
  ...{
    returnGround: null,
    isWrong: 0,
    isArbitrated: 0,
    isRedone: 0,
    extensions: 0,
    isSupervised: 0,
    judgedMonth: 202603,
  },
  ...{
    asked: 2,
    reached: 2,
    answered: 1,
    silent: 1,
    solved: 1,
    satisfied: 0,
    isCalled: 1,
    excluded: 0,
    excludedBy: null,
  },
  ...change,
});
const open = {
  finishedAt: null,
  finishedMonth: null,
  endedAt: null,
  endedMonth: null,
  ending: null,
  onTime: null,
} as const;

const kept = (...lines: LedgerLine[]): Promise<void> =>
  world.database.transaction((tx) =>
    replaceLines(
      tx,
      lines.map(({ caseId }) => caseId),
      lines,
    ),
  );
const rates = async (change: object = {}) => {
  const reports = new Reports({ database: world.database, localDateOf });
  return reports.rates({ ...ASKED, by: 'department', ...change });
};
const onTime = async () => (await rates()).total.rates.onTime;

describe('the on-time rate', () => {
  test('is finished on time ÷ due, where what is overdue and open is due and not on time', async () => {
    await kept(line('a'), line('b', { onTime: 0 }), line('c', open));
    expect(await onTime()).toEqual({ numerator: 1, denominator: 3, excluded: 0, percent: '33.3' });
  });

  test('leaves out what stands on an approved hold, and what is not due yet', async () => {
    await kept(
      line('a'),
      line('b', { ...open, isHeld: true }),
      line('c', { ...open, dueAt: '2026-04-02T09:00:00.000Z' }),
    );
    expect(await onTime()).toMatchObject({ numerator: 1, denominator: 1 });
  });

  test('shows what was excluded as a count, in neither number', async () => {
    await kept(line('a'), line('b', { onTime: 0, excluded: bitOf('onTime') }));
    expect(await onTime()).toEqual({ numerator: 1, denominator: 1, excluded: 1, percent: '100.0' });
  });

  test('counts in the month it is due, whenever it was opened', async () => {
    await kept(line('a', { openedMonth: 202602, dueMonth: 202603 }), line('b', { dueMonth: 202604 }));
    expect(await onTime()).toMatchObject({ denominator: 1 });
  });
});

describe('rates', () => {
  test('of solved and satisfied are of those who answered, with reached, answered and silent beside them', async () => {
    await kept(line('a'), line('b', { solved: null, satisfied: null, answered: 0, silent: 2, reached: 1 }));
    const { total } = await rates();
    expect(total.rates.solved).toMatchObject({ numerator: 1, denominator: 1 });
    expect(total.rates.satisfied).toMatchObject({ numerator: 0, denominator: 1 });
    expect(total.counts).toMatchObject({ asked: 4, reached: 3, answered: 1, silent: 3 });
  });

  test('charge a return to who returned it and a wrong dispatch to who dispatched it', async () => {
    const returned = {
      isReturned: 1,
      isWrong: 1,
      isLast: false,
      ending: 'returned',
      onTime: null,
      dueAt: null,
      dueMonth: null,
    } as const;
    await kept(line('a', returned), line('a', { turn: 2, unit: 'roads' }));
    const { groups } = await rates();
    expect(groups.map(({ key, rates: of }) => [key, of.return.numerator])).toEqual([
      ['roads', 0],
      ['water', 1],
    ]);
    const { groups: dispatchers } = await rates({ by: 'dispatcher' });
    expect(dispatchers).toMatchObject([{ key: 'limin', rates: { dispatch: { numerator: 1, denominator: 2 } } }]);
  });

  test('of one month in a span are those of that month', async () => {
    await kept(line('a'), line('b', { onTime: 0, dueMonth: 202604 }));
    const { groups } = await rates({ by: 'month', to: 202604 });
    expect(groups.map(({ key, rates: of }) => [key, of.onTime.percent])).toEqual([
      ['202603', '100.0'],
      ['202604', '0.0'],
    ]);
  });

  test('never hold a simulated world’s cases', async () => {
    await kept(line('a'), line('b', { realm: 'year-1', onTime: 0 }));
    expect(await onTime()).toMatchObject({ denominator: 1 });
  });
});

describe('the sums of months', () => {
  const month = fc.constantFrom(202602, 202603, 202604);
  const flag = fc.constantFrom(0, 1, null);
  const change = fc.record({
    kind: fc.constantFrom('issue', 'task'),
    unit: fc.constantFrom('water', 'roads'),
    community: fc.constantFrom('limin', 'hechang', null),
    category: fc.constantFrom('pipes', null),
    isConfidential: fc.boolean(),
    isHeld: fc.boolean(),
    openedMonth: month,
    dueMonth: month,
    judgedMonth: fc.option(month),
    finishedMonth: fc.option(month),
    responded: flag,
    onTime: flag,
    solved: flag,
    isRedone: flag,
    isWrong: flag,
    extensions: fc.nat(2),
    excluded: fc.nat(255),
  }) as fc.Arbitrary<Partial<LedgerLine>>;

  test('say what the lines themselves say, by every grouping, however lines were replaced', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(5), change), { minLength: 1, maxLength: 12 }), async (written) => {
        await world.database.query('delete from ledger_entries');
        await world.database.query('delete from ledger_sums');
        for (const [n, changed] of written) await kept(line(String(n), changed));
        for (const by of GROUPINGS) {
          const summed = await rates({ by, from: 202602, to: 202604 });
          // everything lies in the district, and what is narrowed by a unit is counted from the lines
          const counted = await rates({ by, from: 202602, to: 202604, unit: 'd1' });
          const isSomething = ({ counts, rates: of }: ShownGroup): boolean =>
            Object.values({ ...counts }).some((count) => count !== 0) ||
            Object.values<ShownRate>(of).some((rate) => rate.denominator + rate.excluded > 0);
          expect(summed.groups).toEqual(counted.groups.filter(isSomething));
          expect(summed.total).toEqual(counted.total);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('confidential needs', () => {
  const needs = (count: number): LedgerLine[] =>
    Array.from({ length: count }, (_, n) => line(`n${String(n)}`, { kind: 'issue', isConfidential: true }));

  test.each([
    [9, 0],
    [10, 10],
  ])('%i of a community and month are published as %i, and are in no rate', async (count, published) => {
    await kept(line('a'), ...needs(count));
    const { confidential, total } = await rates();
    expect([confidential, total.rates.onTime.denominator]).toEqual([published, 1]);
  });

  test('are in no list', async () => {
    await kept(line('a'), ...needs(12));
    const rows = await world.database.transaction((tx) => ledgerView(tx, { realm: 'live', view: 'open', limit: 50 }));
    expect(rows.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('digests', () => {
  let digests: Digests;
  let now = '2026-04-02T01:00:00.000Z';
  beforeEach(() => {
    now = '2026-04-02T01:00:00.000Z';
    const { database } = world;
    const reports = new Reports({ database, localDateOf });
    const isWorkingDay = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());
    digests = new Digests({ database, reports, realm: 'live', now: () => now, localDateOf, isWorkingDay });
  });
  const all = async (): Promise<number> => {
    let made = 0;
    for (let some = await digests.makeMissing(); some > 0; some = await digests.makeMissing()) made += some;
    return made;
  };
  const read = (unit: string, name: string) => world.database.transaction((tx) => digests.read(tx, unit, name));

  test('that a worker missed are written once each, when their period is over', async () => {
    await kept(line('a'), line('b', { onTime: 0 }));
    expect(await all()).toBeGreaterThan(0);
    expect(await all()).toBe(0);
    expect(await read('water', '2026-04')).toBeNull();
    const month = await read('water', '2026-03');
    expect(month?.content).toMatchObject({
      activity: { received: 2, accepted: 2, finishedOnTime: 1, finishedLate: 1, verified: 2, satisfied: 0, silent: 2 },
      rates: { rates: { onTime: { numerator: 1, denominator: 2, percent: '50.0' } } },
      entries: [{ id: 'a' }, { id: 'b' }],
    });
    expect(digestOf(month?.content ?? {})).toBe(month?.digest);
  });

  test('stay as they were written, whatever is found out later', async () => {
    await kept(line('a'));
    await all();
    await kept(line('a', { onTime: 0 }));
    now = '2026-04-03T01:00:00.000Z';
    await all();
    expect((await read('water', '2026-03'))?.content).toMatchObject({
      activity: { finishedOnTime: 1, finishedLate: 0 },
    });
  });

  test('by two workers at once are one', async () => {
    await kept(line('a'));
    const [one, other] = await Promise.all([digests.makeMissing(), digests.makeMissing()]);
    const [row] = await world.database.query<{ n: number }>('select count(*)::int as n from ledger_digests');
    expect(one + other).toBe(row?.n);
  });

  test('of a quarter begin and end with it', () => {
    expect(periodNamed('2026-Q1')).toMatchObject({ from: '2026-01-01', to: '2026-03-31' });
  });
});

describe('the report of a period under way', () => {
  const ledgerAt = (now: string): Ledger =>
    new Ledger({
      database: world.database,
      registry: {
        unit: () => Promise.resolve(null),
        ancestors: () => Promise.resolve([]),
        idsOf: (_tx, person) => Promise.resolve([person]),
      },
      ...{ folds: {}, realm: 'live', now: () => now, localDateOf, isWorkingDay: () => true, onError: () => undefined },
    });
  const marchAt = (now: string) =>
    world.database.transaction((tx) => ledgerAt(now).document(tx, 'water', '2026-03'), { readOnly: true });

  test('says that it is provisional, and is not kept', async () => {
    const { content, isKept } = await marchAt('2026-03-20T02:00:00.000Z');
    expect(isKept).toBe(false);
    expect(content).toMatchObject({ isProvisional: true, title: { zh: expect.stringMatching(/^【暂】/) } });
    const [row] = await world.database.query<{ count: number }>('select count(*) from ledger_digests');
    expect(row?.count).toBe(0);
  });

  test('is not provisional when it is over, and there is none before it has begun', async () => {
    const { content } = await marchAt('2026-04-02T02:00:00.000Z');
    expect(content).not.toHaveProperty('isProvisional');
    await expect(marchAt('2026-02-20T02:00:00.000Z')).rejects.toThrow('ledger.period_open');
  });
});
