import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId, UnitId } from '#libs/registry';

/** A turn of duty (值班): half-open from `startsAt` to `endsAt`, line 1 rung first, line 2 second. */
export interface DutyTurn {
  id: string;
  unit: UnitId;
  line: number;
  person: PersonId;
  /** Telephone of the duty desk; the person's own is in the registry. */
  phone: string | null;
  startsAt: Instant;
  endsAt: Instant;
}

/** A turn as it is entered. */
export interface NewDutyTurn extends DutyTurn {
  by: PersonId;
  at: Instant;
}

export interface Striking {
  id: string;
  reason: string;
  by: PersonId;
  at: Instant;
}

const instant = (column: string): string => `to_char(t.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const COLUMNS = `t.id, t.unit, t.line, t.person, t.phone, ${instant('starts_at')} as "startsAt", ${instant('ends_at')} as "endsAt"`;

/** Duty rosters: who answers for a unit at an hour of the night. */
export class Rosters {
  /** Enters a turn. Sent again under the same id it is the same; answers whether it was new. */
  async enter(tx: Tx, turn: NewDutyTurn): Promise<boolean> {
    const rows = await tx.query(
      `insert into duty_turns (id, unit, line, person, phone, starts_at, ends_at, entered_by, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing returning id`,
      [turn.id, turn.unit, turn.line, turn.person, turn.phone, turn.startsAt, turn.endsAt, turn.by, turn.at],
    );
    return rows.length > 0;
  }

  /** Strikes a turn out: it stays on record. Answers whether there was one to strike. */
  async strike(tx: Tx, { id, reason, by, at }: Striking): Promise<boolean> {
    const rows = await tx.query(
      `update duty_turns set struck_by = $2, struck_at = $3, reason = $4 where id = $1 and struck_at is null returning id`,
      [id, by, at, reason],
    );
    return rows.length > 0;
  }

  /** A turn that stands; `null` when there is none or it was struck out. */
  async turn(tx: Tx, id: string): Promise<DutyTurn | null> {
    const [row] = await tx.query<DutyTurn>(
      `select ${COLUMNS} from duty_turns t where t.id = $1 and t.struck_at is null`,
      [id],
    );
    return row ?? null;
  }

  /** Who struck a turn out, and why; `null`: it stands, or never was. */
  async struck(tx: Tx, { id, unit }: { id: string; unit: UnitId }): Promise<{ by: PersonId; reason: string } | null> {
    const [row] = await tx.query<{ by: PersonId; reason: string }>(
      `select struck_by as by, reason from duty_turns where id = $1 and unit = $2 and struck_at is not null`,
      [id, unit],
    );
    return row ?? null;
  }

  /** The turn that has somebody on duty in those hours already; two lines are two people. */
  async clashing(tx: Tx, { id, unit, person, startsAt, endsAt }: DutyTurn): Promise<DutyTurn | null> {
    const turns = await this.between(tx, unit, { from: startsAt, to: endsAt });
    return turns.find((turn) => turn.person === person && turn.id !== id) ?? null;
  }

  /** Turns of a unit that touch a period, by hour and line. */
  between(tx: Tx, unit: UnitId, { from, to }: { from: Instant; to: Instant }): Promise<DutyTurn[]> {
    return tx.query<DutyTurn>(
      `select ${COLUMNS} from duty_turns t
       where t.unit = $1 and t.struck_at is null and t.ends_at > $2::timestamptz and t.starts_at < $3::timestamptz
       order by t.starts_at, t.line, t.id limit 1000`,
      [unit, from, to],
    );
  }

  /**
   * Who is on duty at an instant at the first of these units (nearest first) that keeps a roster then; empty when nobody is. The
   * first line comes first, and of one line the turn that was entered last.
   */
  async onDuty(tx: Tx, units: readonly UnitId[], at: Instant): Promise<DutyTurn[]> {
    const rows = await tx.query<DutyTurn>(
      `select ${COLUMNS} from duty_turns t
       where t.unit = any($1) and t.struck_at is null and t.starts_at <= $2::timestamptz and t.ends_at > $2::timestamptz
       order by array_position($1::text[], t.unit::text), t.line, t.entered_at desc, t.id`,
      [units, at],
    );
    return rows.filter(({ unit }) => unit === rows[0]?.unit);
  }
}
