import { randomBytes } from 'node:crypto';

import type { Tx } from '#libs/database';
import { EngineFault } from '#libs/engine';
import { v7 as uuidV7 } from 'uuid';

import type { CalendarSource } from './calendars.types.js';
import type { CasesOptions } from './cases.options.js';
import { NotAtHandError, type Ground } from './ground.rules.js';
import type { GroundParts } from './ground.service.js';
import type { Policies } from './policies.service.js';
import type { World } from './work.types.js';

/** Realm of the cases people work on. */
export const LIVE = 'live';

/** Builds what surrounds every decision from the options of an installation. */
export function worldOf(options: CasesOptions, policies: Policies): World {
  const { workflows, lineage } = options;
  const places = (unit: string, tx: Tx): Promise<string[]> => lineage?.(unit, tx) ?? Promise.resolve([unit]);
  const grounds: GroundParts = { ...calendarsOf(options), places };
  return {
    realm: options.realm ?? LIVE,
    get ground() {
      return groundNow(grounds);
    },
    grounds,
    calendar: options.calendar ?? 'office',
    mint: { id: options.ids ?? uuidV7, salt: () => randomBytes(16).toString('hex') },
    knows: (workflow) => workflows.has(workflow),
    registered: (workflow) => {
      const registered = workflows.get(workflow);
      if (registered === undefined) throw new EngineFault(`there is no workflow "${workflow}"`);
      return registered;
    },
    places,
    policy: (id) => policies.body(id),
  };
}

function calendarsOf({ calendars }: CasesOptions): Omit<GroundParts, 'places'> {
  return isSource(calendars) ? { source: calendars, fixed: {} } : { source: null, fixed: calendars };
}

function isSource(calendars: CasesOptions['calendars']): calendars is CalendarSource {
  return 'newestSql' in calendars;
}

/** Outside a transaction: what this process knows, and no tree of units. */
function groundNow({ source, fixed }: GroundParts): Ground {
  return {
    book: source?.book() ?? null,
    fixed,
    lineage: (unit) => {
      throw new NotAtHandError({ unit });
    },
  };
}
