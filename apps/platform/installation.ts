import { isAbsolute } from 'node:path';

import { readConfig, type Config } from '#libs/config';

import { atRoot } from './root.js';

/**
 * The settings of this installation. Directories given relative start from the repository's root, so that every command finds
 * the same data from wherever it is called.
 * @throws ConfigError naming every bad variable.
 */
export function readInstallation(env?: Readonly<Record<string, string | undefined>>): Config {
  const config = env === undefined ? readConfig() : readConfig(env);
  const dataDirectory = fromRoot(config.dataDirectory);
  return {
    ...config,
    dataDirectory,
    database: { ...config.database, ...(config.database.isEmbedded ? { url: dataDirectory } : {}) },
    headsDirectory: config.headsDirectory === undefined ? undefined : fromRoot(config.headsDirectory),
  };
}

function fromRoot(path: string): string {
  return isAbsolute(path) || path.startsWith('memory:') ? path : atRoot(path);
}
