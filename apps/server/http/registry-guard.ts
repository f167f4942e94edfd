import { Inject, Injectable } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { isStaff, mayGive, reachOf, type Capability } from '#libs/access';
import type { Tx } from '#libs/database';
import type { HouseholdId, LocalDate, Merge, PersonId, UnitId } from '#libs/registry';

import type { Writer } from './registry-writer.js';
import { refuse } from './request-refused.js';

/** An office as somebody gives or takes it; `person: null`: it is only taken. */
export interface GivenSeat {
  unit: UnitId;
  role: string;
  person: PersonId | null;
}

/** Keeps whoever writes the registry from writing themselves, or anybody, more than is theirs to give. */
@Injectable()
export class RegistryGuard {
  constructor(@Inject(Platform) private readonly platform: Platform) {}

  /**
   * Nobody appoints themselves, and nobody gives or takes an office that brings a capability they do not hold there.
   * @throws RequestRefused 403 `office.not_yours_to_give`
   */
  async refuseGiving(tx: Tx, { caller }: Pick<Writer, 'caller'>, { unit, role, person }: GivenSeat): Promise<void> {
    const { access, registry } = this.platform;
    const standing = await access.standing(tx, caller.person);
    const lineage = await registry.lineage(tx, unit);
    if (!mayGive(standing, { person, role }, lineage)) refuse('office.not_yours_to_give');
  }

  /**
   * Offices and accounts follow a merge: it takes what giving the offices takes and, where there is an account, what managing
   * accounts takes. Nobody merges themselves. For taking a merge back, too.
   * @throws RequestRefused 403
   */
  async refuseMerging(tx: Tx, writer: Pick<Writer, 'caller'>, { keep, drop }: Merge): Promise<void> {
    const { access, accounts, registry } = this.platform;
    const today = this.platform.localDateOf(this.platform.now());
    const ids = [...(await registry.idsOf(tx, keep)), ...(await registry.idsOf(tx, drop))];
    if (ids.includes(writer.caller.person)) refuse('access.denied');
    for (const side of [keep, drop])
      for (const { unit, role } of await registry.officesSince(tx, side, today))
        await this.refuseGiving(tx, writer, { unit, role, person: keep });
    if ((await accounts.havingAccount(tx, ids)).length === 0) return;
    const reach = reachOf(await access.standing(tx, writer.caller.person), 'accounts.manage');
    for (const { unit } of await registry.people(tx, ids)) await this.#refuseOutside(tx, reach, unit);
  }

  /**
   * An authorised relative speaks for somebody: neither whoever enters it nor staff of the place becomes one from a slip.
   * @throws RequestRefused 403
   */
  async refuseAgent(
    tx: Tx,
    { caller }: Pick<Writer, 'caller'>,
    { person, agent }: { person: PersonId; agent: PersonId },
  ): Promise<void> {
    const { access, registry } = this.platform;
    const home = (await registry.person(tx, person)) ?? refuse('resource.unknown');
    const { grants, aliases = [] } = await access.standing(tx, agent);
    if ([agent, ...aliases].includes(caller.person)) refuse('access.denied');
    const lineage = await registry.lineage(tx, home.unit);
    if (isStaff(grants.filter(({ unit }) => lineage.includes(unit)))) refuse('access.denied');
  }

  /**
   * A delegate (户代表) is one of the household on the day they begin; nobody names themselves where they do not live.
   * @throws RequestRefused 422 `delegate.not_of_household`
   */
  async refuseDelegate(
    tx: Tx,
    { caller }: Pick<Writer, 'caller'>,
    { household, person, from }: { household: HouseholdId; person: PersonId; from: LocalDate },
  ): Promise<void> {
    const { registry } = this.platform;
    const ids = await registry.idsOf(tx, person);
    const isHome = (await registry.person(tx, person))?.household === household;
    const stays = await registry.residencesOf(tx, { people: ids });
    // where somebody lived when they were first registered, they lived before
    const first = stays.at(-1);
    const livedThere = stays.some(
      (stay) =>
        stay.household === household && (stay === first || stay.from <= from) && (stay.to === null || stay.to > from),
    );
    const isOwn = isHome || !ids.includes(caller.person);
    if (!isOwn || !(livedThere || (isHome && first === undefined))) refuse('delegate.not_of_household');
  }

  /** @throws RequestRefused 403 without the capability at the unit or above it. */
  async refuseWithout(
    tx: Tx,
    { caller }: Pick<Writer, 'caller'>,
    { needs, unit }: { needs: Capability; unit: UnitId },
  ): Promise<void> {
    await this.#refuseOutside(tx, reachOf(await this.platform.access.standing(tx, caller.person), needs), unit);
  }

  async #refuseOutside(tx: Tx, reach: readonly UnitId[], unit: UnitId): Promise<void> {
    if (!(await this.platform.registry.lineage(tx, unit)).some((above) => reach.includes(above)))
      refuse('access.denied');
  }
}
