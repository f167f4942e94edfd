import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import type { CaseQuery } from './views.types.js';
import { ANNA, BEN, errands, openErrand, yes } from './testing/world.js';
import { Upkeep } from './upkeep.service.js';

const db = testDatabase(CASES_ENTITIES);

/** Units stand under each other by their names: `city.east` is below `city`. */
const lineage = (unit: string): Promise<string[]> => {
  const parts = unit.split('.');
  return Promise.resolve(parts.map((_, index) => parts.slice(0, parts.length - index).join('.')));
};

function town() {
  const { cases, clock } = errands(db.database, { lineage });
  const found = async (query: CaseQuery): Promise<string[]> => (await cases.list(query)).rows.map(({ id }) => id);
  return { cases, clock, found };
}

describe('searching titles', () => {
  test.each([
    ['a word of two characters', '电梯'],
    ['a single character', '坏'],
    ['several words, in any order', '坏了 电梯'],
    ['numbers in another width', '３号楼'],
    ['letters in another case', 'ab座'],
  ])('finds %s', async (_, text) => {
    const { cases, found } = town();
    const id = await openErrand(cases, { title: '3号楼AB座电梯坏了' });
    await openErrand(cases, { title: '路灯不亮' });
    expect(await found({ text })).toEqual([id]);
  });

  test('does not find characters that stand apart, nor signs', async () => {
    const { cases, found } = town();
    await openErrand(cases, { title: '电动车上楼梯' });
    expect(await found({ text: '电梯' })).toEqual([]);
    expect(await found({ text: '动车上电' })).toEqual([]);
    for (const text of ['%', '_', '\\', '，']) expect(await found({ text })).toEqual([]);
  });

  test('finds nothing of an erased title, and keeps nothing of it', async () => {
    const { cases, found } = town();
    const id = await openErrand(cases, { title: '王老太摔倒' });
    const title = (await cases.get(id))?.context['title'];
    expect(await cases.eraseText(typeof title === 'string' ? title : '', BEN)).toBe(true);
    expect(await found({ text: '老太' })).toEqual([]);
    expect(await db.database.query(`select words from case_list where case_id = $1`, [id])).toEqual([{ words: [] }]);
  });
});

describe('a unit', () => {
  test('has the cases of every unit below it', async () => {
    const { cases, clock, found } = town();
    const east = await openErrand(cases, { place: 'city.east.b1' });
    clock.advance({ minutes: 1 });
    const west = await openErrand(cases, { place: 'city.west' });
    expect(await found({ units: ['city'] })).toEqual([west, east]);
    expect(await found({ units: ['city.east'] })).toEqual([east]);
    expect(await found({ units: ['city.ea'] })).toEqual([]);
  });

  test('that was hung elsewhere takes its cases along', async () => {
    const { cases, found } = town();
    const id = await openErrand(cases, { place: 'east' });
    const moved = errands(db.database, { lineage: (unit) => Promise.resolve([unit, 'new-town']) }).cases;
    await moved.database.transaction((tx) => new Upkeep(moved).placeAnew(tx, 'east'));
    expect(await found({ units: ['new-town'] })).toEqual([id]);
  });
});

describe('the table lists are made from', () => {
  test('is made anew from the cases, in batches, and then is the same', async () => {
    const { cases, clock } = town();
    for (const place of ['city.east', 'city.west', 'city.east.b1']) {
      await openErrand(cases, { place, title: `Lamp in ${place}` });
      clock.advance({ minutes: 1 });
    }
    const rows = () => db.database.query(`select row_to_json(l)::text as row from case_list l order by case_id`);
    const before = await rows();
    await db.database.query('delete from case_list');
    const upkeep = new Upkeep(cases);
    expect([await upkeep.indexCases(2), await upkeep.indexCases(2), await upkeep.indexCases(2)]).toEqual([2, 1, 0]);
    expect(await rows()).toEqual(before);
  });

  test('changes with the act that changes the case', async () => {
    const { cases, found } = town();
    const id = await openErrand(cases);
    const { stage = '' } = (await cases.get(id)) ?? {};
    yes(await cases.cancel({ caseId: id, reason: 'No longer', actor: ANNA }));
    expect(await found({ stage, status: 'active' })).toEqual([]);
    expect(await found({ status: 'cancelled' })).toEqual([id]);
  });

  test('is paged without losing or repeating a case, though others come in between', async () => {
    const { cases, clock } = town();
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.unshift(await openErrand(cases));
    const first = await cases.list({ limit: 2 });
    clock.advance({ minutes: 1 });
    await openErrand(cases);
    const second = await cases.list({ limit: 2, cursor: first.next ?? '' });
    const third = await cases.list({ limit: 2, cursor: second.next ?? '' });
    const seen = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(third.next).toBeNull();
  });
});

describe('the order of what is due first, and of what was changed last', () => {
  const MANY = 1_100;
  /** So many cases more at a place, each due and changed a minute after the one before. */
  async function copies(of: string, place: string): Promise<void> {
    const places = `array['${place}', 'city']`;
    const copy = (table: string, id: string, more: string): Promise<unknown> =>
      db.database.query(
        `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(c) || jsonb_build_object('${id}', 'copy-' || n, ${more}))).*
         from ${table} c, generate_series(1, ${String(MANY)}) n where c.${id} = $1`,
        [of],
      );
    await copy('cases', 'id', `'unit', '${place}'`);
    await copy('case_list', 'case_id', `'unit', '${place}', 'places', ${places}, 'visibility', 'internal'`);
    await copy('case_clocks', 'case_id', `'due_at', c.due_at + n * interval '1 minute'`);
    await copy('journal', 'case_id', `'recorded_at', c.recorded_at + n * interval '1 minute'`);
  }
  const byHand = async (sql: string, place: string): Promise<string[]> => {
    const rows = await db.database.query<{ id: string }>(
      `select l.case_id as id from case_list l ${sql.replace('WHERE', 'where l.places && $1::text[]')} limit 5`,
      [[place]],
    );
    return rows.map(({ id }) => id);
  };

  test('is the same where few cases fit, where many do, and where none is open', async () => {
    const { cases, clock, found } = town();
    const east: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      clock.advance({ minutes: 7 });
      east.push(await openErrand(cases, { place: 'city.east' }));
    }
    const gone = await openErrand(cases, { place: 'city.south' });
    yes(await cases.cancel({ caseId: gone, reason: 'No longer', actor: ANNA }));
    await copies(east[0] ?? '', 'city.west');
    const due = `join case_clocks w using (case_id) WHERE group by l.case_id order by min(w.due_at), l.case_id`;
    const changed = `join cases h on h.id = l.case_id join journal j on j.case_id = h.id and j.seq = h.seq WHERE
      order by j.recorded_at desc, l.case_id desc`;
    for (const place of ['city.east', 'city.west', 'city', 'city.south']) {
      const query: CaseQuery = { units: [place], limit: 5, viewer: { units: ['city'] } };
      expect([place, await found({ ...query, sort: 'due' })]).toEqual([place, await byHand(due, place)]);
      expect([place, await found({ ...query, sort: 'changed' })]).toEqual([place, await byHand(changed, place)]);
    }
    expect(await found({ units: ['city.south'], sort: 'due' })).toEqual([]);
    expect(await found({ units: ['city'], sort: 'due', viewer: { units: ['city.east'] } })).toHaveLength(3);
  });
});
