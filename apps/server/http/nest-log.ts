import type { LoggerService } from '@nestjs/common';

import type { Log } from '#apps/platform';

/** Nest's own lines, in our log. Its chatter about routes is debug. */
export function nestLog(log: Log): LoggerService {
  return {
    log: (message: unknown) => log.debug(String(message)),
    debug: (message: unknown) => log.debug(String(message)),
    verbose: (message: unknown) => log.debug(String(message)),
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown, ...details: unknown[]) => log.error({ details: details.map(String) }, String(message)),
    fatal: (message: unknown) => log.fatal(String(message)),
  };
}
