import { defineEntity, p } from '@mikro-orm/core';

import type { Actor, CaseStatus, JsonObject, Stored, Who } from '#libs/engine';

import type { CaseClock } from './case-clock.types.js';
import type { EntryKind } from './views.types.js';

/** An instant with milliseconds, as the engine writes them. */
const instant = () => p.datetime(3);

/** One row a case: what the next act needs, and what lists need. It is the row that is locked. */
export const CaseEntity = defineEntity({
  name: 'Case',
  tableName: 'cases',
  properties: {
    id: p.string().primary(),
    workflow: p.string(),
    realm: p.string(),
    /** One more with every command carried out. */
    version: p.integer(),
    /** Last journal entry. */
    seq: p.integer(),
    headHash: p.string(),
    status: p.string().$type<CaseStatus>(),
    stage: p.string(),
    visibility: p.string(),
    title: p.string().nullable(),
    unit: p.string(),
    category: p.string().nullable(),
    policy: p.string(),
    definition: p.integer(),
    parent: p.string().nullable(),
    /** The id the parent's chart knows this child by, and the token of its start. */
    childId: p.string().nullable(),
    childToken: p.string().nullable(),
    createdAt: instant(),
    /** Instant of the last journal entry. */
    changedAt: instant(),
    nextDueAt: instant().nullable(),
    /** After a fault in a clock: not swept again before. */
    stuckUntil: instant().nullable(),
    stored: p.json<Stored>().columnType('json'),
    /** Ledgers of the running clocks; `case_clocks` repeats what queries need. */
    clocks: p.json<Record<string, CaseClock>>().columnType('json'),
  },
  indexes: [
    {
      // with the id: thousands that are due at one instant are taken in order without being sorted
      name: 'cases_due',
      expression: `create index "cases_due" on "cases" ("realm", "next_due_at", "id") where "next_due_at" is not null`,
    },
    { name: 'cases_by_unit', properties: ['unit', 'createdAt'] },
    { name: 'cases_by_workflow', properties: ['workflow', 'createdAt'] },
    { name: 'cases_by_age', properties: ['createdAt', 'id'] },
    {
      name: 'cases_stuck',
      expression: `create index "cases_stuck" on "cases" ("realm", "stuck_until") where "stuck_until" is not null`,
    },
    {
      name: 'cases_children',
      expression: `create index "cases_children" on "cases" ("parent") where "parent" is not null`,
    },
  ],
});

/** The journal (台账): append-only, one chain of hashes a case. */
export const JournalEntity = defineEntity({
  name: 'JournalRow',
  tableName: 'journal',
  properties: {
    caseId: p.string().primary(),
    seq: p.integer().primary(),
    at: instant(),
    /** When it was written: later than `at` for a clock that a late worker fired. */
    recordedAt: instant(),
    kind: p.string().$type<EntryKind>(),
    by: p.json<Actor>(),
    body: p.json<JsonObject>().columnType('json'),
    prevHash: p.string(),
    hash: p.string(),
  },
  // what was written last, for whoever is told of changes: a clock that fired late is written long after its instant
  indexes: [{ name: 'journal_recorded', properties: ['recordedAt', 'caseId'] }],
});

/** Running clocks, for desks, statistics and re-measuring after a calendar was edited. */
export const CaseClockEntity = defineEntity({
  name: 'CaseClockRow',
  tableName: 'case_clocks',
  properties: {
    caseId: p.string().primary(),
    clock: p.string().primary(),
    name: p.string(),
    calendar: p.string().nullable(),
    /** Whose calendar of that name measures it, in which version, and up to which edit that was looked at; null: none was stored. */
    calendarUnit: p.string().nullable(),
    calendarVersion: p.integer().nullable(),
    calendarEpoch: p.integer().nullable(),
    state: p.string(),
    armedAt: instant(),
    dueAt: instant().nullable(),
    nextAt: instant().nullable(),
  },
  indexes: [
    { name: 'case_clocks_due', properties: ['dueAt'] },
    // without what an edit changes in every clock it concerns: those that stay due when they were are then updated in place
    { name: 'case_clocks_calendar', properties: ['calendar', 'caseId'] },
  ],
});

/** Who is related to a case, and how. */
export const CasePartyEntity = defineEntity({
  name: 'CaseParty',
  tableName: 'case_parties',
  properties: {
    caseId: p.string().primary(),
    relation: p.string().primary(),
    kind: p.string().$type<'person' | 'unit'>().primary(),
    subject: p.string().primary(),
  },
  indexes: [{ name: 'case_parties_subject', properties: ['subject', 'relation'] }],
});

