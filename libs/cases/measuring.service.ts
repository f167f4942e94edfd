import type { Tx } from '#libs/database';
import { EngineFault, type Instant } from '#libs/engine';

import type { CommandRunner } from './command-runner.js';
import type { Attempted } from './commit.service.js';
import { asFault } from './context.rules.js';
import {
  digestsOf,
  isAnyUnmeasured,
  lineagesOf,
  takeUnmeasured,
  type TakenClocks,
  type Unmeasured,
} from './due.sql.js';
import { SessionGround } from './ground.service.js';
import { measureCase, type ClockedCase, type MeasuredCase } from './measured-case.rules.js';
import { Session } from './session.js';
import type { World } from './work.types.js';

/** What one batch after an edit came to. */
export interface MeasuredBatch {
  /** Where the next batch begins; `null`: there was nothing left that nobody had in hand. */
  last: string | null;
  /** Cases that were measured. */
  cases: number;
  /** Cases in which a due instant or a rung moved. */
  moved: number;
}

export interface MeasuringParts {
  world: World;
  runner: CommandRunner;
  /** Instant of a virtual world, or `null`. */
  virtualNow: () => Instant | null;
}

/** Clocks that are measured anew in one transaction: others wait for the locks of their cases. */
const MEASURED_TOGETHER = 800;

const NONE_TAKEN: TakenClocks = { cases: [], at: null, newest: null };

/**
 * Measures the clocks of many cases anew without taking the cases themselves into hand: their state is neither read nor written.
 * Where something was due before an edit, or a workflow fails, the case goes the way of all others.
 */
export class Measuring {
  constructor(private readonly parts: MeasuringParts) {}

  /** The next cases with a clock that has not seen an edit, locked and measured; to be written by the caller. */
  async batch(tx: Tx, query: Unmeasured): Promise<Attempted<MeasuredBatch>> {
    const { world, runner, virtualNow } = this.parts;
    const now = virtualNow();
    const newestSql = world.grounds.source?.newestSql;
    const isOver = query.after === '' && !(await isAnyUnmeasured(tx, query));
    const hands = { realm: world.realm, now, limit: MEASURED_TOGETHER, newestSql };
    const taken = isOver ? NONE_TAKEN : await takeUnmeasured(tx, query, hands);
    const { measured, ordinary, ground } = await this.#measure(tx, taken);
    const session =
      ordinary.length > 0
        ? await runner.catchUp(tx, ordinary)
        : new Session({ tx, hand: new Map(), remembered: [], at: taken.at ?? '', virtualNow: now, ground });
    session.measured.push(...measured);
    const works = session.works().filter(({ isStamped }) => isStamped);
    const entries = [...measured.map((one) => one.entries.length), ...works.map(reprojections)];
    const moved = entries.filter((count) => count > 0).length;
    return { session, value: { last: taken.cases.at(-1)?.id ?? null, cases: entries.length, moved } };
  }

  async #measure(tx: Tx, { cases, at, newest }: TakenClocks) {
    const ground = new SessionGround(tx, this.parts.world.grounds);
    const measured: MeasuredCase[] = [];
    const ordinary: string[] = [];
    if (at === null) return { measured, ordinary, ground };
    await ground.follow(newest);
    if ((ground.book?.edits ?? []).some(({ unit }) => unit !== null))
      ground.know(
        await lineagesOf(
          tx,
          cases.map(({ id }) => id),
        ),
      );
    const digests = await digestsOf(tx, cases);
    for (const one of cases) {
      const digest = digests.get(one.id);
      const found = digest === undefined ? 'happens' : await tried(ground, { ...one, digest }, at);
      if (found === 'happens') ordinary.push(one.id);
      else if (found !== null) measured.push(found);
    }
    return { measured, ordinary, ground };
  }
}

/** Calendars that no clock can be measured on fail again with the case in hand, where that becomes an incident. */
async function tried(ground: SessionGround, known: ClockedCase, at: Instant): Promise<MeasuredCase | 'happens' | null> {
  try {
    return await ground.run(() => asFault(known.workflow, () => measureCase(ground, known, at)));
  } catch (error) {
    if (error instanceof EngineFault) return 'happens';
    throw error;
  }
}

function reprojections({ entries }: ReturnType<Session['works']>[number]): number {
  return entries.filter(({ kind }) => kind === 'reprojected').length;
}
