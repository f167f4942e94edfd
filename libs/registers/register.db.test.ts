import { describe, expect, test } from '@jest/globals';

import type { Tx } from '#libs/database';
import { testDatabase } from '#libs/testing';

import { AT, certified, chair, COUNTS, covenant, LINEAGE, ON, PLACE, preset, idsOf } from './registers.fixture.js';
import { registersEntities } from './registers.entity.js';
import { registerEntry, registerRows } from './register.read.js';
import { digestOf, Register } from './register.service.js';
import type { RegisterOrder } from './registers.vocabulary.js';
import { DecisionRules } from './rules.service.js';

const world = testDatabase(registersEntities, { tables: 'of the entities' });
const rules = new DecisionRules();
const register = new Register(rules);
const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.database.transaction(work);
const enter = (caseId: string, change: Partial<RegisterOrder> = {}) =>
  inTransaction((tx) => register.enter(tx, covenant(caseId, change), PLACE));
const read = (id: string) => inTransaction((tx) => registerEntry(tx, id));
const refusal = (code: string) => ({ refusal: { code } });

const PROVISIONAL = 'residents-assembly-households-2026';
const provisional = { caseId: 'ballot-2', certificate: certified(preset(PROVISIONAL)) };
const signatory = (person: string, isNamed = false) => ({
  person,
  capacity: 'signatory' as const,
  office: null,
  isNamed,
  at: AT,
});
const pledge = (change: Partial<RegisterOrder> = {}): Partial<RegisterOrder> => ({
  kind: 'pledge',
  decision: null,
  check: null,
  filing: null,
  signatures: [signatory('wang', true)],
  ...change,
});

describe('numbers', () => {
  test('count for each community, kind and year', async () => {
    const numbers = [
      await enter('c1'),
      await enter('c2'),
      await enter('c3', { kind: 'resolution' }),
      await enter('c4', { adoptedOn: '2027-01-05' }),
    ].map(({ number }) => number);
    expect(numbers).toEqual([
      '丽民社区公约〔2026〕1号',
      '丽民社区公约〔2026〕2号',
      '丽民社区议决〔2026〕1号',
      '丽民社区公约〔2027〕1号',
    ]);
  });

  test('leave no gap when an entry is not made after all', async () => {
    await enter('c1');
    const failed = inTransaction(async (tx) => {
      await register.enter(tx, covenant('c2'), PLACE);
      throw new Error('thought better of it');
    });
    await expect(failed).rejects.toThrow('thought better');
    expect((await enter('c3')).number).toBe('丽民社区公约〔2026〕2号');
  });

  test('are given once to a case, however often it asks', async () => {
    expect(await enter('c1')).toEqual(await enter('c1'));
    expect((await read((await enter('c1')).entry))?.signatures).toHaveLength(1);
  });
});

describe('what may be entered', () => {
  test.each<[string, Partial<RegisterOrder>, string]>([
    ['a covenant nobody voted on', { decision: null }, 'register.not_adopted'],
    ['a resolution nobody voted on', { kind: 'resolution', decision: null }, 'register.not_adopted'],
    [
      'a vote without a certificate',
      { decision: { caseId: 'b', certificate: { ending: 'lapsed' } } },
      'register.not_adopted',
    ],
    [
      'a vote that failed',
      { decision: { caseId: 'b', certificate: certified(preset('council'), { ...COUNTS, yes: 20, no: 60 }) } },
      'register.not_adopted',
    ],
    ['a provisional verdict', { decision: provisional }, 'register.provisional'],
    ['a covenant without a legal check', { check: null }, 'register.unchecked'],
    ['a covenant that is not filed', { filing: null }, 'register.not_filed'],
    ['a covenant nobody signed', { signatures: [] }, 'register.unsigned'],
    ['a covenant signed by anybody but the chair', { signatures: [signatory('wang')] }, 'register.unsigned'],
    ['rules of procedure without a legal check', { kind: 'procedure', check: null }, 'register.unchecked'],
    ['a pledge without anybody who promises', pledge({ signatures: [chair] }), 'register.unsigned'],
  ])('%s is refused', async (_, change, code) => {
    await expect(enter('c1', change)).rejects.toMatchObject(refusal(code));
    expect(await inTransaction((tx) => registerRows(tx, { units: ['limin'], limit: 9 }))).toEqual([]);
  });

  test('a provisional verdict enters once its rule is confirmed, with the certificate that cites the article', async () => {
    await inTransaction((tx) =>
      rules.confirm(tx, {
        id: PROVISIONAL,
        version: 1,
        lineage: LINEAGE,
        law: '第二十一条',
        by: 'adviser',
        idsOf,
        at: AT,
        on: ON,
      }),
    );
    const { entry } = await enter('c1', { decision: provisional });
    expect((await read(entry))?.versions[0]?.certificate).toMatchObject({
      provisional: false,
      verdict: 'passed',
      rule: { version: 2, law: '第二十一条', confirmed: { by: 'adviser' } },
    });
  });

  test('a provisional verdict does not enter when the numbers that were confirmed would have let it fail', async () => {
    const stricter = preset(PROVISIONAL);
    const tests = [
      {
        base: 'households' as const,
        turnout: { numerator: 9, denominator: 10, inclusive: true },
        approval: { numerator: 1, denominator: 2, inclusive: false },
      },
    ];
    await inTransaction((tx) =>
      rules.publish(tx, {
        lineage: LINEAGE,
        rule: { ...stricter, tests },
        base: 1,
        reason: '按新法',
        by: 'li',
        idsOf,
        at: AT,
        on: ON,
      }),
    );
    await inTransaction((tx) =>
      rules.confirm(tx, {
        id: PROVISIONAL,
        version: 2,
        lineage: LINEAGE,
        law: '第二十一条',
        by: 'adviser',
        idsOf,
        at: AT,
        on: ON,
      }),
    );
    await expect(enter('c1', { decision: provisional })).rejects.toMatchObject(refusal('register.not_adopted'));
  });
});

