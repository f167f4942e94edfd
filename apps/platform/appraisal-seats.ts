import { z } from 'zod';

import type { ActCommand } from '#libs/cases';
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
}
