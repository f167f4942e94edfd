import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';

import type { ModeratedStatement, OwnStatement, StatementRow, StatementState } from './opinion.vocabulary.js';

/** A statement with everything that is decided about it. */
export interface StoredStatement {
  number: number;
  text: string | null;
  author: PersonId | null;
  state: StatementState;
  mergeInto: number | null;
  consentOfAuthor: boolean | null;
  consentOfOther: boolean | null;
}

const STORED = `number, text, author, state, merge_into as "mergeInto", consent_of_author as "consentOfAuthor",
  consent_of_other as "consentOfOther"`;

/** Locks the statement until the transaction ends. */
export async function statementOf(tx: Tx, deliberation: string, number: number): Promise<StoredStatement | null> {
  const [row] = await tx.query<StoredStatement>(
    `select ${STORED} from opinion_statements where deliberation = $1 and number = $2 for update`,
    [deliberation, number],
  );
  return row ?? null;
}

/** Those that are asked and counted. */
export async function shownOf(
  tx: Pick<Tx, 'query'>,
  deliberation: string,
): Promise<(StatementRow & { author: PersonId | null })[]> {
  return tx.query(
    `select number, text, author from opinion_statements
     where deliberation = $1 and state = 'shown' and text is not null order by number`,
    [deliberation],
  );
}

export interface NewStatement {
  deliberation: string;
  author: PersonId;
  text: string;
  state: StatementState;
  saidAt: Instant;
  saidKey: string;
}

/** What is asked before a statement is taken: the number of this very one, how many the author has, and one that says the same. */
export interface Standing {
  number: number | null;
  own: number;
  same: number | null;
  next: number;
}

/** Statements of one deliberation get their numbers one after the other. */
export async function standingBefore(tx: Tx, said: NewStatement): Promise<Standing> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 1))`, [said.deliberation]);
  const [row] = await tx.query<Standing>(
    `select max(number) filter (where said_key = $2) as number,
       count(*) filter (where author = $3) as own,
       min(number) filter (where state in ('waiting', 'shown')
         and lower(regexp_replace(text, '\\s+', ' ', 'g')) = lower(regexp_replace($4, '\\s+', ' ', 'g'))) as same,
       coalesce(max(number), 0) + 1 as next
     from opinion_statements where deliberation = $1`,
    [said.deliberation, said.saidKey, said.author, said.text],
  );
  return row ?? { number: null, own: 0, same: null, next: 1 };
}

export async function insertStatement(tx: Tx, number: number, said: NewStatement): Promise<void> {
  const { deliberation, text, author, state, saidAt, saidKey } = said;
  await tx.query(
    `insert into opinion_statements (deliberation, number, text, author, state, said_at, said_key)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [deliberation, number, text, author, state, saidAt, saidKey],
  );
}

export async function ownStatements(
  tx: Pick<Tx, 'query'>,
  deliberation: string,
  author: PersonId,
): Promise<OwnStatement[]> {
  return tx.query<OwnStatement>(
    `select s.number, s.text, s.state, s.reason, s.said_at as "saidAt",
       case when s.state = 'merged' then s.merge_into end as "mergedInto",
       case when o.number is not null then json_build_object('number', o.number, 'text', o.text) end as asked
     from opinion_statements s
     left join opinion_statements o on o.deliberation = s.deliberation and o.state = 'shown' and (
       (s.state <> 'merged' and o.number = s.merge_into and s.consent_of_author is null) or
       (o.merge_into = s.number and o.consent_of_other is null))
     where s.deliberation = $1 and s.author = $2 order by s.number`,
    [deliberation, author],
  );
}

/** The moderators' desk: what waits first, oldest first. */
export async function moderationQueue(
  tx: Pick<Tx, 'query'>,
  deliberation: string,
  { state, limit }: { state: StatementState; limit: number },
): Promise<ModeratedStatement[]> {
  return tx.query<ModeratedStatement>(
    `select number, coalesce(text, '') as text, state, reason, said_at as "saidAt",
       case when state <> 'merged' then merge_into end as "proposedInto"
     from opinion_statements where deliberation = $1 and state = $2 order by number limit $3`,
    [deliberation, state, limit],
  );
}

/** Shown or rejected by a moderator; a merge that was proposed goes with it. */
export async function decideStatement(
  tx: Tx,
  at: { deliberation: string; number: number },
  decided: { state: StatementState; reason: string | null; by: PersonId; at: Instant },
): Promise<void> {
  await tx.query(
    `update opinion_statements set state = $3, reason = $4, moderated_by = $5, moderated_at = $6,
       merge_into = null, consent_of_author = null, consent_of_other = null where deliberation = $1 and number = $2`,
    [at.deliberation, at.number, decided.state, decided.reason, decided.by, decided.at],
  );
}

/** Where a merge stands; both consents make it. */
export async function writeMerge(
  tx: Tx,
  deliberation: string,
  { number, mergeInto, consentOfAuthor, consentOfOther, state }: Omit<StoredStatement, 'text' | 'author'>,
): Promise<void> {
  await tx.query(
    `update opinion_statements set merge_into = $3, consent_of_author = $4, consent_of_other = $5, state = $6
     where deliberation = $1 and number = $2`,
    [deliberation, number, mergeInto, consentOfAuthor, consentOfOther, state],
  );
}