describe('a text that was entered', () => {
  test('can be reckoned to its digest from what is published', async () => {
    const { entry, digest } = await enter('c1');
    const found = await read(entry);
    const [version] = found?.versions ?? [];
    expect(version && found && digestOf({ ...version, number: found.number })).toBe(digest);
  });

  test('is revised as the next version under the same number; the earlier one stays', async () => {
    const first = await enter('c1');
    const second = await enter('c2', { revises: { entry: first.entry, version: 1 }, text: '一、出门牵绳两米以内。' });
    expect([second.number, second.version, second.entry]).toEqual([first.number, 2, first.entry]);
    expect((await read(first.entry))?.versions.map(({ version, text }) => [version, text])).toEqual([
      [2, '一、出门牵绳两米以内。'],
      [1, '一、出门牵绳。\n二、随手清理。'],
    ]);
  });

  test.each<[string, Partial<RegisterOrder>, string]>([
    ['of a version that is no longer the newest', {}, 'register.version_stale'],
    ['of another kind', { kind: 'resolution' }, 'register.other_register'],
    ['of another unit', { unit: 'other' }, 'register.other_register'],
  ])('is not revised on the ground %s', async (_, change, code) => {
    const { entry } = await enter('c1');
    await enter('c2', { revises: { entry, version: 1 } });
    await expect(enter('c3', { revises: { entry, version: 1 }, ...change })).rejects.toMatchObject(refusal(code));
  });

  test('is not revised once it is revoked, and revoked once', async () => {
    const { entry } = await enter('c1');
    const end = (caseId: string) =>
      inTransaction((tx) => register.end(tx, { entry, state: 'revoked', on: ON, caseId, reason: '街道责令改正' }));
    await end('c2');
    await end('c2');
    expect(await read(entry)).toMatchObject({ state: 'revoked', endedOn: ON, endReason: '街道责令改正' });
    await expect(end('c3')).rejects.toMatchObject(refusal('register.not_in_force'));
    await expect(enter('c4', { revises: { entry, version: 1 } })).rejects.toMatchObject(
      refusal('register.not_in_force'),
    );
  });

  test('that needs no filing first is filed later, once', async () => {
    const { entry } = await enter('c1', { kind: 'resolution', filing: null });
    const filing = { with: 'qilian', number: '7', on: ON, bySilence: false };
    await inTransaction((tx) => register.file(tx, { entry, version: 1 }, filing));
    expect((await read(entry))?.versions[0]).toMatchObject({ filingNumber: '7', filedOn: ON });
    await expect(inTransaction((tx) => register.file(tx, { entry, version: 1 }, filing))).rejects.toMatchObject(
      refusal('register.filed_already'),
    );
  });
});

describe('a pledge', () => {
  const join = (entry: string, person: string, isNamed = false) =>
    inTransaction((tx) => register.join(tx, entry, { person, isNamed, at: AT }));
  const standing = async (entry: string) =>
    (await read(entry))?.signatures
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ person, isNamed }) => [person, isNamed]);

  test('is joined and left; whoever left may join again', async () => {
    const { entry } = await enter('c1', pledge());
    await join(entry, 'zhang');
    await inTransaction((tx) => register.leave(tx, entry, { person: 'wang', at: AT }));
    expect(await standing(entry)).toEqual([['zhang', false]]);
    await join(entry, 'wang');
    expect(new Set((await standing(entry))?.map(([person]) => person))).toEqual(new Set(['zhang', 'wang']));
  });

  test('is signed once by a person, who may change their mind about being named', async () => {
    const { entry } = await enter('c1', pledge());
    await join(entry, 'wang', false);
    expect(await standing(entry)).toEqual([['wang', false]]);
  });

  test('alone can be joined: a covenant binds everybody', async () => {
    const { entry } = await enter('c1');
    await expect(join(entry, 'wang')).rejects.toMatchObject(refusal('register.signatories_only'));
  });
});
