import 'reflect-metadata';

import {
  bootProblemOf,
  keepDemoYear,
  openPlatform,
  readInstallation,
  sayBootProblem,
  stopOnSignals,
  type DemoGuests,
} from '#apps/platform';

import { createServer } from './create-server.js';

/** `npm start`: opens the platform, serves, and stops in order when it is told to. */
async function main(): Promise<void> {
  const config = readInstallation();
  const platform = await openPlatform(config);
  const server = await createServer(platform);
  const { app } = server;
  let stopYear = (): Promise<void> => Promise.resolve();
  const stop = async (): Promise<void> => {
    await stopYear();
    await server.stop();
  };
  stopOnSignals(platform.log, stop);
  try {
    await app.listen(config.http.port, config.http.host);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = await app.getUrl();
  platform.log.info({ url, version: platform.version, database: platform.database.kind }, '民议已启动 · Minyi is up');
  if (platform.config.isDemo) stopYear = keepDemoYear(platform);
  process.stderr.write(`[民议] 已启动 · running at ${url}\n`);
  if (platform.demo !== null) process.stderr.write(demoLoginsTable(await platform.demo.guests(), url));
}

/** Whom a visitor can be, for the console. */
function demoLoginsTable({ people, password }: DemoGuests, url: string): string {
  const rows = people.map(({ key, name, title }) => `  ${key.padEnd(18)} ${name}，${title.zh} · ${title.en}`);
  const head = `[民议] 演示账号 · demo logins (${url}/sign-in), 口令 password: ${password}`;
  return `${[head, ...rows].join('\n')}\n`;
}

try {
  await main();
} catch (error) {
  const problem = bootProblemOf(error);
  if (problem === null) throw error;
  sayBootProblem(problem);
  process.exitCode = 1;
}
