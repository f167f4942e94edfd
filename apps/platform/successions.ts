import type { Cases } from '#libs/cases';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import type { Actor } from '#libs/engine';

import type { Chore } from './work/chore.types.js';

/** What the search for tasks of units that are gone works with. */
export interface SuccessionParts {
  database: Database;
  cases: Cases;
  /** Local date on which units must stand. */
  today: () => string;
}

const REGISTRY: Actor = { kind: 'system', name: 'registry' };
const AT_ONCE = 100;
/** Longest line of successors that is followed: units that succeed each other in a ring have no heir. */
const LONGEST_LINE = 20;

/** An open task at a unit that no longer stands. */
interface Orphan {
  task: string;
  /** Last entry of its journal. */
  seq: number;
  unit: string;
  /** First unit in the line of successors that still stands; `null`: none. */
  heir: string | null;
}

/**
 * Tasks of units that were merged or closed (部门撤并): each hears who succeeded its unit, or that nobody did, exactly once. A task
 * that has heard is no longer found, so a chore that was killed half-way goes on where it stopped.
 */
export class Successions {
  constructor(private readonly parts: SuccessionParts) {}

  /** Tells a batch of tasks; answers how many heard of it. Run it again as long as it answers more than none. */
  async tell(limit = AT_ONCE): Promise<number> {
    let told = 0;
    for (const { task, seq, unit, heir } of await this.#orphans(limit)) {
      const payload = { from: unit, to: heir, reason: heir === null ? 'closed' : 'merged' };
      // given to a unit that is gone once more, it hears it once more
      const key = `succession:${task}:${String(seq)}:${unit}`;
      const event = { type: 'unit.succeeded', payload };
      const answer = await this.parts.cases.tell({ caseId: task, event, actor: REGISTRY, key });
      if (answer.ok) told += 1;
    }
    return told;
  }

  /** Tells all of them, a batch at a time. */
  async run(): Promise<void> {
    while ((await this.tell()) === AT_ONCE);
  }

  /**
   * Open tasks whose unit stands no longer and which have not heard of it: those that have it now, and those that remember it while
   * they lie with the dispatcher or wait for verification and have no word of it in their journal.
   */
  #orphans(limit: number): Promise<Orphan[]> {
    const { database, cases, today } = this.parts;
    return database.query<Orphan>(
      `with recursive line as (
         select p.case_id as task, c.seq, u.id as unit, u.successor as heir, 1 as step, c.stored -> 'value' -> 'withDoer' is not null as has
         from cases c
         join case_parties p on p.case_id = c.id and p.relation = 'doer' and p.kind = 'unit'
         join units u on u.id = p.subject and u.to_date <= $2::date
         where c.workflow = 'task' and c.status = 'active' and c.realm = $1
         union all
         select l.task, l.seq, l.unit, u.successor, l.step + 1, l.has from line l
         join units u on u.id = l.heir and u.to_date <= $2::date where l.step < $4)
       select distinct on (l.task) l.task, l.seq, l.unit,
         (select u.id from units u where u.id = l.heir and (u.to_date is null or u.to_date > $2::date)) as heir from line l
       where l.has or not exists (
         select from journal j where j.case_id = l.task and j.kind = 'told'
           and j.body -> 'event' -> 'event' ->> 'type' = 'unit.succeeded'
           and j.body -> 'event' -> 'event' -> 'payload' ->> 'from' = l.unit)
       order by l.task, l.step desc limit $3`,
      [cases.world.realm, today(), limit, LONGEST_LINE],
    );
  }
}

const HOUR_MS = 3_600_000;

/** Looks every hour for tasks whose unit is gone. */
export function successionChores({ role }: Pick<Config, 'role'>, parts: SuccessionParts): Chore[] {
  const successions = new Successions(parts);
  return role === 'server' ? [] : [{ name: 'successions', everyMs: HOUR_MS, run: () => successions.run() }];
}
