import type { Database } from '#libs/database';
import type { Resealer } from '#libs/privacy';
import type { Vault } from '#libs/vault';

import { renewDataKeyCheck } from '../boot/data-key.js';

/** Seals of rooms that do not seal again themselves: table, column, and the purpose they were sealed for. */
const SEALED_COLUMNS = [
  ['partner_keys', 'sealed', 'partner.key'],
  ['import_rows', 'cells', 'import.row'],
] as const;

const BATCH = 500;

/** What a rotation is made with. */
export interface RotationGround {
  database: Database;
  vault: Vault;
}

/** What a rotation came to. */
export interface Rotation {
  /** Values sealed again, by room. */
  resealed: Record<string, number>;
  /** Values that were under an older key when everything had been sealed again: it cannot be dropped yet. */
  left: number;
}

/**
 * Seals everything with the key in use, in batches. Stopped, it is run again. Only when nothing is left is the word renewed by
 * which the program knows its key at the next start.
 */
export async function rotateKeys(ground: RotationGround, resealers: readonly Resealer[]): Promise<Rotation> {
  const all = [...resealers, ...SEALED_COLUMNS.map((column) => columnResealer(ground, column))];
  const resealed: Record<string, number> = {};
  for (const resealer of all) resealed[resealer.name] = await resealer.reseal();
  // a second pass finds what a process that still runs with the old key has sealed meanwhile
  let left = 0;
  for (const resealer of all) left += await resealer.reseal();
  if (left === 0) await renewDataKeyCheck(ground.database, ground.vault);
  return { resealed, left };
}

/** Seals the stale values of one column again, some hundred at a time. */
function columnResealer(
  { database, vault }: RotationGround,
  [table, column, purpose]: (typeof SEALED_COLUMNS)[number],
): Resealer {
  const [version = '', key = ''] = vault.seal('', 'key in use').split('.');
  const batch = (): Promise<{ place: string; sealed: string }[]> =>
    database.query(
      `select ctid::text as place, ${column} as sealed from ${table} where not starts_with(${column}, $1) limit ${String(BATCH)}`,
      [`${version}.${key}.`],
    );
  const reseal = async (): Promise<number> => {
    for (let resealed = 0; ;) {
      const rows = await batch();
      if (rows.length === 0) return resealed;
      for (const { place, sealed } of rows)
        await database.query(`update ${table} set ${column} = $3 where ctid = $1::tid and ${column} = $2`, [
          place,
          sealed,
          vault.seal(vault.open(sealed, purpose), purpose),
        ]);
      resealed += rows.length;
    }
  };
  return { name: table, reseal };
}
