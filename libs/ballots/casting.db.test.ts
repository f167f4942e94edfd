import { beforeEach, describe, expect, test } from '@jest/globals';

import { isIncluded, verifyBallot } from '#libs/decision';
import { testDatabase } from '#libs/testing';

import type { EntryCode } from './ballots.vocabulary.js';
import type { Assisted, CastAnswer, CastRequest } from './casting.service.js';
import { trackerOf } from './codes.rules.js';
import { ballotWorld, codeOf, ON, OWNERS_WORLD, spec, WORLD_ENTITIES } from './testing/world.js';

const held = testDatabase(WORLD_ENTITIES, { tables: 'of the entities' });
const world = ballotWorld(() => held.database);
const { inTx, registry, time } = world;
const RECEIPT = '0123456789ABCDEFGHJKMNPQRS';
const OTHER = 'ZYXWVTSRQPNMKJHGFEDCBA9876';
const CLOSES = '2026-06-10T00:00:00.000Z';

let codes: Record<string, EntryCode> = {};

beforeEach(async () => {
  time.now = '2026-06-02T00:00:00.000Z';
  await inTx((tx) => registry.insert(tx, OWNERS_WORLD));
  await inTx((tx) => world.ballots.draw(tx, spec()));
  await inTx((tx) => world.ballots.open(tx, 'lift', { closesAt: CLOSES }));
  world.ballots.casting.forget('lift');
  const rows = await held.database.query<{ entry: string; key: string }>('select entry, key from ballot_entries');
  codes = Object.fromEntries(rows.map(({ entry, key }) => [key, entry]));
});

const codeFor = (key: string): EntryCode => codes[key] ?? '';
let keys = 0;
/** Casts for the co-owned flat unless told otherwise. */
const cast = (caster: string, more: Partial<CastRequest> = {}): Promise<CastAnswer> =>
  world.ballots.casting.cast({
    ballot: 'lift',
    entry: codeFor('owners:li+zhao'),
    caster,
    choice: { vote: 'yes' },
    key: `key ${String((keys += 1))}`,
    receipt: RECEIPT,
    ...more,
  });
const outcome = (answer: CastAnswer): string =>
  answer.kind === 'recorded' ? `recorded ${String(answer.revision)}` : answer.code;
const close = () => inTx((tx) => world.ballots.close(tx, 'lift'));
const count = () => inTx((tx) => world.ballots.count(tx, 'lift', ON));
const papers = (person: string) => inTx((tx) => world.ballots.papers.ofPerson(tx, 'lift', person));

