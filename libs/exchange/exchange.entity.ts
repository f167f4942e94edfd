import { defineEntity, p } from '@mikro-orm/core';

import type { Decisions, ImportCounts, Problem } from './exchange.vocabulary.js';
import { IMPORT_KINDS, IMPORT_STATES, ROW_OUTCOMES } from './exchange.vocabulary.js';

const instant = () => p.string().columnType('timestamptz');

/** One file on its way into the registry. */
export const ImportEntity = defineEntity({
  name: 'Import',
  tableName: 'imports',
  properties: {
    id: p.string().primary(),
    kind: p.enum(IMPORT_KINDS),
    state: p.enum(IMPORT_STATES),
    unit: p.string().index(),
    /** Shown to people, never used as a path. */
    fileName: p.text(),
    format: p.string(),
    detail: p.text(),
    sha256: p.string(),
    bytes: p.integer(),
    asOf: p.string().columnType('date'),
    by: p.string(),
    at: instant(),
    checkedAt: instant().nullable(),
    endedAt: instant().nullable(),
    counts: p.json().$type<ImportCounts>(),
    decisions: p.json().$type<Decisions>(),
    unknownColumns: p.array().$type<string[]>().columnType('text[]'),
    /** Changes of the registry it made, in their order. */
    changes: p.array().$type<string[]>().columnType('text[]'),
  },
  indexes: [{ name: 'imports_latest', properties: ['at', 'id'] }],
});

/** A row of a file, sealed as a whole: lists of people lie here until the import has ended. */
export const ImportRowEntity = defineEntity({
  name: 'ImportRow',
  tableName: 'import_rows',
  properties: {
    import: p.string().primary(),
    /** As the spreadsheet program numbers it. */
    row: p.integer().primary(),
    cells: p.text(),
    outcome: p.enum(ROW_OUTCOMES).nullable(),
    problems: p.json().$type<Problem[]>(),
  },
});

/** How far the work on an import is: written outside its transaction, so that others can read it meanwhile. */
export const ImportProgressEntity = defineEntity({
  name: 'ImportProgress',
  tableName: 'import_progress',
  properties: {
    import: p.string().primary(),
    phase: p.string(),
    done: p.integer(),
    total: p.integer(),
    at: instant(),
  },
});

/** Another system that sends us cases and takes their progress back. */
export const PartnerEntity = defineEntity({
  name: 'Partner',
  tableName: 'partners',
  properties: {
    id: p.string().primary(),
    /** In addresses: `hotline`. */
    code: p.string().unique(),
    name: p.text(),
    /** The record it acts as. */
    person: p.string(),
    /** The unit whose cases it may start, and below. */
    unit: p.string(),
    scopes: p.array().$type<string[]>().columnType('text[]'),
    /** Whose numbers it may use: `12345`, `grid`. */
    systems: p.array().$type<string[]>().columnType('text[]'),
    isActive: p.boolean(),
    createdAt: instant(),
  },
});

/** A key of a partner, sealed: two at a time while it is being changed. */
export const PartnerKeyEntity = defineEntity({
  name: 'PartnerKey',
  tableName: 'partner_keys',
  properties: {
    id: p.string().primary(),
    partner: p.string().index(),
    sealed: p.text(),
    from: instant().fieldName('valid_from'),
    to: instant().fieldName('valid_to').nullable(),
  },
});

/** Nonces seen, so that a signed request counts once. */
export const PartnerNonceEntity = defineEntity({
  name: 'PartnerNonce',
  tableName: 'partner_nonces',
  properties: {
    partner: p.string().primary(),
    nonce: p.string().primary(),
    at: instant().index(),
  },
});

/** The number another system knows a case by: one number, one case. */
export const ExternalNumberEntity = defineEntity({
  name: 'ExternalNumber',
  tableName: 'external_numbers',
  properties: {
    system: p.string().primary(),
    number: p.string().primary(),
    caseId: p.string().index(),
    by: p.string(),
    at: instant(),
  },
});

/** Tables of this room, for the database's set-up. */
export const exchangeEntities = [
  ImportEntity,
  ImportRowEntity,
  ImportProgressEntity,
  PartnerEntity,
  PartnerKeyEntity,
  PartnerNonceEntity,
  ExternalNumberEntity,
];
