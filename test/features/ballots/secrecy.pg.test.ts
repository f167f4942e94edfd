import { beforeEach, describe, expect, test } from '@jest/globals';

import { Ballots, ballotEntities, BallotRefused, BALLOT_POLICY, trackerOf } from '#libs/ballots';
import type { CastAnswer, CastRequest } from '#libs/ballots';
import type { Tx } from '#libs/database';
import { presetRule, verifyBallot, YES_NO } from '#libs/decision';
import { Registry, registryEntities } from '#libs/registry';
import { testDatabase, testVault } from '#libs/testing';

// What an attacker with the whole database sees: system columns are those of PostgreSQL, and so are deleted rows.
const held = testDatabase([...registryEntities, ...ballotEntities], { tables: 'of the entities' });
const PEOPLE = 120;
const vault = testVault();
const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => held.database.transaction(work);
const code = (index: number): string => `E${String(index).padStart(4, '0')}`;
/** Receipt the device of a voter has made: random in life, reckoned here so that the test can look for it. */
const receiptOf = (index: number): string => `R${String(index * 7919).padStart(25, '0')}`;
let ballots: Ballots;

beforeEach(async () => {
  const registry = new Registry({ vault, now: () => '2026-06-01T00:00:00.000Z' });
  ballots = new Ballots({ database: held.database, vault, registry, localDateOf: (instant) => instant.slice(0, 10) });
  const witness = { id: 'y', name: 'y', gender: null, birthYear: 1970, unit: 'u', household: null, flags: [] };
  await inTx((tx) => registry.insert(tx, { people: [witness] }));
  await held.database.query(
    `insert into ballots (id, unit, title, question, rule, roll, secret, policy, status, on_date, doubts)
     values ('s', 'u', '{"zh":"选","en":"it"}', $1, $2, '{"of":"adults","unit":"u"}', true, $3, 'drawn', '2026-06-01', '[]')`,
    [YES_NO, presetRule('residents-assembly-adults-2026'), BALLOT_POLICY],
  );
  await held.database.query(
    `insert into ballot_entries (ballot, entry, key, heads, casters, premises, doubts, is_contested, is_removed)
     select 's', 'E' || lpad(n::text, 4, '0'), 'person:p' || n, 1, array['p' || n], '{}', '{}', false, false
     from generate_series(1, $1::int) n`,
    [PEOPLE],
  );
  await inTx((tx) => ballots.open(tx, 's', { closesAt: '2099-01-01T00:00:00.000Z' }));
});

const cast = (index: number, more: Partial<CastRequest> = {}): Promise<CastAnswer> =>
  ballots.casting.cast({
    ballot: 's',
    entry: code(index),
    caster: `p${String(index)}`,
    choice: { vote: index % 2 === 0 ? 'yes' : 'no' },
    key: `k${String(index)}`,
    receipt: receiptOf(index),
    ...more,
  });
/** The order in which people vote: neither that of the roll nor a random one, so that a trace of it would be found. */
const order = Array.from({ length: PEOPLE }, (_, n) => ((n * 37) % PEOPLE) + 1);
const close = () => inTx((tx) => ballots.close(tx, 's'));
const count = () => inTx((tx) => ballots.count(tx, 's', '2099-06-02'));

interface Row {
  xmin: string;
  page: number;
  line: number;
  row: Record<string, unknown>;
}

/** Everything that is in the database, with the system columns, in the order in which it lies there. */
async function dump(): Promise<Map<string, Row[]>> {
  const tables = await held.database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const content = new Map<string, Row[]>();
  for (const { name } of tables) {
    const rows = await held.database.query<Row>(
      `select xmin::text as xmin, (ctid::text::point)[0]::int as page, (ctid::text::point)[1]::int as line, to_jsonb(t) as row
       from ${name} t order by ctid`,
    );
    content.set(name, rows);
  }
  return content;
}

const rowsOf = (content: Map<string, Row[]>, table: string): Row[] => content.get(table) ?? [];
const isSorted = (texts: readonly string[]): boolean =>
  texts.every((text, at) => at === 0 || (texts[at - 1] ?? '') < text);

