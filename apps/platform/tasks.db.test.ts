import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { Ballots } from '#libs/ballots';
import { localDate, presetCalendars } from '#libs/calendar';
import { Cases, EffectHandlers, Outbox, type Answer, type Done } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Actor, JsonObject } from '#libs/engine';
import { Registry } from '#libs/registry';
import { Rosters } from '#libs/rosters';
import { FakeClock, openTestDatabase, testVault } from '#libs/testing';

import { effectHandlers } from './effects/handlers.js';
import { PLATFORM_ENTITIES } from './entities.js';
import { Successions } from './successions.js';
import { OFFICES, ORDER, UNITS } from './testing/city.js';
import { registerWorkflows } from './workflows.catalogue.js';

const WORKFLOWS = registerWorkflows();
const calendars = presetCalendars();
const MONDAY = '2026-03-02T09:00:00+08:00';
const STARTER: Actor = { kind: 'system', name: 'test' };
const as = (person: string): Actor => ({ kind: 'person', person });

const vault = testVault();
const registry = new Registry({ vault, now: () => '2026-03-02T01:00:00.000Z' });
let database: Database;
let clock: FakeClock;
let cases: Cases;
let outbox: Outbox;
let handlers: EffectHandlers;

beforeAll(async () => {
  database = await openTestDatabase(PLATFORM_ENTITIES);
}, 120_000);
afterAll(() => database.close());

beforeEach(async () => {
  const people = [...new Set(['night', 'second', ...OFFICES.map(([person]) => person)])];
  const since = { from: '2020-01-01' };
  await database.query('delete from duty_turns');
  await database.query('delete from messages');
  await database.transaction((tx) =>
    registry.insert(tx, {
      units: UNITS,
      people: people.map((id) => ({ id, name: id, unit: 'city' })),
      offices: OFFICES.map(([person, role, unit]) => ({ id: `${person}-${role}`, person, role, unit, ...since })),
    }),
  );
  clock = new FakeClock(MONDAY);
  cases = new Cases({
    database,
    workflows: WORKFLOWS,
    calendars,
    clock: { kind: 'virtual', now: () => clock.now() },
    lineage: (unit, tx) => registry.lineage(tx, unit),
  });
  const office = calendars['office'];
  if (office === undefined) throw new Error('there is no office calendar');
  const localDateOf = (instant: string): string => localDate(office, instant);
  const ballots = new Ballots({ database, registry, vault, localDateOf, virtualNow: () => clock.now() });
  handlers = effectHandlers({ cases, database, registry, ballots, localDateOf, now: () => clock.now() });
  const retries = { attempts: 2, firstDelayMs: 60_000, longestDelayMs: 60_000 };
  outbox = new Outbox({ cases, handlers, jitter: () => 0, retries });
});

function yes(answer: Answer): Done {
  if (answer.ok) return answer;
  throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
}

async function settle(): Promise<void> {
  do while ((await cases.fireDue()) > 0);
  while ((await outbox.drain()) > 0);
}

let starts = 0;
async function task(order: JsonObject = {}): Promise<string> {
  starts += 1;
  const input = { ...ORDER, ...order };
  const { caseId } = yes(await cases.start({ workflow: 'task', input, actor: STARTER, key: `task:${String(starts)}` }));
  await settle();
  return caseId;
}

let keys = 0;
async function attempt(caseId: string, person: string, [act, input = {}]: [string, JsonObject?]): Promise<Answer> {
  keys += 1;
  return cases.act({ caseId, act, input, actor: as(person), key: `act:${String(keys)}` });
}
async function act(caseId: string, person: string, what: [string, JsonObject?]): Promise<void> {
  yes(await attempt(caseId, person, what));
  await settle();
}
async function contextOf(caseId: string): Promise<JsonObject> {
  return (await cases.stored(caseId))?.context ?? {};
}
const valueOf = async (caseId: string): Promise<unknown> => (await cases.stored(caseId))?.value;
/** Joint meetings that were called over a task. */
async function meetingsOn(task: string): Promise<string[]> {
  const { rows } = await cases.list({ workflow: 'joint-meeting', limit: 50 });
  const all = await Promise.all(rows.map(async ({ id }) => ({ id, over: (await contextOf(id))['task'] })));
  return all.flatMap(({ id, over }) => (over === task ? [id] : []));
}
const toldTo = async (person: string): Promise<string[]> =>
  (
    await database.query<{ about: string }>('select about from messages where person = $1 order by at, id', [person])
  ).map(({ about }) => about);
