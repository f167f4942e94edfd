import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openPlatform, PLATFORM_ENTITIES, readInstallation } from '#apps/platform';
import { readTestConfig } from '#libs/config';
import { openDatabase, type Database } from '#libs/database';
import type { Actor } from '#libs/engine';

import { ProductProcess } from '../bench/product-process.js';
import { demoPeople, unitId } from '#apps/demo';

const SYSTEM: Actor = { kind: 'system', name: 'chaos' };

/** An installation in a directory of its own. */
export interface Ground {
  directory: string;
  /** What every program of it is started with. */
  env: Readonly<Record<string, string>>;
  remove: () => Promise<void>;
}

/** Makes a directory for an installation; the database is in it unless the variables name another. */
export async function makeGround(env: Readonly<Record<string, string>> = {}): Promise<Ground> {
  const directory = await mkdtemp(join(tmpdir(), 'minyi-chaos-'));
  return {
    directory,
    env: { DATA_DIR: directory, DEMO: 'on', SWEEP_SECONDS: '1', LOG_LEVEL: 'info', ...env },
    remove: () => rm(directory, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/**
 * Loads the demonstration community, makes the first reply to an issue due after half a minute, and starts one issue: where
 * something has happened no demonstration year is lived.
 */
export async function settle({ env }: Ground): Promise<void> {
  const platform = await openPlatform(readInstallation({ ...env, LOG_LEVEL: 'silent' }));
  try {
    const { cases, workflows, now } = platform;
    const preset = workflows.get('issue')?.workflow.policy.presets['standard'] as { clocks: object };
    const clocks = { ...preset.clocks, firstReply: { amount: 0.5, unit: 'minute', calendar: 'always' } };
    const draft = { workflow: 'issue', name: 'impatient', body: { ...preset, clocks }, by: SYSTEM };
    const published = await cases.policies.publish(draft);
    if (!published.ok) throw new Error(JSON.stringify(published));
    await cases.policies.putInForce({ policy: published.id, unit: null, since: now(), by: SYSTEM });
    const started = await cases.start({
      workflow: 'issue',
      input: { danger: false, title: '楼道灯不亮', unit: unitId('limin') },
      actor: { kind: 'person', person: demoPeople.resident.id },
    });
    if (!started.ok) throw new Error(JSON.stringify(started));
  } finally {
    await platform.close();
  }
}

/** The database of an installation whose programs are stopped, or that is on a server. */
export function openRecords({ env }: Ground): Promise<Database> {
  return openDatabase({ url: env['DATABASE_URL'] ?? env['DATA_DIR'] ?? '', entities: PLATFORM_ENTITIES });
}

/** Runs a command of the command line to its end. */
export async function minyi(
  { env }: Ground,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const command = ProductProcess.start({ app: 'cli', args, env });
  const code = await command.ended();
  return { code, output: command.output };
}

/** A new database of this name on the server of the tests. Answers its address. */
export async function emptyDatabase(called: string): Promise<string> {
  const { databaseUrl, worker } = readTestConfig();
  if (databaseUrl === undefined) throw new Error('chaos needs MINYI_TEST_DATABASE_URL');
  const name = `minyi_${called}_${String(worker)}`;
  const server = await openDatabase({ url: databaseUrl, entities: [], poolSize: 2 });
  await server.query(`drop database if exists ${name} with (force)`);
  await server.query(`create database ${name}`);
  await server.close();
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}
