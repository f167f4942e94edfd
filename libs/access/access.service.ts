import type { AbilityHook, AbilityQuestion, DeskQuery, Holding, JudgeHook, Viewer } from '#libs/cases';
import type { Tx } from '#libs/database';
import type { Actor } from '#libs/engine';
import type { LocalDate, Registry, UnitKind } from '#libs/registry';

import { mayAct, mayActOnBehalf, viewerOf } from './access.rules.js';
import type { OnBehalf, Permission, Standing } from './access.rules.js';

/**
 * Units that answer for themselves: an office above them is none of their own, so that the leader of a street does not find the
 * desks of every company in it.
 */
const ORGANISATIONS: readonly UnitKind[] = ['department', 'company', 'organisation'];

/** What has to be known of people and places. */
export type Offices = Pick<Registry, 'grantsOf' | 'idsOf' | 'lineage' | 'agentsOf' | 'subtree'>;

export interface AccessOptions {
  registry: Offices;
  /** Local date on which offices must be in force. */
  today: () => LocalDate;
}

/** The one place that answers who may do which act on which case. */
export class Access {
  readonly #registry: Offices;
  readonly #today: () => LocalDate;

  constructor({ registry, today }: AccessOptions) {
    this.#registry = registry;
    this.#today = today;
  }

  /** What the person's offices, bodies and home amount to today, under every id the person has gone by. */
  async standing(tx: Tx, person: string): Promise<Standing> {
    const aliases = (await this.#registry.idsOf(tx, person)).filter((id) => id !== person);
    const grants = await this.#registry.grantsOf(tx, person, this.#today());
    return { person, grants, ...(aliases.length === 0 ? {} : { aliases }) };
  }

  /** Answer to the ability question of a case, with the part of `who` that allowed it or the reason why not. */
  async permission(question: AbilityQuestion, tx: Tx): Promise<Permission> {
    const { actor, unit } = question;
    return (await this.#judge(actor, unit === null ? [] : [unit], tx))(question);
  }

  /** The hook that `libs/cases` asks inside each act's transaction. */
  readonly ability: AbilityHook = async (question, tx) => (await this.permission(question, tx)).allowed;

  /** The same for many cases: who the actor is and where the units stand is read once. */
  readonly judgeFor: JudgeHook = async (actor, units, tx) => {
    const judge = await this.#judge(actor, units, tx);
    return (question) => judge(question).allowed;
  };

  async #judge(actor: Actor, units: readonly string[], tx: Tx): Promise<(question: AbilityQuestion) => Permission> {
    // only the program itself makes system actors; clients are always persons
    if (actor.kind === 'system') return () => ({ allowed: true, by: {} });
    const lineages = new Map<string, readonly string[]>();
    for (const unit of units) lineages.set(unit, await this.#registry.lineage(tx, unit));
    const standing = await this.standing(tx, actor.person);
    const behalf = actor.onBehalfOf === undefined ? null : await this.behalf(tx, actor.person, actor.onBehalfOf);
    return ({ act, who, parties, unit, visibility }) => {
      const lineage = unit === null ? null : (lineages.get(unit) ?? [unit]);
      // whoever starts a case that is confidential from its first moment knows of it
      const side = { lineage, parties, ...(act === null ? {} : { visibility }) };
      return behalf === null ? mayAct(standing, who, side) : mayActOnBehalf(standing, behalf, { who, side });
    };
  }

  /** Somebody as the one another person acts for. */
  private async behalf(tx: Tx, agent: string, person: string): Promise<OnBehalf> {
    const agents = await this.#registry.agentsOf(tx, person, this.#today());
    return { standing: await this.standing(tx, person), authorised: agents.includes(agent) };
  }

  /**
   * Whether somebody sees what another person sees as a party: an authorised relative does, and nobody by an office: staff see
   * cases with their own eyes.
   */
  async maySeeFor(tx: Tx, agent: string, person: string): Promise<boolean> {
    return (await this.#registry.agentsOf(tx, person, this.#today())).includes(agent);
  }

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

  /** Everything a desk is searched by. */
  async deskOf(tx: Tx, person: string): Promise<Omit<DeskQuery, 'workflow' | 'cursor' | 'limit'>> {
    const { aliases = [], handles = [] } = viewerOf(await this.standing(tx, person));
    return { person, aliases, handles, holdings: await this.holdings(tx, person) };
  }

  /** Whose eyes a list is made for; nobody signed in sees public cases only. */
  async viewer(tx: Tx, person: string | null): Promise<Viewer> {
    return person === null ? { units: [] } : viewerOf(await this.standing(tx, person));
  }
}
