import type { Database } from '#libs/database';
import { SealBroken, type Vault } from '#libs/vault';

const ROW = 'installation';
const PURPOSE = 'installation.check';
const WORD = 'minyi';

/** The data key is not the one this database was sealed with. The program does not start. */
export class DataKeyError extends Error {
  override readonly name = 'DataKeyError';
}

/**
 * Opens the word that was sealed when the database was new, or seals it now.
 * @throws DataKeyError when none of the vault's keys opens it.
 */
export async function checkDataKey(database: Database, vault: Vault): Promise<void> {
  await database.query(`insert into data_key_checks (id, sealed) values ($1, $2) on conflict (id) do nothing`, [
    ROW,
    vault.seal(WORD, PURPOSE),
  ]);
  const [row] = await database.query<{ sealed: string }>(`select sealed from data_key_checks where id = $1`, [ROW]);
  try {
    vault.open(row?.sealed ?? '', PURPOSE);
  } catch (cause) {
    if (cause instanceof SealBroken) throw new DataKeyError('the data key opens nothing here', { cause });
    throw cause;
  }
}

/** Seals the word with the key in use: the last step of a rotation, after which the old key opens nothing any more. */
export async function renewDataKeyCheck(database: Database, vault: Vault): Promise<void> {
  await database.query(`update data_key_checks set sealed = $2 where id = $1`, [ROW, vault.seal(WORD, PURPOSE)]);
}
