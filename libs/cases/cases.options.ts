import type { Calendars } from '#libs/calendar';
import type { Database, Tx } from '#libs/database';
import type { Registered } from '#libs/engine';

import type { CalendarSource } from './calendars.types.js';
import type { AbilityHook, JudgeHook, WorldClock } from './commands.types.js';
import type { CaseNews } from './news.types.js';
import type { Policies } from './policies.service.js';

/** A line for the operator. Never contains names or texts of people. */
export interface CasesLog {
  info(message: string, data?: Record<string, unknown>): void;
  warn(message: string, data?: Record<string, unknown>): void;
  error(message: string, data?: Record<string, unknown>): void;
}

export interface CasesOptions {
  database: Database;
  /** By name. */
  workflows: ReadonlyMap<string, Registered>;
  /** Stored calendars that people edit, or fixed ones by name. */
  calendars: Calendars | CalendarSource;
  /** Default: the database's clock. */
  clock?: WorldClock;
  /** Default: everybody may do everything (the chart's guards still decide). */
  mayAct?: AbilityHook;
  /** The same answers as `mayAct`, for many cases at once. Default: `mayAct` is asked one by one. */
  judgeFor?: JudgeHook;
  /** Told after each commit; must not throw. Default: nobody is told, the sweeps find everything. */
  tellNews?: (news: CaseNews[]) => void;
  log?: CasesLog;
  /** `live` (default), or the name of a world of its own such as `simulated`. */
  realm?: string;
  /** Makes ids of cases, texts and effects. Default: UUID version 7. */
  ids?: () => string;
  /** Name of the calendar whose local date is the case's. Default `office`. */
  calendar?: string;
  /** The unit and the units above it, nearest first: where a policy may be in force. Default: the unit alone. */
  lineage?: (unit: string, tx: Tx) => Promise<string[]>;
  /** Default: made from the database and the workflows. */
  policies?: Policies;
}
