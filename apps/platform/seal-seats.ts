import { z } from 'zod';

import type { ActCommand, Cases } from '#libs/cases';
import type { RefusalBody } from '#libs/contract';
import type { Database } from '#libs/database';
import type { Registry } from '#libs/registry';

export interface SealSeatsParts {
  database: Database;
  registry: Registry;
  cases: Pick<Cases, 'stored'>;
  /** The community's day. */
  today: () => string;
}

const passed = z.object({ to: z.string() });
const held = z.object({ unit: z.string(), group: z.array(z.string()) });
/** Offices that sign for a department. */
const SIGNING: readonly string[] = ['department', 'leader'];

/**
 * Holds a seal against the registry: it is passed on inside the department, to somebody who may sign there. Whoever holds it reads the
 * papers and is whose time runs: a stranger would see them, and a name nobody bears would leave the residents waiting.
 */
export class SealSeats {
  constructor(private readonly parts: SealSeatsParts) {}

  /** Why it is not taken; `null`: it may be carried out, as far as the registry knows. */
  async judge({ caseId, act, input, actor }: ActCommand): Promise<RefusalBody | null> {
    if (actor.kind !== 'person' || act !== 'delegateSeal') return null;
    const to = passed.safeParse(input).data?.to;
    const seal = held.safeParse((await this.parts.cases.stored(caseId))?.context).data;
    // an input that is none is refused by the act's own schema
    if (to === undefined || seal === undefined) return null;
    const { database, registry, today } = this.parts;
    const isOfficer = await database.transaction(
      async (tx) => {
        const ids = await registry.idsOf(tx, to);
        if (seal.group.some((person) => ids.includes(person))) return false;
        const grants = await registry.grantsOf(tx, to, today());
        return grants.some(
          ({ held: how, unit, role }) => how === 'office' && unit === seal.unit && SIGNING.includes(role),
        );
      },
      { readOnly: true },
    );
    return isOfficer ? null : { code: 'seal.not_of_department' };
  }
}
