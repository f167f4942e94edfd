import type { SimulationProgress, SimulationReport } from '#apps/demo';
import { Access } from '#libs/access';
import { Ballots } from '#libs/ballots';
import { Cases, LIVE, Outbox, releaseCases } from '#libs/cases';

import { effectHandlers } from '../effects/handlers.js';
import type { Platform } from '../platform.js';

/** Realm of cases that are still being simulated. */
export const SIMULATED = 'simulated';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

export interface YearOptions {
  /** Issues in the year; default 300. */
  count?: number;
  /** Instant at which the year ends; default: the beginning of today in UTC, so that a run broken off today goes on. */
  until?: string;
  onProgress?: (progress: SimulationProgress) => void;
  /** Asked at every moment of the year; when it says yes the run is broken off and rejects with {@link YearStopped}. */
  isStopped?: () => boolean;
}

/** The run was broken off; what has happened is in the database, and the next run goes on from there. */
export class YearStopped extends Error {
  override readonly name = 'YearStopped';
}

/**
 * A year that ends now, in a realm of its own on a virtual clock, with the real rules, handlers and database; at the end its cases
 * go over into the live world.
 */
export async function liveYear(platform: Platform, options: YearOptions = {}): Promise<SimulationReport> {
  // loaded when it is wanted: an installation that is no demonstration never reads it
  const { simulateYear, VirtualClock, votePapers } = await import('#apps/demo');
  const { count = 300, until = beginningOfDay(platform.now()), onProgress, isStopped = () => false } = options;
  const { database, workflows, calendars, registry, localDateOf, vault } = platform;
  const from = new Date(Date.parse(until) - YEAR_MS).toISOString();
  const clock = new VirtualClock(from);
  const access = new Access({ registry, today: () => localDateOf(clock.now()) });
  const cases = new Cases({
    database,
    workflows,
    calendars,
    clock: { kind: 'virtual', now: clock.now },
    mayAct: access.ability,
    judgeFor: access.judgeFor,
    lineage: (unit, tx) => registry.lineage(tx, unit),
    realm: SIMULATED,
  });
  const ballots = new Ballots({ database, vault, registry, localDateOf, virtualNow: clock.now });
  const handlers = effectHandlers({ cases, database, registry, ballots, localDateOf, now: clock.now });
  const outbox = new Outbox({ cases, handlers });
  const drain = async (): Promise<number> => {
    if (isStopped()) throw new YearStopped('the simulated year was broken off');
    // an embedded database answers without ever leaving this turn of the event loop: requests must have theirs
    await new Promise((resolve) => setImmediate(resolve));
    return outbox.drain();
  };
  const nextEffect = () => outbox.next();
  const report = await simulateYear({
    database,
    cases,
    clock,
    from,
    until,
    count,
    drain,
    nextEffect,
    vote: (ballot) => votePapers({ ballots, database }, ballot),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  await releaseCases(cases, LIVE);
  return report;
}

function beginningOfDay(instant: string): string {
  return `${instant.slice(0, 10)}T00:00:00.000Z`;
}