const RETURN: [string, JsonObject] = ['returnTask', { ground: 'not_our_duty', reason: 'no', basis: 'list of duties' }];

describe('the time of a task', () => {
  test('more time that is asked for one second after the end is refused, though no worker was there to see it end', async () => {
    const id = await task();
    await act(id, 'wu', ['accept']);
    const due = (await cases.get(id))?.clocks.find(({ name }) => name === 'handling')?.dueAt ?? '';
    const more: [string, JsonObject] = ['askExtension', { reason: 'parts', days: 3 }];
    clock.setTo(new Date(Date.parse(due) + 1000).toISOString());
    const late = await attempt(id, 'wu', more);
    expect(late).toMatchObject({ ok: false, refusal: { code: 'act.not_allowed' } });
    expect(late.ok ? [] : late.refusal.because?.map(({ guard }) => guard)).toContain('notOverdue');
    expect((await contextOf(id))['overdue']).toBe(true);
  });

  test('a second before the end it is still asked in time', async () => {
    const id = await task();
    await act(id, 'wu', ['accept']);
    const due = (await cases.get(id))?.clocks.find(({ name }) => name === 'handling')?.dueAt ?? '';
    clock.setTo(new Date(Date.parse(due) - 1000).toISOString());
    expect((await attempt(id, 'wu', ['askExtension', { reason: 'parts', days: 3 }])).ok).toBe(true);
  });
});

describe('whose it is', () => {
  test('a dispute within the city comes before the city, never before a party to it', async () => {
    const id = await task({ unit: 'east' });
    await act(id, 'wu', RETURN);
    await act(id, 'chen', ['reassign', { unit: 'community' }]);
    await act(id, 'wu', RETURN);
    expect(await contextOf(id)).toMatchObject({ arbiter: 'city', fallback: 'city' });
  });

  // of two sections of one department wherever the matter lies; of one unit alone the place is the other side
  test.each([
    ['s2', 'community', 'water'],
    ['s2', 'far-roads', 'water'],
    ['s1', 'community', 'city'],
  ])('a dispute of s1 with %s over a matter in %s comes before %s', async (other, place, arbiter) => {
    const id = await task({ unit: 's1', place });
    await act(id, 'wu', RETURN);
    await act(id, 'chen', ['reassign', { unit: other }]);
    await act(id, 'wu', RETURN);
    expect(await contextOf(id)).toMatchObject({ arbiter });
  });

  test('a city that is itself a party does not rule: it leads until a joint meeting names one', async () => {
    const id = await task({ unit: 'water' });
    await act(id, 'wu', RETURN);
    await act(id, 'chen', ['reassign', { unit: 'city' }]);
    await act(id, 'mayor', RETURN);
    expect(await contextOf(id)).toMatchObject({ arbiter: null, unit: 'city', provisional: true });
    expect(await meetingsOn(id)).toHaveLength(1);
  });

  test('a city alone with what it has returned twice says itself who does it', async () => {
    const id = await task({ unit: 'city' });
    await act(id, 'mayor', RETURN);
    await act(id, 'chen', ['reassign', { unit: 'city' }]);
    await act(id, 'mayor', RETURN);
    expect(await contextOf(id)).toMatchObject({ arbiter: 'city' });
  });

  test('where the arbiter is silent the fallback owner is named, journaled and told', async () => {
    const id = await task({ unit: 'water' });
    await act(id, 'wu', RETURN);
    await act(id, 'chen', ['reassign', { unit: 'roads' }]);
    await act(id, 'lu', RETURN);
    expect(await valueOf(id)).toBe('arbitration');
    clock.advance({ days: 7 });
    await settle();
    const { unit, holdings } = await contextOf(id);
    expect(unit).toBe('city');
    expect((holdings as JsonObject[]).map((one) => [one['unit'], one['why']])).toEqual([
      ['water', 'dispatched'],
      ['roads', 'reassigned'],
      ['city', 'fallback'],
    ]);
    expect(
      await database.query(`select role, unit from messages where about = 'task_fallback' and unit = 'city'`),
    ).not.toEqual([]);
  });

  test('where nothing stands above them the first-received district leads and a joint meeting is called, once', async () => {
    const id = await task({ unit: 'far-roads' });
    await act(id, 'wu', RETURN);
    await act(id, 'chen', ['reassign', { unit: 'roads' }]);
    await act(id, 'lu', RETURN);
    expect(await contextOf(id)).toMatchObject({ unit: 'district', provisional: true, owned: true });
    const [minutes = '', ...others] = await meetingsOn(id);
    expect(others).toEqual([]);
    const event = { type: 'owner.named', payload: { unit: 'roads', minutes } };
    yes(await cases.tell({ caseId: id, event, actor: STARTER, key: `named:${id}` }));
    await settle();
    expect(await contextOf(id)).toMatchObject({ unit: 'roads', provisional: false, minutes });
  });
});

