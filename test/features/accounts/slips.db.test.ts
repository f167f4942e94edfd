import { beforeAll, describe, expect, test } from '@jest/globals';

import { DEMO_PASSWORD, demoPersonId, unitId } from '#apps/demo';
import { idFromName } from '#libs/registry';

import { testApi, type Reply } from '../api/testing/api.js';
import { jarOf } from './testing/cookies.js';

const api = testApi();

interface Slip {
  id: string;
  code: string;
  url: string;
  label: string;
  subject: string;
}
interface Choice {
  choice: string;
  initial: string;
  birthYear: number | null;
}

/** What these endpoints answer; each fills some of it. */
interface Answered {
  slips: Slip[];
  people: Choice[];
  id: string;
  code: string;
  name: string;
  given: { id: string; person: string; name: string; to: string | null }[];
  held: { id: string; person: string }[];
}

const bodyAs = (reply: Reply): Answered => reply.body as unknown as Answered;
/** A stairwell with its households. */
let stairwell: string;
beforeAll(async () => {
  const { database, registry } = api.platform;
  stairwell = await database.transaction(async (tx) => {
    const [household] = await registry.households(tx, unitId('limin'));
    return household?.stairwell ?? '';
  });
});

const issue = (as: 'coordinator' | 'resident' | 'operator', body: object) => api.post('/api/v1/slips', { as, body });
const slipsOf = async (): Promise<Slip[]> => {
  const reply = await issue('coordinator', { unit: stairwell, kind: 'household' });
  expect(reply.status).toBe(201);
  return bodyAs(reply).slips;
};
const look = async (code: string): Promise<Choice[]> =>
  bodyAs(await api.post('/api/v1/join/look', { body: { code } })).people;

describe('invitation slips', () => {
  test('are issued by the community for its own units; the code is behind the # of the address', async () => {
    const slips = await slipsOf();
    expect(slips.length).toBeGreaterThan(3);
    for (const { code, url } of slips) expect(new URL(url).hash).toBe(`#${code}`);
  });

  test('are not issued by residents, nor for units out of reach', async () => {
    expect((await issue('resident', { unit: stairwell, kind: 'household' })).body.code).toBe('access.denied');
    const foreign = await issue('coordinator', { unit: unitId('heating'), kind: 'household' });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'resource.unknown']);
  });

  test('are printed with a picture for each', async () => {
    const sheet = await api.post('/api/v1/slips/sheet', {
      as: 'coordinator',
      body: { unit: stairwell, kind: 'household' },
    });
    expect(sheet.type).toContain('text/html');
    expect(sheet.text.match(/<svg/g)?.length).toBe(sheet.text.match(/class="code"/g)?.length);
    expect(sheet.headers['cache-control']).toBe('no-store');
  });

  test('let a resident in, who sees their own name and nobody else’s before', async () => {
    const [slip] = await slipsOf();
    const people = await look(slip?.code ?? '');
    expect(people.length).toBeGreaterThan(0);
    expect(people.every(({ initial }) => initial.endsWith('○○'))).toBe(true);
    const joined = await api.post('/api/v1/join', { body: { code: slip?.code, choice: people[0]?.choice } });
    expect(joined.status).toBe(200);
    expect(bodyAs(joined).name.startsWith(people[0]?.initial.slice(0, 1) ?? '?')).toBe(true);
    const jar = jarOf(joined);
    expect((await api.get('/api/v1/desk', { headers: jar })).status).toBe(200);
    const again = await api.post('/api/v1/join', { body: { code: slip?.code, choice: people[0]?.choice } });
    expect([again.status, again.body.code]).toEqual([404, 'slip.unusable']);
  });

  test('are listed without codes and revoked by the community, not by others', async () => {
    const slips = await slipsOf();
    const { id = '', code = '' } = slips[1] ?? {};
    const list = await api.get(`/api/v1/slips?unit=${stairwell}`, { as: 'coordinator' });
    expect(list.body.rows.map((row) => row.id)).toContain(id);
    expect(list.text).not.toContain(code);
    expect((await api.post(`/api/v1/slips/${id}/revoke`, { as: 'resident' })).status).toBe(403);
    expect((await api.post('/api/v1/slips/nothing/revoke', { as: 'coordinator' })).status).toBe(404);
    expect((await api.post(`/api/v1/slips/${id}/revoke`, { as: 'coordinator' })).status).toBe(200);
    expect((await api.post('/api/v1/join/look', { body: { code } })).body.code).toBe('slip.unusable');
  });

  test('for people with an account are a matter for operators', async () => {
    const order = { unit: unitId('jyg'), kind: 'person', subjects: [demoPersonId('resident')] };
    expect((await issue('operator', order)).status).toBe(201);
    const own = { ...order, unit: unitId('limin') };
    expect((await issue('coordinator', own)).body.code).toBe('slip.needs_operator');
  });
});

