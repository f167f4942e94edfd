import { caseStandings } from '#libs/cases';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import { Follows } from '#libs/notify';

import { wallClock } from './clock.js';
import type { Chore } from './work/chore.types.js';

const TOLD_EVERY_MS = 15_000;

/** Who follows which public case, told from how cases stand. */
export function openFollows(database: Database): Follows {
  return new Follows({ database, now: wallClock.instant, standing: (ids) => caseStandings(database, ids) });
}

/** Followers hear of the step their case has come to. */
export function followChores({ role }: Pick<Config, 'role'>, follows: Follows): Chore[] {
  const tell = async (): Promise<void> => {
    await follows.tell();
  };
  return role === 'server' ? [] : [{ name: 'tell followers', everyMs: TOLD_EVERY_MS, run: tell }];
}
