import { readFileSync } from 'node:fs';

import { atRoot } from './root.js';

/** Version of the product, from package.json. */
export function productVersion(): string {
  const manifest = JSON.parse(readFileSync(atRoot('package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
