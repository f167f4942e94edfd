import { beforeAll, describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId } from '#apps/demo';
import { idFromName } from '#libs/registry';

import { furnish, holderOf, type Subjects } from '../access/places.js';
import { codeAndStatus, testApi, type Reply } from './testing/api.js';

const api = testApi();
const limin = unitId('limin');
const reason = '入户核对';
const NOT_YOURS = [403, 'office.not_yours_to_give'];
const UNKNOWN = [404, 'resource.unknown'];
const DENIED = [403, 'access.denied'];
/** Whoever tries: a coordinator of the community, who holds less than its supervisor or an operator. */
const me = holderOf('coordinator');
const wang = demoPersonId('resident');

let places: Subjects;
beforeAll(async () => {
  places = await furnish(api.platform);
});

const post = (url: string, body: object, person = me): Promise<Reply> =>
  api.post(`/api/v1${url}`, { person, body: { reason, ...body } });
const tried = async (url: string, body: object): Promise<[number, string]> => codeAndStatus(await post(url, body));
const done = async (url: string, body: object, person = me): Promise<{ id: string; change: string }> => {
  const reply = await post(url, body, person);
  expect([reply.status, reply.status === 200 ? '' : reply.text]).toEqual([200, '']);
  return reply.body as unknown as { id: string; change: string };
};
const newPerson = async (fields: object = {}): Promise<string> =>
  (await done('/people', { name: '赵小满', unit: places.own.unit, ...fields })).id;
/** A change that somebody else has written on behalf of the community. */
const written = (batch: object, source = 'desk'): Promise<string> => {
  const { database, registry } = api.platform;
  return database.transaction(async (tx) => {
    const { change } = await registry.apply(tx, { by: null, source, reason, unit: limin }, batch);
    return change ?? '';
  });
};
const office = (name: string, fields: object) => ({
  offices: [{ id: idFromName(`giving:${name}`), unit: limin, from: '2026-01-01', to: null, ...fields }],
});
const undo = (change: string) => tried(`/registry-changes/${change}/undo`, {});

describe('an office', () => {
  const at = `/units/${limin}/offices`;
  test.each([
    ['to oneself', () => ({ person: me, role: 'volunteer' }), NOT_YOURS],
    ['with more than one holds', () => ({ person: wang, role: 'supervisor' }), NOT_YOURS],
    ['to somebody out of reach', () => ({ person: places.foreign.person, role: 'volunteer' }), UNKNOWN],
  ])('is not given %s', async (_, given, answer) => {
    expect(await tried(at, { ...given(), from: '2026-01-01' })).toEqual(answer);
  });
  test('that is held already is not overwritten by its id; the same sent again changes nothing', async () => {
    const given = { id: idFromName('giving:kept').toLowerCase(), person: wang, role: 'volunteer', from: '2026-01-01' };
    await done(at, given);
    expect((await done(at, given)).change).toBeNull();
    const conflict = [409, 'resource.conflict'];
    expect(await tried(at, { ...given, person: demoPersonId('neighbour') })).toEqual(conflict);
    expect(await tried(at, { ...given, role: 'representative' })).toEqual(conflict);
  });
  test('of more than one holds is not overwritten with a smaller one', async () => {
    const id = idFromName('matrix:office:supervisor');
    expect(await tried(at, { id, person: wang, role: 'volunteer', from: '2026-01-01' })).toEqual(NOT_YOURS);
  });
});

describe('two records become one', () => {
  const merged = (keep: string, drop: string) => tried(`/people/${keep}/merge`, { drop });
  test('but not with one’s own record, on either side', async () => {
    const other = await newPerson();
    // whoever writes lives elsewhere: let them be within their own reach
    await written({ people: [{ id: me, unit: limin }] });
    expect(await merged(me, other)).toEqual(DENIED);
    expect(await merged(other, me)).toEqual(DENIED);
    expect(await merged(me, demoPersonId('supervisor'))).toEqual(DENIED);
  });
  test('but not where one has an office, now or to come, that is not the writer’s to give', async () => {
    const supervisor = await newPerson();
    await written(office('to come', { person: supervisor, role: 'supervisor', from: '2099-01-01' }));
    expect(await merged(await newPerson(), supervisor)).toEqual(NOT_YOURS);
    expect(await merged(supervisor, await newPerson())).toEqual(NOT_YOURS);
  });
  test('and an account follows only where accounts are the writer’s to manage', async () => {
    const other = await newPerson();
    expect(await merged(other, wang)).toEqual(DENIED);
    expect(await merged(wang, other)).toEqual(DENIED);
    const neighbour = demoPersonId('neighbour');
    expect(await merged(neighbour, other)).toEqual(DENIED);
    await done(`/people/${neighbour}/merge`, { drop: other }, demoPersonId('operator'));
  });
  test('but not with a record out of reach', async () => {
    expect(await merged(await newPerson(), places.foreign.person)).toEqual(UNKNOWN);
  });
  test('where nobody gains anything', async () => {
    const { change } = await done(`/people/${await newPerson()}/merge`, { drop: await newPerson() });
    expect(await undo(change)).toEqual([200, undefined]);
  });
});

