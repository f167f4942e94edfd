/** A local date (`2026-11-21`). */
export type LocalDate = string;

/** From a day to a day (exclusive), or still. */
export interface Period {
  from: LocalDate;
  to: LocalDate | null;
}
