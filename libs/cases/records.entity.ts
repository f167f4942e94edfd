import { defineEntity, p } from '@mikro-orm/core';

import type { Actor, JsonObject } from '#libs/engine';

import type { OutboxKind, OutboxPayload, OutboxStatus } from './outbox.rules.js';

const instant = () => p.datetime(3);

/** Free texts of people, apart from everything that is kept for ever, so that they can be erased. */
export const TextEntity = defineEntity({
  name: 'Text',
  tableName: 'texts',
  properties: {
    id: p.string().primary(),
    caseId: p.string().index(),
    /** Random, so that the digest in the journal says nothing about an erased text. Erased with it. */
    salt: p.string().nullable(),
    digest: p.string(),
    body: p.text().nullable(),
    createdAt: instant(),
    erasedAt: instant().nullable(),
  },
});

/** Effects on their way: written with the act, carried out after it. */
export const OutboxEntity = defineEntity({
  name: 'OutboxRow',
  tableName: 'outbox',
  properties: {
    id: p.string().primary(),
    caseId: p.string(),
    workflow: p.string(),
    realm: p.string(),
    /** Journal entry that caused it, and its place among that entry's effects. */
    seq: p.integer(),
    n: p.integer(),
    at: instant(),
    kind: p.string().$type<OutboxKind>(),
    name: p.string(),
    payload: p.json<OutboxPayload>().columnType('json'),
    status: p.string().$type<OutboxStatus>(),
    attempts: p.integer(),
    nextAt: instant(),
    lockedUntil: instant().nullable(),
    lastError: p.text().nullable(),
    doneAt: instant().nullable(),
  },
  indexes: [
    {
      name: 'outbox_pending',
      expression: `create index "outbox_pending" on "outbox" ("realm", "next_at") where "status" = 'pending'`,
    },
    { name: 'outbox_of_case', properties: ['caseId'] },
  ],
});

/** Answers of commands with an idempotency key, for 30 days. Refusals are not remembered. */
export const IdempotencyEntity = defineEntity({
  name: 'IdempotencyAnswer',
  tableName: 'idempotency',
  properties: {
    actor: p.string().primary(),
    key: p.string().primary(),
    bodyHash: p.string(),
    answer: p.json<JsonObject>(),
    at: instant().index(),
  },
});

/** Versions of policies (议事规则). Immutable: a change is a new version. */
export const PolicyVersionEntity = defineEntity({
  name: 'PolicyVersion',
  tableName: 'policy_versions',
  properties: {
    /** Workflow and fingerprint of the body: the same policy has the same id everywhere. */
    id: p.string().primary(),
    workflow: p.string().index(),
    name: p.string(),
    body: p.json<JsonObject>().columnType('json'),
    createdAt: instant(),
    by: p.json<Actor>(),
  },
});

/** Since when which policy version holds where. The latest one of the nearest unit wins; `unit` null is the installation. */
export const PolicyInForceEntity = defineEntity({
  name: 'PolicyInForce',
  tableName: 'policies_in_force',
  properties: {
    id: p.string().primary(),
    workflow: p.string(),
    unit: p.string().nullable(),
    since: instant(),
    policy: p.string(),
    by: p.json<Actor>(),
  },
  indexes: [{ name: 'policies_in_force_where', properties: ['workflow', 'unit', 'since'] }],
});

/** Trouble that waits for a decision. */
export const IncidentEntity = defineEntity({
  name: 'Incident',
  tableName: 'incidents',
  properties: {
    id: p.string().primary(),
    realm: p.string(),
    caseId: p.string().nullable().index(),
    outboxId: p.string().nullable(),
    kind: p.string().$type<'effect' | 'fault'>(),
    workflow: p.string(),
    name: p.string(),
    error: p.text(),
    attempts: p.integer(),
    since: instant(),
    status: p.string().$type<'open' | 'retried' | 'skipped' | 'resolved'>(),
    decidedAt: instant().nullable(),
    decidedBy: p.json<Actor>().nullable(),
    note: p.text().nullable(),
  },
  indexes: [
    {
      name: 'incidents_open_fault',
      expression: `create unique index "incidents_open_fault" on "incidents" ("case_id", "name") where "status" = 'open' and "kind" = 'fault' and "case_id" is not null`,
    },
    { name: 'incidents_by_age', properties: ['since', 'id'] },
  ],
});
