import type { Calendars } from '#libs/calendar';
import type { Tx } from '#libs/database';

import type { CalendarBook, CalendarSource } from './calendars.types.js';
import { NotAtHandError, type Ground } from './ground.rules.js';

/** Where the calendars of an installation come from. */
export interface GroundParts {
  /** Stored calendars; `null` where nobody edits them. */
  source: CalendarSource | null;
  fixed: Calendars;
  places: (unit: string, tx: Tx) => Promise<readonly string[]>;
}

/** The ground inside one transaction: what rules ask for and is not at hand is read with the transaction, and they are run again. */
export class SessionGround implements Ground {
  readonly fixed: Calendars;
  #book: CalendarBook | null;
  private readonly lineages = new Map<string, readonly string[]>();

  constructor(
    private readonly tx: Tx,
    private readonly parts: GroundParts,
  ) {
    this.fixed = parts.fixed;
    this.#book = parts.source?.book() ?? null;
  }

  get book(): CalendarBook | null {
    return this.#book;
  }

  lineage = (unit: string): readonly string[] => {
    const known = this.lineages.get(unit);
    if (known === undefined) throw new NotAtHandError({ unit });
    return known;
  };

  /** Catches up with what the database says is the newest edit. */
  async follow(newest: number | null): Promise<void> {
    const { source } = this.parts;
    if (source === null || newest === null || newest <= (this.#book?.epoch ?? 0)) return;
    this.#book = await source.refresh(this.tx);
  }

  /** Lineages that were read with many cases at once. */
  know(lineages: Iterable<readonly [string, readonly string[]]>): void {
    for (const [unit, lineage] of lineages) this.lineages.set(unit, lineage);
  }

  /** Runs pure code that may ask for what is not at hand. */
  async run<T>(work: () => T): Promise<T> {
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof NotAtHandError)) throw error;
        await this.supply(error.missing);
      }
    }
  }

  private async supply(missing: NotAtHandError['missing']): Promise<void> {
    if ('epoch' in missing) await this.parts.source?.load(this.tx, [missing.epoch]);
    else this.lineages.set(missing.unit, await this.parts.places(missing.unit, this.tx));
  }
}

/** An edit was committed between reading a case and writing it: what was measured in between may be wrong. Try again. */
export class CalendarsEditedError extends Error {
  override readonly name = 'CalendarsEditedError';
}
