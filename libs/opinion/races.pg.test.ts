import { beforeEach, describe, expect, test } from '@jest/globals';

import { FakeClock, testDatabase } from '#libs/testing';

import { opinionEntities } from './opinion.entity.js';
import { OpinionRefused } from './opinion.refused.js';
import { OPINION_RULE } from './opinion.vocabulary.js';
import { Opinions } from './opinions.service.js';

// Locks and races prove nothing on PGlite, which has one connection: this file runs on PostgreSQL only.
const held = testDatabase(opinionEntities, { tables: 'of the entities' });
const clock = new FakeClock();
const server = (): Opinions => new Opinions({ database: held.database, now: () => clock.now() });
const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'kept';
  } catch (error) {
    if (error instanceof OpinionRefused) return error.refusal.code;
    throw error;
  }
}

beforeEach(async () => {
  const opinions = server();
  const rule = { ...OPINION_RULE, moderation: 'after', mostStatements: 100 } as const;
  await opinions.open({ id: 'lift', unit: 'limin', rule, at: clock.now() });
  for (let number = 1; number <= 5; number += 1)
    await opinions.statements.say({
      deliberation: 'lift',
      author: 'wang',
      text: `t${String(number)}`,
      key: String(number),
    });
});

describe('two servers at the same time', () => {
  test('1,000 answers of one person to one statement are one position and a whole history', async () => {
    const servers = [server(), server()];
    const taken = await times(1_000, (index) =>
      outcomeOf(
        servers[index % 2]?.positions.take({
          deliberation: 'lift',
          person: 'li',
          statement: 1,
          position: index % 2 === 0 ? 1 : -1,
        }) ?? Promise.resolve(),
      ),
    );
    expect(new Set(taken)).toEqual(new Set(['kept']));
    const [row] = await held.database.query<object>(
      `select (select count(*) from opinion_positions) as positions, (select revision from opinion_positions) as revision,
         (select count(*) from opinion_history) as history, (select max(revision) from opinion_history) as last`,
    );
    expect(row).toEqual({ positions: 1, revision: 1_000, history: 1_000, last: 1_000 });
  });

  test('the same positions written crosswise do not lock each other up', async () => {
    const servers = [server(), server()];
    const taken = await times(2_000, (index) =>
      outcomeOf(
        servers[index % 2]?.positions.take({
          deliberation: 'lift',
          person: `p${String(index % 2 === 0 ? index % 100 : 99 - (index % 100))}`,
          statement: (index % 5) + 1,
          position: 1,
        }) ?? Promise.resolve(),
      ),
    );
    expect(new Set(taken)).toEqual(new Set(['kept']));
  });

  test('a close in the middle: nothing is kept after it, and nothing that was acknowledged is lost', async () => {
    const [one, other] = [server(), server()];
    const casting = times(4_000, async (index) => {
      // spread out, so that some come before the close and some after it
      await new Promise((resolve) => setTimeout(resolve, index % 400));
      const person = `p${String(index)}`;
      return outcomeOf(
        (index % 2 === 0 ? one : other).positions.take({ deliberation: 'lift', person, statement: 1, position: 1 }),
      );
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const began = performance.now();
    const closed = await one.close('lift', clock.now());
    expect(performance.now() - began).toBeLessThan(1_000);
    const outcomes = await casting;
    const kept = outcomes.filter((outcome) => outcome === 'kept').length;
    expect(new Set(outcomes)).toEqual(new Set(['kept', 'opinion.closed']));
    const [row] = await held.database.query<{ kept: number }>(`select count(*) as kept from opinion_positions`);
    expect(row?.kept).toBe(kept);
    expect(closed?.picture.positions).toBe(kept);
  });

  test('statements said at once get numbers of their own, and the limit of a person holds', async () => {
    const servers = [server(), server()];
    const said = await times(110, (index) =>
      outcomeOf(
        servers[index % 2]?.statements.say({
          deliberation: 'lift',
          author: 'li',
          text: `s${String(index)}`,
          key: `s${String(index)}`,
        }) ?? Promise.resolve(),
      ),
    );
    expect(said.filter((outcome) => outcome === 'kept')).toHaveLength(100);
    expect(new Set(said)).toEqual(new Set(['kept', 'opinion.too_many']));
    const [row] = await held.database.query<{ last: number }>(`select max(number) as last from opinion_statements`);
    expect(row?.last).toBe(105);
  });
});
