import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';

import {
  bootProblemOf,
  openPlatform,
  Platform,
  PlatformModule,
  readInstallation,
  sayBootProblem,
  stopOnSignals,
} from '#apps/platform';
import { ConfigError, type Config } from '#libs/config';

/** `npm run worker`: the same platform without HTTP; carries out effects and fires deadlines. Run as many as you like. */
async function main(): Promise<void> {
  const opened = await openPlatform({ ...usable(readInstallation()), role: 'worker' });
  const app = await NestFactory.createApplicationContext(PlatformModule.around(opened), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const platform = app.get(Platform);
  stopOnSignals(platform.log, () => app.close());
  platform.log.info(
    { version: platform.version, database: platform.database.kind },
    '民议 worker 已启动 · the worker is up',
  );
}

/** A process of its own needs a database that several processes can use. */
function usable(config: Config): Config {
  if (!config.database.isEmbedded) return config;
  throw new ConfigError([
    {
      name: 'DATABASE_URL',
      problem: 'a worker needs PostgreSQL: the built-in database serves one process, which does the work itself',
    },
  ]);
}

try {
  await main();
} catch (error) {
  const problem = bootProblemOf(error);
  if (problem === null) throw error;
  sayBootProblem(problem);
  process.exitCode = 1;
}
