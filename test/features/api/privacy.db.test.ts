import { describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId, type DemoPersonKey } from '#apps/demo';

import { codeAndStatus, testApi, type Reply, type Request } from './testing/api.js';

const api = testApi();
const limin = unitId('limin');

/** A visitor, and people of the same community who have no part in a case. */
const OTHERS: readonly (DemoPersonKey | undefined)[] = [
  undefined,
  'neighbour',
  'deliberator',
  'chair',
  'supervisor',
  'representative',
  'volunteer',
  'adviser',
  'secretary',
  'department',
];

const asWho = (who: DemoPersonKey | undefined): Request => (who === undefined ? {} : { as: who });

let numbered = 0;
/** A title nobody else has, so that searching finds this case or none. */
const titled = (): string => `取暖费${String((numbered += 1))}号困难`;

async function say(input: Record<string, unknown> = {}, as: DemoPersonKey = 'resident'): Promise<string> {
  const reply = await api.post('/api/v1/cases', {
    as,
    body: {
      workflow: 'issue',
      input: { danger: false, title: titled(), description: '家里的事', unit: limin, ...input },
    },
  });
  expect(reply.status).toBe(201);
  return reply.body.id;
}

const act = (
  id: string,
  name: string,
  { input = {}, ...request }: Request & { input?: object; onBehalfOf?: string },
) => {
  const { onBehalfOf, ...rest } = request;
  const behalf = onBehalfOf === undefined ? {} : { onBehalfOf };
  return api.post(`/api/v1/cases/${id}/acts`, { ...rest, body: { act: name, input, ...behalf } });
};
async function does(id: string, name: string, request: Parameters<typeof act>[2]): Promise<void> {
  const reply = await act(id, name, request);
  expect([name, reply.status, reply.status === 200 ? '' : reply.text]).toEqual([name, 200, '']);
}
const read = (id: string, request: Request = {}) => api.get(`/api/v1/cases/${id}`, request);
const idsOf = (reply: Reply): string[] => reply.body.rows.map(({ id }) => id);

/** A need of one person, sorted as such. */
async function individualNeed(title: string): Promise<string> {
  const id = await say({ title });
  await does(id, 'sortAsIndividual', { as: 'collector', input: { category: null } });
  return id;
}

/** Everything of a case that can be asked for by its id. */
const WAYS = ['', '/journal', '/as-of/1', '/chart'];

async function existsFor(id: string, title: string, who: DemoPersonKey | undefined): Promise<Record<string, boolean>> {
  const request = asWho(who);
  const answers = await Promise.all(WAYS.map((way) => api.get(`/api/v1/cases/${id}${way}`, request)));
  const [listed, found] = [
    await api.get('/api/v1/cases?workflow=issue&limit=200', request),
    await api.get(`/api/v1/cases?text=${encodeURIComponent(title)}`, request),
  ];
  return {
    ...Object.fromEntries(WAYS.map((way, index) => [way, answers[index]?.status !== 404])),
    listed: idsOf(listed).includes(id),
    found: idsOf(found).includes(id),
  };
}

const NOWHERE = { '': false, '/journal': false, '/as-of/1': false, '/chart': false, listed: false, found: false };
const EVERYWHERE = { '': true, '/journal': true, '/as-of/1': true, '/chart': true, listed: true, found: true };

describe('what has been said and is not sorted', () => {
  test('is known to whoever said it and to those who sort, and to nobody else', async () => {
    const title = titled();
    const id = await say({ title });
    for (const who of ['resident', 'collector', 'coordinator', 'leader', 'hotline'] as const)
      expect([who, await existsFor(id, title, who)]).toEqual([who, EVERYWHERE]);
    for (const who of OTHERS) expect([who, await existsFor(id, title, who)]).toEqual([who, NOWHERE]);
  });

  test('is public once it is sorted as common', async () => {
    const title = titled();
    const id = await say({ title });
    await does(id, 'sortAsCommon', { as: 'collector' });
    for (const who of OTHERS) expect([who, await existsFor(id, title, who)]).toEqual([who, EVERYWHERE]);
  });
});