describe('a named paper', () => {
  test('of a co-owned flat is cast by whoever comes first; the other is told, and sees no choice', async () => {
    expect(outcome(await cast('zhao'))).toBe('recorded 1');
    const second = await cast('li', { choice: { vote: 'no' } });
    expect(second).toMatchObject({
      code: 'ballot.already_cast',
      standing: { castAt: time.now, channel: 'own', isYours: false },
    });
    const [mine] = (await papers('li')).filter(({ state }) => state !== 'none');
    expect(mine).toMatchObject({ state: 'counted', isYours: false, choice: null });
    expect((await papers('zhao'))[0]).toMatchObject({ isYours: true, choice: { vote: 'yes' } });
  });

  test('is changed and withdrawn with the receipt in force only', async () => {
    await cast('zhao');
    expect(outcome(await cast('zhao', { replaces: OTHER, receipt: OTHER }))).toBe('ballot.wrong_receipt');
    expect(outcome(await cast('zhao', { replaces: RECEIPT, receipt: OTHER, choice: { vote: 'no' } }))).toBe(
      'recorded 2',
    );
    expect(outcome(await cast('zhao', { replaces: RECEIPT }))).toBe('ballot.wrong_receipt');
    const entry = codeFor('owners:li+zhao');
    const back = await world.ballots.casting.withdraw({
      ballot: 'lift',
      entry,
      caster: 'zhao',
      key: 'w',
      replaces: OTHER,
    });
    expect(back).toMatchObject({ kind: 'recorded', state: 'withdrawn', revision: 3 });
    expect((await papers('zhao'))[0]).toMatchObject({ state: 'withdrawn', choice: null });
    expect(outcome(await cast('li', { replaces: OTHER }))).toBe('ballot.nothing_cast');
    expect(outcome(await cast('li'))).toBe('recorded 4');
  });

  test('asked for again with the same key gives the same answer and writes nothing, also after the close', async () => {
    const request = { key: 'once', choice: { vote: 'yes' } } as const;
    const { receipt: _, ...bare } = { ...request, receipt: '' };
    const first = await world.ballots.casting.cast({
      ...bare,
      ballot: 'lift',
      entry: codeFor('owners:wang'),
      caster: 'wang',
    });
    expect(first).toMatchObject({ kind: 'recorded', receipt: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/) });
    const again = { ...bare, ballot: 'lift', entry: codeFor('owners:wang'), caster: 'wang' };
    expect(await world.ballots.casting.cast(again)).toEqual(first);
    await close();
    world.ballots.casting.forget('lift');
    expect(await world.ballots.casting.cast(again)).toEqual(first);
  });

  test.each<[string, string, Partial<CastRequest>, string]>([
    ['by somebody who is not on the roll', 'tenant', {}, 'ballot.not_entitled'],
    ['by a minor', 'xiaoming', { entry: 'owners:xiaoming' }, 'ballot.not_entitled'],
    ['for an entry there is not', 'li', { entry: 'NONE' }, 'ballot.not_entitled'],
    ['in a ballot there is not', 'li', { ballot: 'none' }, 'ballot.unknown'],
    ['that does not answer', 'li', { choice: { vote: 'perhaps' } }, 'ballot.choice_invalid'],
    ['that is spoiled on a device', 'li', { choice: { void: true } }, 'ballot.choice_invalid'],
    ['with half a receipt', 'li', { receipt: 'ABC' }, 'ballot.receipt_malformed'],
    ['that replaces nothing', 'li', { replaces: OTHER }, 'ballot.nothing_cast'],
  ])('%s is refused', async (...[, caster, more, code]) => {
    const entry = more.entry?.startsWith('owners:') === true ? { entry: codeFor(more.entry) } : {};
    expect(outcome(await cast(caster, { ...more, ...entry }))).toBe(code);
  });

  test('of a minor is cast by the authorised guardian', async () => {
    expect(outcome(await cast('sun', { entry: codeFor('owners:xiaoming') }))).toBe('recorded 1');
  });

  test('is taken until the instant of the close, and not at it', async () => {
    time.now = '2026-06-09T23:59:59.999Z';
    expect(outcome(await cast('zhao'))).toBe('recorded 1');
    time.now = CLOSES;
    expect(outcome(await cast('wang', { entry: codeFor('owners:wang') }))).toBe('ballot.closed');
  });

  test('is taken after the window was extended, and not before the vote is open', async () => {
    await inTx((tx) => world.ballots.draw(tx, spec({ id: 'later' })));
    expect(outcome(await cast('wang', { ballot: 'later' }))).toBe('ballot.not_open');
    await close();
    expect(outcome(await cast('zhao'))).toBe('ballot.closed');
    await inTx((tx) => world.ballots.reopen(tx, 'lift', '2026-06-20T00:00:00.000Z'));
    expect(outcome(await cast('zhao'))).toBe('recorded 1');
  });

  test.each<[string, Assisted, string]>([
    ['without a witness', { channel: 'telephone', by: 'zhou' }, 'ballot.witness_needed'],
    ['witnessed by whoever enters it', { channel: 'doorstep', by: 'zhou', witness: 'zhou' }, 'ballot.witness_needed'],
    ['witnessed by the voter', { channel: 'doorstep', by: 'zhou', witness: 'zhao' }, 'ballot.witness_needed'],
    ['by two of the staff', { channel: 'doorstep', by: 'zhou', witness: 'wu' }, 'recorded 1'],
    ['witnessed by nobody there is', { channel: 'doorstep', by: 'zhou', witness: 'made-up' }, 'ballot.witness_needed'],
    ['witnessed by another of the unit', { channel: 'doorstep', by: 'zhou', witness: 'li' }, 'ballot.witness_needed'],
    [
      'with a file there is not',
      { channel: 'telephone', by: 'zhou', witness: 'wu', file: 'none' },
      'ballot.file_unknown',
    ],
    ['by show of hands outside a sitting', { channel: 'hands', by: 'zhou' }, 'ballot.witness_needed'],
  ])('taken by staff %s: %s', async (...[, assisted, expected]) => {
    expect(outcome(await cast('zhao', { assisted }))).toBe(expected);
  });
});

