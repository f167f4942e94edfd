import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';

import { TABLE_KINDS } from '../kinds/table-kinds.js';
import { findTable } from '../table/table.reader.js';
import { openOfficeFile } from './office-file.js';
import { zipOf } from '../testing/zip.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minyi-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Reads every row of a file's table of people. */
async function read(bytes: Uint8Array | string) {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  const file = await openOfficeFile(path);
  try {
    const table = await findTable(file, TABLE_KINDS.people);
    const rows = [];
    for await (const row of table.rows()) rows.push(row);
    return { encoding: file.encoding, rows, skipped: table.skipped() };
  } finally {
    file.close();
  }
}

const codeOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'read',
    (error: unknown) => (error as { code?: unknown }).code,
  );

const HEAD = '姓名,住址';
const row = (text: string): string =>
  `<row><c t="inlineStr"><is><t>${text}</t></is></c><c t="inlineStr"><is><t>17-3-402</t></is></c></row>`;
const sheet = (rows: string): string =>
  `<worksheet><sheetData>${row('姓名').replace('17-3-402', '住址')}${rows}</sheetData></worksheet>`;

function bookOf(worksheet: string, declared?: number): Buffer {
  const parts = {
    'xl/workbook.xml': '<workbook xmlns:r="x"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': worksheet,
  };
  return zipOf(parts, declared === undefined ? {} : { 'xl/worksheets/sheet1.xml': declared });
}

describe('files that would harm', () => {
  test('a small archive that unpacks to hundreds of megabytes is refused before it is', async () => {
    const rows = row('张三').repeat(1000);
    expect(await codeOf(read(bookOf(sheet(rows), 700 * 1_048_576)))).toBe('file.too_large');
    // one that says it is small is cut off where it said it would end
    expect(await codeOf(read(bookOf(sheet(rows), 5000)))).toBe('file.damaged');
  });
  test('a cell of ten megabytes is refused, in both formats', async () => {
    const huge = 'x'.repeat(10_000_000);
    expect(await codeOf(read(`${HEAD}\n"${huge}",17-3-402\n`))).toBe('file.cell_too_long');
    expect(await codeOf(read(bookOf(sheet(row(huge)))))).toBe('file.cell_too_long');
  });
  test('absurdly wide rows are refused, in both formats', async () => {
    const wide = Array.from({ length: 20_000 }, () => 'x');
    expect(await codeOf(read(`${HEAD}\n${wide.join(',')}\n`))).toBe('file.too_wide');
    expect(await codeOf(read(bookOf(sheet('<row r="2"><c r="XFD2" t="inlineStr"><is><t>x</t></is></c></row>'))))).toBe(
      'file.too_wide',
    );
  });
  test('entities of a document are never expanded', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${sheet(row('&b;'))}`;
    expect(await codeOf(read(bookOf(laughs)))).toBe('file.damaged');
  });
  test('broken archives, old workbooks and pictures say what they are', async () => {
    expect(await codeOf(read(bookOf(sheet(row('张三'))).subarray(0, 300)))).toBe('file.damaged');
    expect(await codeOf(read(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('file.old_excel');
    expect(await codeOf(read(Buffer.from('89504e470d0a1a0a0000000d', 'hex')))).toBe('file.not_a_table');
    expect(await codeOf(read(''))).toBe('file.empty');
  });
});

describe('files of offices', () => {
  const text = '居民登记表\n姓名,住址\n张三,17-3-402\n合计：1人,\n';
  test('encodings are found out', async () => {
    const { execFileSync } = await import('node:child_process');
    const gb = execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: text });
    const found = [];
    for (const bytes of [text, `\ufeff${text}`, gb, Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      const { encoding, rows, skipped } = await read(bytes);
      found.push([encoding, rows[0]?.cells['name'], skipped]);
    }
    expect(found).toEqual([
      ['utf-8', '张三', 1],
      ['utf-8', '张三', 1],
      ['gb18030', '张三', 1],
      ['utf-16le', '张三', 1],
    ]);
    expect(await codeOf(read(Buffer.from([0xff, 0x41, 0x80, 0xff])))).toBe('file.encoding_unknown');
  });
  test.each([';', '\t', '|'])('cells may be separated by %j', async (sign) => {
    const { rows } = await read(text.replaceAll(',', sign));
    expect(rows[0]?.cells).toEqual({ name: '张三', address: '17-3-402' });
  });
  test('dates of a workbook are dates, and long numbers do not look whole', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '表',
          rows: [
            ['姓名', '住址', '出生日期', '身份证号'],
            ['张三', '17-3-402', new Date('1956-03-02T00:00:00Z'), Number('620201195603020016')],
          ],
        },
      ],
    });
    const { rows } = await read(bytes);
    expect(rows[0]?.cells).toMatchObject({ birth: '1956-03-02', idNumber: '6.2020119560302e+17' });
  });
  test('a formula is never evaluated: text is text, and what was calculated is said to be', async () => {
    const formula = '<row><c t="str"><f>CONCAT(A1)</f><v>张三</v></c><c t="inlineStr"><is><t>=1+1</t></is></c></row>';
    const { rows } = await read(bookOf(sheet(formula)));
    expect(rows[0]?.cells).toEqual({ name: '张三', address: '=1+1' });
    expect(rows[0]?.problems.map(({ column, code }) => [column, code])).toEqual([
      ['name', 'cell.formula_value'],
      ['address', 'cell.formula_text'],
    ]);
  });
});
