import type { Log } from './log.js';

/** After this time a stop that hangs is given up: whatever it waited for is found by the sweep after the next start. */
const LONGEST_STOP_MS = 25_000;

/** Stops in order on SIGTERM, SIGINT and SIGHUP, then exits with 0; a second signal exits at once. */
export function stopOnSignals(log: Log, stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    const timer = setTimeout(() => process.exit(1), LONGEST_STOP_MS);
    timer.unref();
    stop().then(
      () => {
        log.info('stopped');
        process.exit(0);
      },
      (err: unknown) => {
        log.error({ err }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
}
