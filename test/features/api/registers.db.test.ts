import { beforeAll, describe, expect, test } from '@jest/globals';

import { unitId } from '#apps/demo';
import { decide, presetRule, type DecisionRule } from '#libs/decision';
import type { JsonObject } from '#libs/engine';
import type { RegisterOrder } from '#libs/registers';

import { codeAndStatus, testApi, type Reply } from './testing/api.js';

const api = testApi();
const limin = unitId('limin');
const AT = '2026-03-02T01:00:00.000Z';
const ASSEMBLY = 'residents-assembly-households-2026';

interface Rule {
  rule: DecisionRule;
  source: { unit: string | null; confirmedBy: string | null } | null;
  isInForce?: boolean;
  changes?: { path: string }[];
}

function bodyOf<T>(reply: Reply, status = 200, read = (body: unknown) => body as T): T {
  expect([reply.status, reply.status === status ? '' : reply.text]).toEqual([status, '']);
  return read(reply.body);
}

function council(): DecisionRule {
  const rule = presetRule('council');
  if (rule === undefined) throw new Error('there is no preset for a council');
  return rule;
}

/** What stands in a list of an answer, without version and confirmation. */
function draftOf({ version: _, confirmed: _confirmed, ...rule }: DecisionRule): object {
  return rule;
}

function certificate(): JsonObject {
  const counts = { total: 20, participating: 15, yes: 12, no: 3, abstain: 0, void: 0 };
  const decision = decide(council(), { members: counts }, '2026-03-02');
  if (decision.kind === 'refused') throw new Error(decision.refusal.code);
  return JSON.parse(JSON.stringify(decision.certificate)) as JsonObject;
}

const order = (caseId: string, change: Partial<RegisterOrder> = {}): RegisterOrder => ({
  unit: limin,
  kind: 'resolution',
  caseId,
  revises: null,
  title: '修缮凉亭<script>',
  text: '修缮三号凉亭。',
  document: null,
  decision: { caseId: 'ballot-1', certificate: certificate() },
  adoptedOn: '2026-03-02',
  inForceFrom: '2026-03-02',
  check: null,
  filing: null,
  signatures: [{ person: 'nobody', capacity: 'chair', office: 'chair', isNamed: true, at: AT }],
  at: AT,
  ...change,
});

const enter = (wanted: RegisterOrder) => {
  const { database, registers, registry } = api.platform;
  return database.transaction(async (tx) =>
    registers.book.enter(tx, wanted, { name: '丽民社区', lineage: await registry.lineage(tx, wanted.unit) }),
  );
};

