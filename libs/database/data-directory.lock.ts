import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readlink, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { DataDirectoryInUseError } from './database.errors.js';
import { hasErrorCode, processStart } from './process-identity.js';

/*
 * PGlite opens a directory that another process has open without complaint and loses what the second one commits. One file
 * therefore says who has it. A process that was killed cannot remove its file, so the file says enough to see that it is stale:
 * where pids are the same as ours by pid and start time, elsewhere (another container on the same volume) by a heartbeat.
 */

const LOCK_FILE = 'minyi.lock';
const HEARTBEAT_MILLISECONDS = 5_000;
/** A holder elsewhere that has not touched its file for so long is dead. */
const DEAD_AFTER_MILLISECONDS = 20_000;
/** Long enough for another process that is taking over the same stale lock to have written its own claim. */
const SETTLING_MILLISECONDS = 150;

const claimSchema = z.object({
  token: z.string(),
  pid: z.number().int(),
  /** See `processStart`. */
  start: z.string(),
  hostname: z.string(),
  /** Where the pid means something: two containers may share a host name and each have a pid 1. */
  pidNamespace: z.string(),
});
type Claim = z.infer<typeof claimSchema>;

/** Held while the data directory is open. */
export interface DataDirectoryLock {
  release(): Promise<void>;
}

/**
 * Takes the data directory for this process; makes it if it does not exist.
 * @throws DataDirectoryInUseError when a live process has it, this one included.
 */
export async function lockDataDirectory(directory: string): Promise<DataDirectoryLock> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, LOCK_FILE);
  const claim = await ownClaim();
  if (!(await writeNew(path, claim))) await takeOver(directory, claim);
  const heartbeat = setInterval(() => {
    touch(path).catch(() => undefined);
  }, HEARTBEAT_MILLISECONDS);
  heartbeat.unref();
  return {
    release: async () => {
      clearInterval(heartbeat);
      if ((await readClaim(path))?.token === claim.token) await rm(path, { force: true });
    },
  };
}

async function ownClaim(): Promise<Claim> {
  const start = (await processStart(process.pid)) ?? '';
  return { token: randomUUID(), pid: process.pid, start, hostname: hostname(), pidNamespace: await pidNamespace() };
}

async function pidNamespace(): Promise<string> {
  try {
    return await readlink('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Whether the file was made by this call: `wx` fails if there is one. */
async function writeNew(path: string, claim: Claim): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(JSON.stringify(claim));
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Replaces a stale claim. Of several doing so at once the last writer wins, and the others see it after a pause. */
async function takeOver(directory: string, claim: Claim): Promise<void> {
  const path = join(directory, LOCK_FILE);
  const holder = await readSettledClaim(path);
  if (holder !== undefined && (await isHeld(path, holder, claim))) throw inUse(directory, holder);
  const candidate = `${path}.${claim.token}`;
  await writeNew(candidate, claim);
  const present = await readClaim(path);
  if (present !== undefined && present.token !== holder?.token) {
    await rm(candidate, { force: true });
    throw inUse(directory, present);
  }
  await rename(candidate, path);
  await delay(SETTLING_MILLISECONDS);
  const winner = await readClaim(path);
  if (winner !== undefined && winner.token !== claim.token) throw inUse(directory, winner);
}

function inUse(directory: string, holder: Claim): DataDirectoryInUseError {
  return new DataDirectoryInUseError(directory, holder.pid, holder.hostname);
}

async function isHeld(path: string, holder: Claim, claim: Claim): Promise<boolean> {
  const isHere = holder.hostname === claim.hostname && holder.pidNamespace === claim.pidNamespace;
  return isHere ? (await processStart(holder.pid)) === holder.start : hasHeartbeat(path);
}

/** Watches a holder elsewhere: its clock may differ from ours, so only a change of the file counts. */
async function hasHeartbeat(path: string): Promise<boolean> {
  const first = await modified(path);
  for (let waited = 0; waited < DEAD_AFTER_MILLISECONDS; waited += 1_000) {
    await delay(1_000);
    if ((await modified(path)) !== first) return true;
  }
  return false;
}

async function modified(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return undefined;
  }
}

async function touch(path: string): Promise<void> {
  const { mtimeMs } = await stat(path);
  // counting on from the last heartbeat needs no clock, only a change
  const next = mtimeMs / 1000 + HEARTBEAT_MILLISECONDS / 1000;
  await utimes(path, next, next);
}

/** An unreadable file may be one that is just being written; one that stays so was left by a process that died writing it. */
async function readSettledClaim(path: string): Promise<Claim | undefined> {
  const claim = await readClaim(path);
  if (claim !== undefined) return claim;
  await delay(SETTLING_MILLISECONDS);
  return readClaim(path);
}

async function readClaim(path: string): Promise<Claim | undefined> {
  try {
    const parsed = claimSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
