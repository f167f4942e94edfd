import { randomUUID } from 'node:crypto';

import { beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';

import { unitId } from '#apps/demo';
import { idFromName, type RegistryBatch } from '#libs/registry';

import { testApi, type Reply } from '../api/testing/api.js';

const api = testApi();
const id = (name: string): string => idFromName(`privacy:${name}`);
const SINCE = { from: '2020-01-01', to: null };

/** Two households on one stairwell of Limin, one of them red; helpers with one office each, everybody else a resident. */
function neighbours(): RegistryBatch {
  const person = (name: string, home: string | null, more: object = {}) => ({
    id: id(name),
    name,
    gender: null,
    birthYear: 1950,
    unit: unitId('limin-b5-s1'),
    household: home === null ? null : id(home),
    flags: [],
    ...more,
  });
  const household = (name: string, flat: string, colour: 'red' | 'blue') => ({
    id: id(name),
    building: unitId('limin-b5'),
    stairwell: unitId('limin-b5-s1'),
    premises: null,
    flat,
    colour,
  });
  const office = (name: string, role: string) => ({
    id: id(`o-${name}`),
    person: id(name),
    unit: unitId('limin'),
    role,
    ...SINCE,
  });
  return {
    households: [household('red-home', '901', 'red'), household('blue-home', '902', 'blue')],
    people: [
      person('白秀英', 'red-home', { flags: ['livesAlone', 'disabled'], phone: '13811112222' }),
      person('gao', 'blue-home'),
      person('vera', null),
      person('lead', null),
      person('second', null),
      person('auditor', null),
    ],
    offices: [
      office('vera', 'volunteer'),
      office('lead', 'coordinator'),
      office('second', 'coordinator'),
      office('auditor', 'supervisor'),
    ],
  };
}

beforeAll(async () => {
  const { database, registry } = api.platform;
  await database.transaction((tx) => registry.insert(tx, neighbours()));
}, 60_000);

const as = (name: string) => ({ person: id(name) });
const get = (url: string, name: string): Promise<Reply> => api.get(`/api/v1${url}`, as(name));
const post = (url: string, name: string, body?: unknown): Promise<Reply> =>
  api.post(`/api/v1${url}`, { ...as(name), ...(body === undefined ? {} : { body }) });
const rowsOf = (reply: Reply): Record<string, unknown>[] => reply.body.rows as unknown as Record<string, unknown>[];

async function upload(
  bytes: Buffer,
  name: string,
  { query = '', filename = 'photo.jpg' }: { query?: string; filename?: string } = {},
): Promise<Reply> {
  const boundary = `b${randomUUID()}`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const raw = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return api.post(`/api/v1/files${query}`, {
    ...as(name),
    raw,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      cookie: await api.signedIn.person(id(name)),
    },
  });
}
const photo = () =>
  sharp({ create: { width: 160, height: 120, channels: 3, background: '#ffe0bd' } })
    .jpeg()
    .toBuffer();

describe('what is sensitive about a household', () => {
  test('a volunteer sees it after an assignment and before nothing; others never', async () => {
    const page = `/visits/households/${id('blue-home')}`;
    expect((await get(page, 'vera')).status).toBe(404);
    expect((await get(page, 'gao')).status).toBe(403);
    const assigned = await post('/visits/assignments', 'lead', {
      household: id('blue-home'),
      person: id('vera'),
      purpose: 'care',
    });
    expect(assigned.status).toBe(200);
    expect((await get(page, 'vera')).body).toMatchObject({ household: { colour: 'blue' }, everyDays: 30 });
    expect((await get(`/visits/households/${id('red-home')}`, 'vera')).status).toBe(404);
    expect(rowsOf(await get('/visits/mine', 'vera')).map(({ household }) => household)).toEqual([id('blue-home')]);
    const claim = assigned.body.id;
    const said = { claim, at: '2026-01-05T08:00:00Z', outcome: 'met', note: '都好' };
    expect((await post('/visits', 'vera', said)).status).toBe(200);
    expect((await post(`/visits/claims/${claim}/end`, 'vera')).status).toBe(200);
    expect((await get(page, 'vera')).status).toBe(404);
  });

  test('is in no answer to a neighbour: not in lists, cases, units, messages, themselves excepted', async () => {
    const answers = await Promise.all(
      ['/me', '/units', '/cases', '/desk', '/messages', '/publications', '/me/looks', '/me/consents'].map((url) =>
        get(url, 'gao'),
      ),
    );
    const text = answers.map((reply) => reply.text).join('\n');
    expect(text).not.toMatch(/"colour"|livesAlone|disabled|13811112222/);
    const own = await post('/me/data-export', 'gao');
    expect(own.text).toContain('"blue"');
    expect(own.text).not.toContain('"red"');
    expect(own.text).not.toContain('白秀英');
  });

  test('asking for a red household and for a blue one is answered alike', async () => {
    const answers = await Promise.all(
      ['red-home', 'blue-home'].map((home) => post('/visits/claims', 'vera', { household: id(home), purpose: 'care' })),
    );
    const [red, blue] = answers.map(({ status, body }) => ({ status, ...body, id: '', household: '', askedAt: '' }));
    expect(red).toEqual(blue);
  });
});

