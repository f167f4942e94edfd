import type { ScenarioGround } from '#apps/demo';
import { Ballots } from '#libs/ballots';

import { wallClock } from '../clock.js';
import { effectHandlers } from '../effects/handlers.js';
import { ChangeFeed } from '../live/change-feed.js';
import type { Platform } from '../platform.js';
import { CaseReader } from '../reading/case-reader.js';

type ScenarioParts = Pick<Platform, 'database' | 'registry' | 'vault' | 'workflows' | 'calendars'>;

/** The platform as scenarios play on it: the handlers, the reader and the stream of production, in a world of the scenario's own. */
export function scenarioGround({ database, registry, vault, workflows, calendars }: ScenarioParts): ScenarioGround {
  return {
    database,
    registry,
    workflows,
    calendars,
    openBallots: (world) => new Ballots({ database, registry, vault, ...world }),
    handlers: effectHandlers,
    eyes: (parts) => {
      const reader = new CaseReader(parts);
      const fail = (error: unknown): never => {
        throw error;
      };
      return { reader, feed: new ChangeFeed({ cases: parts.cases, reader, now: wallClock.now, onError: fail }) };
    },
  };
}
