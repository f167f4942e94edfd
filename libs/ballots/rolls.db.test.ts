import { beforeEach, describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import type { BallotSpec } from './ballots.vocabulary.js';
import { ballotWorld, codeOf, OWNERS_WORLD, residents, ruleOf, spec, WORLD_ENTITIES } from './testing/world.js';

const held = testDatabase(WORLD_ENTITIES, { tables: 'of the entities' });
const world = ballotWorld(() => held.database);
const { inTx, registry } = world;

beforeEach(() => inTx((tx) => registry.insert(tx, OWNERS_WORLD)));

const drawn = (wanted: BallotSpec) => inTx((tx) => world.ballots.draw(tx, wanted));

/** The roll without its random codes, by key. */
async function rollByKey(wanted: BallotSpec): Promise<Record<string, unknown>> {
  await drawn(wanted);
  const rows = await held.database.query<{ key: string; weights: object; casters: string[]; doubts: string[] }>(
    `select key, json_strip_nulls(json_build_object('heads', heads, 'area', area, 'households', households, 'members', members)) as weights,
       casters, doubts from ballot_entries order by key`,
  );
  return Object.fromEntries(rows.map(({ key, weights, casters, doubts }) => [key, { weights, casters, doubts }]));
}

describe('a roll of owners', () => {
  test('one owner of many flats is one head with their areas; a co-owned flat is one vote; who also owns alone is a head of their own', async () => {
    expect(await rollByKey(spec())).toEqual({
      'owners:wang': { weights: { heads: 1, area: 14000 }, casters: ['wang'], doubts: [] },
      'owners:li+zhao': { weights: { heads: 1, area: 9000 }, casters: ['li', 'zhao'], doubts: [] },
      'owners:li': { weights: { heads: 1, area: 5000 }, casters: ['li'], doubts: [] },
      // a minor's vote is cast by whoever is authorised for them
      'owners:xiaoming': { weights: { heads: 1, area: 7000 }, casters: ['sun'], doubts: [] },
      'owners:qian': { weights: { heads: 1, area: 0 }, casters: ['qian'], doubts: ['areaUnknown'] },
      // part of the whole, and silent until somebody knows whose it is
      'flat:f7': { weights: { heads: 1, area: 4000 }, casters: [], doubts: ['ownerUnknown'] },
    });
  });

  test('flats without a known owner are left out where the community says so', async () => {
    const roll = await rollByKey(spec({ policy: { unknownOwners: 'leftOut' } }));
    expect(Object.keys(roll)).not.toContain('flat:f7');
  });

  test('doubts are told with the entry they touch', async () => {
    const { doubts } = await drawn(spec());
    expect(doubts.map(({ record, doubt }) => [record, doubt]).sort()).toEqual([
      ['flat:f7', 'ownerUnknown'],
      ['owners:qian', 'areaUnknown'],
    ]);
    expect(doubts.every(({ entry }) => entry !== null)).toBe(true);
  });

  test('a tenant has no vote among owners', async () => {
    await drawn(spec());
    const entries = await inTx((tx) => world.ballots.papers.ofPerson(tx, 'lift', 'tenant'));
    expect(entries).toEqual([]);
  });
});

describe('a roll of households', () => {
  const households = (more: Partial<BallotSpec> = {}): BallotSpec =>
    spec({ rule: ruleOf('residents-assembly-households-2026'), roll: { of: 'households', unit: 'compound' }, ...more });

  test('the delegate casts; without one any adult of the household', async () => {
    const roll = await rollByKey(households({ policy: { householdWithoutDelegate: 'anyAdult' } }));
    const weights = { households: 1 };
    expect(roll).toEqual({
      'household:h1': { weights, casters: ['wang', 'wang-son'], doubts: [] },
      'household:h2': { weights, casters: ['zhao'], doubts: [] },
      'household:h3': { weights, casters: ['sun'], doubts: [] },
      'household:h4': { weights, casters: ['tenant'], doubts: [] },
    });
  });

  test('without a slip nobody casts, where the rule wants a delegate', async () => {
    const roll = await rollByKey(households());
    expect(roll['household:h1']).toMatchObject({ casters: [] });
    expect(roll['household:h2']).toMatchObject({ casters: ['zhao'] });
  });
});

describe('a roll of members', () => {
  const council = (more: Partial<BallotSpec> = {}): BallotSpec =>
    spec({ rule: ruleOf('council'), roll: { of: 'members', unit: 'council' }, ...more });

  test('each member is one vote; who is recused leaves the base', async () => {
    expect(Object.keys(await rollByKey(council()))).toEqual(['person:li', 'person:wang', 'person:zhao']);
    const without = council({ id: 'other', roll: { of: 'members', unit: 'council', without: ['li'] } });
    expect((await drawn(without)).turnout).toEqual({ members: { total: 2, participating: 0 } });
  });

  test('persons can be named one by one, each once', async () => {
    const named = council({ roll: { of: 'named', unit: 'council', persons: ['wang', 'wang', 'tenant'] } });
    expect(Object.keys(await rollByKey(named))).toEqual(['person:tenant', 'person:wang']);
  });
});

describe('a drawing', () => {
  test('is carried out once: the same one again gives the same codes, another one draws anew until the vote opens', async () => {
    const first = await drawn(spec({ drawing: 'effect 1' }));
    expect(await drawn(spec({ drawing: 'effect 1' }))).toEqual(first);
    const second = await drawn(spec({ drawing: 'effect 2' }));
    expect(second.fingerprint).not.toBe(first.fingerprint);
    await inTx((tx) => world.ballots.open(tx, 'lift', { closesAt: '2099-01-01T00:00:00.000Z' }));
    expect(await drawn(spec({ drawing: 'effect 3' }))).toEqual(second);
  });

  test('is fingerprinted at opening as it was drawn', async () => {
    const { fingerprint } = await drawn(spec());
    const opened = await inTx((tx) => world.ballots.open(tx, 'lift', { closesAt: '2099-01-01T00:00:00.000Z' }));
    expect(opened.fingerprint).toBe(fingerprint);
  });

  test.each<[string, Partial<BallotSpec>, string]>([
    [
      'nobody is on the roll',
      { roll: { of: 'named', unit: 'council', persons: [] }, rule: ruleOf('council') },
      'ballot.roll_empty',
    ],
    ['the rule counts what nobody weighs', { rule: ruleOf('council') }, 'ballot.rule_unfit'],
    ['areas would name the voters of a secret ballot', { secret: true }, 'ballot.secret_weights'],
    [
      'so few that a secret result would tell',
      { secret: true, rule: ruleOf('council'), roll: { of: 'members', unit: 'council' } },
      'ballot.too_few_for_secrecy',
    ],
  ])('is refused when %s', async (_, more, code) => {
    expect(await codeOf(drawn(spec(more)))).toBe(code);
  });

  test('of a large roll gives every unit a code of its own', async () => {
    const { batch } = residents(1200);
    await inTx((tx) => registry.insert(tx, batch));
    const wanted = spec({ rule: ruleOf('residents-assembly-adults-2026'), roll: { of: 'adults', unit: 'compound' } });
    const { entries, turnout } = await drawn(wanted);
    expect(entries).toBeGreaterThan(1200);
    expect(turnout).toEqual({ heads: { total: entries, participating: 0 } });
  });
});
