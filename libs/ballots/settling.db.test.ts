import { beforeEach, describe, expect, test } from '@jest/globals';

import { verifyBallot } from '#libs/decision';
import type { Tx } from '#libs/database';
import { testDatabase } from '#libs/testing';

import type { EntryCode } from './ballots.vocabulary.js';
import { ballotWorld, codeOf, ON, OWNERS_WORLD, spec, WORLD_ENTITIES } from './testing/world.js';

const held = testDatabase(WORLD_ENTITIES, { tables: 'of the entities' });
const world = ballotWorld(() => held.database);
const { inTx, registry, time } = world;
let codes: Record<string, EntryCode> = {};
const codeFor = (key: string): EntryCode => codes[key] ?? '';
const readCodes = async (): Promise<void> => {
  const rows = await held.database.query<{ entry: string; key: string }>('select entry, key from ballot_entries');
  codes = Object.fromEntries(rows.map(({ entry, key }) => [key, entry]));
};

beforeEach(async () => {
  time.now = '2026-06-02T00:00:00.000Z';
  await inTx((tx) => registry.insert(tx, OWNERS_WORLD));
  await inTx((tx) => world.ballots.draw(tx, spec()));
  await inTx((tx) => world.ballots.open(tx, 'lift', { closesAt: '2026-06-10T00:00:00.000Z' }));
  world.ballots.casting.forget('lift');
  await readCodes();
});

let keys = 0;
const cast = async (caster: string, key: string, vote = 'yes'): Promise<string> => {
  const request = { ballot: 'lift', entry: codeFor(key), caster, choice: { vote }, key: String((keys += 1)) };
  const answer = await world.ballots.casting.cast(request);
  return answer.kind === 'recorded' ? answer.state : answer.code;
};
const stateOf = async (key: string): Promise<string | null> => {
  const [row] = await held.database.query<{ state: string }>('select state from ballot_papers where entry = $1', [
    codeFor(key),
  ]);
  return row?.state ?? null;
};
const done = (work: (tx: Tx) => Promise<unknown>): Promise<string> => codeOf(inTx(work));
const close = () => inTx((tx) => world.ballots.close(tx, 'lift'));

/** Counts, and lets the published record be verified by the steps of a stranger. */
async function countAndVerify(): Promise<string[]> {
  await inTx((tx) => world.ballots.count(tx, 'lift', ON));
  const lines: string[] = [];
  await inTx(async (tx) => {
    for await (const line of world.ballots.publishing.lines(tx, 'lift')) lines.push(line);
  });
  expect((await verifyBallot(lines)).findings).toEqual([]);
  return lines;
}

describe('a contested co-owner', () => {
  const CO = 'owners:li+zhao';
  const contest = (by: string) => (tx: Tx) =>
    world.ballots.contests.contest(tx, { ballot: 'lift', entry: codeFor(CO), by, reason: '没有同意他投票' });
  const settle = (by: string, outcome: 'counts' | 'falls') => (tx: Tx) =>
    world.ballots.contests.settle(tx, { ballot: 'lift', entry: codeFor(CO), by, outcome, ground: '核对授权书' });

  test('has the paper set aside until a third person lets it count', async () => {
    await cast('zhao', CO);
    expect(await done(contest('tenant'))).toBe('ballot.not_entitled');
    const [first, second] = [await inTx(contest('li')), await inTx(contest('li'))];
    expect(second).toBe(first);
    expect(await stateOf(CO)).toBe('setAside');
    expect((await close()).unsettled).toBe(1);
    for (const by of ['zhao', 'li']) expect(await done(settle(by, 'counts'))).toBe('ballot.two_people');
    expect(await done(settle('zhou', 'counts'))).toBe('done');
    expect(await stateOf(CO)).toBe('counted');
    expect(await done(settle('zhou', 'falls'))).toBe('ballot.contest_unknown');
    expect(await inTx((tx) => world.ballots.contests.list(tx, 'lift', { settled: true }))).toMatchObject([
      { by: 'li', outcome: 'counts', settledBy: 'zhou', ground: '核对授权书' },
    ]);
  });

  test('whose paper falls while the vote is open casts no more; the other owner does', async () => {
    await cast('zhao', CO);
    await inTx(contest('li'));
    await inTx(settle('zhou', 'falls'));
    expect(await cast('zhao', CO)).toBe('ballot.not_entitled');
    expect(await cast('li', CO, 'no')).toBe('counted');
  });

  test('contested before anything was cast: the paper that comes is set aside, and unsettled it does not count', async () => {
    await inTx(contest('li'));
    expect(await cast('zhao', CO)).toBe('setAside');
    expect((await close()).papers).toBe(0);
    const lines = await countAndVerify();
    expect(lines.filter((line) => line.includes('"state":"setAside"'))).toHaveLength(1);
    expect(lines.find((line) => line.includes(`"entry":"${codeFor(CO)}","t":"entry"`))).toContain('"took":false');
  });
});

