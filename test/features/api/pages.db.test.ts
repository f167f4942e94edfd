import { beforeAll, describe, expect, test } from '@jest/globals';

import { demoPeople, demoPersonId, unitId, type DemoPersonKey } from '#apps/demo';

import { until } from '../../browser/testing/neighbourhood.js';
import { codeAndStatus, testApi, type Request } from './testing/api.js';

const api = testApi();
const limin = unitId('limin');
const GRID_BUILDING = unitId('limin-b5-s1');

interface Card {
  case: string;
  title: string;
  relations: { key: string }[];
  acts: { act: string }[];
}
interface Story {
  steps: { key: string; state: string; from: string | null }[];
  holder: { isLate: boolean; isMe: boolean; names: { name: { zh: string } }[] } | null;
  timeline: {
    kind: string;
    isMine: boolean;
    who: { zh: string } | null;
    isInternal: boolean;
    label: { zh: string };
    text: string | null;
  }[];
  description: string | null;
  followers: number;
  mine: { relations: { key: string }[]; follows: boolean; mayFollow: boolean; acts: { act: string }[] };
}
interface Home {
  units: { kind: string }[];
  mine: Card[];
  needs: Card[];
  recent: Card[];
  unread: number;
  numbers: { open: number };
}
interface Similar {
  rows: { case: string; score: number }[];
}
interface Counts {
  total: { count: number };
  states: { state: string; count: number }[];
  queues: { queue: string; count: number }[];
}
interface List {
  rows: { id: string; annex: { holder: { id: string } | null; dueAt: string | null; unitName: string } }[];
  next: string | null;
  total?: { count: number };
}

const read = async <T>(url: string, request: Request = {}): Promise<T> => {
  const reply = await api.get(url, request);
  expect([url, reply.status]).toEqual([url, 200]);
  return JSON.parse(reply.text) as T;
};
const act = async (id: string, name: string, { as, input = {} }: { as: DemoPersonKey; input?: object }) => {
  const reply = await api.post(`/api/v1/cases/${id}/acts`, { as, body: { act: name, input } });
  expect([name, reply.status, reply.body.code]).toEqual([name, 200, undefined]);
};
async function say(title: string, more: object = {}): Promise<string> {
  const input = { danger: false, title, description: '三单元二楼，已经一周了', unit: limin, ...more };
  const reply = await api.post('/api/v1/cases', { as: 'resident', body: { workflow: 'issue', input } });
  expect(reply.status).toBe(201);
  return reply.body.id;
}
async function sayInPublic(title: string, more: object = {}): Promise<string> {
  const id = await say(title, more);
  await act(id, 'sortAsCommon', { as: 'collector', input: { category: '路灯' } });
  return id;
}
async function needOf(title: string): Promise<string> {
  const id = await say(title);
  await act(id, 'sortAsIndividual', { as: 'collector', input: { category: null } });
  return id;
}
const similarTo = (text: string, as?: DemoPersonKey) =>
  read<Similar>(
    `/api/v1/similar?${new URLSearchParams({ unit: limin, text }).toString()}`,
    as === undefined ? {} : { as },
  );

