import { defineEntity, p } from '@mikro-orm/core';

import type { Amount } from '#libs/calendar';
import type { JsonObject, Label } from '#libs/engine';

import { COMPETENCES, DUTIES } from './catalogue.vocabulary.js';
import type { Guide } from './catalogue.vocabulary.js';
import { AREA_SOURCES, COLOUR_CLASSES, GENDERS, OFFICE_ENDINGS, PREMISES_USES } from './registry.vocabulary.js';
import type { PersonFlag } from './registry.vocabulary.js';
import { BODY_NAMES, UNIT_KINDS } from './units.vocabulary.js';

const day = (column: string) => p.string().fieldName(column).columnType('date');
const words = () => p.array().$type<string[]>().columnType('text[]');
const found = (table: string, column: string) => ({
  name: `${table}_${column}`,
  expression: `create index "${table}_${column}" on "${table}" using gin ("${column}")`,
});

/** Node of the tree of places, bodies, departments and companies. */
export const UnitEntity = defineEntity({
  name: 'Unit',
  tableName: 'units',
  properties: {
    id: p.string().primary(),
    parent: p.string().nullable().index(),
    kind: p.enum(UNIT_KINDS),
    body: p.enum(BODY_NAMES).nullable(),
    name: p.string(),
    /** Ids from the root to the unit: a subtree is a prefix, so no query recurses. */
    path: p.text(),
    code: p.string().unique(),
    address: p.string().nullable(),
    phone: p.string().nullable(),
    from: day('from_date').nullable(),
    to: day('to_date').nullable(),
    /** Unit that took over when it was merged or closed. */
    successor: p.string().nullable(),
    /** What the name is found by. */
    grams: words(),
  },
  indexes: [
    { name: 'units_path_prefix', expression: 'create index "units_path_prefix" on "units" ("path" text_pattern_ops)' },
    found('units', 'grams'),
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
    area: p.integer().nullable(),
    areaSource: p.enum(AREA_SOURCES).nullable(),
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
    group: p.string().fieldName('residents_group').nullable().index(),
    address: p.text(),
    /** What the address is found by, in the spellings people use. */
    grams: words(),
  },
  indexes: [found('households', 'grams')],
});

export const PersonEntity = defineEntity({
  name: 'Person',
  tableName: 'people',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    gender: p.enum(GENDERS).nullable(),
    birthYear: p.integer().nullable(),
    birthDate: day('birth_date').nullable(),
    unit: p.string().index(),
    household: p.string().nullable().index(),
    flags: p.array().$type<PersonFlag[]>().columnType('text[]'),
    domicile: p.string().nullable(),
    diedOn: day('died_on').nullable(),
    mergedInto: p.string().nullable().index(),
    erasedOn: day('erased_on').nullable(),
    /** Sealed, its masked form sealed apart, and what an exact match is found by. */
    phoneSealed: p.text().nullable(),
    phoneMask: p.text().nullable(),
    phoneIndex: p.string().nullable().index(),
    idSealed: p.text().nullable(),
    idIndex: p.string().nullable().index(),
    grams: words(),
  },
  indexes: [
    found('people', 'grams'),
    {
      name: 'people_name_order',
      expression: 'create index "people_name_order" on "people" ("name" collate "C", "id" collate "C")',
    },
    {
      name: 'people_born',
      // whom a row without a number may be about: the day tells namesakes apart
      expression: 'create index "people_born" on "people" ("birth_date", "name" collate "C")',
    },
  ],
});

/** Who lives where, and lived there: beside the household a person belongs to now. */
export const ResidenceEntity = defineEntity({
  name: 'Residence',
  tableName: 'residences',
  properties: {
    id: p.string().primary(),
    person: p.string().index(),
    household: p.string().index(),
    from: day('from_date'),
    to: day('to_date').nullable(),
  },
});

export const OwnershipEntity = defineEntity({
  name: 'Ownership',
  tableName: 'ownerships',
  properties: {
    id: p.string().primary(),
    premises: p.string().index(),
    person: p.string().index(),
    /** `{numerator, denominator}`; none beside other owners: jointly. */
    share: p.json<{ numerator: number; denominator: number }>().nullable(),
    from: day('from_date'),
    to: day('to_date').nullable(),
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
    from: day('from_date'),
    to: day('to_date').nullable(),
    constituency: p.string().nullable(),
    substituteFor: p.string().nullable(),
    ending: p.enum(OFFICE_ENDINGS).nullable(),
    endReason: p.text().nullable(),
  },
  indexes: [
    { name: 'offices_unit_role', properties: ['unit', 'role'] },
    { name: 'offices_role', properties: ['role'] },
  ],
});

