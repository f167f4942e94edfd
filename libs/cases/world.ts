import { randomBytes } from 'node:crypto';

import { EngineFault } from '#libs/engine';
import { v7 as uuidV7 } from 'uuid';

import type { CasesOptions } from './cases.options.js';
import type { Policies } from './policies.service.js';
import type { World } from './work.types.js';

/** Realm of the cases people work on. */
export const LIVE = 'live';

/** Builds what surrounds every decision from the options of an installation. */
export function worldOf(options: CasesOptions, policies: Policies): World {
  const { workflows, calendars, lineage } = options;
  return {
    realm: options.realm ?? LIVE,
    get calendars() {
      return typeof calendars === 'function' ? calendars() : calendars;
    },
    calendar: options.calendar ?? 'office',
    mint: { id: options.ids ?? uuidV7, salt: () => randomBytes(16).toString('hex') },
    knows: (workflow) => workflows.has(workflow),
    registered: (workflow) => {
      const registered = workflows.get(workflow);
      if (registered === undefined) throw new EngineFault(`there is no workflow "${workflow}"`);
      return registered;
    },
    places: (unit, tx) => lineage?.(unit, tx) ?? Promise.resolve([unit]),
    policy: (id) => policies.body(id),
  };
}