/** Spearman's rank correlation of two orders of the same things: 0 says nothing, 1 and −1 give the order away. */
function correlation(one: readonly string[], other: readonly string[]): number {
  const ranks = new Map(other.map((thing, rank) => [thing, rank]));
  const squares = one.reduce((sum, thing, rank) => sum + (rank - (ranks.get(thing) ?? 0)) ** 2, 0);
  return 1 - (6 * squares) / (one.length * (one.length ** 2 - 1));
}

describe('a secret ballot while it is open', () => {
  test('holds envelopes of one size, and neither a choice nor a tracker in clear', async () => {
    for (const index of order) await cast(index);
    const papers = rowsOf(await dump(), 'ballot_papers');
    expect(papers).toHaveLength(PEOPLE);
    const sizes = papers.map(({ row }) => String(row['envelope']).length);
    expect(new Set(sizes).size).toBe(1);
    const text = JSON.stringify(papers);
    expect(text).not.toContain('vote');
    expect(order.some((index) => text.includes(trackerOf(receiptOf(index))) || text.includes(receiptOf(index)))).toBe(
      false,
    );
    expect(await inTx((tx) => ballots.papers.turnoutByBuilding(tx, 's'))).toBeNull();
    expect((await inTx((tx) => ballots.papers.ofPerson(tx, 's', 'p1')))[0]).toMatchObject({
      state: 'counted',
      choice: null,
    });
  });

  test('an envelope that is put in another’s place stops the count instead of being counted', async () => {
    await Promise.all(order.map((index) => cast(index)));
    await held.database.query(
      `update ballot_papers a set envelope = b.envelope from ballot_papers b where a.entry = 'E0001' and b.entry = 'E0002'`,
    );
    await close();
    await expect(count()).rejects.toThrow();
    expect(await held.database.query('select status from ballots')).toEqual([{ status: 'closed' }]);
  });

  test.each<[string, CastRequest['assisted'], string]>([
    ['by telephone without a waiver', { channel: 'telephone', by: 'x', witness: 'y' }, 'ballot.waiver_needed'],
    ['by telephone with a waiver', { channel: 'telephone', by: 'x', witness: 'y', file: 'waiver' }, 'recorded'],
    ['by a raised hand', { channel: 'hands', by: 'x' }, 'ballot.waiver_needed'],
  ])('is taken %s: %s', async (...[, assisted, expected]) => {
    const answer = await cast(1, assisted === undefined ? {} : { assisted });
    expect(answer.kind === 'recorded' ? 'recorded' : answer.code).toBe(expected);
  });
});

