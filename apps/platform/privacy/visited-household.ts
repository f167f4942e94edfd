import type { Tx } from '#libs/database';
import type { VisitedHousehold } from '#libs/privacy';
import type { HouseholdId, Registry } from '#libs/registry';

/** A household as a visit needs it. Only the room of privacy asks, and shows it to those who need to know. */
export async function visitedHousehold(tx: Tx, registry: Registry, id: HouseholdId): Promise<VisitedHousehold | null> {
  const household = await registry.household(tx, id);
  if (household === null) return null;
  const people = await registry.people(tx, await registry.inhabitantsOf(tx, id));
  const members = people
    .filter(({ erasedOn, diedOn }) => erasedOn === null && diedOn === null)
    .map(({ id: person, name, birthYear, flags }) => ({ person, name, birthYear, flags }));
  const { stairwell, address, flat, colour } = household;
  return { id, unit: stairwell, address, flat, colour, members };
}
