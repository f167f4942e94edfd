import type { Database, Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { LocalDate, PersonId, Registry } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { Assistance } from './assistance.service.js';
import type { AssistanceOptions } from './assistance.service.js';
import { BallotRefused } from './ballots.refused.js';
import { ballotRow, instantOf, refuseUnless } from './ballots.sql.js';
import type { BallotId, BallotRow, BallotSpec } from './ballots.vocabulary.js';
import { Casting } from './casting.service.js';
import { lockBallot, withdrawSetAside } from './casting.sql.js';
import { Contests } from './contests.service.js';
import { Counting, destroySecrets, sweepEnvelopes } from './counting.service.js';
import type { ClosedBallot, Counted } from './counting.service.js';
import { BallotSecrets } from './envelope.js';
import { PaperEntry } from './paper-entry.service.js';
import { PapersRead } from './papers.read.js';
import { Proxies } from './proxies.service.js';
import { Publishing } from './publishing.service.js';
import { RollChanges } from './roll-changes.service.js';
import { fingerprintOf, Rolls } from './rolls.service.js';
import type { DrawnRoll } from './rolls.service.js';

export interface BallotsOptions extends AssistanceOptions {
  database: Database;
  vault: Vault;
  registry: Registry;
  /** The instant of a virtual world; `null`: the database's clock. */
  virtualNow?: () => Instant | null;
  /** Local date of an instant on the office calendar. */
  localDateOf: (instant: Instant) => LocalDate;
}

/**
 * Ballots by papers of a roll: their charts open and close them, casting goes past the charts. Everything that takes a `tx` is
 * done in the caller's transaction; what changes a ballot waits for the casts under way and holds up the next ones until it ends.
 */
export class Ballots {
  readonly casting: Casting;
  readonly changes: RollChanges;
  readonly contests: Contests;
  readonly paperEntry: PaperEntry;
  readonly proxies: Proxies;
  readonly papers: PapersRead;
  readonly publishing: Publishing;
  readonly #rolls: Rolls;
  readonly #counting: Counting;

  constructor(private readonly options: BallotsOptions) {
    const { vault, registry, localDateOf } = options;
    const now = (tx: Tx): Promise<Instant> => this.#now(tx);
    const assistance = new Assistance(options);
    this.casting = new Casting(options);
    this.changes = new RollChanges({ registry, assistance, now, localDateOf });
    this.contests = new Contests({ registry, assistance, now });
    this.paperEntry = new PaperEntry({
      vault,
      registry,
      assistance,
      now,
      virtualNow: () => options.virtualNow?.() ?? null,
    });
    this.proxies = new Proxies({ registry, assistance, now });
    this.papers = new PapersRead(registry);
    this.publishing = new Publishing();
    this.#rolls = new Rolls(registry);
    this.#counting = new Counting(vault);
  }

  /**
   * Draws the roll and writes the ballot. The same drawing again answers the same; another one draws anew as long as the vote has
   * not been opened, and after that answers the roll as it stands.
   * @throws BallotRefused `ballot.roll_empty`, `ballot.rule_unfit`, `ballot.secret_weights`, `ballot.too_few_for_secrecy`.
   */
  async draw(tx: Tx, spec: BallotSpec): Promise<DrawnRoll> {
    await lockBallot(tx, spec.id);
    const [known] = await tx.query<{ status: string; drawing: string | null }>(
      'select status, drawing from ballots where id = $1',
      [spec.id],
    );
    const mayDraw = known === undefined || known.status === 'drawn' || known.status === 'appeals';
    if (mayDraw && (known === undefined || known.drawing !== (spec.drawing ?? null))) await this.#rolls.draw(tx, spec);
    return this.#rolls.drawn(tx, await ballotRow(tx, spec.id));
  }

  /** The roll lies open for appeals. */
  async layOpen(tx: Tx, ballot: BallotId): Promise<void> {
    await lockBallot(tx, ballot);
    const row = await ballotRow(tx, ballot);
    refuseUnless(row, 'drawn', 'appeals');
    await tx.query(`update ballots set status = 'appeals' where id = $1`, [ballot]);
  }

  /** Papers are taken from now until `closesAt`; the roll as it stands is fingerprinted. Opened again it only moves the close. */
  async open(
    tx: Tx,
    ballot: BallotId,
    { closesAt }: { closesAt: Instant },
  ): Promise<{ openedAt: Instant; fingerprint: string }> {
    await lockBallot(tx, ballot);
    const row = await ballotRow(tx, ballot);
    refuseUnless(row, 'drawn', 'appeals', 'open');
    if (row.status === 'open' && row.openedAt !== null && row.openingFingerprint !== null) {
      await tx.query('update ballots set closes_at = $2 where id = $1', [ballot, closesAt]);
      return { openedAt: row.openedAt, fingerprint: row.openingFingerprint };
    }
    const openedAt = await this.#now(tx);
    const { hex } = await fingerprintOf(tx, row);
    await tx.query('insert into ballot_keys (ballot, sealed) values ($1, $2) on conflict do nothing', [
      ballot,
      BallotSecrets.sealed(this.options.vault),
    ]);
    await tx.query(
      `update ballots set status = 'open', opened_at = $2, closes_at = $3, opening_fingerprint = $4 where id = $1`,
      [ballot, openedAt, closesAt, hex],
    );
    return { openedAt, fingerprint: hex };
  }

  /** The hour of the close is another one. */
  async moveClosing(tx: Tx, ballot: BallotId, closesAt: Instant): Promise<void> {
    await lockBallot(tx, ballot);
    refuseUnless(await ballotRow(tx, ballot), 'open');
    await tx.query('update ballots set closes_at = $2 where id = $1', [ballot, closesAt]);
  }

  /** No paper is taken any more. Closed again it answers the same, settled papers apart. */
  async close(tx: Tx, ballot: BallotId): Promise<ClosedBallot> {
    await lockBallot(tx, ballot);
    const row = await ballotRow(tx, ballot);
    refuseUnless(row, 'open', 'closed');
    if (row.status === 'open') {
      await tx.query(`update ballots set status = 'closed', closed_at = $2 where id = $1`, [
        ballot,
        await this.#now(tx),
      ]);
    }
    return this.#counting.closed(tx, row);
  }

  /** Opens a closed ballot again that has not been counted: too few took part, and the window is extended. */
  async reopen(tx: Tx, ballot: BallotId, closesAt: Instant): Promise<void> {
    await lockBallot(tx, ballot);
    refuseUnless(await ballotRow(tx, ballot), 'closed', 'open');
    await tx.query(`update ballots set status = 'open', closed_at = null, closes_at = $2 where id = $1`, [
      ballot,
      closesAt,
    ]);
    // what fell after the close: its unit may cast again
    await withdrawSetAside(tx, ballot);
  }

  /**
   * Counts a closed ballot and judges it as of a local date; counted again it answers the same. What is still set aside does not
   * count. After a secret ballot, call {@link sweep} when the transaction is committed.
   */
  async count(tx: Tx, ballot: BallotId, on: LocalDate): Promise<Counted> {
    await lockBallot(tx, ballot);
    const row = await ballotRow(tx, ballot);
    refuseUnless(row, 'closed', 'counted');
    if (row.status === 'counted') return this.#counting.counted(tx, row);
    this.casting.forget(ballot);
    return this.#counting.count(tx, row, { on, at: await this.#now(tx) });
  }

  /** The ballot ends without a verdict: its papers are never opened. One that was counted stays counted. */
  async void(tx: Tx, ballot: BallotId): Promise<void> {
    await lockBallot(tx, ballot);
    const [row] = await tx.query<Pick<BallotRow, 'id' | 'status' | 'secret'>>(
      'select id, status, secret from ballots where id = $1',
      [ballot],
    );
    // a ballot that was cancelled before its roll was drawn has nothing to end
    if (row === undefined || row.status === 'counted' || row.status === 'void') return;
    await tx.query(`update ballots set status = 'void' where id = $1`, [ballot]);
    await destroySecrets(tx, row);
    this.casting.forget(ballot);
  }

  /** Leaves nothing of deleted envelopes to be read. Outside a transaction; repeating does no harm. */
  async sweep(): Promise<void> {
    await sweepEnvelopes(this.options.database);
  }

  /** `null`: there is none. */
  async ballotOf(tx: Tx, ballot: BallotId): Promise<BallotRow | null> {
    try {
      return await ballotRow(tx, ballot);
    } catch (error) {
      if (error instanceof BallotRefused) return null;
      throw error;
    }
  }

  /** All records of one person, for whoever asks on their behalf. */
  async idsOf(tx: Tx, person: PersonId): Promise<PersonId[]> {
    return this.options.registry.idsOf(tx, person);
  }

  async #now(tx: Tx): Promise<Instant> {
    return instantOf(tx, this.options.virtualNow?.() ?? null);
  }
}
