import { rm } from 'node:fs/promises';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { PrivacyRefused } from '#libs/privacy';
import { testDatabase } from '#libs/testing';

import { PLATFORM_ENTITIES } from '../entities.js';
import { fillCommunity, openCommunity, WANGS_DATA } from './testing/world.js';

const held = testDatabase(PLATFORM_ENTITIES, { tables: 'of the entities' });
type World = Awaited<ReturnType<typeof openCommunity>>;
let world: World;

beforeEach(async () => {
  world = await openCommunity(held.database);
  await fillCommunity(world);
});
afterEach(() => rm(world.dataDirectory, { recursive: true, force: true }));

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const WANG = { kind: 'person' as const, person: 'wang' };

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'carried out';
  } catch (error) {
    if (error instanceof PrivacyRefused) return error.refusal.code;
    throw error;
  }
}

/** Wang lives: a case of hers, a message, an account, a file, a visit, a look at her number, a changed record. */
async function aLife(): Promise<string> {
  const { cases, privacy, database, registry, now, clock } = world;
  const started = await cases.start({
    workflow: 'errand',
    input: { title: '我腿脚不便，想装扶手', place: 'stair-1' },
    actor: WANG,
    key: 'k1',
  });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  await database.transaction(async (tx) => {
    await registry.apply(
      tx,
      { by: 'li', source: 'desk', reason: '催办王秀英补登' },
      { people: [{ id: 'wang', flags: ['livesAlone'] }] },
    );
    const claim = await privacy.visits.claims.assign(
      tx,
      { household: 'home-wang', person: 'li', purpose: 'care', from: '2026-03-01', to: '2026-12-31' },
      'li',
    );
    await privacy.visits.record(tx, { id: 'v1', claim: claim.id, at: now(), outcome: 'met', note: '她血压高' }, 'li');
    await privacy.unmasking.unmask(tx, { by: 'li', person: 'wang', field: 'phone', reason: '催办王秀英的事' });
    await privacy.corrections.ask(tx, {
      person: 'wang',
      unit: 'stair-1',
      field: 'birthDate',
      wanted: '我是1941-05-02生的',
      by: 'wang',
    });
    await privacy.consents.give(tx, {
      person: 'wang',
      purpose: 'meterWatching',
      textVersion: '2026-1',
      channel: 'self',
      givenBy: 'wang',
    });
    await tx.query(
      `insert into messages (id, case_id, at, about, person, excluded) values ('m1', $1, $2, 'done', 'wang', '{}')`,
      [started.caseId, now()],
    );
    await tx.query(
      `insert into accounts (id, person, status, created_at, changed_at) values ('acc', 'wang', 'active', $1, $1)`,
      [now()],
    );
    await tx.query(`insert into account_logins (login, account, created_at) values ('wang.xiuying', 'acc', $1)`, [
      now(),
    ]);
    await tx.query(
      `insert into sign_ins (id, at, account, way, outcome, address, agent) values ('s1', $1, 'acc', 'password', 'in', '10.1.2.3', 'x')`,
      [now()],
    );
  });
  await privacy.files.upload({
    bytes: PDF,
    name: '王秀英.pdf',
    uploader: 'wang',
    attach: { to: 'case', subject: started.caseId },
  });
  clock.advance({ days: 1 });
  await cases.cancel({ caseId: started.caseId, reason: 'withdrawn', actor: { kind: 'system', name: 'test' } });
  return started.caseId;
}

/** Every value of every table as one text, without what is only the proof of an erasure. */
async function everything(): Promise<string> {
  const tables = await held.database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) =>
      held.database.query<{ row: string }>(`select row_to_json(t)::text as row from "${name}" t`),
    ),
  );
  return texts
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

async function confirmed(): Promise<string> {
  const { erasures } = world.privacy;
  const { id } = await held.database.transaction((tx) =>
    erasures.ask(tx, { person: 'wang', ground: 'purpose achieved', by: 'wang' }),
  );
  await erasures.confirm(id, 'li');
  return id;
}

