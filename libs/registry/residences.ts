import type { Tx } from '#libs/database';

import type { Difference } from './change.writer.js';
import { idFromName } from './deterministic-id.js';
import type { Body } from './record.tables.js';
import type { LocalDate } from './registry.vocabulary.js';

/**
 * Residences that follow from people's households: whoever moves leaves one and begins another on that day. A stay begun and
 * left on the same day leaves no trace.
 */
export async function movedHomes(tx: Tx, people: readonly Difference[], on: LocalDate): Promise<Body[]> {
  const moved = people.flatMap(({ before, after }) =>
    after !== null && (before?.['household'] ?? null) !== after['household'] ? [{ before, after }] : [],
  );
  if (moved.length === 0) return [];
  const left = moved.filter(({ before }) => typeof before?.['household'] === 'string').map(({ after }) => after.id);
  const open =
    left.length === 0
      ? []
      : await tx.query<{ id: string; from: LocalDate }>(
          `select id, from_date as "from" from residences where person = any($1) and to_date is null`,
          [left],
        );
  const ended = open.map(({ id, from }): Body => ({ id, to: from > on ? from : on }));
  const begun = moved.flatMap(({ after }): Body[] => {
    const { id: person, household } = after;
    if (typeof household !== 'string') return [];
    return [{ id: idFromName(`residence:${person}:${household}:${on}`), person, household, from: on, to: null }];
  });
  const beginning = new Set(begun.map(({ id }) => id));
  return [...ended.filter(({ id }) => !beginning.has(id)), ...begun];
}
