import { beforeEach, describe, expect, test } from '@jest/globals';

import { registryEntities } from '#libs/registry';
import { testDatabase } from '#libs/testing';

import { checkCharacter } from '../cells/identity.rules.js';
import { exchangeEntities } from '../exchange.entity.js';
import type { ImportKind } from '../exchange.vocabulary.js';
import { unitId, World } from '../testing/world.js';
import { kindsElsewhere } from './reach.sql.js';

const db = testDatabase([...registryEntities, ...exchangeEntities], { tables: 'of the entities' });
let world: World;
beforeEach(async () => {
  world = await World.of(db.database);
});

const ZHANG = `62020119560302001${checkCharacter('62020119560302001')}`;
const HEADS = '姓名,身份证号,出生日期,楼栋,房号,联系电话';

/** Somebody of the other community, with number, birth date and telephone. */
async function neighbour(): Promise<string> {
  await world.bring('people', `${HEADS}\n张三,${ZHANG},,17号楼,101,13900000001`, { unit: 'hechang' });
  const [person] = await db.database.query<{ id: string }>('select id from people');
  return person?.id ?? '';
}

/** What a check in Limin finds: the counts, and everything it says. */
async function checked(kind: ImportKind, table: string) {
  const { id } = await world.upload(kind, table);
  const { counts } = await world.imports.check(id);
  const record = await world.imports.read(id);
  const rows = await world.imports.rows(record, { only: 'all', after: 0, limit: 100 });
  const codes = rows.flatMap(({ problems }) => problems.map(({ code }) => code));
  return { id, counts, codes, said: JSON.stringify(rows.map(({ problems }) => problems)) };
}

describe('a code that a unit of another community has', () => {
  test('is taken: neither the check nor the application touches that unit', async () => {
    await world.bring('units', '名称,类型,编码\n和畅志愿者协会,协会,HC-V', { unit: 'hechang' });
    const before = await db.database.query('select * from units order by id');
    const { id, counts, codes, said } = await checked('units', '名称,类型,编码\n我们的,协会,HC-V\n也是,协会,hechang-1');
    expect(counts).toMatchObject({ new: 0, errors: 2 });
    expect(codes).toEqual(['unit.code_taken', 'unit.code_taken']);
    expect(said).not.toMatch(/和畅/);
    await expect(world.imports.apply(id, 'coordinator')).rejects.toMatchObject({
      refusal: { code: 'import.has_errors' },
    });
    expect(await db.database.query('select * from units order by id')).toEqual(before);
  });
  test('is not taken over by a table of bodies either', async () => {
    await world.bring('units', '名称,类型,编码\n别处,委员会,limin-共建委员会', { unit: 'hechang' });
    await world.bring('people', `${HEADS},单元\n李四,,1980-01-01,17,402,,3`);
    const { codes } = await checked('bodies', '组织,姓名,职务\n共建委员会,李四,委员');
    expect(codes).toEqual(['unit.code_taken']);
  });
  test('is stopped by the second wall whatever a planner thinks of it', async () => {
    const person = await neighbour();
    const stopped = await db.database.transaction((tx) =>
      kindsElsewhere(
        tx,
        { units: [{ id: unitId('hechang-1'), name: 'x' }], people: [{ id: person, name: 'x' }] },
        unitId('limin'),
      ),
    );
    expect(stopped).toEqual(['units', 'people']);
    const free = await db.database.transaction((tx) =>
      kindsElsewhere(tx, { units: [{ id: unitId('b17'), name: 'x' }, { id: 'new' }] }, unitId('limin')),
    );
    expect(free).toEqual([]);
  });
});

describe('somebody registered in another community', () => {
  test('is neither moved nor shown by their identity number', async () => {
    const id = await neighbour();
    const { codes, said } = await checked('people', `${HEADS},单元\n张三,${ZHANG},,17,402,,3`);
    expect(codes).toEqual(['person.elsewhere']);
    expect(said).not.toContain(id);
    expect(said).not.toMatch(/101|和畅/);
  });
  test('is no answer to a guess by name, birth date or telephone: the row is somebody new', async () => {
    await neighbour();
    const { counts, codes } = await checked('people', `${HEADS},单元\n张三,,1956-03-02,17,402,13900000001,3`);
    expect(counts).toMatchObject({ new: 1, errors: 0, questions: 0, warnings: 0 });
    expect(codes).toEqual([]);
  });
  test('is not taken by a decision that names their id', async () => {
    const id = await neighbour();
    const upload = await world.upload('people', `${HEADS},单元\n张三,,1956-03-02,17,402,,3`);
    await world.imports.check(upload.id, { '2': id });
    await world.imports.apply(upload.id, 'coordinator');
    const people = await db.database.query('select unit from people where id = $1', [id]);
    expect(people).toEqual([{ unit: unitId('hechang-1') }]);
  });
  test('is bound neither as an owner nor to an office', async () => {
    await neighbour();
    const owners = await checked('premises', `楼号,单元,房号,面积,产权人,产权人身份证号\n17,3,402,86.4,张三,${ZHANG}`);
    expect(owners.codes).toEqual(['person.elsewhere']);
    const sold = await world.bring('premises', '楼号,单元,房号,面积,产权人,产权人电话\n17,3,402,86.4,张三,13900000001');
    expect(sold.checked.counts).toMatchObject({ new: 1, errors: 0 });
    expect(await world.figures()).toMatchObject({ people: 2 });
    const seats = await checked('bodies', `组织,姓名,身份证号,职务\n业委会,张三,${ZHANG},委员`);
    expect(seats.codes).toEqual(['person.elsewhere']);
  });
  test('or serving there is not changed by a table', async () => {
    await world.bring('people', `${HEADS},单元\n张三,${ZHANG},,17,402,13900000001,3`);
    const [person] = await db.database.query<{ id: string }>('select id from people');
    await db.database.transaction((tx) =>
      world.registry.apply(
        tx,
        { by: 'x', source: 'desk', reason: 'appointed', unit: unitId('heating'), on: '2026-01-01' },
        {
          offices: [
            {
              id: 'o1',
              person: person?.id ?? '',
              unit: unitId('heating'),
              role: 'leader',
              from: '2026-01-01',
              to: null,
            },
          ],
        },
      ),
    );
    const same = await checked('people', `${HEADS},单元\n张三,${ZHANG},,17,402,13900000001,3`);
    expect(same.counts).toMatchObject({ unchanged: 1, errors: 0 });
    const other = await checked('people', `${HEADS},单元\n张三,${ZHANG},,17,402,13900000009,3`);
    expect(other.codes).toEqual(['person.serves_elsewhere']);
  });
});

