import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { demoPeople, demoPersonId, unitId } from '#apps/demo';
import { isSignature } from '#libs/exchange';

import { codeAndStatus, testApi, type Request } from './testing/api.js';

const api = testApi();
const LIMIN = unitId('limin');
const TABLE = [
  '姓名,出生日期,楼栋,单元,房号,联系电话,五色',
  '测试甲,1956.3.2,利民小区1号楼,1单元,101,13900000001,红',
  '=cmd|x,1980-05-06,1号楼,1,0101,,',
].join('\r\n');

/** A form with one file, as browsers send it. */
async function formOf(bytes: string | Buffer, name = '../../etc/人口.csv'): Promise<Pick<Request, 'raw' | 'headers'>> {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(Buffer.from(bytes))]), name);
  const sent = new Response(form);
  return {
    raw: Buffer.from(await sent.arrayBuffer()),
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
  };
}

async function upload(bytes: string | Buffer, kind = 'people', unit = LIMIN) {
  return api.post(`/api/v1/imports/${kind}/files?unit=${unit}`, { as: 'coordinator', ...(await formOf(bytes)) });
}

describe('an import', () => {
  test('is uploaded, checked, applied and undone by somebody whose office it is', async () => {
    const uploaded = await upload(TABLE);
    expect(uploaded.status).toBe(201);
    expect(uploaded.body).toMatchObject({ state: 'uploaded', fileName: '人口.csv', unknownColumns: ['五色'] });
    const path = `/api/v1/imports/${uploaded.body.id}`;
    const checked = await api.post(`${path}/check`, { as: 'coordinator', body: {} });
    expect(checked.body).toMatchObject({ state: 'checked', counts: { new: 2, errors: 0 } });
    const applied = await api.post(`${path}/apply`, { as: 'coordinator' });
    expect(applied.body).toMatchObject({ state: 'applied' });
    const again = await api.post(`${path}/apply`, { as: 'coordinator' });
    expect([again.status, again.body]).toMatchObject([200, { state: 'applied' }]);
    const undone = await api.post(`${path}/undo`, { as: 'coordinator', body: { reason: '导错了文件' } });
    expect(undone.body).toMatchObject({ state: 'undone' });
  });
  test('is nobody else’s business', async () => {
    const { body } = await upload(TABLE);
    const path = `/api/v1/imports/${body.id}`;
    expect(codeAndStatus(await api.get(path, { as: 'resident' }))).toEqual([403, 'access.denied']);
    expect(codeAndStatus(await api.get(path))).toEqual([401, 'access.unauthenticated']);
    const elsewhere = await upload(TABLE, 'people', unitId('hechang'));
    expect(codeAndStatus(elsewhere)).toEqual([404, 'resource.unknown']);
  });
  test('shows what is wrong in the reader’s language, values of sensitive cells masked', async () => {
    const { body } = await upload('姓名,身份证号,楼栋,单元,房号\n测试乙,620201195603020019,1号楼,1,101\n');
    await api.post(`/api/v1/imports/${body.id}/check`, { as: 'coordinator', body: {} });
    const rows = await api.get(`/api/v1/imports/${body.id}/rows?only=problems`, {
      as: 'coordinator',
      headers: { 'accept-language': 'en' },
    });
    expect(rows.text).toContain('check character');
    expect(rows.text).not.toContain('620201195603020019');
    const csv = await api.get(`/api/v1/imports/${body.id}/problems`, { as: 'coordinator' });
    expect(csv.text).toContain('校验位');
    expect(csv.type).toContain('text/csv');
  });
  test('of something that is no table says what to do', async () => {
    expect(codeAndStatus(await upload(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toEqual([422, 'file.old_excel']);
    expect(codeAndStatus(await upload('a,b\n1,2\n'))).toEqual([422, 'file.no_header']);
    expect(codeAndStatus(await upload('姓名,性别\n张三,男\n'))).toEqual([422, 'file.column_missing']);
  });
  test('gives no office the desk would refuse: none to oneself, none that brings more than one holds', async () => {
    const { database, registry } = api.platform;
    const note = { by: 'operator', source: 'desk', reason: '更新电话', unit: LIMIN, on: '2026-01-01' } as const;
    const phone = '13911112222';
    await database.transaction((tx) =>
      registry.apply(tx, note, { people: [{ id: demoPersonId('coordinator'), phone }] }),
    );
    const own = `${demoPeople.coordinator.name},${phone}`;
    const table = `组织,姓名,联系电话,职务\n试用议事会,${own},书记\n试用议事会,${demoPeople.secretary.name},,监督员\n`;
    const { body } = await upload(table, 'bodies');
    const checked = await api.post(`/api/v1/imports/${body.id}/check`, { as: 'coordinator', body: {} });
    expect(checked.body).toMatchObject({ counts: { new: 0, errors: 2 } });
    const rows = await api.get(`/api/v1/imports/${body.id}/rows?only=problems`, { as: 'coordinator' });
    const problems = [{ code: 'office.not_yours' }];
    expect(rows.body).toMatchObject({ rows: [{ problems }, { problems }] });
    expect(codeAndStatus(await api.post(`/api/v1/imports/${body.id}/apply`, { as: 'coordinator' }))).toEqual([
      409,
      'import.has_errors',
    ]);
  });
  test('takes no code that a unit of another community has', async () => {
    const { body } = await upload('名称,类型,编码\n我们的,社区,hechang\n', 'units');
    const checked = await api.post(`/api/v1/imports/${body.id}/check`, { as: 'coordinator', body: {} });
    expect(checked.body).toMatchObject({ counts: { new: 0, errors: 1 } });
    const rows = await api.get(`/api/v1/imports/${body.id}/rows?only=problems`, { as: 'coordinator' });
    expect(rows.text).toContain('unit.code_taken');
    expect(rows.text).not.toContain('和畅');
  });
  test('has a template for every kind', async () => {
    const template = await api.get('/api/v1/imports/premises/template', { as: 'coordinator' });
    expect(template.text).toContain('产权份额');
  });
});

describe('an export', () => {
  test('has masked telephones, no colour and nothing a spreadsheet program would calculate', async () => {
    const { body } = await upload(TABLE);
    await api.post(`/api/v1/imports/${body.id}/check`, { as: 'coordinator', body: {} });
    await api.post(`/api/v1/imports/${body.id}/apply`, { as: 'coordinator' });
    const people = await api.get(`/api/v1/exports/people?unit=${LIMIN}`, { as: 'coordinator' });
    expect(people.status).toBe(200);
    expect(people.text).toContain("'=cmd|x");
    expect(people.text).toContain('139****0001');
    expect(people.text).not.toContain('13900000001');
    const households = await api.get(`/api/v1/exports/households?unit=${LIMIN}`, { as: 'coordinator' });
    expect(households.text).not.toMatch(/red|红/);
    await api.post(`/api/v1/imports/${body.id}/undo`, { as: 'coordinator', body: { reason: '试用' } });
  });
  test.each(['units', 'bodies', 'premises', 'catalogue', 'cases'])('of %s can be taken', async (list) => {
    const reply = await api.get(`/api/v1/exports/${list}?unit=${LIMIN}`, { as: 'coordinator' });
    expect(reply.status).toBe(200);
  });
  test('of the sign-in journal is for those who audit', async () => {
    const path = `/api/v1/exports/signIns?unit=${LIMIN}`;
    expect((await api.get(path, { as: 'coordinator' })).status).toBe(403);
    expect((await api.get(path, { as: 'resident' })).status).toBe(403);
  });
});

describe('a partner', () => {
  let origin = '';
  let key = '';
  beforeAll(async () => {
    await api.server.app.listen(0, '127.0.0.1');
    origin = await api.server.app.getUrl();
    const given = {
      code: 'hotline-platform',
      name: '12345 平台',
      unit: LIMIN,
      scopes: ['cases.start', 'changes.read'],
    };
    await api.platform.exchange.partners.create(
      { ...given, scopes: ['cases.start', 'changes.read'], systems: ['12345'] },
      'operator',
    );
    key = (await api.platform.exchange.partners.issueKey(given.code, { overlapHours: 0 })).key;
  });

  async function recipe(env: Record<string, string>): Promise<string[]> {
    const document = await readFile('docs/partners.md', 'utf8');
    const script = /<!-- recipe -->\s*```sh\n([\s\S]*?)```/.exec(document)?.[1] ?? 'exit 1';
    const given = {
      ORIGIN: origin,
      PARTNER: 'hotline-platform',
      KEY: key,
      UNIT: LIMIN,
      NUMBER: '20260601-00012',
      CURSOR: '',
      ...env,
    };
    const { stdout } = await promisify(execFile)('sh', ['-c', script], {
      env: { PATH: '/usr/bin:/bin:/usr/local/bin', ...given },
    });
    return stdout.trim().split('\n');
  }

  test('follows the documented recipe: a case begins once, and its progress comes back', async () => {
    const [first = '', feed = ''] = await recipe({});
    const [second = ''] = await recipe({});
    expect(JSON.parse(first)).toMatchObject({ existing: false });
    expect(JSON.parse(second)).toEqual({ ...(JSON.parse(first) as object), existing: true });
    expect(JSON.parse(feed)).toMatchObject({ cursor: expect.any(String) });
    const { case: id } = JSON.parse(first) as { case: string };
    const found = await api.get('/api/v1/numbers/12345/20260601-00012', { as: 'coordinator' });
    expect(found.body).toEqual({ case: id });
  });
  test('with a wrong key, an unknown name or another system’s number gets nowhere', async () => {
    const codes = [];
    for (const env of [{ KEY: 'wrong' }, { PARTNER: 'nobody' }]) codes.push(JSON.parse((await recipe(env))[0] ?? '{}'));
    expect(codes).toMatchObject([{ code: 'partner.signature_wrong' }, { code: 'partner.signature_wrong' }]);
    const [outside = ''] = await recipe({ UNIT: unitId('hechang'), NUMBER: '20260601-00099' });
    expect(JSON.parse(outside)).toMatchObject({ code: 'partner.not_permitted' });
  });
  test('is not told of a case of another community that has the number', async () => {
    const { partners } = api.platform.exchange;
    const unit = unitId('hechang');
    const given = { code: 'hotline-hechang', name: '和畅热线', unit, systems: ['12345'] };
    await partners.create({ ...given, scopes: ['cases.start', 'changes.read'] }, 'operator');
    const issued = await partners.issueKey(given.code, { overlapHours: 0 });
    const env = { PARTNER: given.code, KEY: issued.key, UNIT: unit, NUMBER: '20260601-00077' };
    const [theirs = ''] = await recipe(env);
    expect(JSON.parse(theirs)).toMatchObject({ existing: false });
    const [ours = ''] = await recipe({ NUMBER: env.NUMBER });
    expect(JSON.parse(ours)).toMatchObject({ code: 'resource.conflict' });
    expect(ours).not.toContain((JSON.parse(theirs) as { case: string }).case);
  });
  test('has a case for each of its numbers, however long the name of its system, and one case for the same number', async () => {
    const { partners } = api.platform.exchange;
    const systems = ['jiayuguan-chengguan-wangge-pingtai', 'urban_mgmt', 'urban', 'urban-mgmt'];
    const given = { code: 'grid-platform', name: '网格平台', unit: LIMIN, scopes: ['cases.start' as const], systems };
    const partner = await partners.create(given, 'operator');
    const start = async (system = '', number = ''): Promise<{ id: string; existing: boolean; shown: unknown }> => {
      const matter = { system, number, unit: LIMIN, title: '路面坑洼' };
      const answer = await api.platform.exchange.partnerCases.start(partner, matter, `request-of-${system}-${number}`);
      if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
      const { hotlineNumber } = (await api.platform.cases.stored(answer.caseId))?.context ?? {};
      return { id: answer.caseId, existing: answer.existing, shown: hotlineNumber };
    };
    const orders = [
      [systems[0], '20260601-00012'],
      [systems[0], '20260601-00013'],
      ['urban_mgmt', '20260601-00012'],
      ['urban', '20260601-00012'],
      ['urban', 'mgmt-0001'],
      ['urban-mgmt', '0001'],
    ] as const;
    const begun = [];
    for (const [system, number] of orders) begun.push(await start(system, number));
    expect(begun.map(({ existing }) => existing)).toEqual(orders.map(() => false));
    expect(new Set(begun.map(({ id }) => id)).size).toBe(orders.length);
    expect(begun.map(({ shown }) => shown)).toEqual([
      expect.stringMatching(/^20260601-00012-[0-9a-f]{16}$/),
      expect.stringMatching(/^20260601-00013-[0-9a-f]{16}$/),
      expect.stringMatching(/^20260601-00012-[0-9a-f]{16}$/),
      'urban-20260601-00012',
      'urban-mgmt-0001',
      expect.stringMatching(/^0001-[0-9a-f]{16}$/),
    ]);
    for (const [index, [system, number]] of orders.entries())
      expect(await start(system, number)).toMatchObject({ id: begun[index]?.id, existing: true });
  });
  test('is answered with a signature over its own nonce', async () => {
    const { signatureOf } = await import('#libs/exchange');
    const path = '/api/v1/partners/hotline-platform/changes';
    const signed = {
      method: 'GET',
      path,
      timestamp: String(Math.floor(Date.parse(api.platform.now()) / 1000)),
      nonce: 'nonce-of-this-test-1',
      body: Buffer.alloc(0),
    };
    const headers = {
      'x-minyi-timestamp': signed.timestamp,
      'x-minyi-nonce': signed.nonce,
      'x-minyi-signature': signatureOf(signed, key),
    };
    const reply = await api.get(path, { headers });
    expect(reply.status).toBe(200);
    const answer = {
      ...signed,
      method: '200',
      timestamp: String(reply.headers['x-minyi-timestamp']),
      body: Buffer.from(reply.text),
    };
    expect(isSignature(String(reply.headers['x-minyi-signature']), answer, [key])).toBe(true);
    expect(codeAndStatus(await api.get(path, { headers }))).toEqual([401, 'partner.signature_wrong']);
  });
});
