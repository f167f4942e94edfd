import {
  armClock,
  dueInstantOf,
  extendClock,
  isPaused,
  pauseClock,
  reprojectClock,
  resumeClock,
  rungInstantOf,
  type Calendar,
} from '#libs/calendar';
import { type ClockEffect, type Duration, type Instant, type Rung, type Until } from '#libs/engine';

import type { CaseClock, CaseClocks, CaseRung, Measured } from './case-clock.types.js';
import { calendarFor, calendarOfClock, type Ground, type Resolved } from './ground.rules.js';

/** Something that fires: a clock, or with `rung` one step of its ladder. */
export interface Firing {
  clock: string;
  token: string;
  at: Instant;
  rung?: string;
}

/** A clock as `case_clocks` repeats it. */
export interface ClockRow {
  clock: string;
  name: string;
  calendar: string;
  calendarUnit: string | null;
  calendarVersion: number | null;
  calendarEpoch: number | null;
  state: 'running' | 'paused' | 'due';
  armedAt: Instant;
  dueAt: Instant | null;
  nextAt: Instant | null;
}

/** Where and when a clock effect is applied. */
export interface Measuring {
  at: Instant;
  ground: Ground;
  /** Unit of the case, whose calendars hold. */
  unit: string;
  /** Calendar of clocks that end at a fixed instant and name none. */
  calendar: string;
}

/** Carries out what the engine said about a clock. Effects with an old token are those of an earlier visit and change nothing. */
export function applyClockEffect(clocks: CaseClocks, effect: ClockEffect, measuring: Measuring): CaseClocks {
  if (effect.kind === 'arm') return { ...clocks, [effect.clock]: arm(effect, measuring) };
  const clock = clocks[effect.clock];
  if (clock?.token !== effect.token) return clocks;
  const { at, ground } = measuring;
  const calendar = calendarOfClock(ground, clock);
  const put = (changed: CaseClock): CaseClocks => ({ ...clocks, [effect.clock]: measure(changed, calendar) });
  switch (effect.kind) {
    case 'disarm':
      return Object.fromEntries(Object.entries(clocks).filter(([id]) => id !== effect.clock));
    case 'pause':
      return put({ ...clock, ledger: pauseClock(calendar, clock.ledger, { at }) });
    case 'resume':
      return put({ ...clock, ledger: resumeClock(clock.ledger, { at }) });
    case 'extend':
      return put({ ...clock, ledger: extendClock(calendar, clock.ledger, { by: effect.by, at }) });
    case 'reproject':
      return { ...clocks, [effect.clock]: rebudget(clock, effect, measuring) };
  }
}

/** The next thing to fire: the earliest; at one instant rungs before the clock itself, because its event may end them. */
export function nextFiring(clocks: CaseClocks): Firing | null {
  let next: Firing | null = null;
  for (const [id, clock] of Object.entries(clocks)) {
    for (const firing of firingsOf(id, clock)) {
      if (next === null || isBefore(firing, next)) next = firing;
    }
  }
  return next;
}

/** Marks a firing as done, so that it fires once. */
export function markFired(clocks: CaseClocks, { clock: id, rung }: Firing): CaseClocks {
  const clock = clocks[id];
  if (clock === undefined) return clocks;
  const changed =
    rung === undefined
      ? { ...clock, fired: true }
      : { ...clock, rungs: clock.rungs.map((one) => (one.name === rung ? { ...one, fired: true } : one)) };
  return { ...clocks, [id]: changed };
}

/** The rows of `case_clocks`. */
export function clockRows(clocks: CaseClocks): ClockRow[] {
  return Object.entries(clocks).map(([id, clock]) => ({
    clock: id,
    name: clock.name,
    calendar: clock.calendar,
    calendarUnit: clock.measured?.unit ?? null,
    calendarVersion: clock.measured?.version ?? null,
    calendarEpoch: clock.measured?.epoch ?? null,
    state: clock.fired ? 'due' : standsStill(clock) ? 'paused' : 'running',
    armedAt: clock.ledger.armedAt,
    dueAt: clock.dueAt,
    nextAt: nextFiring({ [id]: clock })?.at ?? null,
  }));
}

