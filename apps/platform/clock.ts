/**
 * The wall clock of the process: for logs, metrics and "today" of offices. The instants of cases come from the database's clock,
 * inside their transactions.
 */
export const wallClock = {
  /** Milliseconds since the epoch. */
  now: (): number => Date.now(),
  /** ISO 8601 in UTC with milliseconds. */
  instant: (): string => new Date().toISOString(),
};
