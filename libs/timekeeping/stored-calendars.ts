import { defineCalendar, type Calendar, type CalendarDefinition } from '#libs/calendar';
import type { CalendarBook, CalendarEdit, CalendarSource } from '#libs/cases';
import type { Tx } from '#libs/database';

import { bodiesOf, NEWEST, versionsSince } from './versions.sql.js';

/** Days of calendars in memory. A calendar is worked out once, however many versions have the same days. */
class Bodies {
  private readonly byEpoch = new Map<number, Calendar>();
  private readonly byDigest = new Map<string, Calendar>();

  get(epoch: number): Calendar | undefined {
    return this.byEpoch.get(epoch);
  }

  put({ epoch, digest, body }: { epoch: number; digest: string; body: CalendarDefinition }): void {
    const calendar = this.byDigest.get(digest) ?? defineCalendar(body);
    this.byDigest.set(digest, calendar);
    this.byEpoch.set(epoch, calendar);
  }
}

class Book implements CalendarBook {
  readonly epoch: number;
  private readonly byName: ReadonlyMap<string, readonly CalendarEdit[]>;

  constructor(
    readonly edits: readonly CalendarEdit[],
    private readonly bodies: Bodies,
  ) {
    this.epoch = edits.at(-1)?.epoch ?? 0;
    this.byName = Map.groupBy(edits, ({ name }) => name);
  }

  named(name: string): readonly CalendarEdit[] {
    return this.byName.get(name) ?? [];
  }

  calendar(epoch: number): Calendar | undefined {
    return this.bodies.get(epoch);
  }

  /** The newest edit of each calendar of the installation itself. */
  installation(): number[] {
    return [...this.byName.values()].flatMap((edits) => edits.findLast(({ unit }) => unit === null)?.epoch ?? []);
  }
}

/** The stored calendars as this process knows them. It hears of edits by their number, which is read with every case. */
export class StoredCalendars implements CalendarSource {
  readonly newestSql = NEWEST;
  private readonly bodies = new Bodies();
  #book = new Book([], this.bodies);

  book(): CalendarBook {
    return this.#book;
  }

  async refresh(source: Pick<Tx, 'query'>): Promise<CalendarBook> {
    const before = this.#book;
    const rows = await versionsSince(source, before.epoch);
    const edits = rows.map(({ epoch, name, unit, version, at, by, reason }): CalendarEdit => ({
      epoch,
      name,
      unit,
      version,
      at,
      by,
      reason,
    }));
    const book = new Book([...before.edits, ...edits], this.bodies);
    await this.load(source, book.installation());
    // another transaction may have been quicker
    if (book.epoch > this.#book.epoch) this.#book = book;
    return this.#book;
  }

  async load(source: Pick<Tx, 'query'>, epochs: readonly number[]): Promise<void> {
    const missing = epochs.filter((epoch) => this.bodies.get(epoch) === undefined);
    if (missing.length === 0) return;
    const rows = await bodiesOf(source, missing);
    if (rows.length < missing.length) throw new Error(`there are no calendars ${missing.join(', ')}`);
    for (const row of rows) this.bodies.put(row);
  }

  /** The installation's newest calendar of a name; `undefined` when there is none. */
  newest(name: string): Calendar | undefined {
    const edit = this.#book.named(name).findLast(({ unit }) => unit === null);
    return edit === undefined ? undefined : this.#book.calendar(edit.epoch);
  }
}
