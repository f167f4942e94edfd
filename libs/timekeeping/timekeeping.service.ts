import { isDeepStrictEqual } from 'node:util';

import { PRESET_CALENDARS, presetCalendars, type Calendar } from '#libs/calendar';
import type { Database, Tx } from '#libs/database';
import type { Actor, Instant } from '#libs/engine';

import { changed, checked, digestOf, newYears, withHolidayData } from './edit.rules.js';
import { StoredCalendars } from './stored-calendars.js';
import { TimekeepingRefused } from './timekeeping.refused.js';
import type { CalendarChange, CalendarVersion, CalendarVersionRow } from './timekeeping.vocabulary.js';
import {
  hasPreset,
  insertVersion,
  lockCalendars,
  newestVersions,
  ownVersion,
  versionsOf,
  writtenWith,
} from './versions.sql.js';

const INSTALLATION: Actor = { kind: 'system', name: 'installation' };
const HOLIDAY_DATA: Actor = { kind: 'system', name: 'holiday data' };

/** Somebody changes a calendar. */
export interface EditOrder {
  name: string;
  /** The unit whose own it is or becomes, with those above it, nearest first; empty: the installation's. */
  lineage: readonly string[];
  /** Version of its own that its author has seen; 0: there was none yet. */
  base: number;
  change: CalendarChange;
  /** Also in the own calendars of units below that have one. */
  alsoBelow: boolean;
  reason: string;
  by: Actor;
  /** Default: the database's clock. For worlds with a clock of their own. */
  at?: Instant | undefined;
}

export interface TimekeepingOptions {
  /** The unit and the units above it, nearest first. */
  lineage: (tx: Tx, unit: string) => Promise<readonly string[]>;
  /** Default: those of the program. */
  presets?: Readonly<Record<string, Calendar>>;
}

/** Calendars of an installation and of its units: versions that are never altered, each with its reason. */
export class Timekeeping {
  readonly calendars = new StoredCalendars();
  private readonly presets: Readonly<Record<string, Calendar>>;

  constructor(private readonly options: TimekeepingOptions) {
    this.presets = options.presets ?? presetCalendars();
  }

  /**
   * At the start of a process: stores the calendars the program brings, and holiday data that is new in it, as edits. Answers them.
   * Data that an older program still knows is not taken back.
   */
  async open(database: Database, at?: Instant): Promise<CalendarVersionRow[]> {
    const written = await database.transaction((tx) => this.adopt(tx, at), { retries: 3 });
    await this.calendars.refresh(database);
    return written;
  }

  private async adopt(tx: Tx, at: Instant | undefined): Promise<CalendarVersionRow[]> {
    await lockCalendars(tx);
    const newest = await newestVersions(tx);
    const written: CalendarVersionRow[] = [];
    for (const [name, preset] of Object.entries(this.presets)) {
      const mark = digestOf(preset);
      if (!newest.some((one) => one.name === name && one.unit === null)) {
        const first = { name, unit: null, body: preset, digest: mark, kept: { dates: [], years: [] }, preset: mark };
        const reason = '程序预置 · preset of the program';
        written.push(await insertVersion(tx, { ...first, reason, by: INSTALLATION, at }));
      } else if (!(await hasPreset(tx, name, mark))) {
        const own = newest.filter((one) => one.name === name);
        for (const version of own) written.push(...(await takeOver(tx, version, { preset, mark, at })));
      }
    }
    return written;
  }

  /** The calendar of a name that holds for a unit: the nearest one up its lineage, else the installation's. */
  async calendarFor(tx: Tx, unit: string | null, name: string): Promise<CalendarVersion | null> {
    const lineage = unit === null ? [] : await this.options.lineage(tx, unit);
    return this.nearest(tx, name, lineage);
  }

  /** The calendars that hold for a unit, one of each name. */
  async list(tx: Tx, lineage: readonly string[]): Promise<CalendarVersion[]> {
    const newest = await newestVersions(tx);
    const names = [...new Set([...PRESET_CALENDARS, ...newest.map(({ name }) => name)])];
    return names.flatMap((name) => {
      const own = [...lineage, null].flatMap(
        (place) => newest.find((one) => one.name === name && one.unit === place) ?? [],
      );
      return own.slice(0, 1);
    });
  }

  /** Versions of the calendar that holds for a unit, newest first. */
  async versions(tx: Tx, name: string, lineage: readonly string[]): Promise<CalendarVersionRow[]> {
    const held = await this.nearest(tx, name, lineage);
    return held === null ? [] : versionsOf(tx, name, held.unit);
  }

