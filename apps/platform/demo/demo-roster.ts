import type { Database } from '#libs/database';
import { Rosters } from '#libs/rosters';

export interface DemoRosterParts {
  database: Database;
  /** The present, ISO 8601 in UTC. */
  now: () => string;
}

const DAY_MS = 86_400_000;
const DAYS = 60;
/** 08:30 in the community, the hour at which one turn hands over to the next. */
const HANDOVER = 'T00:30:00.000Z';

/** Who is on duty in the demonstration for the next two months, day by day: entered once for each day, whatever is struck out later. */
export async function loadDemoRoster({ database, now }: DemoRosterParts): Promise<void> {
  const { demoPersonId, unitId } = await import('#apps/demo');
  const rosters = new Rosters();
  const at = now();
  const first = Date.parse(`${at.slice(0, 10)}${HANDOVER}`) - DAY_MS;
  const [unit, by] = [unitId('limin'), demoPersonId('coordinator')];
  const staff = [demoPersonId('duty'), demoPersonId('gridLeader')];
  await database.transaction(async (tx) => {
    for (let day = 0; day < DAYS; day += 1) {
      const startsAt = new Date(first + day * DAY_MS).toISOString();
      const endsAt = new Date(first + (day + 1) * DAY_MS).toISOString();
      for (const [index, person] of staff.entries()) {
        const line = index + 1;
        const id = `demo-duty:${startsAt.slice(0, 10)}:${String(line)}`;
        await rosters.enter(tx, { id, unit, line, person, phone: '0937-6280040', startsAt, endsAt, by, at });
      }
    }
  });
}
