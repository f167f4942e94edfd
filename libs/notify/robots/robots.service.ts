import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId, UnitId } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { isPostable, type PostRules } from '../channels/guarded-post.js';
import type { RobotKind, Urgency } from '../deliveries/deliveries.vocabulary.js';
import { refuse } from '../notify.refused.js';
import type { RobotAddress } from './robot.messages.js';

const URL_SEAL = 'robot.url';
const SECRET_SEAL = 'robot.secret';

/** A robot as operators see it: its address carries a key and is never shown. */
export interface Robot {
  id: string;
  unit: UnitId;
  kind: RobotKind;
  name: string;
  host: string;
  isSigned: boolean;
  urgencies: Urgency[];
  isActive: boolean;
  createdAt: Instant;
}

export interface NewRobot {
  /** The same request again answers with what it made. */
  id: string;
  unit: UnitId;
  kind: RobotKind;
  name: string;
  url: string;
  secret: string | null;
  urgencies: Urgency[];
  by: PersonId;
}

const ROW = `id, unit, kind, name, host, secret_sealed is not null as "isSigned", urgencies, is_active as "isActive",
  created_at as "createdAt"`;

/** Robots in the group chats of units. */
export class Robots {
  constructor(private readonly parts: { vault: Vault; now: () => Instant; posting: PostRules }) {}

  /** @throws NotifyRefused `notify.address_refused` */
  async add(tx: Tx, { id, unit, kind, name, url, secret, urgencies, by }: NewRobot): Promise<Robot> {
    const { vault, now, posting } = this.parts;
    if (!isPostable(url, posting)) refuse('notify.address_refused');
    await tx.query(
      `insert into robots (id, unit, kind, name, url_sealed, host, secret_sealed, urgencies, is_active, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, true, $9, $10) on conflict do nothing`,
      [
        id,
        unit,
        kind,
        name,
        vault.seal(url, URL_SEAL),
        new URL(url).host,
        secret === null ? null : vault.seal(secret, SECRET_SEAL),
        urgencies,
        by,
        now(),
      ],
    );
    return (await this.read(tx, id)) ?? refuse('resource.conflict');
  }

  async list(tx: Tx, units: readonly UnitId[]): Promise<Robot[]> {
    return tx.query<Robot>(`select ${ROW} from robots where unit = any($1) order by created_at, id`, [units]);
  }

  async read(tx: Tx, id: string): Promise<Robot | null> {
    return (await tx.query<Robot>(`select ${ROW} from robots where id = $1`, [id]))[0] ?? null;
  }

  async switch(tx: Tx, id: string, isActive: boolean): Promise<Robot | null> {
    const rows = await tx.query<Robot>(`update robots set is_active = $2 where id = $1 returning ${ROW}`, [
      id,
      isActive,
    ]);
    return rows[0] ?? null;
  }

  /** Ids of the robots that are told at a unit. */
  async at(tx: Tx, unit: UnitId, urgency: Urgency): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'select id from robots where unit = $1 and is_active and $2 = any(urgencies) order by created_at, id',
      [unit, urgency],
    );
    return rows.map(({ id }) => id);
  }

  /** How to reach a robot; `null`: it is switched off. */
  async address(tx: Tx, id: string): Promise<RobotAddress | null> {
    const [row] = await tx.query<{ kind: RobotKind; url: string; secret: string | null }>(
      `select kind, url_sealed as url, secret_sealed as secret from robots where id = $1 and is_active`,
      [id],
    );
    if (row === undefined) return null;
    const { vault } = this.parts;
    const secret = row.secret === null ? null : vault.open(row.secret, SECRET_SEAL);
    return { kind: row.kind, url: vault.open(row.url, URL_SEAL), secret };
  }

  /** Seals again what an older key sealed; answers how many. */
  async reseal(tx: Tx): Promise<number> {
    const { vault } = this.parts;
    const rows = await tx.query<{ id: string; url: string; secret: string | null }>(
      'select id, url_sealed as url, secret_sealed as secret from robots for update',
    );
    const old = rows.filter(({ url }) => !vault.isCurrent(url));
    for (const { id, url, secret } of old)
      await tx.query('update robots set url_sealed = $2, secret_sealed = $3 where id = $1', [
        id,
        vault.seal(vault.open(url, URL_SEAL), URL_SEAL),
        secret === null ? null : vault.seal(vault.open(secret, SECRET_SEAL), SECRET_SEAL),
      ]);
    return old.length;
  }
}
