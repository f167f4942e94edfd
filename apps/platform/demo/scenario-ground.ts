import type { ScenarioGround } from '#apps/demo';
import { liminWorld } from '#apps/demo';
import { presetCalendars } from '#libs/calendar';
import type { Database } from '#libs/database';
import { openDatabase } from '#libs/database';
import { Registry } from '#libs/registry';

import { effectHandlers } from '../effects/handlers.js';
import { PLATFORM_ENTITIES } from '../entities.js';
import { ChangeFeed } from '../live/change-feed.js';
import { CaseReader } from '../reading/case-reader.js';
import { registerWorkflows } from '../workflows.catalogue.js';

/** The ground for scenarios in a database that knows the Limin community: the handlers, reader and stream of production. */
export function scenarioGround(database: Database): ScenarioGround {
  return {
    database,
    registry: new Registry(),
    workflows: registerWorkflows(),
    calendars: presetCalendars(),
    handlers: (parts) => effectHandlers(parts),
    eyes: (parts) => {
      const reader = new CaseReader(parts);
      const onError = (error: unknown): void => {
        throw error;
      };
      return { reader, feed: new ChangeFeed({ cases: parts.cases, reader, now: () => Date.parse(parts.now()), onError }) };
    },
  };
}

/** A fresh ground in memory, for playing a scenario beside the real installation. Close its database when done. */
export async function openScenarioGround(): Promise<ScenarioGround> {
  const database = await openDatabase({ url: 'memory://', entities: PLATFORM_ENTITIES });
  await database.createSchema();
  await database.transaction((tx) => new Registry().insert(tx, liminWorld()));
  return scenarioGround(database);
}
