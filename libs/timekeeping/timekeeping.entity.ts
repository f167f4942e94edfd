import { defineEntity, p } from '@mikro-orm/core';

import type { CalendarDefinition } from '#libs/calendar';
import type { Actor } from '#libs/engine';

import type { KeptByHand } from './timekeeping.vocabulary.js';

const instant = () => p.datetime(3);

/**
 * Calendars as they were from an edit on; none is ever altered. One number counts all edits of the installation, so that a process
 * knows by a single comparison whether it has seen the newest.
 */
export const CalendarVersionEntity = defineEntity({
  name: 'CalendarVersion',
  tableName: 'calendar_versions',
  properties: {
    /** 1, 2, 3 … over all calendars, in the order of their instants. */
    epoch: p.integer().primary().autoincrement(false),
    name: p.string(),
    /** Whose own calendar it is; null: the installation's. */
    unit: p.string().nullable(),
    /** 1, 2, 3 … of this name and unit. */
    version: p.integer(),
    body: p.json<CalendarDefinition>().columnType('json'),
    /** Fingerprint of the body. */
    digest: p.string(),
    /** What people have set: new holiday data leaves it alone. */
    kept: p.json<KeptByHand>(),
    /** Fingerprint of the program's holiday data that it contains. */
    preset: p.string().nullable(),
    reason: p.text(),
    by: p.json<Actor>(),
    /** From then on it holds. */
    at: instant(),
    /** Clocks that ran on the version before were measured anew: when the last one was, and in how many cases something moved. */
    finishedAt: instant().nullable(),
    moved: p.integer(),
  },
  indexes: [
    {
      name: 'calendar_versions_numbered',
      expression: `create unique index "calendar_versions_numbered" on "calendar_versions" ("name", coalesce("unit", ''), "version")`,
    },
  ],
});

/** Every table of this room. */
export const timekeepingEntities = [CalendarVersionEntity];
