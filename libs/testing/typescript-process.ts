import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Runs the sources as they are in a plain Node process: `.js` in an import means the `.ts` beside it. */
const HOOKS = `
import { registerHooks } from 'node:module';
registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && specifier.endsWith('.js')) {
      try { return next(specifier.slice(0, -3) + '.ts', context); } catch {}
    }
    return next(specifier, context);
  },
});`;

/** A second process, for what one process cannot show: locks, kills, takeovers. */
export interface TypeScriptProcess {
  readonly process: ChildProcess;
  /** The next line the process prints; rejects when it ends instead. */
  nextLine(): Promise<string>;
  /** Ends it the hard way (SIGKILL) and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a module given as text; `import` in it takes absolute file URLs or packages. */
export function startTypeScript(code: string): TypeScriptProcess {
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      '--experimental-transform-types',
      '--import',
      `data:text/javascript,${encodeURIComponent(HOOKS)}`,
      '--input-type=module-typescript',
      '--eval',
      code,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    nextLine: async () => {
      const line = await lines.next();
      if (line.done === true) throw new Error('the process ended without another line');
      return line.value;
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
