import { describe, expect, test } from '@jest/globals';

import { demoPersonId, unitId, type DemoPersonKey } from '#apps/demo';

import { codeAndStatus, testApi, type Reply, type Request } from './testing/api.js';

const api = testApi();
const limin = unitId('limin');
const heating = unitId('heating');
const MINUTE = 60_000;

interface Words {
  zh: string;
  en: string;
}
interface Clock {
  clock: string;
  name: string;
  dueAt: string;
  unconfirmedYears: number[];
}
interface Explained extends Clock {
  said: Words[];
  budget: { amount: number; unit: string };
  calendar: { unit: string | null; version: number };
  days: {
    date: string;
    countedMs: number;
    counted: { from: string; to: string }[];
    skipped?: string;
    exception?: string;
  }[];
  moves: object[];
}
interface Version {
  unit: string | null;
  version: number;
  reason: string;
  by: string | null;
}
interface Change {
  days?: object[];
  confirmYears?: number[];
  doubtYears?: number[];
}

/** What the tests look at in bodies: each endpoint fills some of it. */
interface Answer extends Explained, Version {
  rows: { id: string }[];
  clocks: Clock[];
  versions: Version[];
}
interface Preview {
  clocks: number;
  moved: { case: string; before: string; after: string }[];
}

const accepted = (reply: Reply): unknown => {
  expect([reply.status, reply.status < 300 ? '' : reply.text]).toEqual([200, '']);
  return reply.body;
};
const bodyOf = (reply: Reply): Answer => accepted(reply) as Answer;
const previewed = async (as: DemoPersonKey, body: object): Promise<Preview> =>
  accepted(await api.post('/api/v1/calendars/office/preview', { as, body })) as Preview;
const act = async (id: string, as: DemoPersonKey, [name, input = {}]: [string, object?]): Promise<void> => {
  bodyOf(await api.post(`/api/v1/cases/${id}/acts`, { as, body: { act: name, input } }));
};

async function said(title: string): Promise<string> {
  const input = { danger: false, title, description: '家里的事', unit: limin };
  const reply = await api.post('/api/v1/cases', { as: 'resident', body: { workflow: 'issue', input } });
  return reply.body.id;
}

/** A task of five working days that the heating company has taken on. */
async function task(): Promise<string> {
  const id = await said('暖气不热');
  await act(id, 'collector', ['sortAsCommon']);
  await act(id, 'adviser', ['stateCompetence', { decides: 'department', text: '供热条例' }]);
  await act(id, 'coordinator', ['takeDirectLine', { reason: 'statutory_duty', text: '法定职责' }]);
  await act(id, 'coordinator', ['dispatch', { measure: '检修', lead: heating, class: 'general', assists: [] }]);
  const { rows } = bodyOf(await api.get(`/api/v1/cases?workflow=task&parent=${id}`, { as: 'department' }));
  const found = rows[0]?.id ?? '';
  await act(found, 'department', ['accept']);
  return found;
}

const clocksOf = async (id: string, as: DemoPersonKey): Promise<Clock[]> =>
  bodyOf(await api.get(`/api/v1/cases/${id}`, { as })).clocks;

async function handling(id: string): Promise<Clock> {
  const found = (await clocksOf(id, 'department')).find(({ name }) => name === 'handling');
  if (found === undefined) throw new Error('the task has no time to be handled in');
  return found;
}

const why = (id: string, clock: string, request: Request = {}): Promise<Reply> =>
  api.get(`/api/v1/cases/${id}/clocks/${encodeURIComponent(clock)}/explanation`, request);
const explained = async (id: string): Promise<Explained> =>
  bodyOf(await why(id, (await handling(id)).clock, { as: 'department' }));

/** The version of its own that a unit has; 0: none yet. */
async function base(unit: string | null): Promise<number> {
  const query = unit === null ? '' : `?unit=${unit}`;
  const held = bodyOf(await api.get(`/api/v1/calendars/office${query}`));
  return held.unit === unit ? held.version : 0;
}

const edited = async (
  change: Change,
  { unit = limin, as = 'operator', reason = '市政府通知：台风停工', ...more }: Request & Partial<Order> = {},
): Promise<Reply> => {
  const order = { unit, base: more.base ?? (await base(unit)), change, reason };
  return api.post('/api/v1/calendars/office', { as, body: order, headers: more.headers ?? {} });
};
interface Order {
  unit: string | null;
  base: number;
  reason: string;
}

