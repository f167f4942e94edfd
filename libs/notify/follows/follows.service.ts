import type { Database, Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';

import { tellPersons } from '../messages.sql.js';

/** How a case stands now. */
export interface FollowedCase {
  id: string;
  stage: string;
  status: string;
  visibility: string;
  version: number;
}

export interface FollowsOptions {
  database: Database;
  now: () => Instant;
  /** How these cases stand; those that are not there are left out. */
  standing: (ids: readonly string[]) => Promise<FollowedCase[]>;
}

const AT_ONCE = 500;

/** People who want to know how a public matter goes on without being party to it. */
export class Follows {
  constructor(private readonly options: FollowsOptions) {}

  /** Followed from now on; again it changes nothing. */
  async follow(
    tx: Tx,
    person: PersonId,
    { id, stage, status }: Omit<FollowedCase, 'visibility' | 'version'>,
  ): Promise<void> {
    await tx.query(
      `insert into follows (case_id, person, since, stage, status) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [id, person, this.options.now(), stage, status],
    );
  }

  /** Under every id of the person. */
  async unfollow(tx: Tx, ids: readonly PersonId[], caseId: string): Promise<void> {
    await tx.query('delete from follows where case_id = $1 and person = any($2::text[])', [caseId, ids]);
  }

  /** How many follow a case, and whether somebody, by any of these ids, does. */
  async count(source: Pick<Tx, 'query'>, caseId: string, ids: readonly PersonId[]) {
    const [row] = await source.query<{ followers: number; follows: boolean }>(
      `select count(*)::int as followers, coalesce(bool_or(person = any($2::text[])), false) as follows
       from follows where case_id = $1`,
      [caseId, ids],
    );
    return { followers: row?.followers ?? 0, follows: row?.follows ?? false };
  }

  /** Cases somebody follows, newest first. */
  async of(source: Pick<Tx, 'query'>, ids: readonly PersonId[], limit: number): Promise<string[]> {
    const rows = await source.query<{ id: string }>(
      `select case_id as id from follows where person = any($1::text[]) group by case_id order by max(since) desc limit ${String(limit)}`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Tells the followers of every case that has come to another step. Answers how many cases had. */
  async tell(): Promise<number> {
    const { database, standing } = this.options;
    let moved = 0;
    for (let after = ''; ;) {
      const rows = await database.query<{ id: string; steps: string[] }>(
        `select case_id as id, array_agg(distinct stage) as steps from follows
         where status = 'active' and case_id > $1 group by case_id order by case_id limit ${String(AT_ONCE)}`,
        [after],
      );
      const steps = new Map(rows.map(({ id, steps: known }) => [id, known]));
      for (const one of await standing([...steps.keys()])) {
        const isSame = one.status === 'active' && steps.get(one.id)?.every((step) => step === one.stage);
        if (isSame === true && one.visibility === 'public') continue;
        await database.transaction((tx) => this.#tell(tx, one));
        moved += 1;
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < AT_ONCE) return moved;
      after = last.id;
    }
  }

  /** Whoever changes a row tells its follower: two that come at once tell nobody twice. What is public no more is followed no more. */
  async #tell(tx: Tx, { id, stage, status, visibility, version }: FollowedCase): Promise<void> {
    if (visibility !== 'public') {
      await tx.query('delete from follows where case_id = $1', [id]);
      return;
    }
    const rows = await tx.query<{ person: string }>(
      `update follows set stage = $2, status = $3 where case_id = $1 and (stage <> $2 or status <> $3) returning person`,
      [id, stage, status],
    );
    const call = { id: `followed:${id}:${String(version)}`, caseId: id, at: this.options.now() };
    await tellPersons(
      { tx, call },
      rows.map(({ person }) => person),
      { about: 'followed' },
    );
  }
}
