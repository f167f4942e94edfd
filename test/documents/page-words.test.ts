import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const FOLDER = 'apps/web';

interface Wording {
  file: string;
  key: string;
  zh: string;
  en: string;
}

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /[.]tsx?$/.test(file) && !/[.](?:test|generated)[.]/.test(file))
  .map((file) => `${FOLDER}/${file}`);
const catalogues = files.filter((file) => file.endsWith('.words.ts'));
const pages = files.filter((file) => !catalogues.includes(file));

const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

/** Everything below a node. */
function* below(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* below(child);
}

/** The entries of the catalogues, read from their source. */
function wordingsIn(file: string): Wording[] {
  return [...below(parsed(file))].flatMap((node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isArrayLiteralExpression(node.initializer)) return [];
    const [zh, en] = node.initializer.elements.map((part) => (ts.isStringLiteralLike(part) ? part.text : ''));
    return [{ file, key: node.name.getText().replaceAll(/['"]/g, ''), zh: zh ?? '', en: en ?? '' }];
  });
}

/** What stands before and after the one thing that is put into a text of code: keys such as `state_${state}` are made that way. */
function composedIn(file: string): [head: string, tail: string][] {
  return [...below(parsed(file))].flatMap((node) => {
    if (!ts.isTemplateExpression(node) || node.templateSpans.length !== 1) return [];
    const head = node.head.text;
    const tail = node.templateSpans[0]?.literal.text ?? '';
    return /^\w*$/.test(head + tail) && (head + tail).length > 2 ? [[head, tail]] : [];
  });
}

const places = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '').sort();

describe('the words of the pages', () => {
  const wordings = catalogues.flatMap(wordingsIn);

  test('stand in catalogues that were found', () => {
    expect(catalogues.length).toBeGreaterThan(4);
    expect(wordings.length).toBeGreaterThan(100);
  });

  test('are there in Chinese and in English', () => {
    expect(wordings.filter(({ zh, en }) => zh.trim() === '' || en.trim() === '')).toEqual([]);
  });

  test('have the same places to fill in in both languages', () => {
    const unlike = wordings.filter(({ zh, en }) => [...new Set(places(zh))].join() !== [...new Set(places(en))].join());
    expect(unlike).toEqual([]);
  });

  test('have no key twice in one catalogue', () => {
    const named = wordings.map(({ file, key }) => `${file} ${key}`);
    expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  });

  test('are all used by a page that reads their catalogue', () => {
    const sources = pages.map((file) => readFileSync(file, 'utf8'));
    // what the service answers is a key, too: `w(kind)`
    const answers = readFileSync(`${FOLDER}/api/schema.generated.ts`, 'utf8');
    const composed = pages.flatMap(composedIn);
    const isSaid = (key: string): boolean =>
      [...sources, answers].some((source) => new RegExp(`\\b${key}\\b`).test(source)) ||
      composed.some(
        ([head, tail]) => key.length > head.length + tail.length && key.startsWith(head) && key.endsWith(tail),
      );
    const unused = wordings.filter(({ file, key }) => {
      const name = file.replace(`${FOLDER}/words/`, '').replace('.ts', '.js');
      return !sources.some((source) => source.includes(name)) || !isSaid(key);
    });
    expect(unused.map(({ file, key }) => `${file} ${key}`)).toEqual([]);
  });
});

/** Attributes that people read or hear. */
const SAID = new Set(['aria-label', 'title', 'label', 'help', 'placeholder', 'alt', 'name', 'action']);
const LETTERS = /\p{L}{2,}/u;

describe('a page', () => {
  test('says nothing that is not in a catalogue', () => {
    const said = pages.flatMap((file) =>
      [...below(parsed(file))].flatMap((node) => {
        const text = ts.isJsxText(node)
          ? node.text
          : ts.isJsxAttribute(node) &&
              SAID.has(node.name.getText()) &&
              node.initializer !== undefined &&
              ts.isStringLiteral(node.initializer)
            ? node.initializer.text
            : '';
        const isTechnical = ts.isJsxAttribute(node) && /^[a-z-]+$/.test(text);
        return LETTERS.test(text) && !isTechnical ? [`${file}: ${text.trim()}`] : [];
      }),
    );
    expect(said).toEqual([]);
  });

  test('has no Chinese in its code', () => {
    const said = pages
      // what is searched for or spelt, not said: the word in every community's name, Chinese numerals
      .filter((file) => !/[/]tools[/]|[/]community[.]ts$|[/]rule[.]rules[.]ts$/.test(file))
      .flatMap((file) =>
        [...below(parsed(file))].flatMap((node) =>
          (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateTail(node)) &&
          /\p{Script=Han}/u.test(node.text)
            ? [`${file}: ${node.text}`]
            : [],
        ),
      );
    expect(said).toEqual([]);
  });
});