describe('a telephone number in clear', () => {
  const url = `/people/${id('白秀英')}/unmask`;

  test('needs a reason, and the person sees who looked', async () => {
    expect((await post(url, 'lead', { field: 'phone', reason: '看' })).body.code).toBe('privacy.reason_too_short');
    const shown = await post(url, 'lead', { field: 'phone', reason: '回访楼道灯的事' });
    expect([shown.body, shown.headers['cache-control']]).toEqual([
      { field: 'phone', value: '13811112222' },
      'no-store',
    ]);
    expect(rowsOf(await get('/me/looks', '白秀英'))).toMatchObject([
      { by: id('lead'), byName: 'lead', field: 'phone' },
    ]);
    expect((await get('/me/looks', '白秀英')).text).not.toContain('回访楼道灯的事');
    expect(rowsOf(await get('/privacy/looks', 'auditor'))).toMatchObject([{ reason: '回访楼道灯的事' }]);
  });

  test('is not for volunteers, neighbours, or for a case one cannot see', async () => {
    const wish = { field: 'phone', reason: '想打个电话问问' };
    expect((await post(url, 'vera', wish)).status).toBe(403);
    expect((await post(url, 'gao', wish)).status).toBe(403);
    expect((await post(url, 'lead', { ...wish, case: 'no-such-case' })).body.code).toBe('case.unknown');
  });
});