describe('operators', () => {
  const account = (path = '', as: 'operator' | 'coordinator' = 'operator', who = 'volunteer') =>
    api.post(`/api/v1/people/${demoPersonId(who)}/account${path}`, { as });

  test('look at accounts, nobody else does', async () => {
    const read = await api.get(`/api/v1/people/${demoPersonId('volunteer')}/account`, { as: 'operator' });
    expect(read.body).toMatchObject({ status: 'active', hasPassword: true });
    expect(read.text).not.toContain('argon2');
    const url = `/api/v1/people/${demoPersonId('volunteer')}/account`;
    expect((await api.get(url, { as: 'coordinator' })).status).toBe(403);
    expect((await api.get('/api/v1/people/nobody/account', { as: 'operator' })).status).toBe(404);
    const all = await api.get(`/api/v1/accounts?unit=${unitId('limin')}`, { as: 'operator' });
    expect(all.body.rows.length).toBeGreaterThan(5);
  });

  test('give a person one more name to sign in with, unless somebody has it', async () => {
    const add = (login: string) =>
      api.post(`/api/v1/people/${demoPersonId('volunteer')}/account/logins`, { as: 'operator', body: { login } });
    expect((await add('钱晓燕')).status).toBe(201);
    expect((await add('Resident')).body.code).toBe('account.login_taken');
    const signIn = await api.post('/api/v1/session', { body: { login: '钱晓燕', password: DEMO_PASSWORD } });
    expect(signIn.body).toMatchObject({ person: demoPersonId('volunteer') });
  });

  test('lock an account, at once and for every way in', async () => {
    const jar = jarOf(await api.post('/api/v1/session', { body: { login: 'volunteer', password: DEMO_PASSWORD } }));
    expect((await account('/lock', 'coordinator')).status).toBe(403);
    expect((await account('/lock')).status).toBe(200);
    expect((await api.get('/api/v1/desk', { headers: jar })).status).toBe(401);
    const refused = await api.post('/api/v1/session', { body: { login: 'volunteer', password: DEMO_PASSWORD } });
    expect(refused.body.code).toBe('account.locked');
    expect((await account('/unlock')).status).toBe(200);
    expect((await api.post('/api/v1/session', { body: { login: 'volunteer', password: DEMO_PASSWORD } })).status).toBe(
      200,
    );
  });

  test('give out a code with which somebody sets a new password', async () => {
    const issued = await account('/reset-password', 'operator', 'chair');
    expect(issued.status).toBe(201);
    const { code } = bodyAs(issued);
    const reset = await api.post('/api/v1/password-reset', { body: { code, password: '议事会今晚七点开会吗' } });
    expect(reset.body).toMatchObject({ login: 'chair' });
    const signIn = (password: string) => api.post('/api/v1/session', { body: { login: 'chair', password } });
    expect((await signIn(DEMO_PASSWORD)).status).toBe(401);
    expect((await signIn('议事会今晚七点开会吗')).status).toBe(200);
  });

  test('read the sign-in journal, others do not', async () => {
    const journal = await api.get('/api/v1/sign-ins?limit=5', { as: 'operator' });
    expect(journal.status).toBe(200);
    expect(journal.body.rows.length).toBeGreaterThan(0);
    expect((await api.get('/api/v1/sign-ins', { as: 'coordinator' })).status).toBe(403);
  });

  test('see attempts with names nobody has only where they answer for everything', async () => {
    await api.post('/api/v1/session', { body: { login: 'nobody of that name', password: 'x' } });
    const strangers = async (asking: { as: 'operator' | 'adviser' }): Promise<unknown[]> => {
      const journal = await api.get('/api/v1/sign-ins?limit=200', asking);
      expect(journal.status).toBe(200);
      return (journal.body.rows as unknown as { person: string | null }[]).filter(({ person }) => person === null);
    };
    const { database, registry } = api.platform;
    const office = { id: idFromName('test:operator'), person: demoPersonId('adviser'), unit: unitId('limin') };
    const row = { ...office, role: 'operator', from: '2026-01-01', to: null };
    await database.transaction((tx) => registry.insert(tx, { offices: [row] }));
    expect(await strangers({ as: 'adviser' })).toEqual([]);
    expect((await strangers({ as: 'operator' })).length).toBeGreaterThan(0);
  });
});

describe('authorised relatives', () => {
  const mine = async (as: 'resident' | 'relative' | 'neighbour' | 'leader') =>
    bodyAs(await api.get('/api/v1/me/authorisations', { as }));

  test('see for whom they may act', async () => {
    expect((await mine('relative')).held.map(({ person }) => person)).toContain(demoPersonId('resident'));
    expect((await mine('resident')).given.map(({ person }) => person)).toContain(demoPersonId('relative'));
  });

  test('are authorised by the person and lose it when the person ends it', async () => {
    const give = (body: object) => api.post('/api/v1/me/authorisations', { as: 'neighbour', body });
    expect((await give({ login: 'nobody at all' })).status).toBe(404);
    expect((await give({ login: 'neighbour' })).status).toBe(422);
    expect((await give({ login: 'leader', to: '2020-01-01' })).status).toBe(422);
    const { id } = bodyAs(await give({ login: 'leader' }));
    expect((await mine('leader')).held).toEqual([expect.objectContaining({ id, person: demoPersonId('neighbour') })]);
    expect((await api.post(`/api/v1/me/authorisations/${id}/end`, { as: 'resident' })).status).toBe(404);
    expect((await api.post(`/api/v1/me/authorisations/${id}/end`, { as: 'neighbour' })).status).toBe(200);
    expect((await mine('leader')).held).toEqual([]);
  });

  test('are entered by staff with the number of a signed slip', async () => {
    const url = `/api/v1/people/${demoPersonId('collector')}/authorisations`;
    const body = { agent: demoPersonId('relative'), slip: 'WT-2026-014' };
    expect((await api.post(url, { as: 'neighbour', body })).status).toBe(403);
    expect((await api.post(url, { as: 'coordinator', body: { agent: body.agent } })).status).toBe(422);
    const { id } = bodyAs(await api.post(url, { as: 'coordinator', body }));
    expect((await mine('relative')).held.map((one) => one.id)).toContain(id);
    expect((await api.post(`${url}/${id}/end`, { as: 'coordinator' })).status).toBe(200);
    expect((await mine('relative')).held.map((one) => one.id)).not.toContain(id);
  });
});
