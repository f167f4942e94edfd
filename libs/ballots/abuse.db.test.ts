import { beforeEach, describe, expect, test } from '@jest/globals';

import type { Tx } from '#libs/database';
import { testDatabase } from '#libs/testing';

import { ballotsKeeper } from './ballots.keeper.js';
import type { EntryCode } from './ballots.vocabulary.js';
import type { CastAnswer, CastRequest } from './casting.service.js';
import type { ProposedChange } from './roll-changes.rules.js';
import { ballotWorld, codeOf, ON, OWNERS_WORLD, residents, ruleOf, spec, WORLD_ENTITIES } from './testing/world.js';

const held = testDatabase(WORLD_ENTITIES, { tables: 'of the entities' });
const world = ballotWorld(() => held.database);
const { inTx, registry, time } = world;
const CO = 'owners:li+zhao';
const CLOSES = '2026-06-10T00:00:00.000Z';
const LATER = '2026-06-20T00:00:00.000Z';
const AT_THE_DOOR = { channel: 'doorstep', by: 'zhou', witness: 'wu' } as const;

let codes: Record<string, EntryCode> = {};
const codeFor = (key: string): EntryCode => codes[key] ?? '';
const readCodes = async (): Promise<void> => {
  const rows = await held.database.query<{ entry: string; key: string }>('select entry, key from ballot_entries');
  codes = Object.fromEntries(rows.map(({ entry, key }) => [key, entry]));
};

beforeEach(async () => {
  time.now = '2026-06-02T00:00:00.000Z';
  world.told.length = 0;
  await inTx((tx) => registry.insert(tx, OWNERS_WORLD));
  await inTx((tx) => world.ballots.draw(tx, spec()));
  await inTx((tx) => world.ballots.open(tx, 'lift', { closesAt: CLOSES }));
  world.ballots.casting.forget('lift');
  await readCodes();
});

let keys = 0;
const cast = (caster: string, key: string, more: Partial<CastRequest> = {}): Promise<CastAnswer> => {
  const paper = { ballot: 'lift', entry: codeFor(key), caster, choice: { vote: 'yes' }, key: String((keys += 1)) };
  return world.ballots.casting.cast({ ...paper, ...more });
};
const outcome = (answer: CastAnswer): string => (answer.kind === 'recorded' ? answer.state : answer.code);
const done = (work: (tx: Tx) => Promise<unknown>): Promise<string> => codeOf(inTx(work));
const stateOf = async (key: string): Promise<string | null> => {
  const at = [codeFor(key)];
  const [row] = await held.database.query<{ state: string }>('select state from ballot_papers where entry = $1', at);
  return row?.state ?? null;
};
const castersOf = async (key: string): Promise<string[]> => {
  const at = [codeFor(key)];
  const [row] = await held.database.query<{ casters: string[] }>(
    'select casters from ballot_entries where entry = $1',
    at,
  );
  return row?.casters ?? [];
};
const close = () => inTx((tx) => world.ballots.close(tx, 'lift'));
const reopen = () => inTx((tx) => world.ballots.reopen(tx, 'lift', LATER));
/** Two records of one person become one: `drop` is spoken for by `keep`. */
const merge = (keep: string, drop: string) =>
  held.database.query('update people set merged_into = $1 where id = $2', [keep, drop]);

