import { defineEntity, p } from '@mikro-orm/core';

import type { Label } from '#libs/engine';

import { deliveryEntities } from './deliveries/deliveries.entity.js';
import { FollowEntity } from './follows/follows.entity.js';

/** Something told to one person, or to whoever holds a role at a unit. Carries ids and keys, never words about people. */
export const MessageEntity = defineEntity({
  name: 'Message',
  tableName: 'messages',
  properties: {
    /** Effect id and recipient: the same effect carried out twice tells nobody twice. */
    id: p.string().primary(),
    /** Empty: about no case. */
    caseId: p.string().fieldName('case_id').index(),
    at: p.datetime().columnType('timestamptz(3)'),
    /** What it is about: a key of the workflow's news, or `remind`. */
    about: p.string(),
    /** Of a reminder: how loud. */
    severity: p.string().nullable(),
    clock: p.string().nullable(),
    rung: p.string().nullable(),
    /** Id of the text, in the case's texts. */
    text: p.string().nullable(),
    /** What it says, where it is about no case; in the words of the installation, with nothing about people. */
    said: p.json<Label>().nullable(),
    person: p.string().nullable(),
    role: p.string().nullable(),
    unit: p.string().nullable(),
    /** Persons of the role who are not told: nobody is urged to verify their own work. */
    excluded: p.array().columnType('text[]'),
    /** When its deliveries were planned; null: not yet. */
    plannedAt: p.datetime().fieldName('planned_at').columnType('timestamptz(3)').nullable(),
  },
  indexes: [
    {
      name: 'messages_unplanned',
      expression: `create index "messages_unplanned" on "messages" ("at", "id") where "planned_at" is null`,
    },
    { name: 'messages_person', properties: ['person', 'at'] },
    { name: 'messages_role', properties: ['role', 'unit', 'at'] },
  ],
});

/** Who has read what. */
export const MessageReadEntity = defineEntity({
  name: 'MessageRead',
  tableName: 'message_reads',
  properties: {
    message: p.string().primary(),
    person: p.string().primary(),
    at: p.datetime().columnType('timestamptz(3)'),
  },
});

/** What hangs on the public page and the notice boards. Never anything confidential. */
export const PublicationEntity = defineEntity({
  name: 'Publication',
  tableName: 'publications',
  properties: {
    id: p.string().primary(),
    /** Case that published it. */
    caseId: p.string().fieldName('case_id').index(),
    /** Case of the issue it is about; null for what concerns several, such as minutes. */
    issue: p.string().nullable().index(),
    unit: p.string(),
    kind: p.enum(['news', 'notice'] as const),
    about: p.string(),
    title: p.string().nullable(),
    text: p.string().nullable(),
    evidence: p.array().columnType('text[]'),
    blocking: p.boolean(),
    /** Days a notice hangs; 0 for news. */
    days: p.integer(),
    at: p.datetime().columnType('timestamptz(3)'),
    removedAt: p.datetime().fieldName('removed_at').columnType('timestamptz(3)').nullable(),
    /** How a notice ended. What was published stays in the archive with it. */
    outcome: p.string().nullable(),
  },
  indexes: [{ name: 'publications_unit', properties: ['unit', 'at'] }],
});

/** A call to the duty officers because somebody is in danger. */
export const DutyCallEntity = defineEntity({
  name: 'DutyCall',
  tableName: 'duty_calls',
  properties: {
    id: p.string().primary(),
    caseId: p.string().fieldName('case_id').index(),
    unit: p.string(),
    place: p.string().nullable(),
    title: p.string(),
    /** Duty officers rung; empty when nobody is on the roster, which is then shown to the operator. */
    officers: p.array().columnType('text[]'),
    at: p.datetime().columnType('timestamptz(3)'),
    answeredBy: p.string().fieldName('answered_by').nullable(),
    answeredAt: p.datetime().fieldName('answered_at').columnType('timestamptz(3)').nullable(),
  },
});

/** A letter that leaves the house: a matter handed to its owner, or a written supervision (督办). */
export const LetterEntity = defineEntity({
  name: 'Letter',
  tableName: 'letters',
  properties: {
    id: p.string().primary(),
    caseId: p.string().fieldName('case_id').index(),
    kind: p.enum(['forward', 'supervision'] as const),
    /** Unit it goes to, if that is in the registry. */
    unit: p.string().nullable(),
    address: p.string().nullable(),
    text: p.string().nullable(),
    at: p.datetime().columnType('timestamptz(3)'),
  },
});

/** Tables of this room, for the database's set-up. */
export const notifyEntities = [
  MessageEntity,
  MessageReadEntity,
  PublicationEntity,
  DutyCallEntity,
  LetterEntity,
  FollowEntity,
  ...deliveryEntities,
];