describe('the story of an issue', () => {
  let id = '';
  beforeAll(async () => {
    id = await sayInPublic('三号楼楼道灯不亮', { place: GRID_BUILDING });
    await act(id, 'addNote', { as: 'coordinator', input: { text: '内部记录', files: [] } });
  });
  const story = (as?: DemoPersonKey) => read<Story>(`/api/v1/cases/${id}/story`, as === undefined ? {} : { as });

  test('tells a visitor which step it is at, since when, and which unit has it', async () => {
    const { steps, holder, mine } = await story();
    expect(steps.map(({ key, state }) => [key, state])).toEqual([
      ['say', 'done'],
      ['deliberate', 'here'],
      ['act', 'ahead'],
      ['review', 'ahead'],
    ]);
    expect(steps.slice(0, 2).every(({ from }) => from !== null)).toBe(true);
    expect(holder).toMatchObject({ isLate: false, isMe: false });
    expect(mine).toMatchObject({ relations: [], acts: [], mayFollow: false });
  });

  test('names no member of staff and no resident to whoever may not know them, under no key at all', async () => {
    for (const as of [undefined, 'neighbour', 'elsewhere'] as const) {
      const { text } = await api.get(`/api/v1/cases/${id}/story`, as === undefined ? {} : { as });
      for (const person of Object.values(demoPeople)) {
        expect(text).not.toContain(person.name);
        expect(text).not.toContain(person.id);
      }
    }
  });

  test('shows internal acts to those who work on it, and to nobody else', async () => {
    const notes = async (as?: DemoPersonKey) =>
      (await story(as)).timeline.filter(({ isInternal, isMine }) => isInternal && !isMine).length;
    expect([await notes(), await notes('neighbour'), await notes('resident')]).toEqual([0, 0, 0]);
    expect(await notes('collector')).toBeGreaterThan(0);
  });

  test('says to the reporter what they said and what they may do; to others the reporter is nobody by name', async () => {
    const own = await story('resident');
    expect(own.description).toBe('三单元二楼，已经一周了');
    expect(own.mine.relations.map(({ key }) => key)).toContain('reporter');
    expect(own.timeline[0]).toMatchObject({ kind: 'started', isMine: true });
    const other = await story('neighbour');
    expect(other.description).toBeNull();
    expect(other.timeline[0]).toMatchObject({ isMine: false, who: { zh: '反映人' } });
  });

  test('is where whoever was told something reads it again, and nobody else', async () => {
    const asked = await say('单元门关不上', { place: GRID_BUILDING });
    await act(asked, 'reply', { as: 'collector', input: { text: '收到了，明天去看。' } });
    const texts = async (as: DemoPersonKey) =>
      (await read<Story>(`/api/v1/cases/${asked}/story`, { as })).timeline.map(({ text }) => text);
    await until(async () => ((await texts('resident')).includes('收到了，明天去看。') ? true : null));
    const { timeline, holder } = await read<Story>(`/api/v1/cases/${asked}/story`, { as: 'resident' });
    expect(timeline.some(({ isInternal }) => isInternal)).toBe(false);
    expect(holder).toMatchObject({ isMe: false });
    await act(asked, 'sortAsCommon', { as: 'collector', input: {} });
    expect(await texts('neighbour')).not.toContain('收到了，明天去看。');
  });

  test('of what one may not see does not exist', async () => {
    const need = await needOf('母亲卧床，需要助浴');
    for (const as of [undefined, 'neighbour', 'elsewhere', 'deliberator'] as const) {
      const reply = await api.get(`/api/v1/cases/${need}/story`, as === undefined ? {} : { as });
      expect(codeAndStatus(reply)).toEqual([404, 'case.unknown']);
    }
    expect((await api.get(`/api/v1/cases/${need}/story`, { as: 'resident' })).status).toBe(200);
  });
});

describe('following', () => {
  test('a public case brings one message for each step it takes, and none after it is over', async () => {
    const id = await sayInPublic('九号楼门口路灯不亮');
    const unread = async (): Promise<number> => (await read<Home>('/api/v1/home', { as: 'neighbour' })).unread;
    const before = await unread();
    for (let time = 0; time < 2; time += 1) {
      const reply = await api.post(`/api/v1/cases/${id}/follow`, { as: 'neighbour' });
      expect(JSON.parse(reply.text)).toMatchObject({ follows: true, followers: 1 });
    }
    await api.platform.follows.tell();
    expect(await unread()).toBe(before);
    await act(id, 'withdraw', { as: 'resident', input: { text: '已经自己换好了。' } });
    await api.platform.follows.tell();
    await api.platform.follows.tell();
    expect(await unread()).toBe(before + 1);
    const over = await api.post(`/api/v1/cases/${id}/unfollow`, { as: 'neighbour' });
    expect(JSON.parse(over.text)).toMatchObject({ follows: false, followers: 0 });
  });

  test('is for public cases: what is not sorted yet is followed by nobody, and to a stranger does not exist', async () => {
    const id = await say('家里的事');
    const follow = (as: DemoPersonKey) => api.post(`/api/v1/cases/${id}/follow`, { as });
    expect(codeAndStatus(await follow('resident'))).toEqual([409, 'follow.not_public']);
    expect(codeAndStatus(await follow('neighbour'))).toEqual([404, 'case.unknown']);
  });
});

