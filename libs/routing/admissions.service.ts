import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import { matterLine } from '#libs/registry';
import type { LocalDate, MatterId, PersonId, Registry, UnitId } from '#libs/registry';

import { admissionOf, isHandedDown, type AdmissionEntry } from './admission.rules.js';
import { RoutingRefused, type Admission, type AdmissionStatus } from './routing.vocabulary.js';

/** What the register reads of the registry. */
export type AdmissionRegistry = Pick<Registry, 'ancestors' | 'idsOf'>;

/** A department asks to hand a matter down to communities. */
export interface AdmissionApplication {
  id?: string;
  matter: MatterId;
  /** Unit that would hand it down. */
  applicant: UnitId;
  /** Communities at this unit and below. */
  scope: UnitId;
  reason: string;
  /** Authority and money that come with it. */
  means: string;
  by: PersonId;
  at: string;
}

/** What becomes of an application. */
export interface AdmissionDecision {
  id: string;
  admitted: boolean;
  ground: string;
  /** Days it holds; `null` open. */
  from: LocalDate | null;
  to: LocalDate | null;
  by: PersonId;
  at: string;
}

/** An entry of the register, newest decision last. */
export interface AdmissionRow extends AdmissionEntry {
  matter: MatterId;
  reason: string;
  means: string;
  appliedBy: PersonId;
  appliedAt: string;
  decidedBy: PersonId | null;
  decidedAt: string | null;
  ground: string | null;
}

const COLUMNS = `a.id, a.matter, a.applicant, a.scope, a.reason, a.means, a.status, a.applied_by as "appliedBy",
  to_char(a.applied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "appliedAt", a.decided_by as "decidedBy",
  to_char(a.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "decidedAt", a.ground,
  a.from_date::text as "from", a.to_date::text as "to"`;

/** The admission register (社区工作准入): which matters may be handed down to communities, by whom, and why. */
export class AdmissionRegister {
  constructor(private readonly registry: AdmissionRegistry) {}

  /** Enters an application; sent again with the same id it is the same. */
  async apply(tx: Tx, application: AdmissionApplication): Promise<AdmissionRow> {
    const { id = randomUUID(), matter, applicant, scope, reason, means, by, at } = application;
    await tx.query(
      `insert into admissions (id, matter, applicant, scope, reason, means, status, applied_by, applied_at)
       values ($1, $2, $3, $4, $5, $6, 'applied', $7, $8) on conflict (id) do nothing`,
      [id, matter, applicant, scope, reason, means, by, at],
    );
    return this.#known(tx, id);
  }

  /**
   * Admits or refuses it, once, with the reason.
   * @throws RoutingRefused `routing.admission_decided`, `routing.own_application` for whoever applied.
   */
  async decide(tx: Tx, { id, admitted, ground, from, to, by, at }: AdmissionDecision): Promise<AdmissionRow> {
    const known = await this.#locked(tx, id);
    // said again by the same person it is the same
    if (known.decidedBy === by && known.ground === ground && (known.status === 'admitted') === admitted) return known;
    if (known.status !== 'applied') throw new RoutingRefused('routing.admission_decided');
    if ((await this.registry.idsOf(tx, by)).includes(known.appliedBy))
      throw new RoutingRefused('routing.own_application');
    const status: AdmissionStatus = admitted ? 'admitted' : 'refused';
    await tx.query(
      `update admissions set status = $2, ground = $3, from_date = $4, to_date = $5, decided_by = $6, decided_at = $7
       where id = $1`,
      [id, status, ground, admitted ? from : null, admitted ? to : null, by, at],
    );
    return this.#known(tx, id);
  }

  async entry(tx: Tx, id: string): Promise<AdmissionRow | null> {
    const [row] = await tx.query<AdmissionRow>(`select ${COLUMNS} from admissions a where a.id = $1`, [id]);
    return row ?? null;
  }

  /** The register as it is kept at a unit: entries that hold there and those for parts of it, newest first. */
  async list(tx: Tx, unit: UnitId, status?: AdmissionStatus): Promise<AdmissionRow[]> {
    return tx.query<AdmissionRow>(
      `select ${COLUMNS} from admissions a join units s on s.id = a.scope join units u on u.id = $1
       where (starts_with(u.path, s.path) or starts_with(s.path, u.path)) and ($2::text is null or a.status = $2)
       order by a.applied_at desc, a.id limit 500`,
      [unit, status ?? null],
    );
  }

  /** Whether `from` may hand a matter down to `to` on a day. What is not handed down, or where no register is kept, may be. */
  async admits(
    tx: Tx,
    { matter, from, to, on }: { matter: MatterId; from: UnitId; to: UnitId; on: LocalDate },
  ): Promise<Admission> {
    const [above, below] = [await this.registry.ancestors(tx, from), await this.registry.ancestors(tx, to)];
    if (!isHandedDown(above, below)) return { admitted: true, entry: null, reason: 'not_down' };
    const line = (await matterLine(tx, matter)).map(({ id }) => id);
    const scopes = below.map(({ id }) => id);
    const [kept] = await tx.query<{ is: boolean }>(
      'select exists(select from admissions where scope = any($1)) as is',
      [scopes],
    );
    const entries = await tx.query<AdmissionRow>(
      `select ${COLUMNS} from admissions a where a.matter = any($1) and a.scope = any($2)
       order by array_position($1::varchar[], a.matter), a.from_date desc nulls last, a.id`,
      [line, scopes],
    );
    return admissionOf({ entries, isKept: kept?.is === true, from: above, to: below, on });
  }

  async #known(tx: Tx, id: string): Promise<AdmissionRow> {
    const row = await this.entry(tx, id);
    if (row === null) throw new RoutingRefused('resource.unknown');
    return row;
  }

  async #locked(tx: Tx, id: string): Promise<AdmissionRow> {
    const [row] = await tx.query<AdmissionRow>(`select ${COLUMNS} from admissions a where a.id = $1 for update`, [id]);
    if (row === undefined) throw new RoutingRefused('resource.unknown');
    return row;
  }
}
