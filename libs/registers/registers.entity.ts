import { defineEntity, p } from '@mikro-orm/core';

import type { DecisionRule } from '#libs/decision';
import type { JsonObject } from '#libs/engine';

import { ChainTemplateEntity } from './chain-templates.entity.js';
import { REGISTER_KINDS, REGISTER_STATES, SIGNING_CAPACITIES } from './registers.vocabulary.js';

const instant = () => p.datetime(3);
const day = (column: string) => p.string().fieldName(column).columnType('date');

/** A published version of a decision rule. A rule and a version name one text in the whole installation; none is ever altered. */
export const PublishedRuleEntity = defineEntity({
  name: 'PublishedRule',
  tableName: 'decision_rules',
  properties: {
    rule: p.string().primary(),
    version: p.integer().primary(),
    /** Where it holds; null: the whole installation. */
    unit: p.string().nullable(),
    body: p.json<DecisionRule>(),
    validFrom: day('valid_from'),
    validTo: day('valid_to').nullable(),
    publishedAt: instant(),
    publishedBy: p.string(),
    reason: p.text(),
    /** The version it confirms. */
    confirms: p.integer().nullable(),
  },
  indexes: [{ name: 'decision_rules_in_force', properties: ['rule', 'unit', 'version'] }],
});

/** Last number given in a register of a year. Taken by the transaction that enters, so that a number is lost with it. */
export const RegisterCounterEntity = defineEntity({
  name: 'RegisterCounter',
  tableName: 'register_counters',
  properties: {
    unit: p.string().primary(),
    kind: p.enum(REGISTER_KINDS).primary(),
    year: p.integer().primary(),
    last: p.integer(),
  },
});

/** One number of a register: a resolution, covenant, pledge or rules of procedure with all its versions. */
export const RegisterEntryEntity = defineEntity({
  name: 'RegisterEntry',
  tableName: 'register_entries',
  properties: {
    id: p.string().primary(),
    unit: p.string(),
    kind: p.enum(REGISTER_KINDS),
    year: p.integer(),
    /** Counts within unit, kind and year, from 1, without gaps. */
    n: p.integer(),
    /** As it was given: a unit that is renamed later keeps the numbers of its papers. */
    number: p.string(),
    /** Newest version. */
    version: p.integer(),
    state: p.enum(REGISTER_STATES),
    enteredAt: instant(),
    endedOn: day('ended_on').nullable(),
    /** Case that ended it. */
    endedBy: p.string().nullable(),
    endReason: p.text().nullable(),
  },
  uniques: [{ name: 'register_entries_number', properties: ['unit', 'kind', 'year', 'n'] }],
});

/** The text as it was adopted. Nothing of it changes but the filing, which is added once. */
export const RegisterVersionEntity = defineEntity({
  name: 'RegisterVersion',
  tableName: 'register_versions',
  properties: {
    entry: p.string().primary(),
    version: p.integer().primary(),
    title: p.text(),
    text: p.text(),
    /** What it was generated from. */
    document: p.string().nullable(),
    caseId: p.string().unique(),
    /** Case of the ballot or meeting. */
    decidedBy: p.string().nullable(),
    certificate: p.json<JsonObject>().nullable(),
    adoptedOn: day('adopted_on'),
    inForceFrom: day('in_force_from'),
    checkedBy: p.string().nullable(),
    checkedOn: day('checked_on').nullable(),
    finding: p.text().nullable(),
    filedWith: p.string().nullable(),
    filingNumber: p.string().nullable(),
    filedOn: day('filed_on').nullable(),
    filedBySilence: p.boolean().nullable(),
    /** SHA-256 of number, version, title, text, dates and certificate in canonical JSON. */
    digest: p.string(),
    enteredAt: instant(),
  },
});

/** Who signed a version, when, in which office, and whether the public list may name them. */
export const RegisterSignatureEntity = defineEntity({
  name: 'RegisterSignature',
  tableName: 'register_signatures',
  properties: {
    id: p.string().primary(),
    entry: p.string(),
    version: p.integer(),
    person: p.string().index(),
    capacity: p.enum(SIGNING_CAPACITIES),
    office: p.string().nullable(),
    isNamed: p.boolean(),
    signedAt: instant(),
    withdrawnAt: instant().nullable(),
  },
  indexes: [
    {
      name: 'register_signatures_standing',
      expression: `create unique index "register_signatures_standing" on "register_signatures" ("entry", "version", "person", "capacity") where "withdrawn_at" is null`,
    },
  ],
});

/** A generated document as it was laid before the legal officer, by its fingerprint. */
export const RegisterDocumentEntity = defineEntity({
  name: 'RegisterDocument',
  tableName: 'register_documents',
  properties: {
    id: p.string().primary(),
    unit: p.string(),
    body: p.json<JsonObject>(),
    madeAt: instant(),
  },
});

/** Tables of this room, for the database's set-up. */
export const registersEntities = [
  PublishedRuleEntity,
  RegisterCounterEntity,
  RegisterEntryEntity,
  RegisterVersionEntity,
  RegisterSignatureEntity,
  RegisterDocumentEntity,
  ChainTemplateEntity,
];
