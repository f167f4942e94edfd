import type { AbilityHook, AbilityQuestion, Holding, Viewer } from '#libs/cases';
import type { Tx } from '#libs/database';
import type { LocalDate, Registry, UnitKind } from '#libs/registry';

import { HANDLING_ROLES, mayAct, mayActOnBehalf, STAFF_ROLES } from './access.rules.js';
import type { Permission, Standing } from './access.rules.js';

/**
 * Units that answer for themselves: an office above them is none of their own, so that the leader of a street does not find the
 * desks of every company in it.
 */
const ORGANISATIONS: readonly UnitKind[] = ['department', 'company', 'organisation'];

export interface AccessOptions {
  registry: Registry;
  /** Local date on which offices must be in force. */
  today: () => LocalDate;
}

/** The one place that answers who may do which act on which case. */
export class Access {
  readonly #registry: Registry;
  readonly #today: () => LocalDate;

  constructor({ registry, today }: AccessOptions) {
    this.#registry = registry;
    this.#today = today;
  }

  /** What the person's offices, bodies and home amount to today. */
  async standing(tx: Tx, person: string): Promise<Standing> {
    return { person, grants: await this.#registry.grantsOf(tx, person, this.#today()) };
  }

  /** Answer to the ability question of a case, with the part of `who` that allowed it or the reason why not. */
  async permission(question: AbilityQuestion, tx: Tx): Promise<Permission> {
    const { actor, who, parties, unit } = question;
    // only the program itself makes system actors; clients are always persons
    if (actor.kind === 'system') return { allowed: true, by: {} };
    const lineage = unit === null ? null : await this.#registry.lineage(tx, unit);
    // whoever starts a case that is confidential from its first moment knows of it
    const side = { lineage, parties, ...(question.act === null ? {} : { visibility: question.visibility }) };
    const standing = await this.standing(tx, actor.person);
    if (actor.onBehalfOf === undefined) return mayAct(standing, who, side);
    const agents = await this.#registry.agentsOf(tx, actor.onBehalfOf, this.#today());
    const behalf = { standing: await this.standing(tx, actor.onBehalfOf), authorised: agents.includes(actor.person) };
    return mayActOnBehalf(standing, behalf, { who, side });
  }

  /** The hook that `libs/cases` asks inside each act's transaction. */
  readonly ability: AbilityHook = async (question, tx) => (await this.permission(question, tx)).allowed;

  /** The person's roles with every unit they count at, as desks are searched by. */
  async holdings(tx: Tx, person: string): Promise<Holding[]> {
    const { grants } = await this.standing(tx, person);
    const roles = new Map<string, Set<string>>();
    for (const grant of grants) {
      const units = roles.get(grant.role) ?? new Set<string>();
      for (const unit of await this.#registry.subtree(tx, grant.unit)) {
        if (unit.id === grant.unit || !ORGANISATIONS.includes(unit.kind)) units.add(unit.id);
      }
      roles.set(grant.role, units);
    }
    return [...roles].map(([role, units]) => ({ role, units: [...units] }));
  }

  /** Whose eyes a list is made for; nobody signed in sees public cases only. */
  async viewer(tx: Tx, person: string | null): Promise<Viewer> {
    if (person === null) return { units: [] };
    const staff = (await this.holdings(tx, person)).filter((holding) => STAFF_ROLES.includes(holding.role));
    const { grants } = await this.standing(tx, person);
    const offices = grants.filter(({ held, role }) => held === 'office' && HANDLING_ROLES.includes(role));
    const handles = [...new Set(offices.map(({ unit }) => unit))];
    const units = [...new Set(staff.flatMap((holding) => holding.units))];
    return { person, units, ...(handles.length === 0 ? {} : { handles }) };
  }
}
