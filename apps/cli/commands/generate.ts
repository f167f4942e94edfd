import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { atRoot, registerWorkflows } from '#apps/platform';

import { generatedFiles } from '../generate/documents.js';
import { CommandFailed, say } from '../say.js';

/** `minyi generate [--check]`: writes what is generated, or says what is out of date. */
export function generate({ check = false }: { check?: boolean }): void {
  const stale = generatedFiles(registerWorkflows()).filter(({ path, content }) => current(path) !== content);
  if (check && stale.length > 0)
    throw new CommandFailed([
      '这些文件不是最新的 · these files are out of date:',
      ...stale.map(({ path }) => `  ${path}`),
      '  → minyi generate',
    ]);
  for (const { path, content } of stale) {
    mkdirSync(dirname(atRoot(path)), { recursive: true });
    writeFileSync(atRoot(path), content);
    say(path);
  }
}

function current(path: string): string | null {
  return existsSync(atRoot(path)) ? readFileSync(atRoot(path), 'utf8') : null;
}
