import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, from the sources as well as from dist/. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

const ROOT = findRoot();

/** A path below the repository's root, whatever directory the command was called from. */
export function atRoot(...parts: string[]): string {
  return join(ROOT, ...parts);
}