describe('a paper that staff enter', () => {
  test('gives them no receipt that could replace it, and everybody of the unit is told', async () => {
    const answer = await cast('zhao', CO, { assisted: AT_THE_DOOR });
    expect(answer).toMatchObject({ kind: 'recorded', receipt: null });
    expect(world.told).toEqual([
      { ballot: 'lift', entry: codeFor(CO), revision: 1, channel: 'doorstep', casters: ['li', 'zhao'] },
    ]);
    await cast('wang', 'owners:wang');
    expect(world.told).toHaveLength(1);
  });

  test('is not witnessed by the dead, nor by the collector under another record', async () => {
    await held.database.query(`update people set died_on = '2026-01-01' where id = 'wu'`);
    expect(outcome(await cast('zhao', CO, { assisted: AT_THE_DOOR }))).toBe('ballot.witness_needed');
    await merge('zhou', 'zheng');
    const assisted = { ...AT_THE_DOOR, witness: 'zheng' };
    expect(outcome(await cast('zhao', CO, { assisted }))).toBe('ballot.witness_needed');
  });

  test('is raised by hand where the roll names those present', async () => {
    const roll = { of: 'named', unit: 'council', persons: ['wang', 'li'] } as const;
    await inTx((tx) => world.ballots.draw(tx, spec({ id: 'sitting', rule: ruleOf('council'), roll })));
    await inTx((tx) => world.ballots.open(tx, 'sitting', { closesAt: CLOSES }));
    await readCodes();
    const request = { ballot: 'sitting', assisted: { channel: 'hands', by: 'zhou' } } as const;
    expect(outcome(await cast('wang', 'person:wang', request))).toBe('counted');
  });

  test('of a secret ballot tells nobody whether the unit has voted, and replaces nothing', async () => {
    const { batch, ids } = residents(12);
    await inTx((tx) => registry.insert(tx, batch));
    const rule = ruleOf('residents-assembly-adults-2026');
    await inTx((tx) =>
      world.ballots.draw(tx, spec({ id: 's', rule, secret: true, roll: { of: 'adults', unit: 'compound' } })),
    );
    await inTx((tx) => world.ballots.open(tx, 's', { closesAt: CLOSES }));
    world.ballots.casting.forget('s');
    await readCodes();
    const [voted = '', silent = ''] = ids;
    const enter = (person: string, more: Partial<CastRequest> = {}) =>
      cast(person, `person:${person}`, { ballot: 's', assisted: { ...AT_THE_DOOR, file: 'waiver' }, ...more });
    await cast(voted, `person:${voted}`, { ballot: 's' });
    const replaces = '0123456789ABCDEFGHJKMNPQRS';
    for (const person of [voted, silent]) {
      expect(outcome(await enter(person, { replaces }))).toBe('ballot.waiver_needed');
      expect(outcome(await enter(person, { assisted: { ...AT_THE_DOOR, file: 'none' } }))).toBe('ballot.waiver_needed');
    }
    expect(await enter(voted)).toMatchObject({ code: 'ballot.already_cast', standing: null });
  });
});

describe('two people are two persons', () => {
  const propose = (by: string, casters: string[]) => (tx: Tx) =>
    world.ballots.changes.propose(
      tx,
      { ballot: 'lift', by, reason: '更正', ground: 'correction' },
      { kind: 'correct', entry: codeFor('owners:wang'), wanted: { casters } },
    );
  const approve = (n: number, by: string) => done((tx) => world.ballots.changes.approve(tx, { ballot: 'lift', n, by }));

  test('a change of the roll is not approved by another record of whoever proposed it', async () => {
    await merge('zhou', 'wu');
    const n = await inTx(propose('zhou', ['zheng']));
    expect(await approve(n, 'wu')).toBe('ballot.two_people');
    expect(await done((tx) => world.ballots.changes.refuse(tx, { ballot: 'lift', n, by: 'wu' }))).toBe(
      'ballot.two_people',
    );
  });

  test('nor proposed or approved by somebody whose vote it is, before it or after', async () => {
    expect(await done(propose('wang', ['zheng']))).toBe('ballot.two_people');
    expect(await done(propose('zheng', ['zheng']))).toBe('ballot.two_people');
    const n = await inTx(propose('zhou', ['zheng']));
    expect([await approve(n, 'wang'), await approve(n, 'zheng'), await approve(n, 'wu')]).toEqual([
      'ballot.two_people',
      'ballot.two_people',
      'done',
    ]);
  });

  test('a sheet is not read twice by one person, nor by its signer, under two records', async () => {
    await merge('zhou', 'wu');
    await merge('li', 'zheng');
    const read = (by: string) => (tx: Tx) =>
      world.ballots.paperEntry.transcribe(tx, {
        ...{ ballot: 'lift', entry: codeFor(CO), caster: 'li', by, choice: { vote: 'no' } },
      });
    expect(await done(read('zheng'))).toBe('ballot.two_people');
    await inTx(read('zhou'));
    expect(await done(read('wu'))).toBe('ballot.two_people');
  });

  test('a contest is not settled by another record of whoever cast, nor a proxy entered by one of its holder', async () => {
    await merge('zhou', 'zheng');
    await cast('zhao', CO, { assisted: { ...AT_THE_DOOR, witness: 'wu' } });
    await inTx((tx) =>
      world.ballots.contests.contest(tx, { ballot: 'lift', entry: codeFor(CO), by: 'li', reason: '没有同意' }),
    );
    const settled = done((tx) =>
      world.ballots.contests.settle(tx, {
        ...{ ballot: 'lift', entry: codeFor(CO), by: 'zheng', outcome: 'counts', ground: '核对' },
      }),
    );
    expect(await settled).toBe('ballot.two_people');
    const proxy = { ballot: 'lift', entry: codeFor('owners:wang'), giver: 'wang', holder: 'zhou', file: 'scan' };
    expect(await done((tx) => world.ballots.proxies.give(tx, { ...proxy, by: 'zheng' }))).toBe('ballot.two_people');
    expect(await done((tx) => world.ballots.proxies.give(tx, { ...proxy, file: 'none', by: 'wu' }))).toBe(
      'ballot.file_unknown',
    );
  });
});