describe('lead and assist', () => {
  test('a late assist is known to the lead, whose desk its ladder tells', async () => {
    const lead = await task({ issue: 'issue-2' });
    const assist = await task({ issue: 'issue-2', part: 'assist', unit: 'roads' });
    expect(await contextOf(assist)).toMatchObject({ lead, leadUnit: 'water' });
    clock.advance({ days: 9 });
    await settle();
    const [known] = (await contextOf(lead))['assists'] as JsonObject[];
    expect(known).toMatchObject({ task: assist, unit: 'roads', state: 'late' });
    const red = await database.query(
      `select role, unit from messages where case_id = $1 and clock = 'handling' and rung = 'red' order by role, unit`,
      [assist],
    );
    expect(red).toEqual(
      expect.arrayContaining([
        { role: 'department', unit: 'water' },
        { role: 'coordinator', unit: 'community' },
      ]),
    );
  });
});

describe('an emergency', () => {
  const NIGHT = { unit: 'community', part: 'emergency' };
  async function onDuty(line: number, person: string): Promise<void> {
    const period = { startsAt: '2026-03-02T00:00:00.000Z', endsAt: '2026-03-03T00:00:00.000Z' };
    const turn = { id: `turn:${person}`, unit: 'city', line, person, phone: null, ...period };
    await database.transaction((tx) => new Rosters().enter(tx, { ...turn, by: 'mayor', at: clock.now() }));
  }

  test('rings who is on the roster at that hour, then the second in line, then the nearest leaders', async () => {
    await onDuty(1, 'night');
    await onDuty(2, 'second');
    const id = await task(NIGHT);
    expect(await toldTo('night')).toEqual(['duty_rung']);
    expect(await toldTo('second')).toEqual([]);
    clock.advance({ minutes: 11 });
    await settle();
    expect(await toldTo('second')).toEqual(['duty_rung']);
    expect((await contextOf(id))['onDuty']).toEqual(['night', 'second']);
    clock.advance({ minutes: 20 });
    await settle();
    expect([await toldTo('ye'), await toldTo('mayor')]).toEqual([expect.arrayContaining(['duty_unanswered']), []]);
    expect((await contextOf(id))['acceptedBySilence']).toBe(true);
  });

  test('rings the duty officer where no roster is kept, and nobody more once it is accepted', async () => {
    const id = await task(NIGHT);
    expect(await toldTo('dou')).toEqual(['duty_rung']);
    await act(id, 'dou', ['accept']);
    clock.advance({ minutes: 40 });
    await settle();
    expect([await toldTo('ye'), await toldTo('mayor')]).toEqual([[], []]);
  });

  test('with nobody on duty at all the leaders are rung at once, may take it, and the operator has an incident', async () => {
    const id = await task({ unit: 'unmanned', part: 'emergency' });
    expect(await toldTo('mayor')).toEqual(['duty_unanswered']);
    expect((await contextOf(id))['onDuty']).toEqual(['mayor']);
    const { rows } = await cases.incidents({ caseId: id });
    expect(rows).toMatchObject([{ name: 'ringRoster', status: 'open', attempts: 1 }]);
    const waiting = await database.query(`select from outbox where case_id = $1 and status <> 'done'`, [id]);
    expect(waiting).toEqual([]);
    await act(id, 'mayor', ['accept']);
  });

  test.each([
    ['the issue rings first', false],
    ['the task rings first', true],
  ])('tells nobody twice of the same danger, whichever rings first: %s', async (_, isTaskFirst) => {
    await onDuty(1, 'night');
    const input = { unit: 'community', place: 'community', title: 'fire', danger: true };
    const { caseId } = yes(await cases.start({ workflow: 'issue', input, actor: as('dou') }));
    const order = isTaskFirst ? 'desc' : 'asc';
    const due = await database.query<{ id: string }>(
      `select id from outbox where name in ('ringDuty', 'ringRoster') and status = 'pending' order by name ${order}`,
    );
    expect(due).toHaveLength(2);
    await database.query(`update outbox set next_at = next_at + interval '1 second' where id = $1`, [due[1]?.id]);
    await settle();
    clock.advance({ seconds: 2 });
    await settle();
    expect([await toldTo('dou'), await toldTo('night')]).toEqual([['danger'], ['duty_rung']]);
    const calls = await database.query(`select from duty_calls where case_id = $1`, [caseId]);
    expect(calls).toHaveLength(1);
  });
});

