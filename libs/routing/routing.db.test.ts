import { beforeEach, describe, expect, test } from '@jest/globals';

import type { Tx } from '#libs/database';
import { Registry, registryEntities } from '#libs/registry';
import type { ChangeNote, RegistryBatch } from '#libs/registry';
import { testDatabase, testVault } from '#libs/testing';

import { CASES_UNTIL_AGAIN, type Lesson } from './lessons.service.js';
import { routingEntities } from './routing.entity.js';
import { Routing } from './routing.service.js';
import { RoutingRefused } from './routing.vocabulary.js';

const AT = '2026-11-22T04:00:00.000Z';
const ON = '2026-11-22';
const world = testDatabase([...registryEntities, ...routingEntities]);
const registry = new Registry({ vault: testVault(), now: () => AT });
const routing = new Routing(registry);
const note: ChangeNote = { by: null, source: 'desk', reason: 'because' };
const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.database.transaction(work);

const town: RegistryBatch = {
  units: [
    { id: 'jyg', kind: 'city', parent: null, name: '嘉峪关市', code: 'jyg' },
    { id: 'gangcheng', kind: 'street', parent: 'jyg', name: '钢城街道', code: 'gangcheng' },
    { id: 'limin', kind: 'community', parent: 'gangcheng', name: '利民社区', code: 'limin' },
    { id: 'b7', kind: 'building', parent: 'limin', name: '7号楼', code: 'limin-b7' },
    { id: 'b9', kind: 'building', parent: 'limin', name: '9号楼', code: 'limin-b9' },
    { id: 'water', kind: 'company', parent: 'jyg', name: '供水公司', code: 'water' },
    { id: 'drainage', kind: 'company', parent: 'jyg', name: '排水公司', code: 'drainage' },
    { id: 'civil', kind: 'department', parent: 'jyg', name: '民政局', code: 'civil' },
  ],
  matters: [
    {
      id: 'utilities',
      parent: null,
      unit: 'jyg',
      code: '01',
      name: { zh: '水电气暖', en: 'Utilities' },
      limits: { handling: { amount: 24, unit: 'hour' } },
    },
    { id: 'pipes', parent: 'utilities', unit: 'jyg', code: '0101', name: { zh: '供水', en: 'Water' } },
  ],
  duties: [{ id: 'd-water', matter: 'pipes', duty: 'maintain', unit: 'jyg', assignee: 'water' }],
};
const leadAt = (place: string, matter = 'pipes') =>
  within(async (tx) => (await routing.router.route(tx, { matter, place, on: ON, danger: false }))?.route.lead);
const lesson = (n: number, more: Partial<Lesson> = {}): Lesson => ({
  id: `effect-${String(n)}`,
  caseId: `task-${String(n)}`,
  matter: 'pipes',
  place: 'b9',
  owner: 'drainage',
  returnedBy: ['water'],
  grounds: ['not_our_duty'],
  at: AT,
  ...more,
});
const learn = (one: Lesson) => within((tx) => routing.lessons.learn(tx, one));
const proposals = (unit = 'jyg') => within((tx) => routing.lessons.list(tx, unit));
const decision = (id: string) => ({ id, reason: '核实', by: 'steward', at: AT, on: ON });
const codeOf = async (going: Promise<unknown>): Promise<string | undefined> =>
  going.then(
    () => undefined,
    (error: unknown) => (error instanceof RoutingRefused ? error.refusal.code : String(error)),
  );

beforeEach(() => within((tx) => registry.apply(tx, note, town)));

describe('the dry run', () => {
  test.each(['pipes', '0101', '供水', 'water'])('finds the matter by %s and the place by its code', async (matter) => {
    expect(await leadAt('limin-b9', matter)).toMatchObject({ unit: 'water', ground: 'matrix', field: 'd-water' });
  });

  test('knows neither a matter that is in no catalogue there nor a place that is none', async () => {
    expect([await leadAt('limin-b9', '供热'), await leadAt('nowhere')]).toEqual([undefined, undefined]);
  });

  test('says the tier of a department by what it serves, and takes times from the heading', async () => {
    const routed = await within((tx) =>
      routing.router.route(tx, { matter: 'pipes', place: 'b9', on: ON, danger: false }),
    );
    expect([routed?.route.tier, routed?.route.limits]).toEqual([
      'city',
      [{ name: 'handling', amount: { amount: 24, unit: 'hour' }, calendar: 'always', matter: 'utilities' }],
    ]);
  });

  test('falls back on the street when the company has been closed', async () => {
    await within((tx) => registry.apply(tx, note, { units: [{ id: 'water', to: ON }] }));
    expect(await leadAt('b9')).toEqual({ unit: 'gangcheng', role: null, ground: 'street', field: null });
  });
});

