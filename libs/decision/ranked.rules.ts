/*
 * Ranked papers. Schulze: who beats whom along the strongest path. Instant run-off: whoever has the fewest goes out, and those
 * papers go to whom they name next. Both in whole numbers; neither ever asks in which order the options stand in the question.
 */

/** Papers for each pair, `pairs[i][j]`: the weight of those that put option i before option j. */
export type Pairs = number[][];

/**
 * The strongest paths. A pair is a link when more weight puts i before j than j before i; its strength is the weight that puts i
 * before j; a path is as strong as its weakest link.
 */
export function strongestPaths(pairs: Pairs): Pairs {
  const paths = pairs.map((row, i) => row.map((over, j) => (over > (pairs[j]?.[i] ?? 0) ? over : 0)));
  for (const [k, through] of paths.entries()) {
    for (const row of paths) {
      const toK = row[k] ?? 0;
      if (toK === 0) continue;
      for (let j = 0; j < row.length; j += 1) {
        row[j] = Math.max(row[j] ?? 0, Math.min(toK, through[j] ?? 0));
      }
    }
  }
  for (const [i, row] of paths.entries()) row[i] = 0;
  return paths;
}

/** Those whose path to every other is at least as strong as the way back: one, or several that are level. Never none. */
export function schulzeWinners(paths: Pairs): number[] {
  return paths.flatMap((row, i) => (row.every((there, j) => there >= (paths[j]?.[i] ?? 0)) ? [i] : []));
}

/** One count of an instant run-off. */
export interface Round {
  /** By option, in the question's order; null for who is out. */
  votes: (number | null)[];
  /** Weight of papers that name nobody who is still in. */
  exhausted: number;
  /** Who goes out after this count. */
  out: number[];
}

export interface RunOff {
  rounds: Round[];
  /** Who has more than half of the papers that are not exhausted, or is alone. */
  winner: number | null;
  /** Who stands level at the last place when nothing tells them apart. */
  level: number[];
}

/** Papers with the same order: the options as characters by their place in the question, and their weight. */
export type Orders = Iterable<readonly [string, number]>;

function countRound(orders: Orders, isIn: readonly boolean[]): Omit<Round, 'out'> {
  const votes: (number | null)[] = isIn.map((stays) => (stays ? 0 : null));
  let exhausted = 0;
  for (const [order, weight] of orders) {
    let at = 0;
    while (at < order.length && isIn[order.charCodeAt(at)] !== true) at += 1;
    const option = at < order.length ? order.charCodeAt(at) : -1;
    const before = votes[option];
    if (typeof before === 'number') votes[option] = before + weight;
    else exhausted += weight;
  }
  return { votes, exhausted };
}

/** Of some options those with the fewest votes in a count. */
function fewest(among: readonly number[], { votes }: Pick<Round, 'votes'>): number[] {
  const least = Math.min(...among.map((option) => votes[option] ?? 0));
  return among.filter((option) => (votes[option] ?? 0) === least);
}

/**
 * Who goes out. Several at the last place: all of them when together they have less than the next one, since none could reach
 * it; otherwise who had fewer in the latest earlier count that tells them apart; otherwise nobody can be named.
 */
function leaving(still: readonly number[], round: Pick<Round, 'votes'>, earlier: readonly Round[]): number[] | null {
  let last = fewest(still, round);
  if (last.length === still.length) return null;
  const together = last.reduce((sum, option) => sum + (round.votes[option] ?? 0), 0);
  const others = still.filter((option) => !last.includes(option));
  const next = Math.min(...others.map((option) => round.votes[option] ?? 0));
  if (last.length === 1 || together < next) return last;
  for (const before of earlier.toReversed()) {
    last = fewest(last, before);
    if (last.length === 1) return last;
  }
  return null;
}

/** Counts an instant run-off. `options` is how many there are. */
export function runOff(orders: Orders, options: number): RunOff {
  const isIn = Array.from({ length: options }, () => true);
  const rounds: Round[] = [];
  for (;;) {
    const round = countRound(orders, isIn);
    const still = isIn.flatMap((stays, option) => (stays ? [option] : []));
    const live = still.reduce((sum, option) => sum + (round.votes[option] ?? 0), 0);
    const winner = still.find((option) => BigInt(round.votes[option] ?? 0) * 2n > BigInt(live)) ?? null;
    const out = winner === null ? leaving(still, round, rounds) : [];
    rounds.push({ ...round, out: out ?? [] });
    if (winner !== null) return { rounds, winner, level: [] };
    if (out === null) return { rounds, winner: null, level: lastOf(still, rounds) };
    for (const option of out) isIn[option] = false;
  }
}

/** Who could not be told apart: in the last count, and in those before it, one after the other. */
function lastOf(still: readonly number[], rounds: readonly Round[]): number[] {
  const [round] = rounds.slice(-1);
  if (round === undefined) return [...still];
  const last = fewest(still, round);
  if (last.length === still.length) return last;
  return rounds.slice(0, -1).toReversed().reduce<number[]>(fewest, last);
}
