import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

import { expect, test } from '@jest/globals';

const ASSETS = 'dist/web/assets';
/** What a telephone on a slow network can be asked to wait for, in bytes, compressed with gzip. */
const MOST_BYTES = 150_000;

const built = readdirSync(ASSETS);

/** Scripts that have to be there before this one runs. */
function neededBy(file: string): string[] {
  const source = readFileSync(`${ASSETS}/${file}`, 'utf8');
  return [...source.matchAll(/(?:import|from)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].flatMap(([, name]) => name ?? []);
}

function weight(file: string): number {
  const path = `${ASSETS}/${file}`;
  return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size;
}

function everythingFor(...files: string[]): Set<string> {
  const needed = new Set<string>();
  for (const open = [...files]; open.length > 0;) {
    const file = open.pop() ?? '';
    if (needed.has(file)) continue;
    needed.add(file);
    open.push(...neededBy(file));
  }
  return needed;
}

const called = (name: string): string => {
  const file = built.find((one) => one.startsWith(`${name}-`) && one.endsWith('.js'));
  if (file === undefined) throw new Error(`the build has no ${name}`);
  return file;
};

test('the scripts of the first page weigh less than a telephone can be asked to wait for', () => {
  const html = readFileSync('dist/web/index.html', 'utf8');
  const [, entry = ''] = /<script type="module"[^>]*src="\/assets\/([^"]+)"/.exec(html) ?? [];
  const needed = everythingFor(entry, called('main'), called('home.page'));
  expect(needed.size).toBeGreaterThan(5);
  const bytes = [...needed].reduce((sum, file) => sum + weight(file), 0);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});
