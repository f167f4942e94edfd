import { beforeAll, describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId, type DemoPersonKey } from '#apps/demo';
import { Outbox } from '#libs/cases';
import type { JsonObject } from '#libs/engine';
import { effectHandlers } from '#apps/platform';

import { codeAndStatus, testApi, type Reply, type Request } from './testing/api.js';
import { uploaded } from './testing/files.js';

const api = testApi();
const b7 = unitId('limin-b7');
const STEPS = [
  { id: 'intent', name: '业主表决结果登记', department: 'community', papers: ['公告'] },
  { id: 'gas', name: '燃气管线核查', department: 'gas', needs: ['intent'], seals: 2 },
  { id: 'permit', name: '规划许可', department: 'housing', needs: ['gas'], validDays: 365 },
];

interface Line {
  id: string;
  hand: string;
  unitName: string | null;
  state: string;
  missing: string[];
  dueAt: string | null;
  case: string | null;
}
interface Chain {
  percent: number;
  held: string[];
  steps: Line[];
  template: string | null;
  differences: { step: string; to: string | null }[];
}

/** What a worker would do: effects of all cases, until nothing follows. */
async function work(): Promise<void> {
  const { platform } = api;
  const parts = {
    cases: platform.cases,
    database: platform.database,
    registry: platform.registry,
    access: platform.access,
    ballots: platform.ballots,
    localDateOf: (instant: string) => platform.localDateOf(instant),
    now: () => platform.now(),
  };
  const handlers = effectHandlers(parts);
  await new Outbox({ cases: platform.cases, handlers, jitter: () => 0 }).drain();
}

async function start(workflow: string, input: JsonObject, as: DemoPersonKey = 'coordinator'): Promise<Reply> {
  const reply = await api.post('/api/v1/cases', { as, body: { workflow, input } });
  await work();
  return reply;
}

/** `what` is `case.act`. */
async function act(what: string, input: JsonObject, who: { as?: DemoPersonKey; person?: string }): Promise<Reply> {
  const [id = '', name] = what.split('.');
  const reply = await api.post(`/api/v1/cases/${id}/acts`, { ...who, body: { act: name, input } });
  await work();
  return reply;
}

const chainOf = async (id: string): Promise<Chain> =>
  (await api.get(`/api/v1/sign-offs/${id}`)).body as unknown as Chain;

/** A saved step names the texts of its conditions: their words are read from the cases, for as long as they are there. */
async function readsConditionsUntilErased(): Promise<void> {
  const { database, cases } = api.platform;
  const words = '井道加装照明，联系王师傅';
  const input = { danger: false, title: words, unit: unitId('limin') };
  const { id } = (await api.post('/api/v1/cases', { as: 'resident', body: { workflow: 'issue', input } })).body;
  const [text] = await database.query<{ id: string }>('select id from texts where case_id = $1 and body = $2', [
    id,
    words,
  ]);
  await database.query(
    `update chain_templates set steps = jsonb_set(steps, '{1,conditions}', jsonb_build_array($1::text))
     where template = 'small-lift'`,
    [text?.id],
  );
  const conditions = async (): Promise<unknown> => {
    const { steps } = (await api.get('/api/v1/chain-templates/small-lift')).body as unknown as { steps: JsonObject[] };
    return steps[1]?.['conditions'];
  };
  expect(await conditions()).toEqual([words]);
  await cases.eraseText(text?.id ?? '', { kind: 'person', person: demoPersonId('operator') });
  expect(await conditions()).toEqual([]);
}

/** The first holder of an office of a department, by its code. */
async function clerkOf(code: string): Promise<string> {
  const { platform } = api;
  const [row] = await platform.database.query<{ person: string }>(
    `select person from offices where unit = $1 and role = 'department' order by person limit 1`,
    [unitId(code)],
  );
  return row?.person ?? '';
}

const chain: { id: string } = { id: '' };
const DEPARTMENTS: Record<string, string> = { intent: 'limin', gas: 'gas', permit: 'housing' };

async function signNext(step: string): Promise<void> {
  const line = (await chainOf(chain.id)).steps.find(({ id }) => id === step);
  const seal = line?.case ?? '';
  const file = await uploaded(api, { as: 'neighbour' });
  const papers = (line?.missing ?? []).map((name) => ({ name, file }));
  expect((await act(`${seal}.submit`, { papers }, { as: 'neighbour' })).status).toBe(200);
  const clerk = await clerkOf(DEPARTMENTS[step] ?? '');
  const document = await uploaded(api, { person: clerk });
  expect((await act(`${seal}.sign`, { number: `${step}-1`, document }, { person: clerk })).status).toBe(200);
}

