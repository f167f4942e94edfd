import { RESIDENT_ROLE } from './registry.vocabulary.js';
import type { Grant, UnitRecord } from './registry.vocabulary.js';
import { BODY_KINDS, PLACE_RANKS } from './units.vocabulary.js';
import type { UnitId, UnitKind } from './units.vocabulary.js';

/** Path of a unit below `parent` (`null`: a root). */
export function pathOf(id: UnitId, parent: Pick<UnitRecord, 'path'> | null): string {
  return `${parent?.path ?? '/'}${id}/`;
}

/** Ids on a path from the unit itself up to the root. */
export function lineageOf(path: string): UnitId[] {
  return path
    .split('/')
    .filter((id) => id !== '')
    .reverse();
}

/** The lowest unit above or equal to all given ones; `null` when they share no root. */
export function lowestCommonAncestor(paths: readonly string[]): UnitId | null {
  const [first, ...others] = paths.map(lineageOf);
  if (!first) return null;
  const sets = others.map((line) => new Set(line));
  return first.find((id) => sets.every((set) => set.has(id))) ?? null;
}

/** A unit as needed to find out where an office counts. */
export type TreeNode = Pick<UnitRecord, 'id' | 'parent' | 'kind'>;

/** The place a unit serves: itself, or for a body within bodies the first unit above that is none. */
export function servedUnit(unit: UnitId, nodes: ReadonlyMap<UnitId, TreeNode>): UnitId {
  let node = nodes.get(unit);
  while (node && BODY_KINDS.includes(node.kind) && node.parent !== null) node = nodes.get(node.parent);
  return node?.id ?? unit;
}

/** What the offices somebody holds today amount to; an office in a body also counts at the place the body serves. */
export function grantsFrom(
  offices: readonly { role: string; unit: UnitId }[],
  nodes: ReadonlyMap<UnitId, TreeNode>,
): Grant[] {
  return offices.flatMap(({ role, unit }): Grant[] => {
    const served = servedUnit(unit, nodes);
    const direct: Grant = { role, unit, held: 'office' };
    return served === unit ? [direct] : [direct, { role, unit: served, held: 'body' }];
  });
}

/** The grant of living somewhere: residents are residents of their whole community, not of their stairwell only. */
export function residenceGrant(home: UnitId, nodes: ReadonlyMap<UnitId, TreeNode>): Grant | null {
  let node = nodes.get(home);
  while (node && node.kind !== 'community') node = node.parent === null ? undefined : nodes.get(node.parent);
  return node ? { role: RESIDENT_ROLE, unit: node.id, held: 'residence' } : null;
}

/** Whether a unit of one kind may stand right under one of another; among the parts of a community, only different kinds. */
export function mayStandUnder(kind: UnitKind, above: UnitKind): boolean {
  const rank = PLACE_RANKS[kind];
  if (rank === undefined) return true;
  const rankAbove = PLACE_RANKS[above];
  if (rankAbove === undefined || kind === above) return false;
  return rank > rankAbove || (rank === rankAbove && rank === PLACE_RANKS.grid);
}

/** Units in an order in which every parent comes before its children. Those in a circle are left over. */
export function parentsFirst<Unit extends { id: UnitId; parent: UnitId | null }>(
  units: readonly Unit[],
): { ordered: Unit[]; circle: Unit[] } {
  const own = new Set(units.map(({ id }) => id));
  const below = Map.groupBy(units, ({ parent }) => (parent !== null && own.has(parent) ? parent : null));
  const ordered = [...(below.get(null) ?? [])];
  // a list that grows while it is walked: children are appended after their parents
  for (const { id } of ordered) ordered.push(...(below.get(id) ?? []));
  const placed = new Set(ordered);
  return { ordered, circle: units.filter((unit) => !placed.has(unit)) };
}
