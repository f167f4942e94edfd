/** The clock of this machine, for tests whose timers and servers are real. */
export const SYSTEM_CLOCK = {
  /** ISO 8601 in UTC with milliseconds. */
  now: (): string => new Date().toISOString(),
  /** Milliseconds since 1970. */
  milliseconds: (): number => Date.now(),
};
