import { describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';

import { DEMO_PASSWORD, demoPersonId } from '#apps/demo';

import { testApi, type Reply } from '../api/testing/api.js';
import { cookiesOf, jarOf } from './testing/cookies.js';

const api = testApi({ STAFF_SECOND_FACTOR: 'required' });

type Jar = { cookie: string };
const signIn = (login: string, password = DEMO_PASSWORD) => api.post('/api/v1/session', { body: { login, password } });
const bodyOf = (reply: Reply) => reply.body as unknown as Record<string, never>;
const codeOf = (secret: string, ahead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.parse(api.platform.now()) + ahead * 1000,
  });
/** What the browser sends after an answer that may have changed its cookies. */
const afterwards = (jar: Jar, reply: Reply): Jar => {
  const renewed = cookiesOf(reply).find(({ name }) => name === 'minyi');
  return renewed === undefined ? jar : { cookie: jar.cookie.replace(/minyi=[^;]+/, `minyi=${renewed.value}`) };
};

describe('staff where a second factor is required', () => {
  test('may do nothing but set one up until they have, and need it from then on', async () => {
    const half = await signIn('duty');
    expect(half.body).toMatchObject({ secondFactor: 'enrol', staff: true });
    const jar = jarOf(half);
    for (const url of ['/api/v1/desk', '/api/v1/me', '/api/v1/me/tokens', '/api/v1/me/sessions'])
      expect((await api.get(url, { headers: jar })).body.code).toBe('access.second_factor_due');
    const begun = await api.post('/api/v1/me/second-factor', { headers: jar, body: {} });
    const { secret } = bodyOf(begun) as unknown as { secret: string };
    const confirmed = await api.post('/api/v1/me/second-factor/confirm', {
      headers: jar,
      body: { code: codeOf(secret) },
    });
    expect((bodyOf(confirmed) as unknown as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    const whole = afterwards(jar, confirmed);
    expect((await api.get('/api/v1/desk', { headers: whole })).status).toBe(200);
    expect((await api.get('/api/v1/desk', { headers: jar })).status).toBe(401);

    const door = jarOf(await signIn('duty'));
    expect((await api.get('/api/v1/desk', { headers: door })).status).toBe(403);
    expect((await api.post('/api/v1/me/second-factor', { headers: door, body: {} })).body.code).toBe(
      'access.second_factor_due',
    );
    const code = codeOf(secret, 30);
    const passed = await api.post('/api/v1/session/second-factor', { headers: door, body: { code } });
    expect(passed.body).toMatchObject({ secondFactor: 'passed', person: demoPersonId('duty') });
    const again = jarOf(await signIn('duty'));
    const reused = await api.post('/api/v1/session/second-factor', { headers: again, body: { code } });
    expect([reused.status, reused.body.code]).toEqual([401, 'factor.wrong']);
  });

  test('residents are in without one', async () => {
    expect((await signIn('resident')).body).toMatchObject({ secondFactor: 'passed' });
  });
});

describe('an API token', () => {
  const tokenFor = async (scopes: string[]) => {
    const made = await api.post('/api/v1/me/tokens', {
      as: 'resident',
      body: { name: '测试', scopes, days: 7, password: DEMO_PASSWORD },
    });
    expect(made.status).toBe(201);
    const { token, id } = bodyOf(made) as unknown as { token: string; id: string };
    return { id, bearer: { authorization: `Bearer ${token}` } };
  };

  test('does what it is for and nothing else', async () => {
    const { bearer } = await tokenFor(['cases.read']);
    expect((await api.get('/api/v1/desk', { headers: bearer })).status).toBe(200);
    const acting = await api.post('/api/v1/messages/read', { headers: bearer, body: { ids: ['m1'] } });
    expect([acting.status, acting.body.code]).toEqual([403, 'access.scope_missing']);
  });

  test.each([
    ['GET', '/api/v1/me/account'],
    ['GET', '/api/v1/me/sessions'],
    ['GET', '/api/v1/me/tokens'],
    ['POST', '/api/v1/me/tokens'],
    ['POST', '/api/v1/me/password'],
    ['POST', '/api/v1/me/second-factor'],
    ['POST', '/api/v1/me/sessions/end-others'],
    ['POST', '/api/v1/session/end'],
  ])('looks after no account: %s %s', async (method, url) => {
    const { bearer } = await tokenFor(['cases.read', 'cases.act']);
    const reply = await (method === 'GET' ? api.get(url, { headers: bearer }) : api.post(url, { headers: bearer }));
    expect([reply.status, reply.body.code]).toEqual([403, 'access.scope_missing']);
  });

  test('is not made for what its owner holds no office for', async () => {
    const ask = (scopes: string[]) =>
      api.post('/api/v1/me/tokens', {
        as: 'resident',
        body: { name: '测试', scopes, days: 7, password: DEMO_PASSWORD },
      });
    for (const scope of ['incidents.decide', 'accounts.manage', 'registry.read']) {
      const refused = await ask(['cases.read', scope]);
      expect([refused.status, refused.body.code]).toEqual([403, 'access.denied']);
    }
    expect((await ask(['cases.read', 'cases.act'])).status).toBe(201);
  });

  test('says whether staff made it', async () => {
    const { bearer } = await tokenFor(['cases.read']);
    const token = bearer.authorization.slice('Bearer '.length);
    const { accounts, database } = api.platform;
    expect((await accounts.resolveToken(database, token))?.staff).toBe(false);
  });

  test('is refused from the moment it is revoked; that of somebody else cannot be', async () => {
    const { id, bearer } = await tokenFor(['cases.read']);
    expect((await api.post(`/api/v1/me/tokens/${id}/revoke`, { as: 'neighbour' })).status).toBe(404);
    expect((await api.get('/api/v1/desk', { headers: bearer })).status).toBe(200);
    expect((await api.post(`/api/v1/me/tokens/${id}/revoke`, { as: 'resident' })).status).toBe(200);
    expect((await api.get('/api/v1/desk', { headers: bearer })).status).toBe(401);
  });

  test('needs the password once more', async () => {
    const body = { name: 'x', scopes: ['cases.read'], days: 1 };
    expect((await api.post('/api/v1/me/tokens', { as: 'resident', body })).body.code).toBe('access.credentials_wrong');
  });
});

describe('sessions', () => {
  test('are listed and ended by their owner only', async () => {
    const [one, two] = [jarOf(await signIn('partyMember')), jarOf(await signIn('partyMember'))];
    const list = await api.get('/api/v1/me/sessions', { headers: one });
    const rows = list.body.rows as unknown as { id: string; isThis: boolean }[];
    expect(rows.length).toBeGreaterThanOrEqual(2);
    const other = rows.find(({ isThis }) => !isThis)?.id ?? '';
    expect((await api.post(`/api/v1/me/sessions/${other}/end`, { as: 'neighbour' })).status).toBe(404);
    expect((await api.post('/api/v1/me/sessions/end-others', { headers: one })).status).toBe(200);
    expect((await api.get('/api/v1/desk', { headers: two })).status).toBe(401);
    expect((await api.get('/api/v1/desk', { headers: one })).status).toBe(200);
  });

  test('go on under a new cookie when the password changes; all others end', async () => {
    const [own, other] = [jarOf(await signIn('neighbour')), jarOf(await signIn('neighbour'))];
    const change = (body: object) => api.post('/api/v1/me/password', { headers: own, body });
    expect((await change({ current: DEMO_PASSWORD, password: 'neighbour1' })).body.code).toBe('password.is_login');
    const changed = await change({ current: DEMO_PASSWORD, password: '楼道里的灯昨晚修好了' });
    expect(changed.status).toBe(200);
    expect((await api.get('/api/v1/desk', { headers: own })).status).toBe(401);
    expect((await api.get('/api/v1/desk', { headers: other })).status).toBe(401);
    expect((await api.get('/api/v1/desk', { headers: afterwards(own, changed) })).status).toBe(200);
    expect((await signIn('neighbour')).status).toBe(401);
    expect((await signIn('neighbour', '楼道里的灯昨晚修好了')).status).toBe(200);
  });
});

test('everybody reads the attempts on their own account', async () => {
  await signIn('adviser', 'a wrong password');
  const mine = await api.get('/api/v1/me/sign-ins', { as: 'adviser' });
  const rows = mine.body.rows as unknown as { outcome: string; address: string }[];
  expect(rows.map(({ outcome }) => outcome)).toContain('wrong');
  expect(rows.every(({ address }) => address !== '')).toBe(true);
});
