import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * When a process started, in the operating system's own words; undefined if there is no such process. A pid alone is not enough:
 * the system gives it to another process later, and in a container the server is pid 1 each time.
 */
export async function processStart(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  switch (process.platform) {
    case 'linux':
      return linuxStart(pid);
    case 'win32':
      return UNKNOWN_START;
    default:
      return posixStart(pid);
  }
}

/** Where the start time cannot be learned, a live pid counts as the same process: refusing wrongly is the safe side. */
export const UNKNOWN_START = 'unknown';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to somebody else
    return hasErrorCode(error, 'EPERM');
  }
}

/** Ticks since boot (field 22 of /proc/pid/stat) and the boot they are counted from. */
async function linuxStart(pid: number): Promise<string | undefined> {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${String(pid)}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    ]);
    // the second field is the name in parentheses and may itself hold spaces and parentheses
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return undefined;
    return `${ticks ?? ''}@${boot.trim()}`;
  } catch {
    return undefined;
  }
}

async function posixStart(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return stdout.trim() === '' ? undefined : stdout.trim();
  } catch {
    return undefined;
  }
}

/** Whether the operating system refused with this code, such as `EEXIST`. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
