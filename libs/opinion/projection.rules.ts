import type { OpinionModel, Point } from './picture.types.js';
import { columnMeans, type PositionMatrix } from './position-matrix.js';

/*
 * Only + − × ÷ and square roots are used: they are exact by IEEE 754 on every machine, so that everybody who recomputes a
 * picture gets the same one.
 */

/** The plane people are placed on: mean of each statement, and the two directions in which opinions differ most. */
export interface Plane {
  means: Float64Array;
  axes: readonly [Float64Array, Float64Array];
}

const MOST_ROUNDS = 200;
const NEAR_ENOUGH = 1e-16;

/**
 * Principal components by power iteration over the answers that are there; a missing one stands at the mean of its statement and
 * so weighs nothing. Starts from the last plane where there is one: after one more vote it is there in a few rounds.
 */
export function principalPlane(matrix: PositionMatrix, last?: OpinionModel): Plane {
  const means = columnMeans(matrix);
  const first = direction(matrix, means, { from: startOf(matrix, last, 0), not: [] });
  const second = direction(matrix, means, { from: startOf(matrix, last, 1), not: [first] });
  return {
    means,
    axes: [facing(first, matrix, weightsOf(last, 0)), facing(second, matrix, weightsOf(last, 1))],
  };
}

/** Where everybody stands, in the order of the matrix's people. */
export function placesOn({ means, axes: [one, two] }: Plane, matrix: PositionMatrix, prior: number): Point[] {
  const { people, starts, columns, values, numbers } = matrix;
  return people.map((_, row) => {
    let x = 0;
    let y = 0;
    const [from = 0, to = 0] = [starts[row], starts[row + 1]];
    for (let at = from; at < to; at += 1) {
      const column = columns[at] ?? 0;
      const off = (values[at] ?? 0) - (means[column] ?? 0);
      x += off * (one[column] ?? 0);
      y += off * (two[column] ?? 0);
    }
    const scale = fullness(numbers.length, to - from, prior);
    return [x * scale, y * scale];
  });
}

/**
 * Whoever has answered less stands nearer to the middle for want of answers, not of opinion: the place is scaled up by the
 * square root of the share answered, as Polis does. `prior` unanswered ones count as answered with the mean, so that few answers
 * do not throw anybody to the edge.
 */
function fullness(statements: number, answered: number, prior: number): number {
  return Math.sqrt((statements + prior) / (answered + prior));
}

interface Search {
  from: Float64Array;
  /** Directions it must be at right angles to. */
  not: readonly Float64Array[];
}

function direction(matrix: PositionMatrix, means: Float64Array, { from, not }: Search): Float64Array {
  let now = unit(without(from, not));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = unit(without(spreadAlong(matrix, means, now), not));
    let moved = 0;
    for (let column = 0; column < next.length; column += 1)
      moved += ((next[column] ?? 0) - (now[column] ?? 0)) * ((next[column] ?? 0) - (now[column] ?? 0));
    now = next;
    if (moved < NEAR_ENOUGH) break;
  }
  return now;
}

/** The covariance of the statements times a direction, without ever writing the covariance down. */
function spreadAlong(
  { people, starts, columns, values }: PositionMatrix,
  means: Float64Array,
  along: Float64Array,
): Float64Array {
  const result = new Float64Array(along.length);
  for (let row = 0; row < people.length; row += 1) {
    const [from = 0, to = 0] = [starts[row], starts[row + 1]];
    let stands = 0;
    for (let at = from; at < to; at += 1) {
      const column = columns[at] ?? 0;
      stands += ((values[at] ?? 0) - (means[column] ?? 0)) * (along[column] ?? 0);
    }
    for (let at = from; at < to; at += 1) {
      const column = columns[at] ?? 0;
      result[column] = (result[column] ?? 0) + ((values[at] ?? 0) - (means[column] ?? 0)) * stands;
    }
  }
  return result;
}

/** The last axis; statements that are new begin with a small weight of their own, so that none is at right angles for ever. */
function startOf({ numbers }: PositionMatrix, last: OpinionModel | undefined, axis: 0 | 1): Float64Array {
  const known = weightsOf(last, axis);
  return Float64Array.from(numbers, (number) => known.get(number) ?? (1 + ((number * 7 + axis * 3) % 11)) / 100);
}

function weightsOf(last: OpinionModel | undefined, axis: 0 | 1): Map<number, number> {
  return new Map(last?.numbers.map((number, column) => [number, last.axes[axis][column] ?? 0]));
}

/** A direction and its opposite are the same: it faces where the last one did, or else its largest weight is positive. */
function facing(axis: Float64Array, { numbers }: PositionMatrix, known: ReadonlyMap<number, number>): Float64Array {
  let along = 0;
  let largest = 0;
  for (const [column, weight] of axis.entries()) {
    along += weight * (known.get(numbers[column] ?? 0) ?? 0);
    if (Math.abs(weight) > Math.abs(largest)) largest = weight;
  }
  return (along === 0 ? largest : along) < 0 ? axis.map((weight) => -weight) : axis;
}

function without(vector: Float64Array, others: readonly Float64Array[]): Float64Array {
  const rest = Float64Array.from(vector);
  for (const other of others) {
    let along = 0;
    for (const [column, weight] of other.entries()) along += weight * (rest[column] ?? 0);
    for (const [column, weight] of other.entries()) rest[column] = (rest[column] ?? 0) - along * weight;
  }
  return rest;
}

/** Of length 1; all zero where opinions do not differ. */
function unit(vector: Float64Array): Float64Array {
  let square = 0;
  for (const weight of vector) square += weight * weight;
  return square < 1e-24 ? new Float64Array(vector.length) : vector.map((weight) => weight / Math.sqrt(square));
}
