import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TypeScriptProcess } from '#libs/testing';
import { startTypeScript } from '#libs/testing';
import { lockDataDirectory } from './data-directory.lock.js';
import { DataDirectoryInUseError } from './index.js';

let directory: string;
let others: TypeScriptProcess[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minyi-lock-'));
});
afterEach(async () => {
  await Promise.all(others.map((other) => other.kill()));
  others = [];
  await rm(directory, { recursive: true, force: true });
});

/** Another process that tries to take the directory, says how it went and then stays. */
function startOther(): TypeScriptProcess {
  const source = new URL('./data-directory.lock.ts', import.meta.url).href;
  const other = startTypeScript(`
    const { lockDataDirectory } = await import(${JSON.stringify(source)});
    try {
      await lockDataDirectory(${JSON.stringify(directory)});
      console.log('locked');
    } catch (error) {
      console.log(error.code);
    }
    setInterval(() => {}, 1000);
  `);
  others.push(other);
  return other;
}

async function holder(): Promise<unknown> {
  const claim = JSON.parse(await readFile(join(directory, 'minyi.lock'), 'utf8')) as { pid: unknown };
  return claim.pid;
}

function tryLock(): Promise<unknown> {
  return lockDataDirectory(directory).catch((error: unknown) => error);
}

describe('the lock of a data directory', () => {
  test('is refused while another process has it, and names that process', async () => {
    const other = startOther();
    expect(await other.nextLine()).toBe('locked');
    const error = await tryLock();
    expect(error).toBeInstanceOf(DataDirectoryInUseError);
    expect(error).toMatchObject({ pid: other.process.pid, directory });
  });

  test('is refused to another process while this one has it, and free after release', async () => {
    const lock = await lockDataDirectory(directory);
    expect(await startOther().nextLine()).toBe('database.directory_in_use');
    await lock.release();
    expect(await startOther().nextLine()).toBe('locked');
  });

  test('is refused to a second opener in the same process', async () => {
    const lock = await lockDataDirectory(directory);
    expect(await tryLock()).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  test('of a killed process is taken over', async () => {
    const other = startOther();
    expect(await other.nextLine()).toBe('locked');
    await other.kill();
    const lock = await lockDataDirectory(directory);
    expect(await holder()).toBe(process.pid);
    await lock.release();
  });

  test('whose pid now belongs to another process is taken over', async () => {
    const held = await lockDataDirectory(directory);
    const claim = JSON.parse(await readFile(join(directory, 'minyi.lock'), 'utf8')) as Record<string, unknown>;
    await held.release();
    await writeFile(join(directory, 'minyi.lock'), JSON.stringify({ ...claim, token: 'old', start: 'another start' }));
    const lock = await lockDataDirectory(directory);
    expect(await holder()).toBe(process.pid);
    await lock.release();
  });

  test('left half-written by a dying process is taken over', async () => {
    await writeFile(join(directory, 'minyi.lock'), '{"tok');
    const lock = await lockDataDirectory(directory);
    expect(await holder()).toBe(process.pid);
    await lock.release();
  });

  test('held in another container that still gives its heartbeat is refused', async () => {
    const claim = { token: 'theirs', pid: 1, start: '1@boot', hostname: hostname(), pidNamespace: 'pid:[elsewhere]' };
    const path = join(directory, 'minyi.lock');
    await writeFile(path, JSON.stringify(claim));
    const heartbeat = setInterval(() => void writeFile(path, JSON.stringify(claim)), 300);
    try {
      expect(await tryLock()).toMatchObject({ code: 'database.directory_in_use', pid: 1 });
    } finally {
      clearInterval(heartbeat);
    }
  });

  test('that several processes take over at once goes to exactly one', async () => {
    const dead = startOther();
    expect(await dead.nextLine()).toBe('locked');
    await dead.kill();
    const answers = await Promise.all(Array.from({ length: 4 }, () => startOther().nextLine()));
    expect(answers.filter((answer) => answer === 'locked')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['locked', 'database.directory_in_use']));
  });
});
