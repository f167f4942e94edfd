import { SaxesParser } from 'saxes';

import { FileRefused } from './file.error.js';
import { PackedStrings } from './packed-strings.js';
import type { OfficeFile, Sheet, SheetRow } from './table.types.js';
import { Archive } from './xlsx.archive.js';
import { columnOf, decodeEscapes, RowCollector, type WorkbookWords } from './xlsx.rows.js';
import { DateStyles, localName } from './xlsx.styles.js';

/**
 * Opens a workbook. Its rows are read from the archive as they are asked for: whoever takes them slowly is waited for, and
 * what is held is the shared strings.
 */
export async function openXlsx(path: string): Promise<OfficeFile> {
  const archive = await Archive.open(path);
  try {
    const { sheets, uses1904, strings, styles } = await overview(archive);
    const words: WorkbookWords = {
      uses1904,
      strings: await sharedStrings(archive, strings),
      styles: await dateStyles(archive, styles),
    };
    return {
      format: 'xlsx',
      encoding: 'utf-8',
      sheets: sheets.map(({ name, part }): Sheet => {
        return { name, rows: () => rowsOf(archive, part, words), merges: () => mergesOf(archive, part) };
      }),
      close: () => archive.close(),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function run(steps: AsyncIterable<unknown>): Promise<void> {
  for await (const _step of steps);
}

/** Elements of a small part with their attributes, in order. */
async function elements(
  archive: Archive,
  part: string,
): Promise<{ tag: string; attributes: Record<string, string> }[]> {
  const found: { tag: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', ({ name, attributes }) =>
    found.push({ tag: localName(name), attributes: attributes as Record<string, string> }),
  );
  await run(archive.parse(part, parser));
  return found;
}

interface Overview {
  sheets: { name: string; part: string }[];
  uses1904: boolean;
  strings: string | null;
  styles: string | null;
}

const WORKBOOK = 'xl/workbook.xml';

/** Sheets that are shown, in their order, and where the other parts lie. */
async function overview(archive: Archive): Promise<Overview> {
  if (!archive.has(WORKBOOK)) throw new FileRefused('file.not_a_table');
  const relations = await elements(archive, 'xl/_rels/workbook.xml.rels');
  const targets = new Map(
    relations.flatMap(({ tag, attributes: { Id, Target } }) =>
      tag === 'Relationship' && Id !== undefined && Target !== undefined ? [[Id, partOf(Target)] as const] : [],
    ),
  );
  const byType = (type: string): string | null =>
    partIn(archive, relations.find(({ attributes }) => attributes.Type?.endsWith(`/${type}`))?.attributes.Target);
  const described = await elements(archive, WORKBOOK);
  const sheets = described.flatMap(({ tag, attributes }) => {
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
    const part = id === undefined ? undefined : targets.get(id);
    const isShown = attributes.state === undefined || attributes.state === 'visible';
    return tag === 'sheet' && isShown && part !== undefined ? [{ name: attributes.name ?? '', part }] : [];
  });
  const properties = described.find(({ tag }) => tag === 'workbookPr')?.attributes;
  const uses1904 = ['1', 'true'].includes(properties?.date1904 ?? '');
  return { sheets, uses1904, strings: byType('sharedStrings'), styles: byType('styles') };
}

function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

function partIn(archive: Archive, target: string | undefined): string | null {
  if (target === undefined) return null;
  const part = partOf(target);
  return archive.has(part) ? part : null;
}

async function sharedStrings(archive: Archive, part: string | null): Promise<PackedStrings> {
  const strings = new PackedStrings();
  if (part === null) return strings;
  const parser = new SaxesParser({ position: false });
  let text = '';
  let takes = false;
  let isPhonetic = false;
  parser.on('opentag', ({ name }) => {
    const tag = localName(name);
    if (tag === 'si') text = '';
    else if (tag === 'rPh') isPhonetic = true;
    else if (tag === 't') takes = !isPhonetic;
  });
  parser.on('text', (more) => {
    if (takes) text += more;
  });
  parser.on('closetag', ({ name }) => {
    const tag = localName(name);
    if (tag === 't') takes = false;
    else if (tag === 'rPh') isPhonetic = false;
    else if (tag === 'si') strings.push(decodeEscapes(text));
  });
  await run(archive.parse(part, parser));
  return strings;
}

async function dateStyles(archive: Archive, part: string | null): Promise<DateStyles> {
  const styles = new DateStyles();
  if (part !== null) await run(archive.parse(part, styles.parser()));
  return styles;
}

async function* rowsOf(archive: Archive, part: string, words: WorkbookWords): AsyncGenerator<SheetRow> {
  const collector = new RowCollector(words);
  for await (const _chunk of archive.parse(part, collector.parser)) yield* collector.take();
  yield* collector.take();
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;
/** Longer than any tag that is looked for. */
const OVERLAP = 200;
/** More merges than an office makes by hand; the rest of them is left alone. */
const MOST_MERGES = 50_000;

/** Merges stand behind the rows, so the part is looked through once for them, without parsing. */
async function mergesOf(archive: Archive, part: string): Promise<{ top: number; bottom: number; column: number }[]> {
  const found = new Map<string, { top: number; bottom: number; column: number }>();
  let tail = '';
  for await (const chunk of await archive.stream(part)) {
    const text = tail + (chunk as Buffer).toString('latin1');
    tail = text.slice(-OVERLAP);
    if (!text.includes('mergeCell')) continue;
    for (const [whole, left = '', top, right, bottom] of text.matchAll(MERGE))
      if (left === right && top !== bottom && found.size < MOST_MERGES)
        found.set(whole, { top: Number(top), bottom: Number(bottom), column: columnOf(left) });
  }
  return [...found.values()];
}
