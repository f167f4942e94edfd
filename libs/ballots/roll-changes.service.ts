import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { LocalDate, PersonId, PremisesId, Registry } from '#libs/registry';

import type { Assistance } from './assistance.service.js';
import { BallotRefused } from './ballots.refused.js';
import { ballotRow, entryOfKey, entryRow, insertEntries, refuseUnless } from './ballots.sql.js';
import type { EntryRow } from './ballots.sql.js';
import type { BallotId, BallotRow, ChangeGround, EntryCode, Weights } from './ballots.vocabulary.js';
import { WEIGHED } from './ballots.vocabulary.js';
import { lockBallot } from './casting.sql.js';
import { entryCodes } from './codes.rules.js';
import { basesOfRoll, entryOf, unfitBase } from './entries.rules.js';
import { ownersKey, peopleOfKey, saleChanges } from './roll-changes.rules.js';
import type { ProposedChange } from './roll-changes.rules.js';
import { changeRows, insertChange, proposedChange } from './roll-changes.sql.js';
import type { ListedChange, RollChangeRow, WantedChange } from './roll-changes.sql.js';

export interface AppealRow {
  id: string;
  ballot: BallotId;
  person: PersonId;
  entry: EntryCode | null;
  about: 'missing' | 'area' | 'casters' | 'other';
  text: string | null;
  at: Instant;
  state: 'open' | 'granted' | 'refused';
  answer: string | null;
}

/** Why a roll is changed, and who says so. */
export interface ChangeReason {
  ballot: BallotId;
  by: PersonId;
  ground: ChangeGround;
  reason: string;
  appeal?: string;
}

const APPEAL = 'id, ballot, person, entry, about, text, at, state, answer';

/**
 * Changes of a roll after its drawing: proposed with a reason, approved by somebody else, journaled, fingerprinted with the final
 * roll. Proposed until the vote closes, decided until it is counted.
 */
export class RollChanges {
  constructor(
    private readonly parts: {
      registry: Registry;
      assistance: Assistance;
      now: (tx: Tx) => Promise<Instant>;
      localDateOf: (instant: Instant) => LocalDate;
    },
  ) {}

  /** Proposes a change; answers its number. @throws BallotRefused `ballot.appeals_over`, `ballot.entry_unknown`, `ballot.two_people`, `ballot.rule_unfit`. */
  async propose(tx: Tx, why: ChangeReason, { kind, entry: code, wanted }: ProposedChange): Promise<number> {
    const ballot = await this.#changeable(tx, why.ballot);
    const row = kind === 'add' || code === null ? null : await entryRow(tx, why.ballot, code);
    if (kind !== 'add' && (row === null || row.isRemoved)) throw new BallotRefused('ballot.entry_unknown');
    const after = kind === 'remove' ? null : (wanted.weights ?? row?.weights ?? {});
    await this.#refuseOwn(tx, why.by, [row, wanted]);
    if (after !== null) await refuseUnfit(tx, ballot, { entry: row?.entry ?? null, after });
    return insertChange(tx, {
      ballot: why.ballot,
      kind,
      ground: why.ground,
      entry: row?.entry ?? (await freshCode(tx, why.ballot)),
      before: row?.weights ?? null,
      after,
      wanted: {
        entry: wanted,
        expected: row === null ? null : { key: row.key, weights: row.weights, casters: row.casters },
      },
      reason: why.reason,
      appeal: why.appeal ?? null,
      proposedBy: why.by,
      proposedAt: await this.parts.now(tx),
    });
  }

  /** Proposes what the sale of a flat does to the roll; answers the numbers, to be approved in this order. */
  async proposeSale(
    tx: Tx,
    why: Omit<ChangeReason, 'ground'>,
    { entry, flat, buyers }: { entry: EntryCode; flat: PremisesId; buyers: readonly PersonId[] },
  ): Promise<number[]> {
    const seller = await entryRow(tx, why.ballot, entry);
    const premises = await this.parts.registry.premises(tx, flat);
    if (premises === null || !seller.premises.includes(flat)) throw new BallotRefused('ballot.entry_unknown');
    const known = await entryOfKey(tx, why.ballot, ownersKey(buyers));
    const { area, building, stairwell } = premises;
    const buyersEntry = known === null || known.isRemoved || known.entry === entry ? null : known;
    const changes = saleChanges({ flat, area: area ?? 0, seller, buyers, buyersEntry, building, stairwell });
    const numbers: number[] = [];
    for (const change of changes) numbers.push(await this.propose(tx, { ...why, ground: 'sale' }, change));
    return numbers;
  }