describe('rules over HTTP', () => {
  test('are read by everybody, published by the coordinator, with what changed', async () => {
    const body = {
      unit: limin,
      base: 1,
      reason: '居民代表会议决定',
      rule: { ...draftOf(council()), tie: 'vote_again' },
    };
    expect(codeAndStatus(await api.post('/api/v1/rules', { as: 'resident', body }))).toEqual([403, 'access.denied']);
    const { rule } = bodyOf<Rule>(await api.post('/api/v1/rules', { as: 'coordinator', body }));
    expect(rule).toMatchObject({ id: 'council', version: 2, tie: 'vote_again' });
    const { rows } = bodyOf<{ rows: Rule[] }>(await api.get(`/api/v1/rules/council/versions?unit=${limin}`));
    expect(rows.map((row) => [row.rule.version, row.isInForce, row.changes?.map(({ path }) => path)])).toEqual([
      [1, false, []],
      [2, true, ['tie', 'status']],
    ]);
  });

  test('that are malformed are refused with the place', async () => {
    const rule = { ...draftOf(council()), tests: [] };
    const refused = await api.post('/api/v1/rules', {
      as: 'coordinator',
      body: { unit: limin, base: 2, reason: 'r', rule },
    });
    expect([refused.status, refused.body.issues[0]?.path]).toEqual([422, 'rule.tests']);
  });

  test('of the whole installation are not published by one community', async () => {
    const body = { unit: null, base: 1, reason: 'r', rule: draftOf(council()) };
    expect(codeAndStatus(await api.post('/api/v1/rules', { as: 'coordinator', body }))).toEqual([403, 'access.denied']);
  });

  test('are confirmed by the legal officer who cites the article, and named for it; never by who opens ballots', async () => {
    const body = { unit: limin, version: 1, law: '《城市居民委员会组织法》第二十一条' };
    const url = `/api/v1/rules/${ASSEMBLY}/confirm`;
    for (const as of ['resident', 'coordinator'] as const)
      expect(codeAndStatus(await api.post(url, { as, body }))).toEqual([403, 'access.denied']);
    bodyOf(await api.post(url, { as: 'adviser', body }));
    const { rows } = bodyOf<{ rows: Rule[] }>(await api.get(`/api/v1/rules?unit=${limin}&on=2026-06-01`));
    const found = rows.find(({ rule }) => rule.id === ASSEMBLY);
    expect(found).toMatchObject({ rule: { version: 2, status: 'found' }, source: { unit: limin } });
    expect(found?.source?.confirmedBy).toMatch(/^\p{Script=Han}+$/u);
    expect(found?.rule).not.toHaveProperty('confirmed');
    expect(found?.rule).not.toHaveProperty('note');
  });

  test.each([
    ['a rule that is found, made easier', 'owners-special', 1],
    ['a rule of one’s own', 'coordinators-own', 0],
  ])('of one person alone never make a verdict final: %s', async (_, id, base) => {
    const preset = presetRule('owners-special');
    if (preset === undefined) throw new Error('there is no preset for owners');
    const tests = preset.tests.map((test) => ({ ...test, turnout: null }));
    const draft = { ...draftOf(preset), id, tests, status: 'found' };
    const published = await api.post('/api/v1/rules', {
      as: 'coordinator',
      body: { unit: limin, base, reason: '居民代表会议决定', rule: draft },
    });
    const { rule } = bodyOf<Rule>(published);
    expect(rule.status).toBe('to_be_confirmed');
    const counts = { total: 20, participating: 2, yes: 2, no: 0, abstain: 0, void: 0 };
    const decision = decide(rule, { area: counts, heads: counts }, '2026-03-02');
    expect(decision).toMatchObject({ verdict: 'passed', provisional: true });
    const body = { unit: limin, version: rule.version, law: '《民法典》第二百七十八条' };
    const url = `/api/v1/rules/${id}/confirm`;
    expect(codeAndStatus(await api.post(url, { as: 'coordinator', body }))).toEqual([403, 'access.denied']);
    bodyOf(await api.post(url, { as: 'adviser', body }));
  });

  test('are not confirmed by whoever published them under another record of the same person', async () => {
    const { database, registry } = api.platform;
    const note = { by: null, source: 'desk', reason: '同一人' };
    const [writer, reader] = ['rule-writer', 'rule-reader'];
    const person = (id: string) => ({ id, name: '韩松', gender: 'male' as const, birthYear: 1980, unit: limin });
    const office = (of: string, role: string) => ({
      id: `${of}-office`,
      person: of,
      role,
      unit: limin,
      from: '2026-01-01',
    });
    await database.transaction((tx) =>
      registry.insert(tx, {
        people: [writer, reader].map((id) => ({ ...person(id), household: null, flags: [] })),
        offices: [office(writer, 'coordinator'), office(reader, 'adviser')],
      }),
    );
    const rule = { ...draftOf(council()), id: 'two-records' };
    const body = { unit: limin, base: 0, reason: 'r', rule };
    bodyOf(await api.post('/api/v1/rules', { person: writer, body }));
    await database.transaction((tx) => registry.merge(tx, note, { keep: reader, drop: writer }));
    const confirmed = await api.post('/api/v1/rules/two-records/confirm', {
      person: reader,
      body: { unit: limin, version: 1, law: '第三条' },
    });
    expect(codeAndStatus(confirmed)).toEqual([403, 'rule.own_confirmation']);
  });
});

