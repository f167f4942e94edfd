/** What one round of work took. */
export interface Round {
  /** Wall time in milliseconds. */
  ms: number;
  /** Processor time of this process in milliseconds: what other programs on the machine do hardly shows in it. */
  cpuMs: number;
}

/** Takes the time of one round. */
export async function timed(work: () => unknown): Promise<Round> {
  const began = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

/** What happens around the sides of {@link alternately}. */
export interface Around {
  /** Prepares a round; not timed. */
  before?: (round: number) => unknown;
  /** Notes what other processes have used; answers how to find out what they have used since, in milliseconds. */
  othersCpu?: () => Promise<() => Promise<number>>;
}

/**
 * Runs all sides in turn, round after round, in a changing order: whatever disturbs the machine disturbs all of them.
 * The first round only warms up.
 */
export async function alternately<Side extends string>(
  rounds: number,
  sides: Record<Side, (round: number) => unknown>,
  { before, othersCpu }: Around = {},
): Promise<Record<Side, Round[]>> {
  const names = Object.keys(sides) as Side[];
  const taken = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Side, Round[]>;
  for (let round = 0; round <= rounds; round += 1) {
    await before?.(round);
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const others = await othersCpu?.();
      const { ms, cpuMs } = await timed(() => sides[name](round));
      const once = { ms, cpuMs: cpuMs + ((await others?.()) ?? 0) };
      if (round > 0) taken[name].push(once);
    }
  }
  return taken;
}

/** The middle value; of an even number the lower one of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? Number.NaN;
}
