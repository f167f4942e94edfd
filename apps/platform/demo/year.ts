import type { SimulationProgress, SimulationReport } from '#apps/demo';
import { Access } from '#libs/access';
import { Cases, Outbox } from '#libs/cases';

import { effectHandlers } from '../effects/handlers.js';
import type { Platform } from '../platform.js';

/** Realm of cases that are still being simulated. */
export const SIMULATED = 'simulated';

const YEAR_MS = 365 * 86_400_000;

export interface YearOptions {
  /** Issues in the year; default 300. */
  count?: number;
  onProgress?: (progress: SimulationProgress) => void;
}

/** A year that ends now: simulated in a realm of its own on a virtual clock, with the real rules, handlers and database. */
export async function liveYear(platform: Platform, { count = 300, onProgress }: YearOptions = {}): Promise<SimulationReport> {
  // loaded when it is wanted: an installation that is no demonstration never reads it
  const { simulateYear, VirtualClock } = await import('#apps/demo');
  const { database, workflows, calendars, registry, localDateOf, now } = platform;
  const until = now();
  const from = new Date(Date.parse(until) - YEAR_MS).toISOString();
  const clock = new VirtualClock(from);
  const access = new Access({ registry, today: () => localDateOf(clock.now()) });
  const cases = new Cases({
    database,
    workflows,
    calendars,
    clock: { kind: 'virtual', now: clock.now },
    mayAct: access.ability,
    lineage: (unit, tx) => registry.lineage(tx, unit),
    realm: SIMULATED,
  });
  const handlers = effectHandlers({ cases, database, registry, localDateOf, now: clock.now });
  const outbox = new Outbox({ cases, handlers });
  return simulateYear({
    database, cases, clock, from, until, count,
    drain: () => outbox.drain(),
    nextEffect: () => outbox.next(),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}
