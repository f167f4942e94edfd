import { expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import { releaseCases } from './release.service.js';
import { BEN, codeOf, errands, openErrand, yes } from './testing/world.js';

const db = testDatabase(CASES_ENTITIES);

test('a released case goes on in its new world, with an entry in a journal that still verifies', async () => {
  const { cases: simulated } = errands(db.database, { realm: 'simulated' });
  const { cases: live } = errands(db.database);
  const ids = [await openErrand(simulated), await openErrand(simulated)];
  const [first = ''] = ids;
  expect(codeOf(await live.act({ caseId: first, act: 'take', input: {}, actor: BEN }))).toBe('case.being_simulated');

  expect(await releaseCases(simulated, 'live')).toBe(2);
  expect(await releaseCases(simulated, 'live')).toBe(0);

  expect((await live.list({})).rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  yes(await live.act({ caseId: first, act: 'take', input: {}, actor: BEN }));
  const { rows } = await live.journal(first);
  expect(rows.map(({ kind }) => kind)).toEqual(['started', 'released', 'act']);
  expect(await live.verify(first)).toEqual([]);
  expect(await live.rebuild(first)).toMatchObject({ same: true });
  const others = await db.database.query(`select distinct realm from outbox union select realm from case_lookups`);
  expect(others).toEqual([{ realm: 'live' }]);
});