describe('what disputes teach', () => {
  test('is proposed for the lowest unit that covers all its places, each effect once', async () => {
    await learn(lesson(1));
    await learn(lesson(1));
    expect(await proposals()).toMatchObject([{ count: 1, scope: 'b9', fromUnit: 'water', toUnit: 'drainage' }]);
    await learn(lesson(2, { place: 'b7', grounds: ['no_legal_basis'] }));
    expect(await proposals('limin')).toMatchObject([
      { count: 2, scope: 'limin', cases: ['task-1', 'task-2'], grounds: ['no_legal_basis', 'not_our_duty'] },
    ]);
    expect(await proposals('b9')).toEqual([]);
  });

  test('changes nothing until it is accepted; accepted it can be undone', async () => {
    await learn(lesson(1));
    expect(await leadAt('b9')).toMatchObject({ unit: 'water' });
    const [open] = await proposals();
    const accepted = await within((tx) => routing.lessons.accept(tx, decision(open?.id ?? '')));
    expect([accepted.status, await leadAt('b9'), await leadAt('b7')]).toMatchObject([
      'accepted',
      { unit: 'drainage', ground: 'matrix' },
      { unit: 'water' },
    ]);
    await within((tx) => registry.undo(tx, accepted.change ?? '', note));
    expect(await leadAt('b9')).toMatchObject({ unit: 'water' });
  });

  test('is decided once; said again by the same person it is the same', async () => {
    await learn(lesson(1));
    const [open] = await proposals();
    const id = open?.id ?? '';
    await within((tx) => routing.lessons.reject(tx, decision(id)));
    expect(await within((tx) => routing.lessons.reject(tx, decision(id)))).toMatchObject({ status: 'rejected' });
    expect(await codeOf(within((tx) => routing.lessons.accept(tx, decision(id))))).toBe('routing.proposal_decided');
  });

  test('comes again after a rejection only with enough new cases', async () => {
    await learn(lesson(0));
    const [first] = await proposals();
    await within((tx) => routing.lessons.reject(tx, decision(first?.id ?? '')));
    for (let n = 1; n < CASES_UNTIL_AGAIN; n += 1) await learn(lesson(n));
    expect(await proposals()).toMatchObject([{ status: 'rejected', count: CASES_UNTIL_AGAIN }]);
    await learn(lesson(CASES_UNTIL_AGAIN));
    expect(await proposals()).toMatchObject([{ status: 'open', id: first?.id }]);
  });

  test('is nothing where whoever returned it got it in the end', async () => {
    await learn(lesson(1, { returnedBy: ['drainage'] }));
    expect(await proposals()).toEqual([]);
  });
});

describe('the admission register', () => {
  const question = { matter: 'pipes', from: 'civil', to: 'limin', on: ON };
  const admits = (more = {}) => within((tx) => routing.admissions.admits(tx, { ...question, ...more }));
  const apply = (more = {}) =>
    within((tx) =>
      routing.admissions.apply(tx, {
        matter: 'utilities',
        applicant: 'civil',
        scope: 'gangcheng',
        reason: '便民',
        means: '随单拨付',
        by: 'clerk',
        at: AT,
        ...more,
      }),
    );
  const judged = { ground: '有经费', from: ON, to: null, by: 'leader', at: AT };

  test('refuses nothing where none is kept', async () => {
    expect(await admits()).toEqual({ admitted: true, entry: null, reason: 'no_register' });
  });

  test('admits a heading with all its matters, once it was decided', async () => {
    const { id } = await apply();
    expect(await admits()).toMatchObject({ admitted: false, reason: 'not_admitted' });
    await within((tx) => routing.admissions.decide(tx, { id, admitted: true, ...judged }));
    expect(await admits()).toEqual({ admitted: true, entry: id, reason: 'admitted' });
    expect(await admits({ from: 'water' })).toMatchObject({ admitted: false });
    expect(await admits({ to: 'drainage' })).toMatchObject({ admitted: true, reason: 'not_down' });
  });

  test('keeps refusals with their reason', async () => {
    const { id } = await apply();
    await within((tx) => routing.admissions.decide(tx, { id, admitted: false, ...judged }));
    expect(await admits()).toEqual({ admitted: false, entry: id, reason: 'refused' });
    expect(await within((tx) => routing.admissions.list(tx, 'limin'))).toMatchObject([
      { id, status: 'refused', ground: '有经费', from: null },
    ]);
  });

  test('is not decided by whoever applied, nor twice', async () => {
    const { id } = await apply();
    const decide = (admitted: boolean, by: string) =>
      codeOf(within((tx) => routing.admissions.decide(tx, { id, admitted, ...judged, by })));
    expect(await decide(true, 'clerk')).toBe('routing.own_application');
    expect([await decide(true, 'leader'), await decide(true, 'leader'), await decide(false, 'leader')]).toEqual([
      undefined,
      undefined,
      'routing.admission_decided',
    ]);
  });
});

describe('who chairs', () => {
  test('is read from where the units stand', async () => {
    const asked = { caller: 'limin', departments: ['water', 'drainage'], place: 'b9', first: 'water' };
    expect(await within((tx) => routing.chairOf(tx, asked))).toEqual({
      chair: 'limin',
      upper: 'gangcheng',
      keeper: 'jyg',
      crossing: false,
    });
  });
});