test.each([
  [{ heads: -50, area: 100 }, 'heads'],
  [{ heads: 1, area: -1 }, 'area'],
  [{ heads: 2, area: 100 }, 'heads'],
  [{ heads: 1 }, 'area'],
  [{ heads: 1, area: 100, households: 1 }, 'households'],
  [{ heads: 1, area: 2e12 }, 'area'],
])('a change to weights %j is refused for its %s', async (weights, base) => {
  const change = inTx((tx) =>
    world.ballots.changes.propose(
      tx,
      { ballot: 'lift', by: 'zhou', reason: '更正', ground: 'correction' },
      { kind: 'correct', entry: codeFor('owners:wang'), wanted: { weights } },
    ),
  );
  await expect(change).rejects.toMatchObject({ refusal: { code: 'ballot.rule_unfit', params: { base } } });
});

test('a key that was used is not answered for another choice, receipt or withdrawal', async () => {
  const first = await cast('wang', 'owners:wang', { key: 'once' });
  expect(outcome(await cast('wang', 'owners:wang', { key: 'once', choice: { vote: 'no' } }))).toBe(
    'idempotency.key_reused',
  );
  const receipt = '0123456789ABCDEFGHJKMNPQRS';
  expect(outcome(await cast('wang', 'owners:wang', { key: 'once', receipt }))).toBe('idempotency.key_reused');
  expect(await cast('wang', 'owners:wang', { key: 'once' })).toEqual(first);
});

test('a voter whose record was merged casts and takes back for what is listed under the other one', async () => {
  await merge('wu', 'wang');
  const receipt = '0123456789ABCDEFGHJKMNPQRS';
  expect(outcome(await cast('wu', 'owners:wang', { receipt }))).toBe('counted');
  const wish = { ballot: 'lift', entry: codeFor('owners:wang'), caster: 'wu', key: 'back', replaces: receipt };
  expect(await world.ballots.casting.withdraw(wish)).toMatchObject({ state: 'withdrawn' });
  expect(outcome(await cast('zheng', 'owners:wang'))).toBe('ballot.not_entitled');
});

describe('a contest that falls', () => {
  const contest = (tx: Tx) =>
    world.ballots.contests.contest(tx, { ballot: 'lift', entry: codeFor(CO), by: 'li', reason: '没有同意' });
  const falls = (tx: Tx) =>
    world.ballots.contests.settle(tx, {
      ...{ ballot: 'lift', entry: codeFor(CO), by: 'zhou', outcome: 'falls', ground: '核对' },
    });

  test('after the close lets the unit cast again once the vote is extended', async () => {
    await cast('zhao', CO);
    await inTx(contest);
    await close();
    await inTx(falls);
    expect(await stateOf(CO)).toBe('setAside');
    await reopen();
    expect(await stateOf(CO)).toBe('withdrawn');
    expect(outcome(await cast('li', CO))).toBe('counted');
  });

  test('without a paper takes the right to cast from who was contested, not from who contested', async () => {
    await inTx(contest);
    await inTx(falls);
    expect(await castersOf(CO)).toEqual(['li']);
  });
});

describe('a sheet of paper', () => {
  const read = (by: string, vote: string) => (tx: Tx) =>
    world.ballots.paperEntry.transcribe(tx, {
      ...{ ballot: 'lift', entry: codeFor(CO), caster: 'li', by, choice: { vote } },
    });

  test('read differently is settled only by somebody who reads it like one of those before', async () => {
    await inTx(read('zhou', 'yes'));
    await inTx(read('wu', 'no'));
    expect(await inTx(read('zheng', 'abstain'))).toEqual({ state: 'differs', turn: 3 });
    expect(await inTx(read('tenant', 'no'))).toEqual({ state: 'counted', turn: 4 });
  });

  test('read once before the close waits, hides its reading, and is completed after the close', async () => {
    await inTx(read('zhou', 'yes'));
    expect((await close()).unsettled).toBe(1);
    const [waiting] = await inTx((tx) => world.ballots.paperEntry.differences(tx, 'lift'));
    expect(waiting).toMatchObject({ state: 'waiting', readings: [{ by: 'zhou', choice: null }] });
    expect(await inTx(read('wu', 'yes'))).toEqual({ state: 'counted', turn: 2 });
    expect(await close()).toMatchObject({ papers: 1, unsettled: 0 });
  });

  test('is not read for the first time after the close, nor for a unit that has cast', async () => {
    await cast('zhao', CO);
    expect(await done(read('zhou', 'yes'))).toBe('ballot.already_cast');
    await close();
    const late = { ballot: 'lift', entry: codeFor('owners:wang'), caster: 'wang', by: 'zhou', choice: { vote: 'no' } };
    expect(await done((tx) => world.ballots.paperEntry.transcribe(tx, late))).toBe('ballot.wrong_status');
  });

  test('read once of a unit that then voted itself holds nothing up', async () => {
    await inTx(read('zhou', 'yes'));
    await cast('zhao', CO);
    expect((await close()).unsettled).toBe(0);
  });
});

