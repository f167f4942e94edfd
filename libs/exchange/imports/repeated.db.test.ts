import { beforeEach, describe, expect, test } from '@jest/globals';

import { registryEntities } from '#libs/registry';
import { testDatabase } from '#libs/testing';

import { checkCharacter } from '../cells/identity.rules.js';
import { exchangeEntities } from '../exchange.entity.js';
import { unitId, World } from '../testing/world.js';
import { BATCH } from './staging.sql.js';

const db = testDatabase([...registryEntities, ...exchangeEntities], { tables: 'of the entities' });
let world: World;
beforeEach(async () => {
  world = await World.of(db.database);
});

const identity = (first: string): string => `${first}${checkCharacter(first)}`;
const ZHANG = identity('62020119560302001');
const PEOPLE = '姓名,身份证号,出生日期,楼栋,单元,房号,联系电话,党员,退休';

const people = (rows: readonly string[]): string => [PEOPLE, ...rows].join('\n');

describe('somebody whom two rows of a file are about', () => {
  test('is one by name and telephone, however far apart the rows are', async () => {
    const others = Array.from(
      { length: BATCH },
      (_, at) => `路人${String(at)},,1980-01-01,18,1,${String(101 + at)},,,`,
    );
    const { checked, applied } = await world.bring(
      'people',
      people(['张三,,,17,1,101,13900000001,,', ...others, '张三,,1956-03-02,17,2,201,13900000001,,']),
    );
    expect(applied.counts).toEqual(checked.counts);
    expect(applied.counts).toMatchObject({ new: BATCH + 1, unchanged: 1 });
    expect(await world.figures()).toMatchObject({ people: BATCH + 1 });
  });

  test('has the marks of both rows, and those that were registered', async () => {
    await world.bring('people', people([`张三,${ZHANG},,17,3,402,13900000001,是,`]));
    await world.bring('people', people([`张三,${ZHANG},,17,3,402,13900000002,,`, `张三,${ZHANG},,17,3,402,,,是`]));
    const [one] = await db.database.transaction((tx) => world.registry.peopleWithin(tx, unitId('limin')));
    expect(one?.flags).toEqual(['partyMember', 'retired']);
  });

  test('who moved by the first row is not asked about at the flat that was left', async () => {
    await world.bring('people', people([`张三,${ZHANG},,17,1,101,,,`]));
    const { applied } = await world.bring('people', people([`张三,${ZHANG},,17,2,201,,,`, '张三,,,17,1,101,,,']));
    expect(applied).toMatchObject({ state: 'applied', counts: { changed: 1, new: 1 } });
  });
});

test('a household that two rows give a delegate has the one of the later row', async () => {
  await world.bring('people', people([`张三,${ZHANG},,17,3,402,,,`, '李四,,1960-01-01,17,3,402,,,']));
  await world.bring('households', '楼栋,单元,房号,户代表\n17,3,402,张三\n17,3,402,李四');
  const named = await db.database.query<{ name: string }>(
    `select p.name from delegates d join people p on p.id = d.person
     where d.to_date is null or d.to_date > d.from_date`,
  );
  expect(named).toEqual([{ name: '李四' }]);
});

describe('owners of a file', () => {
  const PREMISES = '楼栋,单元,房号,建筑面积,产权人,产权人身份证号,产权人电话,产权份额';

  test('are one person whether a row names them by number or by telephone', async () => {
    await world.bring(
      'premises',
      [PREMISES, `17,1,101,80,张三,${ZHANG},13900000001,`, '17,1,102,80,张三,,13900000001,'].join('\n'),
    );
    expect(await world.figures()).toMatchObject({ people: 1, ownerships: 2, premises: 2 });
  });

  test('of one flat have a row each, the same owner no second share', async () => {
    const { checked, applied } = await world.bring(
      'premises',
      [
        PREMISES,
        `17,1,101,80,张三,${ZHANG},,1/2`,
        '17,1,101,80,李四,,13900000002,1/2',
        `17,1,101,80,张三,${ZHANG},,1/2`,
      ].join('\n'),
    );
    expect(applied.counts).toEqual(checked.counts);
    expect(await world.figures()).toMatchObject({ people: 2, ownerships: 2, premises: 1 });
  });

  test('of the same name and another telephone are two', async () => {
    await world.bring(
      'premises',
      [PREMISES, '17,1,101,80,张三,,13900000001,1/2', '17,1,101,80,张三,,13900000002,1/2'].join('\n'),
    );
    expect(await world.figures()).toMatchObject({ people: 2, ownerships: 2 });
  });
});