describe('taking back a change', () => {
  test.each([
    ['to oneself', () => ({ person: me, role: 'volunteer' })],
    ['with more than one holds', () => ({ person: wang, role: 'supervisor' })],
  ])('gives no office back %s', async (name, held) => {
    await written(office(name, held()));
    const ended = await written({ offices: [{ id: idFromName(`giving:${name}`), to: '2026-02-01' }] });
    expect(await undo(ended)).toEqual(NOT_YOURS);
  });
  test('reaches nobody and nothing beyond the writer', async () => {
    const { person, household, unit } = places.foreign;
    for (const batch of [
      { people: [{ id: person, name: '白大满' }] },
      { households: [{ id: household, flat: '1单元102' }] },
      { units: [{ id: unit, name: '别处' }] },
      { offices: office('foreign', { person, role: 'volunteer' }).offices },
      { authorisations: [{ id: idFromName('giving:foreign'), person, agent: wang, from: '2026-01-01', to: null }] },
    ])
      expect(await undo(await written(batch))).toEqual(UNKNOWN);
  });
  test('makes nobody a relative or a delegate again who could not be made one', async () => {
    const id = idFromName('giving:relative');
    await written({ authorisations: [{ id, person: wang, agent: me, from: '2026-01-01', to: null }] });
    expect(await undo(await written({ authorisations: [{ id, to: '2026-02-01' }] }))).toEqual(DENIED);
    const delegate = { id: idFromName('giving:delegate'), household: places.own.household, person: wang };
    await written({ delegates: [{ ...delegate, from: '2026-01-01', to: null, slip: '1' }] });
    const ended = await written({ delegates: [{ id: delegate.id, to: '2026-02-01' }] });
    expect(await undo(ended)).toEqual([422, 'delegate.not_of_household']);
  });
  test('leaves the catalogue to those who write it', async () => {
    const matter = {
      id: idFromName('giving:matter'),
      parent: await matterOfLimin(),
      unit: limin,
      code: '9901',
      name: { zh: '试', en: 'T' },
    };
    const change = await written({ matters: [matter] });
    const url = `/registry-changes/${change}/undo`;
    expect(codeAndStatus(await post(url, {}, holderOf('secretary')))).toEqual(DENIED);
    await done(url, {});
  });
  test('of a unit that stays where it is is done; nothing is moved back out of reach', async () => {
    expect(await undo(await written({ units: [{ id: limin, phone: '0937-1234567' }] }))).toEqual([200, undefined]);
    const moved = await written({ units: [{ id: idFromName('matrix:sibling:building'), parent: places.own.unit }] });
    expect(await undo(moved)).toEqual(UNKNOWN);
  });
  test('of an office that is the writer’s to give is done', async () => {
    expect(await undo(await written(office('own', { person: wang, role: 'volunteer' })))).toEqual([200, undefined]);
  });
});

describe('a relative entered from a slip', () => {
  const authorised = (agent: string) =>
    api.post(`/api/v1/people/${places.own.person}/authorisations`, { person: me, body: { agent, slip: 'WT-1' } });
  test('is not whoever enters it, nor staff of the place', async () => {
    expect(codeAndStatus(await authorised(me))).toEqual(DENIED);
    expect(codeAndStatus(await authorised(holderOf('gridLeader')))).toEqual(DENIED);
    expect(codeAndStatus(await authorised(demoPersonId('operator')))).toEqual(DENIED);
  });
  test('may be staff of another place', async () => {
    expect((await authorised(demoPersonId('elsewhere'))).status).toBe(201);
  });
  test('is listed for those who keep the registry there, from both sides', async () => {
    const agent = demoPersonId('elsewhere');
    const listed = await api.get(`/api/v1/people/${places.own.person}/authorisations`, { person: me });
    expect(listed.body).toMatchObject({ given: [{ person: agent }], held: [] });
    const foreign = await api.get(`/api/v1/people/${places.foreign.person}/authorisations`, { person: me });
    expect(codeAndStatus(foreign)).toEqual(UNKNOWN);
  });
});

describe('a delegate', () => {
  const named = (person: string) =>
    tried(`/households/${places.own.household}/delegate`, { person, from: '2026-06-01', slip: '2026-1' });
  test('lives in the household', async () => {
    const stranger = [422, 'delegate.not_of_household'];
    expect(await named(wang)).toEqual(stranger);
    await written({ people: [{ id: me, unit: limin }] });
    expect(await named(me)).toEqual(stranger);
    expect(await named(places.foreign.person)).toEqual(UNKNOWN);
    expect(await named(places.own.person)).toEqual([200, undefined]);
  });
});

describe('the flat of a household', () => {
  test('is one of its building', async () => {
    const url = `/households/${places.own.household}`;
    expect(await tried(url, { premises: places.foreign.premises })).toEqual(UNKNOWN);
    expect(await tried(url, { premises: places.nowhere.premises })).toEqual(UNKNOWN);
    expect(await tried(url, { premises: places.own.premises })).toEqual([200, undefined]);
    const { id } = await flatOf(unitId('limin-b5'));
    expect(await tried(url, { premises: id })).toEqual([422, 'input.invalid']);
  });
});

async function matterOfLimin(): Promise<string> {
  const { rows } = (await api.get(`/api/v1/units/${limin}/catalogue`)).body;
  return rows[0]?.id ?? '';
}

async function flatOf(building: string): Promise<{ id: string }> {
  const { database, registry } = api.platform;
  const [flat] = await database.transaction((tx) => registry.premisesOf(tx, building));
  return { id: flat?.id ?? '' };
}

test('what is sensitive about a person cannot be found out by writing it again', async () => {
  const url = `/people/${await newPerson()}`;
  const first = await done(url, { addFlags: ['disabled'] });
  expect(await done(url, { addFlags: ['disabled'] })).toEqual(first);
  expect((await done(url, { addFlags: ['partyMember'] })).change).not.toBeNull();
});
