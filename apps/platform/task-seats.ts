import { z } from 'zod';

import type { ActCommand, Cases } from '#libs/cases';
import type { RefusalBody } from '#libs/contract';
import type { Database, Tx } from '#libs/database';
import type { Registry } from '#libs/registry';

export interface TaskSeatsParts {
  database: Database;
  registry: Registry;
  cases: Pick<Cases, 'stored'>;
  /** The community's day. */
  today: () => string;
}

/** Acts that give the task to another unit. */
const GIVING_ACTS: readonly string[] = ['reassign', 'transfer', 'proposeTransfer', 'assignOwner'];

const given = z.object({ unit: z.string() });
const accepted = z.object({ handler: z.string().optional() });
const assigned = z.object({ unit: z.string().optional(), person: z.string() });
/** Tiers that have whole units below them, which are not their own offices. */
const TIERS: readonly string[] = ['city', 'district', 'street'];

const owned = z.object({ unit: z.string() });
const held = z.object({ unit: z.string(), onDuty: z.array(z.string()).default([]) });
type Held = z.output<typeof held>;
interface Giving {
  act: string;
  doer: string;
  unit: string;
  person: string;
}

/**
 * Holds a task against the registry: it goes to units there are, and inside a unit to its own offices and its own people. A handler
 * reads the task and verifies it no more, so a unit that could name anybody would show a personal need to strangers, and would choose
 * who judges its work by naming everybody else.
 */
export class TaskSeats {
  constructor(private readonly parts: TaskSeatsParts) {}

  /** Why it is not taken; `null`: it may be carried out, as far as the registry knows. */
  async judge({ caseId, act, input, actor }: ActCommand): Promise<RefusalBody | null> {
    if (actor.kind !== 'person') return null;
    const { database, registry } = this.parts;
    if (GIVING_ACTS.includes(act)) {
      const unit = given.safeParse(input).data?.unit;
      // an input that is none is refused by the act's own schema
      if (unit === undefined) return null;
      const doer = owned.safeParse((await this.parts.cases.stored(caseId))?.context).data?.unit;
      return database.transaction(
        async (tx) => {
          if ((await registry.unit(tx, unit)) === null) return { code: 'resource.unknown' };
          if (doer === undefined || (act === 'reassign' && unit === doer)) return null;
          const giving = { act, doer, unit, person: actor.person };
          return (await this.#isToOwnOffice(tx, giving)) ? { code: 'task.to_own_office' } : null;
        },
        { readOnly: true },
      );
    }
    const inside = insideOf(act, input);
    if (inside === null) return null;
    const task = held.safeParse((await this.parts.cases.stored(caseId))?.context).data;
    if (task === undefined) return null;
    const isTheirs = await database.transaction((tx) => this.#isInside(tx, task, inside), { readOnly: true });
    return isTheirs ? null : { code: 'task.not_of_unit' };
  }

  /**
   * Whether a unit would hand the task to an office of its own, where its time would begin anew. What lies below a tier are units of
   * their own: there a dispatcher from elsewhere may find the right one; the tier itself, or its people, may not.
   */
  async #isToOwnOffice(tx: Tx, { act, doer, unit, person }: Giving): Promise<boolean> {
    const { registry, today } = this.parts;
    if (act === 'assignOwner' || !(await registry.lineage(tx, unit)).includes(doer)) return false;
    const kind = (await registry.unit(tx, doer))?.kind ?? '';
    if (act === 'proposeTransfer' || !TIERS.includes(kind)) return true;
    const grants = await registry.grantsOf(tx, person, today());
    return grants.some((grant) => grant.held === 'office' && grant.unit === doer);
  }

  /** The office is the unit's own, and the person works at the unit, below it, or is on duty for it. */
  async #isInside(tx: Tx, { unit, onDuty }: Held, inside: { unit: string | null; person: string }): Promise<boolean> {
    const { registry, today } = this.parts;
    const isOwn = async (place: string): Promise<boolean> => (await registry.lineage(tx, place)).includes(unit);
    if (inside.unit !== null && !((await isOwn(inside.unit)) && (await registry.unit(tx, inside.unit)) !== null))
      return false;
    if (onDuty.includes(inside.person)) return true;
    const grants = await registry.grantsOf(tx, inside.person, today());
    for (const grant of grants) if (grant.held !== 'residence' && (await isOwn(grant.unit))) return true;
    return false;
  }
}

/** Whom a unit gives its task to; `null`: to nobody but whoever acts. */
function insideOf(act: string, input: unknown): { unit: string | null; person: string } | null {
  if (act === 'assignInside') {
    const { data } = assigned.safeParse(input);
    return data === undefined ? null : { unit: data.unit ?? null, person: data.person };
  }
  const handler = act === 'accept' ? accepted.safeParse(input).data?.handler : undefined;
  return handler === undefined ? null : { unit: null, person: handler };
}
