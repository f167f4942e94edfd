import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import type { Cases } from './cases.service.js';
import { EffectHandlers } from './effect-handlers.js';
import { Heads } from './heads.service.js';
import { ANNA, BEN, CARLA, codeOf, errandsWithWorker, everything, openErrand, yes } from './testing/world.js';

/*
 * The durable guarantees of the engine, one test each under its own words. The other files of this room look at each from more
 * sides; races are in races.pg.test.ts, the pure half in libs/engine.
 */
const db = testDatabase(CASES_ENTITIES);

async function acts(cases: Cases, caseId: string, names: string[]): Promise<void> {
  for (const act of names) yes(await cases.act({ caseId, act, input: {}, actor: BEN }));
}

const kindsOf = async (cases: Cases, caseId: string): Promise<string[]> =>
  (await cases.journal(caseId)).rows.map(({ kind }) => kind);

async function checking(cases: Cases, input: Record<string, unknown> = {}): Promise<{ caseId: string; child: string }> {
  const caseId = await openErrand(cases, input);
  await acts(cases, caseId, ['take', 'finish']);
  const [child] = (await cases.list({ parent: caseId })).rows;
  return { caseId, child: child?.id ?? '' };
}

test('guarantee 1: an act is applied once', async () => {
  const { cases } = errandsWithWorker(db.database);
  const caseId = await openErrand(cases);
  const command = { caseId, act: 'take', input: {}, actor: BEN, key: 'once' };
  const versions = [yes(await cases.act(command)), yes(await cases.act(command))].map(({ version }) => version);
  expect(versions).toEqual([2, 2]);
  expect(await kindsOf(cases, caseId)).toEqual(['started', 'act']);
});

test('guarantee 2: acts on one case are in one order without gaps', async () => {
  const { cases } = errandsWithWorker(db.database);
  const caseId = await openErrand(cases);
  await acts(cases, caseId, ['take', 'hold', 'goOn', 'giveBack']);
  const { rows } = await cases.journal(caseId);
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  expect(rows.every((entry, index) => index === 0 || entry.at >= (rows[index - 1]?.at ?? ''))).toBe(true);
});

test('guarantee 3: a macrostep is all or nothing, with its effects, clocks, children and rows', async () => {
  const world = errandsWithWorker(db.database);
  const caseId = await openErrand(world.cases);
  await acts(world.cases, caseId, ['take']);
  const before = await everything(db.database);
  // the last table the step writes refuses, after everything else has been written
  await db.database.query(`alter table cases add constraint nobody_checks check (workflow <> 'check')`);
  await expect(world.cases.act({ caseId, act: 'finish', input: {}, actor: BEN, key: 'k' })).rejects.toThrow(
    'nobody_checks',
  );
  await db.database.query(`alter table cases drop constraint nobody_checks`);
  expect(await everything(db.database)).toEqual(before);
  expect(codeOf(await world.cases.act({ caseId, act: 'boom', input: {}, actor: BEN, key: 'k' }))).toBe('case.fault');
  expect(await world.cases.stored(caseId)).toMatchObject({ value: { working: 'active' } });
});

test('guarantee 4: no effect without a recorded transition; each is carried out at least once, by a stable id', async () => {
  const ids: string[] = [];
  const handlers = new EffectHandlers()
    .handle('announce', ({ id }) => {
      ids.push(id);
      return ids.length === 1 ? Promise.reject(new Error('no answer')) : Promise.resolve(undefined);
    })
    .handle('remind', () => Promise.resolve(undefined));
  const { cases, outbox, clock } = errandsWithWorker(db.database, { handlers });
  const caseId = await openErrand(cases);
  expect(codeOf(await cases.act({ caseId, act: 'giveBack', input: {}, actor: BEN }))).toBe('act.not_allowed');
  expect((await everything(db.database)).outbox).toEqual([]);
  await acts(cases, caseId, ['take']);
  await outbox.drain();
  clock.advance({ hours: 1 });
  await outbox.drain();
  expect(ids).toEqual([`${caseId}:2:0`, `${caseId}:2:0`]);
});

test('guarantee 5: no clock fires early, each fires once, none is dropped: exhausted retries become a visible incident', async () => {
  const handlers = new EffectHandlers()
    .handle('announce', () => Promise.resolve(undefined))
    .handle('remind', () => Promise.reject(new Error('no gateway')));
  const { cases, clock, outbox } = errandsWithWorker(db.database, { handlers });
  const caseId = await openErrand(cases);
  await acts(cases, caseId, ['take']);
  clock.advance({ minutes: 59, seconds: 59 });
  expect(await cases.fireDue()).toBe(0);
  clock.advance({ seconds: 1 });
  expect(await cases.fireDue()).toBe(1);
  expect(await cases.fireDue()).toBe(0);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await outbox.drain();
    clock.advance({ minutes: 10 });
  }
  expect((await cases.incidents({ status: 'open' })).rows).toMatchObject([{ caseId, name: 'remind', attempts: 3 }]);
});

test('guarantee 6: a clock or child end of an earlier visit never acts in a later one', async () => {
  const { cases, outbox, clock } = errandsWithWorker(db.database);
  const { caseId, child } = await checking(cases);
  yes(await cases.act({ caseId: child, act: 'confirm', input: {}, actor: CARLA }));
  await acts(cases, caseId, ['giveBack', 'take', 'finish']);
  await outbox.drain();
  expect((await cases.journal(caseId)).rows.at(-1)).toMatchObject({ kind: 'dropped', body: { reason: 'child.stale' } });
  clock.advance({ hours: 3 });
  expect(await cases.fire(caseId)).toBe(0);
});

