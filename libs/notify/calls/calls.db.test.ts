import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { Notifications } from '../notifications.js';
import { sideOf, World } from '../testing/world.js';
import { whatToSay } from './call-list.service.js';

let world: World;
let notifications: Notifications;

beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());
beforeEach(() => {
  notifications = world.notifications();
});
afterEach(() => world.clear());

const listed = (withReserved = false, units = ['b1']) =>
  world.database.transaction((tx) => notifications.calls.list(tx, { units, withReserved, status: 'open', limit: 50 }));
const logged = async (outcome: 'reached' | 'not_reached' | 'refused' | 'moved', key: string) => {
  const [entry] = await world.database.query<{ id: string }>('select id from call_entries');
  return world.database.transaction((tx) => notifications.calls.log(tx, entry?.id ?? '', { by: 'li', outcome, key }));
};

describe('the call list', () => {
  test('has whoever has not read something important for days, until they have', async () => {
    const cause = await world.tell(['wang']);
    await notifications.runOnce();
    await notifications.runCalls();
    expect(await listed()).toEqual([]);
    world.clock.advance({ days: 3, minutes: 1 });
    await notifications.runCalls();
    await notifications.runCalls();
    expect(await listed()).toMatchObject([{ person: 'wang', reason: 'unread', about: 'outcome' }]);
    await world.database.query(`insert into message_reads (message, person, at) values ($1, 'wang', $2)`, [
      `${cause}:p:wang`,
      world.clock.now(),
    ]);
    await notifications.runCalls();
    expect(await listed()).toEqual([]);
  });

  test('keeps the unread of the routine kind off, and of cases that are not real', async () => {
    await world.tell(['wang'], 'received');
    await notifications.runOnce();
    world.clock.advance({ days: 4 });
    await notifications.runCalls();
    world.cases.set('case-1', sideOf({ isLive: false }));
    await world.tell(['wang']);
    await notifications.runOnce();
    world.clock.advance({ days: 4 });
    await notifications.runCalls();
    expect(await listed()).toEqual([]);
  });

  test('has whoever comes after hundreds whom nobody can call about anything', async () => {
    world.cases.set('simulated', sideOf({ isLive: false }));
    for (let n = 0; n < 201; n += 1) await world.tell(['wang'], 'outcome', { caseId: 'simulated' });
    world.clock.advance({ minutes: 1 });
    await world.tell(['wang']);
    await notifications.planner.drain();
    world.clock.advance({ days: 4 });
    expect(await notifications.runCalls()).toBe(1);
  });

  test('shows what is confidential to those who run the community only, and nobody says what it is about', async () => {
    world.cases.set('case-1', sideOf({ visibility: 'confidential' }));
    await world.tell(['nobody']);
    await notifications.runOnce();
    expect(await listed()).toEqual([]);
    const [entry] = await listed(true);
    expect(entry).toMatchObject({ person: 'nobody', isReserved: true });
    const { zh, en } = whatToSay({ about: 'outcome', caseId: 'case-1', isReserved: true });
    expect(zh + en).not.toMatch(/CASE|办结|评价|matter/);
  });

  test('shows nothing more of a case that has turned confidential since, and finds enough of the others', async () => {
    for (const caseId of ['case-1', 'case-2', 'case-3']) {
      world.cases.set(caseId, sideOf());
      await world.tell(['nobody'], 'outcome', { caseId });
      await notifications.runOnce();
      world.clock.advance({ minutes: 1 });
    }
    world.cases.set('case-1', sideOf({ visibility: 'confidential' }));
    world.cases.set('case-2', sideOf({ visibility: 'reserved' }));
    const page = await world.database.transaction((tx) =>
      notifications.calls.list(tx, { units: ['b1'], withReserved: false, status: 'open', limit: 1 }),
    );
    expect(page.map(({ caseId }) => caseId)).toEqual(['case-3']);
    const all = await listed(true);
    expect(all.map(({ isReserved }) => isReserved)).toEqual([true, true, false]);
    const one = await world.database.transaction((tx) => notifications.calls.read(tx, all[0]?.id ?? ''));
    expect(one?.isReserved).toBe(true);
  });

  test('counts calls in vain by days: two on one day are one, on the second day it is given up', async () => {
    await world.tell(['nobody']);
    await notifications.runOnce();
    expect(await logged('not_reached', '1')).toMatchObject({ status: 'open' });
    world.clock.advance({ hours: 2 });
    expect(await logged('not_reached', '2')).toMatchObject({ status: 'open' });
    world.clock.advance({ days: 1 });
    const last = await logged('not_reached', '3');
    expect(last).toMatchObject({ status: 'given_up' });
    expect(last.attempts.map(({ onDate, by }) => [onDate, by])).toEqual([
      ['2026-03-02', 'li'],
      ['2026-03-02', 'li'],
      ['2026-03-03', 'li'],
    ]);
    await expect(logged('reached', '4')).rejects.toThrow('call.ended');
  });

  test('writes a call that is sent twice down once', async () => {
    await world.tell(['nobody']);
    await notifications.runOnce();
    await logged('not_reached', 'same');
    expect((await logged('not_reached', 'same')).attempts).toHaveLength(1);
  });

  test.each(['reached', 'refused', 'moved'] as const)('is done with somebody who was %s', async (outcome) => {
    await world.tell(['nobody']);
    await notifications.runOnce();
    expect(await logged(outcome, '1')).toMatchObject({ status: 'done' });
  });

  test('says the number and what it is about, no names, in both languages', () => {
    const { zh, en } = whatToSay({ about: 'outcome', caseId: 'case-1', isReserved: false });
    expect(zh).toContain('事项CASE1已办结，请您评价');
    expect(en).toContain('Matter CASE1 is done');
  });
});
