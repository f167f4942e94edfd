import { defineEntity, p } from '@mikro-orm/core';

import {
  CALL_OUTCOMES,
  CALL_REASONS,
  CALL_STATUSES,
  CHANNELS,
  DELIVERY_REASONS,
  DELIVERY_STATUSES,
  LANES,
  LANGUAGES_TOLD,
  ROBOT_KINDS,
  URGENCIES,
  WEBHOOK_STATUSES,
} from './deliveries.vocabulary.js';

const instant = () => p.datetime().columnType('timestamptz(3)');

/** One message on its way to one recipient by one channel. Ids and keys only: the words are made when it is sent. */
export const DeliveryEntity = defineEntity({
  name: 'MessageDelivery',
  tableName: 'deliveries',
  properties: {
    id: p.string().primary(),
    message: p.string().index(),
    /** Effect the message comes of: whoever holds two offices that are told of one thing is told once. */
    cause: p.string(),
    caseId: p.string().fieldName('case_id').index(),
    /** Person or robot. */
    recipient: p.string(),
    person: p.string().nullable().index(),
    robot: p.string().nullable(),
    /** The absent person in whose place this one is told. */
    insteadOf: p.string().fieldName('instead_of').nullable(),
    channel: p.enum(CHANNELS),
    urgency: p.enum(URGENCIES),
    lane: p.enum(LANES),
    status: p.enum(DELIVERY_STATUSES),
    reason: p.enum(DELIVERY_REASONS).nullable(),
    /** Instant of the message: the order in which a person is told. */
    at: instant(),
    plannedAt: instant().fieldName('planned_at'),
    nextAt: instant().fieldName('next_at'),
    attempts: p.integer(),
    lockedUntil: instant().fieldName('locked_until').nullable(),
    lastError: p.text().fieldName('last_error').nullable(),
    /** What all deliveries of one digest share, fixed before the first hand-over. */
    bundle: p.string().nullable().index(),
    /** Id the other side answered with. */
    providerId: p.string().fieldName('provider_id').nullable(),
    doneAt: instant().fieldName('done_at').nullable(),
  },
  indexes: [
    {
      name: 'deliveries_pending',
      expression: `create index "deliveries_pending" on "deliveries" ("next_at") where "status" = 'pending'`,
    },
    {
      name: 'deliveries_in_order',
      expression: `create index "deliveries_in_order" on "deliveries" ("recipient", "channel", "lane", "at", "message") where "status" = 'pending'`,
    },
    { name: 'deliveries_latest', properties: ['plannedAt', 'id'] },
  ],
  uniques: [{ name: 'deliveries_once', properties: ['cause', 'recipient', 'channel'] }],
});

/** How somebody wants to be told. Without a row the defaults hold. */
export const NotificationPreferenceEntity = defineEntity({
  name: 'NotificationPreference',
  tableName: 'notification_preferences',
  properties: {
    person: p.string().primary(),
    language: p.enum(LANGUAGES_TOLD),
    emailSealed: p.text().fieldName('email_sealed').nullable(),
    /** When whoever reads that mailbox gave the code back; nothing is sent to it before. */
    emailConfirmedAt: instant().fieldName('email_confirmed_at').nullable(),
    /** Code that was sent to the address, sealed, and how often it was guessed wrongly. */
    codeSealed: p.text().fieldName('code_sealed').nullable(),
    codeSentAt: instant().fieldName('code_sent_at').nullable(),
    codeTries: p.integer().fieldName('code_tries'),
    /** Channels by urgency. */
    channels: p.json<Record<string, string[]>>(),
    /** Local hours in which one may be written to, `HH:MM`; null: those of the installation. */
    hoursFrom: p.string().fieldName('hours_from').nullable(),
    hoursTo: p.string().fieldName('hours_to').nullable(),
    digest: p.boolean(),
    /** Local hour of the digest. */
    digestHour: p.integer().fieldName('digest_hour'),
    updatedAt: instant().fieldName('updated_at'),
  },
});

/** Somebody is away: what they would be told at work goes to a substitute too. */
export const SubstituteEntity = defineEntity({
  name: 'NotificationSubstitute',
  tableName: 'notification_substitutes',
  properties: {
    id: p.string().primary(),
    person: p.string().index(),
    substitute: p.string().index(),
    fromDate: p.string().columnType('date').fieldName('from_date'),
    /** The first day on which the person is back. */
    toDate: p.string().columnType('date').fieldName('to_date'),
    by: p.string(),
    at: instant(),
    endedAt: instant().fieldName('ended_at').nullable(),
  },
});

/** Another system that wants to hear of cases of a unit. */
export const WebhookEntity = defineEntity({
  name: 'Webhook',
  tableName: 'webhooks',
  properties: {
    id: p.string().primary(),
    unit: p.string().index(),
    name: p.string(),
    /** Addresses carry keys: sealed, shown by its host only. */
    urlSealed: p.text().fieldName('url_sealed'),
    host: p.string(),
    secretSealed: p.text().fieldName('secret_sealed'),
    events: p.array().$type<string[]>().columnType('text[]'),
    isActive: p.boolean().fieldName('is_active'),
    /** Changes up to here have been looked at. */
    seenUntil: instant().fieldName('seen_until'),
    createdBy: p.string().fieldName('created_by'),
    createdAt: instant().fieldName('created_at'),
  },
});