describe('a secret ballot that is counted', () => {
  /** Everybody votes, some change their mind, some withdraw, some send an envelope of paper. */
  async function voted(): Promise<void> {
    for (const index of order) {
      if (index <= 12) {
        const envelope = { ballot: 's', entry: code(index), caster: `p${String(index)}`, by: 'clerk' };
        await inTx((tx) => ballots.paperEntry.receiveEnvelope(tx, envelope));
      } else await cast(index);
    }
    for (const index of [20, 40, 60]) {
      const replaces = receiptOf(index);
      await cast(index, { key: 'changed', replaces, receipt: receiptOf(index + 1000), choice: { vote: 'abstain' } });
    }
    const back = { ballot: 's', entry: code(30), caster: 'p30', key: 'back', replaces: receiptOf(30) };
    await ballots.casting.withdraw(back);
    await close();
    for (let inner = 1; inner <= 12; inner += 1) {
      const sheet = { ballot: 's', inner, choice: inner === 5 ? { void: true } : { vote: 'yes' } };
      await inTx((tx) => ballots.paperEntry.transcribe(tx, { ...sheet, by: 'reader 1' }));
      await inTx((tx) => ballots.paperEntry.transcribe(tx, { ...sheet, by: 'reader 2' }));
    }
  }

  test('joins no voter to any paper: by value, order, transaction, place, time or size', async () => {
    await voted();
    expect(await count()).toMatchObject({ kind: 'decided', verdict: 'passed' });
    await ballots.sweep();
    const content = await dump();
    const published = rowsOf(content, 'ballot_published');
    const marks = rowsOf(content, 'ballot_marks');
    expect(published).toHaveLength(PEOPLE - 1);
    expect(marks).toHaveLength(PEOPLE - 1);
    // nothing that could be opened, and no room in the file where it lay
    for (const table of ['ballot_papers', 'ballot_keys', 'ballot_transcriptions']) {
      expect(rowsOf(content, table)).toEqual([]);
      const [size] = await held.database.query<{ bytes: number }>(`select pg_relation_size($1::regclass) as bytes`, [
        table,
      ]);
      expect(size?.bytes).toBe(0);
    }
    // by value: no word of a paper stands anywhere else, and no word of the roll in a paper
    const elsewhere = JSON.stringify(
      [...content].filter(([name]) => name !== 'ballot_published').map(([, rows]) => rows),
    );
    for (const { row } of published) {
      expect(elsewhere).not.toContain(String(row['id']));
      expect(elsewhere).not.toContain(String(row['tracker']));
      expect(Object.keys(row).sort()).toEqual(['ballot', 'choice', 'id', 'tracker']);
    }
    expect(JSON.stringify(published)).not.toMatch(/"E\d{4}"|person:|"p\d+"/);
    // by transaction and place: one transaction each, both lie in the order of random codes
    expect(new Set([...published, ...marks].map(({ xmin }) => xmin)).size).toBe(1);
    expect(isSorted(published.map(({ row }) => String(row['id'])))).toBe(true);
    expect(isSorted(marks.map(({ row }) => String(row['entry'])))).toBe(true);
    expect(marks.every(({ row }) => Object.keys(row).length === 2)).toBe(true);
    // by order: the test knows whose tracker is whose, and finds neither the order of voting nor that of the roll
    const voters = order
      .filter((index) => index > 12 && ![20, 30, 40, 60].includes(index))
      .map((index) => trackerOf(receiptOf(index)));
    const found = published.map(({ row }) => String(row['tracker'])).filter((tracker) => voters.includes(tracker));
    expect(found).toHaveLength(voters.length);
    expect(Math.abs(correlation(voters, found))).toBeLessThan(0.45);
    const byRoll = Array.from({ length: PEOPLE }, (_, n) => trackerOf(receiptOf(n + 1))).filter((one) =>
      voters.includes(one),
    );
    expect(Math.abs(correlation(byRoll, found))).toBeLessThan(0.45);
  });

  test('is proved by its record, which names no unit beside a choice', async () => {
    await voted();
    await count();
    const lines: string[] = [];
    await inTx(async (tx) => {
      for await (const line of ballots.publishing.lines(tx, 's')) lines.push(line);
    });
    expect((await verifyBallot(lines)).findings).toEqual([]);
    const papers = lines.filter((line) => line.includes('"t":"paper"'));
    expect(papers.every((line) => !line.includes('"entry"'))).toBe(true);
    const { line } = await inTx((tx) => ballots.publishing.inclusion(tx, 's', trackerOf(receiptOf(50))));
    expect(papers).toContain(line);
  });

  test('whose count is killed has not begun, and repeated it ends the same', async () => {
    await voted();
    const before = await dump();
    const killed = inTx(async (tx) => {
      await ballots.count(tx, 's', '2099-06-02');
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    const withoutPlaces = (content: Map<string, Row[]>): unknown =>
      [...content].map(([name, rows]) => [name, rows.map(({ row }) => row)]);
    expect(withoutPlaces(await dump())).toEqual(withoutPlaces(before));
    const decision = await count();
    expect(await count()).toEqual(decision);
    expect(rowsOf(await dump(), 'ballot_published')).toHaveLength(PEOPLE - 1);
  });

  test('needs as many inner envelopes as units that handed one in', async () => {
    await voted();
    await held.database.query(`delete from ballot_transcriptions where slip = 'inner:3'`);
    expect(await count()).toEqual({ kind: 'refused', refusal: { code: 'ballot.pool_differs', marks: 12, inner: 11 } });
    expect(await held.database.query('select status from ballots')).toEqual([{ status: 'closed' }]);
  });

  test('with fewer than ten papers is not opened: its result would tell how people voted', async () => {
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => cast(index)));
    await close();
    const refused = { kind: 'refused', refusal: { code: 'ballot.too_few_papers', papers: 9, least: 10 } };
    expect(await count()).toEqual(refused);
    expect(await count()).toEqual(refused);
    const content = await dump();
    expect(rowsOf(content, 'ballot_published')).toEqual([]);
    expect(rowsOf(content, 'ballot_papers')).toEqual([]);
    const record = inTx((tx) => ballots.publishing.lines(tx, 's').next());
    await expect(record).rejects.toThrow(BallotRefused);
  });
});
