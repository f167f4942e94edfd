import { z } from 'zod';

import type { ActCommand, StartCommand } from '#libs/cases';
import type { RefusalBody } from '#libs/contract';
import type { Database } from '#libs/database';
import type { Registry } from '#libs/registry';

export interface AppraisalSeatsParts {
  database: Database;
  registry: Registry;
  /** The community's day. */
  today: () => string;
}

const appraised = z.object({ street: z.string() });
const commented = z.object({ department: z.string() });
const opened = z.object({ unit: z.string(), streets: z.array(z.string()), departments: z.array(z.string()) });
/** Tiers that open an appraisal; a city without districts does itself. */
const OPENING: readonly string[] = ['district', 'city'];

/**
 * Holds an appraisal against the registry: a street's leader speaks for that street, and whoever works for a department comments for
 * that one. The chart knows which units take part, but not whose people they are; without this one street could speak for another.
 */
export class AppraisalSeats {
  constructor(private readonly parts: AppraisalSeatsParts) {}

  /** Why it is not taken; `null`: it may be carried out, as far as the registry knows. */
  async judge({ act, input, actor }: ActCommand): Promise<RefusalBody | null> {
    if (actor.kind !== 'person') return null;
    const street = act === 'appraise' ? appraised.safeParse(input).data?.street : undefined;
    const department = act === 'comment' ? commented.safeParse(input).data?.department : undefined;
    const named = street ?? department;
    // an input that is none is refused by the act's own schema
    if (named === undefined) return null;
    const roles = street === undefined ? ['department', 'leader'] : ['leader'];
    const { database, registry, today } = this.parts;
    const grants = await database.transaction((tx) => registry.grantsOf(tx, actor.person, today()), { readOnly: true });
    const speaks = grants.some(({ role, unit, held }) => held === 'office' && unit === named && roles.includes(role));
    return speaks ? null : { code: 'ledger.not_your_unit' };
  }

  /**
   * A district opens it for its own streets. The office alone does not say so: the coordinator of a community and the leader of a
   * department hold one, too, and would appraise whom they like with the points of whom they like.
   */
  async judgeStart({ input, actor }: StartCommand): Promise<RefusalBody | null> {
    const { data } = opened.safeParse(input);
    if (actor.kind !== 'person' || data === undefined) return null;
    const { database, registry } = this.parts;
    return database.transaction(
      async (tx) => {
        const named = [...new Set([data.unit, ...data.streets, ...data.departments])];
        const units = new Map((await registry.units(tx, named)).map((unit) => [unit.id, unit]));
        if (units.size < named.length) return { code: 'resource.unknown' };
        if (!OPENING.includes(units.get(data.unit)?.kind ?? '')) return { code: 'ledger.not_the_district' };
        for (const street of data.streets)
          if (units.get(street)?.kind !== 'street' || !(await registry.lineage(tx, street)).includes(data.unit))
            return { code: 'ledger.not_the_district' };
        return null;
      },
      { readOnly: true },
    );
  }
}
