import { pino, type Logger } from 'pino';

/** Structured lines on standard output. Ids, codes and durations only: never bodies, names or texts of people. */
export type Log = Logger;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Opens the log. The redactions are a second line of defence behind the rule above. */
export function openLog(level: LogLevel): Log {
  return pino({
    level,
    base: null,
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.input', '*.payload', '*.body', '*.headers', 'input', 'payload', 'body', 'headers'], remove: true },
  });
}
