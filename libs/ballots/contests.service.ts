import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId, Registry } from '#libs/registry';

import type { Assistance } from './assistance.service.js';
import { BallotRefused } from './ballots.refused.js';
import { ballotRow, entryRow, refuseUnless } from './ballots.sql.js';
import type { EntryRow } from './ballots.sql.js';
import type { BallotId, EntryCode } from './ballots.vocabulary.js';
import { lockBallot, withdrawSetAside } from './casting.sql.js';

export interface ContestRow {
  id: string;
  ballot: BallotId;
  entry: EntryCode;
  by: PersonId;
  /** Whose right to cast is contested. */
  against: PersonId[];
  reason: string | null;
  at: Instant;
  outcome: 'counts' | 'falls' | null;
  ground: string | null;
  settledBy: PersonId | null;
  settledAt: Instant | null;
}

const COLUMNS = `id, ballot, entry, by, against, reason, at, outcome, ground, settled_by as "settledBy", settled_at as "settledAt"`;

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
  constructor(
    private readonly parts: { registry: Registry; assistance: Assistance; now: (tx: Tx) => Promise<Instant> },
  ) {}

  /**
   * Contests who casts for a unit, while the vote is open. Whoever belongs to the unit may: a co-owner, one of the household.
   * Contested twice is contested once. `against`: whose right is contested, one of the casters; left out it is whoever cast, and
   * before anybody has, those who would: the delegate, the other owners.
   */
  async contest(
    tx: Tx,
    {
      ballot,
      entry,
      by,
      reason,
      against,
    }: { ballot: BallotId; entry: EntryCode; by: PersonId; reason: string; against?: PersonId },
  ): Promise<string> {
    await lockBallot(tx, ballot);
    refuseUnless(await ballotRow(tx, ballot), 'drawn', 'appeals', 'open');
    const row = await entryRow(tx, ballot, entry);
    const holders = await tx.query<{ holder: PersonId }>(
      'select holder from ballot_proxies where ballot = $1 and entry = $2 and revoked_at is null',
      [ballot, entry],
    );
    // a proxy is for casting: it makes nobody one of the unit
    const casters = row.casters.filter((caster) => !holders.some(({ holder }) => holder === caster));
    if (row.isRemoved || !(await this.#belongs(tx, { ...row, casters }, by)))
      throw new BallotRefused('ballot.not_entitled');
    const [known] = await tx.query<{ id: string }>(
      'select id from ballot_contests where ballot = $1 and entry = $2 and outcome is null',
      [ballot, entry],
    );
    if (known !== undefined) return known.id;
    const id = randomUUID();
    await tx.query(
      'insert into ballot_contests (id, ballot, entry, by, reason, at, against) values ($1, $2, $3, $4, $5, $6, $7)',
      [
        id,
        ballot,
        entry,
        by,
        reason,
        await this.parts.now(tx),
        await this.#contested(tx, row, { ballot, by, against }),
      ],
    );
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
    await this.parts.assistance.refuseSame(tx, by, [
      contest.by,
      ...contest.against,
      paper?.caster,
      paper?.by,
      paper?.witness,
    ]);
    if (await this.#belongs(tx, row, by)) throw new BallotRefused('ballot.two_people');
    await this.#apply(tx, { ballot, entry, outcome, contest, isOpen: status === 'open' });
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
    {
      ballot,
      entry,
      outcome,
      contest,
      isOpen,
    }: Pick<Settlement, 'ballot' | 'entry' | 'outcome'> & { contest: ContestRow; isOpen: boolean },
  ): Promise<void> {
    const at = [ballot, entry];
    await tx.query('update ballot_entries set is_contested = false where ballot = $1 and entry = $2', at);
    if (outcome === 'counts') {
      const counted = `update ballot_papers set state = 'counted' where ballot = $1 and entry = $2 and state = 'setAside'`;
      await tx.query(counted, at);
      return;
    }
    await tx.query(
      `update ballot_entries e set casters = array(select c from unnest(e.casters) with ordinality as o(c, n)
         where c <> all($3::text[]) and (c = any($4::text[]) or not exists (
           select from ballot_papers p where p.ballot = $1 and p.entry = $2 and p.state = 'setAside' and p.caster = c)) order by n)
       where e.ballot = $1 and e.entry = $2`,
      // whoever contested keeps their right, also when the paper that falls is theirs
      [...at, contest.against, await this.parts.registry.idsOf(tx, contest.by)],
    );
    // after the close it stays set aside for good, and is published as such
    if (!isOpen) return;
    await withdrawSetAside(tx, ballot, entry);
  }

  /** Whose right a contest is about: somebody named, or whoever cast, or those who would beside the contester. */
  async #contested(
    tx: Tx,
    { entry, casters }: EntryRow,
    { ballot, by, against }: { ballot: BallotId; by: PersonId; against: PersonId | undefined },
  ): Promise<PersonId[]> {
    const { registry } = this.parts;
    if (against !== undefined) {
      const ids = await registry.idsOf(tx, against);
      const listed = casters.filter((caster) => ids.includes(caster));
      if (listed.length === 0) throw new BallotRefused('ballot.not_entitled');
      return listed;
    }
    const [paper] = await tx.query<{ caster: PersonId | null }>(
      `select caster from ballot_papers where ballot = $1 and entry = $2 and state <> 'withdrawn'`,
      [ballot, entry],
    );
    if (paper?.caster != null) return [paper.caster];
    const own = await registry.idsOf(tx, by);
    return casters.filter((caster) => !own.includes(caster));
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
