import { beforeEach, describe, expect, test } from '@jest/globals';

import { Ballots, ballotEntities, ballotsKeeper } from '#libs/ballots';
import type { CastAnswer, CastRequest } from '#libs/ballots';
import { openDatabase } from '#libs/database';
import type { Tx } from '#libs/database';
import { presetRule, verifyBallot, YES_NO } from '#libs/decision';
import { Registry, registryEntities } from '#libs/registry';
import { freshPostgres, testDatabase, testVault } from '#libs/testing';

// Locks and races prove nothing on PGlite, which has one connection: this file runs on PostgreSQL only.
const entities = [...registryEntities, ...ballotEntities];
const held = testDatabase(entities, { tables: 'of the entities' });
const PEOPLE = 400;
const CLOSES_AT = '2099-01-01T00:00:00.000Z';
const vault = testVault();

function ballotsOn(database: typeof held.database): Ballots {
  const registry = new Registry({ vault, now: () => '2026-06-01T00:00:00.000Z' });
  return new Ballots({ database, vault, registry, localDateOf: (instant) => instant.slice(0, 10) });
}

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => held.database.transaction(work);
const code = (index: number): string => `E${String(index).padStart(4, '0')}`;
let ballots: Ballots;

beforeEach(async () => {
  ballots = ballotsOn(held.database);
  const rule = presetRule('residents-assembly-adults-2026');
  await held.database.query(
    `insert into ballots (id, unit, title, question, rule, roll, secret, policy, status, on_date, doubts)
     values ('b', 'u', '{"zh":"事","en":"it"}', $1, $2, '{"of":"adults","unit":"u"}', false, $3, 'drawn', '2026-06-01', '[]')`,
    [YES_NO, rule, { householdWithoutDelegate: 'anyAdult', unknownOwners: 'counted', mostProxies: 3, leastPapers: 10 }],
  );
  await held.database.query(
    `insert into ballot_entries (ballot, entry, key, heads, casters, premises, doubts, is_contested, is_removed)
     select 'b', 'E' || lpad(n::text, 4, '0'), 'person:p' || n, 1, array['p' || n], '{}', '{}', false, false
     from generate_series(1, $1::int) n`,
    [PEOPLE],
  );
  await inTx((tx) => ballots.open(tx, 'b', { closesAt: CLOSES_AT }));
});

const request = (index: number, more: Partial<CastRequest> = {}): CastRequest => ({
  ballot: 'b',
  entry: code(index),
  caster: `p${String(index)}`,
  choice: { vote: index % 3 === 0 ? 'no' : 'yes' },
  key: `k${String(index)}`,
  ...more,
});
const outcome = (answer: CastAnswer): string => (answer.kind === 'recorded' ? 'recorded' : answer.code);
const tallyOf = (outcomes: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(outcomes, (one) => one)].map(([name, all]) => [name, all.length]));
const papers = (): Promise<{ entry: string; channel: string; castAt: string; revision: number }[]> =>
  held.database.query('select entry, channel, cast_at as "castAt", revision from ballot_papers order by entry');

describe('papers at the same time', () => {
  test('a thousand for one unit, in two processes, leave one paper and 999 clear answers', async () => {
    const other = ballotsOn(held.database);
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, n) =>
        (n % 2 === 0 ? ballots : other).casting.cast(request(1, { key: `attempt ${String(n)}` })),
      ),
    );
    expect(tallyOf(answers.map(outcome))).toEqual({ recorded: 1, 'ballot.already_cast': 999 });
    expect(await papers()).toHaveLength(1);
  });

  test('a thousand times the same request is one paper and one answer', async () => {
    const other = ballotsOn(held.database);
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, n) => (n % 2 === 0 ? ballots : other).casting.cast(request(1))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await papers()).toMatchObject([{ entry: code(1), revision: 1 }]);
  });

  test('the same unit by paper and by phone: one of them', async () => {
    const read = { ballot: 'b', entry: code(2), caster: 'p2', choice: { vote: 'no' } };
    await inTx((tx) => ballots.paperEntry.transcribe(tx, { ...read, by: 'clerk 1' }));
    const [onPaper, byPhone] = await Promise.allSettled([
      inTx((tx) => ballots.paperEntry.transcribe(tx, { ...read, by: 'clerk 2' })),
      ballots.casting.cast(request(2)),
    ]);
    const isOnPaper = onPaper.status === 'fulfilled';
    const isByPhone = byPhone.status === 'fulfilled' && byPhone.value.kind === 'recorded';
    expect([isOnPaper, isByPhone].filter(Boolean)).toHaveLength(1);
    expect(await papers()).toMatchObject([{ entry: code(2), channel: isOnPaper ? 'paper' : 'own' }]);
  });

  test('two changes that present the same receipt: one replaces it, the other is told', async () => {
    const receipt = '0123456789ABCDEFGHJKMNPQRS';
    await ballots.casting.cast(request(3, { receipt }));
    const other = ballotsOn(held.database);
    const answers = await Promise.all(
      [ballots, other].map((one, n) => one.casting.cast(request(3, { key: `change ${String(n)}`, replaces: receipt }))),
    );
    expect(tallyOf(answers.map(outcome))).toEqual({ recorded: 1, 'ballot.wrong_receipt': 1 });
  });
});

