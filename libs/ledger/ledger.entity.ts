import { defineEntity, p } from '@mikro-orm/core';

import type { AccountFacts, RateName } from '#libs/contract';
import type { JsonObject } from '#libs/engine';

import { AXES, SUM_COLUMNS } from './measures.rules.js';
import { DIGEST_PERIODS, type SheetDifference } from './ledger.vocabulary.js';

const instant = () => p.datetime(3);

/** Facts of one journal up to `seq`. Everything in `ledger_entries` follows from these rows. */
export const LedgerFactsEntity = defineEntity({
  name: 'LedgerFacts',
  tableName: 'ledger_facts',
  properties: {
    caseId: p.string().primary(),
    realm: p.string(),
    workflow: p.string(),
    /** Last journal entry that is in them. */
    seq: p.integer(),
    /** Version of the folds that made them: others are made anew. */
    folds: p.integer(),
    /** The issue of a task, the entry an exclusion is about. */
    about: p.string().nullable(),
    facts: p.json<AccountFacts>().nullable(),
  },
  indexes: [
    {
      name: 'ledger_facts_about',
      expression: `create index "ledger_facts_about" on "ledger_facts" ("about", "workflow") where "about" is not null`,
    },
    { name: 'ledger_facts_workflow', properties: ['realm', 'workflow', 'caseId'] },
  ],
});

/** Account numbers (建账): given once in the order of opening, never again. */
export const LedgerNumberEntity = defineEntity({
  name: 'LedgerNumber',
  tableName: 'ledger_numbers',
  properties: {
    caseId: p.string().primary(),
    realm: p.string(),
    unit: p.string(),
    year: p.integer(),
    /** Counts within realm, unit and year, from 1, without gaps. */
    n: p.integer(),
    number: p.string(),
  },
  uniques: [{ name: 'ledger_numbers_n', properties: ['realm', 'unit', 'year', 'n'] }],
});

/**
 * One line of the account: an issue, or one unit's turn with a task. Narrow, because rates are counted from it. Flags are 1, 0 or
 * null (not known or not measured); months are local, `202603`.
 */
export const LedgerEntryEntity = defineEntity({
  name: 'LedgerEntry',
  tableName: 'ledger_entries',
  properties: {
    caseId: p.string().primary(),
    turn: p.smallint().primary(),
    kind: p.enum(['issue', 'task'] as const),
    realm: p.string(),
    isLast: p.boolean(),
    isConfidential: p.boolean(),
    issue: p.string().nullable(),
    /** Who does it: department of a task; the issue's own unit. */
    unit: p.string(),
    dispatcher: p.string(),
    place: p.string(),
    community: p.string().nullable(),
    street: p.string().nullable(),
    district: p.string().nullable(),
    category: p.string().nullable(),
    part: p.string().nullable(),
    openedAt: instant(),
    openedMonth: p.integer(),
    assignedAt: instant().nullable(),
    assignedMonth: p.integer().nullable(),
    acceptedAt: instant().nullable(),
    publishedAt: instant().nullable(),
    publishedMonth: p.integer().nullable(),
    finishedAt: instant().nullable(),
    finishedMonth: p.integer().nullable(),
    endedAt: instant().nullable(),
    endedMonth: p.integer().nullable(),
    ending: p.string().nullable(),
    responseDueAt: instant().nullable(),
    respondedAt: instant().nullable(),
    responded: p.smallint().nullable(),
    dueAt: instant().nullable(),
    dueMonth: p.integer().nullable(),
    onTime: p.smallint().nullable(),
    isHeld: p.boolean(),
    heldMinutes: p.integer(),
    isReturned: p.smallint(),
    returnGround: p.string().nullable(),
    isWrong: p.smallint().nullable(),
    isArbitrated: p.smallint(),
    isRedone: p.smallint().nullable(),
    extensions: p.smallint(),
    isSupervised: p.smallint(),
    judgedMonth: p.integer().nullable(),
    asked: p.smallint(),
    reached: p.smallint(),
    answered: p.smallint(),
    silent: p.smallint(),
    solved: p.smallint().nullable(),
    satisfied: p.smallint().nullable(),
    isCalled: p.smallint(),
    /** Rates it is left out of, as bits in the order of their names. */
    excluded: p.smallint(),
    /** By which case, by rate. */
    excludedBy: p.json<Partial<Record<RateName, string>>>().nullable(),
  },
  indexes: [
    { name: 'ledger_entries_opened', properties: ['realm', 'openedAt', 'caseId'] },
    { name: 'ledger_entries_unit', properties: ['realm', 'unit', 'openedAt'] },
    { name: 'ledger_entries_issue', properties: ['issue'] },
    { name: 'ledger_entries_dispatcher', properties: ['realm', 'dispatcher', 'openedAt'] },
    { name: 'ledger_entries_community', properties: ['realm', 'community', 'openedAt'] },
    { name: 'ledger_entries_street', properties: ['realm', 'street', 'openedAt'] },
    { name: 'ledger_entries_district', properties: ['realm', 'district', 'openedAt'] },
    { name: 'ledger_entries_ended', properties: ['realm', 'endedAt'] },
    {
      name: 'ledger_entries_unfinished',
      expression: `create index "ledger_entries_unfinished" on "ledger_entries" ("realm", "due_month") where "on_time" is null and "due_at" is not null`,
    },
    {
      name: 'ledger_entries_unanswered',
      expression: `create index "ledger_entries_unanswered" on "ledger_entries" ("realm", "opened_month") where "responded" is null and "response_due_at" is not null`,
    },
    {
      name: 'ledger_entries_confidential',
      expression: `create index "ledger_entries_confidential" on "ledger_entries" ("realm", "opened_month", "community") where "is_confidential"`,
    },
  ],
});

