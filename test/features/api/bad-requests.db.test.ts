import { describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId } from '#apps/demo';

import { codeAndStatus, testApi, type Request } from './testing/api.js';

const api = testApi();
const issue = { danger: false, title: '楼道灯不亮', unit: unitId('limin') };
const start = (request: Request) => api.post('/api/v1/cases', { as: 'resident', ...request });
const wrap = (depth: number): string => '{"workflow":"issue","input":' + '['.repeat(depth) + ']'.repeat(depth) + '}';

describe('a request body', () => {
  test.each<[string, Request, readonly [number, string]]>([
    ['that is not JSON', { raw: '{"workflow":' }, [400, 'request.malformed']],
    ['that is not UTF-8', { raw: Buffer.from([0x7b, 0xff, 0x7d]) }, [400, 'request.malformed']],
    ['nested deeper than 32 levels', { raw: wrap(40) }, [400, 'request.malformed']],
    [
      'with NUL in a text',
      { raw: JSON.stringify({ workflow: 'issue', input: { ...issue, title: 'a\u0000b' } }) },
      [400, 'request.malformed'],
    ],
    [
      'with half a surrogate pair',
      { raw: '{"workflow":"issue","input":{"title":"\\ud83d"}}' },
      [400, 'request.malformed'],
    ],
    [
      'with a number beyond exactness',
      { raw: '{"workflow":"issue","input":{"n":9007199254740993}}' },
      [400, 'request.malformed'],
    ],
    ['with an infinite number', { raw: '{"workflow":"issue","input":{"n":1e999}}' }, [400, 'request.malformed']],
    [
      'reaching for the prototype',
      { raw: '{"workflow":"issue","input":{"__proto__":{"x":1}}}' },
      [400, 'request.malformed'],
    ],
    [
      'larger than 1 MB',
      { raw: JSON.stringify({ workflow: 'issue', input: { title: 'x'.repeat(1_100_000) } }) },
      [413, 'payload.too_large'],
    ],
    [
      'of another type',
      { raw: '<issue/>', headers: { 'content-type': 'application/xml' } },
      [415, 'payload.unsupported_type'],
    ],
    [
      'as a form',
      { raw: 'workflow=issue', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      [415, 'payload.unsupported_type'],
    ],
    ['that is a list', { body: [] }, [422, 'input.invalid']],
    ['without what is required', { body: {} }, [422, 'input.invalid']],
    ['with a field nobody knows', { body: { workflow: 'issue', input: issue, colour: 'red' } }, [422, 'input.invalid']],
    [
      'whose input has a field nobody knows',
      { body: { workflow: 'issue', input: { ...issue, colour: 'red' } } },
      [422, 'act.input_invalid'],
    ],
    ['whose input is wrong', { body: { workflow: 'issue', input: { ...issue, title: '' } } }, [422, 'input.invalid']],
    ['for a workflow nobody knows', { body: { workflow: 'nonsense', input: {} } }, [404, 'workflow.unknown']],
    [
      'for a workflow that only cases start',
      { body: { workflow: 'task', input: {} } },
      [409, 'workflow.not_startable'],
    ],
  ])('%s is refused', async (_, request, expected) => {
    expect(codeAndStatus(await start(request))).toEqual(expected);
  });

  test('is refused with every field that is wrong', async () => {
    const { body } = await start({ body: { workflow: 'issue', input: { ...issue, unit: 7, colour: 'red' } } });
    expect(body.issues).toEqual([{ path: 'colour', message: '这里没有这一项' }]);
    const { body: wrong } = await start({ body: { workflow: 'issue', input: { ...issue, unit: 7, danger: 'maybe' } } });
    expect(wrong.issues.map(({ path }) => path).sort()).toEqual(['danger', 'unit']);
  });

  test('to an endpoint that takes none is refused', async () => {
    const reply = await api.post('/api/v1/incidents/x/retry', { as: 'operator', body: { why: 'not' } });
    expect(codeAndStatus(reply)).toEqual([400, 'request.malformed']);
  });
});

describe('an idempotency key', () => {
  test.each<[string, Record<string, string>, string]>([
    ['missing', { 'idempotency-key': '' }, 'idempotency.key_missing'],
    ['with spaces', { 'idempotency-key': 'a b' }, 'request.malformed'],
    ['too long', { 'idempotency-key': 'k'.repeat(201) }, 'request.malformed'],
  ])('%s is refused', async (_, headers, code) => {
    expect(codeAndStatus(await start({ headers, body: { workflow: 'issue', input: issue } }))).toEqual([400, code]);
  });

  test('sent again with the same body answers as before, with another body it is refused', async () => {
    const request = { headers: { 'idempotency-key': 'same-key' }, body: { workflow: 'issue', input: issue } };
    const first = await start(request);
    const second = await start(request);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual({ ...first.body, repeated: true });
    const other = await start({ ...request, body: { workflow: 'issue', input: { ...issue, danger: true } } });
    expect(codeAndStatus(other)).toEqual([422, 'idempotency.key_reused']);
  });
});

describe('an address', () => {
  test.each<[string, string, readonly [number, string]]>([
    ['nobody serves', '/api/v1/nothing', [404, 'request.unknown']],
    ['of no case', '/api/v1/cases/nobody', [404, 'case.unknown']],
    ['with NUL in it', '/api/v1/cases/%00', [400, 'request.malformed']],
    ['with a broken escape', '/api/v1/cases/%zz', [400, 'request.malformed']],
    ['longer than any id', `/api/v1/cases/${'x'.repeat(300)}`, [400, 'request.malformed']],
    ['with a query nobody knows', '/api/v1/cases?colour=red', [400, 'request.malformed']],
    ['with a limit of zero', '/api/v1/cases?limit=0', [400, 'request.malformed']],
    ['with a limit beyond 200', '/api/v1/cases?limit=201', [400, 'request.malformed']],
    ['with a cursor nobody gave out', '/api/v1/cases?cursor=eyJhIjoxfQ', [400, 'cursor.malformed']],
    ['with an empty cursor', '/api/v1/cases?cursor=', [400, 'cursor.malformed']],
    [
      'with a cursor of another list',
      `/api/v1/publications?cursor=${Buffer.from('["2026"]').toString('base64url')}`,
      [400, 'cursor.malformed'],
    ],
    ['of no workflow', '/api/v1/workflows/nonsense', [404, 'workflow.unknown']],
    ['with an inherited name for a workflow', '/api/v1/workflows/constructor', [404, 'workflow.unknown']],
    ['of a chart in no format', '/api/v1/workflows/issue/chart?format=png', [400, 'request.malformed']],
  ])('%s is refused', async (_, url, expected) => {
    const reply = await api.get(url);
    expect(codeAndStatus(reply)).toEqual(expected);
    expect(reply.type).toBe('application/problem+json; charset=utf-8');
  });

  test('with a method nobody serves is unknown', async () => {
    const reply = await api.server.app.inject({ method: 'DELETE', url: '/api/v1/cases' });
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });
});

describe('a refusal', () => {
  test('is a problem document in Chinese unless English is preferred', async () => {
    const zh = await api.get('/api/v1/cases/nobody');
    const en = await api.get('/api/v1/cases/nobody', { headers: { 'accept-language': 'en-GB' } });
    expect(zh.body).toMatchObject({
      type: 'urn:minyi:problem:case.unknown',
      status: 404,
      code: 'case.unknown',
      title: '没有找到这个事项',
    });
    expect(en.body).toMatchObject({ title: 'There is no such case', instance: '/api/v1/cases/nobody' });
    expect([zh.headers['content-language'], en.headers['content-language']]).toEqual(['zh-CN', 'en']);
  });

  test('says what is wrong with a request and with the input of a workflow in the language of whoever asks', async () => {
    const messages = async (body: object, language: string): Promise<unknown> => {
      const { status, body: problem } = await start({ body, headers: { 'accept-language': language } });
      const { issues } = problem as unknown as { issues: { path: string; message: string }[] };
      return [status, issues];
    };
    const title = { workflow: 'issue', input: { ...issue, title: 7 } };
    const colour = { workflow: 'issue', input: { ...issue, colour: 'red' } };
    expect(await messages(colour, 'zh')).toEqual([422, [{ path: 'colour', message: '这里没有这一项' }]]);
    expect(await messages(colour, 'en')).toEqual([422, [{ path: 'colour', message: 'is not a field here' }]]);
    const [, zh] = (await messages(title, 'zh-CN')) as [number, { path: string; message: string }[]];
    const [, en] = (await messages(title, 'en')) as [number, { path: string; message: string }[]];
    expect(zh).toEqual(expect.arrayContaining([{ path: 'title', message: expect.stringContaining('无效输入') }]));
    expect(en).toEqual(expect.arrayContaining([{ path: 'title', message: expect.stringContaining('Invalid input') }]));
    const nothing = { input: {} };
    expect(await messages(nothing, 'zh')).toEqual([
      422,
      [{ path: 'workflow', message: expect.stringMatching(/^无效输入/) }],
    ]);
    expect(await messages(nothing, 'en')).toEqual([
      422,
      [{ path: 'workflow', message: expect.stringMatching(/^Invalid input/) }],
    ]);
  });

  test.each(['/api/v1/desk', '/api/v1/messages', '/api/v1/me', '/api/v1/incidents'])(
    'of %s asks a visitor to sign in',
    async (url) => {
      expect(codeAndStatus(await api.get(url))).toEqual([401, 'access.unauthenticated']);
    },
  );

  test('by a header that names a person is a visitor’s', async () => {
    const headers = { 'x-minyi-person': demoPersonId('operator'), 'x-minyi-on-behalf-of': demoPersonId('resident') };
    expect(codeAndStatus(await api.get('/api/v1/me', { headers }))).toEqual([401, 'access.unauthenticated']);
  });

  test.each(['Bearer mny_nothing', 'Basic b3BlcmF0b3I6eA==', 'nonsense'])(
    'with %s is refused',
    async (authorization) => {
      const reply = await api.get('/api/v1/cases', { headers: { authorization } });
      expect(codeAndStatus(reply)).toEqual([401, 'access.unauthenticated']);
    },
  );

  test('with a session that never was is a visitor’s', async () => {
    const headers = { cookie: 'minyi=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' };
    expect((await api.get('/api/v1/cases', { headers })).status).toBe(200);
    expect(codeAndStatus(await api.get('/api/v1/desk', { headers }))).toEqual([401, 'access.unauthenticated']);
  });

  test('from a page of another site in somebody’s name is refused', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
    const reply = await api.post('/api/v1/messages/read', { as: 'resident', body: { ids: ['m1'] }, headers });
    expect(codeAndStatus(reply)).toEqual([403, 'access.cross_site']);
  });

  test('keeps residents from the operator’s list', async () => {
    expect(codeAndStatus(await api.get('/api/v1/incidents', { as: 'resident' }))).toEqual([403, 'access.denied']);
  });
});

test('every answer carries security headers and an id of the request', async () => {
  for (const url of ['/', '/api/v1/cases', '/nothing']) {
    const { headers } = await api.get(url, { headers: { 'x-request-id': 'abc-1' } });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': 'abc-1',
    });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  }
});
