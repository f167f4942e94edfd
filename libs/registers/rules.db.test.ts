import { describe, expect, test } from '@jest/globals';

import type { Tx } from '#libs/database';
import { decide } from '#libs/decision';
import { testDatabase } from '#libs/testing';

import { AT, COUNTS, LINEAGE, ON, preset, idsOf } from './registers.fixture.js';
import { registersEntities } from './registers.entity.js';
import { DecisionRules, type RuleConfirmation, type RuleDraft } from './rules.service.js';

const world = testDatabase(registersEntities, { tables: 'of the entities' });
const rules = new DecisionRules();
const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.database.transaction(work);

const ASSEMBLY = 'residents-assembly-households-2026';
const draft = (change: Partial<RuleDraft> = {}): RuleDraft => ({
  lineage: LINEAGE,
  rule: { ...preset('council'), label: { zh: '丽民议事会', en: 'Council of Limin' } },
  base: 1,
  reason: '居民代表会议决定',
  by: 'li',
  idsOf,
  at: AT,
  on: ON,
  ...change,
});
const publish = (change: Partial<RuleDraft> = {}) => inTransaction((tx) => rules.publish(tx, draft(change)));
const confirm = (change: Partial<RuleConfirmation> = {}) =>
  inTransaction((tx) =>
    rules.confirm(tx, {
      id: ASSEMBLY,
      version: 1,
      lineage: LINEAGE,
      law: '《城市居民委员会组织法》第二十一条',
      by: 'adviser',
      idsOf,
      at: AT,
      on: ON,
      ...change,
    }),
  );
const inForce = (id: string, lineage = LINEAGE, on = ON) =>
  inTransaction((tx) => rules.inForce(tx, { id, lineage, on }));

describe('the rule in force', () => {
  test('is the preset where nobody has published anything', async () => {
    expect(await inForce('council')).toEqual({ rule: preset('council'), source: null });
  });

  test('is the version of the nearest unit, and its newest one that is valid on the day', async () => {
    await publish({ lineage: ['jyg'] });
    await publish({ lineage: ['qilian', 'jyg'], base: 2 });
    await publish({ base: 3 });
    await publish({ base: 4, rule: { ...draft().rule, validFrom: '2026-06-01' } });
    const versionAt = async (lineage: string[], on = ON) => (await inForce('council', lineage, on))?.rule.version;
    expect(await versionAt(LINEAGE)).toBe(4);
    expect(await versionAt(LINEAGE, '2026-06-01')).toBe(5);
    expect(await versionAt(['other', 'qilian', 'jyg'])).toBe(3);
    expect(await versionAt(['elsewhere'])).toBe(1);
  });

  test('is none on a day on which the law no longer holds', async () => {
    expect(await inForce('residents-assembly-adults-1990')).toBeNull();
    expect(await inForce('residents-assembly-adults-1990', LINEAGE, '2025-12-31')).not.toBeNull();
  });

  test('of the whole installation gives way to that of a unit', async () => {
    await publish({ lineage: [] });
    expect((await inForce('council'))?.source?.unit).toBeNull();
    await publish({ base: 2 });
    expect((await inForce('council'))?.source?.unit).toBe('limin');
  });

  test('is listed for every rule there is, also those a community has made itself', async () => {
    await publish({ rule: { ...draft().rule, id: 'courtyard-council' }, base: 0 });
    const listed = await inTransaction((tx) => rules.list(tx, { lineage: LINEAGE, on: ON }));
    expect(listed.map(({ rule }) => rule.id)).toContain('courtyard-council');
    expect(listed.map(({ rule }) => rule.id)).not.toContain('residents-assembly-adults-1990');
  });
});

