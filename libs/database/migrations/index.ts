import type { MigrationObject } from '@mikro-orm/core';
import { Migration0001Initial } from './0001-initial.migration.js';
import { Migration0002PeoplePlacesPermissions } from './0002-people-places-permissions.migration.js';
import { Migration0003DeliberateAndDecide } from './0003-deliberate-and-decide.migration.js';
import { Migration0004Timekeeping } from './0004-timekeeping.migration.js';
import { Migration0005Ledger } from './0005-ledger.migration.js';
import { Migration0006Deliveries } from './0006-deliveries.migration.js';
import { Migration0007Routing } from './0007-routing.migration.js';
import { Migration0008SignOffs } from './0008-sign-offs.migration.js';
import { Migration0009Tasks } from './0009-tasks.migration.js';
import { Migration0010RoomToMove } from './0010-room-to-move.migration.js';
import { Migration0011Follows } from './0011-follows.migration.js';
import { Migration0012MessagesAboutNoCase } from './0012-messages-about-no-case.migration.js';
import { Migration0013ConditionsByTheirTexts } from './0013-conditions-by-their-texts.migration.js';
import { Migration0014DueInOrder } from './0014-due-in-order.migration.js';
import { Migration0015OpenCasesByPlace } from './0015-open-cases-by-place.migration.js';
import { Migration0016RefusedErasuresSayWhy } from './0016-refused-erasures-say-why.migration.js';

/** Every migration in the order of writing; `createMigration` writes this file. */
export const MIGRATIONS: readonly MigrationObject[] = [
  { name: '0001-initial', class: Migration0001Initial },
  { name: '0002-people-places-permissions', class: Migration0002PeoplePlacesPermissions },
  { name: '0003-deliberate-and-decide', class: Migration0003DeliberateAndDecide },
  { name: '0004-timekeeping', class: Migration0004Timekeeping },
  { name: '0005-ledger', class: Migration0005Ledger },
  { name: '0006-deliveries', class: Migration0006Deliveries },
  { name: '0007-routing', class: Migration0007Routing },
  { name: '0008-sign-offs', class: Migration0008SignOffs },
  { name: '0009-tasks', class: Migration0009Tasks },
  { name: '0010-room-to-move', class: Migration0010RoomToMove },
  { name: '0011-follows', class: Migration0011Follows },
  { name: '0012-messages-about-no-case', class: Migration0012MessagesAboutNoCase },
  { name: '0013-conditions-by-their-texts', class: Migration0013ConditionsByTheirTexts },
  { name: '0014-due-in-order', class: Migration0014DueInOrder },
  { name: '0015-open-cases-by-place', class: Migration0015OpenCasesByPlace },
  { name: '0016-refused-erasures-say-why', class: Migration0016RefusedErasuresSayWhy },
];