describe('similar issues', () => {
  test('are found by their words, the nearest in meaning first', async () => {
    const lamp = await sayInPublic('二号楼三单元楼道感应灯坏了不亮');
    const noise = await sayInPublic('广场舞音响太吵影响休息');
    const found = (await similarTo('楼道感应灯不亮')).rows;
    expect(found[0]?.case).toBe(lamp);
    expect(found.map((one) => one.case)).not.toContain(noise);
    expect((await similarTo('晚上广场舞太吵')).rows[0]?.case).toBe(noise);
    expect((await similarTo('？！')).rows).toEqual([]);
  });

  test('are never a private need or a report nobody has sorted, whoever asks', async () => {
    const need = await needOf('独居老人腿脚不便需要陪诊');
    const unsorted = await say('独居老人腿脚不便需要送餐');
    for (const as of [undefined, 'resident', 'neighbour', 'collector', 'coordinator'] as const) {
      const cases = (await similarTo('独居老人腿脚不便需要陪诊送餐', as)).rows.map((one) => one.case);
      expect(cases).not.toContain(need);
      expect(cases).not.toContain(unsorted);
    }
  });

  test('of a unit there is not are not asked for', async () => {
    expect((await api.get('/api/v1/similar?unit=nowhere&text=%E7%81%AF')).status).toBe(404);
  });
});

describe('home', () => {
  test('shows my private need to me apart from the rest, and counts it nowhere', async () => {
    const before = await read<Home>(`/api/v1/home?unit=${limin}`);
    const need = await needOf('需要代购药品');
    const mine = await read<Home>('/api/v1/home', { as: 'resident' });
    expect(mine.needs.map((one) => one.case)).toContain(need);
    expect(mine.mine.map((one) => one.case)).not.toContain(need);
    expect(mine.units.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['stairwell', 'building', 'community']));
    const after = await read<Home>(`/api/v1/home?unit=${limin}`);
    expect(after.numbers.open).toBe(before.numbers.open);
    for (const as of [undefined, 'neighbour', 'deliberator'] as const) {
      const { text } = await api.get('/api/v1/home', as === undefined ? {} : { as });
      expect(text).not.toContain(need);
    }
  });

  test('of a visitor is the public side of the community asked for', async () => {
    const id = await sayInPublic('小区北门路灯不亮');
    const home = await read<Home>(`/api/v1/home?unit=${GRID_BUILDING}`);
    expect(home.recent[0]).toMatchObject({ case: id, acts: [], relations: [] });
    expect(home.mine).toEqual([]);
    expect((await api.get('/api/v1/home?unit=nowhere')).status).toBe(404);
  });
});

describe('names', () => {
  const resident = demoPersonId('resident');
  const names = async (as: DemoPersonKey | undefined, ...ids: string[]) =>
    (
      await read<{ rows: { id: string }[] }>(`/api/v1/names?ids=${ids.join(',')}`, as === undefined ? {} : { as })
    ).rows.map(({ id }) => id);

  test('of units are known to everybody, of people to themselves and to those who keep the register of their home', async () => {
    expect(await names(undefined, limin, resident, 'nothing')).toEqual([limin]);
    expect(await names('neighbour', resident)).toEqual([]);
    expect(await names('resident', resident)).toEqual([resident]);
    for (const keeper of ['coordinator', 'secretary', 'collector'] as const)
      expect([keeper, await names(keeper, resident)]).toEqual([keeper, [resident]]);
  });

  test('of residents are not known to staff of another place, nor to a department', async () => {
    expect(await names('elsewhere', resident)).toEqual([]);
    expect(await names('department', resident)).toEqual([]);
    expect(await names('department', demoPersonId('coordinator'))).toEqual([demoPersonId('coordinator')]);
  });
});

