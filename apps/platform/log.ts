import { pino, type Logger } from 'pino';

import type { LogLevel } from '#libs/config';

/** Structured lines on standard output. Ids, codes and durations only: never bodies, names or texts of people. */
export type Log = Logger;

/** Opens the log. The redactions are a second line of defence behind the rule above. */
export function openLog(level: LogLevel): Log {
  return pino({
    level,
    base: null,
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.input', '*.payload', '*.body', '*.headers', 'input', 'payload', 'body', 'headers'],
      remove: true,
    },
  });
}
