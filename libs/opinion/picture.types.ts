/** How many of some people stand where on a statement. `seen` = agree + disagree + pass. */
export interface Counts {
  seen: number;
  agree: number;
  disagree: number;
  pass: number;
}

export type Point = readonly [x: number, y: number];

/** A letter for each group, the largest first when it is first drawn: `A`, `B` … */
export type GroupName = string;

/** A statement that tells a group from the others. */
export interface Representative {
  statement: number;
  /** Which way the group leans more than the others. */
  leans: 'agree' | 'disagree';
  counts: Counts;
}

export interface OpinionGroup {
  name: GroupName;
  people: number;
  centre: Point;
  /** Standard deviation along both axes. */
  spread: Point;
  representative: Representative[];
}

/** A statement that the groups answer alike. */
export interface UnitedStatement {
  statement: number;
  leans: 'agree' | 'disagree';
  /** Product over the groups of the smoothed share that leans this way, in thousandths. */
  permille: number;
}

/** A row of the table beside the picture. */
export interface StatementCounts {
  statement: number;
  /** Of everybody in the groups; null: too few to be shown without pointing at somebody. */
  counts: Counts | null;
  /** By group, in the order of the groups; null: too few in one of them. */
  byGroup: Counts[] | null;
}

/** Part of the picture where at least `leastGroup` people stand. */
export interface DenseCell {
  centre: Point;
  people: number;
}

/** Opinion groups and what unites them. Nobody can be found in it: every number is of at least `leastGroup` people, or 0. */
export interface OpinionPicture {
  /** People who have taken a position on a statement that is shown; null below the least number. */
  people: number | null;
  /** Those of them with enough positions to be placed; the table counts these. */
  placed: number;
  statements: number;
  positions: number;
  /** Least number of people that is shown. */
  leastShown: number;
  /** Empty when there are too few people for two groups. */
  groups: OpinionGroup[];
  united: UnitedStatement[];
  table: StatementCounts[];
  density: DenseCell[];
}

/** What the next picture starts from, so that groups move and keep their letters. */
export interface OpinionModel {
  numbers: number[];
  means: number[];
  axes: [number[], number[]];
  centres: Point[];
}
