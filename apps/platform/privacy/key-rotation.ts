import type { Database } from '#libs/database';
import type { Resealer } from '#libs/privacy';
import type { Vault } from '#libs/vault';

import { renewDataKeyCheck } from '../boot/data-key.js';

/** Where seals lie that nobody seals again: they end with the work they belong to. */
const PASSING = [
  ['import_rows', 'cells'],
  ['partner_keys', 'sealed'],
] as const;

/** What a rotation came to. */
export interface Rotation {
  /** Values sealed again, by room. */
  resealed: Record<string, number>;
  /** Values that are still under an older key: it cannot be dropped yet. */
  left: number;
}

/**
 * Seals everything with the key in use, in batches. Stopped, it is run again. Only when nothing is left is the word renewed by
 * which the program knows its key at the next start.
 */
export async function rotateKeys(
  { database, vault }: { database: Database; vault: Vault },
  resealers: readonly Resealer[],
): Promise<Rotation> {
  const resealed: Record<string, number> = {};
  for (const resealer of resealers) resealed[resealer.name] = await resealer.reseal();
  // a second pass finds what a process that still runs with the old key has sealed meanwhile
  let left = 0;
  for (const resealer of resealers) left += await resealer.reseal();
  left += await passing(database, vault);
  if (left === 0) await renewDataKeyCheck(database, vault);
  return { resealed, left };
}

async function passing(database: Database, vault: Vault): Promise<number> {
  const [version = '', key = ''] = vault.seal('', 'key in use').split('.');
  let left = 0;
  for (const [table, column] of PASSING) {
    const [exists] = await database.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [table]);
    if (exists?.there !== true) continue;
    const [row] = await database.query<{ count: number }>(
      `select count(*) as count from ${table} where not starts_with(${column}, $1)`,
      [`${version}.${key}.`],
    );
    left += row?.count ?? 0;
  }
  return left;
}