describe('a change of the roll after opening', () => {
  const why = { ballot: 'lift', by: 'zhou', reason: '产权证更正' };
  const approve = (n: number, by = 'wu') => done((tx) => world.ballots.changes.approve(tx, { ballot: 'lift', n, by }));
  const correct = (area: number) => (tx: Tx) =>
    world.ballots.changes.propose(
      tx,
      { ...why, ground: 'appeal' },
      { kind: 'correct', entry: codeFor('owners:qian'), wanted: { weights: { heads: 1, area } } },
    );

  test('takes effect when a second person approves it, and is published with both fingerprints', async () => {
    const appeal = await inTx((tx) =>
      world.ballots.changes.appeal(tx, {
        ballot: 'lift',
        person: 'qian',
        entry: codeFor('owners:qian'),
        about: 'area',
        text: '66平方',
      }),
    );
    const n = await inTx(correct(6600));
    expect(await approve(n, 'zhou')).toBe('ballot.two_people');
    expect(await approve(n)).toBe('done');
    expect(await approve(n)).toBe('ballot.change_unknown');
    const answer = { ballot: 'lift', appeal, granted: true, answer: '已更正', by: 'zhou' };
    expect(await done((tx) => world.ballots.changes.answer(tx, { ...answer, by: 'qian' }))).toBe('ballot.two_people');
    expect(await done((tx) => world.ballots.changes.answer(tx, answer))).toBe('done');
    expect((await close()).turnout.area?.total).toBe(39000 + 6600);
    const lines = await countAndVerify();
    expect(lines[1]).toBe(
      `{"after":{"area":6600,"heads":1},"before":{"area":0,"heads":1},"entry":"${codeFor('owners:qian')}","n":1,"on":"2026-06-02","reason":"appeal","t":"change"}`,
    );
    const [row] = await held.database.query<{ a: string; b: string }>(
      'select opening_fingerprint as a, final_fingerprint as b from ballots',
    );
    expect(row?.a).not.toBe(row?.b);
  });

  test('proposed from a roll that has changed since is stale', async () => {
    const [one, other] = [await inTx(correct(6600)), await inTx(correct(7000))];
    expect(await approve(one)).toBe('done');
    expect(await approve(other)).toBe('ballot.change_stale');
  });

  test('is not proposed after the close; what was proposed before is still decided', async () => {
    const n = await inTx(correct(6600));
    await close();
    expect(await done(correct(7000))).toBe('ballot.appeals_over');
    expect(await approve(n)).toBe('done');
    expect(await countAndVerify()).toContainEqual(expect.stringContaining('"t":"change"'));
  });

  test('that takes an entry off sets its paper aside; one that adds lets somebody in', async () => {
    await cast('wang', 'owners:wang');
    const out = await inTx((tx) =>
      world.ballots.changes.propose(
        tx,
        { ...why, ground: 'correction' },
        { kind: 'remove', entry: codeFor('owners:wang'), wanted: {} },
      ),
    );
    const wanted = {
      key: 'owners:zheng',
      weights: { heads: 1, area: 14000 },
      casters: ['zheng'],
      premises: ['f1', 'f2'],
    };
    const into = await inTx((tx) =>
      world.ballots.changes.propose(tx, { ...why, ground: 'inheritance' }, { kind: 'add', entry: null, wanted }),
    );
    expect([await approve(out), await approve(into)]).toEqual(['done', 'done']);
    expect(await stateOf('owners:wang')).toBe('setAside');
    expect(await cast('wang', 'owners:wang')).toBe('ballot.not_entitled');
    await readCodes();
    expect(await cast('zheng', 'owners:zheng')).toBe('counted');
    expect((await close()).turnout.heads).toEqual({ total: 6, participating: 1 });
    await countAndVerify();
  });

  describe('because a flat was sold', () => {
    const sell = async (key: string, flat: string, buyers: string[]): Promise<number[]> => {
      const entry = codeFor(key);
      const numbers = await inTx((tx) => world.ballots.changes.proposeSale(tx, why, { entry, flat, buyers }));
      for (const n of numbers) expect(await approve(n)).toBe('done');
      await readCodes();
      return numbers;
    };

    test('by its only flat: the entry passes on, and what the seller has cast stays cast', async () => {
      await cast('sun', 'owners:xiaoming');
      await sell('owners:xiaoming', 'f5', ['zheng']);
      expect(await stateOf('owners:zheng')).toBe('counted');
      expect(await cast('zheng', 'owners:zheng')).toBe('ballot.already_cast');
      expect(await cast('sun', 'owners:zheng')).toBe('ballot.not_entitled');
    });

    test('by an owner of several: the paper stays and weighs less, the buyer comes on', async () => {
      await cast('wang', 'owners:wang');
      expect(await sell('owners:wang', 'f2', ['zheng'])).toHaveLength(2);
      expect(await cast('zheng', 'owners:zheng', 'no')).toBe('counted');
      expect((await close()).turnout).toMatchObject({
        heads: { total: 7, participating: 2 },
        area: { total: 39000, participating: 14000 },
      });
      await countAndVerify();
    });

    test('to somebody who is on the roll: one head, areas summed; a paper of the seller is set aside', async () => {
      await cast('sun', 'owners:xiaoming');
      await sell('owners:xiaoming', 'f5', ['wang']);
      expect(await cast('wang', 'owners:wang')).toBe('counted');
      expect((await close()).turnout).toMatchObject({
        heads: { total: 5, participating: 1 },
        area: { total: 39000, participating: 21000 },
      });
      await countAndVerify();
    });
  });
});

