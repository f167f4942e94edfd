import type { Point } from './picture.types.js';

/** Points divided into clusters: `labels[i]` is the cluster of point `i`. */
export interface Clusters {
  centres: Point[];
  labels: Int32Array;
  sizes: number[];
  /** Sum of squared distances to the own centre. */
  inertia: number;
}

const MOST_ROUNDS = 100;
/** Silhouettes compare everybody with everybody; of more people every second, third … is taken. */
const MOST_COMPARED = 1000;

const ORIGIN: Point = [0, 0];

/** k-means from given centres. A cluster that loses everybody keeps its centre and has size 0. */
export function kMeans(points: readonly Point[], start: readonly Point[]): Clusters {
  let centres: Point[] = [...start];
  let labels = nearestOf(points, centres);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    centres = centresOf(points, labels, centres);
    const next = nearestOf(points, centres);
    const isSettled = next.every((label, at) => label === labels[at]);
    labels = next;
    if (isSettled) break;
  }
  const sizes = centres.map(() => 0);
  let inertia = 0;
  for (const [at, point] of points.entries()) {
    const label = labels[at] ?? 0;
    sizes[label] = (sizes[label] ?? 0) + 1;
    inertia += squaredDistance(point, centres[label] ?? [0, 0]);
  }
  return { centres, labels, sizes, inertia };
}

/**
 * The best of several starts: people in equal shares along either axis, the farthest from each other, and the last centres.
 * None of them is drawn by lot, so that the same points give the same clusters.
 */
export function bestClusters(points: readonly Point[], k: number, last?: readonly Point[]): Clusters {
  const starts = [alongAxis(points, k, 0), alongAxis(points, k, 1), farthest(points, k)];
  if (last?.length === k) starts.unshift([...last]);
  return starts
    .map((start) => kMeans(points, start))
    .reduce((best, other) => (other.inertia < best.inertia * (1 - 1e-9) ? other : best));
}

/** Distances between people, once for all the ways to divide them. */
export interface Distances {
  /** Indexes of the points that are compared. */
  chosen: readonly number[];
  /** Row after row. */
  between: Float64Array;
}

/** Between all points; of more than {@link MOST_COMPARED} every second, third … is taken. */
export function distancesOf(points: readonly Point[]): Distances {
  const step = Math.max(1, Math.ceil(points.length / MOST_COMPARED));
  const chosen = Array.from({ length: Math.ceil(points.length / step) }, (_, at) => at * step);
  const size = chosen.length;
  const xs = Float64Array.from(chosen, (at) => points[at]?.[0] ?? 0);
  const ys = Float64Array.from(chosen, (at) => points[at]?.[1] ?? 0);
  const between = new Float64Array(size * size);
  for (let one = 0; one < size; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const [x, y] = [(xs[one] ?? 0) - (xs[other] ?? 0), (ys[one] ?? 0) - (ys[other] ?? 0)];
      const distance = Math.sqrt(x * x + y * y);
      between[one * size + other] = distance;
      between[other * size + one] = distance;
    }
  }
  return { chosen, between };
}

/** How well clusters are told apart, from −1 to 1: mean over people of how much nearer their own cluster is than the next one. */
export function silhouette({ chosen, between }: Distances, { labels, sizes }: Clusters): number {
  const of = Int32Array.from(chosen, (at) => labels[at] ?? 0);
  const size = chosen.length;
  let sum = 0;
  for (let one = 0; one < size; one += 1) {
    const distances = new Float64Array(sizes.length);
    const counts = new Int32Array(sizes.length);
    for (let other = 0; other < size; other += 1) {
      if (one === other) continue;
      const label = of[other] ?? 0;
      distances[label] = (distances[label] ?? 0) + (between[one * size + other] ?? 0);
      counts[label] = (counts[label] ?? 0) + 1;
    }
    sum += apartness(distances, counts, of[one] ?? 0);
  }
  return size === 0 ? 0 : sum / size;
}

function apartness(distances: Float64Array, counts: Int32Array, own: number): number {
  const inside = (counts[own] ?? 0) === 0 ? 0 : (distances[own] ?? 0) / (counts[own] ?? 1);
  let outside = Infinity;
  for (const [label, distance] of distances.entries()) {
    const count = counts[label] ?? 0;
    if (label !== own && count > 0) outside = Math.min(outside, distance / count);
  }
  const larger = Math.max(inside, outside);
  if ((counts[own] ?? 0) === 0 || larger === 0 || outside === Infinity) return 0;
  return (outside - inside) / larger;
}

/** The cluster whose centre is nearest; of equally near ones the first. */
export function nearest(point: Point, centres: readonly Point[]): number {
  let best = 0;
  let least = Infinity;
  for (let label = 0; label < centres.length; label += 1) {
    const distance = squaredDistance(point, centres[label] ?? ORIGIN);
    if (distance < least) {
      least = distance;
      best = label;
    }
  }
  return best;
}

function nearestOf(points: readonly Point[], centres: readonly Point[]): Int32Array {
  const labels = new Int32Array(points.length);
  for (let at = 0; at < points.length; at += 1) labels[at] = nearest(points[at] ?? ORIGIN, centres);
  return labels;
}

function centresOf(points: readonly Point[], labels: Int32Array, before: readonly Point[]): Point[] {
  const [xs, ys] = [new Float64Array(before.length), new Float64Array(before.length)];
  const counts = new Int32Array(before.length);
  for (let at = 0; at < points.length; at += 1) {
    const point = points[at] ?? ORIGIN;
    const label = labels[at] ?? 0;
    xs[label] = (xs[label] ?? 0) + point[0];
    ys[label] = (ys[label] ?? 0) + point[1];
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return before.map((centre, label): Point => {
    const count = counts[label] ?? 0;
    return count === 0 ? centre : [(xs[label] ?? 0) / count, (ys[label] ?? 0) / count];
  });
}

function alongAxis(points: readonly Point[], k: number, axis: 0 | 1): Point[] {
  const sorted = points.toSorted((a, b) => a[axis] - b[axis] || a[(1 - axis) as 0 | 1] - b[(1 - axis) as 0 | 1]);
  return Array.from({ length: k }, (_, part) => sorted[Math.floor(((part + 0.5) * sorted.length) / k)] ?? [0, 0]);
}

function farthest(points: readonly Point[], k: number): Point[] {
  const chosen: Point[] = [];
  const distances = Float64Array.from(points, (point) => squaredDistance(point, [0, 0]));
  while (chosen.length < k) {
    let at = 0;
    for (const [index, distance] of distances.entries()) if (distance > (distances[at] ?? 0)) at = index;
    const next = points[at] ?? ([0, 0] as const);
    chosen.push(next);
    const isFirst = chosen.length === 1;
    for (const [index, point] of points.entries()) {
      const distance = squaredDistance(point, next);
      distances[index] = isFirst ? distance : Math.min(distance, distances[index] ?? 0);
    }
  }
  return chosen;
}

// by index: taking points apart by pattern goes through iterators, and this is what the time is spent on
function squaredDistance(one: Point, other: Point): number {
  const x = one[0] - other[0];
  const y = one[1] - other[1];
  return x * x + y * y;
}
