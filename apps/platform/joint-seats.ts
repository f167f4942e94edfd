import { z } from 'zod';

import type { ActCommand, Cases, StartCommand } from '#libs/cases';
import type { RefusalBody } from '#libs/contract';
import type { Database } from '#libs/database';
import type { Registry } from '#libs/registry';

export interface JointSeatsParts {
  database: Database;
  registry: Registry;
  cases: Pick<Cases, 'stored'>;
  /** The community's day. */
  today: () => string;
}

/** Acts by which a unit speaks; a statement may also be entered by whoever chairs. */
const SPEAKING_ACTS: readonly string[] = [
  'confirmAttendance',
  'sendExcuse',
  'confirmMinute',
  'objectToMinute',
  'makeStatement',
];
const SPEAKING_ROLES: readonly string[] = ['department', 'leader', 'coordinator', 'secretary'];

const spoken = z.object({ unit: z.string() });
const seated = z.object({ chair: z.string() });
const called = z.object({
  unit: z.string(),
  place: z.string(),
  departments: z.array(z.string()),
  first: z.string().nullish(),
});

/**
 * Holds what is said at a joint meeting against the registry: whoever speaks for a unit works there. The chart knows who sits at the
 * table, but not whose people they are; without this, one department could excuse or confirm another.
 */
export class JointSeats {
  constructor(private readonly parts: JointSeatsParts) {}

  /** Why it is not taken; `null`: it may be carried out, as far as the registry knows. */
  async judge({ caseId, act, input, actor }: ActCommand): Promise<RefusalBody | null> {
    if (actor.kind !== 'person' || !SPEAKING_ACTS.includes(act)) return null;
    const said = spoken.safeParse(input);
    const meeting = seated.safeParse((await this.parts.cases.stored(caseId))?.context);
    // an input that is none is refused by the act's own schema
    if (!said.success || !meeting.success) return null;
    const units = act === 'makeStatement' ? [said.data.unit, meeting.data.chair] : [said.data.unit];
    const { database, registry, today } = this.parts;
    const grants = await database.transaction((tx) => registry.grantsOf(tx, actor.person, today()), { readOnly: true });
    const speaks = grants.some(
      ({ role, unit, held }) => held === 'office' && units.includes(unit) && SPEAKING_ROLES.includes(role),
    );
    return speaks ? null : { code: 'joint.not_your_unit' };
  }

  /**
   * Whoever is summoned is a unit there is: an unknown one could neither answer nor be told, and would be given a duty all the same. The
   * place is the caller's, or lies where one of the summoned has its duty: its minute is published there.
   */
  async judgeStart({ input, actor }: StartCommand): Promise<RefusalBody | null> {
    const { data } = called.safeParse(input);
    if (actor.kind !== 'person' || data === undefined) return null;
    const named = new Set([data.unit, data.place, ...data.departments, ...(data.first == null ? [] : [data.first])]);
    const { database, registry } = this.parts;
    return database.transaction(
      async (tx) => {
        const known = await registry.units(tx, [...named]);
        if (known.length < named.size) return { code: 'resource.unknown' };
        const lineage = await registry.lineage(tx, data.place);
        const summoned = known.filter(({ id }) => data.departments.includes(id));
        const areas = [data.unit, ...summoned.flatMap(({ id, parent }) => [id, ...(parent === null ? [] : [parent])])];
        return areas.some((unit) => lineage.includes(unit)) ? null : { code: 'joint.place_elsewhere' };
      },
      { readOnly: true },
    );
  }
}