const sumColumns = () => Object.fromEntries(SUM_COLUMNS.map((name) => [name, p.integer()]));

/** The account added up: what the lines of a group come to in a local month, on each axis. `key` is empty for what has none. */
export const LedgerSumEntity = defineEntity({
  name: 'LedgerSum',
  tableName: 'ledger_sums',
  properties: {
    realm: p.string().primary(),
    axis: p.enum(AXES).primary(),
    key: p.string().primary(),
    month: p.integer().primary(),
    ...sumColumns(),
  },
});

/** A unit's account of a month, checked against the journals by one person and signed by another (对账). */
export const ReconciliationEntity = defineEntity({
  name: 'Reconciliation',
  tableName: 'ledger_reconciliations',
  properties: {
    id: p.string().primary(),
    realm: p.string(),
    unit: p.string(),
    month: p.integer(),
    content: p.json<JsonObject>().columnType('json'),
    digest: p.string(),
    differences: p.json<SheetDifference[]>(),
    checkedBy: p.string(),
    checkedAt: instant(),
    signedBy: p.string().nullable(),
    signedAt: instant().nullable(),
    remark: p.text().nullable(),
    /** Idempotency key of the request that made it. */
    key: p.string().nullable(),
  },
  uniques: [{ name: 'ledger_reconciliations_key', properties: ['realm', 'checkedBy', 'key'] }],
  indexes: [{ name: 'ledger_reconciliations_unit', properties: ['realm', 'unit', 'month'] }],
});

/** Daily, weekly, monthly and quarterly accounts as documents. Written once, never altered. */
export const LedgerDigestEntity = defineEntity({
  name: 'LedgerDigest',
  tableName: 'ledger_digests',
  properties: {
    realm: p.string().primary(),
    unit: p.string().primary(),
    period: p.enum(DIGEST_PERIODS).primary(),
    /** `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1`. */
    name: p.string().primary(),
    fromDay: p.string().columnType('date'),
    toDay: p.string().columnType('date'),
    content: p.json<JsonObject>().columnType('json'),
    digest: p.string(),
    madeAt: instant(),
  },
});

export const ledgerEntities = [
  LedgerFactsEntity,
  LedgerNumberEntity,
  LedgerEntryEntity,
  LedgerSumEntity,
  ReconciliationEntity,
  LedgerDigestEntity,
];
