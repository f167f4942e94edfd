import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId, Registry } from '#libs/registry';

import { BallotRefused } from './ballots.refused.js';
import { ballotRow, entryRow, refuseUnless } from './ballots.sql.js';
import type { EntryRow } from './ballots.sql.js';
import type { BallotId, EntryCode } from './ballots.vocabulary.js';
import { lockBallot } from './casting.sql.js';

export interface ContestRow {
  id: string;
  ballot: BallotId;
  entry: EntryCode;
  by: PersonId;
  reason: string | null;
  at: Instant;
  outcome: 'counts' | 'falls' | null;
  ground: string | null;
  settledBy: PersonId | null;
  settledAt: Instant | null;
}

const COLUMNS = `id, ballot, entry, by, reason, at, outcome, ground, settled_by as "settledBy", settled_at as "settledAt"`;

/** What the settling of a contest is. `counts`: the paper stands; `falls`: it does not, and its caster casts no more. */
export interface Settlement {
  ballot: BallotId;
  entry: EntryCode;
  by: PersonId;
  outcome: 'counts' | 'falls';
  ground: string;
}

/** Delegates and co-owners whose right to cast is contested: their paper is set aside until a named person has settled it. */
export class Contests {
  constructor(private readonly parts: { registry: Registry; now: (tx: Tx) => Promise<Instant> }) {}

  /**
   * Contests who casts for a unit, while the vote is open. Whoever belongs to the unit may: a co-owner, one of the household.
   * Contested twice is contested once.
   */
  async contest(
    tx: Tx,
    { ballot, entry, by, reason }: { ballot: BallotId; entry: EntryCode; by: PersonId; reason: string },
  ): Promise<string> {
    await lockBallot(tx, ballot);
    refuseUnless(await ballotRow(tx, ballot), 'drawn', 'appeals', 'open');
    const row = await entryRow(tx, ballot, entry);
    if (row.isRemoved || !(await this.#belongs(tx, row, by))) throw new BallotRefused('ballot.not_entitled');
    const [known] = await tx.query<{ id: string }>(
      'select id from ballot_contests where ballot = $1 and entry = $2 and outcome is null',
      [ballot, entry],
    );
    if (known !== undefined) return known.id;
    const id = randomUUID();
    await tx.query('insert into ballot_contests (id, ballot, entry, by, reason, at) values ($1, $2, $3, $4, $5, $6)', [
      id,
      ballot,
      entry,
      by,
      reason,
      await this.parts.now(tx),
    ]);
    await tx.query('update ballot_entries set is_contested = true where ballot = $1 and entry = $2', [ballot, entry]);
    await tx.query(
      `update ballot_papers set state = 'setAside' where ballot = $1 and entry = $2 and state = 'counted'`,
      [ballot, entry],
    );
    return id;
  }

  /**
   * Settles a contest before the count. While the vote is open a unit whose paper falls may cast anew.
   * @throws BallotRefused `ballot.two_people` for whoever cast, contested or belongs to the unit; `ballot.contest_unknown`.
   */
  async settle(tx: Tx, { ballot, entry, by, outcome, ground }: Settlement): Promise<ContestRow> {
    await lockBallot(tx, ballot);
    const { status } = await ballotRow(tx, ballot);
    refuseUnless({ status }, 'drawn', 'appeals', 'open', 'closed');
    const row = await entryRow(tx, ballot, entry);
    const [contest] = await tx.query<ContestRow>(
      `select ${COLUMNS} from ballot_contests where ballot = $1 and entry = $2 and outcome is null for update`,
      [ballot, entry],
    );
    if (contest === undefined) throw new BallotRefused('ballot.contest_unknown');
    const [paper] = await tx.query<{ caster: PersonId | null; by: PersonId | null; witness: PersonId | null }>(
      `select caster, by, witness from ballot_papers where ballot = $1 and entry = $2`,
      [ballot, entry],
    );
    const concerned = [contest.by, paper?.caster, paper?.by, paper?.witness];
    if (concerned.includes(by) || (await this.#belongs(tx, row, by))) throw new BallotRefused('ballot.two_people');
    await this.#apply(tx, { ballot, entry, outcome, isOpen: status === 'open' });
    const [settled] = await tx.query<ContestRow>(
      `update ballot_contests set outcome = $2, ground = $3, settled_by = $4, settled_at = $5 where id = $1 returning ${COLUMNS}`,
      [contest.id, outcome, ground, by, await this.parts.now(tx)],
    );
    return settled ?? contest;
  }

  /** Contests of a ballot, oldest first; those that are settled only on request. */
  async list(tx: Tx, ballot: BallotId, { settled }: { settled: boolean }): Promise<ContestRow[]> {
    return tx.query<ContestRow>(
      `select ${COLUMNS} from ballot_contests where ballot = $1 and ($2 or outcome is null) order by at, id`,
      [ballot, settled],
    );
  }

  async #apply(
    tx: Tx,
    { ballot, entry, outcome, isOpen }: Pick<Settlement, 'ballot' | 'entry' | 'outcome'> & { isOpen: boolean },
  ): Promise<void> {
    const at = [ballot, entry];
    await tx.query('update ballot_entries set is_contested = false where ballot = $1 and entry = $2', at);
    if (outcome === 'counts') {
      const counted = `update ballot_papers set state = 'counted' where ballot = $1 and entry = $2 and state = 'setAside'`;
      await tx.query(counted, at);
      return;
    }
    await tx.query(
      `update ballot_entries e set casters = array_remove(e.casters, p.caster::text) from ballot_papers p
       where e.ballot = $1 and e.entry = $2 and p.ballot = $1 and p.entry = $2 and p.state = 'setAside'`,
      at,
    );
    // after the close it stays set aside for good, and is published as such
    if (!isOpen) return;
    await tx.query(
      `update ballot_papers set state = 'withdrawn', choice = null, tracker = null
       where ballot = $1 and entry = $2 and state = 'setAside'`,
      at,
    );
  }

  /** Whether somebody is one of the unit: stands in its key, may cast for it, or lives in the household. */
  async #belongs(tx: Tx, { key, casters, household }: EntryRow, person: PersonId): Promise<boolean> {
    const ids = await this.parts.registry.idsOf(tx, person);
    const named = key.slice(key.indexOf(':') + 1).split('+');
    if (ids.some((id) => named.includes(id) || casters.includes(id))) return true;
    if (household === null) return false;
    const family = await this.parts.registry.inhabitantsOf(tx, household);
    return ids.some((id) => family.includes(id));
  }
}
