import { readFileSync } from 'node:fs';

/**
 * How long the main thread of a process has been ready to run while the machine ran others, in milliseconds. A time by the clock
 * less this is about what it would have been on a quiet machine. 0 where the system does not tell (only Linux does).
 */
export function waitedMs(pid: number): number {
  try {
    const [, delay] = readFileSync(`/proc/${String(pid)}/schedstat`, 'utf8').split(' ');
    return Number(delay) / 1e6;
  } catch {
    return 0;
  }
}

/** Starts a stopwatch on a process that has just been started: answers the time by the clock, and less the waiting. */
export function stopwatch(pid: number): () => { ms: number; ownMs: number } {
  const began = performance.now();
  const waited = waitedMs(pid);
  return () => {
    const ms = performance.now() - began;
    return { ms, ownMs: ms - (waitedMs(pid) - waited) };
  };
}