/** The named delegate of a household (户代表). */
export const DelegateEntity = defineEntity({
  name: 'Delegate',
  tableName: 'delegates',
  properties: {
    id: p.string().primary(),
    household: p.string().index(),
    person: p.string().index(),
    slip: p.string().nullable(),
    from: day('from_date'),
    to: day('to_date').nullable(),
  },
});

/** An authorised relative who may act for somebody. */
export const AuthorisationEntity = defineEntity({
  name: 'Authorisation',
  tableName: 'authorisations',
  properties: {
    id: p.string().primary(),
    person: p.string().index(),
    agent: p.string().index(),
    from: day('from_date'),
    to: day('to_date').nullable(),
  },
});

/** The service catalogue. */
export const MatterEntity = defineEntity({
  name: 'Matter',
  tableName: 'matters',
  properties: {
    id: p.string().primary(),
    parent: p.string().nullable().index(),
    unit: p.string(),
    code: p.string(),
    name: p.json<Label>(),
    questions: p.json<JsonObject>().nullable(),
    competence: p.enum(COMPETENCES).nullable(),
    limits: p.json<Record<string, Amount>>(),
    guide: p.json<Guide>().nullable(),
    from: day('from_date').nullable(),
    to: day('to_date').nullable(),
  },
  uniques: [{ name: 'matters_unit_code', properties: ['unit', 'code'] }],
});

/** The duty matrix. */
export const DutyEntity = defineEntity({
  name: 'Duty',
  tableName: 'duties',
  properties: {
    id: p.string().primary(),
    matter: p.string().index(),
    duty: p.enum(DUTIES),
    unit: p.string(),
    placeKind: p.enum(UNIT_KINDS).nullable(),
    assignee: p.string().nullable(),
    assigneeKind: p.enum(UNIT_KINDS).nullable(),
    role: p.string().nullable(),
    from: day('from_date').nullable(),
    to: day('to_date').nullable(),
  },
});

/** Who changed something, when and why. */
export const RegistryChangeEntity = defineEntity({
  name: 'RegistryChange',
  tableName: 'registry_changes',
  properties: {
    id: p.string().primary(),
    seq: p.bigint('number').autoincrement().unique(),
    at: p.datetime(3),
    by: p.string().nullable(),
    source: p.string(),
    reason: p.text(),
    import: p.string().nullable().index(),
    unit: p.string().nullable().index(),
    on: day('on_date'),
    counts: p.json<Record<string, unknown>>(),
    /** The change it takes back; the change that takes it back. */
    undoes: p.string().nullable(),
    undoneBy: p.string().nullable(),
  },
});

/** Every version of every record: in force from a day to a day; an empty period is one that was taken back or replaced at once. */
export const RegistryVersionEntity = defineEntity({
  name: 'RegistryVersion',
  tableName: 'registry_versions',
  properties: {
    seq: p.bigint('number').primary().autoincrement(),
    entity: p.string(),
    record: p.string().fieldName('id'),
    /** Unit or record it is found under: a person's unit, a unit's parent, a residence's household. */
    place: p.string().nullable(),
    validFrom: day('valid_from'),
    validTo: day('valid_to').nullable(),
    change: p.string().index(),
    closedBy: p.string().nullable().index(),
    body: p.json<JsonObject>(),
  },
  indexes: [
    { name: 'registry_versions_record', properties: ['entity', 'record', 'seq'] },
    { name: 'registry_versions_place', properties: ['place', 'entity'] },
    {
      name: 'registry_versions_open',
      expression:
        'create unique index "registry_versions_open" on "registry_versions" ("id", "entity") where valid_to is null',
    },
  ],
});

/** Records of an older version that wait to be sealed and given a history; empty after the first start. */
export const RegistryAdoptionEntity = defineEntity({
  name: 'RegistryAdoption',
  tableName: 'registry_adoptions',
  properties: {
    n: p.integer().primary().autoincrement(),
    entity: p.string(),
    body: p.json(),
  },
});

/** Tables of this room, for the database's set-up. */
export const registryEntities = [
  RegistryAdoptionEntity,
  UnitEntity,
  PremisesEntity,
  HouseholdEntity,
  PersonEntity,
  ResidenceEntity,
  OwnershipEntity,
  OfficeEntity,
  DelegateEntity,
  AuthorisationEntity,
  MatterEntity,
  DutyEntity,
  RegistryChangeEntity,
  RegistryVersionEntity,
];
