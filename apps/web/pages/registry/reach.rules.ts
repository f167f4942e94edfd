/** Which offices bring what this area offers; the service decides, this only keeps what would be refused out of sight. */
const BROUGHT_BY = {
  read: ['coordinator', 'secretary', 'collector', 'gridLeader', 'recorder', 'hotline', 'duty', 'operator'],
  write: ['coordinator', 'secretary', 'operator'],
  import: ['coordinator', 'operator'],
  export: ['coordinator', 'secretary', 'operator'],
  catalogue: ['coordinator', 'operator'],
  slips: ['coordinator', 'secretary', 'gridLeader', 'operator'],
  accounts: ['operator'],
  unmask: ['coordinator', 'duty', 'hotline', 'gridLeader', 'operator'],
  visit: ['coordinator', 'gridLeader', 'gridMember', 'volunteer', 'stairwellLeader'],
  assign: ['coordinator', 'gridLeader'],
} as const satisfies Record<string, readonly string[]>;
export type Ability = keyof typeof BROUGHT_BY;

interface Holder {
  roles: readonly { role: string; unit: string; unitName: string; held: string }[];
}

/** Units at which somebody holds an office that brings an ability, each once. */
export function reachOf(me: Holder | undefined, ability: Ability): { unit: string; name: string }[] {
  const offices: readonly string[] = BROUGHT_BY[ability];
  const held = (me?.roles ?? []).filter(({ role, held: how }) => how !== 'residence' && offices.includes(role));
  return [...new Map(held.map(({ unit, unitName }) => [unit, { unit, name: unitName }])).values()];
}

/** Whether somebody has an ability at all, or at a unit: an office counts where it is held and below. */
export function mayDo(me: Holder | undefined, ability: Ability, lineage?: readonly string[]): boolean {
  const reach = reachOf(me, ability);
  return lineage === undefined ? reach.length > 0 : reach.some(({ unit }) => lineage.includes(unit));
}