describe('files', () => {
  async function issue(name: string): Promise<string> {
    const input = { danger: false, title: '楼前路灯不亮', unit: unitId('limin'), place: unitId('limin-b5') };
    const body = { workflow: 'issue', input };
    const reply = await post('/cases', name, body);
    if (reply.status !== 201) throw new Error(reply.text);
    return reply.body.id;
  }

  test('that are not attached are seen by their uploader only; there is no way to guess a path', async () => {
    const { status, body } = await upload(await photo(), 'gao');
    expect(status).toBe(201);
    expect((await get(`/files/${body.id}`, 'gao')).status).toBe(200);
    for (const name of ['lead', 'vera', '白秀英'])
      expect((await get(`/files/${body.id}/content`, name)).status).toBe(404);
    expect((await api.get(`/api/v1/files/${body.id}/content`)).status).toBe(404);
    for (const path of ['..%2F..%2Fsigning.key', '%2e%2e', 'a'.repeat(200)])
      expect((await get(`/files/${path}/content`, 'gao')).status).toBe(404);
  });

  test('named in what somebody says in a case belong to that case from then on', async () => {
    const { body } = await upload(await photo(), 'gao');
    const input = { danger: false, title: '楼道灯不亮', unit: unitId('limin'), files: [body.id] };
    const started = await post('/cases', 'gao', { workflow: 'issue', input });
    expect(started.status).toBe(201);
    expect((await get(`/files/${body.id}`, 'gao')).body).toMatchObject({
      attachedTo: 'case',
      subject: started.body.id,
    });
    expect((await get(`/files/${body.id}`, 'lead')).status).toBe(200);
  });

  test('belong to the case in the same transaction: what cannot keep its files is not said at all', async () => {
    const { body } = await upload(await photo(), 'gao');
    const input = { danger: false, title: '单元门坏了', unit: unitId('limin'), files: [body.id] };
    const { database } = api.platform;
    const before = await database.query<{ count: number }>('select count(*)::int as count from cases');
    await database.query(
      `create function no_files() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$`,
    );
    await database.query('create trigger no_files before update on files for each row execute function no_files()');
    const failed = await post('/cases', 'gao', { workflow: 'issue', input });
    await database.query('drop function no_files() cascade');
    expect(failed.status).toBe(500);
    expect(await database.query('select count(*)::int as count from cases')).toEqual(before);
    expect((await post('/cases', 'gao', { workflow: 'issue', input })).status).toBe(201);
  });

  test('that were erased since do not change the answer to what was said before under the same key', async () => {
    const caseId = await issue('gao');
    const photograph = (await upload(await photo(), 'lead')).body.id;
    const body = { act: 'addNote', input: { text: '现场照片', files: [photograph] } };
    const headers = { 'idempotency-key': randomUUID() };
    const say = () => api.post(`/api/v1/cases/${caseId}/acts`, { ...as('lead'), body, headers });
    const first = await say();
    expect(first.status).toBe(200);
    await api.platform.database.query('update files set erased_at = now() where id = $1', [photograph]);
    const again = await say();
    expect([again.status, again.body]).toEqual([200, { ...first.body, repeated: true }]);
    const other = await post(`/cases/${caseId}/acts`, 'lead', body);
    expect([other.status, other.body.code]).toEqual([422, 'file.unknown']);
  });

  test('are named by those who may show them only; whoever names another one is told beside the field, and nothing is kept', async () => {
    const own = await upload(await photo(), 'gao');
    const foreign = await upload(await photo(), 'vera');
    const input = { danger: false, title: '楼道灯不亮', unit: unitId('limin') };
    const before = (await get('/cases?workflow=issue', 'gao')).body.rows.length;
    for (const other of [foreign.body.id, 'photo-1', randomUUID()]) {
      const files = [own.body.id, other];
      const { status, body } = await post('/cases', 'gao', { workflow: 'issue', input: { ...input, files } });
      expect([status, body.code, body.issues]).toEqual([
        422,
        'file.unknown',
        [{ path: 'files.1', message: 'names no file of yours' }],
      ]);
    }
    expect((await get('/cases?workflow=issue', 'gao')).body.rows).toHaveLength(before);
    for (const [name, file] of [
      ['gao', own],
      ['vera', foreign],
    ] as const)
      expect((await get(`/files/${file.body.id}`, name)).body).toMatchObject({ attachedTo: null });
    expect((await get(`/files/${foreign.body.id}`, 'gao')).status).toBe(404);
  });

  test('of a colleague, or of the case one works on, are named in an act; of an unrelated case, they are not', async () => {
    const [caseId, elsewhere] = [await issue('gao'), await issue('gao')];
    const note = (name: string, at: string, file: string) =>
      post(`/cases/${at}/acts`, name, { act: 'addNote', input: { text: '现场照片', files: [file] } });
    const colleague = await upload(await photo(), 'second');
    expect((await note('lead', caseId, colleague.body.id)).status).toBe(200);
    expect((await get(`/files/${colleague.body.id}`, 'lead')).body).toMatchObject({ subject: caseId });
    expect((await note('second', caseId, colleague.body.id)).status).toBe(200);
    const own = await upload(await photo(), 'gao', { query: `?case=${caseId}` });
    expect((await note('lead', elsewhere, own.body.id)).status).toBe(200);
    const neighbour = { danger: false, title: '楼道灯不亮', unit: unitId('limin'), files: [own.body.id] };
    const refused = await post('/cases', '白秀英', { workflow: 'issue', input: neighbour });
    expect([refused.status, refused.body.code]).toEqual([422, 'file.unknown']);
  });

  test('are given out as downloads that run nothing and are kept by no cache', async () => {
    const { body } = await upload(await photo(), 'gao', { filename: '../../照片".jpg' });
    const { headers, status } = await get(`/files/${body.id}/content?size=thumbnail`, 'gao');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('照片.jpg')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });

  test.each([
    ['a web page named .jpg', Buffer.from('<html><script>1</script></html>'), 'file.type_refused', 415],
    ['more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1), 'payload.too_large', 413],
  ])('%s is refused', async (...[, bytes, code, status]) => {
    const reply = await upload(bytes, 'gao');
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('of a case one may not see are attached by nobody and shown to nobody', async () => {
    const { body } = await upload(await photo(), 'gao');
    expect((await post(`/files/${body.id}/attach`, 'gao', { case: 'no-such-case' })).body.code).toBe('case.unknown');
    expect((await upload(await photo(), 'gao', { query: '?case=no-such-case' })).body.code).toBe('case.unknown');
    expect((await get('/cases/no-such-case/files', 'gao')).body.code).toBe('case.unknown');
  });

  test('are published after consent and a review by somebody else, masked, and taken down when the consent is withdrawn', async () => {
    const caseId = await issue('gao');
    const { body } = await upload(await photo(), 'gao', { query: `?case=${caseId}` });
    const publish = () =>
      post(`/files/${body.id}/publish`, 'lead', { masks: [{ left: 0, top: 0, width: 160, height: 60 }] });
    expect((await publish()).body.code).toBe('consent.missing');
    await post('/me/consents', 'gao', { purpose: 'photoPublication', textVersion: '2026-1' });
    const copy = await publish();
    expect([copy.status, copy.body]).toMatchObject([200, { isPublished: true }]);
    const seen = async (name: string) => rowsOf(await get(`/cases/${caseId}/files`, name)).map((row) => row['id']);
    expect(await seen('lead')).toEqual([body.id, copy.body.id]);
    expect(await seen('gao')).toEqual([body.id, copy.body.id]);
    expect((await get(`/cases/${caseId}/files`, '白秀英')).body.code).toBe('case.unknown');
    expect((await get(`/files/${copy.body.id}/content`, '白秀英')).status).toBe(404);
    expect((await get(`/files/${copy.body.id}/content`, 'gao')).status).toBe(200);
    await post('/me/consents/withdraw', 'gao', { purpose: 'photoPublication' });
    expect(await seen('gao')).toEqual([body.id]);
    expect((await get(`/files/${copy.body.id}/content`, 'gao')).status).toBe(404);
  });
});

describe('erasing', () => {
  test('is asked for by the person, confirmed by another one, and then nothing is held', async () => {
    const asked = await post('/me/erasure', '白秀英', { ground: 'purpose achieved' });
    expect(asked.status).toBe(201);
    const confirm = `/privacy/erasures/${asked.body.id}/confirm`;
    expect((await post(confirm, 'gao')).status).toBe(403);
    expect((await post(confirm, 'lead')).body).toMatchObject({ state: 'done', decidedBy: id('lead') });
    const { database, registry } = api.platform;
    expect(await database.transaction((tx) => registry.person(tx, id('白秀英')))).toMatchObject({ name: '已依法删除' });
    expect(
      (await post(`/people/${id('白秀英')}/unmask`, 'lead', { field: 'phone', reason: '想打个电话问问' })).status,
    ).toBe(404);
    expect((await api.get('/api/v1/me', { headers: { cookie: await api.signedIn.person(id('白秀英')) } })).status).toBe(
      401,
    );
  });

  test('waits for a hold, and is not confirmed by the one who asked', async () => {
    const hold = await post(`/people/${id('gao')}/holds`, 'second', { authority: '（2026）民初 17 号' });
    expect(hold.status).toBe(201);
    const asked = await post(`/people/${id('gao')}/erasure`, 'lead', { ground: 'moved away or died' });
    const confirm = (name: string) => post(`/privacy/erasures/${asked.body.id}/confirm`, name);
    expect((await confirm('lead')).body.code).toBe('privacy.two_people');
    expect(['privacy.on_hold', 'privacy.case_open']).toContain((await confirm('second')).body.code);
    expect((await post(`/privacy/holds/${hold.body.id}/lift`, 'lead')).status).toBe(200);
  });

  test('is not asked for by a stranger in somebody’s name', async () => {
    const reply = await post('/me/erasure', 'vera', { ground: 'unlawful', onBehalfOf: id('gao') });
    expect([reply.status, reply.body.code]).toEqual([404, 'resource.unknown']);
  });
});

describe('one’s own data', () => {
  test('come as JSON, and as a page without a script whose words are escaped', async () => {
    await post('/me/corrections', 'vera', { field: '姓名', wanted: '<script>alert(1)</script>' });
    const page = await api.post('/api/v1/me/data-export?format=html', as('vera'));
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="my-data.html"',
    });
    expect(page.text).toContain('&lt;script&gt;');
    expect(page.text).not.toContain('<script>');
  });

  test('that are wrong are answered by whoever keeps the register', async () => {
    const asked = await post('/me/corrections', 'vera', { field: '电话', wanted: '换号了' });
    expect(rowsOf(await get('/privacy/corrections', 'lead')).map((row) => row['id'])).toContain(asked.body.id);
    const answer = { state: 'done', answer: '已更正' };
    expect((await post(`/privacy/corrections/${asked.body.id}/answer`, 'lead', answer)).status).toBe(200);
    expect((await post(`/privacy/corrections/${asked.body.id}/answer`, 'lead', answer)).status).toBe(404);
    expect(rowsOf(await get('/me/corrections', 'vera'))[0]).toMatchObject({ state: 'done', answer: '已更正' });
  });
});