describe('offices by a table', () => {
  const TABLE = '组织,姓名,职务\n议事会,李四,书记';
  beforeEach(async () => {
    await world.bring('people', `${HEADS},单元\n李四,,1980-01-01,17,402,,3`);
  });

  test('are given by those only who may give them at the desk', async () => {
    world.gives = () => false;
    expect((await checked('bodies', TABLE)).codes).toEqual(['office.not_yours']);
  });
  test('are judged again for whoever applies', async () => {
    const { id, counts } = await checked('bodies', TABLE);
    expect(counts).toMatchObject({ new: 1, errors: 0 });
    world.gives = () => false;
    await expect(world.imports.apply(id, 'coordinator')).rejects.toMatchObject({
      refusal: { code: 'import.has_errors' },
    });
    expect(await db.database.query('select id from offices')).toEqual([]);
  });
  test('are taken back by an undo only by those who may take them, and given back by those who may give them', async () => {
    const { applied } = await world.bring('bodies', TABLE);
    const ended = await world.bring('bodies', '组织,姓名,职务,任期结束\n议事会,李四,书记,2026-07-01');
    expect(ended.applied.counts).toMatchObject({ changed: 1 });
    const asked: (string | null)[] = [];
    world.gives = (person) => {
      asked.push(person);
      return person === null;
    };
    const undo = { by: 'coordinator', reason: 'wrong file' };
    await expect(world.imports.undo(ended.applied.id, undo)).rejects.toMatchObject({
      refusal: { code: 'office.not_yours_to_give' },
    });
    expect(asked.some((person) => person !== null)).toBe(true);
    world.gives = () => true;
    await world.imports.undo(ended.applied.id, undo);
    world.gives = () => false;
    await expect(world.imports.undo(applied.id, undo)).rejects.toMatchObject({
      refusal: { code: 'office.not_yours_to_give' },
    });
  });
});

describe('what is sensitive', () => {
  const table = (colour: string): string => `楼栋,单元,房号,五色\n17,3,402,${colour}`;
  const colours = () => db.database.query<{ colour: string }>('select colour from households');

  test('is written without a check telling whether it differs', async () => {
    await world.bring('households', table('红'));
    for (const colour of ['红', '绿', '蓝'])
      expect((await checked('households', table(colour))).counts).toMatchObject({ unchanged: 1, changed: 0 });
    await world.bring('households', table('蓝'));
    expect(await colours()).toEqual([{ colour: 'blue' }]);
  });
  test('is not read from those who do not assign visits', async () => {
    await world.bring('households', table('红'));
    world.classifies = false;
    const { codes, counts } = await checked('households', table('紫'));
    expect([codes, counts.errors]).toEqual([['colour.not_yours'], 0]);
    await world.bring('households', table('绿'));
    expect(await colours()).toEqual([{ colour: 'red' }]);
  });
  test('about a person is no difference either', async () => {
    const person = (alone: string): string => `${HEADS},单元,独居,党员\n张三,${ZHANG},,17,402,,3,${alone}`;
    await world.bring('people', person('是,否'));
    for (const alone of ['是,否', '否,否'])
      expect((await checked('people', person(alone))).counts).toMatchObject({ unchanged: 1, changed: 0 });
    expect((await checked('people', person('是,是'))).counts).toMatchObject({ changed: 1 });
    await world.bring('people', person('否,否'));
    expect(await db.database.query('select flags from people')).toEqual([{ flags: [] }]);
  });
  test('is masked whole when it is short', async () => {
    const { id } = await world.upload('households', table('红'));
    const rows = await world.imports.rows(await world.imports.read(id), { only: 'all', after: 0, limit: 10 });
    expect(rows[0]?.cells).toMatchObject({ colour: '***' });
  });
});