async function edit(...order: Parameters<typeof edited>): Promise<void> {
  bodyOf(await edited(...order));
  await api.platform.remeasuring.run();
}

/** What somebody was told of edits of calendars. */
const toldOfEdits = async (as: DemoPersonKey): Promise<{ about: string; said: Words }[]> => {
  const { rows } = accepted(await api.get('/api/v1/messages?limit=200', { as })) as {
    rows: { about: string; said: Words }[];
  };
  return rows.filter(({ about }) => about === 'calendar_edited');
};

/** The last day that counts, which can be closed on whatever day of whatever year the test runs. */
const lastDay = ({ days }: Explained): string => days.findLast(({ countedMs }) => countedMs > 0)?.date ?? '';

const closed = (date: string) => ({ days: [{ date, open: false, label: '台风' }] });

describe('a holiday that is added while a task runs', () => {
  test('is previewed: the dues that would move, and nothing is done', async () => {
    const id = await task();
    const before = await explained(id);
    const order = { unit: limin, base: await base(limin), change: closed(lastDay(before)) };
    const preview = await previewed('operator', order);
    const moved = preview.moved.find((one) => one.case === id);
    expect(preview.clocks).toBeGreaterThan(0);
    expect(moved?.before).toBe(before.dueAt);
    expect((moved?.after ?? '') > before.dueAt).toBe(true);
    expect((await handling(id)).dueAt).toBe(before.dueAt);
    await edit(order.change);
    expect((await handling(id)).dueAt).toBe(moved?.after);
  });

  test('is not previewed where the due stays: a shorter day in between takes nothing from a limit in whole days', async () => {
    const id = await task();
    const { days } = await explained(id);
    const between = days.filter(({ countedMs }) => countedMs > 0).at(-2)?.date ?? '';
    const change = { days: [{ date: between, open: true, intervals: [{ from: '10:00', to: '12:00' }] }] };
    const preview = await previewed('operator', { unit: limin, base: await base(limin), change });
    expect(preview.clocks).toBeGreaterThan(0);
    expect(preview.moved.filter(({ before, after }) => before === after)).toEqual([]);
  });

  test('moves its due, and the journal has old and new due, the calendar, the reason and who', async () => {
    const id = await task();
    const before = await explained(id);
    await edit(closed(lastDay(before)), { reason: '暴雪停工' });
    const after = await handling(id);
    expect(after.dueAt > before.dueAt).toBe(true);
    const { rows } = (await api.get(`/api/v1/cases/${id}/journal`, { as: 'coordinator' })).body;
    expect(rows.at(-1)).toMatchObject({
      kind: 'reprojected',
      by: { kind: 'person', person: demoPersonId('operator') },
      body: {
        calendar: 'office',
        unit: limin,
        version: await base(limin),
        reason: '暴雪停工',
        moved: [{ name: 'handling', before: before.dueAt, after: after.dueAt }],
      },
    });
  });

  test('is named by the explanation, whose stretches add up to the budget to the minute, in both languages', async () => {
    const id = await task();
    const day = lastDay(await explained(id));
    await edit(closed(day), { reason: '管网抢修日停工' });
    const { days, said: sentences, dueAt, budget, moves, calendar } = await explained(id);
    expect(days.find(({ date }) => date === day)).toMatchObject({ skipped: 'closedException', exception: '台风' });
    const line = sentences.find(({ zh }) => zh.startsWith(day));
    expect(line).toEqual({ zh: `${day} 台风：不计，放假`, en: `${day} 台风: not counted, closed` });
    expect(sentences.some(({ zh, en }) => zh.includes('管网抢修日停工') && en.includes('管网抢修日停工'))).toBe(true);
    expect(moves).toMatchObject([{ reason: '管网抢修日停工', after: dueAt, unit: limin, version: calendar.version }]);
    // five working days of seven hours; what is left of the day it began on does not count as one
    const began = days.find((one) => 'isStartDay' in one)?.countedMs ?? 0;
    expect(budget).toEqual({ amount: 5, unit: 'workingDay' });
    const counted = days.reduce((sum, { countedMs }) => sum + countedMs, 0);
    expect((counted - began) / MINUTE).toBe(5 * 7 * 60);
    const spans = days.flatMap((one) => one.counted.map(({ from, to }) => Date.parse(to) - Date.parse(from)));
    expect(spans.reduce((sum, ms) => sum + ms, 0)).toBe(counted);
    expect(days.flatMap((one) => one.counted).at(-1)?.to).toBe(dueAt);
  });

  test('asked for twice with one key is one edit', async () => {
    const id = await task();
    const change = closed(lastDay(await explained(id)));
    const order = { headers: { 'idempotency-key': `holiday-${id}` }, base: await base(limin) };
    const first = bodyOf(await edited(change, order));
    const again = bodyOf(await edited(change, order));
    await api.platform.remeasuring.run();
    expect(again.versions.map(({ version }) => version)).toEqual(first.versions.map(({ version }) => version));
    expect(await base(limin)).toBe(order.base + 1);
    const { rows } = (await api.get(`/api/v1/cases/${id}/journal`, { as: 'department' })).body;
    expect(rows.filter(({ kind }) => kind === 'reprojected')).toHaveLength(1);
    expect(codeAndStatus(await edited(closed('2020-01-06'), order))).toEqual([409, 'calendar.version_stale']);
  });
});