/** What waits for somebody: one row for every `who` of every active `awaits`. */
export const DeskEntity = defineEntity({
  name: 'DeskRow',
  tableName: 'desk',
  properties: {
    caseId: p.string().primary(),
    /** Journal entry that wrote the row. */
    seq: p.integer().primary(),
    n: p.integer().primary(),
    state: p.string(),
    label: p.json<{ zh: string; en: string }>(),
    acts: p.json<string[]>(),
    who: p.json<Who>(),
    /** Role asked for and the unit at which it is judged; null when no role is asked for. */
    role: p.string().nullable(),
    unit: p.string(),
    /** Persons a relation points to; null when no relation is asked for. */
    persons: p.array().$type<string[]>().columnType('text[]').nullable(),
    excluded: p.array().$type<string[]>().columnType('text[]'),
    clock: p.string().nullable(),
    dueAt: instant().nullable(),
    since: instant(),
  },
  indexes: [
    { name: 'desk_by_role', properties: ['role', 'unit'] },
    { name: 'desk_by_person', expression: `create index "desk_by_person" on "desk" using gin ("persons")` },
  ],
});

/** Keys other systems or cases find a case by. */
export const CaseLookupEntity = defineEntity({
  name: 'CaseLookup',
  tableName: 'case_lookups',
  properties: {
    caseId: p.string().primary(),
    key: p.string().primary(),
    value: p.text().primary(),
    realm: p.string(),
    workflow: p.string(),
    isUnique: p.boolean(),
  },
  indexes: [
    { name: 'case_lookups_value', properties: ['key', 'value'] },
    {
      name: 'case_lookups_unique',
      expression: `create unique index "case_lookups_unique" on "case_lookups" ("realm", "workflow", "key", "value") where "is_unique"`,
    },
  ],
});

/** Cases that tell each other without being parent and child. */
export const CaseLinkEntity = defineEntity({
  name: 'CaseLink',
  tableName: 'case_links',
  properties: {
    caseId: p.string().primary(),
    target: p.string().primary().index(),
    relation: p.string().primary(),
    since: instant(),
  },
});

/**
 * What lists filter and search by, one narrow row a case: the wide row of the case itself is read only for those that are shown.
 * `words` are the bigrams of the title; null, like `places`, as long as the row was not indexed.
 */
export const CaseListEntity = defineEntity({
  name: 'CaseListRow',
  tableName: 'case_list',
  properties: {
    caseId: p.string().primary(),
    realm: p.string(),
    workflow: p.string(),
    status: p.string().$type<CaseStatus>(),
    stage: p.string(),
    category: p.string().nullable(),
    visibility: p.string(),
    unit: p.string(),
    /** The unit and every unit above it: a subtree is one key, however many units it has. */
    places: p.array().$type<string[]>().columnType('text[]').nullable(),
    title: p.string().nullable(),
    /** Erased together with the text of the title. */
    words: p.array().$type<string[]>().columnType('text[]').nullable(),
    createdAt: instant(),
  },
  indexes: [
    // the columns after the age are compared inside the index: a walk through it reads only rows that fit
    { name: 'case_list_by_age', properties: ['realm', 'createdAt', 'caseId', 'visibility', 'status'] },
    {
      name: 'case_list_by_stage',
      properties: ['realm', 'workflow', 'stage', 'createdAt', 'caseId', 'visibility', 'status'],
    },
    { name: 'case_list_by_category', properties: ['realm', 'category', 'createdAt', 'caseId'] },
    {
      name: 'case_list_confidential',
      expression: `create index "case_list_confidential" on "case_list" ("realm", "created_at", "case_id") where "visibility" = 'confidential'`,
    },
    {
      name: 'case_list_found',
      expression: `create index "case_list_found" on "case_list" using gin ("words", "places")`,
    },
    // at a place most cases have ended: what is due first there starts from the open ones
    {
      name: 'case_list_open',
      expression: `create index "case_list_open" on "case_list" using gin ("places") where "status" = 'active'`,
    },
    { name: 'case_list_title', properties: ['title'] },
    {
      name: 'case_list_unindexed',
      expression: `create index "case_list_unindexed" on "case_list" ("case_id") where "words" is null or "places" is null`,
    },
  ],
});
