import type { Tx } from '#libs/database';
import { dutiesFor, matterLine } from '#libs/registry';
import type { LocalDate, MatterId, MatterRecord, Registry, UnitId, UnitRecord } from '#libs/registry';

import { PLACE_TIERS, routeOf } from './routing.rules.js';
import type { Route } from './routing.vocabulary.js';

/** What the router reads of the registry. */
export type RouterRegistry = Pick<Registry, 'ancestors' | 'units' | 'mattersAt' | 'servedBy' | 'unitByCode' | 'unit'>;

/** Which matter, where, when. `matter` is an id, a code or a name of the catalogue at the place; `place` an id or a code. */
export interface RouteRequest {
  matter: string;
  place: string;
  on: LocalDate;
  danger: boolean;
}

/** A route with the records it speaks of, so that it can be said in words. */
export interface Routed {
  route: Route;
  /** The matter, then its headings. */
  matters: MatterRecord[];
  place: UnitRecord;
  /** Every unit the route names, by id. */
  units: ReadonlyMap<UnitId, UnitRecord>;
}

/** Finds who gets a matter by catalogue, place and duty matrix. Reads only: asking changes nothing. */
export class Router {
  constructor(private readonly registry: RouterRegistry) {}

  /** `null`: there is no such place, or no such matter in the catalogue there. */
  async route(tx: Tx, { matter, place, on, danger }: RouteRequest): Promise<Routed | null> {
    const { registry } = this;
    const where = (await registry.unit(tx, place)) ?? (await registry.unitByCode(tx, place));
    if (where === null) return null;
    const id = await this.matterAt(tx, { matter, place: where.id, on });
    const matters = id === null ? [] : await matterLine(tx, id);
    if (matters.length === 0) return null;
    const lineage = await registry.ancestors(tx, where.id);
    const duties = await dutiesFor(
      tx,
      matters.map((one) => one.id),
    );
    const dutyUnit = await registry.servedBy(tx, { role: 'duty', unit: where.id, on });
    const named = duties.flatMap(({ assignee, unit }) => (assignee === null ? [unit] : [assignee, unit]));
    const others = await this.withSuccessors(tx, [...named, ...(dutyUnit === null ? [] : [dutyUnit])]);
    const units = new Map([...lineage, ...others].map((unit) => [unit.id, unit]));
    const route = routeOf({ matters, lineage, duties, units, on, danger, dutyUnit });
    return {
      route: { ...route, tier: route.tier ?? (await this.tierOf(tx, route.lead.unit)) },
      matters,
      place: where,
      units,
    };
  }

  /** Units, and whoever took over those that were merged. */
  private async withSuccessors(tx: Tx, ids: readonly UnitId[]): Promise<UnitRecord[]> {
    const found = new Map<UnitId, UnitRecord>();
    for (let wanted = [...new Set(ids)]; wanted.length > 0;) {
      const units = await this.registry.units(tx, wanted);
      for (const unit of units) found.set(unit.id, unit);
      const heirs = units.flatMap(({ successor }) => successor ?? []);
      wanted = [...new Set(heirs)].filter((id) => !found.has(id));
    }
    return [...found.values()];
  }

  /** Tier of a department: that of the lowest place it serves. */
  private async tierOf(tx: Tx, unit: UnitId): Promise<Route['tier']> {
    const above = await this.registry.ancestors(tx, unit);
    return above.find(({ kind }) => PLACE_TIERS.includes(kind))?.kind ?? null;
  }

  /** Id of a matter by id, by code, or by its name in either language, in the catalogue that holds at a place. */
  private async matterAt(
    tx: Tx,
    { matter, place, on }: { matter: string; place: UnitId; on: LocalDate },
  ): Promise<MatterId | null> {
    const catalogue = await this.registry.mattersAt(tx, place, on);
    const asked = matter.trim().toLowerCase();
    const found =
      catalogue.find(({ id }) => id === matter) ??
      catalogue.find(({ code }) => code === matter) ??
      catalogue.find(({ name }) => name.zh === matter.trim() || name.en.toLowerCase() === asked);
    return found?.id ?? null;
  }
}