describe('a paper on paper', () => {
  const CO = 'owners:li+zhao';
  const read = (by: string, vote: string) => (tx: Tx) =>
    world.ballots.paperEntry.transcribe(tx, {
      ballot: 'lift',
      entry: codeFor(CO),
      caster: 'li',
      by,
      choice: { vote },
      file: 'scan',
    });

  test('counts when two people have read the same, independently', async () => {
    expect(await inTx(read('zhou', 'no'))).toEqual({ state: 'waiting', turn: 1 });
    expect(await stateOf(CO)).toBeNull();
    expect(await done(read('zhou', 'no'))).toBe('ballot.two_people');
    expect(await inTx(read('wu', 'no'))).toEqual({ state: 'counted', turn: 2 });
    expect(await done(read('zheng', 'no'))).toBe('ballot.slip_done');
    const [row] = await held.database.query('select choice, caster, by, witness, file, channel from ballot_papers');
    expect(row).toEqual({
      choice: { vote: 'no' },
      caster: 'li',
      by: 'zhou',
      witness: 'wu',
      file: 'scan',
      channel: 'paper',
    });
    expect(await cast('zhao', CO)).toBe('ballot.already_cast');
  });

  test('that was read differently is settled by a third person who sees both', async () => {
    await inTx(read('zhou', 'no'));
    expect(await inTx(read('wu', 'yes'))).toEqual({ state: 'differs', turn: 2 });
    expect((await close()).unsettled).toBe(1);
    await inTx((tx) => world.ballots.reopen(tx, 'lift', '2026-06-12T00:00:00.000Z'));
    const differences = await inTx((tx) => world.ballots.paperEntry.differences(tx, 'lift'));
    expect(differences.map(({ file, readings }) => [file, readings.map(({ choice }) => choice)])).toEqual([
      ['scan', [{ vote: 'no' }, { vote: 'yes' }]],
    ]);
    expect(await done(read('wu', 'no'))).toBe('ballot.two_people');
    expect(await inTx(read('zheng', 'no'))).toEqual({ state: 'counted', turn: 3 });
    expect(await stateOf(CO)).toBe('counted');
  });

  test('of a unit that has voted by phone does not count twice', async () => {
    await inTx(read('zhou', 'no'));
    await cast('zhao', CO);
    expect(await done(read('wu', 'no'))).toBe('ballot.already_cast');
  });
});

describe('a written proxy', () => {
  const give =
    (key: string, giver: string, holder = 'zhou') =>
    (tx: Tx) =>
      world.ballots.proxies.give(tx, { ballot: 'lift', entry: codeFor(key), giver, holder, file: 'scan', by: 'wu' });

  test('lets its holder cast, for so many units and no more', async () => {
    expect(await cast('zhou', 'owners:wang')).toBe('ballot.not_entitled');
    expect(await done(give('owners:wang', 'li'))).toBe('ballot.not_entitled');
    for (const [key, giver] of [
      ['owners:wang', 'wang'],
      ['owners:li', 'li'],
      ['owners:qian', 'qian'],
    ] as const) {
      expect(await done(give(key, giver))).toBe('done');
    }
    expect(await done(give('owners:xiaoming', 'sun'))).toBe('ballot.proxy_limit');
    expect(await done(give('owners:wang', 'zhou', 'zheng'))).toBe('ballot.two_people');
    expect(await cast('zhou', 'owners:wang')).toBe('counted');
  });

  test('is revoked until it was used', async () => {
    const first = await inTx(give('owners:wang', 'wang'));
    const revoke = () =>
      done((tx) => world.ballots.proxies.revoke(tx, { ballot: 'lift', proxy: first.id, by: 'wang' }));
    expect(await revoke()).toBe('done');
    expect(await revoke()).toBe('ballot.proxy_unknown');
    expect(await cast('zhou', 'owners:wang')).toBe('ballot.not_entitled');
    const second = await inTx(give('owners:wang', 'wang'));
    await cast('zhou', 'owners:wang');
    const late = done((tx) => world.ballots.proxies.revoke(tx, { ballot: 'lift', proxy: second.id, by: 'wang' }));
    expect(await late).toBe('ballot.proxy_used');
  });
});
