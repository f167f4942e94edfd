import type { PersonId } from '#libs/registry';

/** What one person has answered: numbers of statements and the positions on them, in the same order. */
export interface PersonAnswers {
  person: PersonId;
  statements: readonly number[];
  positions: readonly number[];
}

/**
 * Participants × statements with −1, 0 and 1; what was not answered is missing, not 0. The cells of row `i` are those from
 * `starts[i]` to `starts[i + 1]`.
 */
export interface PositionMatrix {
  /** Numbers of the statements, ascending: the columns. */
  numbers: readonly number[];
  people: readonly PersonId[];
  starts: Int32Array;
  columns: Int32Array;
  values: Int8Array;
}

/**
 * The matrix of those who have answered enough of the statements. Rows in the order of the people's ids and columns in that of
 * the numbers, so that the same answers give the same picture, in whatever order they were read.
 */
export function positionMatrix(
  answers: readonly PersonAnswers[],
  shown: readonly number[],
  leastPositions: number,
): PositionMatrix {
  const numbers = shown.toSorted((a, b) => a - b);
  const columnOf = new Map(numbers.map((number, column) => [number, column]));
  const rows = answers
    .map(({ person, statements, positions }) => ({ person, cells: cellsOf(statements, positions, columnOf) }))
    .filter(({ cells }) => cells.length > 0 && cells.length >= Math.min(leastPositions, numbers.length))
    .sort((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : 0));
  const size = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const columns = new Int32Array(size);
  const values = new Int8Array(size);
  let at = 0;
  for (const [row, { cells }] of rows.entries()) {
    for (const [column, value] of cells) {
      columns[at] = column;
      values[at] = value;
      at += 1;
    }
    starts[row + 1] = at;
  }
  return { numbers, people: rows.map(({ person }) => person), starts, columns, values };
}

function cellsOf(
  statements: readonly number[],
  positions: readonly number[],
  columnOf: ReadonlyMap<number, number>,
): [column: number, value: number][] {
  const cells: [number, number][] = [];
  for (const [at, number] of statements.entries()) {
    const column = columnOf.get(number);
    const value = positions[at];
    if (column !== undefined && value !== undefined) cells.push([column, value]);
  }
  return cells.sort(([a], [b]) => a - b);
}

/** How many have answered each column, and the mean of their positions; 0 where nobody has. */
export function columnMeans({ numbers, columns, values }: PositionMatrix): Float64Array {
  const sums = new Float64Array(numbers.length);
  const seen = new Float64Array(numbers.length);
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0;
    sums[column] = (sums[column] ?? 0) + (values[at] ?? 0);
    seen[column] = (seen[column] ?? 0) + 1;
  }
  return sums.map((sum, column) => ((seen[column] ?? 0) === 0 ? 0 : sum / (seen[column] ?? 1)));
}
