import type { Database } from '#libs/database';
import type { CaseStatus, Visibility } from '#libs/engine';

/** How a case stands, as lists know it. */
export interface CaseStanding {
  id: string;
  stage: string;
  status: CaseStatus;
  visibility: Visibility;
  version: number;
}

/** How these cases stand, in one question; those that are not there are left out. */
export function caseStandings(database: Pick<Database, 'query'>, ids: readonly string[]): Promise<CaseStanding[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return database.query<CaseStanding>(
    `select id, stage, status, visibility, version from cases where id = any($1::text[])`,
    [ids],
  );
}
