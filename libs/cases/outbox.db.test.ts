import { describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import { EffectHandlers, EffectHandlersError } from './effect-handlers.js';
import type { EffectCall } from './effects.types.js';
import { ANNA, BEN, errandsWithWorker, everything, openErrand, yes } from './testing/world.js';

const db = testDatabase(CASES_ENTITIES);

/** Handlers whose `announce` fails as often as told, then answers with a told event. */
function flaky(failures: number) {
  const calls: EffectCall[] = [];
  const handlers = new EffectHandlers()
    .handle('announce', (call) => {
      calls.push(call);
      if (calls.length <= failures) return Promise.reject(new Error('the gateway is down'));
      return Promise.resolve({ type: 'heard', payload: { word: 'posted' } });
    })
    .handle('remind', () => Promise.resolve(undefined));
  return { handlers, calls };
}

async function takenErrand(world: ReturnType<typeof errandsWithWorker>): Promise<string> {
  const caseId = await openErrand(world.cases);
  yes(await world.cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
  return caseId;
}

describe('an effect', () => {
  test('is written with the transition that causes it, and carried out once after it', async () => {
    const world = errandsWithWorker(db.database);
    const caseId = await takenErrand(world);
    expect(world.calls).toEqual([]);
    await world.outbox.drain();
    await world.outbox.drain();
    expect(world.calls).toMatchObject([
      { id: `${caseId}:2:0`, name: 'announce', payload: { place: 'east', round: 0 }, attempt: 1 },
    ]);
  });

  test('keeps its id over all attempts, waits longer after each, and its answer is told to the case once', async () => {
    const { handlers, calls } = flaky(2);
    const world = errandsWithWorker(db.database, { handlers });
    const caseId = await takenErrand(world);
    await world.outbox.drain();
    expect(await world.outbox.next()).toBe('2026-03-02T01:00:30.000Z');
    await world.outbox.drain();
    expect(calls).toHaveLength(1);
    world.clock.advance({ seconds: 30 });
    await world.outbox.drain();
    expect(await world.outbox.next()).toBe('2026-03-02T01:01:30.000Z');
    world.clock.advance({ seconds: 60 });
    await world.outbox.drain();
    expect(new Set(calls.map(({ id }) => id)).size).toBe(1);
    expect(calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect((await world.cases.stored(caseId))?.context.heard).toEqual(['posted']);
    expect(await world.outbox.next()).toBeNull();
  });

  test('that fails for good becomes a visible incident, never a silent loss; it can be retried, skipped or resolved', async () => {
    for (const decision of ['retry', 'skip', 'resolve'] as const) {
      const { handlers, calls } = flaky(3);
      const world = errandsWithWorker(db.database, { handlers });
      const caseId = await takenErrand(world);
      for (let attempt = 0; attempt < 4; attempt += 1) {
        await world.outbox.drain();
        world.clock.advance({ minutes: 10 });
      }
      const { rows } = await world.cases.incidents({ caseId });
      expect(rows).toMatchObject([
        { kind: 'effect', name: 'announce', error: 'the gateway is down', attempts: 3, status: 'open' },
      ]);
      expect((await world.cases.get(caseId))?.incidents).toBe(1);
      const id = rows[0]?.id ?? '';
      const decide = (): Promise<boolean> =>
        decision === 'resolve' ? world.cases.resolve(id, ANNA, 'posted it by hand') : world.cases[decision](id, ANNA);
      expect(await decide()).toBe(true);
      expect(await decide()).toBe(false);
      await world.outbox.drain();
      expect(calls).toHaveLength(decision === 'retry' ? 4 : 3);
      const entries = (await world.cases.journal(caseId)).rows.filter(({ kind }) => kind === 'incident');
      expect(entries.map(({ body }) => body.status)).toEqual([
        'open',
        { retry: 'retried', skip: 'skipped', resolve: 'resolved' }[decision],
      ]);
      expect(await world.cases.verify(caseId)).toEqual([]);
      expect(await world.cases.rebuild(caseId)).toMatchObject({ same: true });
    }
  });

  test('that kills its worker comes back after the lease and runs out of attempts like any other', async () => {
    const world = errandsWithWorker(db.database);
    const caseId = await takenErrand(world);
    await db.database.query(`update outbox set attempts = 3, locked_until = '2026-03-02T01:01:00Z'`);
    expect(await world.outbox.runOnce()).toBe(0);
    world.clock.advance({ minutes: 2 });
    expect(await world.outbox.runOnce()).toBe(1);
    expect(world.calls).toEqual([]);
    expect((await world.cases.incidents({ caseId })).rows).toMatchObject([{ error: 'its worker did not come back' }]);
  });

  test('of a worker that is known to be dead is carried out at once', async () => {
    const world = errandsWithWorker(db.database);
    await takenErrand(world);
    await db.database.query(`update outbox set attempts = 1, locked_until = '2026-03-02T01:01:00Z'`);
    await world.outbox.reclaim();
    expect(await world.outbox.runOnce()).toBe(1);
    expect(world.calls).toMatchObject([{ attempt: 2 }]);
  });

  test('is never left behind by a transition that was not committed', async () => {
    const world = errandsWithWorker(db.database, {
      mayAct: async ({ act }, tx) => {
        if (act !== 'take') return true;
        // whatever goes wrong in the transaction, also after the engine has stepped, nothing of the act remains
        await tx.query(
          `create function pg_temp.fail() returns trigger language plpgsql as 'begin raise exception ''disk full''; end'`,
        );
        await tx.query(`create trigger fail before insert on outbox for each row execute function pg_temp.fail()`);
        return true;
      },
    });
    const caseId = await openErrand(world.cases);
    const before = await everything(db.database);
    await expect(world.cases.act({ caseId, act: 'take', input: {}, actor: BEN, key: 'k' })).rejects.toThrow(
      'disk full',
    );
    expect(await everything(db.database)).toEqual(before);
  });
});

describe('at boot', () => {
  test('an effect without a handler, a handler without an effect and a second handler are refused', () => {
    const { cases } = errandsWithWorker(db.database);
    const { workflows } = cases.options;
    const handler = (): Promise<undefined> => Promise.resolve(undefined);
    const handlers = new EffectHandlers().handle('announce', handler);
    expect(() => {
      handlers.check(workflows);
    }).toThrow(EffectHandlersError);
    handlers.handle('remind', handler).check(workflows);
    expect(() => handlers.handle('remind', handler)).toThrow('two handlers');
    expect(() => {
      handlers.handle('launder', handler).check(workflows);
    }).toThrow('launder');
  });
});
