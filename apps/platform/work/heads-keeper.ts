import { join } from 'node:path';

import { Heads, type Cases, type HeadsFiles } from '#libs/cases';
import type { AppConfig } from '#libs/config';

const HOUR_MS = 3_600_000;

/** Where this installation keeps its signed heads; the key belongs outside the backups of the database. */
export function headsFilesOf({ dataDirectory }: Pick<AppConfig, 'dataDirectory'>): HeadsFiles {
  return { file: join(dataDirectory, 'heads.jsonl'), keyFile: join(dataDirectory, 'heads.key') };
}

export interface KeeperParts {
  cases: Cases;
  config: Pick<AppConfig, 'dataDirectory'>;
  onError: (error: unknown) => void;
}

/** Signs the heads of all journals every hour and when the program stops; answers how to stop. Data in memory is not signed. */
export function keepHeads({ cases, config, onError }: KeeperParts): () => Promise<void> {
  if (config.dataDirectory.startsWith('memory:')) return () => Promise.resolve();
  const heads = new Heads(cases, headsFilesOf(config));
  const sign = async (): Promise<void> => {
    try {
      await heads.sign();
    } catch (error) {
      onError(error);
    }
  };
  const timer = setInterval(() => void sign(), HOUR_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await sign();
  };
}
