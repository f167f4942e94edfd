import { beforeEach, describe, expect, test } from '@jest/globals';

import { FakeClock, testDatabase } from '#libs/testing';

import { OPINION_RULE } from './opinion.vocabulary.js';
import { OpinionRefused } from './opinion.refused.js';
import { opinionEntities } from './opinion.entity.js';
import { Opinions } from './opinions.service.js';
import type { StatementNews } from './statements.service.js';

const held = testDatabase(opinionEntities, { tables: 'of the entities' });
const LIFT = 'lift';
let clock: FakeClock;
let told: StatementNews[];
let opinions: Opinions;

beforeEach(async () => {
  clock = new FakeClock();
  told = [];
  opinions = new Opinions({ database: held.database, now: () => clock.now(), tell: (news) => told.push(news) });
  await opinions.open({ id: LIFT, unit: 'limin', rule: OPINION_RULE, at: clock.now() });
});

const say = (author: string, text: string, key = text) =>
  opinions.statements.say({ deliberation: LIFT, author, text, key });
const show = (number: number, by = 'moderator') =>
  opinions.statements.moderate({ deliberation: LIFT, number, decision: { show: true }, by });
const reject = (number: number, reason: string, by = 'moderator') =>
  opinions.statements.moderate({ deliberation: LIFT, number, decision: { show: false, reason }, by });
const take = (person: string, statement: number, position: -1 | 0 | 1) =>
  opinions.positions.take({ deliberation: LIFT, person, statement, position });
const mine = async (author: string) => opinions.statements.mine(LIFT, author);

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'carried out';
  } catch (error) {
    if (error instanceof OpinionRefused) return error.refusal.code;
    throw error;
  }
}

/** Statements 1 to `count`, shown. */
async function shown(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await say(`author${String(number)}`, `观点 ${String(number)}`);
    await show(number);
  }
}

describe('a statement', () => {
  test('waits for a moderator, and is asked once it is shown', async () => {
    expect(await say('wang', '按楼层分摊')).toEqual({ number: 1, state: 'waiting' });
    expect((await opinions.statements.toAnswer(LIFT, 'li', 20)).rows).toEqual([]);
    await show(1);
    expect(await opinions.statements.toAnswer(LIFT, 'li', 20)).toEqual({
      rows: [{ number: 1, text: '按楼层分摊', position: null, isMine: false }],
      total: 1,
      unanswered: 1,
    });
  });

  test('is shown at once where the community has decided so', async () => {
    await opinions.open({
      id: 'other',
      unit: 'limin',
      rule: { ...OPINION_RULE, moderation: 'after' },
      at: clock.now(),
    });
    const said = await opinions.statements.say({ deliberation: 'other', author: 'wang', text: 't', key: 'k' });
    expect(said.state).toBe('shown');
  });

  test('is rejected with a reason that its author is told, and nobody else', async () => {
    await say('wang', '张三太吵');
    await reject(1, '请对事不对人。');
    expect(await mine('wang')).toMatchObject([{ number: 1, state: 'rejected', reason: '请对事不对人。' }]);
    expect(told).toEqual([
      { deliberation: LIFT, number: 1, author: 'wang', what: 'rejected', reason: '请对事不对人。' },
    ]);
    expect((await opinions.statements.toAnswer(LIFT, 'li', 20)).rows).toEqual([]);
  });

  test('that was rejected may be shown after all', async () => {
    await say('wang', '按楼层分摊');
    await reject(1, '重复。');
    await show(1);
    expect(await mine('wang')).toMatchObject([{ state: 'shown', reason: null }]);
  });

  test('is not decided about by its author', async () => {
    await say('wang', '按楼层分摊');
    expect(await codeOf(show(1, 'wang'))).toBe('opinion.own_statement');
    expect(await codeOf(show(9))).toBe('resource.unknown');
  });

  test('sent again under the same key is said once', async () => {
    expect([await say('wang', 'a', 'k'), await say('wang', 'a', 'k')]).toMatchObject([{ number: 1 }, { number: 1 }]);
    expect(await mine('wang')).toHaveLength(1);
  });

  test('that says the same as another one leads to it', async () => {
    await say('wang', '按楼层  分摊');
    expect(await codeOf(say('li', '按楼层 分摊'))).toBe('opinion.said_already');
  });

  test('cannot be said without end by one person', async () => {
    for (let count = 0; count < OPINION_RULE.mostStatements; count += 1) await say('wang', `t${String(count)}`);
    expect(await codeOf(say('wang', 'one more'))).toBe('opinion.too_many');
    expect(await codeOf(say('li', 'one more'))).toBe('carried out');
  });
});

