import type { ClockLedger } from '#libs/calendar';
import type { Instant, RungPlace, Severity } from '#libs/engine';

/** A rung with its instant. */
export interface CaseRung {
  name: string;
  severity: Severity;
  place: RungPlace;
  /** `null` while a pause holds it back. */
  at: Instant | null;
  fired: boolean;
}

/** The stored calendar a clock was measured on, and up to which edit that is known to be right. */
export interface Measured {
  /** Whose calendar; `null`: the installation's. */
  unit: string | null;
  version: number;
  epoch: number;
}

/** A running clock of a case, as the durable layer keeps it: the engine knows that it runs, this knows until when. */
export interface CaseClock {
  name: string;
  token: string;
  /** Name of the calendar that measures it. */
  calendar: string;
  /** Absent where calendars are not stored, and of clocks older than that. */
  measured?: Measured;
  ledger: ClockLedger;
  /** `null` while paused. */
  dueAt: Instant | null;
  /** Its event was sent; later rungs may still be wanted. */
  fired: boolean;
  rungs: CaseRung[];
}

export type CaseClocks = Record<string, CaseClock>;