describe('erasing a person', () => {
  test('leaves nothing of them in any table, their case verifies and rebuilds, and others keep theirs', async () => {
    const caseId = await aLife();
    const before = await everything();
    expect(WANGS_DATA.filter((datum) => before.includes(datum))).not.toEqual([]);
    const done = await world.privacy.erasures.run(await confirmed());
    expect(done.state).toBe('done');
    const after = await everything();
    expect(WANGS_DATA.filter((datum) => after.includes(datum))).toEqual([]);
    expect(await world.cases.verify(caseId)).toEqual([]);
    expect(await world.cases.rebuild(caseId)).toMatchObject({ same: true, problem: null });
    expect(Object.values((await world.cases.get(caseId))?.texts ?? {})).toContain(null);
    const [wang, zhao] = await held.database.transaction((tx) => world.registry.people(tx, ['wang', 'zhao']));
    expect(wang).toMatchObject({
      id: 'wang',
      name: '已依法删除',
      unit: 'stair-1',
      household: null,
      birthDate: null,
      birthYear: 1941,
      flags: [],
      erasedOn: '2026-03-03',
    });
    expect(zhao).toMatchObject({ name: '赵国强', birthYear: 1941, erasedOn: null });
    expect(
      await held.database.transaction((tx) =>
        world.privacy.unmasking.unmask(tx, { by: 'li', person: 'zhao', field: 'phone', reason: '回访赵国强' }),
      ),
    ).toBe('13900005678');
  });

  test('is proved by a record that says nothing about them, and journals of looks stay whole', async () => {
    await aLife();
    const id = await confirmed();
    await world.privacy.erasures.run(id);
    const [record] = await held.database.query<Record<string, unknown>>(
      `select erasure, person, counts from erasure_records`,
    );
    expect(record).toMatchObject({ erasure: id, person: 'wang' });
    expect(Object.keys(record?.['counts'] as object)).toEqual(world.privacy.keepers.map(({ name }) => name));
    expect(await world.privacy.erasures.broken()).toEqual([]);
    expect(await held.database.transaction((tx) => world.privacy.journal.broken(tx))).toEqual([]);
    await held.database.query(`update erasure_records set person = 'zhao'`);
    expect(await world.privacy.erasures.broken()).toEqual([1]);
  });

  test.each(['accounts', 'privacy', 'files', 'cases', 'messages', 'registry'])(
    'killed while %s erases, it goes on from there and ends the same',
    async (keeperName) => {
      const caseId = await aLife();
      const id = await confirmed();
      const keeper = world.privacy.keepers.find(({ name }) => name === keeperName);
      if (keeper === undefined) throw new Error(`there is no ${keeperName}`);
      const erase = keeper.erase.bind(keeper);
      // the work is done and not yet written down: the worst moment
      keeper.erase = async (ids) => {
        await erase(ids);
        throw new Error('killed');
      };
      await expect(world.privacy.erasures.run(id)).rejects.toThrow('killed');
      keeper.erase = erase;
      expect(await world.privacy.erasures.resume()).toBe(1);
      expect(await world.privacy.erasures.resume()).toBe(0);
      const after = await everything();
      expect(WANGS_DATA.filter((datum) => after.includes(datum))).toEqual([]);
      expect(await world.cases.verify(caseId)).toEqual([]);
    },
  );

  test('twice is once', async () => {
    await aLife();
    const id = await confirmed();
    await world.privacy.erasures.run(id);
    const once = await everything();
    await world.privacy.erasures.run(id);
    expect(await everything()).toBe(once);
  });
});