describe('the doorstep list', () => {
  test('says by building who has not voted, while the vote is open, and never what anybody voted', async () => {
    await cast('zhao');
    const turnout = () => inTx((tx) => world.ballots.papers.turnoutByBuilding(tx, 'lift'));
    expect(await turnout()).toEqual([
      { building: 'b1', entries: 3, took: 1 },
      { building: 'b2', entries: 3, took: 0 },
    ]);
    const silent = await inTx((tx) => world.ballots.papers.silentOf(tx, 'lift', 'b1'));
    expect(silent?.map(({ casters }) => casters)).toEqual([['wang'], ['li']]);
    await close();
    expect(await turnout()).toBeNull();
  });
});

describe('a counted ballot', () => {
  const all = async (): Promise<void> => {
    await cast('wang', { entry: codeFor('owners:wang'), receipt: OTHER });
    await cast('zhao');
    await cast('li', { entry: codeFor('owners:li'), choice: { vote: 'no' }, receipt: 'AAAAAAAAAAAAAAAAAAAAAAAAAA' });
    await cast('sun', { entry: codeFor('owners:xiaoming'), receipt: 'BBBBBBBBBBBBBBBBBBBBBBBBBB' });
  };

  test('says what took part in each base, and passes by both', async () => {
    await all();
    expect(await close()).toEqual({
      papers: 4,
      unsettled: 0,
      reached: true,
      turnout: { heads: { total: 6, participating: 4 }, area: { total: 39000, participating: 35000 } },
    });
    expect(await close()).toMatchObject({ papers: 4 });
    const decision = await count();
    expect(decision).toMatchObject({ kind: 'decided', verdict: 'passed' });
    expect(await count()).toEqual(decision);
  });

  test('is proved by its published record, and every receipt by its place in it', async () => {
    await all();
    await close();
    await count();
    const lines: string[] = [];
    await inTx(async (tx) => {
      for await (const line of world.ballots.publishing.lines(tx, 'lift')) lines.push(line);
    });
    const verified = await verifyBallot(lines);
    expect(verified.findings).toEqual([]);
    expect(verified.verdict).toBe('passed');
    const text = lines.join('\n');
    for (const name of ['wang', 'zhao', 'sun', 'xiaoming', '"h1"', '"f1"']) expect(text).not.toContain(name);
    const { line, proof, root } = await inTx((tx) =>
      world.ballots.publishing.inclusion(tx, 'lift', trackerOf(RECEIPT)),
    );
    expect(lines).toContain(line);
    expect(isIncluded(line, proof, root)).toBe(true);
    const unknown = inTx((tx) => world.ballots.publishing.inclusion(tx, 'lift', trackerOf('nothing')));
    expect(await codeOf(unknown)).toBe('ballot.paper_unknown');
  });

  test('publishes nothing before, and takes nothing after', async () => {
    await all();
    const published = inTx((tx) => world.ballots.publishing.lines(tx, 'lift').next());
    expect(await codeOf(published)).toBe('ballot.wrong_status');
    await close();
    await count();
    expect(outcome(await cast('qian', { entry: codeFor('owners:qian') }))).toBe('ballot.closed');
    expect(await codeOf(inTx((tx) => world.ballots.reopen(tx, 'lift', CLOSES)))).toBe('ballot.wrong_status');
  });

  test('that is void is never counted, and voiding again changes nothing', async () => {
    await all();
    await inTx((tx) => world.ballots.void(tx, 'lift'));
    await inTx((tx) => world.ballots.void(tx, 'lift'));
    expect(await codeOf(count())).toBe('ballot.wrong_status');
    expect(outcome(await cast('qian', { entry: codeFor('owners:qian') }))).toBe('ballot.closed');
  });
});

describe('a receipt', () => {
  test('belongs to one paper: used for two it would prove neither', async () => {
    const both = await Promise.all([cast('zhao'), cast('wang', { entry: codeFor('owners:wang') })]);
    expect(both.map(outcome).sort()).toEqual(['ballot.receipt_used', 'recorded 1']);
    expect(outcome(await cast('li', { entry: codeFor('owners:li') }))).toBe('ballot.receipt_used');
  });
});
