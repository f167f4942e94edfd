import { describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId, type DemoPersonKey } from '#apps/demo';

import { codeAndStatus, testApi, type Reply } from './testing/api.js';

const api = testApi();
const AT = '2026-11-22T04:00:00.000Z';

const bodyOf = (reply: Reply): unknown => {
  expect([reply.status, reply.status < 300 ? '' : reply.text]).toEqual([200, '']);
  return reply.body;
};

interface Preview {
  lead: { unit: string; unitName: string; ground: string };
  assists: { unit: string }[];
  emergency: { unit: string } | null;
  limits: { name: string; from: string; dueAt: string | null }[];
  explanation: { zh: string; en: string }[];
}

const preview = async (body: object): Promise<Preview> =>
  bodyOf(await api.post('/api/v1/routing/preview', { body })) as Preview;

describe('the dry run of a dispatch', () => {
  test('says to a visitor who would get a matter, until when, and why, in both languages', async () => {
    const route = await preview({ matter: '供水', place: 'limin-b9' });
    expect(route.lead).toMatchObject({ unit: unitId('water'), unitName: '市供水公司', ground: 'matrix' });
    expect(route.limits).toMatchObject([{ name: 'handling', from: 'matter' }]);
    expect(Date.parse(route.limits[0]?.dueAt ?? '')).toBeGreaterThan(0);
    expect(route.explanation[0]).toEqual({
      zh: '承办：市供水公司(市)。依据：权责清单。',
      en: '市供水公司 (city) handles it: by the duty matrix.',
    });
    expect(route.explanation.length).toBeGreaterThan(1);
    expect(JSON.stringify(route)).not.toContain(demoPersonId('coordinator'));
  });

  test('calls whoever is on duty in danger, within two hours', async () => {
    const route = await preview({ matter: '燃气安全', place: 'limin-b9', danger: true });
    expect([route.emergency?.unit, route.limits[0]?.from]).toEqual([unitId('limin'), 'danger']);
  });

  test('knows no place and no matter that is not there', async () => {
    for (const body of [
      { matter: '供水', place: 'qifenglu-b1' },
      { matter: '登月', place: 'limin-b9' },
    ]) {
      const reply = await api.post('/api/v1/routing/preview', { body });
      expect(codeAndStatus(reply)).toEqual([404, 'resource.unknown']);
    }
  });

  test('falls back on the street where the duty matrix names nobody, and says that it does', async () => {
    const name = { zh: '井盖异响', en: 'A rattling manhole cover' };
    const matter = { parent: null, code: 'manhole', name, reason: '新增事项' };
    const written = await api.post(`/api/v1/units/${unitId('limin')}/matters`, { as: 'coordinator', body: matter });
    bodyOf(written);
    const route = await preview({ matter: name.zh, place: 'limin-b9' });
    expect(route.lead).toMatchObject({ unit: unitId('gangcheng'), unitName: '钢城街道', ground: 'street' });
    expect(route.assists).toEqual([]);
    expect(route.explanation[0]).toEqual({
      zh: '承办：钢城街道(街道)。依据：权责清单没有能承办的单位：由街道兜底。',
      en: '钢城街道 (street) handles it: nobody in the duty matrix can: the street takes it.',
    });
  });
});

