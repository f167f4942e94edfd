import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { testDatabase } from '#libs/testing';

import { CASES_ENTITIES } from './cases.entities.js';
import type { Cases } from './cases.service.js';
import { Heads } from './heads.service.js';
import { ANNA, BEN, errands, openErrand, yes } from './testing/world.js';

const db = testDatabase(CASES_ENTITIES);
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minyi-heads-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = (): string => join(folder, 'heads.jsonl');

async function signedWorld(): Promise<{ cases: Cases; heads: Heads; ids: string[] }> {
  const { cases } = errands(db.database);
  const heads = new Heads(cases, { file: file(), keyFile: join(folder, 'heads.key') });
  const ids = [await openErrand(cases), await openErrand(cases), await openErrand(cases)];
  await heads.sign();
  for (const caseId of ids) yes(await cases.act({ caseId, act: 'take', input: {}, actor: BEN }));
  await heads.sign();
  return { cases, heads, ids };
}

const codes = async (heads: Heads): Promise<string[]> => (await heads.verifyAll()).findings.map(({ code }) => code);

describe('signed heads', () => {
  test('are green while nothing was touched, and claim nothing about what came later', async () => {
    const { cases, heads, ids } = await signedWorld();
    expect(await heads.verifyAll()).toMatchObject({ cases: 3, signed: 3, findings: [] });
    yes(await cases.act({ caseId: ids[0] ?? '', act: 'giveBack', input: {}, actor: BEN }));
    await openErrand(cases);
    expect(await heads.verifyAll()).toMatchObject({ cases: 4, signed: 3, findings: [] });
  });

  test('are written only when something has changed', async () => {
    const { heads } = await signedWorld();
    expect(await heads.sign()).toBe(false);
    expect((await readFile(file(), 'utf8')).split('\n')).toHaveLength(3);
  });

  test('find a deleted case', async () => {
    const { heads, ids } = await signedWorld();
    for (const table of ['cases', 'journal', 'case_parties']) {
      await db.database.query(`delete from ${table} where ${table === 'cases' ? 'id' : 'case_id'} = $1`, [ids[1]]);
    }
    expect(await codes(heads)).toEqual(['missing']);
  });

  test('find a tail that was cut off cleverly, with the case set back to match', async () => {
    const { heads, ids } = await signedWorld();
    const [first] = await db.database.query<{ hash: string }>(
      `select hash from journal where case_id = $1 and seq = 1`,
      [ids[2]],
    );
    await db.database.query(`delete from journal where case_id = $1 and seq = 2`, [ids[2]]);
    await db.database.query(`update cases set seq = 1, head_hash = $2 where id = $1`, [ids[2], first?.hash]);
    expect(await codes(heads)).toContain('cut');
  });

  test('find a journal that was rewritten with a chain of its own', async () => {
    const { heads, ids } = await signedWorld();
    await db.database.query(`update journal set hash = repeat('a', 64) where case_id = $1 and seq = 2`, [ids[0]]);
    await db.database.query(`update cases set head_hash = repeat('a', 64) where id = $1`, [ids[0]]);
    expect(await codes(heads)).toContain('chain');
  });

  test('are red when the file itself was edited, a line was taken out, or another key signed', async () => {
    const { heads } = await signedWorld();
    const text = await readFile(file(), 'utf8');
    await writeFile(file(), text.replace('"count":3', '"count":4'));
    expect(await codes(heads)).toContain('signature');
    await writeFile(file(), text.slice(text.indexOf('\n') + 1));
    expect(await codes(heads)).toContain('signature');
    await writeFile(file(), text);
    expect((await heads.verifyAll('another key')).findings.map(({ code }) => code)).toContain('signature');
  });

  test('survive a crash in the middle of a line', async () => {
    const { cases, heads } = await signedWorld();
    await appendFile(file(), '{"at":"2026');
    expect(await codes(heads)).toEqual([]);
    await openErrand(cases);
    expect(await heads.sign()).toBe(true);
    expect(await heads.verifyAll()).toMatchObject({ signed: 4, findings: [] });
  });

  test('may be signed by several processes at once', async () => {
    const { cases, heads } = await signedWorld();
    const others = [1, 2, 3].map(() => new Heads(cases, { file: file(), keyFile: join(folder, 'heads.key') }));
    for (let round = 0; round < 5; round += 1) {
      await openErrand(cases);
      await Promise.all([heads, ...others].map((one) => one.sign()));
    }
    expect(await heads.verifyAll()).toMatchObject({ signed: 8, findings: [] });
  });

  test('stand outside every act: erasing a text keeps them green', async () => {
    const { cases, heads } = await signedWorld();
    const [text] = await db.database.query<{ id: string }>(`select id from texts limit 1`);
    await cases.eraseText(text?.id ?? '', ANNA);
    expect(await codes(heads)).toEqual([]);
  });
});
