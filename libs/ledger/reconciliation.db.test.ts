import { beforeEach, describe, expect, test } from '@jest/globals';

import { CASES_ENTITIES } from '#libs/cases';
import { testDatabase } from '#libs/testing';
import { JournalScript, type ScriptLine } from '#libs/testing/walk';
import { issueAccount } from '#workflows/issue';
import { taskAccount } from '#workflows/task';

import { ledgerEntities } from './ledger.entity.js';
import { Projector } from './projector.service.js';
import { Reconciliations, type Reconciliation } from './reconciliation.service.js';

const world = testDatabase([...CASES_ENTITIES, ...ledgerEntities]);
const unit = (id: string) => ({ id, kind: 'community', code: id, name: id, parent: null }) as never;
const MARCH = { unit: 'limin', month: 202603 } as const;

let projector: Projector;
let reconciliations: Reconciliations;
beforeEach(async () => {
  const { database } = world;
  projector = new Projector({
    database,
    registry: { unit: (_tx, id) => Promise.resolve(unit(id)), ancestors: () => Promise.resolve([]) },
    folds: { issue: issueAccount, task: taskAccount },
    localDateOf: (instant) => instant.slice(0, 10),
  });
  reconciliations = new Reconciliations({
    ...{ database, projector, realm: 'live', now: () => '2026-04-02T01:00:00.000Z' },
    // ann has two records
    idsOf: (_tx, person) => Promise.resolve(person.startsWith('ann') ? ['ann', 'ann-2'] : [person]),
  });
  await happened('issue-1', 'issue', opened('03-02T09:00'));
  await happened('issue-2', 'issue', opened('03-03T09:00'));
  await projector.sweep();
});

const opened = (at: string): ScriptLine[] =>
  JournalScript.start(
    at,
    { unit: 'limin', place: 'limin', category: 'water', channel: 'page' },
    { armed: { firstReply: '03-09T09:00' }, by: 'someone' },
  ).act('03-04T10:00', 'reply', {}, { off: ['firstReply'] }).lines;

async function happened(caseId: string, workflow: string, lines: readonly ScriptLine[]): Promise<void> {
  const { database } = world;
  await database.query(
    `insert into cases (id, workflow, realm, version, seq, head_hash, status, stage, visibility, unit, policy, definition,
       created_at, changed_at, stored, clocks)
     values ($1, $2, 'live', 1, $3, '', 'active', '', 'public', 'limin', '', 1, now(), now(), '{}', '{}')`,
    [caseId, workflow, lines.length],
  );
  for (const { seq, at, kind, by, body } of lines)
    await database.query(
      `insert into journal (case_id, seq, at, kind, by, body, prev_hash, hash, recorded_at) values ($1, $2, $3, $4, $5, $6, '', '', now())`,
      [caseId, seq, at, kind, by, body],
    );
}
const check = (by = 'ann', key?: string, asked: { unit: string; month: number } = MARCH): Promise<Reconciliation> =>
  world.database.transaction((tx) => reconciliations.check(tx, { ...asked, by, key }));
const sign = (id: string, by: string, remark: string | null = null): Promise<Reconciliation> =>
  world.database.transaction((tx) => reconciliations.sign(tx, { id, by, remark }));
const sheets = () => world.database.transaction((tx) => reconciliations.list(tx, 'limin'));

describe('a month held against the journals', () => {
  test('has no differences where nobody touched the account', async () => {
    const sheet = await check();
    expect([sheet.differences, sheet.content['count']]).toEqual([[], 2]);
  });

  test('shows what somebody altered, with what the journal says', async () => {
    await world.database.query(`update ledger_entries set responded = 0 where case_id = 'issue-1'`);
    expect((await check()).differences).toEqual([{ caseId: 'issue-1', what: 'responded', account: '0', journal: '1' }]);
  });

  test('finds an entry that is missing altogether', async () => {
    await world.database.query(`delete from ledger_entries where case_id = 'issue-2'`);
    expect((await check()).differences).toEqual([
      { caseId: 'issue-2', what: 'missing', account: null, journal: 'issue-2 0' },
    ]);
  });

  test('finds it where even its facts are gone, and on no other sheet', async () => {
    await world.database.query(`delete from ledger_entries where case_id = 'issue-2'`);
    await world.database.query(`delete from ledger_facts where case_id = 'issue-2'`);
    expect((await check()).differences).toHaveLength(1);
    expect((await check('ann', undefined, { unit: 'limin', month: 202604 })).differences).toEqual([]);
    expect((await check('ann', undefined, { unit: 'elsewhere', month: 202603 })).differences).toEqual([]);
  });

  test('shows an entry no journal knows', async () => {
    await world.database.query(
      `insert into ledger_entries select (jsonb_populate_record(e, '{"case_id": "invented"}')).* from ledger_entries e where case_id = 'issue-1'`,
    );
    expect((await check()).differences).toEqual([
      { caseId: 'invented', what: 'extra', account: 'invented 0', journal: null },
    ]);
  });
});

describe('a sheet', () => {
  test('asked for twice under the same key is one', async () => {
    const [one, other] = [await check('ann', 'key-1'), await check('ann', 'key-1')];
    expect(other).toEqual(one);
    expect(await sheets()).toHaveLength(1);
  });

  test('of another key or another person is another', async () => {
    await check('ann', 'key-1');
    await check('ann', 'key-2');
    await check('bob', 'key-1');
    expect(await sheets()).toHaveLength(3);
  });

  test('is refused under a key that stands for another month', async () => {
    await check('ann', 'key-1');
    await expect(check('ann', 'key-1', { unit: 'limin', month: 202602 })).rejects.toMatchObject({
      code: 'idempotency.key_reused',
    });
  });

  test('is signed by another person than whoever checked it, whatever record that person uses', async () => {
    const { id } = await check('ann');
    await expect(sign(id, 'ann')).rejects.toMatchObject({ code: 'ledger.same_person' });
    await expect(sign(id, 'ann-2')).rejects.toMatchObject({ code: 'ledger.same_person' });
    expect(await sign(id, 'bob')).toMatchObject({ signedBy: 'bob' });
  });

  test('is signed once; the same signature again is the same', async () => {
    const { id } = await check('ann');
    const signed = await sign(id, 'bob');
    expect(await sign(id, 'bob')).toEqual(signed);
    await expect(sign(id, 'carol')).rejects.toMatchObject({ code: 'ledger.sheet_signed' });
  });

  test('that differs from the journals is signed with a remark only', async () => {
    await world.database.query(`delete from ledger_entries where case_id = 'issue-2'`);
    const { id } = await check('ann');
    await expect(sign(id, 'bob')).rejects.toMatchObject({ code: 'ledger.differences' });
    expect(await sign(id, 'bob', '已重建。')).toMatchObject({ signedBy: 'bob', remark: '已重建。' });
  });
});
