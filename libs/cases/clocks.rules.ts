import {
  armClock,
  dueOf,
  extendClock,
  isPaused,
  pauseClock,
  reprojectClock,
  resumeClock,
  rungAt,
  type Calendar,
  type Calendars,
  type ClockLedger,
} from '#libs/calendar';
import {
  EngineFault,
  type ClockEffect,
  type Duration,
  type Instant,
  type Rung,
  type RungPlace,
  type Severity,
  type Until,
} from '#libs/engine';

/** A rung with its instant. */
export interface CaseRung {
  name: string;
  severity: Severity;
  place: RungPlace;
  /** `null` while a pause holds it back. */
  at: Instant | null;
  fired: boolean;
}

/** A running clock of a case, as the durable layer keeps it: the engine knows that it runs, this knows until when. */
export interface CaseClock {
  name: string;
  token: string;
  /** Name of the calendar that measures it. */
  calendar: string;
  ledger: ClockLedger;
  /** `null` while paused. */
  dueAt: Instant | null;
  /** Its event was sent; later rungs may still be wanted. */
  fired: boolean;
  rungs: CaseRung[];
}

export type CaseClocks = Record<string, CaseClock>;

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
  state: 'running' | 'paused' | 'due';
  armedAt: Instant;
  dueAt: Instant | null;
  nextAt: Instant | null;
}

/** Where and when a clock effect is applied. */
export interface Measuring {
  at: Instant;
  calendars: Calendars;
  /** Calendar of clocks that end at a fixed instant and name none. */
  calendar: string;
}

/** Carries out what the engine said about a clock. Effects with an old token are those of an earlier visit and change nothing. */
export function applyClockEffect(clocks: CaseClocks, effect: ClockEffect, measuring: Measuring): CaseClocks {
  if (effect.kind === 'arm') return { ...clocks, [effect.clock]: arm(effect, measuring) };
  const clock = clocks[effect.clock];
  if (clock?.token !== effect.token) return clocks;
  const { at, calendars } = measuring;
  const calendar = calendarOf(calendars, clock.calendar);
  const put = (changed: CaseClock): CaseClocks => ({ ...clocks, [effect.clock]: measure(changed, calendars) });
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
      return put(rebudget(clock, effect, measuring));
  }
}

/** Puts the clocks of one edited calendar on it as it is from now on. Clocks that have fired stay fired. */
export function remeasure(clocks: CaseClocks, edited: { at: Instant; from: Calendar; to: Calendar }): CaseClocks {
  const { name } = edited.to;
  return Object.fromEntries(
    Object.entries(clocks).map(([id, clock]) => {
      if (clock.calendar !== name) return [id, clock];
      const { ledger } = reprojectClock(clock.ledger, edited);
      return [id, measure({ ...clock, ledger }, { [name]: edited.to })];
    }),
  );
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
    state: clock.fired ? 'due' : isPaused(clock.ledger) ? 'paused' : 'running',
    armedAt: clock.ledger.armedAt,
    dueAt: clock.dueAt,
    nextAt: nextFiring({ [id]: clock })?.at ?? null,
  }));
}

function firingsOf(id: string, clock: CaseClock): Firing[] {
  if (isPaused(clock.ledger)) return [];
  const { token } = clock;
  const rungs = clock.rungs.flatMap(({ name, at, fired }) =>
    fired || at === null ? [] : [{ clock: id, token, at, rung: name }],
  );
  return clock.fired || clock.dueAt === null ? rungs : [...rungs, { clock: id, token, at: clock.dueAt }];
}

function isBefore(a: Firing, b: Firing): boolean {
  if (a.at !== b.at) return a.at < b.at;
  return a.rung !== undefined && b.rung === undefined;
}

function arm(effect: Extract<ClockEffect, { kind: 'arm' }>, { at, calendars, calendar }: Measuring): CaseClock {
  const { duration } = effect;
  const name = 'until' in duration ? calendar : duration.calendar;
  const clock: CaseClock = {
    name: effect.name,
    token: effect.token,
    calendar: name,
    ledger: armClock(calendarOf(calendars, name), budgetOf(duration), at),
    dueAt: null,
    fired: false,
    rungs: effect.rungs.map((rung) => caseRung(rung, false)),
  };
  return measure(clock, calendars);
}

/** Another budget and other rungs for a running clock: consumed time and fired rungs are kept. */
function rebudget(
  clock: CaseClock,
  { duration, rungs }: Extract<ClockEffect, { kind: 'reproject' }>,
  { at, calendars }: Measuring,
): CaseClock {
  const name = 'until' in duration ? clock.calendar : duration.calendar;
  const fired = new Set(clock.rungs.flatMap((rung) => (rung.fired ? [rung.name] : [])));
  const { ledger } = reprojectClock(clock.ledger, {
    at,
    from: calendarOf(calendars, clock.calendar),
    to: calendarOf(calendars, name),
    budget: budgetOf(duration),
  });
  return { ...clock, calendar: name, ledger, rungs: rungs.map((rung) => caseRung(rung, fired.has(rung.name))) };
}

/** Writes the instants that follow from the ledger beside it. */
function measure(clock: CaseClock, calendars: Calendars): CaseClock {
  const calendar = calendarOf(calendars, clock.calendar);
  return {
    ...clock,
    dueAt: isPaused(clock.ledger) ? null : (dueOf(calendar, clock.ledger)?.dueAt ?? null),
    rungs: clock.rungs.map((rung) => ({ ...rung, at: rungAt(calendar, clock.ledger, rung.place)?.dueAt ?? null })),
  };
}

function caseRung({ name, severity, at }: Rung, fired: boolean): CaseRung {
  return { name, severity, place: at, at: null, fired };
}

function budgetOf(duration: Duration | Until): Until | Omit<Duration, 'calendar'> {
  return 'until' in duration ? { until: duration.until } : { amount: duration.amount, unit: duration.unit };
}

/** @throws EngineFault when a workflow or policy names a calendar that does not exist. */
export function calendarOf(calendars: Calendars, name: string): Calendar {
  const calendar = calendars[name];
  if (calendar === undefined) throw new EngineFault(`there is no calendar "${name}"`);
  return calendar;
}
