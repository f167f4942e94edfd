import type { Cases } from '#libs/cases';
import type { ErrorCode } from '#libs/contract';
import type { Database } from '#libs/database';
import { holding, type Holding, type Keeper } from '#libs/privacy';
import type { PersonId } from '#libs/registry';

export interface CasesKeeperOptions {
  database: Database;
  cases: Cases;
}

const ERASER = { kind: 'system', name: 'erasure' } as const;

/**
 * Texts somebody wrote, and those others entered for them. What was written by office in somebody else's matter belongs to that
 * matter and stays: a signed final answer does not vanish with the clerk.
 */
const OWN_WORDS = `select distinct t.id, t.case_id as "caseId", j.at, t.body from journal j
  cross join lateral json_array_elements(j.body->'texts') as named
  join texts t on t.id = named->>'id'
  where json_typeof(j.body->'texts') = 'array' and (
    j.by->>'onBehalfOf' = any($1)
    or (j.by->>'person' = any($1) and j.by->>'onBehalfOf' is null and (
      exists (select 1 from case_parties p where p.case_id = j.case_id and p.kind = 'person' and p.subject = any($1))
      or not exists (select 1 from offices o where o.person = any($1)))))`;

/** The part of the cases: what somebody said in them. Journals, votes and results stay as they are. */
export class CasesKeeper implements Keeper {
  readonly name = 'cases';

  constructor(private readonly options: CasesKeeperOptions) {}

  async held(ids: readonly PersonId[]): Promise<Holding[]> {
    const { database } = this.options;
    const mine = await database.query<object>(
      `select p.case_id as "case", c.workflow, p.relation, c.status, c.stage, c.created_at as "createdAt" from case_parties p
       join cases c on c.id = p.case_id where p.kind = 'person' and p.subject = any($1) order by c.created_at desc`,
      [ids],
    );
    const acts = await database.query<object>(
      `select j.case_id as "case", j.seq, j.at, j.kind, j.body->'event'->>'name' as act, j.by->>'onBehalfOf' as "onBehalfOf"
       from journal j where j.by->>'person' = any($1) or j.by->>'onBehalfOf' = any($1) order by j.at desc`,
      [ids],
    );
    return [
      holding('cases', ['与我有关的事项', 'Cases I am party to'], mine),
      holding('acts', ['我做过的动作', 'What I did in cases'], acts),
      holding('texts', ['我写的文字', 'What I wrote'], await this.#words(ids)),
    ];
  }

  /** A case that goes on needs to know whom to answer. */
  async standsAgainst(ids: readonly PersonId[]): Promise<ErrorCode | null> {
    const rows = await this.options.database.query(
      `select 1 from case_parties p join cases c on c.id = p.case_id
       where p.kind = 'person' and p.subject = any($1) and c.status = 'active' limit 1`,
      [ids],
    );
    return rows.length > 0 ? 'privacy.case_open' : null;
  }

  async erase(ids: readonly PersonId[]): Promise<number> {
    const { database, cases } = this.options;
    let erased = 0;
    for (const { id, body } of await this.#words(ids))
      if (body !== null && (await cases.eraseText(id, ERASER))) erased += 1;
    // what a client may ask again is answered from here for a month: it repeats what was said
    const answers = await database.query(`delete from idempotency where actor = any($1) returning key`, [
      ids.map((id) => `person:${id}`),
    ]);
    return erased + answers.length;
  }

  #words(ids: readonly PersonId[]): Promise<{ id: string; caseId: string; body: string | null }[]> {
    return this.options.database.query(`${OWN_WORDS} order by j.at desc, t.id`, [ids]);
  }
}
