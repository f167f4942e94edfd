import { randomUUID } from 'node:crypto';

import { CAPABILITIES, reachOf } from '#libs/access';
import type { Tx } from '#libs/database';
import type { HouseholdId, PersonId, UnitId } from '#libs/registry';

import { PrivacyRefused } from './privacy.refused.js';
import { isClaimPeriod, VISIT_PRESET, type VisitPolicy } from './visits.rules.js';
import type { ClaimRow, NewClaim, VisitedHousehold, VisitsOptions } from './visits.types.js';

export const CLAIM_COLUMNS = `id, household, unit, person, purpose, state, from_date as "from", to_date as "to",
  asked_at as "askedAt", assigned_by as "assignedBy"`;

const VISITING_ROLES: readonly string[] = CAPABILITIES['visits.claim'];

/**
 * Who has taken on which household (认领). A claim is asked for by the helper or assigned by whoever leads the place; only then it
 * is in force, and only as long as its holder still has an office that visits there.
 */
export class Claims {
  readonly #policy: VisitPolicy;

  constructor(private readonly options: VisitsOptions) {
    this.#policy = options.policy ?? VISIT_PRESET;
  }

  /**
   * Takes a household on: in force at once for those who may assign there, asked for by all others. Says nothing about the
   * household that the answer could be read from.
   * @throws PrivacyRefused `resource.unknown` outside the places where the person visits.
   */
  async ask(tx: Tx, wanted: NewClaim): Promise<ClaimRow> {
    const household = await this.#household(tx, wanted.household);
    const { person } = wanted;
    if ((await this.rolesAt(tx, person, household.unit)).length === 0) throw new PrivacyRefused('resource.unknown');
    if (await this.mayAssign(tx, person, household.unit)) return this.assign(tx, wanted, person);
    return this.#write(tx, wanted, { unit: household.unit, state: 'asked', assignedBy: null });
  }

  /**
   * Gives a household to a helper.
   * @throws PrivacyRefused `visits.not_entitled` when the helper holds no office that visits such households there.
   */
  async assign(tx: Tx, wanted: NewClaim, by: PersonId): Promise<ClaimRow> {
    const household = await this.#household(tx, wanted.household);
    if (!(await this.mayAssign(tx, by, household.unit))) throw new PrivacyRefused('resource.unknown');
    await this.#refuseUnfit(tx, wanted.person, household);
    const asked = await tx.query<ClaimRow>(
      `update claims set state = 'in force', purpose = $3, from_date = $4, to_date = $5, assigned_by = $6
       where household = $1 and person = $2 and state = 'asked' returning ${CLAIM_COLUMNS}`,
      [wanted.household, wanted.person, wanted.purpose, wanted.from, wanted.to, by],
    );
    return asked[0] ?? this.#write(tx, wanted, { unit: household.unit, state: 'in force', assignedBy: by });
  }

  /** Confirms or declines what a helper asked for. */
  async decide(tx: Tx, claim: string, { accept, by }: { accept: boolean; by: PersonId }): Promise<ClaimRow> {
    const asked = await this.#claim(tx, claim, 'asked');
    if (!(await this.mayAssign(tx, by, asked.unit))) throw new PrivacyRefused('resource.unknown');
    if (accept) return this.assign(tx, asked, by);
    return this.#end(tx, asked, { state: 'declined', by });
  }

  /** Ends a claim: by its holder or by whoever may assign there. What it opened is closed at once. */
  async end(tx: Tx, claim: string, by: PersonId): Promise<ClaimRow> {
    const held = await this.#claim(tx, claim);
    if (held.person !== by && !(await this.mayAssign(tx, by, held.unit))) throw new PrivacyRefused('resource.unknown');
    return this.#end(tx, held, { state: 'ended', by });
  }

  /** Claims in force today of somebody who still visits there. */
  async inForceOf(tx: Tx, person: PersonId): Promise<ClaimRow[]> {
    const rows = await tx.query<ClaimRow>(
      `select ${CLAIM_COLUMNS} from claims where person = $1 and state = 'in force' and from_date <= $2::date and to_date > $2::date
       order by household`,
      [person, this.options.today()],
    );
    const held: ClaimRow[] = [];
    for (const row of rows) if ((await this.rolesAt(tx, person, row.unit)).length > 0) held.push(row);
    return held;
  }

  /** The claim by which somebody sees a household today; `null`: none. */
  async inForce(tx: Tx, person: PersonId, household: HouseholdId): Promise<ClaimRow | null> {
    return (await this.inForceOf(tx, person)).find((claim) => claim.household === household) ?? null;
  }

