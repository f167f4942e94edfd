/**
 * The tables of a district on their way into the registry: uploaded, checked and applied on PostgreSQL, beside a loop that only
 * puts the same rows into plain tables. `--people=100000` sets the size, `--format=xlsx` the files.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { writeXlsxStream } from 'hucre/xlsx';

import { readTestConfig } from '#libs/config';
import { openDatabase, type Database } from '#libs/database';
import { exchangeEntities, Imports, type ImportKind } from '#libs/exchange';
import { idFromName, registryEntities, Registry, type NewUnit } from '#libs/registry';
import { Vault } from '#libs/vault';

import { emptyDatabase } from './empty-database.js';
import { peopleRows, placesOf, premisesRows, householdRows, type Rows } from './import.samples.js';
import { perSecond, report, time, type Measured } from './table.js';

const PEOPLE = Number(option('people', '100000'));
const FORMAT = option('format', 'csv');
const HOMES = Math.round(PEOPLE * 0.4);
const TARGET_MS = 90_000;
const MB = 1_048_576;

function option(name: string, otherwise: string): string {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise;
}

async function write(path: string, { columns, rows }: Rows): Promise<void> {
  const source =
    FORMAT === 'xlsx'
      ? Readable.fromWeb(
          writeXlsxStream(rows(), {
            name: '表',
            columns: columns.map((header, at) => ({ header, key: String(at) })),
          }) as never,
        )
      : Readable.from(lines(columns, rows()));
  await pipeline(source, createWriteStream(path));
}

function* lines(columns: readonly string[], rows: Iterable<(string | number)[]>): Generator<string> {
  yield `${columns.join(',')}\n`;
  let text = '';
  for (const row of rows) {
    text += `${row.join(',')}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}

interface Timed {
  upload: number;
  check: number;
  apply: number;
  rows: number;
}

async function bring(
  imports: Imports,
  kind: ImportKind,
  { unit, path }: { unit: string; path: string },
): Promise<Timed> {
  const began = performance.now();
  const { id } = await imports.upload({ kind, unit, fileName: kind, by: 'bench' }, createReadStream(path));
  const uploaded = performance.now();
  const { counts } = await imports.check(id);
  const checked = performance.now();
  if (counts.errors + counts.questions > 0) throw new Error(`${kind}: ${JSON.stringify(counts)}`);
  await imports.apply(id, 'bench');
  const applied = performance.now();
  return { upload: uploaded - began, check: checked - uploaded, apply: applied - checked, rows: counts.rows };
}

/** The same rows in plain tables: no history, no sealing, no comparison, nothing checked. */
async function bare(database: Database, tables: readonly Rows[]): Promise<number> {
  for (const [at, { columns }] of tables.entries())
    await database.query(`create table bare_${at} (${columns.map((_, index) => `c${index} text`).join(', ')})`);
  const began = performance.now();
  await database.transaction(async (tx) => {
    for (const [at, { columns, rows }] of tables.entries()) {
      const names = columns.map((_, index) => `c${index}`);
      const sql = `insert into bare_${at} select * from jsonb_to_recordset($1::jsonb) as r(${names.map((name) => `${name} text`).join(', ')})`;
      let batch: object[] = [];
      const flush = async (): Promise<void> => {
        if (batch.length > 0) await tx.query(sql, [JSON.stringify(batch)]);
        batch = [];
      };
      for (const row of rows()) {
        batch.push(Object.fromEntries(row.map((cell, index) => [`c${index}`, String(cell)])));
        if (batch.length === 1000) await flush();
      }
      await flush();
    }
  });
  return performance.now() - began;
}

async function main(): Promise<void> {
  const { databaseUrl = '' } = readTestConfig();
  const database = await openDatabase({
    url: await emptyDatabase(databaseUrl),
    entities: [...registryEntities, ...exchangeEntities],
  });
  const folder = mkdtempSync(join(tmpdir(), 'minyi-import-bench-'));
  try {
    await database.createSchema();
    const vault = new Vault([randomBytes(32)]);
    const now = (): string => '2026-06-01T01:00:00.000Z';
    const registry = new Registry({ vault, now, today: () => '2026-06-01' });
    const places = placesOf(HOMES);
    await database.transaction((tx) => registry.insert(tx, { units: places.units as NewUnit[] }, '2026-01-01'));
    const may = () => Promise.resolve(true);
    const rights = { mayGive: may, mayClassify: may };
    const imports = new Imports({ database, registry, vault, now, today: () => '2026-06-01', ...rights });
    const tables: [ImportKind, Rows][] = [
      ['premises', premisesRows(places, HOMES)],
      ['households', householdRows(places, HOMES)],
      ['people', peopleRows(places, PEOPLE)],
    ];
    for (const [kind, rows] of tables) await write(join(folder, kind), rows);
    global.gc?.();
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 50);
    const timed: [ImportKind, Timed][] = [];
    for (const [kind] of tables)
      timed.push([kind, await bring(imports, kind, { unit: idFromName('bench:community'), path: join(folder, kind) })]);
    clearInterval(watch);
    const plain = await bare(
      database,
      tables.map(([, rows]) => rows),
    );
    present(timed, { plain, before, peak });
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

function present(
  timed: readonly [ImportKind, Timed][],
  { plain, before, peak }: Record<'plain' | 'before' | 'peak', number>,
): void {
  const total = timed.reduce((sum, [, { upload, check, apply }]) => sum + upload + check + apply, 0);
  const rows = timed.reduce((sum, [, one]) => sum + one.rows, 0);
  const target = (TARGET_MS * rows) / 180_000;
  const lines: Measured[] = timed.map(([kind, { upload, check, apply, rows: count }]) => ({
    what: `${kind}: ${count.toLocaleString('en')} rows`,
    value: `${time(upload)} upload + ${time(check)} check + ${time(apply)} apply`,
    beside: perSecond(count / ((upload + check + apply) / 1000)),
  }));
  report(`import (${FORMAT})`, [
    ...lines,
    {
      what: 'all',
      value: time(total),
      beside: `${time(plain)} bare inserts`,
      ratio: plain / total,
      target: `< ${time(target)}`,
      isReached: total < target,
    },
    { what: 'rows', value: perSecond(rows / (total / 1000)) },
    { what: 'memory', value: `${Math.round(peak / MB)} MB at most`, beside: `${Math.round(before / MB)} MB before` },
  ]);
}

await main();
