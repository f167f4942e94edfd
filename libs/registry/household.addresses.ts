import type { Tx } from '#libs/database';

import { addressOf } from './address.rules.js';
import type { NamedPlace } from './address.rules.js';
import type { Body } from './record.tables.js';

interface PlaceRow extends NamedPlace {
  below: string;
}

/** The named places above these units, the units themselves among them, lowest first. */
async function placesAbove(tx: Tx, units: readonly string[]): Promise<Map<string, PlaceRow[]>> {
  const rows = await tx.query<PlaceRow>(
    // each unit above is looked up by its id: a join on the path would compare every unit with every other
    `select u.id as below, a.kind, a.name from units u cross join lateral unnest(string_to_array(u.path, '/')) k(id)
       cross join lateral (select kind, name, path from units where id = k.id offset 0) a
     where u.id = any($1) order by length(a.path) desc`,
    [[...new Set(units)]],
  );
  return Map.groupBy(rows, ({ below }) => below);
}

/** Addresses of households, with what they are found by. */
export async function addressesOf(
  tx: Tx,
  households: readonly Body[],
): Promise<Map<string, { address: string; grams: string[] }>> {
  const places = await placesAbove(
    tx,
    households.map((one) => String(one['stairwell'])),
  );
  return new Map(
    households.map((one) => {
      const above = places.get(String(one['stairwell'])) ?? [];
      return [one.id, addressOf({ places: above, flat: String(one['flat']) })];
    }),
  );
}

/** Makes the addresses of households below units that moved or were renamed anew. */
export async function readdress(tx: Tx, units: readonly string[]): Promise<void> {
  if (units.length === 0) return;
  const households = await tx.query<Body>(
    `select distinct h.id, h.stairwell, h.flat from units top join units u on u.path like top.path || '%'
     join households h on h.stairwell = u.id where top.id = any($1)`,
    [units],
  );
  if (households.length === 0) return;
  const rows = [...(await addressesOf(tx, households))].map(([id, made]) => ({ id, ...made }));
  await tx.query(
    `update households h set address = r.address, grams = r.grams
     from jsonb_to_recordset($1::jsonb) as r(id text, address text, grams text[]) where h.id = r.id`,
    [JSON.stringify(rows)],
  );
}