function firingsOf(id: string, clock: CaseClock): Firing[] {
  if (standsStill(clock)) return [];
  const { token } = clock;
  const rungs = clock.rungs.flatMap(({ name, at, fired }) =>
    fired || at === null ? [] : [{ clock: id, token, at, rung: name }],
  );
  return clock.fired || clock.dueAt === null ? rungs : [...rungs, { clock: id, token, at: clock.dueAt }];
}

/** A pause holds a clock back, unless its end is fixed. */
export function standsStill({ ledger }: Pick<CaseClock, 'ledger'>): boolean {
  return isPaused(ledger) && ledger.counts !== 'fixed';
}

function isBefore(a: Firing, b: Firing): boolean {
  if (a.at !== b.at) return a.at < b.at;
  return a.rung !== undefined && b.rung === undefined;
}

function arm(effect: Extract<ClockEffect, { kind: 'arm' }>, measuring: Measuring): CaseClock {
  const { duration } = effect;
  const name = 'until' in duration ? measuring.calendar : duration.calendar;
  const { calendar, measured } = calendarFor(measuring.ground, name, measuring);
  const clock: CaseClock = {
    name: effect.name,
    token: effect.token,
    calendar: name,
    ...stamp({ measured }),
    ledger: armClock(calendar, budgetOf(duration), measuring.at),
    dueAt: null,
    fired: false,
    rungs: effect.rungs.map((rung) => caseRung(rung)),
  };
  return measure(clock, calendar);
}

/** Another budget and other rungs for a running clock: consumed time and fired rungs are kept. */
function rebudget(
  clock: CaseClock,
  { duration, rungs }: Extract<ClockEffect, { kind: 'reproject' }>,
  measuring: Measuring,
): CaseClock {
  const { ground, at } = measuring;
  const name = 'until' in duration ? clock.calendar : duration.calendar;
  const from = calendarOfClock(ground, clock);
  // on another calendar it is measured like a clock that is armed now; on its own it stays with the version it has
  const to =
    name === clock.calendar
      ? { calendar: from, measured: clock.measured ?? null }
      : calendarFor(ground, name, measuring);
  const fired = new Map(clock.rungs.flatMap((rung) => (rung.fired ? [[rung.name, rung] as const] : [])));
  const { ledger } = reprojectClock(clock.ledger, { at, from, to: to.calendar, budget: budgetOf(duration) });
  const { measured: _, ...bare } = clock;
  const changed = {
    ...bare,
    calendar: name,
    ...stamp(to),
    ledger,
    rungs: rungs.map((rung) => ({ ...caseRung(rung), ...(fired.has(rung.name) && firedAs(fired.get(rung.name))) })),
  };
  return measure(changed, to.calendar);
}

function firedAs(rung: CaseRung | undefined): Pick<CaseRung, 'fired' | 'at'> {
  return { fired: true, at: rung?.at ?? null };
}

function stamp({ measured }: Pick<Resolved, 'measured'>): { measured?: Measured } {
  return measured === null ? {} : { measured };
}

/** Writes the instants that follow from the ledger beside it. A rung that has fired keeps the instant at which it did. */
export function measure(clock: CaseClock, calendar: Calendar): CaseClock {
  return {
    ...clock,
    dueAt: standsStill(clock) ? null : dueInstantOf(calendar, clock.ledger),
    rungs: clock.rungs.map((rung) =>
      rung.fired ? rung : { ...rung, at: rungInstantOf(calendar, clock.ledger, rung.place) },
    ),
  };
}

function caseRung({ name, severity, at }: Rung): CaseRung {
  return { name, severity, place: at, at: null, fired: false };
}

function budgetOf(duration: Duration | Until): Until | Omit<Duration, 'calendar'> {
  return 'until' in duration ? { until: duration.until } : { amount: duration.amount, unit: duration.unit };
}
