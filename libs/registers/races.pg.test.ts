import { describe, expect, test } from '@jest/globals';

import type { Tx } from '#libs/database';
import { testDatabase } from '#libs/testing';

import { AT, covenant, LINEAGE, ON, PLACE, preset, idsOf } from './registers.fixture.js';
import { registersEntities } from './registers.entity.js';
import { Register } from './register.service.js';
import { DecisionRules } from './rules.service.js';

const world = testDatabase(registersEntities, { tables: 'of the entities' });
const rules = new DecisionRules();
const register = new Register(rules);
const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.database.transaction(work, { retries: 5 });

describe('entries made at once', () => {
  test('get every number once and leave none out, also when some are not made after all', async () => {
    const attempts = Array.from({ length: 60 }, (_, n) =>
      inTransaction(async (tx) => {
        const entered = await register.enter(tx, covenant(`c${String(n)}`), PLACE);
        if (n % 3 === 0) throw new Error('thought better of it');
        return entered.number;
      }),
    );
    const made = (await Promise.allSettled(attempts)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const wanted = Array.from({ length: 40 }, (_, n) => `丽民社区公约〔2026〕${String(n + 1)}号`);
    expect(new Set(made)).toEqual(new Set(wanted));
    expect(made).toHaveLength(40);
  });

  test('of one case are one entry', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => inTransaction((tx) => register.enter(tx, covenant('c1'), PLACE))),
    );
    expect(new Set(answers.map(({ entry }) => entry)).size).toBe(1);
    expect(await world.database.query('select id from register_entries')).toHaveLength(1);
  });

  test('that revise the same version: one does, the others are told of the newer one', async () => {
    const { entry } = await inTransaction((tx) => register.enter(tx, covenant('c0'), PLACE));
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        inTransaction((tx) => register.enter(tx, covenant(`r${String(n)}`, { revises: { entry, version: 1 } }), PLACE)),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of answers)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ refusal: { code: 'register.version_stale' } });
  });
});

describe('rules published at once', () => {
  test('never share a version, and only one of those who saw the same version gets through', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) =>
        inTransaction((tx) =>
          rules.publish(tx, {
            lineage: n % 2 === 0 ? LINEAGE : ['other'],
            rule: preset('council'),
            base: 1,
            reason: String(n),
            by: 'li',
            idsOf,
            at: AT,
            on: ON,
          }),
        ),
      ),
    );
    const versions = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.version] : []));
    expect(versions.toSorted()).toEqual([2, 3]);
  });
});
