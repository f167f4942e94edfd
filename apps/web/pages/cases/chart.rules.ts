/** A box of a chart. */
export interface Box {
  id: string;
  parent: string | null;
}

/** Where a case stood after an entry of its journal. */
export interface PathEntry {
  seq: number;
  at: string;
  states: readonly string[];
}

/** A time a case spent in a state: from the entry it came by to the one it left by; `null`: it is there. */
export interface Stay {
  from: number;
  to: number | null;
}

/** The entry that says where the case stood after number `seq`. */
export function standingAt(path: readonly PathEntry[], seq: number): PathEntry | undefined {
  return path.findLast((entry) => entry.seq <= seq);
}

/** Every state the case had stood in by then. */
export function visitedUntil(path: readonly PathEntry[], seq: number): ReadonlySet<string> {
  return new Set(path.filter((entry) => entry.seq <= seq).flatMap(({ states }) => states));
}

/** When the case was in a state, as far as `seq`. */
export function staysIn(path: readonly PathEntry[], state: string, seq: number): Stay[] {
  const stays: Stay[] = [];
  for (const entry of path.filter((one) => one.seq <= seq)) {
    const open = stays.at(-1);
    const isIn = entry.states.includes(state);
    if (isIn && (open === undefined || open.to !== null)) stays.push({ from: entry.seq, to: null });
    if (!isIn && open?.to === null) open.to = entry.seq;
  }
  return stays;
}

/** Whether an entry happened in one of these stays: it brought the case there, happened there or led away. */
export function isWithin(stays: readonly Stay[], seq: number): boolean {
  return stays.some(({ from, to }) => seq >= from && (to === null || seq <= to));
}

/** States that others stand around: everything outside of a state, innermost first. */
export function around(boxes: readonly Box[], state: string): string[] {
  const parent = boxes.find(({ id }) => id === state)?.parent ?? null;
  return parent === null ? [] : [parent, ...around(boxes, parent)];
}

/** Those of the states that have none of the others inside: what people mean by “where it is”. */
export function innermost(boxes: readonly Box[], states: readonly string[]): string[] {
  const outer = new Set(states.flatMap((state) => around(boxes, state)));
  return states.filter((state) => !outer.has(state));
}

/** A place in the drawing. */
export interface Point {
  x: number;
  y: number;
}

const AXES = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
} as const;
export type Arrow = keyof typeof AXES;
export const isArrow = (key: string): key is Arrow => Object.hasOwn(AXES, key);

/** The nearest box in the direction of an arrow key; what lies aside counts as twice as far. */
export function nextTowards(places: ReadonlyMap<string, Point>, from: string, arrow: Arrow): string | undefined {
  const here = places.get(from);
  if (here === undefined) return undefined;
  const axis = AXES[arrow];
  let best: { id: string; far: number } | undefined;
  for (const [id, { x, y }] of places) {
    const [dx, dy] = [x - here.x, y - here.y];
    const along = dx * axis.x + dy * axis.y;
    const aside = Math.abs(dx * axis.y) + Math.abs(dy * axis.x);
    const far = along + 2 * aside;
    if (id !== from && along > 1 && (best === undefined || far < best.far)) best = { id, far };
  }
  return best?.id;
}

/** The part of the drawing in sight. */
export interface ViewBox extends Point {
  width: number;
  height: number;
}

/** Nearer or farther around a point that stays where it is; never nearer than 1/12 nor farther than twice the whole. */
export function zoomed(view: ViewBox, whole: ViewBox, by: { factor: number; at?: Point }): ViewBox {
  const { factor, at = { x: view.x + view.width / 2, y: view.y + view.height / 2 } } = by;
  const width = Math.min(Math.max(view.width / factor, whole.width / 12, 120), Math.max(whole.width, view.width) * 2);
  const scale = width / view.width;
  return {
    x: at.x - (at.x - view.x) * scale,
    y: at.y - (at.y - view.y) * scale,
    width,
    height: view.height * scale,
  };
}

/** The view moved by parts of its own size. */
export function panned(view: ViewBox, by: Point): ViewBox {
  return { ...view, x: view.x + by.x * view.width, y: view.y + by.y * view.height };
}

/** A view of the shape of the frame around these places, no nearer than `readable` units across. */
export function viewOn(places: readonly Point[], frame: { width: number; height: number }, readable: number): ViewBox {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const shape = frame.height / frame.width;
  const width = Math.max(readable, right - left + readable / 3, (bottom - top + readable / 4) / shape);
  const height = width * shape;
  return { x: (left + right) / 2 - width / 2, y: (top + bottom) / 2 - height / 2, width, height };
}