describe('publishing', () => {
  test('gives the next number and leaves every earlier version as it was', async () => {
    await publish();
    const [tests] = [
      [{ base: 'members' as const, turnout: null, approval: { numerator: 3, denominator: 4, inclusive: true } }],
    ];
    await publish({ base: 2, rule: { ...draft().rule, tests } });
    const versions = await inTransaction((tx) => rules.versions(tx, { id: 'council', lineage: LINEAGE }));
    expect(versions.map(({ rule }) => [rule.version, rule.tests])).toEqual([
      [1, preset('council').tests],
      [2, preset('council').tests],
      [3, tests],
    ]);
  });

  test('of what somebody has published meanwhile is refused', async () => {
    await publish();
    await expect(publish()).rejects.toMatchObject({ refusal: { code: 'rule.version_stale', params: { newest: 2 } } });
  });

  test.each([
    [
      'a fraction above one',
      { tests: [{ base: 'members', turnout: { numerator: 3, denominator: 2, inclusive: true }, approval: null }] },
    ],
    ['an end before the beginning', { validFrom: '2026-05-01', validTo: '2026-04-01' }],
    [
      'a rule that asks for no approval',
      { tests: [{ base: 'members', turnout: { numerator: 1, denominator: 2, inclusive: true }, approval: null }] },
    ],
  ])('%s is refused with the place', async (_, change) => {
    const rule = { ...draft().rule, ...change } as RuleDraft['rule'];
    await expect(publish({ rule })).rejects.toMatchObject({ refusal: { code: 'input.invalid' } });
    expect(await inForce('council')).toMatchObject({ source: null });
  });

  test('a rule whose time has passed is refused', async () => {
    const rule = { ...preset('residents-assembly-adults-1990') };
    await expect(publish({ rule })).rejects.toMatchObject({
      refusal: { code: 'rule.expired', params: { validTo: '2025-12-31' } },
    });
  });

  test.each([
    ['of a preset whose article was found', preset('owners-special'), 1],
    ['of a rule nobody has seen before', { ...preset('council'), id: 'courtyard-council' }, 0],
    ['of a preset that is to be confirmed', { ...preset(ASSEMBLY), status: 'found' as const }, 1],
  ])('never confirms: the next version %s is to be confirmed, whatever its author says', async (_, rule, base) => {
    const forged = { ...rule, confirmed: { by: 'adviser', on: ON } } as RuleDraft['rule'];
    expect(forged.status).toBe('found');
    const published = await publish({ rule: forged, base });
    expect(published.status).toBe('to_be_confirmed');
    expect(published).not.toHaveProperty('confirmed');
    expect((await inForce(rule.id))?.rule).toEqual(published);
  });

  test('lets verdicts be provisional until a second person has cited the article', async () => {
    const lax = [
      { base: 'members' as const, turnout: null, approval: { numerator: 1, denominator: 9, inclusive: true } },
    ];
    await publish({ rule: { ...draft().rule, tests: lax } });
    const verdict = async () => {
      const decision = decide((await inForce('council'))?.rule ?? preset('council'), { members: COUNTS }, ON);
      if (decision.kind === 'refused') throw new Error(decision.refusal.code);
      return [decision.verdict, decision.provisional];
    };
    expect(await verdict()).toEqual(['passed', true]);
    await confirm({ id: 'council', version: 2, law: '社区议事规则第三条' });
    expect(await verdict()).toEqual(['passed', false]);
  });

  test('is not for whoever confirmed the version before, under none of their records', async () => {
    await confirm({ by: 'li-2' });
    const next = { rule: preset(ASSEMBLY), base: 2 };
    await expect(publish(next)).rejects.toMatchObject({ refusal: { code: 'rule.own_confirmation' } });
    expect((await publish({ ...next, by: 'secretary' })).version).toBe(3);
    await expect(confirm({ version: 3, by: 'secretary' })).rejects.toMatchObject({
      refusal: { code: 'rule.own_confirmation' },
    });
  });
});

describe('confirming', () => {
  test('cites the article, names who read it, and makes verdicts final', async () => {
    await confirm();
    const found = await inForce(ASSEMBLY);
    expect(found).toMatchObject({
      rule: {
        version: 2,
        status: 'found',
        law: '《城市居民委员会组织法》第二十一条',
        confirmed: { by: 'adviser', on: ON },
      },
      source: { confirms: 1, unit: 'limin', publishedBy: 'adviser' },
    });
    expect(found?.rule.tests).toEqual(preset(ASSEMBLY).tests);
  });

  test('is not for whoever published the version', async () => {
    await publish({ rule: preset(ASSEMBLY) });
    for (const by of ['li', 'li-2'])
      await expect(confirm({ version: 2, by })).rejects.toMatchObject({ refusal: { code: 'rule.own_confirmation' } });
    expect((await confirm({ version: 2 })).version).toBe(3);
  });

  test.each([
    ['a rule that is found', { id: 'council' }, 'rule.not_to_confirm'],
    ['a rule nobody knows', { id: 'nobody-knows' }, 'rule.unknown'],
    ['a version that is not the newest', { version: 7 }, 'rule.version_stale'],
  ])('%s is refused', async (_, change, code) => {
    await expect(confirm(change)).rejects.toMatchObject({ refusal: { code } });
  });

  test('in one community leaves the others as they were; both may cite what they have read', async () => {
    await confirm();
    expect((await inForce(ASSEMBLY, ['other', 'qilian']))?.rule.status).toBe('to_be_confirmed');
    expect((await confirm({ lineage: ['other', 'qilian'] })).version).toBe(3);
  });
});