describe('the register over HTTP', () => {
  let resolution: string;
  let pledge: string;
  beforeAll(async () => {
    ({ entry: resolution } = await enter(order('case-1')));
    const signatory = (person: string, isNamed: boolean) => ({
      person,
      capacity: 'signatory' as const,
      office: null,
      isNamed,
      at: AT,
    });
    const signatures = [signatory('p-named', true), signatory('p-unnamed', false)];
    ({ entry: pledge } = await enter(order('case-2', { kind: 'pledge', decision: null, signatures })));
  }, 60_000);

  test('is a public list by kind and year', async () => {
    const { rows } = bodyOf<{ rows: { number: string }[] }>(
      await api.get(`/api/v1/registers?unit=${limin}&kind=resolution`),
    );
    expect(rows.map(({ number }) => number)).toEqual(['丽民社区议决〔2026〕1号']);
    expect(bodyOf<{ rows: unknown[] }>(await api.get(`/api/v1/registers?unit=${limin}&year=2025`)).rows).toEqual([]);
  });

  test('counts signatories who do not want to be named, and shows no id of anybody', async () => {
    const reply = await api.get(`/api/v1/registers/${pledge}`);
    const { versions } = bodyOf<{ versions: { signatories: number; signatures: unknown[] }[] }>(reply);
    expect(versions[0]).toMatchObject({ signatories: 2, signatures: [{ capacity: 'signatory' }] });
    expect(reply.text).not.toMatch(/p-named|p-unnamed/);
    expect(codeAndStatus(await api.get('/api/v1/registers/none'))).toEqual([404, 'resource.unknown']);
  });

  test('shows all who signed to those who keep it, and to nobody of another community', async () => {
    const url = `/api/v1/registers/${pledge}/signatures`;
    expect(bodyOf<{ rows: unknown[] }>(await api.get(url, { as: 'coordinator' })).rows).toHaveLength(2);
    expect(codeAndStatus(await api.get(url, { as: 'resident' }))).toEqual([403, 'access.denied']);
    expect(codeAndStatus(await api.get(url, { as: 'elsewhere' }))).toEqual([404, 'resource.unknown']);
  });

  test('takes the filing of a resolution once', async () => {
    const body = { version: 1, with: unitId('qilian'), number: '祁备〔2026〕7号', on: '2026-03-20' };
    const url = `/api/v1/registers/${resolution}/filing`;
    expect(codeAndStatus(await api.post(url, { as: 'elsewhere', body }))).toEqual([404, 'resource.unknown']);
    bodyOf(await api.post(url, { as: 'coordinator', body }));
    expect(codeAndStatus(await api.post(url, { as: 'coordinator', body }))).toEqual([409, 'register.filed_already']);
  });

  test('is printed in both languages, with code and fingerprint, and what people wrote is only text', async () => {
    const { text, type } = await api.get(`/register/${resolution}`);
    expect(type).toContain('text/html');
    expect(text).toContain('丽民社区议决〔2026〕1号');
    expect(text).toContain('lang="en"');
    expect(text).toContain('<svg');
    expect(text).toMatch(/SHA-256 [0-9a-f]{64}/);
    expect(text).not.toContain('<script>');
    expect((await api.get(`/register?unit=${limin}`)).text).toContain(`/register/${resolution}`);
  });
});

describe('rules of procedure over HTTP', () => {
  interface Preview {
    fingerprint: string;
    document: { sections: { articles: unknown[] }[] };
    inForce: { number: string } | null;
    changes: { after: unknown }[];
  }
  const preview = async (): Promise<Preview> => bodyOf(await api.get(`/api/v1/procedure?unit=${limin}`));

  test('are made from what is in force and printed', async () => {
    const { document, inForce } = await preview();
    expect(inForce).toBeNull();
    expect(document.sections.flatMap(({ articles }) => articles).length).toBeGreaterThan(100);
    expect((await api.get(`/api/v1/procedure/print?unit=${limin}`)).text).toContain('尚未登记');
  });

  test('are handed to the legal officer as they were read, not as they have become', async () => {
    const { fingerprint } = await preview();
    const stale = { unit: limin, fingerprint: '0'.repeat(64) };
    expect(codeAndStatus(await api.post('/api/v1/procedure', { as: 'coordinator', body: stale }))).toEqual([
      409,
      'procedure.changed',
    ]);
    const started = await api.post('/api/v1/procedure', { as: 'coordinator', body: { unit: limin, fingerprint } });
    const { case: id } = bodyOf<{ case: string }>(started, 201);
    expect((await api.platform.cases.stored(id))?.context).toMatchObject({ kind: 'procedure', document: fingerprint });
  });

  test('that are entered are compared with what is in force now', async () => {
    const { fingerprint } = await preview();
    const check = { by: 'adviser', on: '2026-03-01', finding: '合法' };
    await enter(order('case-9', { kind: 'procedure', decision: null, check, document: fingerprint }));
    expect(await preview()).toMatchObject({ inForce: { number: '丽民社区议规〔2026〕1号' }, changes: [] });
    expect((await api.get(`/api/v1/procedure/print?unit=${limin}`)).text).toContain('丽民社区议规〔2026〕1号');
    const rule = { ...draftOf(council()), tie: 'chair_decides' };
    bodyOf(await api.post('/api/v1/rules', { as: 'coordinator', body: { unit: limin, base: 2, reason: 'r', rule } }));
    const { changes } = await preview();
    expect(changes.some(({ after }) => String(after).includes('主持人决定'))).toBe(true);
  });
});
