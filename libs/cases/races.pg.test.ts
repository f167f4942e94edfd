import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import { ANNA, BEN, CARLA, codeOf, errandsWithWorker, openErrand, yes } from './testing/world.js';

// Locks and races prove nothing on PGlite, which has one connection: this file runs on PostgreSQL only.
const db = testDatabase(CASES_ENTITIES);

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe('acts on one case at the same time', () => {
  test('are in one order without gaps, and none is lost', async () => {
    const { cases } = errandsWithWorker(db.database);
    const caseId = await openErrand(cases);
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    const answers = await times(24, (n) =>
      cases.act({ caseId, act: 'note', input: { text: `note ${String(n)}` }, actor: BEN }),
    );
    expect(answers.map((answer) => yes(answer).version).sort((a, b) => a - b)).toEqual(answers.map((_, n) => n + 3));
    expect((await cases.stored(caseId))?.context.notes).toHaveLength(24);
    expect(await cases.verify(caseId)).toEqual([]);
    expect(await cases.rebuild(caseId)).toMatchObject({ same: true });
  });

  test('with the same version seen: one wins, the others are told that theirs is stale', async () => {
    const { cases } = errandsWithWorker(db.database);
    const caseId = await openErrand(cases);
    const answers = await times(8, () => cases.act({ caseId, act: 'take', input: {}, actor: BEN, ifVersion: 1 }));
    expect(answers.map(codeOf).sort()).toEqual([
      'carried out',
      ...Array.from({ length: 7 }, () => 'case.version_stale'),
    ]);
  });

  test('are stamped by the clock read after the lock was held', async () => {
    const { cases } = errandsWithWorker(db.database, { clock: { kind: 'database' } });
    const caseId = await openErrand(cases);
    const held = Promise.withResolvers<undefined>();
    const locking = db.database.transaction(async (tx) => {
      await tx.query(`select 1 from cases where id = $1 for update`, [caseId]);
      held.resolve(undefined);
      await new Promise((resolve) => setTimeout(resolve, 400));
      const [row] = await tx.query<{ now: string }>(`select date_trunc('milliseconds', clock_timestamp()) as now`);
      return row?.now ?? '';
    });
    await held.promise;
    yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
    const released = await locking;
    const entry = (await cases.journal(caseId)).rows.at(-1);
    expect(entry?.kind).toBe('act');
    expect((entry?.at ?? '') >= released).toBe(true);
  });
});

describe('the same idempotency key at the same time', () => {
  test('is applied once, and everybody gets the one answer', async () => {
    const { cases } = errandsWithWorker(db.database);
    const caseId = await openErrand(cases);
    const answers = await times(12, () => cases.act({ caseId, act: 'take', input: {}, actor: BEN, key: 'twin' }));
    expect(answers.map((answer) => yes(answer).version)).toEqual(answers.map(() => 2));
    expect(answers.filter((answer) => !yes(answer).repeated)).toHaveLength(1);
    expect((await cases.journal(caseId)).rows).toHaveLength(2);
  });

  test('on different cases: one is carried out, the others hear that the key is used', async () => {
    const { cases } = errandsWithWorker(db.database);
    const ids = await times(6, () => openErrand(cases));
    const answers = await Promise.all(
      ids.map((caseId) => cases.act({ caseId, act: 'take', input: {}, actor: BEN, key: 'one' })),
    );
    expect(answers.map(codeOf).sort()).toEqual([
      'carried out',
      ...Array.from({ length: 5 }, () => 'idempotency.key_reused'),
    ]);
  });

  test('and the same unique lookup start one case', async () => {
    const { cases } = errandsWithWorker(db.database);
    const start = (key?: string) =>
      cases.start({
        workflow: 'errand',
        input: { title: 'T', place: 'east', number: '7' },
        actor: ANNA,
        ...(key && { key }),
      });
    const answers = await times(12, (n) => start(n % 2 === 0 ? 'k' : undefined));
    expect(new Set(answers.map((answer) => yes(answer).caseId)).size).toBe(1);
    expect((await cases.list({})).rows).toHaveLength(1);
  });
});

describe('several workers', () => {
  test('fire a clock once between them', async () => {
    const first = errandsWithWorker(db.database);
    const worlds = [first, ...Array.from({ length: 4 }, () => errandsWithWorker(db.database))];
    const caseId = await openErrand(first.cases);
    for (const { clock } of worlds) clock.advance({ hours: 2 });
    await Promise.all(worlds.map(({ cases }) => cases.fireDue()));
    expect((await first.cases.journal(caseId)).rows.map(({ kind }) => kind)).toEqual(['started', 'clock']);
  });

  test('carry out each effect once between them while nobody crashes', async () => {
    const first = errandsWithWorker(db.database);
    const worlds = [first, ...Array.from({ length: 3 }, () => errandsWithWorker(db.database))];
    const ids = await times(30, () => openErrand(first.cases));
    await Promise.all(ids.map((caseId) => first.cases.act({ caseId, act: 'take', input: {}, actor: BEN })));
    await Promise.all(worlds.map(({ outbox }) => outbox.drain()));
    const called = worlds.flatMap(({ calls }) => calls.map(({ caseId }) => caseId));
    expect(called.sort()).toEqual([...ids].sort());
  });

  test('whose lease ran out never deliver twice', async () => {
    const first = errandsWithWorker(db.database);
    const worlds = [first, ...Array.from({ length: 3 }, () => errandsWithWorker(db.database))];
    const { cases } = first;
    const one = await openErrand(cases);
    const other = await openErrand(cases);
    yes(await cases.act({ caseId: one, act: 'callOther', input: { other }, actor: ANNA }));
    const rows = await Promise.all(
      worlds.map(async ({ outbox }) => {
        await db.database.query(`update outbox set locked_until = null`);
        return outbox.runOnce();
      }),
    );
    expect(rows.length).toBe(4);
    expect((await cases.stored(other))?.context.heard).toEqual(['hello']);
  });
});

describe('a parent and its children at the same time', () => {
  test('neither block each other for ever nor contradict each other', async () => {
    const { cases, outbox } = errandsWithWorker(db.database);
    await times(10, async () => {
      const caseId = await openErrand(cases);
      yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
      const finished = yes(await cases.act({ caseId, act: 'finish', input: {}, actor: BEN }));
      const child = finished.effects.find(({ kind }) => kind === 'startChild')?.id ?? '';
      await Promise.all([
        cases.act({ caseId: child, act: 'confirm', input: {}, actor: CARLA }),
        cases.act({ caseId, act: 'giveBack', input: {}, actor: BEN }),
        outbox.runOnce(),
      ]);
    });
    await outbox.drain();
    for (const { id } of (await cases.list({ limit: 100 })).rows) {
      expect(await cases.verify(id)).toEqual([]);
      expect(await cases.rebuild(id)).toMatchObject({ same: true });
    }
    const children = (await cases.list({ workflow: 'check', limit: 100 })).rows;
    expect(children.every(({ status }) => status !== 'active')).toBe(true);
  });
});
