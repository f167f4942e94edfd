import { defineEntity, p } from '@mikro-orm/core';

import type { OpinionModel, OpinionPicture } from './picture.types.js';
import { OPINION_STATUSES, STATEMENT_STATES, type OpinionRule } from './opinion.vocabulary.js';

const instant = () => p.datetime(3);

/** What admits statements and positions: a row of each deliberation, written when its chart opens and closes it. */
export const OpinionDeliberationEntity = defineEntity({
  name: 'OpinionDeliberation',
  tableName: 'opinion_deliberations',
  properties: {
    /** The case. */
    id: p.string().primary(),
    unit: p.string(),
    status: p.enum(OPINION_STATUSES),
    rule: p.json<OpinionRule>(),
    openedAt: instant(),
    closedAt: instant().nullable(),
  },
});

/** Something a resident has said for others to answer. */
export const OpinionStatementEntity = defineEntity({
  name: 'OpinionStatement',
  tableName: 'opinion_statements',
  properties: {
    deliberation: p.string().primary(),
    number: p.integer().primary(),
    /** Null when its author was erased. */
    text: p.text().nullable(),
    /** Never shown to anybody but the author; null when erased. */
    author: p.string().nullable().index(),
    state: p.enum(STATEMENT_STATES),
    /** What the moderator told the author. */
    reason: p.text().nullable(),
    moderatedBy: p.string().nullable(),
    moderatedAt: instant().nullable(),
    /** The statement it is to be merged into, or was: the state says which. */
    mergeInto: p.integer().nullable(),
    consentOfAuthor: p.boolean().nullable(),
    /** Consent of the author of the other statement. */
    consentOfOther: p.boolean().nullable(),
    saidAt: instant(),
    /** Digest of who said it under which key: sent again it is not said twice. */
    saidKey: p.string(),
  },
  uniques: [{ name: 'opinion_statements_key', properties: ['deliberation', 'saidKey'] }],
});

/** The last position of each person on each statement. Public in no form but counts. */
export const OpinionPositionEntity = defineEntity({
  name: 'OpinionPosition',
  tableName: 'opinion_positions',
  properties: {
    deliberation: p.string().primary(),
    person: p.string().primary(),
    statement: p.integer().primary(),
    /** −1 disagree, 0 pass, 1 agree. */
    position: p.smallint(),
    /** How often it was taken, from 1. */
    revision: p.integer(),
    at: instant(),
  },
});

/** Every position ever taken, in the order of `at`. */
export const OpinionHistoryEntity = defineEntity({
  name: 'OpinionHistory',
  tableName: 'opinion_history',
  properties: {
    deliberation: p.string().primary(),
    person: p.string().primary(),
    statement: p.integer().primary(),
    revision: p.integer().primary(),
    position: p.smallint(),
    at: instant(),
  },
});

/** The last picture of the opinion groups, and what the next one starts from. */
export const OpinionPictureEntity = defineEntity({
  name: 'OpinionPicture',
  tableName: 'opinion_pictures',
  properties: {
    deliberation: p.string().primary(),
    version: p.integer(),
    at: instant(),
    /** What it was drawn from: changes with every position and every statement. */
    stamp: p.string(),
    picture: p.json<OpinionPicture>().columnType('json'),
    model: p.json<OpinionModel>().columnType('json'),
  },
});

/** The tables of this room. */
export const opinionEntities = [
  OpinionDeliberationEntity,
  OpinionStatementEntity,
  OpinionPositionEntity,
  OpinionHistoryEntity,
  OpinionPictureEntity,
];
