import { spawn } from 'node:child_process';

/**
 * Runs a program in our place: same terminal, same signals, same exit code.
 * At a terminal Ctrl-C already reaches the whole process group, so it is not passed on a second time:
 * a server takes a second one as "stop at once".
 */
export function handOver(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal !== null) {
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
      }
      process.exitCode = code ?? 1;
      resolve(process.exitCode);
    });
  });
}
