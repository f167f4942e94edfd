import { beforeEach, describe, expect, test } from '@jest/globals';

import type { EffectHandler } from '#libs/cases';
import type { JsonObject } from '#libs/engine';
import { testDatabase } from '#libs/testing';

import { AT, certified, LINEAGE, ON, preset, idsOf } from './registers.fixture.js';
import { registerHandlers } from './register.handlers.js';
import { registerEntry } from './register.read.js';
import { registersEntities } from './registers.entity.js';
import { DecisionRules } from './rules.service.js';

const world = testDatabase(registersEntities, { tables: 'of the entities' });
const PROVISIONAL = 'residents-assembly-households-2026';
const TEXTS: Record<string, string | null> = {
  t1: '文明养犬公约',
  t2: '一、出门牵绳。',
  t3: '合法。',
  t4: '责令废止',
  gone: null,
};
let handlers: Record<string, EffectHandler>;

beforeEach(() => {
  handlers = registerHandlers({
    database: world.database,
    cases: { texts: (ids) => Promise.resolve(Object.fromEntries(ids.map((one) => [one, TEXTS[one] ?? null]))) },
    registry: {
      unit: (_tx, unit) => Promise.resolve(unit === 'limin' ? ({ name: '丽民社区' } as never) : null),
      lineage: () => Promise.resolve([...LINEAGE]),
    },
    localDateOf: (instant) => instant.slice(0, 10),
  });
});

const carryOut = (name: string, payload: JsonObject, caseId = 'case-1') =>
  handlers[name]?.({
    id: `${caseId}:${name}`,
    caseId,
    workflow: 'covenant',
    name,
    payload,
    seq: 1,
    at: AT,
    attempt: 1,
  });
const entry = (change: JsonObject = {}): JsonObject => ({
  unit: 'limin',
  kind: 'covenant',
  revises: null,
  title: 't1',
  text: 't2',
  document: null,
  decision: { case: 'case-1', certificate: certified(preset('owners-ordinary')) },
  adoptedOn: ON,
  check: { by: 'adviser', on: ON, finding: 't3' },
  filing: { with: 'qilian', number: null, on: ON, bySilence: true },
  chair: { person: 'zhao', at: AT },
  signatories: [],
  ...change,
});
const enter = (change: JsonObject = {}, caseId = 'case-1') => carryOut('covenant.enterRegister', entry(change), caseId);
const entered = async (change: JsonObject = {}, caseId = 'case-1'): Promise<string> =>
  idIn(await enter(change, caseId));
const idIn = (told: { payload: JsonObject } | undefined): string => {
  const id = told?.payload['entry'];
  if (typeof id !== 'string') throw new Error(JSON.stringify(told));
  return id;
};
const read = (id: string) => world.database.transaction((tx) => registerEntry(tx, id));

describe('entering a covenant', () => {
  test('copies its words, so that they stay when the case’s texts go, and answers the number', async () => {
    const answer = await enter();
    expect(answer).toMatchObject({
      type: 'register.entered',
      payload: { number: '丽民社区公约〔2026〕1号', version: 1, inForceFrom: ON, previous: null },
    });
    expect(await read(idIn(answer))).toMatchObject({
      title: '文明养犬公约',
      versions: [{ text: '一、出门牵绳。', finding: '合法。', filedBySilence: true, filingNumber: null }],
      signatures: [{ person: 'zhao', capacity: 'chair' }],
    });
  });

  test('again answers the same', async () => {
    expect(await enter()).toEqual(await enter());
  });

  test('a new version names the case it takes the place of', async () => {
    const revises = { entry: await entered(), version: 1 };
    expect((await enter({ revises }, 'case-2'))?.payload).toMatchObject({ version: 2, previous: 'case-1' });
  });

  test.each<[string, JsonObject, string]>([
    ['nobody voted on', { decision: null }, 'register.not_adopted'],
    ['of a vote without a certificate', { decision: { case: 'c', certificate: null } }, 'register.not_adopted'],
    [
      'under a provisional verdict',
      { decision: { case: 'c', certificate: certified(preset(PROVISIONAL)) } },
      'register.provisional',
    ],
    ['whose words were erased by law', { text: 'gone' }, 'resource.unknown'],
    ['of a unit nobody knows', { unit: 'nowhere' }, 'resource.unknown'],
  ])('%s is refused with the code', async (_, change, code) => {
    expect(await enter(change)).toEqual({ type: 'register.refused', payload: { code } });
  });
});

describe('a provisional verdict', () => {
  const settle = () =>
    carryOut('covenant.settleVerdict', { unit: 'limin', certificate: certified(preset(PROVISIONAL)) });

  test('stays provisional until the rule is confirmed, then it is final', async () => {
    expect((await settle())?.payload).toEqual({ state: 'provisional', verdict: null, certificate: null });
    await world.database.transaction((tx) =>
      new DecisionRules().confirm(tx, {
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
    expect((await settle())?.payload).toMatchObject({
      state: 'final',
      verdict: 'passed',
      certificate: { provisional: false, rule: { version: 2 } },
    });
  });
});

describe('an entry that ends', () => {
  test('keeps why and by which case; the case of its newest version is to be told', async () => {
    const id = await entered();
    const end = () => carryOut('covenant.endRegister', { entry: id, on: ON, reason: 't4' }, 'case-9');
    expect((await end())?.payload).toEqual({ number: '丽民社区公约〔2026〕1号', previous: 'case-1' });
    expect(await end()).toMatchObject({ type: 'register.ended' });
    expect(await read(id)).toMatchObject({ state: 'revoked', endReason: '责令废止' });
    expect(await carryOut('covenant.endRegister', { entry: id, on: ON, reason: null }, 'case-10')).toMatchObject({
      type: 'register.refused',
      payload: { code: 'register.not_in_force' },
    });
  });
});

describe('a pledge', () => {
  const pledge = { kind: 'pledge', decision: null, check: null, filing: null, chair: null };
  const wang = { person: 'wang', isNamed: true, at: AT };

  test('is joined and left; what comes after its end changes nothing', async () => {
    const id = await entered({ ...pledge, signatories: [wang] });
    await carryOut('covenant.registerSignature', { entry: id, person: 'liu', isNamed: false, at: AT });
    await carryOut('covenant.registerLeaving', { entry: id, person: 'wang', at: AT });
    const standing = async () =>
      (await read(id))?.signatures.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ person }) => person);
    expect(await standing()).toEqual(['liu']);
    await carryOut('covenant.endRegister', { entry: id, on: ON, reason: null });
    await carryOut('covenant.registerSignature', { entry: id, person: 'zhang', isNamed: false, at: AT });
    expect(await standing()).toEqual(['liu']);
  });
});