  /**
   * Approves a change, which takes effect. A paper of an entry that is taken off is set aside; of one that is corrected it stays.
   * @throws BallotRefused `ballot.two_people` for whoever proposed it, `ballot.change_stale` when the entry has changed since.
   */
  async approve(tx: Tx, { ballot, n, by }: { ballot: BallotId; n: number; by: PersonId }): Promise<void> {
    const { change, status } = await this.#undecided(tx, { ballot, n, by });
    const { kind, entry, wanted, after } = change;
    if (after !== null) {
      const on = kind === 'add' ? null : entry;
      await refuseUnfit(tx, await ballotRow(tx, ballot), { entry: on, after });
    }
    if (kind === 'add') {
      await this.#add(tx, change);
    } else {
      const row = await entryRow(tx, ballot, entry);
      if (row.isRemoved || !isAsExpected(row, wanted.expected)) throw new BallotRefused('ballot.change_stale');
      await (kind === 'remove' ? remove(tx, change) : correct(tx, change, row));
    }
    const at = await this.parts.now(tx);
    // who may cast is then what the change says: a proxy given before is over, whoever held it
    if (wanted.entry.casters !== undefined) await endProxies(tx, { ballot, entry, by, at });
    const isOnOpenRoll = status === 'open' || status === 'closed';
    await tx.query(
      `update ballot_roll_changes set state = 'approved', decided_by = $3, decided_at = $4, on_date = $5, place = case when $6 then
         (select count(place) + 1 from ballot_roll_changes where ballot = $1) end
       where ballot = $1 and n = $2`,
      [ballot, n, by, at, this.parts.localDateOf(at), isOnOpenRoll],
    );
  }

  async refuse(tx: Tx, { ballot, n, by }: { ballot: BallotId; n: number; by: PersonId }): Promise<void> {
    await this.#undecided(tx, { ballot, n, by });
    await tx.query(
      `update ballot_roll_changes set state = 'refused', decided_by = $3, decided_at = $4 where ballot = $1 and n = $2`,
      [ballot, n, by, await this.parts.now(tx)],
    );
  }

  /** Changes of a ballot, in the order of their proposals. */
  async list(tx: Tx, ballot: BallotId): Promise<ListedChange[]> {
    return changeRows(tx, ballot);
  }

  /** Somebody says that they are missing, or that something on the roll is wrong. */
  async appeal(
    tx: Tx,
    appeal: Pick<AppealRow, 'ballot' | 'person' | 'entry' | 'about'> & { text: string },
  ): Promise<string> {
    await this.#changeable(tx, appeal.ballot);
    if (appeal.entry !== null) await entryRow(tx, appeal.ballot, appeal.entry);
    const id = randomUUID();
    await tx.query(
      `insert into ballot_appeals (id, ballot, person, entry, about, text, at, state) values ($1, $2, $3, $4, $5, $6, $7, 'open')`,
      [id, appeal.ballot, appeal.person, appeal.entry, appeal.about, appeal.text, await this.parts.now(tx)],
    );
    return id;
  }

  /** Answers an appeal. What is granted is proposed as a change besides. */
  async answer(
    tx: Tx,
    answered: { ballot: BallotId; appeal: string; granted: boolean; answer: string; by: PersonId },
  ): Promise<AppealRow> {
    const { ballot, appeal, granted, answer, by } = answered;
    const [known] = await tx.query<{ person: PersonId }>(
      `select person from ballot_appeals where id = $1 and ballot = $2 and state = 'open' for update`,
      [appeal, ballot],
    );
    if (known === undefined) throw new BallotRefused('ballot.appeal_unknown');
    await this.parts.assistance.refuseSame(tx, by, [known.person]);
    const [row] = await tx.query<AppealRow>(
      `update ballot_appeals set state = $3, answer = $4, answered_by = $5, answered_at = $6 where id = $1 and ballot = $2
       returning ${APPEAL}`,
      [appeal, ballot, granted ? 'granted' : 'refused', answer, by, await this.parts.now(tx)],
    );
    if (row === undefined) throw new BallotRefused('ballot.appeal_unknown');
    return row;
  }

  /** Appeals, oldest first; of one person, or all of a ballot. */
  async appeals(tx: Tx, ballot: BallotId, person?: PersonId): Promise<AppealRow[]> {
    return tx.query<AppealRow>(
      `select ${APPEAL} from ballot_appeals where ballot = $1 and ($2::text is null or person = $2) order by at, id`,
      [ballot, person],
    );
  }