describe('a calendar that somebody edits who is party to tasks on it', () => {
  test('is told to the leaders of the unit and of the one above: the days, the reason and what moved', async () => {
    const id = await task();
    const before = await explained(id);
    const day = lastDay(before);
    await edit(closed(day), { as: 'coordinator', reason: '年度盘点' });
    const { rows } = (await api.get(`/api/v1/cases/${id}/journal`, { as: 'coordinator' })).body;
    const entry = rows.at(-1) as unknown as { by: object; body: { edit: number; version: number; moved: object[] } };
    expect(entry.by).toEqual({ kind: 'person', person: demoPersonId('coordinator') });
    expect(entry.body).toMatchObject({
      calendar: 'office',
      unit: limin,
      version: await base(limin),
      reason: '年度盘点',
    });
    const journals = await api.platform.database.query<{ cases: number; clocks: number }>(
      `select count(*)::int as cases, sum(json_array_length(body->'moved'))::int as clocks from journal
       where kind = 'reprojected' and (body->>'edit')::int = $1`,
      [entry.body.edit],
    );
    const { cases = 0, clocks = 0 } = journals[0] ?? {};
    expect(cases).toBeGreaterThan(0);
    const told = {
      case: null,
      about: 'calendar_edited',
      said: {
        zh: expect.stringContaining(
          `的日历已修改：${day} 不办公（台风）。理由：年度盘点。${String(cases)}件事项的${String(clocks)}个时限随之移动。`,
        ),
        en: expect.stringContaining(
          `was edited: ${day} closed (台风). Reason: 年度盘点. Deadlines moved: ${String(clocks)}, in ${String(cases)} case(s).`,
        ),
      },
    };
    expect(await toldOfEdits('leader')).toEqual(expect.arrayContaining([expect.objectContaining(told)]));
    for (const as of ['coordinator', 'resident', 'departmentLeader', 'cityLeader'] as const)
      expect([as, await toldOfEdits(as)]).toEqual([as, []]);
    // told once, however often it is looked at
    await api.platform.remeasuring.run();
    expect((await toldOfEdits('leader')).filter(({ said: { zh } }) => zh.includes('年度盘点'))).toHaveLength(1);
  });
});

describe('an edit of a calendar', () => {
  test('is nothing for strangers, nor for the clerk whose task it is', async () => {
    expect(codeAndStatus(await edited(closed('2020-01-07'), { as: 'resident' }))).toEqual([403, 'access.denied']);
    expect(codeAndStatus(await edited(closed('2020-01-07'), { as: 'department' }))).toEqual([403, 'access.denied']);
    // whoever holds the office elsewhere learns no more than that there is nothing there
    expect(codeAndStatus(await edited(closed('2020-01-07'), { as: 'elsewhere' }))).toEqual([404, 'resource.unknown']);
    const body = { unit: limin, base: await base(limin), change: closed('2020-01-07'), reason: '无' };
    expect(codeAndStatus(await api.post('/api/v1/calendars/office', { body }))).toEqual([
      401,
      'access.unauthenticated',
    ]);
  });

  test('with a day that does not exist is refused in the language of whoever asks', async () => {
    for (const [language, words] of [
      ['zh', '内容'],
      ['en', 'input'],
    ] as const) {
      const reply = await edited(closed('2026-02-30'), { headers: { 'accept-language': language } });
      expect([reply.status, JSON.stringify(reply.body)]).toEqual([422, expect.stringContaining(words)]);
    }
    const twice = { days: [...closed('2020-01-08').days, ...closed('2020-01-08').days] };
    const said = { zh: '例外日不可用', en: 'This is no exception' };
    for (const language of ['zh', 'en'] as const) {
      const reply = await edited(twice, { headers: { 'accept-language': language } });
      expect(codeAndStatus(reply)).toEqual([422, 'calendar.override_invalid']);
      expect(reply.text).toContain(said[language]);
    }
  });
});