describe('the need of one person', () => {
  test('exists for that person and the coordinator who serves it, and for nobody else, the collector who sorted it included', async () => {
    const title = titled();
    const id = await individualNeed(title);
    for (const who of ['resident', 'coordinator'] as const)
      expect([who, await existsFor(id, title, who)]).toEqual([who, EVERYWHERE]);
    for (const who of [...OTHERS, 'collector', 'hotline', 'recorder', 'gridLeader'] as const)
      expect([who, await existsFor(id, title, who)]).toEqual([who, NOWHERE]);
  });

  test('is told to no watcher and hangs on no board', async () => {
    const id = await individualNeed(titled());
    const { cases, reader } = api.platform;
    const view = await cases.get(id);
    const watchers = new Set([null, ...['neighbour', 'deliberator', 'collector', 'resident'].map(demoPersonId)]);
    expect(view === null ? null : [...(await reader.seeing(view, watchers))]).toEqual([demoPersonId('resident')]);
    const posted = await api.get('/api/v1/publications?archive=true');
    expect(posted.text).not.toContain(id);
  });

  test('answers whoever asks for it in the same words as a case that does not exist', async () => {
    const id = await individualNeed(titled());
    const nowhere = '0198c0de-0000-7000-8000-000000000000';
    const wordsOf = ({ body, status }: Reply, of: string): unknown =>
      JSON.parse(
        JSON.stringify([status, body])
          .replaceAll(of, 'ID')
          .replaceAll(/"(instance|request|requestId)":"[^"]*"/g, '"where":""'),
      );
    for (const way of WAYS) {
      const [hidden, unknown] = [
        await api.get(`/api/v1/cases/${id}${way}`, { as: 'deliberator' }),
        await api.get(`/api/v1/cases/${nowhere}${way}`, { as: 'deliberator' }),
      ];
      expect(wordsOf(hidden, id)).toEqual(wordsOf(unknown, nowhere));
    }
    for (const name of ['addNote', 'support', 'noSuchAct']) {
      const [hidden, unknown] = [
        await act(id, name, { as: 'supervisor', input: { nonsense: 1 } }),
        await act(nowhere, name, { as: 'supervisor', input: { nonsense: 1 } }),
      ];
      expect(codeAndStatus(hidden)).toEqual([404, 'case.unknown']);
      expect(wordsOf(hidden, id)).toEqual(wordsOf(unknown, nowhere));
    }
  });

  test('is no issue to merge into, and naming it says no more than naming nothing', async () => {
    const id = await individualNeed(titled());
    const mine = await say();
    const [hidden, unknown] = [
      await act(mine, 'merge', { as: 'collector', input: { into: id, text: '同一件事' } }),
      await act(mine, 'merge', { as: 'collector', input: { into: 'nothing', text: '同一件事' } }),
    ];
    expect(hidden.body.issues).toEqual([{ path: 'into', message: '没有这个事项' }]);
    expect([hidden.status, hidden.body.issues]).toEqual([unknown.status, unknown.body.issues]);
  });

  test('is not found by the number another system has for it', async () => {
    const hotlineNumber = `N${String(Date.parse('2026-01-01') + (numbered += 1))}`;
    const id = await say({ hotlineNumber, channel: 'hotline', reporter: demoPersonId('resident') }, 'hotline');
    const again = await api.post('/api/v1/cases', {
      as: 'neighbour',
      body: { workflow: 'issue', input: { danger: false, title: '我的事', unit: limin, hotlineNumber } },
    });
    expect(codeAndStatus(again)).toEqual([409, 'resource.conflict']);
    expect(again.text).not.toContain(id);
  });

  test('is answered once more to whoever sorted it, when the same request comes again', async () => {
    const id = await say();
    const sorting = { as: 'collector' as const, headers: { 'idempotency-key': `sort-${id}` }, input: {} };
    await does(id, 'sortAsIndividual', sorting);
    expect((await act(id, 'sortAsIndividual', sorting)).body.repeated).toBe(true);
  });
});