  async #changeable(tx: Tx, id: BallotId): Promise<BallotRow> {
    await lockBallot(tx, id);
    const ballot = await ballotRow(tx, id);
    const isOver = ballot.status === 'closed' || ballot.status === 'counted' || ballot.status === 'void';
    if (isOver) throw new BallotRefused('ballot.appeals_over');
    return ballot;
  }

  async #undecided(
    tx: Tx,
    { ballot, n, by }: { ballot: BallotId; n: number; by: PersonId },
  ): Promise<{ change: RollChangeRow & { wanted: WantedChange }; status: BallotRow['status'] }> {
    await lockBallot(tx, ballot);
    const { status } = await ballotRow(tx, ballot);
    refuseUnless({ status }, 'drawn', 'appeals', 'open', 'closed');
    const change = await proposedChange(tx, ballot, n);
    if (change === null) throw new BallotRefused('ballot.change_unknown');
    await this.parts.assistance.refuseSame(tx, by, [change.proposedBy]);
    const row = change.kind === 'add' ? null : await entryRow(tx, ballot, change.entry);
    await this.#refuseOwn(tx, by, [row, change.wanted.entry]);
    return { change, status };
  }

  /** Nobody proposes or decides what concerns their own vote: of the people before the change, or after it. */
  async #refuseOwn(
    tx: Tx,
    by: PersonId,
    [row, wanted]: [Pick<EntryRow, 'key' | 'casters'> | null, WantedChange['entry']],
  ): Promise<void> {
    const concerned = [row ?? {}, wanted].flatMap(({ key, casters = [] }: Partial<EntryRow>) => [
      ...casters,
      ...(key === undefined ? [] : peopleOfKey(key)),
    ]);
    await this.parts.assistance.refuseSame(tx, by, concerned);
  }

  async #add(tx: Tx, { ballot, entry, wanted }: RollChangeRow & { wanted: WantedChange }): Promise<void> {
    const formed = entryOf(`added:${entry}`, {}, wanted.entry);
    const known = await entryOfKey(tx, ballot, formed.key);
    if (known !== null && !known.isRemoved) throw new BallotRefused('ballot.change_stale');
    await insertEntries(tx, ballot, [{ ...formed, entry }]);
  }
}

function isAsExpected(row: EntryRow, expected: WantedChange['expected']): boolean {
  const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  return (
    expected !== null &&
    row.key === expected.key &&
    isSame(row.casters, expected.casters) &&
    WEIGHED.every((base) => row.weights[base] === expected.weights[base])
  );
}

async function remove(tx: Tx, { ballot, entry, n }: RollChangeRow): Promise<void> {
  // its people may come back under another entry
  await tx.query(
    `update ballot_entries set is_removed = true, key = 'removed:' || $3::text || ':' || key where ballot = $1 and entry = $2`,
    [ballot, entry, n],
  );
  await tx.query(`update ballot_papers set state = 'setAside' where ballot = $1 and entry = $2 and state = 'counted'`, [
    ballot,
    entry,
  ]);
}

async function correct(
  tx: Tx,
  { ballot, entry, wanted }: RollChangeRow & { wanted: WantedChange },
  row: EntryRow,
): Promise<void> {
  const { key, casters, premises, building, stairwell, household, weights } = { ...row, ...wanted.entry };
  const holder = await entryOfKey(tx, ballot, key);
  if (holder !== null && holder.entry !== entry) throw new BallotRefused('ballot.change_stale');
  await tx.query(
    `update ballot_entries set key = $3, casters = $4, premises = $5, building = $6, stairwell = $7, household = $8,
       ${WEIGHED.map((base, index) => `${base} = $${String(index + 9)}`).join(', ')}
     where ballot = $1 and entry = $2`,
    [ballot, entry, key, casters, premises, building, stairwell, household, ...WEIGHED.map((base) => weights[base])],
  );
}

async function endProxies(
  tx: Tx,
  { ballot, entry, by, at }: { ballot: BallotId; entry: EntryCode; by: PersonId; at: Instant },
): Promise<void> {
  await tx.query(
    'update ballot_proxies set revoked_at = $3, revoked_by = $4 where ballot = $1 and entry = $2 and revoked_at is null',
    [ballot, entry, at, by],
  );
}

/**
 * An entry weighs what its kind of roll weighs, and the whole stays a number that is counted exactly. In a secret ballot everybody
 * weighs the same, also whoever comes on later.
 */
async function refuseUnfit(
  tx: Tx,
  { id, secret, roll, rule }: BallotRow,
  { entry, after }: { entry: EntryCode | null; after: Weights },
): Promise<void> {
  const unfit = unfitBase(after, basesOfRoll(roll.of, rule));
  if (unfit !== null) throw new BallotRefused('ballot.rule_unfit', { base: unfit });
  const [tooMuch] = await tx.query(
    `select from ballot_entries where ballot = $1 and not is_removed and entry is distinct from $2
     having coalesce(sum(area), 0) + $3::bigint > $4::bigint`,
    [id, entry, after.area ?? 0, Number.MAX_SAFE_INTEGER],
  );
  if (tooMuch !== undefined) throw new BallotRefused('ballot.rule_unfit', { base: 'area' });
  if (!secret) return;
  const [other] = await tx.query(
    `select from ballot_entries where ballot = $1 and not is_removed
       and (${WEIGHED.map((base, index) => `${base} is distinct from $${String(index + 2)}::bigint`).join(' or ')}) limit 1`,
    [id, ...WEIGHED.map((base) => after[base])],
  );
  if (other !== undefined) throw new BallotRefused('ballot.secret_weights');
}

async function freshCode(tx: Tx, ballot: BallotId): Promise<EntryCode> {
  const rows = await tx.query<{ entry: EntryCode }>(
    `select entry from ballot_entries where ballot = $1 union select entry from ballot_roll_changes where ballot = $1`,
    [ballot],
  );
  return entryCodes(1, new Set(rows.map(({ entry }) => entry)))[0] ?? '';
}
