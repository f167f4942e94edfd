import { nearest, type Clusters } from './clusters.rules.js';
import { opinionGroups } from './groups.rules.js';
import type { OpinionRule } from './opinion.vocabulary.js';
import type { Counts, DenseCell, OpinionGroup, OpinionModel, OpinionPicture, Point } from './picture.types.js';
import { positionMatrix, type PersonAnswers, type PositionMatrix } from './position-matrix.js';
import { placesOn, principalPlane } from './projection.rules.js';
import { NO_COUNTS, representativeOf, unitedStatements, type GroupCounts } from './shares.rules.js';

/** Everything a picture is drawn from. */
export interface Answers {
  /** Numbers of the statements that are shown. */
  shown: readonly number[];
  answers: readonly PersonAnswers[];
}

export interface Drawn {
  picture: OpinionPicture;
  model: OpinionModel;
  /** Group of each placed person, by index into `picture.groups`; never stored, never shown to others. */
  groupOf: ReadonlyMap<string, number>;
}

type Rule = Pick<OpinionRule, 'leastPositions' | 'leastGroup' | 'mostGroups' | 'agreedPercent'>;

/**
 * Draws opinion groups and what unites them, as Polis does: people are placed by principal components, grouped by k-means, and
 * described by the statements that tell a group from the others and by those all groups answer alike. The same answers and the
 * same last model always give the same picture.
 */
export function drawPicture({ shown, answers }: Answers, rule: Rule, last?: OpinionModel): Drawn {
  const matrix = positionMatrix(answers, shown, rule.leastPositions);
  const plane = principalPlane(matrix, last);
  const points = placesOn(plane, matrix, rule.leastPositions);
  const clusters = opinionGroups(points, rule, last?.centres);
  const counted = countBy(matrix, clusters);
  const table = counted.map((row) => shownRow(row, rule.leastGroup, clusters !== null));
  const open = table.flatMap(({ statement, byGroup, counts }) => {
    const groups = byGroup ?? (clusters === null && counts !== null ? [counts] : null);
    return groups === null ? [] : [{ statement, byGroup: groups }];
  });
  const took = positionMatrix(answers, shown, 1);
  const picture: OpinionPicture = {
    people: took.people.length < rule.leastGroup ? null : took.people.length,
    placed: matrix.people.length < rule.leastGroup ? 0 : matrix.people.length,
    statements: shown.length,
    positions: took.people.length < rule.leastGroup ? 0 : took.values.length,
    leastShown: rule.leastGroup,
    groups: clusters === null ? [] : groupsOf(clusters, points, open),
    united: unitedStatements(
      open.filter(({ byGroup }) => byGroup.every(({ seen }) => seen >= rule.leastGroup)),
      rule.agreedPercent,
    ),
    table,
    density: densityOf(points, rule.leastGroup),
  };
  const groupOf = new Map(matrix.people.map((person, row) => [person, clusters?.labels[row] ?? 0]));
  return { picture, model: modelOf(matrix, plane, clusters), groupOf: clusters === null ? new Map() : groupOf };
}

/** The group somebody's own answers would put them in; null while there are no groups or too few answers. */
export function groupOfAnswers(own: PersonAnswers, model: OpinionModel, rule: Rule): number | null {
  const matrix = positionMatrix([own], model.numbers, rule.leastPositions);
  if (model.centres.length === 0 || matrix.people.length === 0) return null;
  const [one, two] = model.axes.map((axis) => Float64Array.from(axis));
  if (one === undefined || two === undefined) return null;
  const [point] = placesOn({ means: Float64Array.from(model.means), axes: [one, two] }, matrix, rule.leastPositions);
  return point === undefined ? null : nearest(point, model.centres);
}

function modelOf(
  { numbers }: PositionMatrix,
  { means, axes: [one, two] }: ReturnType<typeof principalPlane>,
  clusters: Clusters | null,
): OpinionModel {
  return { numbers: [...numbers], means: [...means], axes: [[...one], [...two]], centres: clusters?.centres ?? [] };
}

/** Counts of every statement by group; of one group of all where there are none. */
function countBy(
  { numbers, people, starts, columns, values }: PositionMatrix,
  clusters: Clusters | null,
): GroupCounts[] {
  const groups = clusters?.centres.length ?? 1;
  const counts = numbers.map(() => Array.from({ length: groups }, () => ({ ...NO_COUNTS })));
  for (let row = 0; row < people.length; row += 1) {
    const group = clusters?.labels[row] ?? 0;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const cell = counts[columns[at] ?? 0]?.[group];
      if (cell !== undefined) add(cell, values[at] ?? 0);
    }
  }
  return numbers.map((statement, column) => ({ statement, byGroup: counts[column] ?? [] }));
}

function add(counts: Counts, value: number): void {
  counts.seen += 1;
  if (value > 0) counts.agree += 1;
  else if (value < 0) counts.disagree += 1;
  else counts.pass += 1;
}

/**
 * No number of fewer people than the rule allows. Where one group is too small the others are kept back too: together with the
 * sum they would tell it.
 */
function shownRow({ statement, byGroup }: GroupCounts, least: number, hasGroups: boolean) {
  const all = byGroup.reduce(
    (sum, { seen, agree, disagree, pass }) => ({
      seen: sum.seen + seen,
      agree: sum.agree + agree,
      disagree: sum.disagree + disagree,
      pass: sum.pass + pass,
    }),
    NO_COUNTS,
  );
  const isEnough = all.seen >= least;
  const areEnough = hasGroups && byGroup.every(({ seen }) => seen === 0 || seen >= least);
  return { statement, counts: isEnough ? all : null, byGroup: isEnough && areEnough ? [...byGroup] : null };
}

function groupsOf(
  { centres, sizes, labels }: Clusters,
  points: readonly Point[],
  table: GroupCounts[],
): OpinionGroup[] {
  return centres.map((centre, group) => ({
    name: String.fromCharCode(65 + group),
    people: sizes[group] ?? 0,
    centre: rounded(centre),
    spread: rounded(
      spreadOf(
        points.filter((_, at) => labels[at] === group),
        centre,
      ),
    ),
    representative: representativeOf(group, table),
  }));
}

function spreadOf(points: readonly Point[], [cx, cy]: Point): Point {
  let [x, y] = [0, 0];
  for (const [px, py] of points) {
    x += (px - cx) * (px - cx);
    y += (py - cy) * (py - cy);
  }
  const count = Math.max(1, points.length);
  return [Math.sqrt(x / count), Math.sqrt(y / count)];
}

const CELLS_ACROSS = 14;

/** Squares in which enough people stand; how the others are spread is nobody's business. */
function densityOf(points: readonly Point[], least: number): DenseCell[] {
  const reach = points.reduce((most, [x, y]) => Math.max(most, Math.abs(x), Math.abs(y)), 0);
  if (reach === 0) return [];
  const side = (2 * reach) / CELLS_ACROSS;
  const cells = Map.groupBy(points, ([x, y]) => `${String(Math.floor(x / side))} ${String(Math.floor(y / side))}`);
  return [...cells]
    .filter(([, inside]) => inside.length >= least)
    .map(([key, inside]) => {
      const [column = 0, row = 0] = key.split(' ').map(Number);
      return { centre: rounded([(column + 0.5) * side, (row + 0.5) * side]), people: inside.length };
    })
    .sort((a, b) => a.centre[1] - b.centre[1] || a.centre[0] - b.centre[0]);
}

function rounded([x, y]: Point): Point {
  return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
}
