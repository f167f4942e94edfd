import { describe, expect, test } from '@jest/globals';

import type { Tx } from '#libs/database';
import { FakeClock, testDatabase } from '#libs/testing';

import { AccessJournal } from './access-journal.service.js';
import { privacyEntities } from './privacy.entities.js';
import { refusalOf } from './testing/world.js';
import { Unmasking } from './unmasking.service.js';

const held = testDatabase(privacyEntities, { tables: 'of the entities' });
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => held.database.transaction(work);

function unmasking(mostAnHour = 30) {
  const clock = new FakeClock('2026-03-02T09:00:00+08:00');
  const journal = new AccessJournal(() => clock.now());
  const reveal = (_tx: Tx, person: string, field: string): Promise<string | null> =>
    Promise.resolve(person === 'wang' && field === 'phone' ? '13812345678' : null);
  return { clock, journal, unmasking: new Unmasking({ journal, now: () => clock.now(), reveal, mostAnHour }) };
}
const wish = { by: 'li', person: 'wang', field: 'phone' as const, reason: '回访楼道灯的事' };

describe('seeing a telephone number in clear', () => {
  test('leaves who looked at whose number and why, where the person can read it', async () => {
    const { journal, unmasking: service } = unmasking();
    expect(await inTx((tx) => service.unmask(tx, { ...wish, caseId: 'case-1' }))).toBe('13812345678');
    expect(await inTx((tx) => journal.of(tx, 'wang', null))).toEqual([
      {
        seq: 1,
        at: '2026-03-02T01:00:00.000Z',
        by: 'li',
        person: 'wang',
        household: null,
        field: 'phone',
        caseId: 'case-1',
        reason: '回访楼道灯的事',
      },
    ]);
  });

  test.each([['', '   ', '看看', '1234', ' a b  ']].flat())('is refused with the reason "%s"', async (reason) => {
    const { journal, unmasking: service } = unmasking();
    expect(await refusalOf(inTx((tx) => service.unmask(tx, { ...wish, reason })))).toBe('privacy.reason_too_short');
    expect(await inTx((tx) => journal.of(tx, 'wang', null))).toEqual([]);
  });

  test('is refused when nothing is registered, and no look is written', async () => {
    const { journal, unmasking: service } = unmasking();
    expect(await refusalOf(inTx((tx) => service.unmask(tx, { ...wish, field: 'idNumber' })))).toBe('resource.unknown');
    expect(await inTx((tx) => journal.list(tx, { limit: 10 }))).toEqual([]);
  });

  test('is limited by the hour, for each person who looks', async () => {
    const { clock, unmasking: service } = unmasking(2);
    for (const _ of [1, 2]) await inTx((tx) => service.unmask(tx, wish));
    expect(await refusalOf(inTx((tx) => service.unmask(tx, wish)))).toBe('privacy.too_many_looks');
    expect(await inTx((tx) => service.unmask(tx, { ...wish, by: 'gao' }))).toBe('13812345678');
    clock.advance({ hours: 1, seconds: 1 });
    expect(await inTx((tx) => service.unmask(tx, wish))).toBe('13812345678');
  });
});

describe('the journal of looks', () => {
  async function threeLooks() {
    const world = unmasking();
    for (const by of ['li', 'gao', 'li']) await inTx((tx) => world.unmasking.unmask(tx, { ...wish, by }));
    return world;
  }

  test('shows what was changed, and what was taken out', async () => {
    const { journal } = await threeLooks();
    expect(await inTx((tx) => journal.broken(tx))).toEqual([]);
    await held.database.query(`update access_journal set by = 'somebody' where seq = 2`);
    expect(await inTx((tx) => journal.broken(tx))).toEqual([2]);
    await held.database.query(`delete from access_journal where seq = 2`);
    expect(await inTx((tx) => journal.broken(tx))).toEqual([3]);
  });

  test('shows another reason put in place of the one that was given', async () => {
    const { journal } = await threeLooks();
    await held.database.query(`update access_journal set reason = '领导要求' where seq = 1`);
    expect(await inTx((tx) => journal.broken(tx))).toEqual([1]);
  });

  test('stays whole when reasons are erased and when its oldest entries are past their time', async () => {
    const { journal } = await threeLooks();
    expect(await inTx((tx) => journal.eraseReasons(tx, 'wang'))).toBe(3);
    await held.database.query(`delete from access_journal where seq = 1`);
    expect(await inTx((tx) => journal.broken(tx))).toEqual([]);
    expect(await inTx((tx) => journal.list(tx, { by: 'li', limit: 10 }))).toMatchObject([{ seq: 3, reason: null }]);
  });
});
