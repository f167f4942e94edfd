import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { demoPeople, unitId, type DemoPersonKey } from '#apps/demo';
import { openPlatform, readInstallation } from '#apps/platform';
import type { Cases } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Actor } from '#libs/engine';

import { makeGround, minyi, openRecords, settle, type Ground } from './ground.js';

/*
 * Somebody with all rights on the database changes what has happened, as carefully as they can. What was signed outside the
 * database gives them away.
 */

const OF_A_CASE = [
  'journal',
  'case_clocks',
  'case_parties',
  'case_lookups',
  'desk',
  'outbox',
  'texts',
  'cases',
] as const;

interface Verdict {
  code: number | null;
  output: string;
}

/** All rows of a case, as a backup has them. */
type Backup = ReadonlyMap<string, string>;

let ground: Ground;
let before: Verdict;
let after: Verdict;
const ids = { edited: '', deleted: '', cut: '', clean: '' };

function person(key: DemoPersonKey): Actor {
  return { kind: 'person', person: demoPeople[key].id };
}

async function report(cases: Cases): Promise<string> {
  const input = { danger: false, title: '楼道灯不亮', unit: unitId('limin') };
  const answer = await cases.start({ workflow: 'issue', input, actor: person('resident') });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.caseId;
}

async function note(cases: Cases, caseId: string): Promise<void> {
  const answer = await cases.act({
    caseId,
    act: 'addNote',
    input: { text: '已去现场看过。' },
    actor: person('collector'),
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}

/** Four issues with a note each. Stopping signs their heads. Answers a backup of one of them from before its note. */
async function happen(): Promise<Backup> {
  const platform = await openPlatform(readInstallation({ ...ground.env, LOG_LEVEL: 'silent' }));
  const { cases, database } = platform;
  for (const fate of ['edited', 'deleted', 'cut', 'clean'] as const) ids[fate] = await report(cases);
  const backup = await backUp(database, ids.cut);
  for (const id of Object.values(ids)) await note(cases, id);
  await platform.close();
  return backup;
}

async function backUp(database: Database, caseId: string): Promise<Backup> {
  const rows = OF_A_CASE.map(async (table): Promise<[string, string]> => {
    const [row] = await database.query<{ rows: string }>(
      `select coalesce(json_agg(t), '[]')::text as rows from ${table} t where ${keyOf(table)} = $1`,
      [caseId],
    );
    return [table, row?.rows ?? '[]'];
  });
  return new Map(await Promise.all(rows));
}

function keyOf(table: (typeof OF_A_CASE)[number]): string {
  return table === 'cases' ? 'id' : 'case_id';
}

async function deleteCase(database: Database, caseId: string): Promise<void> {
  for (const table of OF_A_CASE) await database.query(`delete from ${table} where ${keyOf(table)} = $1`, [caseId]);
}

/** The note has never been written: every row is again what it was before, digests and hashes included. */
async function putBack(database: Database, backup: Backup): Promise<void> {
  await deleteCase(database, ids.cut);
  for (const [table, rows] of backup)
    await database.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
      rows,
    ]);
}

/** One byte in the middle of a journal. */
async function editOneByte(database: Database): Promise<void> {
  await database.query(
    `update journal set body = replace(body::text, '"act":"addNote"', '"act":"addNota"')::json where case_id = $1`,
    [ids.edited],
  );
}

beforeAll(async () => {
  ground = await makeGround();
  await settle(ground);
  const backup = await happen();
  before = await minyi(ground, ['verify']);
  const database = await openRecords(ground);
  await editOneByte(database);
  await deleteCase(database, ids.deleted);
  await putBack(database, backup);
  await database.close();
  after = await minyi(ground, ['verify']);
}, 240_000);

afterAll(() => ground.remove());

function findingsOn(caseId: string): string[] {
  return after.output
    .split('\n')
    .flatMap((line) => (line.startsWith(`✗ ${caseId} `) ? (/ (\w+):/.exec(line)?.[1] ?? []) : []));
}

describe('minyi verify (guarantee 11)', () => {
  test('is green before anybody has touched anything, and red afterwards', () => {
    expect(before).toMatchObject({ code: 0, output: expect.stringContaining('台账完整') });
    expect(after.code).toBe(1);
  });

  test('finds one edited byte of a journal', () => {
    expect(findingsOn(ids.edited)).toEqual(['chain']);
  });

  test('finds that a case was deleted with everything that belongs to it', () => {
    expect(findingsOn(ids.deleted)).toEqual(['missing']);
  });

  test('finds that a case was put back to before its last signed entry, every row as it was then', () => {
    expect(findingsOn(ids.cut)).toEqual(['cut']);
  });

  test('says nothing about a case nobody touched', () => {
    expect(findingsOn(ids.clean)).toEqual([]);
  });
});
