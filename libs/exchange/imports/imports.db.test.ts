import { beforeEach, describe, expect, test } from '@jest/globals';

import { registryEntities } from '#libs/registry';
import { testDatabase } from '#libs/testing';

import { exchangeEntities } from '../exchange.entity.js';
import { checkCharacter } from '../cells/identity.rules.js';
import { UNITS, unitId, workbook, World } from '../testing/world.js';

const db = testDatabase([...registryEntities, ...exchangeEntities], { tables: 'of the entities' });
let world: World;
beforeEach(async () => {
  world = await World.of(db.database);
});

function identity(first: string): string {
  return `${first}${checkCharacter(first)}`;
}
const ZHANG = identity('62020119560302001');
const LI = identity('62020119600101002');

const people = (rows: readonly string[]): string =>
  ['姓名,身份证号,出生日期,楼栋,单元,房号,联系电话', ...rows].join('\n');

describe('a table of people', () => {
  test('is checked without writing anything, then written as a whole', async () => {
    const { id } = await world.upload(
      'people',
      people([`张三,${ZHANG},,17号楼,3单元,402,13900000001`, '李四,,1980.5.6,17,3,0402,']),
    );
    const checked = await world.imports.check(id);
    expect(checked).toMatchObject({ state: 'checked', counts: { rows: 2, new: 2, errors: 0 } });
    expect(await world.figures()).toMatchObject({ people: 0, households: 0 });
    const applied = await world.imports.apply(id, 'coordinator');
    expect(applied).toMatchObject({ state: 'applied', counts: { new: 2 } });
    expect(await world.figures()).toMatchObject({ people: 2, households: 1, residences: 2 });
  });
  test('brought again changes nothing', async () => {
    const table = people([
      `张三,${ZHANG},,17号楼,3单元,402,13900000001`,
      '李四,,1980.5.6,17,3,402,',
      '王五,,,18,1,101,',
    ]);
    await world.bring('people', table);
    const { checked, applied } = await world.bring('people', table);
    expect(checked.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(applied.changes).toEqual([]);
    expect(await world.figures()).toMatchObject({ people: 3, households: 2 });
  });
  test('the same identity number twice is one person, and is said', async () => {
    const { checked } = await world.bring(
      'people',
      people([`张三,${ZHANG},,17,3,402,`, `张三,${ZHANG},,17,3,0402,13900000001`]),
    );
    expect(checked.counts).toMatchObject({ new: 1, unchanged: 1, warnings: 1 });
    expect(await world.figures()).toMatchObject({ people: 1 });
  });
  test('somebody who may be known is asked about, and stays one when the user says so', async () => {
    await world.bring('people', people([`张三,${ZHANG},,17,3,402,`]));
    const { id } = await world.upload('people', people(['张三,,,17,3,402,13900000001']));
    const asked = await world.imports.check(id);
    expect(asked.counts).toMatchObject({ questions: 1, new: 0 });
    await expect(world.imports.apply(id, 'coordinator')).rejects.toMatchObject({
      refusal: { code: 'import.has_errors' },
    });
    const [person] = await db.database.query<{ id: string }>('select id from people');
    await world.imports.check(id, { '2': person?.id ?? '' });
    await world.imports.apply(id, 'coordinator');
    expect(await world.figures()).toMatchObject({ people: 1 });
  });
  test('a family that moved leaves one flat and begins in another on the day it moved', async () => {
    await world.bring('people', people([`张三,${ZHANG},,17,3,402,`, `李四,${LI},,17,3,402,`]), { asOf: '2026-01-01' });
    const moved = [
      '姓名,身份证号,住址,迁入日期',
      `张三,${ZHANG},18-1-101,2026年4月15日`,
      `李四,${LI},18号楼1单元101,2026.4.15`,
    ].join('\n');
    const { checked } = await world.bring('people', moved);
    expect(checked.counts).toMatchObject({ changed: 2, warnings: 2 });
    const stays = await db.database.query(
      `select h.stairwell, r.from_date as "from", r.to_date as "to" from residences r join households h on h.id = r.household order by 2, 1`,
    );
    const [old, now] = [unitId('b17-3'), unitId('b18-1')];
    expect(stays).toEqual([
      { stairwell: old, from: '2026-01-01', to: '2026-04-15' },
      { stairwell: old, from: '2026-01-01', to: '2026-04-15' },
      { stairwell: now, from: '2026-04-15', to: null },
      { stairwell: now, from: '2026-04-15', to: null },
    ]);
  });
  test('errors name row, column and remedy, and nothing is written while one is left', async () => {
    const { id } = await world.upload(
      'people',
      people(['张三,620201195603020019,,17,3,402,', '李四,,1980-02-30,99,1,101,', ',,,17,3,402,']),
    );
    const { counts } = await world.imports.check(id);
    expect(counts.errors).toBeGreaterThanOrEqual(4);
    await expect(world.imports.apply(id, 'coordinator')).rejects.toMatchObject({
      refusal: { code: 'import.has_errors' },
    });
    expect(await world.figures()).toMatchObject({ people: 0 });
  });
  test('an import that was undone leaves nothing behind', async () => {
    const { applied } = await world.bring('people', people([`张三,${ZHANG},,17,3,402,`]));
    const undone = await world.imports.undo(applied.id, { by: 'coordinator', reason: 'wrong file' });
    expect(undone.state).toBe('undone');
    expect(await world.figures()).toMatchObject({ people: 0, households: 0, residences: 0 });
  });
  test('an import whose records were changed since is not undone, and the records are named', async () => {
    const { applied } = await world.bring('people', people([`张三,${ZHANG},,17,3,402,`]));
    await world.bring('people', people([`张三丰,${ZHANG},,17,3,402,`]));
    await expect(world.imports.undo(applied.id, { by: 'coordinator', reason: 'wrong file' })).rejects.toMatchObject({
      refusal: { code: 'import.changed_since' },
    });
    expect(await world.figures()).toMatchObject({ people: 1 });
  });
  test('what another community has is out of reach', async () => {
    const { id } = await world.upload('people', people(['张三,,,17,3,402,']), { unit: 'hechang' });
    expect((await world.imports.check(id)).counts).toMatchObject({ errors: 1 });
  });
});

describe('premises and their owners', () => {
  const head = ['楼号', '单元', '房号', '建筑面积(㎡)', '产权人', '产权份额'];
  test('a sheet with title, merges and notes ends in flats, areas and shares', async () => {
    const bytes = await workbook([
      ['利民小区房屋登记表'],
      [],
      head,
      ['17号楼', '3单元', '402', '86.4㎡', '张三、李四', '1/2、1/2'],
      ['17号楼', '3单元', 403, 70.255, '王五', null],
      ['17#', '三单元', '0404', null, '赵六', '100%'],
      ['合计', null, null, 156.66],
      ['填表人：某某'],
    ]);
    const { checked } = await world.bring('premises', bytes);
    expect(checked.counts).toMatchObject({ rows: 3, new: 3, warnings: 1, skipped: 2 });
    const flats = await db.database.query('select number, area, floor from premises order by number');
    expect(flats).toEqual([
      { number: '402', area: 8640, floor: 4 },
      { number: '403', area: 7026, floor: 4 },
      { number: '404', area: null, floor: 4 },
    ]);
    expect(await world.figures()).toMatchObject({ premises: 3, ownerships: 4, people: 4 });
    const again = await world.bring('premises', bytes);
    expect(again.applied.changes).toEqual([]);
  });
  test('a flat that was sold has its new owner only', async () => {
    const table = (owner: string): string =>
      ['楼号,单元,房号,面积,产权人,份额', `17,3,402,86.4,${owner},100%`].join('\n');
    await world.bring('premises', table('张三'), { asOf: '2026-01-01' });
    await world.bring('premises', table('李四'), { asOf: '2026-05-01' });
    const owners = await db.database.query(
      `select p.name, o.from_date as "from", o.to_date as "to" from ownerships o join people p on p.id = o.person order by 2`,
    );
    expect(owners).toEqual([
      { name: '张三', from: '2026-01-01', to: '2026-05-01' },
      { name: '李四', from: '2026-05-01', to: null },
    ]);
  });
  test('shares above the whole are an error', async () => {
    const { id } = await world.upload(
      'premises',
      ['楼号,单元,房号,面积,产权人,份额', '17,3,402,86.4,张三、李四,2/3、2/3'].join('\n'),
    );
    expect((await world.imports.check(id)).counts).toMatchObject({ errors: 1 });
  });
});

test('the tests stand on a community of two buildings', () => {
  expect(UNITS).toHaveLength(15);
});