describe('the desk', () => {
  const queue = (counts: Counts, name: string) => counts.queues.find((one) => one.queue === name)?.count;

  test('counts what it lists', async () => {
    await say('垃圾桶满了没人倒');
    const counts = await read<Counts>('/api/v1/desk/counts', { as: 'coordinator' });
    const rows = (await read<{ rows: { state: string }[] }>('/api/v1/desk?limit=200', { as: 'coordinator' })).rows;
    expect(counts.total.count).toBe(rows.length);
    for (const { state, count } of counts.states) {
      const listed = await read<{ rows: object[] }>(`/api/v1/desk?limit=200&state=${state}`, { as: 'coordinator' });
      expect([state, listed.rows.length]).toEqual([state, count]);
    }
  });

  test('of a department has its tasks by queue, and none of another unit', async () => {
    const started = await api.platform.cases.start({
      workflow: 'task',
      input: {
        ...{
          issue: 'issue-1',
          origin: 'issue',
          unit: unitId('heating'),
          place: unitId('limin-b9'),
          title: 'text-title',
        },
        ...{ instruction: null, part: 'lead', matter: null, limit: null, contact: null, confidential: false, round: 1 },
      },
      actor: { kind: 'system', name: 'test' },
      key: 'queues',
      unit: limin,
    });
    if (!started.ok) throw new Error(started.refusal.code);
    const counts = (as: DemoPersonKey) => read<Counts>('/api/v1/desk/counts', { as });
    const before = await counts('department');
    expect([queue(before, 'toAccept'), queue(before, 'underWay')]).toEqual([1, 0]);
    const listed = await read<List>('/api/v1/desk?queue=toAccept', { as: 'department' });
    expect(listed.rows).toMatchObject([{ id: started.caseId, annex: { holder: { id: unitId('heating') } } }]);
    await act(started.caseId, 'accept', { as: 'department' });
    const after = await counts('department');
    expect(queue(after, 'toAccept')).toBe(0);
    expect((queue(after, 'toAssign') ?? 0) + (queue(after, 'underWay') ?? 0)).toBe(1);
    expect((await counts('property')).queues.every(({ count }) => count === 0)).toBe(true);
    expect((await counts('resident')).queues).toEqual([]);
  });

  test('names to a department its own people and offices, to whom work can be given, and nobody else', async () => {
    const inside = (as: DemoPersonKey) =>
      read<{ people: { id: string; unit: string }[]; sections: { id: string }[] }>('/api/v1/desk/inside', { as });
    const { people, sections } = await inside('department');
    expect(people.map(({ id }) => id)).toEqual(
      expect.arrayContaining([demoPersonId('department'), demoPersonId('departmentLeader')]),
    );
    expect(sections.map(({ id }) => id).sort()).toEqual([unitId('heating-repair'), unitId('heating-service')].sort());
    const within = [unitId('heating'), unitId('heating-repair'), unitId('heating-service')];
    expect(people.filter(({ unit }) => !within.includes(unit))).toEqual([]);
    expect(await inside('resident')).toEqual({ people: [], sections: [] });
    // whoever stands above a place has a whole town below: work is given there by other means
    expect(await inside('leader')).toEqual({ people: [], sections: [] });
  });
});

