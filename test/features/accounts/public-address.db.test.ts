import { afterAll, describe, expect, test } from '@jest/globals';

import { DEMO_PASSWORD, demoPersonId } from '#apps/demo';

import { CLIENT, startProvider, throughProvider } from '../../../libs/access/accounts/testing/provider.js';
import { testApi, type Reply } from '../api/testing/api.js';
import { cookiesOf, jarOf } from './testing/cookies.js';

const PUBLIC_URL = 'https://minyi.example.cn';
const CALLBACK = `${PUBLIC_URL}/api/v1/single-sign-on/callback`;
const provider = await startProvider(CALLBACK);
afterAll(() => provider.stop());

const api = testApi({
  PUBLIC_URL,
  TRUST_PROXY: '1',
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: CLIENT.clientId,
  OIDC_CLIENT_SECRET: CLIENT.clientSecret,
});

const signIn = (login: string, headers: Record<string, string> = {}, password = DEMO_PASSWORD) =>
  api.post('/api/v1/session', { body: { login, password }, headers });
const merged = (...jars: { cookie: string }[]) => ({ cookie: jars.map(({ cookie }) => cookie).join('; ') });

describe('behind a proxy with https', () => {
  test('the session cookie has the prefix that keeps it to this host', async () => {
    const session = cookiesOf(await signIn('resident')).find(({ name }) => name.includes('minyi'));
    expect(session?.name).toBe('__Host-minyi');
    expect(session?.attributes).toEqual(expect.arrayContaining(['secure', 'httponly', 'samesite=lax', 'path=/']));
    expect(session?.attributes.some((one) => one.startsWith('domain'))).toBe(false);
  });

  test('the address is what the one trusted proxy says, not what the client wrote before', async () => {
    const jar = jarOf(await signIn('collector', { 'x-forwarded-for': '192.0.2.66, 203.0.113.5' }));
    const list = await api.get('/api/v1/me/sessions', { headers: jar });
    const rows = list.body.rows as unknown as { address: string; isThis: boolean }[];
    expect(rows.find(({ isThis }) => isThis)?.address).toBe('203.0.113.5');
  });

  test('guesses from different made-up addresses are counted together', async () => {
    for (let n = 0; n < 5; n += 1)
      await signIn('leader', { 'x-forwarded-for': `192.0.2.${String(n)}, 203.0.113.9` }, 'a wrong password');
    const refused = await signIn('leader', { 'x-forwarded-for': '192.0.2.77, 203.0.113.9' });
    expect(refused.body.code).toBe('access.rate_limited');
    expect((await signIn('leader', { 'x-forwarded-for': '203.0.113.10' })).status).toBe(200);
  });
});

describe('single sign-on with a browser', () => {
  const urlOf = (reply: Reply): string => (reply.body as unknown as { url: string }).url;
  const begin = (body: object, headers: Record<string, string> = {}) =>
    api.post('/api/v1/single-sign-on', { body, headers });
  const comeBack = async (begun: Reply, jar: { cookie: string } = { cookie: '' }) => {
    const back = await throughProvider(urlOf(begun), CALLBACK);
    return api.get(`${back.pathname}${back.search}`, { headers: merged(jar, jarOf(begun)) });
  };

  test('links, then signs in, and goes on to where one wanted to', async () => {
    const jar = jarOf(await signIn('supervisor'));
    const linked = await comeBack(await begin({ purpose: 'link', next: '/my' }, jar), jar);
    expect([linked.status, linked.headers.location]).toEqual([303, '/my']);
    const begun = await begin({ purpose: 'signIn', next: '//evil.example' });
    expect(cookiesOf(begun)[0]?.attributes).toEqual(
      expect.arrayContaining(['httponly', 'secure', 'samesite=lax', 'path=/api/v1/single-sign-on']),
    );
    const back = await comeBack(begun);
    expect([back.status, back.headers.location]).toEqual([303, '/']);
    const read = await api.get('/api/v1/session', { headers: jarOf(back) });
    expect(read.body).toMatchObject({ person: demoPersonId('supervisor') });
  });

  test('of an identity nobody has linked ends on the sign-in page with the reason', async () => {
    provider.subject = 'a stranger';
    const back = await comeBack(await begin({ purpose: 'signIn' }));
    expect(back.headers.location).toBe('/sign-in?problem=sso.not_linked');
  });

  test('cannot be linked by a visitor, or finished by a browser that did not begin', async () => {
    expect((await begin({ purpose: 'link' })).status).toBe(401);
    const back = await throughProvider(urlOf(await begin({ purpose: 'signIn' })), CALLBACK);
    const reply = await api.get(`${back.pathname}${back.search}`);
    expect(reply.headers.location).toBe('/sign-in?problem=sso.failed');
    expect(cookiesOf(reply).some(({ name }) => name === '__Host-minyi')).toBe(false);
  });
});
