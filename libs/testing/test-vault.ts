import { createHash } from 'node:crypto';

import { Vault } from '#libs/vault';

/** A vault for tests: `names` stand for keys, the first one in use. */
export function testVault(...names: string[]): Vault {
  const keys = names.length === 0 ? ['test'] : names;
  return new Vault(keys.map((name) => createHash('sha256').update(`vault of tests: ${name}`).digest()));
}