  /** The calendar as it would be after an order. @throws TimekeepingRefused like {@link edit} */
  async draft(tx: Tx, order: Pick<EditOrder, 'name' | 'lineage' | 'base' | 'change'>): Promise<Calendar> {
    const { after } = await this.prepared(tx, order);
    return after.body;
  }

  /**
   * Writes the next version of a calendar, and of the units' own ones below it. It holds from then on; running clocks are measured
   * anew by `Remeasuring`, or by whoever touches their case first. The same edit sent again by its author, as after an answer
   * that got lost, is answered with the versions it wrote.
   * @throws TimekeepingRefused `calendar.unknown`, `calendar.version_stale`, `calendar.nothing_changed`, or what is wrong with it
   */
  async edit(tx: Tx, order: EditOrder): Promise<CalendarVersionRow[]> {
    await lockCalendars(tx);
    const made = await this.repeated(tx, order);
    if (made !== null) return made;
    const { from, after } = await this.prepared(tx, order);
    const { name, reason, by, at } = order;
    const unit = order.lineage[0] ?? null;
    const write = (place: string | null, { body, kept }: typeof after) =>
      insertVersion(tx, { name, unit: place, body, digest: digestOf(body), kept, preset: from.preset, reason, by, at });
    const written = [await write(unit, after)];
    if (!order.alsoBelow) return written;
    for (const below of await this.ownBelow(tx, name, unit)) {
      const next = changed({ body: checked(below.body), kept: below.kept }, order.change);
      if (digestOf(next.body) !== below.digest && below.unit !== null) written.push(await write(below.unit, next));
    }
    return written;
  }

  /** What this very edit has written already; `null`: it has not been made, or something else was. */
  private async repeated(tx: Tx, order: EditOrder): Promise<CalendarVersionRow[] | null> {
    const { name, lineage, base, change, reason, by } = order;
    const own = await ownVersion(tx, name, lineage[0] ?? null);
    if (own?.version !== base + 1 || own.reason !== reason || !isDeepStrictEqual(own.by, by)) return null;
    // an edit made twice is the same calendar: what it names is so already
    const again = changed({ body: checked(own.body), kept: own.kept }, change);
    if (digestOf(again.body) !== own.digest || !isDeepStrictEqual(again.kept, own.kept)) return null;
    return [own, ...(await writtenWith(tx, own))];
  }

  private async prepared(
    tx: Tx,
    { name, lineage, base, change }: Pick<EditOrder, 'name' | 'lineage' | 'base' | 'change'>,
  ) {
    const unit = lineage[0] ?? null;
    const own = await ownVersion(tx, name, unit);
    const from = own ?? (await this.nearest(tx, name, lineage));
    if (from === null) throw new TimekeepingRefused('calendar.unknown', { params: { name } });
    const newest = own?.version ?? 0;
    if (base !== newest) throw new TimekeepingRefused('calendar.version_stale', { params: { newest } });
    const after = changed({ body: checked(from.body), kept: from.kept }, change);
    if (digestOf(after.body) === from.digest) throw new TimekeepingRefused('calendar.nothing_changed');
    return { from, after };
  }

  private async nearest(tx: Tx, name: string, lineage: readonly string[]): Promise<CalendarVersion | null> {
    const [held] = (await this.list(tx, lineage)).filter((one) => one.name === name);
    return held ?? null;
  }

  /** Units below a unit, or of the whole installation, that have this calendar of their own. */
  private async ownBelow(tx: Tx, name: string, unit: string | null): Promise<CalendarVersion[]> {
    const below: CalendarVersion[] = [];
    for (const version of await newestVersions(tx)) {
      if (version.name !== name || version.unit === null || version.unit === unit) continue;
      const lineage = await this.options.lineage(tx, version.unit);
      if (unit === null || lineage.includes(unit)) below.push(version);
    }
    return below;
  }
}

/** Holiday data that the program brings, as an edit of a calendar; none when the calendar has it already. */
async function takeOver(
  tx: Tx,
  version: CalendarVersion,
  { preset, mark, at }: { preset: Calendar; mark: string; at: Instant | undefined },
): Promise<CalendarVersionRow[]> {
  const before = checked(version.body);
  const body = withHolidayData({ body: before, kept: version.kept }, preset);
  if (digestOf(body) === version.digest) return [];
  const years = newYears(before, body).join('、');
  const reason =
    years === '' ? '节假日数据更正 · holiday data corrected' : `节假日数据：${years} 年 · holiday data: ${years}`;
  const { name, unit, kept } = version;
  return [
    await insertVersion(tx, {
      name,
      unit,
      body,
      digest: digestOf(body),
      kept,
      preset: mark,
      reason,
      by: HOLIDAY_DATA,
      at,
    }),
  ];
}
