import type { LogLevel } from './log.js';

/** What the composed program needs to know; read from the environment by `libs/config`. */
export interface PlatformConfig {
  /** `postgres://…`, or a data directory for PGlite, or `memory://`. */
  database: string;
  /** Redis of the queue; without it the queue lives in this process. */
  redis: string | null;
  /** People sign in by a plain header, the demonstration community is loaded into an empty database. */
  demo: boolean;
  /** Carries out effects and fires deadlines in this process. */
  works: boolean;
  logLevel: LogLevel;
  /** OpenTelemetry collector, such as `http://localhost:4318`; `null`: no traces. */
  otlpEndpoint: string | null;
}
