import type { Tx } from '#libs/database';
import type { Choice } from '#libs/decision';
import type { Instant } from '#libs/engine';
import type { PersonId, PremisesId, Registry, UnitId } from '#libs/registry';

import { WEIGHTS } from './ballots.sql.js';
import type {
  BallotDoubt,
  BallotId,
  BallotStatus,
  Channel,
  EntryCode,
  PaperState,
  Weights,
} from './ballots.vocabulary.js';

/** A voting unit somebody may cast for, and how far that is. */
export interface OwnEntry {
  ballot: BallotId;
  entry: EntryCode;
  weights: Weights;
  premises: PremisesId[];
  household: string | null;
  isContested: boolean;
  /** `none`: nothing was cast. */
  state: PaperState | 'none';
  castAt: Instant | null;
  channel: Channel | null;
  revision: number | null;
  /** Whether the person asking cast it, or another of the unit. */
  isYours: boolean;
  /** Only of a named ballot, and only one's own. */
  choice: Choice | null;
}

/** A ballot somebody is on the roll of. */
export interface OwnBallot {
  ballot: BallotId;
  status: BallotStatus;
  entries: number;
  /** How many of these have cast. */
  cast: number;
}

/** A door to knock at: who has not voted yet, never what anybody voted. */
export interface SilentEntry {
  entry: EntryCode;
  building: UnitId | null;
  stairwell: UnitId | null;
  premises: PremisesId[];
  household: string | null;
  casters: PersonId[];
}

export interface BuildingTurnout {
  building: UnitId | null;
  entries: number;
  took: number;
}

/** A line of the roll, for the staff of the ballot. */
export interface RollLine extends SilentEntry {
  weights: Weights;
  isContested: boolean;
  isRemoved: boolean;
}

const MOST_LINES = 500;

/** What people see of their own papers, and staff of the roll. Nothing here says how anybody else voted. */
export class PapersRead {
  constructor(private readonly registry: Registry) {}

  /**
   * Units of one ballot a person may cast for, under every record of them that was merged. Once a secret ballot is counted only the
   * mark is left that the unit took part.
   */
  async ofPerson(tx: Tx, ballot: BallotId, person: PersonId): Promise<OwnEntry[]> {
    return tx.query<OwnEntry>(
      `select e.ballot, e.entry, ${WEIGHTS} as weights, e.premises, e.household, e.is_contested as "isContested",
         coalesce(p.state, case when m.entry is not null then 'counted' else 'none' end) as state, p.cast_at as "castAt", p.channel, p.revision,
         coalesce(p.caster = any($2), false) as "isYours", case when p.caster = any($2) then p.choice end as choice
       from ballot_entries e left join ballot_papers p on p.ballot = e.ballot and p.entry = e.entry
       left join ballot_marks m on m.ballot = e.ballot and m.entry = e.entry
       where e.ballot = $1 and e.casters && $2::text[] and not e.is_removed order by e.entry`,
      [ballot, await this.registry.idsOf(tx, person)],
    );
  }

  /** Ballots a person may cast in, those that are open first, then by their closing. */
  async ballotsOf(tx: Tx, person: PersonId): Promise<OwnBallot[]> {
    return tx.query<OwnBallot>(
      `select b.id as ballot, b.status, count(*) as entries, count(p.entry) as cast
       from ballot_entries e join ballots b on b.id = e.ballot
       left join ballot_papers p on p.ballot = e.ballot and p.entry = e.entry and p.state <> 'withdrawn'
       where e.casters && $1::text[] and not e.is_removed and b.status in ('drawn', 'appeals', 'open')
       group by b.id, b.status, b.closes_at order by b.status = 'open' desc, b.closes_at, b.id`,
      [await this.registry.idsOf(tx, person)],
    );
  }

  /**
   * How many of each building have voted, while the vote is open; null for a secret ballot and for one that is not open: who took
   * part is then nobody's business until it is counted.
   */
  async turnoutByBuilding(tx: Tx, ballot: BallotId): Promise<BuildingTurnout[] | null> {
    if (!(await isNamedAndOpen(tx, ballot))) return null;
    return tx.query<BuildingTurnout>(
      `select e.building, count(*) as entries, count(p.entry) as took from ballot_entries e
       left join ballot_papers p on p.ballot = e.ballot and p.entry = e.entry and p.state <> 'withdrawn'
       where e.ballot = $1 and not e.is_removed group by e.building order by e.building`,
      [ballot],
    );
  }

  /** Who of a building has not voted yet, for the doorstep list; null as for {@link turnoutByBuilding}. */
  async silentOf(tx: Tx, ballot: BallotId, building: UnitId): Promise<SilentEntry[] | null> {
    if (!(await isNamedAndOpen(tx, ballot))) return null;
    return tx.query<SilentEntry>(
      `select e.entry, e.building, e.stairwell, e.premises, e.household, e.casters from ballot_entries e
       where e.ballot = $1 and e.building = $2 and not e.is_removed and not exists (
         select from ballot_papers p where p.ballot = e.ballot and p.entry = e.entry and p.state <> 'withdrawn')
       order by e.stairwell, e.premises, e.entry`,
      [ballot, building],
    );
  }

  /** The roll after a code, for the staff of the ballot; at most 500 lines. */
  async roll(tx: Tx, ballot: BallotId, after: EntryCode = ''): Promise<RollLine[]> {
    return tx.query<RollLine>(
      `select e.entry, ${WEIGHTS} as weights, e.building, e.stairwell, e.premises, e.household, e.casters,
         e.is_contested as "isContested", e.is_removed as "isRemoved"
       from ballot_entries e where e.ballot = $1 and e.entry > $2 order by e.entry limit ${String(MOST_LINES)}`,
      [ballot, after],
    );
  }

  /** The units a voting unit lies in, the smallest first; `null`: there is no such entry. */
  async placeOf(tx: Tx, ballot: BallotId, entry: EntryCode): Promise<UnitId[] | null> {
    const [row] = await tx.query<{ building: UnitId | null; stairwell: UnitId | null }>(
      'select building, stairwell from ballot_entries where ballot = $1 and entry = $2',
      [ballot, entry],
    );
    return row === undefined ? null : [row.stairwell, row.building].filter((unit) => unit !== null);
  }

  /** What has to be looked at before the roll is used. */
  async doubts(tx: Tx, ballot: BallotId): Promise<BallotDoubt[]> {
    const [row] = await tx.query<{ doubts: BallotDoubt[] }>('select doubts from ballots where id = $1', [ballot]);
    return row?.doubts ?? [];
  }
}

async function isNamedAndOpen(tx: Tx, ballot: BallotId): Promise<boolean> {
  const rows = await tx.query(`select from ballots where id = $1 and status = 'open' and not secret`, [ballot]);
  return rows.length > 0;
}
