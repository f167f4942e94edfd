import { spawn } from 'node:child_process';

/**
 * Runs a program in our place: same terminal, same signals, same exit code.
 * At a terminal Ctrl-C already reaches the whole process group, so it is not passed on a second time:
 * a server takes a second one as "stop at once".
 */
export function handOver(command, args, options = {}) {
  if (isShellGone()) return Promise.resolve((process.exitCode = 143));
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      killLater(child);
    });
  stopWithTheScript(child);
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

/** A program stops itself in time; one that is stuck too deep to hear of it is ended. */
function killLater(child) {
  setTimeout(() => child.kill('SIGKILL'), 60_000).unref();
}

/** Taken on loading: installing and compiling block this process, and the shell may be gone when they end. */
const shell = process.ppid;

/**
 * npm runs a script through a shell and passes signals to that shell, which dies of them without a word to us:
 * `kill` on a running `npm start` would leave the server behind. A parent that is gone is that signal.
 */
function isShellGone() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== shell;
}

function stopWithTheScript(child) {
  const watch = setInterval(() => {
    if (!isShellGone()) return;
    clearInterval(watch);
    child.kill('SIGTERM');
    killLater(child);
  }, 250);
  watch.unref();
}
