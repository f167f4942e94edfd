import type { Tx } from '#libs/database';
import type { VisitedHousehold, VisitedMember } from '#libs/privacy';
import type { HouseholdId, Registry } from '#libs/registry';

/** A household as a visit needs it. Only the room of privacy asks, and shows it to those who need to know. */
export async function visitedHousehold(tx: Tx, registry: Registry, id: HouseholdId): Promise<VisitedHousehold | null> {
  const household = await registry.household(tx, id);
  if (household === null) return null;
  const members = await tx.query<VisitedMember>(
    `select id as person, name, birth_year as "birthYear", flags from people
     where household = $1 and merged_into is null and erased_on is null and died_on is null order by birth_year nulls last, id`,
    [id],
  );
  const { stairwell, address, flat, colour } = household;
  return { id, unit: stairwell, address, flat, colour, members };
}
