import type { Tx } from '#libs/database';
import type { HouseholdId, LocalDate, PersonId, UnitId } from '#libs/registry';

import { Claims } from './claims.service.js';
import { PrivacyRefused } from './privacy.refused.js';
import { nextVisitDue, VISIT_PRESET, type VisitPolicy } from './visits.rules.js';
import type {
  ClaimRow,
  HeldHousehold,
  HouseholdPage,
  NewVisit,
  VisitedHousehold,
  VisitRow,
  VisitsOptions,
} from './visits.types.js';

/** Purpose under which notes of visits are sealed. */
export const NOTE_SEAL = 'visit.note';
/** What stands in the journal when somebody opens a household in order to assign it. */
const ASSIGNING = '查看以分派走访 · to assign its visits';
const VISITS_SHOWN = 50;

interface StoredVisit extends Omit<VisitRow, 'note'> {
  note: string | null;
}

/** How many households a helper holds at a place and how many of them wait for a visit. */
export interface Load {
  person: PersonId;
  held: number;
  overdue: number;
}

/**
 * Visits (五色五访). What is sensitive about a household is shown here and nowhere else: to the holder of a claim in force, and to
 * those who assign visits there, whose look is journaled.
 */
export class Visits {
  readonly claims: Claims;
  readonly #policy: VisitPolicy;

  constructor(private readonly options: VisitsOptions) {
    this.claims = new Claims(options);
    this.#policy = options.policy ?? VISIT_PRESET;
  }

  /** The households somebody holds, the most urgent visit first. */
  async mine(tx: Tx, person: PersonId): Promise<HeldHousehold[]> {
    const held: HeldHousehold[] = [];
    for (const claim of await this.claims.inForceOf(tx, person)) {
      const household = await this.options.household(tx, claim.household);
      if (household === null) continue;
      const { lastVisit, due } = await this.#plan(tx, claim, household);
      const { id, address, flat } = household;
      held.push({
        claim: claim.id,
        household: id,
        address,
        flat,
        purpose: claim.purpose,
        to: claim.to,
        lastVisit,
        due,
      });
    }
    return held.sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
  }

  /**
   * The page of a household, for the holder of a claim or for whoever assigns visits there.
   * @throws PrivacyRefused `resource.unknown` for everybody else: that there is such a household is nothing to be learnt here.
   */
  async page(tx: Tx, household: HouseholdId, person: PersonId): Promise<HouseholdPage> {
    const found = await this.options.household(tx, household);
    if (found === null) throw new PrivacyRefused('resource.unknown');
    const claim = await this.claims.inForce(tx, person, household);
    if (claim === null) {
      if (!(await this.claims.mayAssign(tx, person, found.unit))) throw new PrivacyRefused('resource.unknown');
      await this.options.journal.record(tx, { by: person, household, field: 'household', reason: ASSIGNING });
    }
    const { due } = await this.#plan(tx, { household, from: claim?.from ?? this.options.today() }, found);
    return {
      claim: claim?.id ?? null,
      household: found,
      everyDays: this.#policy.colours[found.colour].everyDays,
      due,
      visits: await this.#visits(tx, household),
    };
  }

  /** Records a visit; the same id again changes nothing. Answers when the next one is due. */
  async record(tx: Tx, visit: NewVisit, by: PersonId): Promise<{ due: LocalDate }> {
    const { id, claim: claimId, at, outcome, note, caseId = null } = visit;
    const claim = (await this.claims.inForceOf(tx, by)).find((held) => held.id === claimId);
    const now = this.options.now();
    if (claim === undefined) throw new PrivacyRefused('resource.unknown');
    if (at > now) throw new PrivacyRefused('visits.in_the_future');
    const sealed = note === undefined || note.trim() === '' ? null : this.options.vault.seal(note.trim(), NOTE_SEAL);
    await tx.query(
      `insert into visits (id, claim, household, visitor, at, recorded_at, outcome, note, case_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [id, claimId, claim.household, by, at, now, outcome, sealed, caseId],
    );
    const household = await this.options.household(tx, claim.household);
    if (household === null) throw new PrivacyRefused('resource.unknown');
    return { due: (await this.#plan(tx, claim, household)).due };
  }

  /** For those who assign: how much each helper holds and is behind with. Counts only, so that no colour can be read. */
  async loads(tx: Tx, reach: readonly UnitId[]): Promise<Load[]> {
    const loads = new Map<PersonId, Load>();
    const today = this.options.today();
    for (const claim of await this.claims.running(tx, reach)) {
      const household = await this.options.household(tx, claim.household);
      if (household === null || claim.to <= today) continue;
      const load = loads.get(claim.person) ?? { person: claim.person, held: 0, overdue: 0 };
      load.held += 1;
      if ((await this.#plan(tx, claim, household)).due < today) load.overdue += 1;
      loads.set(claim.person, load);
    }
    return [...loads.values()];
  }

  /** Visits somebody made, with their notes: part of what is held about that person. */
  async madeBy(tx: Tx, person: PersonId): Promise<VisitRow[]> {
    return this.#opened(await tx.query<StoredVisit>(`${SELECT} where visitor = $1 order by at desc, id`, [person]));
  }

  /** Visits to a household, with their notes: what the people who live there may read about themselves. */
  async madeTo(tx: Tx, household: HouseholdId): Promise<VisitRow[]> {
    return this.#opened(
      await tx.query<StoredVisit>(`${SELECT} where household = $1 order by at desc, id`, [household]),
    );
  }

  async #visits(tx: Tx, household: HouseholdId): Promise<VisitRow[]> {
    const rows = `${SELECT} where household = $1 order by at desc, id limit ${String(VISITS_SHOWN)}`;
    return this.#opened(await tx.query<StoredVisit>(rows, [household]));
  }

  #opened(rows: readonly StoredVisit[]): VisitRow[] {
    const { vault } = this.options;
    return rows.map((row) => ({ ...row, note: row.note === null ? null : vault.open(row.note, NOTE_SEAL) }));
  }

  /** Only a visit at which somebody was reached counts. */
  async #plan(
    tx: Tx,
    { household, from }: Pick<ClaimRow, 'household' | 'from'>,
    { colour }: VisitedHousehold,
  ): Promise<{ lastVisit: string | null; due: LocalDate }> {
    const [last] = await tx.query<{ at: string | null }>(
      `select max(at) as at from visits where household = $1 and outcome not in ('not home', 'declined')`,
      [household],
    );
    const lastVisit = last?.at ?? null;
    const day = lastVisit === null ? null : lastVisit.slice(0, 10);
    return { lastVisit, due: nextVisitDue(this.#policy.colours[colour], from, day) };
  }
}

const SELECT = `select id, household, visitor, at, outcome, note, case_id as "caseId" from visits`;