describe('a unit that was merged or closed', () => {
  async function close(unit: string, successor: string | null): Promise<void> {
    const note = { by: 'operator', reason: 'merged', source: 'desk' };
    await database.transaction((tx) =>
      registry.apply(tx, note, { units: [{ id: unit, to: '2026-03-02', successor }] }),
    );
  }
  const successions = () => new Successions({ database, cases, today: () => '2026-03-02' });

  test('hands its open tasks on, each once, also when the search was killed half-way', async () => {
    const ids = [await task({ unit: 'merged' }), await task({ unit: 'merged' }), await task({ unit: 'water' })];
    await close('merged', 'roads');
    expect(await successions().tell(1)).toBe(1);
    expect(await successions().tell()).toBe(1);
    expect(await successions().tell()).toBe(0);
    const units = await Promise.all(ids.map(async (id) => (await contextOf(id))['unit']));
    expect(units).toEqual(['roads', 'roads', 'water']);
    const entries = await database.query(
      `select from journal where kind = 'told' and body::text like '%unit.succeeded%'`,
    );
    expect(entries).toHaveLength(2);
  });

  test('without a successor they go back to the dispatcher, and given to it again they come back again', async () => {
    const id = await task({ unit: 'closed' });
    await close('closed', null);
    await successions().run();
    expect(await valueOf(id)).toBe('returned');
    expect(await successions().tell()).toBe(0);
    await act(id, 'chen', ['reassign', { unit: 'closed' }]);
    await successions().run();
    expect(await valueOf(id)).toBe('returned');
  });

  test('units that succeed each other in a ring have no heir: no task goes round in it', async () => {
    const id = await task({ unit: 'first' });
    await close('first', 'next');
    await close('next', 'first');
    await successions().run();
    expect((await cases.stored(id))?.value).toBe('returned');
    expect(await successions().tell()).toBe(0);
  });

  test('one that cannot hear of it is put aside with its reason, and keeps nobody else waiting', async () => {
    const [broken, ...others] = [
      await task({ unit: 'merged' }),
      await task({ unit: 'merged' }),
      await task({ unit: 'merged' }),
    ];
    await database.query(
      `update cases set stored = jsonb_set(stored::jsonb, '{context,holdings}', 'null') where id = $1`,
      [broken],
    );
    await close('merged', 'roads');
    const before = successions();
    while ((await before.tell(1)) > 0);
    await before.run();
    for (const id of others) expect((await contextOf(id))['unit']).toBe('roads');
    const found = (await cases.incidents({ caseId: broken })).rows.filter(({ status }) => status === 'open');
    expect(found).toMatchObject([{ name: 'unit.succeeded', error: expect.stringContaining('merged is gone: ') }]);
    await successions().run();
    expect((await cases.incidents({ caseId: broken })).rows).toHaveLength(1);
    await database.query(
      `update cases set stored = jsonb_set(stored::jsonb, '{context,holdings}', '[]') where id = $1`,
      [broken],
    );
    expect(await cases.retry(found[0]?.id ?? '', STARTER)).toBe(true);
    await successions().run();
    expect((await contextOf(broken))['unit']).toBe('roads');
  });

  test('is told to the joint meetings at whose table it sits, each unit once, and its heir takes the seat', async () => {
    const input = { unit: 'community', place: 'community', departments: ['merged', 'closed', 'roads'], title: 'road' };
    const { caseId } = yes(await cases.start({ workflow: 'joint-meeting', input, actor: as('chen') }));
    await settle();
    await close('merged', 'water');
    await close('closed', null);
    await successions().run();
    expect((await contextOf(caseId))['departments']).toEqual(['water', 'roads']);
    await settle();
    expect(await database.query(`select from messages where case_id = $1 and person = 'wu'`, [caseId])).not.toEqual([]);
    const told = `select from journal where case_id = $1 and kind = 'told' and body::text like '%unit.succeeded%'`;
    await successions().run();
    expect(await database.query(told, [caseId])).toHaveLength(2);
  });

  test('the line of successors is followed to the one that stands', async () => {
    const id = await task({ unit: 'first' });
    await close('first', 'next');
    await close('next', 'water');
    await successions().run();
    expect((await contextOf(id))['unit']).toBe('water');
  });
});
