import { Controller, Inject, Req } from '@nestjs/common';

import { blockCounts, Platform } from '#apps/platform';
import { COUNT_LABELS, monthNumber, RATE_LABELS } from '#libs/ledger';
import type { UnitKind } from '#libs/registry';

import { insightEndpoints as endpoints } from '../api/insight.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpRequest } from '../http/http.types.js';
import { RegistryDesk } from '../http/registry-desk.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

const YEAR_MS = 365 * 86_400_000;
/** Units that are places: only they have something below or within them. */
const PLACES: readonly UnitKind[] = [
  ...(['city', 'district', 'street', 'community', 'streetBlock', 'neighbourhood', 'compound'] as const),
  ...(['courtyard', 'grid', 'building', 'stairwell'] as const),
];
const NO_BLOCK = { open: 0, overdue: 0, done: 0, judged: 0, solved: 0 };

/** Figures for charts and lists of places. */
@Controller()
export class InsightController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(RegistryDesk) private readonly desk: RegistryDesk,
  ) {}

  @Route(endpoints.readTrend)
  async trend(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(endpoints.readTrend, request);
    const { registry, ledger, now } = this.platform;
    const unit = (await this.desk.read((tx) => registry.unit(tx, query.unit))) ?? refuse('resource.unknown');
    const months = monthsBefore(this.desk.today(), query.months);
    const [from = '', to = ''] = [months[0], months.at(-1)];
    const asOf = now();
    const { groups, total } = await ledger.reports.rates({
      ...{ realm: ledger.realm, from: monthNumber(from), to: monthNumber(to), by: 'month', asOf },
      ...{ unit: unit.id, category: query.category },
    });
    const byMonth = new Map(groups.map((group) => [group.key, group]));
    const nothing = {
      counts: Object.fromEntries(Object.keys(total.counts).map((key) => [key, 0])),
      rates: Object.fromEntries(
        Object.keys(total.rates).map((key) => [key, { numerator: 0, denominator: 0, excluded: 0, percent: null }]),
      ),
    };
    return {
      ...{ unit: { id: unit.id, name: unit.name }, from, to, asOf },
      months: months.map((month) => {
        const { counts, rates } = byMonth.get(String(monthNumber(month))) ?? nothing;
        return { month, counts, rates };
      }),
      labels: { rates: RATE_LABELS, counts: COUNT_LABELS },
    };
  }

  @Route(endpoints.readBlocks)
  async blocks(@Req() request: HttpRequest) {
    const { query } = await this.gate.visit(endpoints.readBlocks, request);
    const { registry, cases, database, now } = this.platform;
    const today = this.desk.today();
    const { unit, children } = await this.desk.read(async (tx) => ({
      unit: (await registry.unit(tx, query.unit)) ?? refuse('resource.unknown'),
      children: await registry.children(tx, query.unit),
    }));
    const places = children.filter(({ kind, to }) => PLACES.includes(kind) && (to === null || to > today));
    const at = now();
    const since = new Date(Date.parse(at) - YEAR_MS).toISOString();
    const { realm } = cases.world;
    const counts = await blockCounts(
      database,
      { realm, workflow: query.workflow ?? 'issue', unit: unit.id, now: at, since },
      places.map(({ id }) => id),
    );
    const byUnit = new Map(counts.map(({ unit: id, ...count }) => [id, count]));
    const shown = (id: string) => {
      const { open, overdue, done, judged, solved } = byUnit.get(id) ?? NO_BLOCK;
      const percent = judged === 0 ? null : (Math.round((solved * 1000) / judged) / 10).toFixed(1);
      return { open, overdue, done, solved: { numerator: solved, denominator: judged, percent } };
    };
    return {
      unit: { id: unit.id, name: unit.name, kind: unit.kind },
      rows: places.map(({ id, name, kind }) => ({ unit: { id, name, kind }, ...shown(id) })),
      total: shown(unit.id),
    };
  }
}

/** Whole months before the present one, oldest first: `2026-02`. */
function monthsBefore(today: string, count: number): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + (month - 1) - count + index;
    return `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