describe('the list of cases', () => {
  const list = (query: string, as: DemoPersonKey = 'coordinator') => read<List>(`/api/v1/cases?${query}`, { as });

  test.each(['created', 'changed', 'due'] as const)('sorted by %s is the same page by page', async (sort) => {
    const whole = await list(`sort=${sort}&workflow=issue&status=active&limit=200&count=true`);
    expect(whole.total?.count).toBeGreaterThanOrEqual(whole.rows.length);
    const paged: string[] = [];
    let next: string | null = null;
    do {
      const page: List = await list(
        `sort=${sort}&workflow=issue&status=active&limit=3${next === null ? '' : `&cursor=${next}`}`,
      );
      paged.push(...page.rows.map(({ id }) => id));
      next = page.next;
    } while (next !== null);
    expect(paged).toEqual(whole.rows.map(({ id }) => id));
    expect(new Set(paged).size).toBe(paged.length);
    if (sort === 'due')
      expect(whole.rows.map(({ annex }) => annex.dueAt)).toEqual(whole.rows.map(({ annex }) => annex.dueAt).toSorted());
  });

  test('takes several stages at once, and only what is overdue', async () => {
    const some = await list('stage=say,deliberate&workflow=issue&limit=200&count=true');
    const say_ = await list('stage=say&workflow=issue&limit=200&count=true');
    const deliberate = await list('stage=deliberate&workflow=issue&limit=200&count=true');
    expect(some.total?.count).toBe((say_.total?.count ?? 0) + (deliberate.total?.count ?? 0));
    expect((await list('overdue=true')).rows).toEqual([]);
    expect((await list(`party=${unitId('heating')}&workflow=task`, 'department')).rows).toHaveLength(1);
  });

  test('counts for nobody what they may not see', async () => {
    const own = await list('workflow=issue&count=true', 'coordinator');
    const other = await list('workflow=issue&count=true', 'elsewhere');
    expect(other.total?.count).toBeLessThan(own.total?.count ?? 0);
  });

  test('refuses a stage of nothing and a status there is not', async () => {
    expect((await api.get('/api/v1/cases?stage=,')).status).toBe(400);
    expect((await api.get('/api/v1/cases?status=active,gone')).status).toBe(400);
  });
});

describe('figures of places', () => {
  interface Block {
    unit: { id: string };
    open: number;
  }

  test('count a public case at its place and above, and a private need nowhere', async () => {
    const blocks = async () =>
      read<{ rows: Block[]; total: { open: number } }>(`/api/v1/blocks?unit=${unitId('gangcheng')}`);
    const openIn = async () => (await blocks()).rows.find((one) => one.unit.id === limin)?.open ?? 0;
    const before = await openIn();
    await sayInPublic('东门路灯不亮');
    await needOf('需要有人陪着说说话');
    expect(await openIn()).toBe(before + 1);
  });

  test('have a month for every month asked for, and are of units there are', async () => {
    const trend = await read<{ months: { month: string }[] }>(`/api/v1/trend?unit=${limin}&months=24`);
    expect(trend.months).toHaveLength(24);
    expect(trend.months.map(({ month }) => month)).toEqual(trend.months.map(({ month }) => month).toSorted());
    expect((await api.get('/api/v1/trend?unit=nowhere')).status).toBe(404);
    expect((await api.get('/api/v1/blocks?unit=nowhere')).status).toBe(404);
    expect((await api.get(`/api/v1/trend?unit=${limin}&months=25`)).status).toBe(400);
  });
});

test('the standing of the service is for operators, and shows no title and no person', async () => {
  const title = '这一句谁也不该在运行状况里读到';
  await say(title);
  expect((await api.get('/api/v1/operation/standing', { as: 'coordinator' })).status).toBe(403);
  const { status, text } = await api.get('/api/v1/operation/standing?overdueDays=0', { as: 'operator' });
  expect(status).toBe(200);
  expect(text).not.toContain(title);
  for (const { id, name } of Object.values(demoPeople))
    expect([text.includes(id), text.includes(name)]).toEqual([false, false]);
});