describe('the admission register', () => {
  const decide = `/api/v1/units/${unitId('jyg')}/admissions`;
  const admits = async (matter: string, from: string): Promise<unknown> => {
    const { rows } = bodyOf(await api.get(`/api/v1/units/${unitId('limin')}/catalogue`)) as {
      rows: { id: string; name: { zh: string } }[];
    };
    const id = rows.find(({ name }) => name.zh === matter)?.id ?? '';
    const query = new URLSearchParams({ matter: id, from: unitId(from), to: unitId('limin') }).toString();
    return bodyOf(await api.get(`/api/v1/routing/admission?${query}`, { as: 'coordinator' }));
  };

  test('of the demonstration admits some of what was handed down and has struck off the rest', async () => {
    expect(await admits('为老服务', 'civil')).toMatchObject({ admitted: true, reason: 'admitted' });
    expect(await admits('违法建设', 'urban')).toMatchObject({ admitted: false, reason: 'refused' });
    expect(await admits('供热', 'heating')).toMatchObject({ admitted: false, reason: 'not_admitted' });
  });

  test('is applied for by a department and decided above, by somebody else, once', async () => {
    const matters = bodyOf(await api.get(`/api/v1/units/${unitId('limin')}/catalogue`)) as {
      rows: { id: string; name: { zh: string } }[];
    };
    const matter = matters.rows.find(({ name }) => name.zh === '供热')?.id ?? '';
    const body = { matter, scope: unitId('jyg'), reason: '入户测温离居民近', means: '每户20元' };
    const url = `/api/v1/units/${unitId('heating')}/admissions`;
    const entry = bodyOf(await api.post(url, { as: 'department', body })) as { id: string; status: string };
    expect(entry.status).toBe('applied');
    const judged = (as: DemoPersonKey, ground: string) =>
      api.post(`${decide}/${entry.id}/decide`, { as, body: { admitted: true, ground } });
    expect(codeAndStatus(await judged('department', '可以'))).toEqual([403, 'access.denied']);
    expect(codeAndStatus(await judged('leader', '可以'))).toEqual([404, 'resource.unknown']);
    expect(bodyOf(await judged('cityLeader', '有授权有经费'))).toMatchObject({ status: 'admitted' });
    expect(codeAndStatus(await judged('cityLeader', '另有理由'))).toEqual([409, 'routing.admission_decided']);
    expect(await admits('供热', 'heating')).toMatchObject({ admitted: true, entry: entry.id });
  });

  test('is decided by nobody of the unit that applied, whoever of them did it', async () => {
    const { routing, database, now } = api.platform;
    const own = { applicant: unitId('jyg'), scope: unitId('limin'), reason: '入户', means: '无', by: 'a-colleague' };
    const entry = await database.transaction(async (tx) => {
      const [matter] = await tx.query<{ id: string }>('select id from matters order by id limit 1');
      return routing.admissions.apply(tx, { ...own, matter: matter?.id ?? '', at: now() });
    });
    const body = { admitted: true, ground: '可以' };
    const refused = await api.post(`${decide}/${entry.id}/decide`, { as: 'cityLeader', body });
    expect(codeAndStatus(refused)).toEqual([403, 'access.denied']);
  });
});

describe('what disputes have taught', () => {
  const listed = async (): Promise<{ id: string; status: string }[]> => {
    const url = `/api/v1/units/${unitId('limin')}/routing-proposals`;
    return (bodyOf(await api.get(url, { as: 'coordinator' })) as { rows: { id: string; status: string }[] }).rows;
  };

  test('is accepted by the steward of the catalogue, and can be undone', async () => {
    const { routing, database, registry } = api.platform;
    const { rows } = bodyOf(await api.get(`/api/v1/units/${unitId('limin')}/catalogue`)) as {
      rows: { id: string; name: { zh: string } }[];
    };
    const matter = rows.find(({ name }) => name.zh === '供水')?.id ?? '';
    const lesson = { matter, place: unitId('limin-b9'), owner: unitId('drainage'), returnedBy: [unitId('water')] };
    await database.transaction((tx) =>
      routing.lessons.learn(tx, { ...lesson, id: 'effect-1', caseId: 'task-1', grounds: ['not_our_duty'], at: AT }),
    );
    const [proposal] = await listed();
    const url = `/api/v1/units/${unitId('limin')}/routing-proposals/${proposal?.id ?? ''}/accept`;
    const body = { reason: '裁定归排水公司' };
    expect(codeAndStatus(await api.post(url, { as: 'department', body }))).toEqual([403, 'access.denied']);
    const accepted = bodyOf(await api.post(url, { as: 'coordinator', body })) as { status: string; change: string };
    expect(accepted).toMatchObject({ status: 'accepted', fromName: '市供水公司', toName: '市排水公司' });
    expect((await preview({ matter, place: 'limin-b9' })).lead.unit).toBe(unitId('drainage'));
    expect((await preview({ matter, place: 'limin-b8' })).lead.unit).toBe(unitId('water'));
    const note = { by: demoPersonId('coordinator'), source: 'undo', reason: '误采纳' };
    await database.transaction((tx) => registry.undo(tx, accepted.change, note));
    expect((await preview({ matter, place: 'limin-b9' })).lead.unit).toBe(unitId('water'));
  });
});
