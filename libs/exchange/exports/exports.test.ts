import { describe, expect, test } from '@jest/globals';

import { exportRows, type ExportFormat } from './export.rows.js';
import { neutral } from './neutral.rules.js';

const COLUMNS = [
  { label: { zh: '姓名', en: 'Name' }, value: (row: { name: string }) => row.name },
  { label: { zh: '面积', en: 'Area' }, value: () => -86.4 },
];

async function bytesOf(format: ExportFormat, names: readonly string[]): Promise<Buffer> {
  async function* rows() {
    for (const name of names) yield await Promise.resolve({ name });
  }
  const { stream } = exportRows({ format, name: '人口', day: '2026-06-01', language: 'zh', columns: COLUMNS }, rows());
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

describe('an exported cell', () => {
  test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－x', '＠x'])(
    '%j is no formula',
    (cell) => {
      expect(neutral(cell).startsWith("'")).toBe(true);
    },
  );
  test('that is a number or a word stays as it is', () => {
    expect(['-5', '+86.4', '张三', '3-402', '139****0001'].map(neutral)).toEqual([
      '-5',
      '+86.4',
      '张三',
      '3-402',
      '139****0001',
    ]);
  });
});

describe('an exported list', () => {
  test('is CSV that Excel reads as UTF-8, with quotes where they are needed', async () => {
    const text = (await bytesOf('csv', ['张三', '=HYPERLINK("x","y")'])).toString('utf8');
    expect(text).toBe(`\ufeff姓名,面积\r\n张三,-86.4\r\n"'=HYPERLINK(""x"",""y"")",-86.4\r\n`);
  });
  test('is a workbook without formulas', async () => {
    const { readXlsx } = await import('hucre/xlsx');
    const book = await readXlsx(await bytesOf('xlsx', ['=1+1']));
    expect(book.sheets[0]?.rows).toEqual([
      ['姓名', '面积'],
      ["'=1+1", -86.4],
    ]);
  });
  test('of nobody has its headings', async () => {
    expect((await bytesOf('csv', [])).toString('utf8')).toBe('\ufeff姓名,面积\r\n');
  });
});
