import { defineEntity, p } from '@mikro-orm/core';

import { CONSENT_CHANNELS } from './consents.vocabulary.js';
import { CORRECTION_STATES, ERASURE_STATES, type ErasureProgress } from './privacy.vocabulary.js';

const instant = () => p.datetime(3);

/**
 * Who saw which masked value or sensitive page of whom, and why. Append-only and chained; the reason stands outside the chain,
 * which holds a salted digest of it, so that it can be erased.
 */
export const AccessEntryEntity = defineEntity({
  name: 'AccessEntry',
  tableName: 'access_journal',
  properties: {
    seq: p.integer().primary().autoincrement(false),
    at: instant(),
    by: p.string(),
    /** Whose data; null when a household's page was looked at. */
    person: p.string().nullable().index(),
    household: p.string().nullable().index(),
    field: p.string(),
    caseId: p.string().nullable(),
    reason: p.text().nullable(),
    salt: p.string().nullable(),
    reasonDigest: p.string(),
    prevHash: p.string(),
    hash: p.string(),
  },
  indexes: [{ name: 'access_journal_by', properties: ['by', 'at'] }],
});

/** A consent of a person to one purpose: to which text, how it was given, and whether it was withdrawn. */
export const ConsentEntity = defineEntity({
  name: 'Consent',
  tableName: 'consents',
  properties: {
    id: p.string().primary(),
    person: p.string().index(),
    purpose: p.string(),
    /** Version of the text that was agreed to. */
    textVersion: p.string(),
    givenAt: instant(),
    /** Who entered it: the person, a delegate or relative, or staff from paper. */
    givenBy: p.string(),
    channel: p.enum(CONSENT_CHANNELS),
    /** Number of the paper or slip with the signature. */
    slip: p.string().nullable(),
    /** File with the scanned signature. */
    evidence: p.string().nullable(),
    withdrawnAt: instant().nullable(),
    withdrawnBy: p.string().nullable(),
  },
  indexes: [
    {
      name: 'consents_given',
      expression: `create unique index "consents_given" on "consents" ("person", "purpose") where "withdrawn_at" is null`,
    },
  ],
});

/** What a person says is wrong about them (个人信息保护法 46). */
export const CorrectionEntity = defineEntity({
  name: 'Correction',
  tableName: 'corrections',
  properties: {
    id: p.string().primary(),
    person: p.string().index(),
    unit: p.string().index(),
    field: p.string(),
    /** Sealed: what is right, and how it can be checked. */
    wanted: p.text().nullable(),
    askedAt: instant(),
    askedBy: p.string(),
    state: p.enum(CORRECTION_STATES),
    decidedAt: instant().nullable(),
    decidedBy: p.string().nullable(),
    /** Sealed: what was answered. */
    answer: p.text().nullable(),
  },
});

/** Data that must not be erased while a court, an authority or an audit needs it. */
export const LegalHoldEntity = defineEntity({
  name: 'LegalHold',
  tableName: 'legal_holds',
  properties: {
    id: p.string().primary(),
    person: p.string().index(),
    /** By which letter or file number it was asked for; no words about the person. */
    authority: p.string(),
    from: p.string().fieldName('from_date').columnType('date'),
    to: p.string().fieldName('to_date').columnType('date').nullable(),
    setBy: p.string(),
    setAt: instant(),
    liftedAt: instant().nullable(),
    liftedBy: p.string().nullable(),
  },
});

/** The wish to be erased and what became of it. Two people: who asks and who confirms are never the same. */
export const ErasureEntity = defineEntity({
  name: 'Erasure',
  tableName: 'erasures',
  properties: {
    id: p.string().primary(),
    person: p.string().index(),
    unit: p.string().index(),
    ground: p.string(),
    state: p.enum(ERASURE_STATES),
    askedAt: instant(),
    askedBy: p.string(),
    decidedAt: instant().nullable(),
    decidedBy: p.string().nullable(),
    /** What each keeper of data has done, so that a killed run goes on where it stood. */
    progress: p.json<ErasureProgress>().columnType('json'),
    doneAt: instant().nullable(),
    /** Sealed: why it was refused. */
    answer: p.text().nullable(),
  },
  indexes: [
    {
      name: 'erasures_open',
      expression: `create unique index "erasures_open" on "erasures" ("person") where "state" in ('asked', 'confirmed')`,
    },
  ],
});

/** Proof that erasures were carried out: chained, nothing in it about the person but the id, which then leads nowhere. */
export const ErasureRecordEntity = defineEntity({
  name: 'ErasureRecord',
  tableName: 'erasure_records',
  properties: {
    seq: p.integer().primary().autoincrement(false),
    at: instant(),
    erasure: p.string().unique(),
    person: p.string(),
    /** How many rows each keeper erased. */
    counts: p.json<Record<string, number>>().columnType('json'),
    prevHash: p.string(),
    hash: p.string(),
  },
});
