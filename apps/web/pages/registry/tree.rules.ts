import { PLACE_KINDS, UNIT_KINDS } from './vocabulary.rules.js';

interface Node {
  id: string;
  parent: string | null;
  kind: string;
  name: string;
  code: string;
  to: string | null;
}

/** Units below each unit: places first, from the highest kind down; by code, so that building 2 stands before 10 and grid 2 before 3. */
export function childrenOf<Unit extends Node>(units: readonly Unit[]): ReadonlyMap<string | null, readonly Unit[]> {
  const known = new Set(units.map(({ id }) => id));
  const children = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && known.has(unit.parent) ? unit.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  for (const some of children.values()) some.sort(inOrder);
  return children;
}

const rankOf = ({ kind }: Node): number => (UNIT_KINDS as readonly string[]).indexOf(kind);

function inOrder(one: Node, other: Node): number {
  return rankOf(one) - rankOf(other) || one.code.localeCompare(other.code, 'en', { numeric: true });
}

/** Whether a unit is a place where people are, and not an assembly or a department. */
export const isPlace = ({ kind }: { kind: string }): boolean => PLACE_KINDS.includes(kind);

/** Units above a unit, highest first, as far as they are known. */
export function aboveOf<Unit extends Node>(units: readonly Unit[], id: string): Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const above: Unit[] = [];
  let parent = byId.get(id)?.parent ?? null;
  while (parent !== null && above.length < 20) {
    const unit = byId.get(parent);
    if (unit === undefined) break;
    above.unshift(unit);
    parent = unit.parent;
  }
  return above;
}

/** Units to open at first: from the root down until there is something to choose from. */
export function openedAtFirst<Unit extends Node>(
  children: ReadonlyMap<string | null, readonly Unit[]>,
  most = 30,
): ReadonlySet<string> {
  const opened = new Set<string>();
  let level = children.get(null) ?? [];
  let shown = level.length;
  while (level.length > 0) {
    const below = level.flatMap(({ id }) => children.get(id) ?? []);
    if (shown + below.length > most && opened.size > 0) break;
    for (const { id } of level) if (children.has(id)) opened.add(id);
    shown += below.length;
    level = below.filter(isPlace);
  }
  return opened;
}
