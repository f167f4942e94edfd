import type { Tx } from '#libs/database';

import { idsOf } from './people.read.js';
import type { AuthorisationRecord, LocalDate, PersonId } from './registry.vocabulary.js';

/** Authorisations a person has given or holds, those that are over on that day left out, soonest first. */
export async function authorisationsOf(tx: Tx, person: PersonId, on: LocalDate): Promise<AuthorisationRecord[]> {
  return tx.query<AuthorisationRecord>(
    `select id, person, agent, from_date as "from", to_date as "to" from authorisations
     where (person = any($1) or agent = any($1)) and (to_date is null or to_date > $2::date) order by from_date, id`,
    [await idsOf(tx, person), on],
  );
}