describe('similar statements', () => {
  beforeEach(async () => shown(3));
  const propose = (number: number, into: number) =>
    opinions.statements.proposeMerge({ deliberation: LIFT, number, into });
  const answer = (number: number, person: string, accept: boolean) =>
    opinions.statements.answerMerge({ deliberation: LIFT, number, person, accept });

  test('are merged when both authors consent', async () => {
    expect(await propose(2, 1)).toEqual({ state: 'shown' });
    expect((await mine('author1'))[0]?.asked).toEqual({ number: 2, text: '观点 2' });
    expect((await mine('author2'))[0]?.asked).toEqual({ number: 1, text: '观点 1' });
    expect(await answer(2, 'author2', true)).toEqual({ state: 'shown' });
    expect((await mine('author2'))[0]?.asked).toBeNull();
    expect(await answer(2, 'author1', true)).toEqual({ state: 'merged' });
    expect((await mine('author2'))[0]).toMatchObject({ state: 'merged', mergedInto: 1 });
    expect(await codeOf(take('li', 2, 1))).toBe('opinion.not_asked');
    expect(await codeOf(show(2))).toBe('opinion.merged');
  });

  test('stay as they are when one author declines', async () => {
    await propose(2, 1);
    await answer(2, 'author2', true);
    expect(await answer(2, 'author1', false)).toEqual({ state: 'shown' });
    expect([(await mine('author1'))[0]?.asked, (await mine('author2'))[0]?.asked]).toEqual([null, null]);
    expect(await codeOf(answer(2, 'author1', true))).toBe('opinion.nothing_asked');
  });

  test('are merged by their authors and nobody else', async () => {
    await propose(2, 1);
    expect(await codeOf(answer(2, 'author3', true))).toBe('opinion.nothing_asked');
  });

  test.each([
    ['with itself', 1, 1],
    ['with one that is not there', 1, 9],
  ])('is not merged %s', async (_, number, into) => {
    expect(await codeOf(propose(number, into))).toBe('opinion.not_mergeable');
  });

  test('nothing is merged into one that is to be merged itself', async () => {
    await propose(2, 1);
    expect(await codeOf(propose(3, 2))).toBe('opinion.not_mergeable');
  });
});

describe('a position', () => {
  beforeEach(async () => shown(3));

  test('is kept; taken again the last one counts and the history knows both', async () => {
    expect(await take('li', 1, 1)).toEqual({ revision: 1 });
    expect(await take('li', 1, -1)).toEqual({ revision: 2 });
    expect(await opinions.positions.of(LIFT, 'li')).toMatchObject([{ statement: 1, position: -1 }]);
    const { positions } = await opinions.heldAbout(['li']);
    expect(positions).toMatchObject([{ position: 1 }, { position: -1 }]);
  });

  test('is taken only on what is shown, in a deliberation that is open', async () => {
    await say('wang', 'waits');
    expect(await codeOf(take('li', 4, 1))).toBe('opinion.not_asked');
    expect(await codeOf(take('li', 9, 1))).toBe('resource.unknown');
    const elsewhere = { deliberation: 'nowhere', person: 'li', statement: 1, position: 1 } as const;
    expect(await codeOf(opinions.positions.take(elsewhere))).toBe('case.unknown');
    await opinions.close(LIFT, clock.now());
    expect(await codeOf(take('li', 1, 1))).toBe('opinion.closed');
    expect(await codeOf(say('li', 'late'))).toBe('opinion.closed');
  });

  test('what is least answered is asked first; what is answered comes last', async () => {
    for (const person of ['a', 'b', 'c']) await take(person, 1, 1);
    await take('a', 2, 1);
    const asked = await opinions.statements.toAnswer(LIFT, 'li', 20);
    expect(asked.rows.map(({ number }) => number)).toEqual([3, 2, 1]);
    await take('li', 3, 0);
    const next = await opinions.statements.toAnswer(LIFT, 'li', 20);
    expect(next.rows.map(({ number, position }) => [number, position])).toEqual([
      [2, null],
      [1, null],
      [3, 0],
    ]);
    expect(next.unanswered).toBe(2);
  });
});

describe('the picture', () => {
  /** Twelve agree and twelve disagree on 1 and 2; all agree on 3. */
  async function divided(): Promise<void> {
    await shown(3);
    for (let at = 0; at < 24; at += 1)
      await Promise.all([1, 2, 3].map((number) => take(`p${String(at)}`, number, number < 3 && at % 2 === 0 ? -1 : 1)));
  }

  test('shows a vote once it is a second old, under a new version', async () => {
    await divided();
    const before = await opinions.pictures.of(LIFT);
    expect(before.picture.groups.map(({ people }) => people)).toEqual([12, 12]);
    await take('p1', 1, 0);
    clock.advance({ seconds: 2 });
    const after = await opinions.pictures.of(LIFT);
    expect(after.version).toBe(before.version + 1);
    expect(after.picture.table[0]?.counts?.pass).toBe(1);
  });

  test('is not drawn anew when nothing has changed', async () => {
    await divided();
    const { version } = await opinions.pictures.of(LIFT);
    expect((await opinions.pictures.anew(LIFT)).version).toBe(version);
  });

  test('leaves out what is not shown any more', async () => {
    await divided();
    await reject(3, '跑题。');
    expect((await opinions.pictures.anew(LIFT)).picture.table.map(({ statement }) => statement)).toEqual([1, 2]);
  });

  test('tells people their own group', async () => {
    await divided();
    const groups = await Promise.all(
      ['p0', 'p1', 'p2', 'nobody'].map((person) => opinions.pictures.groupOf(LIFT, person)),
    );
    expect(groups[0]).toBe(groups[2]);
    expect(new Set(groups)).toEqual(new Set(['A', 'B', null]));
  });

  test('closing draws the last one and brings what all groups agree with; again it answers the same', async () => {
    await divided();
    const closed = await opinions.close(LIFT, clock.now());
    expect(closed?.agreed).toEqual([{ number: 3, text: '观点 3' }]);
    expect(await opinions.close(LIFT, clock.now())).toEqual(closed);
    expect(await opinions.close('nowhere', clock.now())).toBeNull();
  });

  test('stays the same when somebody is erased; their name is nowhere any more', async () => {
    await divided();
    const before = await opinions.close(LIFT, clock.now());
    await opinions.forget(['p1', 'author1']);
    const { database } = held;
    const after = await new Opinions({ database, now: () => clock.now() }).pictures.anew(LIFT);
    expect(after.picture).toEqual(before?.picture);
    expect(await opinions.heldAbout(['p1', 'author1'])).toEqual({ statements: [], positions: [] });
  });
});
