import type { Ballots } from '#libs/ballots';
import type { Database } from '#libs/database';
import type { Choice } from '#libs/decision';

import { randomOf } from '../random.js';

/** Of ten voting units nine take part, and eight of these agree. */
const TAKES_PART = 0.9;
const AGREES = 0.85;

/** The neighbours vote, each on a telephone of their own: who, and how, is the same in every run. */
export async function votePapers(
  { ballots, database }: { ballots: Ballots; database: Database },
  ballot: string,
): Promise<void> {
  const roll = await database.transaction((tx) => ballots.papers.roll(tx, ballot), { readOnly: true });
  for (const { entry, casters, isRemoved } of roll) {
    const [caster] = casters;
    if (caster === undefined || isRemoved) continue;
    const random = randomOf(`${ballot}:${caster}`);
    if (!random.chance(TAKES_PART)) continue;
    const choice: Choice = { vote: random.chance(AGREES) ? 'yes' : 'no' };
    await ballots.casting.cast({ ballot, entry, caster, choice, key: `year:${entry}` });
  }
}