/** One event on its way to one webhook. */
export const WebhookDeliveryEntity = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_deliveries',
  properties: {
    /** Sent along: whoever gets it twice recognises it. */
    id: p.string().primary(),
    webhook: p.string(),
    event: p.string(),
    caseId: p.string().fieldName('case_id'),
    version: p.integer(),
    /** Exactly what is signed and sent. */
    body: p.text(),
    status: p.enum(WEBHOOK_STATUSES),
    at: instant(),
    nextAt: instant().fieldName('next_at'),
    attempts: p.integer(),
    /** Times an operator asked for it again. */
    replays: p.integer(),
    lockedUntil: instant().fieldName('locked_until').nullable(),
    responseCode: p.integer().fieldName('response_code').nullable(),
    lastError: p.text().fieldName('last_error').nullable(),
    doneAt: instant().fieldName('done_at').nullable(),
  },
  indexes: [
    {
      name: 'webhook_deliveries_pending',
      expression: `create index "webhook_deliveries_pending" on "webhook_deliveries" ("next_at") where "status" = 'pending'`,
    },
    { name: 'webhook_deliveries_latest', properties: ['webhook', 'at', 'id'] },
  ],
  uniques: [{ name: 'webhook_deliveries_once', properties: ['webhook', 'caseId', 'version', 'event'] }],
});

/** Each time an event was sent to a webhook. */
export const WebhookAttemptEntity = defineEntity({
  name: 'WebhookAttempt',
  tableName: 'webhook_attempts',
  properties: {
    delivery: p.string().primary(),
    n: p.integer().primary(),
    at: instant(),
    responseCode: p.integer().fieldName('response_code').nullable(),
    error: p.text().nullable(),
    tookMs: p.integer().fieldName('took_ms'),
  },
});

/** A robot in a group chat of a unit: WeCom, DingTalk or Feishu. */
export const RobotEntity = defineEntity({
  name: 'Robot',
  tableName: 'robots',
  properties: {
    id: p.string().primary(),
    unit: p.string().index(),
    kind: p.enum(ROBOT_KINDS),
    name: p.string(),
    urlSealed: p.text().fieldName('url_sealed'),
    host: p.string(),
    secretSealed: p.text().fieldName('secret_sealed').nullable(),
    /** What it is told of. */
    urgencies: p.array().$type<string[]>().columnType('text[]'),
    isActive: p.boolean().fieldName('is_active'),
    createdBy: p.string().fieldName('created_by'),
    createdAt: instant().fieldName('created_at'),
  },
});

/** Somebody whom a grid member calls because no message reaches them. */
export const CallEntryEntity = defineEntity({
  name: 'CallEntry',
  tableName: 'call_entries',
  properties: {
    id: p.string().primary(),
    person: p.string().index(),
    /** Where the person lives: whose list it stands on. */
    unit: p.string(),
    caseId: p.string().fieldName('case_id'),
    message: p.string(),
    cause: p.string(),
    about: p.string(),
    reason: p.enum(CALL_REASONS),
    /** Of a confidential case: on the list of those who run the community only, and without its number. */
    isReserved: p.boolean().fieldName('is_reserved'),
    status: p.enum(CALL_STATUSES),
    at: instant(),
    doneAt: instant().fieldName('done_at').nullable(),
  },
  indexes: [
    {
      name: 'call_entries_open',
      expression: `create index "call_entries_open" on "call_entries" ("unit", "at") where "status" = 'open'`,
    },
  ],
  uniques: [{ name: 'call_entries_once', properties: ['cause', 'person'] }],
});

/** Each call that was made. */
export const CallAttemptEntity = defineEntity({
  name: 'CallAttempt',
  tableName: 'call_attempts',
  properties: {
    entry: p.string().primary(),
    n: p.integer().primary(),
    at: instant(),
    /** Local date: two attempts on one day count as one. */
    onDate: p.string().columnType('date').fieldName('on_date'),
    by: p.string(),
    outcome: p.enum(CALL_OUTCOMES),
    /** Of the request that logged it: sent twice it is one call. */
    key: p.string(),
  },
  uniques: [{ name: 'call_attempts_once', properties: ['entry', 'key'] }],
});

/** What would have left the house, where no server for it is set up: for the operator to read. */
export const SpooledEntity = defineEntity({
  name: 'SpooledMessage',
  tableName: 'delivery_spool',
  properties: {
    /** Message-ID: handed over twice it lies here once. */
    id: p.string().primary(),
    channel: p.enum(CHANNELS),
    person: p.string().nullable().index(),
    /** Masked address or number. */
    recipient: p.string(),
    subject: p.text(),
    text: p.text(),
    at: instant().index(),
  },
});

/** Tables of deliveries, for the database's set-up. */
export const deliveryEntities = [
  DeliveryEntity,
  NotificationPreferenceEntity,
  SubstituteEntity,
  WebhookEntity,
  WebhookDeliveryEntity,
  WebhookAttemptEntity,
  RobotEntity,
  CallEntryEntity,
  CallAttemptEntity,
  SpooledEntity,
];
