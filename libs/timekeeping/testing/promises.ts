import type { Calendar } from '#libs/calendar';
import { Cases } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Actor } from '#libs/engine';
import { FakeClock } from '#libs/testing';

import { PROMISES } from '../../cases/testing/promise.workflow.js';
import { Remeasuring } from '../remeasuring.service.js';
import { Timekeeping, type EditOrder } from '../timekeeping.service.js';

export const ANNA: Actor = { kind: 'person', person: 'anna' };

/** `street` has `east` and `west` below it. */
const TREE: Record<string, string[]> = { east: ['east', 'street'], west: ['west', 'street'], street: ['street'] };
const lineage = (_tx: unknown, unit: string): Promise<string[]> => Promise.resolve(TREE[unit] ?? [unit]);

export interface Town {
  clock: FakeClock;
  cases: Cases;
  timekeeping: Timekeeping;
  remeasuring: Remeasuring;
  start: (input?: Record<string, unknown>) => Promise<string>;
  act: (caseId: string, act: string) => Promise<unknown>;
  /** Edits the installation's office calendar, or a unit's. */
  edit: (change: EditOrder['change'], more?: Partial<EditOrder>) => Promise<void>;
  due: (caseId: string) => Promise<string | undefined>;
}

/** Promises on stored calendars, in a world whose clock stands still until it is told to move: Monday 2026-06-08, 10 o'clock. */
export async function town(
  database: Database,
  {
    presets,
    clock = new FakeClock('2026-06-08T10:00:00+08:00'),
  }: { presets?: Record<string, Calendar>; clock?: FakeClock } = {},
): Promise<Town> {
  const timekeeping = new Timekeeping({ lineage, ...(presets === undefined ? {} : { presets }) });
  await timekeeping.open(database, clock.now());
  const cases = new Cases({
    database,
    workflows: PROMISES,
    calendars: timekeeping.calendars,
    clock: { kind: 'virtual', now: () => clock.now() },
    lineage: (unit, tx) => lineage(tx, unit),
  });
  const remeasuring = new Remeasuring({ database, cases, lineage });
  return {
    clock,
    cases,
    timekeeping,
    remeasuring,
    start: async (input = {}) => {
      const answer = await cases.start({ workflow: 'promise', input, actor: ANNA });
      if (!answer.ok) throw new Error(answer.refusal.code);
      return answer.caseId;
    },
    act: (caseId, act) => cases.act({ caseId, act, input: {}, actor: ANNA }),
    edit: async (change, more = {}) => {
      await database.transaction(async (tx) => {
        const own = (await timekeeping.versions(tx, 'office', more.lineage ?? []))[0];
        const base = own?.unit === (more.lineage?.[0] ?? null) ? own.version : 0;
        const order = {
          name: 'office',
          lineage: [],
          base,
          alsoBelow: false,
          reason: 'typhoon',
          by: ANNA,
          at: clock.now(),
        };
        await timekeeping.edit(tx, { ...order, change, ...more });
      });
    },
    due: async (caseId) => {
      const found = (await cases.get(caseId))?.clocks.find(({ name }) => name === 'keeping');
      return found === undefined ? undefined : wallTime(found.dueAt);
    },
  };
}

/** Local time in China. */
export function wallTime(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
}

/** A day of the office calendar without work. */
export const closed = (date: string): { date: string; open: false } => ({ date, open: false });
