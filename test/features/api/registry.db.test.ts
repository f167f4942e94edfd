import { describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId } from '#apps/demo';

import { codeAndStatus, testApi, type Reply } from './testing/api.js';

const api = testApi();
const limin = unitId('limin');
const wang = demoPersonId('resident');
const reason = '入户核对';

/** The body of an answer that was fine. */
const bodyOf = (reply: Reply): unknown => {
  expect([reply.status, reply.status === 200 ? '' : reply.text]).toEqual([200, '']);
  return reply.body;
};
interface Person {
  id: string;
  phone: string | null;
  flags: string[];
  household: string;
  address: string;
  unit: string;
}

const readWang = async (): Promise<Person> =>
  bodyOf(await api.get(`/api/v1/people/${wang}`, { as: 'coordinator' })) as Person;

describe('people', () => {
  test('are found by name, masked, without what is need-to-know', async () => {
    const url = `/api/v1/people?name=${encodeURIComponent('王桂兰')}`;
    const { rows } = bodyOf(await api.get(url, { as: 'coordinator' })) as { rows: Person[] };
    const found = rows.find(({ id }) => id === wang);
    expect(found?.flags).not.toContain('livesAlone');
    expect(JSON.stringify(rows)).not.toMatch(/colour|sealed|idNumber|\d{11}/);
  });
  test('are found by their address', async () => {
    const { address } = await readWang();
    const url = `/api/v1/people?address=${encodeURIComponent(address)}`;
    const { rows } = bodyOf(await api.get(url, { as: 'coordinator' })) as { rows: Person[] };
    expect(rows.map(({ id }) => id)).toContain(wang);
  });
  test('of another community are unknown to its coordinator, found or named', async () => {
    const found = await api.get(`/api/v1/people?name=${encodeURIComponent('王桂兰')}`, { as: 'elsewhere' });
    expect((bodyOf(found) as { rows: Person[] }).rows).toEqual([]);
    expect(codeAndStatus(await api.get(`/api/v1/people/${wang}`, { as: 'elsewhere' }))).toEqual([
      404,
      'resource.unknown',
    ]);
    expect(codeAndStatus(await api.get(`/api/v1/people?unit=${limin}`, { as: 'elsewhere' }))).toEqual([
      404,
      'resource.unknown',
    ]);
  });
  test('cannot be moved to where the writer does not reach', async () => {
    const body = { unit: unitId('qifenglu'), reason };
    expect(codeAndStatus(await api.post(`/api/v1/people/${wang}`, { as: 'coordinator', body }))).toEqual([
      404,
      'resource.unknown',
    ]);
  });
  test('are changed with a reason; the change is read by field names and taken back', async () => {
    const change = (
      bodyOf(
        await api.post(`/api/v1/people/${wang}`, { as: 'coordinator', body: { phone: '13900007777', reason } }),
      ) as { change: string }
    ).change;
    expect((await readWang()).phone).toBe('139****7777');
    const path = `/api/v1/registry-changes/${change}`;
    const seen = await api.get(path, { as: 'coordinator' });
    expect(bodyOf(seen) as { reason: string; records: { id: string }[] }).toMatchObject({
      reason,
      records: [{ id: wang }],
    });
    expect(seen.text).not.toContain('7777');
    expect(codeAndStatus(await api.get(path, { as: 'elsewhere' }))).toEqual([404, 'resource.unknown']);
    bodyOf(await api.post(`${path}/undo`, { as: 'coordinator', body: { reason: '录错了' } }));
    expect((await readWang()).phone).not.toBe('139****7777');
  });
  test('who move leave their household, and a page that shows something else by now is told who changed it', async () => {
    const stairwell = (number: number): string => unitId(`limin-b9-s${String(number)}`);
    const { household } = await readWang();
    const joined = { name: '钱小丽', unit: stairwell(3), household, reason };
    const { id } = bodyOf(await api.post('/api/v1/people', { as: 'coordinator', body: joined })) as Person;
    const path = `/api/v1/people/${id}`;
    const move = (number: number) =>
      api.post(path, {
        as: 'coordinator',
        body: { unit: stairwell(number), seen: { unit: stairwell(3) }, reason: `搬到${String(number)}单元` },
      });
    bodyOf(await move(2));
    expect(bodyOf(await api.get(path, { as: 'coordinator' }))).toMatchObject({ unit: stairwell(2), household: null });
    const late = await move(1);
    expect(codeAndStatus(late)).toEqual([409, 'registry.changed_meanwhile']);
    expect(late.text).toContain('搬到2单元');
    expect(bodyOf(await api.get(path, { as: 'coordinator' }))).toMatchObject({ unit: stairwell(2) });
  });
});

