import { describe, expect, test } from '@jest/globals';

import { DEMO_PASSWORD, demoPersonId } from '#apps/demo';

import { testApi } from '../api/testing/api.js';
import { cookiesOf, jarOf } from './testing/cookies.js';

const api = testApi();

const signIn = (login: string, headers: Record<string, string> = {}, password = DEMO_PASSWORD) =>
  api.post('/api/v1/session', { body: { login, password }, headers });

describe('signing in over HTTP', () => {
  test('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const reply = await signIn('resident');
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ person: demoPersonId('resident'), secondFactor: 'passed', staff: false });
    const session = cookiesOf(reply).find(({ name }) => name === 'minyi');
    expect(session?.attributes).toEqual(expect.arrayContaining(['httponly', 'samesite=lax', 'path=/']));
    expect(session?.attributes.some((one) => one.startsWith('domain'))).toBe(false);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.text).not.toContain(session?.value ?? 'nothing');
  });

  test('says who it is from then on, and nobody after signing out', async () => {
    const jar = jarOf(await signIn('coordinator'));
    const read = await api.get('/api/v1/session', { headers: jar });
    expect(read.body).toMatchObject({ person: demoPersonId('coordinator'), staff: true });
    expect((await api.get('/api/v1/desk', { headers: jar })).status).toBe(200);
    const out = await api.post('/api/v1/session/end', { headers: jar });
    expect(out.body).toMatchObject({ ended: 1 });
    expect(cookiesOf(out).find(({ name }) => name === 'minyi')?.value).toBe('');
    expect((await api.get('/api/v1/desk', { headers: jar })).status).toBe(401);
    expect((await api.get('/api/v1/session', { headers: jar })).body).toMatchObject({ person: null });
  });

  test('answers unknown names and wrong passwords alike', async () => {
    const [wrong, unknown] = [await signIn('resident', {}, 'a wrong one'), await signIn('nobody at all', {}, 'x')];
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.text).toBe(unknown.text);
  });

  test.each([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a sister site', { 'sec-fetch-site': 'same-site' }],
    ['with a foreign origin', { origin: 'https://evil.example' }],
  ])('a page %s cannot use the session', async (...[, headers]) => {
    const jar = jarOf(await signIn('collector'));
    const reply = await api.post('/api/v1/session/end', { headers: { ...jar, ...headers } });
    expect([reply.status, reply.body.code]).toEqual([403, 'access.cross_site']);
    expect((await api.get('/api/v1/session', { headers: jar })).body).toMatchObject({
      person: demoPersonId('collector'),
    });
  });

  test('a form of another site is not JSON and is not read', async () => {
    const reply = await api.post('/api/v1/session', {
      raw: `login=resident&password=${DEMO_PASSWORD}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(reply.status).toBe(415);
  });

  test('a planted session cookie is replaced, and worth nothing afterwards', async () => {
    const planted = jarOf(await signIn('volunteer'));
    const own = jarOf(await signIn('supervisor', planted));
    expect(own.cookie).not.toBe(planted.cookie);
    expect((await api.get('/api/v1/session', { headers: planted })).body).toMatchObject({ person: null });
  });

  test('headers about addresses are not believed: guessing is counted by the connection', async () => {
    for (let n = 0; n < 5; n += 1)
      await signIn('leader', { 'x-forwarded-for': `198.51.100.${String(n)}` }, 'a wrong password');
    const refused = await signIn('leader', { 'x-forwarded-for': '192.0.2.99', forwarded: 'for=192.0.2.98' });
    expect([refused.status, refused.body.code]).toEqual([429, 'access.rate_limited']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('a header that names a person is not believed', async () => {
    const reply = await api.get('/api/v1/desk', { headers: { 'x-minyi-person': demoPersonId('operator') } });
    expect(reply.status).toBe(401);
  });

  test('fields that are not asked for are refused', async () => {
    const reply = await api.post('/api/v1/session', {
      body: { login: 'resident', password: DEMO_PASSWORD, person: demoPersonId('operator') },
    });
    expect(reply.status).toBe(422);
  });
});
