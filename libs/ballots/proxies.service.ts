import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId, Registry } from '#libs/registry';

import type { Assistance } from './assistance.service.js';
import { BallotRefused } from './ballots.refused.js';
import { ballotRow, entryRow, refuseUnless } from './ballots.sql.js';
import type { BallotId, EntryCode } from './ballots.vocabulary.js';
import { lockBallot } from './casting.sql.js';

export interface ProxyRow {
  id: string;
  ballot: BallotId;
  entry: EntryCode;
  giver: PersonId;
  holder: PersonId;
  file: string | null;
  at: Instant;
  revokedAt: Instant | null;
}

const COLUMNS = `id, ballot, entry, giver, holder, file, at, revoked_at as "revokedAt"`;

/** Written proxies: who may cast for a unit besides its own people; so many for one holder, revocable until used. */
export class Proxies {
  constructor(
    private readonly parts: { registry: Registry; assistance: Assistance; now: (tx: Tx) => Promise<Instant> },
  ) {}

  /**
   * Enters a proxy that somebody who may cast for the unit has written. `by`: who enters it; the file is its scan.
   * @throws BallotRefused `ballot.not_entitled`, `ballot.two_people` when the holder enters it or gives it on, `ballot.proxy_limit`.
   */
  async give(
    tx: Tx,
    proxy: { ballot: BallotId; entry: EntryCode; giver: PersonId; holder: PersonId; file: string | null; by: PersonId },
  ): Promise<ProxyRow> {
    const { ballot, entry, holder, file, by } = proxy;
    await lockBallot(tx, ballot);
    const row = await ballotRow(tx, ballot);
    refuseUnless(row, 'drawn', 'appeals', 'open');
    const { casters, isRemoved } = await entryRow(tx, ballot, entry);
    const givers = await this.parts.registry.idsOf(tx, proxy.giver);
    const holders = await this.parts.registry.idsOf(tx, holder);
    const given = await tx.query<ProxyRow>(
      `select ${COLUMNS} from ballot_proxies where ballot = $1 and (entry = $2 or holder = any($3)) and revoked_at is null`,
      [ballot, entry, holders],
    );
    const same = given.find((one) => one.entry === entry && holders.includes(one.holder));
    if (same !== undefined) return same;
    const giver = casters.find((caster) => givers.includes(caster));
    if (isRemoved || giver === undefined || casters.some((caster) => holders.includes(caster)))
      throw new BallotRefused('ballot.not_entitled');
    const isPassedOn = given.some((one) => one.entry === entry && givers.includes(one.holder));
    if (isPassedOn || holders.includes(by)) throw new BallotRefused('ballot.two_people');
    await this.parts.assistance.refuseSame(tx, by, [holder]);
    await this.parts.assistance.refuseMissing(tx, file);
    const held = given.filter((one) => holders.includes(one.holder)).length;
    if (held >= row.policy.mostProxies) throw new BallotRefused('ballot.proxy_limit', { most: row.policy.mostProxies });
    const [written] = await tx.query<ProxyRow>(
      `insert into ballot_proxies (id, ballot, entry, giver, holder, file, entered_by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       returning ${COLUMNS}`,
      [randomUUID(), ballot, entry, giver, holder, file, by, await this.parts.now(tx)],
    );
    await tx.query(`update ballot_entries set casters = casters || $3::text where ballot = $1 and entry = $2`, [
      ballot,
      entry,
      holder,
    ]);
    if (written === undefined) throw new Error('a proxy was not written');
    return written;
  }

  /**
   * Takes a proxy back. Who may is judged by the caller: the giver, or staff for them.
   * @throws BallotRefused `ballot.proxy_unknown`, `ballot.proxy_used` once its holder has cast.
   */
  async revoke(tx: Tx, { ballot, proxy, by }: { ballot: BallotId; proxy: string; by: PersonId }): Promise<ProxyRow> {
    await lockBallot(tx, ballot);
    refuseUnless(await ballotRow(tx, ballot), 'drawn', 'appeals', 'open');
    const [row] = await tx.query<ProxyRow>(
      `select ${COLUMNS} from ballot_proxies where id = $1 and ballot = $2 and revoked_at is null`,
      [proxy, ballot],
    );
    if (row === undefined) throw new BallotRefused('ballot.proxy_unknown');
    const used = await tx.query(
      `select from ballot_papers where ballot = $1 and entry = $2 and caster = $3 and state <> 'withdrawn'`,
      [ballot, row.entry, row.holder],
    );
    if (used.length > 0) throw new BallotRefused('ballot.proxy_used');
    const revokedAt = await this.parts.now(tx);
    await tx.query('update ballot_proxies set revoked_at = $2, revoked_by = $3 where id = $1', [proxy, revokedAt, by]);
    await tx.query(`update ballot_entries set casters = array_remove(casters, $3) where ballot = $1 and entry = $2`, [
      ballot,
      row.entry,
      row.holder,
    ]);
    return { ...row, revokedAt };
  }

  /** Proxies in force that somebody has given or holds; without `person` all of a ballot. */
  async list(tx: Tx, ballot: BallotId, person?: PersonId): Promise<ProxyRow[]> {
    return tx.query<ProxyRow>(
      `select ${COLUMNS} from ballot_proxies
       where ballot = $1 and revoked_at is null and ($2::text is null or giver = $2 or holder = $2) order by at, id`,
      [ballot, person],
    );
  }
}
