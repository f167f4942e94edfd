import type { Calendars } from '#libs/calendar';
import type { Database } from '#libs/database';
import type { Registered } from '#libs/engine';
import type { Queue } from '#libs/queue';

import type { AbilityHook, WorldClock } from './commands.types.js';

/** A line for the operator. Never contains names or texts of people. */
export interface CasesLog {
  info(message: string, data?: Record<string, unknown>): void;
  warn(message: string, data?: Record<string, unknown>): void;
  error(message: string, data?: Record<string, unknown>): void;
}

export interface CasesOptions {
  database: Database;
  queue: Queue;
  /** By name. */
  workflows: ReadonlyMap<string, Registered>;
  calendars: Calendars;
  /** Default: the database's clock. */
  clock?: WorldClock;
  /** Default: everybody may do everything (the chart's guards still decide). */
  mayAct?: AbilityHook;
  log?: CasesLog;
  /** `live` (default), or the name of a world of its own such as `simulated`. */
  realm?: string;
  /** Makes ids of cases, texts and effects. Default: UUID version 7. */
  ids?: () => string;
  /** Name of the calendar whose local date is the case's. Default `office`. */
  calendar?: string;
}
