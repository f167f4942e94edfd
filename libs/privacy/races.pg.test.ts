import { describe, expect, test } from '@jest/globals';

import type { Tx } from '#libs/database';
import { FakeClock, testDatabase } from '#libs/testing';

import { AccessJournal } from './access-journal.service.js';
import { Erasures } from './erasures.service.js';
import { privacyEntities } from './privacy.entities.js';
import { refusalOf, visitingWorld } from './testing/world.js';
import { Unmasking } from './unmasking.service.js';
import { VISIT_PRESET } from './visits.rules.js';
import { Visits } from './visits.service.js';

// Locks and races prove nothing on PGlite, which has one connection: this file runs on PostgreSQL only.
const held = testDatabase(privacyEntities, { tables: 'of the entities' });
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => held.database.transaction(work);
const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const carriedOut = (codes: readonly string[]): number => codes.filter((code) => code === 'carried out').length;

describe('at the same time', () => {
  test('nobody looks more often than allowed, and every look is chained to the one before', async () => {
    const clock = new FakeClock();
    const journal = new AccessJournal(() => clock.now());
    const reveal = () => Promise.resolve('13812345678');
    const unmasking = new Unmasking({ journal, now: () => clock.now(), reveal, mostAnHour: 5 });
    const codes = await times(16, () =>
      refusalOf(inTx((tx) => unmasking.unmask(tx, { by: 'li', person: 'wang', field: 'phone', reason: '回访楼道灯' }))),
    );
    expect(carriedOut(codes)).toBe(5);
    expect((await inTx((tx) => journal.list(tx, { limit: 50 }))).map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
    expect(await inTx((tx) => journal.broken(tx))).toEqual([]);
  });

  test('a household is taken on once by one person, and nobody holds more than the policy allows', async () => {
    const { options } = visitingWorld();
    const visits = new Visits({ ...options, policy: { ...VISIT_PRESET, mostHouseholds: 1 } });
    const period = { from: '2026-03-02', to: '2026-12-31' };
    const codes = await times(12, (index) =>
      refusalOf(
        inTx((tx) =>
          visits.claims.assign(
            tx,
            { household: index % 2 === 0 ? 'red-home' : 'blue-home', person: 'li', purpose: 'care', ...period },
            'li',
          ),
        ),
      ),
    );
    expect(carriedOut(codes)).toBe(1);
    expect(await inTx((tx) => visits.mine(tx, 'li'))).toHaveLength(1);
  });

  test('two that carry out the same erasure write one record, and different ones a chain without gaps', async () => {
    const erasures = new Erasures({
      database: held.database,
      vault: visitingWorld().options.vault,
      now: () => new FakeClock().now(),
      today: () => '2026-03-02',
      keepers: [{ name: 'one', held: () => Promise.resolve([]), erase: () => Promise.resolve(1) }],
      idsOf: (_tx, person) => Promise.resolve([person]),
      unitOf: () => Promise.resolve('unit'),
    });
    const ids = await times(4, (index) =>
      inTx(async (tx) => (await erasures.ask(tx, { person: `p${String(index)}`, ground: 'unlawful', by: 'li' })).id),
    );
    await times(4, (index) => erasures.confirm(ids[index] ?? '', 'ops'));
    const states = await times(12, async (index) => (await erasures.run(ids[index % 4] ?? '')).state);
    expect(new Set(states)).toEqual(new Set(['done']));
    const records = await held.database.query<{ seq: number }>(`select seq from erasure_records order by seq`);
    expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(await erasures.broken()).toEqual([]);
  });

  test('of two who confirm one erasure one has done it', async () => {
    const erasures = new Erasures({
      database: held.database,
      vault: visitingWorld().options.vault,
      now: () => new FakeClock().now(),
      today: () => '2026-03-02',
      keepers: [],
      idsOf: (_tx, person) => Promise.resolve([person]),
      unitOf: () => Promise.resolve('unit'),
    });
    const { id } = await inTx((tx) => erasures.ask(tx, { person: 'wang', ground: 'unlawful', by: 'wang' }));
    expect(carriedOut(await times(6, (index) => refusalOf(erasures.confirm(id, `staff${String(index)}`))))).toBe(1);
  });
});
