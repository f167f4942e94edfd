/** What is covered, in pixels of the stored picture. */
export interface Mask {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Point {
  x: number;
  y: number;
}

/** Smaller covers are slips of the hand. */
const LEAST = 4;

/** The cover between two corners, inside the picture, in whole pixels; `null`: too small to be meant. */
export function maskBetween(a: Point, b: Point, picture: { width: number; height: number }): Mask | null {
  const within = (at: number, most: number): number => Math.round(Math.min(most, Math.max(0, at)));
  const left = within(Math.min(a.x, b.x), picture.width);
  const top = within(Math.min(a.y, b.y), picture.height);
  const width = within(Math.max(a.x, b.x), picture.width) - left;
  const height = within(Math.max(a.y, b.y), picture.height) - top;
  return width < LEAST || height < LEAST ? null : { left, top, width, height };
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A cover moved, or resized with `isResizing`, by one key press; `null`: that key does nothing. */
export function maskByKey(
  mask: Mask,
  { key, isResizing }: { key: string; isResizing: boolean },
  picture: { width: number; height: number },
): Mask | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const size = Math.max(1, Math.round(picture.width / 60));
  const [x, y] = [step[0] * size, step[1] * size];
  const { left, top, width, height } = mask;
  const moved = isResizing
    ? { left, top, width: width + x, height: height + y }
    : { left: left + x, top: top + y, width, height };
  return maskBetween(
    { x: moved.left, y: moved.top },
    { x: moved.left + Math.max(LEAST, moved.width), y: moved.top + Math.max(LEAST, moved.height) },
    picture,
  );
}
