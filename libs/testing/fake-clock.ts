/** A clock that stands still until it is told to move. */
export class FakeClock {
  #now: Date;

  /** @param start ISO 8601; default 2026-03-02 09:00 in China, a Monday. */
  constructor(start = '2026-03-02T09:00:00+08:00') {
    this.#now = instant(start);
  }

  /** The present as ISO 8601 in UTC with milliseconds. */
  now(): string {
    return this.#now.toISOString();
  }

  /** Jumps to an instant, also backwards (clocks of real machines do that). */
  setTo(iso: string): void {
    this.#now = instant(iso);
  }

  advance(by: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
    const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
    this.#now = new Date(this.#now.getTime() + total * 1000);
  }
}

function instant(iso: string): Date {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not an instant: ${iso}`);
  return date;
}
