import type { Database, Tx } from '#libs/database';
import type { JsonObject } from '#libs/engine';

import { asContent, digestOf } from './document.rules.js';
import { startOfDay } from './days.rules.js';
import { periodsEnded, type Period } from './periods.rules.js';
import type { Reports } from './reports.service.js';
import type { DigestPeriod } from './ledger.vocabulary.js';

export interface DigestParts {
  database: Database;
  reports: Reports;
  realm: string;
  now: () => string;
  localDateOf: (instant: string) => string;
  /** On the calendar of the office, make-up days included. */
  isWorkingDay: (day: string) => boolean;
}

/** A digest as it is kept. */
export interface Digest {
  unit: string;
  period: DigestPeriod;
  name: string;
  from: string;
  to: string;
  content: JsonObject;
  digest: string;
  madeAt: string;
}

const COLUMNS = `unit, period, name, from_day as "from", to_day as "to", content, digest, made_at as "madeAt"`;
/** Days of the past a worker that was away makes up for; older weeks, months and quarters are all made. */
const DAYS_BACK = 31;
const AT_ONCE = 200;

/**
 * Daily, weekly, monthly and quarterly accounts of every unit that has one, written once each when their period is over. A worker
 * that was away writes those that are missing; two at the same time write one.
 */
export class Digests {
  constructor(private readonly parts: DigestParts) {}

  /** Answers how many were written. */
  async makeMissing(): Promise<number> {
    const { database, realm, localDateOf, now, isWorkingDay } = this.parts;
    const today = localDateOf(now());
    const units = await database.query<{ unit: string; since: string }>(
      `select unit, min(opened_at) as since from (
         select unnest(array[unit, community, street, district]) as unit, opened_at from ledger_entries
         where realm = $1 and not is_confidential) u where unit is not null group by unit order by unit`,
      [realm],
    );
    let made = 0;
    for (const { unit, since } of units) {
      const ended = periodsEnded(localDateOf(since), today, isWorkingDay);
      const days = ended.filter(({ period }) => period === 'day').slice(-DAYS_BACK);
      const wanted = [...days, ...ended.filter(({ period }) => period !== 'day')];
      for (const period of await this.#missing(unit, wanted)) {
        if (made >= AT_ONCE) return made;
        made += await database.transaction((tx) => this.#make(tx, unit, period));
      }
    }
    return made;
  }

  async #missing(unit: string, wanted: readonly Period[]): Promise<Period[]> {
    const kept = await this.parts.database.query<{ name: string }>(
      `select name from ledger_digests where realm = $1 and unit = $2`,
      [this.parts.realm, unit],
    );
    const names = new Set(kept.map(({ name }) => name));
    return wanted.filter(({ name }) => !names.has(name));
  }

  async #make(tx: Tx, unit: string, period: Period): Promise<number> {
    const { reports, realm, now } = this.parts;
    const asOf = now();
    const content = asContent(await reports.report(tx, { realm, unit, period, asOf }));
    const rows = await tx.query<{ name: string }>(
      `insert into ledger_digests (realm, unit, period, name, from_day, to_day, content, digest, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning name`,
      [realm, unit, period.period, period.name, period.from, period.to, content, digestOf(content), asOf],
    );
    return rows.length;
  }

  /** Digests of a unit, newest first. */
  list(
    tx: Tx,
    { unit, period, limit }: { unit: string; period?: DigestPeriod | undefined; limit: number },
  ): Promise<Digest[]> {
    return tx.query<Digest>(
      `select ${COLUMNS} from ledger_digests where realm = $1 and unit = $2 and ($3::text is null or period = $3)
       order by to_day desc, from_day, name limit $4`,
      [this.parts.realm, unit, period ?? null, limit],
    );
  }

  async read(tx: Tx, unit: string, name: string): Promise<Digest | null> {
    const rows = await tx.query<Digest>(
      `select ${COLUMNS} from ledger_digests where realm = $1 and unit = $2 and name = $3`,
      [this.parts.realm, unit, name],
    );
    return rows[0] ?? null;
  }

  /** Whether a period is over, or under way. */
  hasBegun({ from }: Period): boolean {
    const { localDateOf, now } = this.parts;
    return localDateOf(now()) >= from;
  }

  /** Whether a period is over by now. */
  isOver({ to }: Period): boolean {
    const { localDateOf, now } = this.parts;
    return startOfDay(to, localDateOf) < now() && localDateOf(now()) > to;
  }
}
