import { z } from 'zod';

import type { Cases, StartCommand } from '#libs/cases';
import type { RefusalBody } from '#libs/contract';
import type { Database } from '#libs/database';
import type { Registry } from '#libs/registry';

export interface CostSeatsParts {
  database: Database;
  registry: Registry;
  cases: Pick<Cases, 'stored'>;
  /** The community's day. */
  today: () => string;
}

const shared = z.object({ chain: z.string().optional() });
const owned = z.object({ unit: z.string(), group: z.array(z.string()), records: z.looseObject({}) });
/** Those who run the place may open the account for the task group. */
const HELPING: readonly string[] = ['coordinator', 'secretary'];

/**
 * A chain knows one case of cost shares, the first that names it: it is opened by the chain's own task group, or by those who run
 * the place. Otherwise a stranger would be first, and the group's own money would never hear how the chain ended.
 */
export class CostSeats {
  constructor(private readonly parts: CostSeatsParts) {}

  /** Why it is not begun; `null`: it may be, as far as the registry knows. */
  async judgeStart({ input, actor }: StartCommand): Promise<RefusalBody | null> {
    const chain = shared.safeParse(input).data?.chain;
    if (actor.kind !== 'person' || chain === undefined) return null;
    const known = owned.safeParse((await this.parts.cases.stored(chain))?.context).data;
    if (known === undefined) return { code: 'resource.unknown' };
    const { database, registry, today } = this.parts;
    return database.transaction(
      async (tx) => {
        const ids = await registry.idsOf(tx, actor.onBehalfOf ?? actor.person);
        if (known.group.some((person) => ids.includes(person))) return null;
        const grants = await registry.grantsOf(tx, actor.person, today());
        const lineage = await registry.lineage(tx, known.unit);
        const helps = grants.some(({ role, unit }) => HELPING.includes(role) && lineage.includes(unit));
        return helps ? null : { code: 'access.denied' };
      },
      { readOnly: true },
    );
  }
}
