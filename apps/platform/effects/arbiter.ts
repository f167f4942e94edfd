import { z } from 'zod';

import type { EffectHandler } from '#libs/cases';
import type { Database, Tx } from '#libs/database';
import type { Registry, UnitId, UnitRecord } from '#libs/registry';

/** What the search for an arbiter works with. */
export interface ArbiterParts {
  database: Database;
  registry: Registry;
  localDateOf: (instant: string) => string;
  now: () => string;
}

const dispute = z.object({ units: z.array(z.string()).min(1), place: z.string(), round: z.int() });
/** Who can rule: the offices that the acts of arbitration are for. */
const RULING_ROLES = ['leader', 'coordinator'] as const;

/** Finds who stands above all units in dispute, and who takes what nobody takes. */
export function findArbiter(parts: ArbiterParts): EffectHandler {
  return async (call) => {
    const { units, place, round } = dispute.parse(call.payload);
    const found = await parts.database.transaction(
      async (tx) => ({
        unit: await arbiterOf(tx, parts, { units, place }),
        fallback: await fallbackOf(tx, parts.registry, units[0] ?? place),
      }),
      { readOnly: true },
    );
    return { type: 'arbiter.found', payload: { ...found, round } };
  };
}

/**
 * The lowest unit above all of them. Where one unit alone has returned it twice, the place counts as the other side. Nobody judges in
 * their own cause, so a party to the dispute gives way to the unit above it; and where nobody sits who could rule, the next one above
 * does. Null where nothing stands above the parties but a party: a joint meeting is to name one. A unit without any above it that has
 * returned what nobody else was asked for is at odds with nobody, and says itself who does it.
 */
async function arbiterOf(
  tx: Tx,
  { registry, localDateOf, now }: ArbiterParts,
  { units, place }: { units: readonly string[]; place: string },
): Promise<UnitId | null> {
  const parties = [...new Set(units)];
  const lowest = await registry.lowestCommonAncestor(tx, parties.length > 1 ? parties : [...parties, place]);
  if (lowest === null) return null;
  const above = (await registry.lineage(tx, lowest)).filter((unit) => !units.includes(unit));
  const on = localDateOf(now());
  for (const unit of above)
    for (const role of RULING_ROLES)
      if ((await registry.holders(tx, { role, unit, on, exact: true })).length > 0) return unit;
  return above[0] ?? (parties.length > 1 ? null : lowest);
}

/** The district of the unit asked first (兜底); a city without districts itself; else the highest place above the unit. */
async function fallbackOf(tx: Tx, registry: Registry, first: UnitId): Promise<UnitId> {
  const above = await registry.ancestors(tx, first);
  const of = (kind: UnitRecord['kind']): UnitRecord | undefined => above.find((unit) => unit.kind === kind);
  return (of('district') ?? of('city') ?? above.at(-1))?.id ?? first;
}