describe('a year whose holidays nobody has confirmed', () => {
  test('is said with the clock and in the explanation, until it is confirmed and the clock measured anew', async () => {
    const id = await task();
    const year = Number((await handling(id)).dueAt.slice(0, 4));
    const years = [year - 1, year, year + 1];
    await edit({ doubtYears: years }, { reason: '放假安排未公布' });
    expect((await handling(id)).unconfirmedYears).toContain(year);
    const doubtful = await explained(id);
    expect(doubtful.unconfirmedYears).toContain(year);
    expect(doubtful.said.at(-1)).toEqual({
      zh: expect.stringMatching(`${String(year)} 年的放假安排尚未确认`),
      en: expect.stringMatching(`The holidays of .*${String(year)} are not confirmed`),
    });
    const change = { confirmYears: years, ...closed(lastDay(doubtful)) };
    await edit(change, { reason: '国务院办公厅通知' });
    const sure = await handling(id);
    expect(sure.unconfirmedYears).toEqual([]);
    expect(sure.dueAt > doubtful.dueAt).toBe(true);
    expect((await explained(id)).said.map(({ zh }) => zh).join()).not.toContain('尚未确认');
  });
});

describe('the explanation of a case that is not public', () => {
  test('is for those who may know of the case; to others it is a case that does not exist', async () => {
    const id = await said('取暖费困难');
    await act(id, 'collector', ['sortAsIndividual', { category: null }]);
    const clocks = await clocksOf(id, 'coordinator');
    expect(clocks.length).toBeGreaterThan(0);
    for (const { clock } of clocks) {
      for (const as of ['resident', 'coordinator'] as const) expect((await why(id, clock, { as })).status).toBe(200);
      for (const as of ['neighbour', 'collector', 'department', 'supervisor', 'elsewhere'] as const)
        expect([as, codeAndStatus(await why(id, clock, { as }))]).toEqual([as, [404, 'case.unknown']]);
      expect(codeAndStatus(await why(id, clock))).toEqual([404, 'case.unknown']);
      const nowhere = await why('0198c0de-0000-7000-8000-000000000000', clock);
      expect(codeAndStatus(nowhere)).toEqual([404, 'case.unknown']);
    }
    expect(codeAndStatus(await why(id, 'no-such-clock'))).toEqual([404, 'case.unknown']);
    expect(codeAndStatus(await why(id, 'no-such-clock', { as: 'coordinator' }))).toEqual([404, 'clock.unknown']);
  });

  test('is not told by a preview either: whoever edits sees the cases they may know of, and how many clocks there are', async () => {
    const id = await said('取暖费困难');
    await act(id, 'collector', ['sortAsIndividual', { category: null }]);
    const dates = await Promise.all(
      (await clocksOf(id, 'coordinator')).map(async ({ clock }) =>
        lastDay(bodyOf(await why(id, clock, { as: 'coordinator' }))),
      ),
    );
    const days = [...new Set(dates)].filter((date) => date !== '').flatMap((date) => closed(date).days);
    const body = { unit: limin, base: await base(limin), change: { days } };
    const seen = (as: DemoPersonKey) => previewed(as, body);
    const [mine, theirs] = [await seen('coordinator'), await seen('operator')];
    expect(mine.moved.map((one) => one.case)).toContain(id);
    expect(theirs.moved.map((one) => one.case)).not.toContain(id);
    expect(theirs.clocks).toBe(mine.clocks);
  });
});

describe("the installation's calendar", () => {
  test('is edited by whoever is operator wherever a root has one, and by no leader or coordinator of one root', async () => {
    const order = { unit: null, reason: '国务院办公厅通知' };
    for (const as of ['cityLeader', 'coordinator', 'elsewhere', 'departmentLeader'] as const)
      expect([as, codeAndStatus(await edited(closed('2020-01-09'), { ...order, as }))]).toEqual([
        as,
        [403, 'calendar.everybodys'],
      ]);
    const before = await base(null);
    await edit(closed('2020-01-09'), order);
    expect(await base(null)).toBe(before + 1);
    const { versions } = bodyOf(await api.get('/api/v1/calendars/office'));
    expect(versions[0]).toMatchObject({ unit: null, reason: '国务院办公厅通知', by: '白浩' });
  });
});
