import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may change without changing what a case does: tests, words for people, what is counted of it, notes. */
const WITHOUT_EFFECT = /\.(test|texts|words|account)\.ts$|\.md$|^generated\b/;

/** A workflow's version with the fingerprint of its folder. */
export interface Fingerprint {
  workflow: string;
  version: number;
  fingerprint: string;
}

/** SHA-256 over the sources of a workflow's folder, tests and texts excluded; `null` where there are no sources. */
export function fingerprintOf(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !WITHOUT_EFFECT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file.slice(folder.length))
      .update('\0')
      .update(normalised(readFileSync(file, 'utf8')))
      .update('\0');
  return hash.digest('hex');
}

/** Line ends and indentation are the formatter's business. */
function normalised(source: string): string {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