describe('a chain of sign-offs over HTTP', () => {
  beforeAll(async () => {
    const input = {
      unit: b7,
      title: '7号楼加装电梯',
      group: [demoPersonId('neighbour')],
      helper: unitId('limin-party'),
      steps: STEPS,
    };
    const reply = await start('sign-off', input);
    expect([reply.status, reply.text.slice(0, 300)]).toEqual([201, expect.any(String)]);
    chain.id = reply.body.id;
  }, 60_000);

  test('with steps that wait in a circle is refused with words that name them', async () => {
    const steps = [{ ...STEPS[0], needs: ['gas'] }, STEPS[1]] as unknown as JsonObject[];
    const reply = await start('sign-off', { unit: b7, title: '圈', steps });
    expect(codeAndStatus(reply)).toEqual([422, 'input.invalid']);
    expect(JSON.stringify(reply.body.issues)).toContain('in a circle: intent → gas → intent');
  });

  test('is signed by nobody its task group chose: a department is the one its step calls for, or is named by others', async () => {
    const steps = [{ id: 'fire', name: '消防', department: 'gas', unit: unitId('heating') }];
    const mine = { unit: b7, title: '电梯', steps };
    const wrong = (reply: Reply) => [...codeAndStatus(reply), reply.body.issues[0]?.path];
    expect(wrong(await start('sign-off', mine, 'resident'))).toEqual([422, 'chain.wrong_department', 'steps.0.unit']);
    expect(wrong(await start('sign-off', mine))).toEqual([422, 'chain.wrong_department', 'steps.0.unit']);
    const right = { ...mine, steps: [{ ...steps[0], unit: unitId('gas') }] };
    const own = (await start('sign-off', right, 'resident')).body.id;
    for (const [name, input, path] of [
      ['nameDepartments', { steps: [{ step: 'fire', unit: unitId('heating') }] }, 'steps.0.unit'],
      ['addSteps', { steps: [{ ...steps[0], id: 'other' }] }, 'steps.0.unit'],
      ['changeStep', { step: { ...steps[0], name: '改了' } }, 'step.unit'],
    ] as const) {
      const reply = await act(`${own}.${name}`, input as unknown as JsonObject, { as: 'resident' });
      expect([name, ...wrong(reply)]).toEqual([name, 422, 'chain.wrong_department', path]);
    }
    const naming = { steps: [{ step: 'fire', unit: unitId('heating') }] };
    expect(codeAndStatus(await act(`${own}.nameDepartments`, naming, { as: 'elsewhere' }))).not.toEqual([
      200,
      undefined,
    ]);
    const nobody = { steps: [{ step: 'fire', unit: 'no-such-unit' }] };
    expect((await act(`${own}.nameDepartments`, nobody, { as: 'coordinator' })).status).toBe(404);
    expect((await act(`${own}.nameDepartments`, naming, { as: 'coordinator' })).status).toBe(200);
    expect((await chainOf(own)).steps[0]?.unitName).toBe('市供热公司');
  });

  test('gives every department a working day at least', async () => {
    const limit = { amount: 1, unit: 'hour', calendar: 'always' };
    const steps = [{ ...STEPS[0], limit }] as unknown as JsonObject[];
    const reply = await start('sign-off', { unit: b7, title: '快', steps });
    expect([...codeAndStatus(reply), reply.body.issues[0]?.path]).toEqual([422, 'input.invalid', 'steps.0.limit']);
  });

  test('has found its departments, and shows everybody who holds it, without a name', async () => {
    expect((await act(`${chain.id}.begin`, {}, { as: 'neighbour' })).status).toBe(200);
    const seen = await chainOf(chain.id);
    expect(seen.steps.map(({ unitName }) => unitName)).toEqual(['利民社区', '市燃气公司', '市住房和城乡建设局']);
    expect(seen.steps[0]).toMatchObject({ id: 'intent', hand: 'group', missing: ['公告'] });
    expect(seen.steps[0]?.dueAt).not.toBeNull();
    expect(JSON.stringify(seen)).not.toContain(demoPersonId('neighbour'));
  });

  test('hangs in the stairwell with a code that leads to it', async () => {
    const page = await api.get(`/api/v1/cases/${chain.id}/print/chain`);
    expect([page.status, page.type.startsWith('text/html')]).toEqual([200, true]);
    expect(page.text).toContain('业主小组');
    expect(page.text).toContain('<svg');
  });

  test('is signed by the department of a step only', async () => {
    const [intent] = (await chainOf(chain.id)).steps;
    const seal = intent?.case ?? '';
    const file = await uploaded(api, { as: 'neighbour' });
    await act(`${seal}.submit`, { papers: [{ name: '公告', file }] }, { as: 'neighbour' });
    const stranger = await clerkOf('housing');
    const signedBy = async (who: Pick<Request, 'as' | 'person'>) =>
      act(`${seal}.sign`, { number: '1', document: await uploaded(api, who) }, who);
    expect((await signedBy({ as: 'neighbour' })).status).toBe(403);
    expect([403, 404]).toContain((await signedBy({ person: stranger })).status);
    const clerk = await clerkOf('limin');
    for (const to of [stranger, demoPersonId('neighbour'), 'nobody'])
      expect(codeAndStatus(await act(`${seal}.delegateSeal`, { to }, { person: clerk }))).toEqual([
        403,
        'seal.not_of_department',
      ]);
    expect((await act(`${seal}.delegateSeal`, { to: clerk }, { person: clerk })).status).toBe(200);
    expect((await signedBy({ person: clerk })).status).toBe(200);
    expect((await chainOf(chain.id)).held).toEqual(['gas']);
  });

  test('is no template before it is complete; then it is one version, however often it is saved', async () => {
    const save = () =>
      api.post('/api/v1/chain-templates', {
        as: 'coordinator',
        body: { case: chain.id, template: 'small-lift', name: '加装电梯三步' },
      });
    expect(codeAndStatus(await save())).toEqual([409, 'chain.unfinished']);
    await signNext('gas');
    await signNext('permit');
    expect((await chainOf(chain.id)).percent).toBe(100);
    await api.platform.database.query(
      `insert into chain_templates (template, version, unit, name, steps, saved_by, saved_at)
       values ('theirs', 1, $1, '别家的', '[]', 'somebody', now())`,
      [unitId('qifenglu-b1')],
    );
    const taken = await api.post('/api/v1/chain-templates', {
      as: 'coordinator',
      body: { case: chain.id, template: 'theirs', name: '别家的' },
    });
    expect(codeAndStatus(taken)).toEqual([403, 'chain.template_owned']);
    expect((await save()).body).toMatchObject({ template: 'small-lift', version: 1 });
    expect((await save()).body).toMatchObject({ template: 'small-lift', version: 1 });
    const template = await api.get('/api/v1/chain-templates/small-lift');
    expect(template.text).toContain('规划许可');
    expect(template.text).not.toMatch(/file|document/);
    await readsConditionsUntilErased();
  });

  test('begins again from the template in another city, and says which departments have to be named there', async () => {
    const input = { unit: unitId('qifenglu-b1'), title: '祁丰1号楼', template: 'small-lift' };
    const { database } = api.platform;
    const [holder] = await database.query<{ person: string }>(
      `select person from offices where unit = $1 and role = 'coordinator' limit 1`,
      [unitId('qifenglu')],
    );
    const started = await api.post('/api/v1/cases', {
      person: holder?.person ?? '',
      body: { workflow: 'sign-off', input },
    });
    expect([started.status, started.text.slice(0, 200)]).toEqual([201, expect.any(String)]);
    await work();
    const seen = await chainOf(started.body.id);
    const moved = { step: { ...STEPS[1], department: 'community', needs: [] } } as unknown as JsonObject;
    expect(codeAndStatus(await act(`${started.body.id}.changeStep`, moved, { person: holder?.person ?? '' }))).toEqual([
      422,
      'chain.wrong_department',
    ]);
    expect(seen.template).toBe('small-lift@1');
    expect(seen.steps.map(({ unitName }) => unitName)).toEqual(['祁丰路社区(演示)', null, null]);
    expect(seen.differences.map(({ step, to }) => [step, to])).toEqual([
      ['intent', '祁丰路社区(演示)'],
      ['gas', null],
      ['permit', null],
    ]);
  });

  test('is nobody’s to save who keeps no register', async () => {
    const reply = await api.post('/api/v1/chain-templates', {
      as: 'resident',
      body: { case: chain.id, template: 'mine', name: '我的' },
    });
    expect(codeAndStatus(reply)).toEqual([403, 'access.denied']);
  });
});