  /** What helpers have asked for at these units and below, oldest first. */
  asked(tx: Tx, reach: readonly UnitId[]): Promise<ClaimRow[]> {
    return this.#within(tx, reach, `c.state = 'asked'`);
  }

  /** Claims in force at these units and below; nothing in it tells a colour. */
  running(tx: Tx, reach: readonly UnitId[]): Promise<ClaimRow[]> {
    return this.#within(tx, reach, `c.state = 'in force'`);
  }

  /** Whether somebody assigns visits at the unit. */
  async mayAssign(tx: Tx, person: PersonId, unit: UnitId): Promise<boolean> {
    const reach = reachOf(await this.options.standing(tx, person), 'visits.assign');
    return (await this.options.lineage(tx, unit)).some((above) => reach.includes(above));
  }

  /** Offices by which somebody visits at the unit. */
  async rolesAt(tx: Tx, person: PersonId, unit: UnitId): Promise<string[]> {
    const { grants } = await this.options.standing(tx, person);
    const lineage = await this.options.lineage(tx, unit);
    return grants
      .filter((grant) => VISITING_ROLES.includes(grant.role) && lineage.includes(grant.unit))
      .map(({ role }) => role);
  }

  async #household(tx: Tx, id: HouseholdId): Promise<VisitedHousehold> {
    const household = await this.options.household(tx, id);
    if (household === null) throw new PrivacyRefused('resource.unknown');
    return household;
  }

  async #refuseUnfit(tx: Tx, person: PersonId, { unit, colour }: VisitedHousehold): Promise<void> {
    const fitting = this.#policy.colours[colour].roles;
    const roles = await this.rolesAt(tx, person, unit);
    if (!roles.some((role) => fitting.includes(role))) throw new PrivacyRefused('visits.not_entitled');
    await tx.query(`select pg_advisory_xact_lock(hashtext($1))`, [`claims of ${person}`]);
    if ((await this.inForceOf(tx, person)).length >= this.#policy.mostHouseholds)
      throw new PrivacyRefused('visits.too_many', { most: this.#policy.mostHouseholds });
  }

  async #write(
    tx: Tx,
    { household, person, purpose, from, to }: NewClaim,
    { unit, state, assignedBy }: Pick<ClaimRow, 'unit' | 'state' | 'assignedBy'>,
  ): Promise<ClaimRow> {
    if (!isClaimPeriod({ from, to }, this.#policy))
      throw new PrivacyRefused('visits.period', { days: this.#policy.longestDays });
    await this.#endExpired(tx, household, person);
    const rows = await tx.query<ClaimRow>(
      `insert into claims (id, household, unit, person, purpose, state, from_date, to_date, asked_at, assigned_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning ${CLAIM_COLUMNS}`,
      [randomUUID(), household, unit, person, purpose, state, from, to, this.options.now(), assignedBy],
    );
    return rows[0] ?? refuseConflict();
  }

  /** A claim past its last day makes room for its renewal. */
  async #endExpired(tx: Tx, household: HouseholdId, person: PersonId): Promise<void> {
    await tx.query(
      `update claims set state = 'ended', ended_at = $3 where household = $1 and person = $2 and state = 'in force' and to_date <= $4::date`,
      [household, person, this.options.now(), this.options.today()],
    );
  }

  async #claim(tx: Tx, id: string, state?: 'asked'): Promise<ClaimRow> {
    const rows = await tx.query<ClaimRow>(
      `select ${CLAIM_COLUMNS} from claims where id = $1 and state = any($2) for update`,
      [id, state === undefined ? ['asked', 'in force'] : [state]],
    );
    const row = rows[0];
    if (row === undefined) throw new PrivacyRefused('resource.unknown');
    return row;
  }

  async #end(tx: Tx, claim: ClaimRow, { state, by }: { state: 'declined' | 'ended'; by: PersonId }): Promise<ClaimRow> {
    await tx.query(`update claims set state = $2, ended_at = $3, ended_by = $4 where id = $1`, [
      claim.id,
      state,
      this.options.now(),
      by,
    ]);
    return { ...claim, state };
  }

  async #within(tx: Tx, reach: readonly UnitId[], condition: string): Promise<ClaimRow[]> {
    const rows = await tx.query<ClaimRow>(
      `select ${CLAIM_COLUMNS} from claims c where ${condition} order by asked_at, id`,
    );
    const units = new Map<UnitId, boolean>();
    for (const { unit } of rows)
      if (!units.has(unit))
        units.set(
          unit,
          (await this.options.lineage(tx, unit)).some((above) => reach.includes(above)),
        );
    return rows.filter(({ unit }) => units.get(unit) === true);
  }
}

function refuseConflict(): never {
  throw new PrivacyRefused('resource.conflict');
}
