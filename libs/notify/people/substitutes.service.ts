import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { LocalDate, PersonId } from '#libs/registry';

import { refuse } from '../notify.refused.js';

/** Somebody is away from `from` to the day before `to`; what they would be told at work goes to the substitute, too. */
export interface Absence {
  id: string;
  person: PersonId;
  substitute: PersonId;
  from: LocalDate;
  to: LocalDate;
  by: PersonId;
  at: Instant;
  endedAt: Instant | null;
}

/** `id`: the same request again answers with what it made. */
export type NewAbsence = Pick<Absence, 'id' | 'person' | 'substitute' | 'from' | 'to' | 'by'>;

const ROW = `id, person, substitute, from_date as "from", to_date as "to", by, at, ended_at as "endedAt"`;
/** Locked while an absence is entered: two that name each other cannot come in at once. */
const LOCK = 0x73756273;

/** Who is told in whose place. One step only: whoever stands in for somebody is not stood in for on their behalf. */
export class Substitutes {
  constructor(private readonly now: () => Instant) {}

  /**
   * Enters an absence.
   * @throws NotifyRefused `notify.own_substitute`, `notify.period_impossible`, `notify.substitute_away` when the substitute is away
   * in those days: messages would go round or nowhere.
   */
  async enter(tx: Tx, { id, person, substitute, from, to, by }: NewAbsence): Promise<Absence> {
    if (person === substitute) refuse('notify.own_substitute');
    if (from >= to) refuse('notify.period_impossible');
    await tx.query(`select pg_advisory_xact_lock(${String(LOCK)})`);
    const known = await this.read(tx, id);
    if (known !== null) return known;
    const away = await tx.query(
      `select id from notification_substitutes where person = $1 and ended_at is null and from_date < $3::date and to_date > $2::date`,
      [substitute, from, to],
    );
    const standingIn = await tx.query(
      `select id from notification_substitutes where substitute = $1 and ended_at is null and from_date < $3::date and to_date > $2::date`,
      [person, from, to],
    );
    if (away.length > 0) refuse('notify.substitute_away');
    // whoever stands in for somebody names another one first: else the absent one's messages end here
    if (standingIn.length > 0) refuse('notify.stands_in');
    const rows = await tx.query<Absence>(
      `insert into notification_substitutes (id, person, substitute, from_date, to_date, by, at) values ($1, $2, $3, $4, $5, $6, $7)
       returning ${ROW}`,
      [id, person, substitute, from, to, by, this.now()],
    );
    return rows[0] ?? refuse('resource.conflict');
  }

  /** Ends an absence early; once ended it stays so. Answers whether there was one. */
  async end(tx: Tx, id: string): Promise<Absence | null> {
    const rows = await tx.query<Absence>(
      `update notification_substitutes set ended_at = coalesce(ended_at, $2::timestamptz) where id = $1 returning ${ROW}`,
      [id, this.now()],
    );
    return rows[0] ?? null;
  }

  async read(tx: Tx, id: string): Promise<Absence | null> {
    const rows = await tx.query<Absence>(`select ${ROW} from notification_substitutes where id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Absences of a person that are not over, and those they stand in for. */
  async of(tx: Tx, person: PersonId, today: LocalDate): Promise<Absence[]> {
    return tx.query<Absence>(
      `select ${ROW} from notification_substitutes
       where (person = $1 or substitute = $1) and ended_at is null and to_date > $2::date order by from_date, id`,
      [person, today],
    );
  }

  /** Substitutes on a day, by the persons they stand in for. */
  async on(tx: Tx, persons: readonly PersonId[], day: LocalDate): Promise<Map<PersonId, PersonId[]>> {
    if (persons.length === 0) return new Map();
    const rows = await tx.query<{ person: PersonId; substitutes: PersonId[] }>(
      `select person, array_agg(distinct substitute) as substitutes from notification_substitutes
       where person = any($1) and ended_at is null and from_date <= $2::date and to_date > $2::date group by person`,
      [persons, day],
    );
    return new Map(rows.map(({ person, substitutes }) => [person, substitutes]));
  }
}
