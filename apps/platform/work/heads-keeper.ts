import { createPrivateKey } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Heads, type Cases, type HeadsFiles } from '#libs/cases';
import { loadSigningKey, type Config } from '#libs/config';

/** What stands before the 32 bytes of an ed25519 seed in its PKCS #8 form (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

type Place = Pick<Config, 'dataDirectory' | 'headsDirectory' | 'signingKey'>;

/** Where this installation keeps its signed heads; the directory belongs where the database's administrator cannot write. */
export function headsFilesOf({ dataDirectory, headsDirectory }: Place): HeadsFiles {
  return { file: join(headsDirectory ?? dataDirectory, 'heads.jsonl'), keyFile: join(dataDirectory, 'heads.key') };
}

export interface KeeperParts {
  cases: Cases;
  config: Place;
  onError: (error: unknown) => void;
}

/** How to sign the heads of all journals now; nothing is signed for data in memory. */
export function headsSigner({ cases, config, onError }: KeeperParts): () => Promise<void> {
  if (config.dataDirectory.startsWith('memory:')) return () => Promise.resolve();
  const files = headsFilesOf(config);
  const heads = new Heads(cases, files);
  return async () => {
    try {
      await writeKey(config, files.keyFile);
      await heads.sign();
    } catch (error) {
      onError(error);
    }
  };
}

/** The installation's one signing key, in the form in which heads are signed; another process never reads half of it. */
async function writeKey(config: Place, file: string): Promise<void> {
  const seed = Buffer.from(await loadSigningKey(config), 'base64');
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), type: 'pkcs8', format: 'der' });
  const unfinished = `${file}.${String(process.pid)}`;
  await writeFile(unfinished, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  await rename(unfinished, file);
}
