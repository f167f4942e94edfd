import type { Database } from '#libs/database';
import type { Claims } from '#libs/privacy';
import type { ColourClass, Registry } from '#libs/registry';

/** Who visits households of which colour in the demonstration, and how many. */
const VISITORS = [
  { key: 'coordinator', colour: 'red', count: 2 },
  { key: 'gridLeader', colour: 'orange', count: 3 },
  { key: 'volunteer', colour: 'blue', count: 3 },
  { key: 'partyMember', colour: 'blue', count: 2 },
] as const satisfies readonly { key: string; colour: ColourClass; count: number }[];

interface Ground {
  database: Database;
  registry: Registry;
  claims: Claims;
  today: () => string;
}

/** Gives some households of the first grid to people of the demonstration, unless somebody has taken on any. */
export async function loadDemoClaims({ database, registry, claims, today }: Ground): Promise<void> {
  const { demoPeople, unitId } = await import('#apps/demo');
  await database.transaction(async (tx) => {
    const [taken] = await tx.query(`select from claims limit 1`);
    if (taken !== undefined) return;
    const homes = await registry.households(tx, unitId('limin-g1'));
    const free = Map.groupBy(homes, ({ colour }) => colour);
    const from = today();
    const period = { from, to: `${String(Number(from.slice(0, 4)) + 1)}${from.slice(4)}`.replace('-02-29', '-02-28') };
    for (const { key, colour, count } of VISITORS)
      for (const { id } of (free.get(colour) ?? []).splice(0, count)) {
        const claim = { household: id, person: demoPeople[key].id, purpose: 'care' as const, ...period };
        await claims.assign(tx, claim, demoPeople.coordinator.id);
      }
  });
}
