import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Commands without comments, empty lines and what only a script needs. */
function commands(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/(^|\s+)#\s.*$/, '').trimEnd())
    .filter((line) => line !== '' && !line.startsWith('#!') && line !== 'set -euo pipefail');
}

test.each(['README.md', 'README.zh.md'])('the tour in %s is the script that is tested, line by line', (manual) => {
  const shown = [...read(manual).matchAll(/```bash tour\n([\s\S]*?)```/g)].map(([, block = '']) => block).join('\n');
  expect(commands(shown)).toEqual(commands(read('docs/tour.sh')));
});

test.each([
  'README.md',
  'README.zh.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/architecture.md',
  'docs/workflows.md',
  'docs/verify.md',
])('what %s links to is there', (document) => {
  const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
  const missing = links.filter((target) => !exists(new URL(target, new URL(`../../${document}`, import.meta.url))));
  expect(missing).toEqual([]);
});

function exists(url: URL): boolean {
  try {
    readFileSync(url);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === 'EISDIR';
  }
}
