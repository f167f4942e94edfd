import { Incidents, type Answer, type Cases } from '#libs/cases';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import type { Actor, JsonObject } from '#libs/engine';

import type { Chore } from './work/chore.types.js';

/** What the search for cases of units that are gone works with. */
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
/** What the cases hear, and the name under which one that cannot hear it is put aside. */
const NEWS = 'unit.succeeded';

/** An open case with a unit that no longer stands. */
interface Orphan {
  case: string;
  /** Last entry of its journal. */
  seq: number;
  unit: string;
  /** First unit in the line of successors that still stands; `null`: none. */
  heir: string | null;
}

/** What came of a batch. */
interface Told {
  heard: number;
  refused: number;
}

/**
 * Tasks and joint meetings of units that were merged or closed (部门撤并): each hears who succeeded its unit, or that nobody did, exactly
 * once. A case that has heard is no longer found, so a chore that was killed half-way goes on where it stopped. One that cannot hear
 * it is put aside as an incident with the reason, and keeps nobody else waiting; it is tried again when the operator says so.
 */
export class Successions {
  readonly #incidents: Incidents;

  constructor(private readonly parts: SuccessionParts) {
    this.#incidents = new Incidents(parts.cases);
  }

  /** Tells a batch of cases; answers how many heard of it. */
  async tell(limit = AT_ONCE): Promise<number> {
    return (await this.#batch(limit)).heard;
  }

  /** Tells all of them, a batch at a time. */
  async run(): Promise<void> {
    let last: Told;
    do last = await this.#batch(AT_ONCE);
    while (last.heard + last.refused > 0);
  }

  async #batch(limit: number): Promise<Told> {
    let heard = 0;
    const orphans = await this.#orphans(limit);
    for (const orphan of orphans) {
      const why = await this.#problemWith(orphan);
      if (why === null) heard += 1;
      else await this.#incidents.raise(orphan.case, { name: NEWS, error: `${orphan.unit} is gone: ${why}` });
    }
    return { heard, refused: orphans.length - heard };
  }

  /** Tells one; answers why it did not hear. Whatever is wrong with one case is no reason to leave the others without a unit. */
  async #problemWith({ case: caseId, seq, unit, heir }: Orphan): Promise<string | null> {
    const payload: JsonObject = { from: unit, to: heir, reason: heir === null ? 'closed' : 'merged' };
    // given to a unit that is gone once more, it hears it once more
    const key = `succession:${caseId}:${String(seq)}:${unit}`;
    try {
      const event = { type: NEWS, payload };
      return problemOf(await this.parts.cases.tell({ caseId, event, actor: REGISTRY, key }));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /**
   * Open cases with a unit that stands no longer and which have not heard of it: tasks that lie with it now; tasks that remember it
   * while they lie with the dispatcher or wait for verification, and joint meetings at whose table it sits, with no word of it in
   * their journal. Not those that were put aside since it is gone.
   */
  #orphans(limit: number): Promise<Orphan[]> {
    const { database, cases, today } = this.parts;
    return database.query<Orphan>(
      `with recursive line as (
         select p.case_id as case, c.seq, u.id as unit, u.to_date as gone, u.successor as heir, 1 as step,
           c.workflow = 'task' and c.stored -> 'value' -> 'withDoer' is not null as has
         from cases c
         join case_parties p on p.case_id = c.id and p.kind = 'unit' and (p.relation = 'doer' or c.workflow = 'joint-meeting')
         join units u on u.id = p.subject and u.to_date <= $2::date
         where c.workflow in ('task', 'joint-meeting') and c.status = 'active' and c.realm = $1
         union
         select l.case, l.seq, l.unit, l.gone, u.successor, l.step + 1, l.has from line l
         join units u on u.id = l.heir and u.to_date <= $2::date where l.step < $4)
       select distinct on (l.case) l.case, l.seq, l.unit,
         (select u.id from units u where u.id = l.heir and (u.to_date is null or u.to_date > $2::date)) as heir from line l
       where (l.has or not exists (
           select from journal j where j.case_id = l.case and j.kind = 'told'
             and j.body -> 'event' -> 'event' ->> 'type' = '${NEWS}'
             and j.body -> 'event' -> 'event' -> 'payload' ->> 'from' = l.unit))
         and not exists (
           select from incidents i where i.case_id = l.case and i.name = '${NEWS}' and i.status <> 'retried'
             and i.since >= l.gone::timestamptz - interval '1 day')
       order by l.case, l.step desc limit $3`,
      [cases.world.realm, today(), limit, LONGEST_LINE],
    );
  }
}

/** An answer from memory moves nothing: the case would be found again and again. */
function problemOf(answer: Answer): string | null {
  if (!answer.ok) return answer.refusal.code;
  return answer.repeated ? 'it heard of it and stands where it stood' : null;
}

const HOUR_MS = 3_600_000;

/** Looks every hour for cases whose unit is gone. */
export function successionChores({ role }: Pick<Config, 'role'>, parts: SuccessionParts): Chore[] {
  const successions = new Successions(parts);
  return role === 'server' ? [] : [{ name: 'successions', everyMs: HOUR_MS, run: () => successions.run() }];
}