describe('the table of costs over HTTP', () => {
  test('is everybody’s once it was laid open, without a name, and sums to the fen', async () => {
    const payer = demoPersonId('resident');
    const flats = [1, 2, 3, 4, 5, 6].map((floor) => ({ flat: `1-${String(floor)}01`, floor, payer }));
    const input = {
      unit: b7,
      title: '电梯费用',
      total: 40_000_001,
      basis: '施工合同',
      group: [demoPersonId('neighbour')],
      flats,
    };
    const started = await start('cost-share', input);
    expect([started.status, started.text.slice(0, 300)]).toEqual([201, expect.any(String)]);
    const table = () => api.get(`/api/v1/cost-shares/${started.body.id}`);
    expect(codeAndStatus(await table())).toEqual([404, 'case.unknown']);
    await act(`${started.body.id}.openPledging`, {}, { as: 'neighbour' });
    await act(`${started.body.id}.pledge`, { flat: '1-301' }, { as: 'resident' });
    const seen = await table();
    const { rows, total } = seen.body as unknown as { rows: { share: number; pledged: number }[]; total: number };
    expect(rows.reduce((sum, { share }) => sum + share, 0)).toBe(total);
    expect(rows.map(({ pledged }) => pledged > 0)).toEqual([false, false, true, false, false, false]);
    expect(seen.text).not.toContain(payer);
    expect((await api.get(`/api/v1/cases/${started.body.id}`)).status).toBe(404);
    expect((await api.get(`/api/v1/cases/${started.body.id}/print/costs`)).text).toContain('400000.01');
  });
});