describe('papers racing the close', () => {
  test('none after it, none acknowledged and lost; the close answers within a second', async () => {
    const other = ballotsOn(held.database);
    let next = 0;
    const answers: { index: number; answer: CastAnswer }[] = [];
    const casters = Array.from({ length: 32 }, async (_, n) => {
      for (let index = (next += 1); index <= PEOPLE; index = next += 1) {
        const answer = await (n % 2 === 0 ? ballots : other).casting.cast(request(index));
        answers.push({ index, answer });
      }
    });
    while (answers.length < PEOPLE / 4) await new Promise((resolve) => setTimeout(resolve, 1));
    const from = performance.now();
    const closed = await inTx((tx) => ballots.close(tx, 'b'));
    const took = performance.now() - from;
    await Promise.all(casters);
    const acknowledged = answers.filter(({ answer }) => answer.kind === 'recorded').map(({ index }) => code(index));
    const written = await papers();
    expect(written.map(({ entry }) => entry)).toEqual(acknowledged.sort());
    expect(closed.papers).toBe(written.length);
    expect(tallyOf(answers.map(({ answer }) => outcome(answer)))).toEqual({
      recorded: written.length,
      'ballot.closed': PEOPLE - written.length,
    });
    const [ballot] = await held.database.query<{ closedAt: string }>('select closed_at as "closedAt" from ballots');
    expect(written.every(({ castAt }) => castAt <= (ballot?.closedAt ?? ''))).toBe(true);
    expect(took).toBeLessThan(1000);
  });

  test('the instant of the close is the database’s: papers stop by themselves, none is later', async () => {
    const [clock] = await held.database.query<{ at: string }>(`select clock_timestamp() + interval '400 ms' as at`);
    const closesAt = clock?.at ?? '';
    await inTx((tx) => ballots.moveClosing(tx, 'b', closesAt));
    const outcomes: string[] = [];
    for (let index = 1; index <= PEOPLE && !outcomes.includes('ballot.closed'); index += 1) {
      outcomes.push(outcome(await ballots.casting.cast(request(index))));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(outcomes.at(-1)).toBe('ballot.closed');
    const written = await papers();
    expect(written.length).toBe(outcomes.length - 1);
    expect(written.every(({ castAt }) => castAt < closesAt)).toBe(true);
  });
});

describe('a server that is gone between commit and answer', () => {
  test('does no harm: the same request at another one has the answer that was lost', async () => {
    const url = await freshPostgres('minyi_ballot_kill', 'empty');
    const dying = await openDatabase({ url, entities, migrations: [] });
    await dying.createSchema();
    for (const table of ['ballots', 'ballot_entries', 'ballot_keys']) {
      const rows = await held.database.query<{ row: object }>(`select to_jsonb(t) as row from ${table} t`);
      await dying.query(
        `insert into ${table} select r.* from jsonb_array_elements($1::jsonb) j, jsonb_populate_record(null::${table}, j) r`,
        [JSON.stringify(rows.map(({ row }) => row))],
      );
    }
    const answered = ballotsOn(dying).casting.cast(request(4));
    const known = await answered;
    await dying.close();
    const next = await openDatabase({ url, entities, migrations: [] });
    expect(await ballotsOn(next).casting.cast(request(4))).toEqual(known);
    expect(await next.query('select revision from ballot_papers')).toEqual([{ revision: 1 }]);
    await next.close();
  });
});

describe('a person who is erased after the close', () => {
  test('leaves tally, proof and receipt as they were, and no id on the roll or a paper', async () => {
    await Promise.all(Array.from({ length: PEOPLE }, (_, n) => ballots.casting.cast(request(n + 1))));
    const keeper = ballotsKeeper(held.database);
    expect(await keeper.standsAgainst?.(['p7'])).toBe('privacy.case_open');
    await inTx((tx) => ballots.close(tx, 'b'));
    const decision = await inTx((tx) => ballots.count(tx, 'b', '2099-06-02'));
    expect(await keeper.standsAgainst?.(['p7'])).toBeNull();
    const lines = (): Promise<string[]> =>
      inTx(async (tx) => {
        const all: string[] = [];
        for await (const line of ballots.publishing.lines(tx, 'b')) all.push(line);
        return all;
      });
    const before = await lines();
    expect(await keeper.erase(['p7'])).toBeGreaterThan(0);
    expect(await keeper.erase(['p7'])).toBe(0);
    expect(await lines()).toEqual(before);
    expect((await verifyBallot(before)).findings).toEqual([]);
    expect(await inTx((tx) => ballots.count(tx, 'b', '2099-06-02'))).toEqual(decision);
    const left = await held.database.query(
      `select from ballot_entries where key like '%:p7' or 'p7' = any(casters) union all select from ballot_papers where caster = 'p7'`,
    );
    expect(left).toEqual([]);
  });
});
