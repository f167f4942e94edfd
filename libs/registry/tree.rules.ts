import { BODY_KINDS, RESIDENT_ROLE } from './registry.vocabulary.js';
import type { Grant, NewUnit, UnitId, UnitKind, UnitRecord } from './registry.vocabulary.js';

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

const PLACES: readonly UnitKind[] = [
  'city',
  'district',
  'street',
  'community',
  'compound',
  'grid',
  'building',
  'stairwell',
];

/** Problems that forbid adding units under each other, as sentences for an import report. Empty: fine. */
export function treeProblems(units: readonly NewUnit[], known: ReadonlyMap<UnitId, TreeNode>): string[] {
  const all = new Map<UnitId, TreeNode>([...known, ...units.map((unit) => [unit.id, unit] as const)]);
  return units.flatMap((unit) => {
    if (unit.parent === null) return [];
    const parent = all.get(unit.parent);
    if (!parent) return [`${unit.code}: the parent unit is not known`];
    const rank = PLACES.indexOf(unit.kind);
    const above = PLACES.indexOf(parent.kind);
    if (rank >= 0 && above < 0) return [`${unit.code}: a ${unit.kind} cannot stand under a ${parent.kind}`];
    return rank >= 0 && rank <= above ? [`${unit.code}: a ${unit.kind} cannot stand under a ${parent.kind}`] : [];
  });
}

/** Orders units so that every parent comes before its children; throws on a circle or a missing parent. */
export function parentsFirst(units: readonly NewUnit[], known: ReadonlySet<UnitId>): NewUnit[] {
  const waiting = new Map<UnitId, NewUnit[]>();
  const ordered: NewUnit[] = [];
  const own = new Set(units.map((unit) => unit.id));
  for (const unit of units) {
    if (unit.parent === null || known.has(unit.parent)) ordered.push(unit);
    else if (own.has(unit.parent)) waiting.set(unit.parent, [...(waiting.get(unit.parent) ?? []), unit]);
    else throw new Error(`unit ${unit.code}: the parent unit is not known`);
  }
  for (let index = 0; index < ordered.length; index += 1) {
    const unit = ordered[index];
    if (unit) ordered.push(...(waiting.get(unit.id) ?? []));
  }
  if (ordered.length !== units.length) throw new Error('units stand under each other in a circle');
  return ordered;
}
