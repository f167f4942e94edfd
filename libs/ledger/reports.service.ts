import type { AppraisalFacts, ExclusionFacts, RateName } from '#libs/contract';
import { RATE_NAMES } from '#libs/contract';
import type { Database, Tx } from '#libs/database';
import type { Label } from '#libs/engine';

import { confidentialCount, countedBy, countedOf, type RatesQuestion } from './rates.sql.js';
import {
  isSampleReached,
  leagueOf,
  percentOf,
  totalOf,
  type Counted,
  type Counts,
  type Fraction,
  type Ranked,
} from './rates.rules.js';
import { dayAfter, monthNumber, type Period } from './periods.rules.js';
import { activity, exclusionsOf, reportLines, type ReportLine, type ReportQuestion } from './report.sql.js';
import { startOfDay } from './days.rules.js';
import { ACTIVITY_LABELS, PERIOD_LABELS, type Activity } from './words.js';

export interface ReportParts {
  database: Database;
  localDateOf: (instant: string) => string;
}

/** A rate with its percent beside both numbers, never without them. */
export interface ShownRate extends Fraction {
  percent: string | null;
}

/** Rates and counts of a group. */
export interface ShownGroup {
  key: string | null;
  counts: Counts;
  rates: Record<RateName, ShownRate>;
  /** Whether one in ten outcomes was called back about; null where there was none. */
  callBackReached: boolean | null;
}

/** Rates of some months, group by group. */
export interface ShownRates {
  groups: ShownGroup[];
  total: ShownGroup;
  /** Confidential needs that are in no rate: only where there are ten or more in a community and month. */
  confidential: number;
}

/** Everything a unit's account of a period says. */
export interface Report {
  realm: string;
  unit: string;
  period: Period['period'];
  name: string;
  from: string;
  to: string;
  /** What was known when it was made. */
  asOf: string;
  /** Only where the period is still under way: it is shown, and never kept. */
  isProvisional?: true;
  title: Label;
  activity: Record<Activity, number>;
  labels: Record<Activity, Label>;
  /** Of months and quarters. */
  rates: ShownGroup | null;
  confidential: number | null;
  exclusions: Pick<ExclusionFacts, 'entry' | 'rate' | 'ground' | 'result'>[];
  appraisal: { period: string; points: number; most: number; streets: number; silent: string[] }[];
  entries: ReportLine[];
  /** More entries than a document holds. */
  more: boolean;
}

/** Whose account of which period, and whether that is still under way. */
export interface ReportOrder {
  realm: string;
  unit: string;
  period: Period;
  asOf: string;
  isProvisional?: boolean;
}

const ENTRIES = 500;

/** Rates, leagues and reports, read from the account. Writes nothing. */
export class Reports {
  constructor(private readonly parts: ReportParts) {}

  async rates(question: RatesQuestion): Promise<ShownRates> {
    const { database } = this.parts;
    const groups = await countedBy(database, question);
    const confidential = await confidentialCount(database, question);
    return { groups: groups.map(shown), total: shown(totalOf(groups)), confidential };
  }

  /** Departments or dispatchers by one rate; `least` cases before anybody is ranked. */
  async league(
    question: RatesQuestion,
    order: { by: RateName; least: number },
  ): Promise<(ShownGroup & { rank: number | null })[]> {
    const ranked: Ranked[] = leagueOf(await countedBy(this.parts.database, question), order);
    return ranked.map((group) => ({ ...shown(group), rank: group.rank }));
  }

  /** A unit's account of a period, as it is known at `asOf`. */
  async report(tx: Tx, asked: ReportOrder): Promise<Report> {
    const { realm, unit, period, asOf, isProvisional = false } = asked;
    const { localDateOf } = this.parts;
    const start = startOfDay(period.from, localDateOf);
    const span: ReportQuestion = { realm, unit, start, end: startOfDay(dayAfter(period.to), localDateOf) };
    const lines = await reportLines(tx, span, ENTRIES + 1);
    const exclusions = await exclusionsOf(tx, span);
    const isLong = period.period === 'month' || period.period === 'quarter';
    return {
      ...{ realm, unit, period: period.period, name: period.name, from: period.from, to: period.to, asOf },
      ...(isProvisional ? { isProvisional } : {}),
      title: titleOf(period, isProvisional),
      activity: await activity(tx, span),
      labels: ACTIVITY_LABELS,
      ...(isLong ? await this.#ratesOf(tx, { ...asked, period }) : { rates: null, confidential: null }),
      exclusions: exclusions.map(({ entry, rate, ground, result }) => ({ entry, rate, ground, result })),
      appraisal: await appraisalsOf(tx, { realm, unit, before: span.end }),
      entries: lines.slice(0, ENTRIES),
      more: lines.length > ENTRIES,
    };
  }

  async #ratesOf(tx: Tx, { realm, unit, period, asOf }: { realm: string; unit: string; period: Period; asOf: string }) {
    const months = { from: monthNumber(period.from), to: monthNumber(period.to) };
    const question = { realm, ...months, asOf };
    const counted = await this.#countedOf(tx, question, unit);
    return { rates: shown(counted), confidential: await confidentialCount(tx, { ...question, by: 'community', unit }) };
  }

  /** A place answers for everything within it, a department for its own tasks, and who only dispatches for what it dispatched. */
  async #countedOf(tx: Tx, question: Omit<RatesQuestion, 'by'>, unit: string): Promise<Counted> {
    for (const axis of ['community', 'street', 'district', 'department', 'dispatcher'] as const) {
      const counted = await countedOf(tx, question, { axis, key: unit });
      if (counted !== null) return counted;
    }
    return totalOf([]);
  }
}

function shown({ key, counts, rates }: Pick<Ranked, 'key' | 'counts' | 'rates'>): ShownGroup {
  const withPercent = Object.fromEntries(
    RATE_NAMES.map((rate) => [rate, { ...rates[rate], percent: percentOf(rates[rate]) }]),
  ) as Record<RateName, ShownRate>;
  return { key, counts, rates: withPercent, callBackReached: isSampleReached(counts) };
}

function titleOf({ period, name, from, to }: Period, isProvisional: boolean): Label {
  const { zh, en } = PERIOD_LABELS[period];
  const span = from === to ? from : `${from} – ${to}`;
  const mark = isProvisional ? { zh: '【暂】', en: ' – provisional' } : { zh: '', en: '' };
  return { zh: `${mark.zh}${zh} ${name}（${span}）`, en: `${en} ${name} (${span})${mark.en}` };
}

/** What streets have said of a department in published appraisals, the newest two. */
async function appraisalsOf(
  tx: Tx,
  { realm, unit, before }: { realm: string; unit: string; before: string },
): Promise<Report['appraisal']> {
  const rows = await tx.query<{ facts: AppraisalFacts }>(
    `select facts from ledger_facts where realm = $1 and workflow = 'appraisal' and facts->'departments' ? $2
       and facts->>'publishedAt' < $3 order by facts->>'period' desc limit 2`,
    [realm, unit, before],
  );
  return rows.map(({ facts }) => {
    const own = facts.appraisals.filter(({ department }) => department === unit);
    const points = own.flatMap(({ scores }) => Object.values(scores)).reduce((sum, score) => sum + score, 0);
    return {
      period: facts.period,
      points,
      most: facts.pointsMost * own.length,
      streets: own.length,
      silent: facts.silent,
    };
  });
}