describe('a proxy', () => {
  const give = (tx: Tx) =>
    world.ballots.proxies.give(tx, {
      ...{ ballot: 'lift', entry: codeFor('owners:wang'), giver: 'wang', holder: 'zheng', file: 'scan', by: 'wu' },
    });

  test('of somebody who then bought the flat is over, and takes nothing from the owner', async () => {
    const { id } = await inTx(give);
    const change = {
      kind: 'correct',
      entry: codeFor('owners:wang'),
      wanted: { casters: ['zheng'] },
    } satisfies ProposedChange;
    const why = { ballot: 'lift', by: 'zhou', reason: '买卖', ground: 'sale' } as const;
    const n = await inTx((tx) => world.ballots.changes.propose(tx, why, change));
    await inTx((tx) => world.ballots.changes.approve(tx, { ballot: 'lift', n, by: 'wu' }));
    const revoke = done((tx) => world.ballots.proxies.revoke(tx, { ballot: 'lift', proxy: id, by: 'wu' }));
    expect(await revoke).toBe('ballot.proxy_unknown');
    expect(await castersOf('owners:wang')).toEqual(['zheng']);
  });

  test('lets its holder contest nothing', async () => {
    await inTx(give);
    const contest = { ballot: 'lift', entry: codeFor('owners:wang'), by: 'zheng', reason: '不同意' };
    expect(await done((tx) => world.ballots.contests.contest(tx, contest))).toBe('ballot.not_entitled');
  });
});

test('somebody who is erased leaves named rolls, doubts and undecided changes', async () => {
  const roll = { of: 'named', unit: 'council', persons: ['wang', 'qian'] } as const;
  await inTx((tx) => world.ballots.draw(tx, spec({ id: 'sitting', rule: ruleOf('council'), roll })));
  const change = {
    kind: 'correct',
    entry: codeFor('owners:wang'),
    wanted: { casters: ['qian'] },
  } satisfies ProposedChange;
  const why = { ballot: 'lift', by: 'zhou', reason: '钱某继承', ground: 'inheritance' } as const;
  const n = await inTx((tx) => world.ballots.changes.propose(tx, why, change));
  await ballotsKeeper(held.database).erase(['qian']);
  const left = await held.database.query(
    `select roll, doubts, (select jsonb_agg(c.wanted) from ballot_roll_changes c where c.ballot = b.id) as wanted from ballots b`,
  );
  expect(JSON.stringify(left)).not.toContain('qian');
  expect(JSON.stringify(left)).toContain('wang');
  expect(await done((tx) => world.ballots.changes.approve(tx, { ballot: 'lift', n, by: 'wu' }))).toBe(
    'ballot.change_unknown',
  );
  expect(await ballotsKeeper(held.database).erase(['qian'])).toBe(0);
});

describe('a secret ballot', () => {
  const { batch, ids } = residents(14);
  beforeEach(async () => {
    await inTx((tx) => registry.insert(tx, batch));
    const rule = ruleOf('residents-assembly-adults-2026');
    const secret = spec({ id: 's', rule, secret: true, roll: { of: 'adults', unit: 'compound' } });
    await inTx((tx) => world.ballots.draw(tx, secret));
    await inTx((tx) => world.ballots.open(tx, 's', { closesAt: CLOSES }));
    world.ballots.casting.forget('s');
    await readCodes();
  });
  const voteAll = async (): Promise<void> => {
    for (const id of ids.slice(0, 12)) await cast(id, `person:${id}`, { ballot: 's' });
  };

  test('once counted tells its voters that they took part', async () => {
    await voteAll();
    await inTx((tx) => world.ballots.close(tx, 's'));
    await inTx((tx) => world.ballots.count(tx, 's', ON));
    const state = async (id = ''): Promise<string | undefined> =>
      (await inTx((tx) => world.ballots.papers.ofPerson(tx, 's', id)))[0]?.state;
    expect([await state(ids[0]), await state(ids[13])]).toEqual(['counted', 'none']);
  });

  test('has no more inner envelopes than outer ones were handed in', async () => {
    await voteAll();
    const envelope = { ballot: 's', entry: codeFor(`person:${ids[13] ?? ''}`), caster: ids[13] ?? '', by: 'zhou' };
    await inTx((tx) => world.ballots.paperEntry.receiveEnvelope(tx, envelope));
    await inTx((tx) => world.ballots.close(tx, 's'));
    const open = (inner: number) =>
      done((tx) => world.ballots.paperEntry.transcribe(tx, { ballot: 's', inner, by: 'zhou', choice: { vote: 'no' } }));
    expect([await open(1), await open(2)]).toEqual(['done', 'ballot.pool_differs']);
  });
});