describe('who decides about an erasure', () => {
  const asked = (by: string) =>
    held.database.transaction((tx) =>
      world.privacy.erasures.ask(tx, { person: 'wang', ground: 'moved away or died', by }),
    );

  test.each([
    ['the one who asked', 'li', 'li', 'privacy.two_people'],
    ['the person', 'li', 'wang', 'privacy.two_people'],
    ['a second member of staff', 'li', 'ops', 'carried out'],
    ['staff, after the person asked', 'wang', 'li', 'carried out'],
  ])('%s', async (...[, asks, confirms, outcome]) => {
    const { id } = await asked(asks);
    expect(await codeOf(world.privacy.erasures.confirm(id, confirms))).toBe(outcome);
  });

  test('nobody is erased whose case has not ended, or who holds an office', async () => {
    const { cases, privacy } = world;
    await cases.start({ workflow: 'errand', input: { title: 'x', place: 'stair-1' }, actor: WANG });
    expect(await codeOf(privacy.erasures.confirm((await asked('daughter')).id, 'li'))).toBe('privacy.case_open');
    const { id } = await held.database.transaction((tx) =>
      privacy.erasures.ask(tx, { person: 'vera', ground: 'unlawful', by: 'vera' }),
    );
    expect(await codeOf(privacy.erasures.confirm(id, 'li'))).toBe('privacy.in_office');
  });

  test('a hold keeps everything until it is lifted, also when it comes after the confirmation', async () => {
    await aLife();
    const { erasures } = world.privacy;
    const hold = (): Promise<{ id: string }> =>
      held.database.transaction((tx) =>
        erasures.hold(tx, { person: 'wang', authority: '法院函 2026-17', to: null, by: 'ops' }),
      );
    const first = await hold();
    const { id } = await asked('wang');
    expect(await codeOf(erasures.confirm(id, 'li'))).toBe('privacy.on_hold');
    await held.database.transaction((tx) => erasures.lift(tx, first.id, 'ops'));
    await erasures.confirm(id, 'li');
    const second = await hold();
    expect(await codeOf(erasures.run(id))).toBe('privacy.on_hold');
    expect(await erasures.resume()).toBe(0);
    expect((await held.database.transaction((tx) => world.registry.person(tx, 'wang')))?.name).toBe('王秀英');
    await held.database.transaction((tx) => erasures.lift(tx, second.id, 'ops'));
    expect(await erasures.resume()).toBe(1);
  });

  test('asked twice it is one wish; refused, it can be asked again', async () => {
    const { erasures } = world.privacy;
    const { id } = await asked('wang');
    expect((await asked('daughter')).id).toBe(id);
    await erasures.refuse(id, { answer: '案件还没有审结', by: 'li' });
    expect((await asked('wang')).id).not.toBe(id);
  });

  test('whoever asked reads why it was refused, sealed where it is kept, and a decided one is not decided again', async () => {
    const { erasures } = world.privacy;
    const { id } = await asked('daughter');
    await erasures.refuse(id, { answer: '案件还没有审结', by: 'li' });
    for (const reader of ['wang', 'daughter'])
      expect(await held.database.transaction((tx) => erasures.of(tx, reader))).toMatchObject([
        { id, state: 'refused', answer: '案件还没有审结' },
      ]);
    expect(await held.database.transaction((tx) => erasures.of(tx, 'vera'))).toEqual([]);
    expect(JSON.stringify(await held.database.query(`select answer from erasures`))).not.toContain('审结');
    expect(await codeOf(erasures.confirm(id, 'ops'))).toBe('privacy.decided');
    expect(await codeOf(erasures.refuse(id, { answer: '重复', by: 'ops' }))).toBe('privacy.decided');
    await erasures.confirm((await asked('wang')).id, 'ops');
    await erasures.resume();
    expect(await held.database.query(`select answer from erasures where answer is not null`)).toEqual([]);
  });
});

describe('what is held about a person', () => {
  test('is shown to them whole: opened numbers, history, words, looks, visits, and nothing about others', async () => {
    await aLife();
    const holdings = (await Promise.all(world.privacy.keepers.map((keeper) => keeper.held(['wang'])))).flat();
    const text = JSON.stringify(holdings);
    for (const datum of [
      '王秀英',
      '13800001234',
      '620102194105020020',
      '我腿脚不便',
      '她血压高',
      'wang.xiuying',
      'red',
    ])
      expect(text).toContain(datum);
    expect(text).not.toContain('13900005678');
    expect(text).not.toMatch(/v1\.[\w-]{8}\./);
    const names = holdings.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const looks = holdings.find(({ name }) => name === 'looks')?.rows;
    expect(looks).toMatchObject([{ by: 'li', field: 'phone' }]);
    expect(JSON.stringify(looks)).not.toContain('reason');
  });
});

describe('retention', () => {
  test('counts what is past its time without touching it, then erases exactly that', async () => {
    await aLife();
    const { privacy, clock } = world;
    const counted = async (run: boolean) =>
      Object.fromEntries(
        (await (run ? privacy.retention.run() : privacy.retention.preview())).map(({ name, count }) => [name, count]),
      );
    expect(Object.values(await counted(false)).reduce((sum, count) => sum + count, 0)).toBe(0);
    clock.advance({ days: 3 * 365 + 2 });
    const preview = await counted(false);
    expect(preview).toMatchObject({ oldMessages: 1, accessJournal: 1, visitNotes: 1, withdrawnConsents: 0 });
    expect(await counted(false)).toEqual(preview);
    expect(await counted(true)).toEqual(preview);
    expect(Object.values(await counted(true)).every((count) => count === 0)).toBe(true);
    const left = await held.database.query<{ n: number }>(`select count(*) as n from visits where note is null`);
    expect(left[0]?.n).toBe(1);
  });
});
