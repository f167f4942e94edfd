import { bestClusters, distancesOf, silhouette, type Clusters } from './clusters.rules.js';
import type { Point } from './picture.types.js';

/** Another number of groups must tell people apart by this much better before the picture changes its number. */
const WORTH_CHANGING = 0.02;

export interface GroupRule {
  leastGroup: number;
  mostGroups: number;
}

/**
 * Divides people into 2 to `mostGroups` opinion groups, as many as are told apart best, none smaller than `leastGroup`. The number
 * stays what it was unless another one is clearly better, and groups keep their places in the list while they move. Null where
 * there are too few people, or where all stand at one place.
 */
export function opinionGroups(points: readonly Point[], rule: GroupRule, last: readonly Point[] = []): Clusters | null {
  const candidates: { clusters: Clusters; apart: number; isLast: boolean }[] = [];
  const distances = distancesOf(points);
  for (let k = 2; k <= rule.mostGroups && k * rule.leastGroup <= points.length; k += 1) {
    const clusters = bestClusters(points, k, last);
    if (clusters.sizes.some((size) => size < rule.leastGroup)) continue;
    candidates.push({ clusters, apart: silhouette(distances, clusters), isLast: last.length === k });
  }
  const [first, ...others] = candidates;
  if (first === undefined) return null;
  const best = others.reduce((kept, other) => (other.apart > kept.apart ? other : kept), first);
  const before = candidates.find(({ isLast }) => isLast);
  const chosen = before !== undefined && best.apart < before.apart + WORTH_CHANGING ? before : best;
  return arranged(chosen.clusters, chosen.isLast ? last : []);
}

/** Each group in the place of the last one it is nearest to; without a last one the largest first. */
function arranged({ centres, labels, sizes, inertia }: Clusters, last: readonly Point[]): Clusters {
  const order = last.length === centres.length ? matched(centres, last) : bySize(sizes);
  const placeOf = new Map(order.map((label, place) => [label, place]));
  return {
    centres: order.map((label) => centres[label] ?? [0, 0]),
    sizes: order.map((label) => sizes[label] ?? 0),
    labels: labels.map((label) => placeOf.get(label) ?? 0),
    inertia,
  };
}

function bySize(sizes: readonly number[]): number[] {
  return sizes.map((_, label) => label).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
}

function matched(centres: readonly Point[], last: readonly Point[]): number[] {
  const pairs = last.flatMap(([x, y], place) =>
    centres.map(([cx, cy], label) => ({ place, label, distance: (x - cx) * (x - cx) + (y - cy) * (y - cy) })),
  );
  const order = new Map<number, number>();
  for (const { place, label } of pairs.sort((a, b) => a.distance - b.distance))
    if (!order.has(place) && ![...order.values()].includes(label)) order.set(place, label);
  return last.map((_, place) => order.get(place) ?? place);
}