test('guarantee 7: clients cannot send engine events', async () => {
  const { cases } = errandsWithWorker(db.database);
  const { caseId } = await checking(cases);
  const before = await everything(db.database);
  for (const act of [
    'xstate.done.actor.inspection',
    'xstate.after.1.errand.working',
    'done.check',
    'heard',
    'cancelled',
    '*',
  ]) {
    expect(codeOf(await cases.act({ caseId, act, input: { fine: true }, actor: BEN }))).toBe('act.unknown');
  }
  expect(await everything(db.database)).toEqual(before);
});

test('guarantee 8: an act that is not allowed is refused with those that are, and writes nothing', async () => {
  const { cases } = errandsWithWorker(db.database);
  const caseId = await openErrand(cases);
  const before = await everything(db.database);
  const answer = await cases.act({ caseId, act: 'rate', input: { mark: 5 }, actor: BEN, key: 'k' });
  expect(answer).toMatchObject({
    ok: false,
    refusal: { code: 'act.not_allowed' },
  });
  expect(answer.ok ? [] : answer.refusal.allowed).toContain('take');
  expect(await everything(db.database)).toEqual(before);
});

test('guarantee 9: leaving a state disarms its clocks and cancels its invoked children in the same transaction', async () => {
  const { cases } = errandsWithWorker(db.database);
  const { caseId, child } = await checking(cases, { checkDepth: 1 });
  await acts(cases, caseId, ['giveBack']);
  expect(await cases.get(child)).toMatchObject({ status: 'cancelled' });
  const clocks = await db.database.query(`select case_id as id, name from case_clocks`);
  expect(clocks).toEqual([{ id: caseId, name: 'waiting' }]);
});

test("guarantee 10: a child's end reaches its parent exactly once, also when it ends at once", async () => {
  const { cases, outbox } = errandsWithWorker(db.database);
  const { caseId } = await checking(cases, { checkAtOnce: true });
  await Promise.all([outbox.drain(), outbox.drain()]);
  await outbox.drain();
  expect(await kindsOf(cases, caseId)).toEqual(['started', 'act', 'act', 'childDone']);
});

describe('guarantee 11: the journal is chained, holds references only, and is vouched for by signed heads', () => {
  test('an erased text leaves a chain that verifies; an edited byte, a deleted case and a cut tail do not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'minyi-guarantee-'));
    const { cases } = errandsWithWorker(db.database);
    const heads = new Heads(cases, { file: join(folder, 'heads'), keyFile: join(folder, 'key') });
    const [edited, deleted, cut] = [await openErrand(cases), await openErrand(cases), await openErrand(cases)];
    for (const caseId of [edited, cut]) await acts(cases, caseId, ['take']);
    await heads.sign();
    const texts = await db.database.query<{ id: string }>(`select id from texts where case_id = $1`, [edited]);
    expect(await cases.eraseText(texts[0]?.id ?? '', ANNA)).toBe(true);
    expect((await heads.verifyAll()).findings).toEqual([]);
    await db.database.query(
      `update journal set by = '{"kind":"person","person":"bet"}' where case_id = $1 and seq = 2`,
      [edited],
    );
    await db.database.query(`delete from cases where id = $1`, [deleted]);
    await db.database.query(`delete from journal where case_id = $1 and seq = 2`, [cut]);
    const findings = new Set((await heads.verifyAll()).findings.map(({ caseId, code }) => `${caseId} ${code}`));
    expect(findings).toEqual(new Set([`${edited} chain`, `${deleted} missing`, `${cut} cut`]));
    await rm(folder, { recursive: true });
  });
});

test('guarantee 12: a case rebuilds from its journal to the same stored state', async () => {
  const { cases, clock, outbox } = errandsWithWorker(db.database);
  const caseId = await openErrand(cases);
  clock.advance({ hours: 2 });
  await acts(cases, caseId, ['take', 'hold', 'goOn']);
  clock.advance({ hours: 4 });
  await cases.fireDue();
  await acts(cases, caseId, ['finish', 'giveBack', 'take']);
  await outbox.drain();
  expect(await cases.rebuild(caseId)).toEqual({
    caseId,
    same: true,
    divergesAt: null,
    problem: null,
    stored: await cases.stored(caseId),
  });
  const [armed] = (await cases.journal(caseId)).rows;
  expect(armed?.body.armed).toMatchObject({ 'waiting@errand.open': { dueAt: '2026-03-02T02:00:00.000Z' } });
});

test('ten thousand journal entries on a case do not slow its next act', async () => {
  const { cases } = errandsWithWorker(db.database);
  const caseId = await openErrand(cases);
  await acts(cases, caseId, ['take']);
  const statements = async (): Promise<number> => {
    await acts(cases, caseId, ['hold', 'goOn', 'hold', 'goOn']);
    const begin = performance.now();
    for (let round = 0; round < 10; round += 1) await acts(cases, caseId, ['hold', 'goOn']);
    return performance.now() - begin;
  };
  const young = await statements();
  // as if it had had them: the entries in between are only there to be in the way
  await db.database.query(
    `insert into journal (case_id, seq, at, recorded_at, kind, by, body, prev_hash, hash)
     select case_id, seq + 100000 + n, at, recorded_at, kind, by, body, prev_hash, hash
     from journal cross join generate_series(1, 10000) as n where case_id = $1 and seq = 2`,
    [caseId],
  );
  const old = await statements();
  expect(old).toBeLessThan(young * 3 + 500);
});
