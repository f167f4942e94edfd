import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';

import type { OpinionStatus, Position, StatementState, TakenPosition } from './opinion.vocabulary.js';
import type { PersonAnswers } from './position-matrix.js';

/** A position on its way in. */
export interface PositionItem extends TakenPosition {
  at: Instant;
}

/** What became of it: the revision it was kept as, or why not. */
export interface PositionOutcome {
  status: OpinionStatus | null;
  state: StatementState | null;
  revision: number | null;
}

/*
 * Rows are written in the order of their key, so that two processes that write the same ones wait for each other in one
 * direction only.
 */
const TAKE = `
  with asked as (
    select * from unnest($1::text[], $2::text[], $3::int[], $4::smallint[], $5::timestamptz[])
      with ordinality as a (deliberation, person, statement, position, at, nth)),
  judged as (
    select a.*, d.status, s.state from asked a
    left join opinion_deliberations d on d.id = a.deliberation
    left join opinion_statements s on s.deliberation = a.deliberation and s.number = a.statement),
  kept as (
    insert into opinion_positions as kept (deliberation, person, statement, position, revision, at)
    select deliberation, person, statement, position, 1, at from judged
    where status = 'open' and state = 'shown' order by deliberation, person, statement
    on conflict (deliberation, person, statement)
      do update set position = excluded.position, revision = kept.revision + 1, at = excluded.at
    returning deliberation, person, statement, position, revision, at),
  noted as (
    insert into opinion_history (deliberation, person, statement, revision, position, at)
    select deliberation, person, statement, revision, position, at from kept)
  select j.status, j.state, k.revision from judged j left join kept k using (deliberation, person, statement) order by j.nth`;

/**
 * Takes many positions in one statement, of any deliberations, at most one of each person on each statement. The lock comes in a
 * statement before it: what a statement sees is fixed when it begins, and a close must not slip in between.
 */
export async function takePositions(tx: Tx, items: readonly PositionItem[]): Promise<PositionOutcome[]> {
  const deliberations = [...new Set(items.map(({ deliberation }) => deliberation))].sort();
  await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended(id, 0)) from unnest($1::text[]) as id`, [
    deliberations,
  ]);
  return tx.query<PositionOutcome>(TAKE, [
    items.map(({ deliberation }) => deliberation),
    items.map(({ person }) => person),
    items.map(({ statement }) => statement),
    items.map(({ position }) => position),
    items.map(({ at }) => at),
  ]);
}

/** Everybody's last answers. Read as two plain texts a person: of hundreds of thousands of cells that is the quickest. */
export async function answersOf(tx: Pick<Tx, 'query'>, deliberation: string): Promise<PersonAnswers[]> {
  const rows = await tx.query<{ person: PersonId; statements: string; positions: string }>(
    `select person, string_agg(statement::text, ' ') as statements, string_agg(position::text, ' ') as positions
     from opinion_positions where deliberation = $1 group by person`,
    [deliberation],
  );
  return rows.map(({ person, statements, positions }) => ({
    person,
    statements: statements.split(' ').map(Number),
    positions: positions.split(' ').map(Number),
  }));
}

export interface OwnPosition {
  statement: number;
  position: Position;
  at: Instant;
}

/** Somebody's own last positions, the newest first. */
export async function positionsOf(
  tx: Pick<Tx, 'query'>,
  deliberation: string,
  person: PersonId,
): Promise<OwnPosition[]> {
  return tx.query<OwnPosition>(
    `select statement, position, at from opinion_positions where deliberation = $1 and person = $2 order by at desc, statement`,
    [deliberation, person],
  );
}

/** How often each statement has been answered. */
export async function seenOf(tx: Pick<Tx, 'query'>, deliberation: string): Promise<Map<number, number>> {
  const rows = await tx.query<{ statement: number; seen: number }>(
    `select statement, count(*) as seen from opinion_positions where deliberation = $1 group by statement`,
    [deliberation],
  );
  return new Map(rows.map(({ statement, seen }) => [statement, seen]));
}
