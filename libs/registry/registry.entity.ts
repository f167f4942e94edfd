import { defineEntity, p } from '@mikro-orm/core';

import { COLOUR_CLASSES, PREMISES_USES, UNIT_KINDS } from './registry.vocabulary.js';
import type { PersonFlag } from './registry.vocabulary.js';

/** Node of the tree of places, bodies, departments and companies. */
export const UnitEntity = defineEntity({
  name: 'Unit',
  tableName: 'units',
  properties: {
    id: p.string().primary(),
    parent: p.string().nullable().index(),
    kind: p.enum(UNIT_KINDS),
    name: p.string(),
    /** Ids from the root to the unit: a subtree is a prefix, so no query recurses. */
    path: p.text(),
    code: p.string().unique(),
    address: p.string().nullable(),
    phone: p.string().nullable(),
  },
  indexes: [
    { name: 'units_path_prefix', expression: 'create index "units_path_prefix" on "units" ("path" text_pattern_ops)' },
  ],
});

/** Flats, shops and common rooms: what owners' votes by area are counted from. */
export const PremisesEntity = defineEntity({
  name: 'Premises',
  tableName: 'premises',
  properties: {
    id: p.string().primary(),
    building: p.string().index(),
    stairwell: p.string().nullable().index(),
    number: p.string(),
    floor: p.integer(),
    /** 0.01 m², so that shares are compared in integers. */
    area: p.integer(),
    use: p.enum(PREMISES_USES),
  },
});

export const HouseholdEntity = defineEntity({
  name: 'Household',
  tableName: 'households',
  properties: {
    id: p.string().primary(),
    building: p.string().index(),
    stairwell: p.string().index(),
    premises: p.string().nullable().index(),
    flat: p.string(),
    /** Sensitive: never in lists, maps or exports. */
    colour: p.enum(COLOUR_CLASSES),
  },
});

export const PersonEntity = defineEntity({
  name: 'Person',
  tableName: 'people',
  properties: {
    id: p.string().primary(),
    name: p.string().index(),
    gender: p.enum(['female', 'male'] as const).nullable(),
    birthYear: p.integer().nullable(),
    phone: p.string().nullable(),
    unit: p.string().index(),
    household: p.string().nullable().index(),
    flags: p.array().$type<PersonFlag[]>().columnType('text[]'),
  },
});

export const OwnershipEntity = defineEntity({
  name: 'Ownership',
  tableName: 'ownerships',
  properties: {
    id: p.string().primary(),
    premises: p.string().index(),
    person: p.string().index(),
    from: p.string().fieldName('from_date').columnType('date'),
    to: p.string().fieldName('to_date').columnType('date').nullable(),
  },
});

/** Who holds which role where, and since when: past offices stay, so that a roll can be formed for any day. */
export const OfficeEntity = defineEntity({
  name: 'Office',
  tableName: 'offices',
  properties: {
    id: p.string().primary(),
    person: p.string().index(),
    unit: p.string(),
    role: p.string(),
    from: p.string().fieldName('from_date').columnType('date'),
    to: p.string().fieldName('to_date').columnType('date').nullable(),
  },
  indexes: [{ name: 'offices_unit_role', properties: ['unit', 'role'] }],
});

/** An authorised relative who may act for somebody. */
export const AuthorisationEntity = defineEntity({
  name: 'Authorisation',
  tableName: 'authorisations',
  properties: {
    id: p.string().primary(),
    person: p.string().index(),
    agent: p.string().index(),
    from: p.string().fieldName('from_date').columnType('date'),
    to: p.string().fieldName('to_date').columnType('date').nullable(),
  },
});

/** Tables of this room, for the database's set-up. */
export const registryEntities = [
  UnitEntity,
  PremisesEntity,
  HouseholdEntity,
  PersonEntity,
  OwnershipEntity,
  OfficeEntity,
  AuthorisationEntity,
];