describe('who reported', () => {
  /** A common matter that the heating company is to deal with. */
  async function dispatched(hideFromHandler: boolean): Promise<string> {
    const id = await say({ hideFromHandler });
    await does(id, 'sortAsCommon', { as: 'collector' });
    await does(id, 'stateCompetence', { as: 'adviser', input: { decides: 'department', text: '供热条例' } });
    await does(id, 'takeDirectLine', { as: 'coordinator', input: { reason: 'statutory_duty', text: '法定职责' } });
    const work = { measure: '检修', lead: unitId('heating'), class: 'general', assists: [] };
    await does(id, 'dispatch', { as: 'coordinator', input: work });
    return id;
  }
  const reporter = expect.objectContaining({ relation: 'reporter', person: demoPersonId('resident') });

  test('is known to the department that deals with it, unless the reporter chose otherwise', async () => {
    const [open, hidden] = [await dispatched(false), await dispatched(true)];
    expect((await read(open, { as: 'department' })).body.parties).toContainEqual(reporter);
    expect((await read(hidden, { as: 'department' })).body.parties).not.toContainEqual(reporter);
    expect((await read(hidden, { as: 'coordinator' })).body.parties).toContainEqual(reporter);
  });

  test('is shown to no member of a body and no neighbour, in no part of the case', async () => {
    const id = await dispatched(false);
    for (const who of ['deliberator', 'supervisor', 'neighbour', undefined] as const)
      for (const way of ['', '/journal', '/as-of/1'])
        expect((await api.get(`/api/v1/cases/${id}${way}`, asWho(who))).text).not.toContain(demoPersonId('resident'));
    for (const way of ['/journal', '/as-of/1'])
      expect((await api.get(`/api/v1/cases/${id}${way}`, { as: 'department' })).text).not.toContain(
        demoPersonId('resident'),
      );
  });

  test('is never told to whoever the complaint is about, who neither sorts it nor finds it on the desk', async () => {
    const id = await say({ subject: demoPersonId('coordinator'), description: '王桂兰写的' });
    for (const way of ['', '/journal', '/as-of/1']) {
      const { text, status } = await api.get(`/api/v1/cases/${id}${way}`, { as: 'coordinator' });
      expect([status, text.includes(demoPersonId('resident')), text.includes('王桂兰写的')]).toEqual([
        200,
        false,
        false,
      ]);
    }
    expect(codeAndStatus(await act(id, 'sortAsCommon', { as: 'coordinator' }))).toEqual([403, 'access.denied']);
    expect(idsOf(await api.get('/api/v1/desk?limit=200', { as: 'coordinator' }))).not.toContain(id);
    expect(idsOf(await api.get('/api/v1/desk?limit=200', { as: 'collector' }))).toContain(id);
  });
});

describe('an authorised relative', () => {
  const resident = demoPersonId('resident');
  const forHer = `?for=${resident}`;

  test('sees what the person sees, when saying for whom', async () => {
    const id = await say();
    expect(codeAndStatus(await read(id, { as: 'relative' }))).toEqual([404, 'case.unknown']);
    const seen = await api.get(`/api/v1/cases/${id}${forHer}`, { as: 'relative' });
    expect(seen.status).toBe(200);
    expect(seen.body.abilities.map((one) => one.act)).toContain('withdraw');
    const listed = await api.get(`/api/v1/cases${forHer}&limit=200`, { as: 'relative' });
    expect(idsOf(listed)).toContain(id);
    expect((await api.get(`/api/v1/desk${forHer}`, { as: 'relative' })).status).toBe(200);
  });

  test('acts for the person, and the journal says so', async () => {
    const id = await say();
    await does(id, 'withdraw', { as: 'relative', onBehalfOf: resident, input: { text: null } });
    const { body } = await api.get(`/api/v1/cases/${id}/journal`, { as: 'coordinator' });
    expect(body.rows.at(-1)?.by).toEqual({ kind: 'person', person: demoPersonId('relative'), onBehalfOf: resident });
  });

  test('starts a case that is the person’s own', async () => {
    const reply = await api.post('/api/v1/cases', {
      as: 'relative',
      body: { workflow: 'issue', input: { danger: false, title: titled(), unit: limin }, onBehalfOf: resident },
    });
    expect(reply.status).toBe(201);
    expect(idsOf(await api.get('/api/v1/cases?mine=true&limit=200', { as: 'resident' }))).toContain(reply.body.id);
  });

  test('is nobody else: a neighbour and staff get nobody’s eyes', async () => {
    const id = await individualNeed(titled());
    for (const who of ['neighbour', 'coordinator', 'operator'] as const) {
      expect(codeAndStatus(await api.get(`/api/v1/cases${forHer}`, { as: who }))).toEqual([403, 'access.denied']);
      expect(codeAndStatus(await api.get(`/api/v1/desk${forHer}`, { as: who }))).toEqual([403, 'access.denied']);
      expect(codeAndStatus(await api.get(`/api/v1/cases/${id}${forHer}`, { as: who }))).toEqual([404, 'case.unknown']);
    }
    expect(codeAndStatus(await act(id, 'withdraw', { as: 'neighbour', onBehalfOf: resident }))).toEqual([
      404,
      'case.unknown',
    ]);
  });
});

describe('a list with what may be done', () => {
  test('says of each case what the case itself says', async () => {
    await say();
    await individualNeed(titled());
    for (const who of ['coordinator', 'collector', 'resident', 'deliberator'] as const) {
      const { body } = await api.get('/api/v1/cases?abilities=true&status=active&limit=20', { as: who });
      for (const row of body.rows) {
        const acts = (row as unknown as { abilities: { act: string }[] }).abilities.map((one) => one.act);
        expect(acts).toEqual((await read(row.id, { as: who })).body.abilities.map((one) => one.act));
      }
    }
  });
});