describe('homes', () => {
  test('show who lives there and never their colour', async () => {
    const { household } = await readWang();
    const reply = await api.get(`/api/v1/households/${household}`, { as: 'coordinator' });
    expect((bodyOf(reply) as { people: { id: string }[] }).people.map(({ id }) => id)).toContain(wang);
    expect(reply.text).not.toMatch(/colour|red|orange|yellow/);
  });
  test('take a named delegate, and another one after them', async () => {
    const { household, unit } = await readWang();
    const path = `/api/v1/households/${household}/delegate`;
    const joined = { name: '王小军', unit, household, reason };
    const { id: other } = bodyOf(await api.post('/api/v1/people', { as: 'coordinator', body: joined })) as Person;
    const first = { person: wang, from: '2026-01-01', slip: '2026-1', reason };
    bodyOf(await api.post(path, { as: 'coordinator', body: first }));
    const second = { person: other, from: '2026-06-01', slip: '2026-2', reason };
    bodyOf(await api.post(path, { as: 'coordinator', body: second }));
    const read = await api.get(`/api/v1/households/${household}`, { as: 'coordinator' });
    expect((bodyOf(read) as { delegates: { person: string; to: string | null }[] }).delegates).toMatchObject([
      { person: other, to: null },
      { person: wang, to: '2026-06-01' },
    ]);
  });
  test('colours are set by those who assign visits there, not by whoever writes', async () => {
    const { household } = await readWang();
    const body = { colour: 'red', reason };
    const path = `/api/v1/households/${household}`;
    expect(codeAndStatus(await api.post(path, { as: 'secretary', body }))).toEqual([403, 'access.denied']);
    bodyOf(await api.post(path, { as: 'coordinator', body }));
  });
  test('a building is drawn floor by floor, the top one first', async () => {
    const reply = await api.get(`/api/v1/units/${unitId('limin-b5')}/premises`, { as: 'coordinator' });
    const { floors } = bodyOf(reply) as { floors: { floor: number; flats: object[] }[] };
    expect(floors.map(({ floor }) => floor)).toEqual([6, 5, 4, 3, 2, 1]);
  });
});

describe('offices', () => {
  const at = `/api/v1/units/${unitId('limin-deliberators')}/offices`;
  test('are given and ended with a reason', async () => {
    const body = { person: wang, role: 'deliberator', from: '2026-01-01', to: '2029-01-01', reason: '补选' };
    const { id } = bodyOf(await api.post(at, { as: 'coordinator', body })) as { id: string };
    const recalled = { on: '2026-03-01', ending: 'recalled', reason: '三分之一以上居民提出，会议通过' };
    bodyOf(await api.post(`${at}/${id}/end`, { as: 'coordinator', body: recalled }));
    const seats = bodyOf(await api.get(`${at}?past=true`, { as: 'coordinator' })) as {
      rows: { id: string; ending: string | null }[];
    };
    expect(seats.rows.find((one) => one.id === id)).toMatchObject({ ending: 'recalled', to: '2026-03-01' });
  });
  test('are not taken by oneself, and none is given that brings more than one holds', async () => {
    const own = { person: demoPersonId('coordinator'), role: 'deliberator', from: '2026-01-01', reason };
    expect(codeAndStatus(await api.post(at, { as: 'coordinator', body: own }))).toEqual([
      403,
      'office.not_yours_to_give',
    ]);
    const operator = { person: wang, role: 'operator', from: '2026-01-01', reason };
    const path = `/api/v1/units/${limin}/offices`;
    expect(codeAndStatus(await api.post(path, { as: 'secretary', body: operator }))).toEqual([
      403,
      'office.not_yours_to_give',
    ]);
  });
});

describe('the catalogue', () => {
  test('says who builds, patrols, maintains and approves at a place', async () => {
    const catalogue = await api.get(`/api/v1/units/${limin}/catalogue`);
    const { rows } = bodyOf(catalogue) as { rows: { id: string; name: { en: string } }[] };
    const lift = rows.find(({ name }) => name.en === 'Adding a lift')?.id ?? '';
    const duties = await api.get(`/api/v1/units/${unitId('limin-b5')}/duties?matter=${lift}`, { as: 'resident' });
    const who = (bodyOf(duties) as { rows: { duty: string; unit: string }[] }).rows.map(({ duty, unit }) => [
      duty,
      unit,
    ]);
    expect(Object.fromEntries(who)).toMatchObject({
      build: unitId('jyg'),
      patrol: limin,
      approve: unitId('housing'),
    });
  });
  test('checks answers against the questions of a matter', async () => {
    const { rows } = bodyOf(await api.get(`/api/v1/units/${limin}/catalogue`)) as {
      rows: { id: string; name: { en: string } }[];
    };
    const heating = rows.find(({ name }) => name.en === 'Heating')?.id ?? '';
    const checked = await api.post(`/api/v1/matters/${heating}/check`, { body: { answers: { temperature: 99 } } });
    expect((bodyOf(checked) as { problems: { at: string }[] }).problems.map(({ at }) => at).sort()).toEqual([
      '/neighbours',
      '/temperature',
    ]);
  });
});

test('a roll of last March is taken today, the same each time', async () => {
  const take = async () => {
    const reply = await api.get(`/api/v1/units/${unitId('limin-b5')}/roll?of=owners&on=2026-03-15`, {
      as: 'coordinator',
    });
    return bodyOf(reply) as { fingerprint: string; totals: { entries: number } };
  };
  const first = await take();
  expect(first.totals.entries).toBeGreaterThan(10);
  expect(await take()).toEqual(first);
});

test('units are searched, moved within reach, and closed only when nobody is left', async () => {
  const found = await api.get(`/api/v1/units/search?text=${encodeURIComponent('民情收集')}`);
  expect((bodyOf(found) as { rows: { code: string }[] }).rows.map(({ code }) => code)).toEqual(['limin-collectors']);
  const onALetter = await api.get(`/api/v1/units/search?text=${encodeURIComponent('利民小区9号楼3单元301')}`);
  expect((bodyOf(onALetter) as { rows: { code: string }[] }).rows[0]?.code).toBe('limin-b9-s3');
  const away = await api.post(`/api/v1/units/${unitId('limin-b5')}/move`, {
    as: 'coordinator',
    body: { parent: unitId('hechang'), reason },
  });
  expect(codeAndStatus(away)).toEqual([404, 'resource.unknown']);
  const closed = await api.post(`/api/v1/units/${unitId('limin-b5')}/close`, { as: 'coordinator', body: { reason } });
  expect(codeAndStatus(closed)).toEqual([422, 'registry.refused']);
});
