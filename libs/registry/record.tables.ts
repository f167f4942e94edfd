import { COMPETENCES, DUTIES } from './catalogue.vocabulary.js';
import {
  AREA_SOURCES,
  COLOUR_CLASSES,
  GENDERS,
  OFFICE_ENDINGS,
  PERSON_FLAGS,
  PREMISES_USES,
} from './registry.vocabulary.js';
import type { RegistryBatch, RegistryEntity } from './registry.vocabulary.js';
import { BODY_NAMES, UNIT_KINDS } from './units.vocabulary.js';

export type ColumnType = 'text' | 'int' | 'date' | 'text[]' | 'jsonb';

/** A field of a record: its column, and what it is when it is not given. */
export interface Field {
  column: string;
  type: ColumnType;
  /** Absent: has to be given. */
  fallback?: unknown;
  isNullable: boolean;
  values?: readonly string[];
}

/** One kind of record: how it is stored, and what its history says it is found under. */
export interface RecordTable {
  entity: RegistryEntity;
  table: string;
  key: keyof RegistryBatch;
  fields: Readonly<Record<string, Field>>;
  /** Columns made from the fields, not part of the history. */
  derived: Readonly<Record<string, ColumnType>>;
  /** Field that says under which unit or record it is found. */
  place: string;
  /** Fields that name other records. */
  refers: Readonly<Record<string, RegistryEntity>>;
}

/** A record as its history keeps it: its fields, without what is made from them. */
export type Body = { id: string } & Record<string, unknown>;

const must = (column: string, type: ColumnType = 'text', values?: readonly string[]): Field => ({
  column,
  type,
  isNullable: false,
  ...(values === undefined ? {} : { values }),
});
const nullable = (column: string, type: ColumnType = 'text', values?: readonly string[]): Field => ({
  ...must(column, type, values),
  isNullable: true,
  fallback: null,
});
/** Has to be given, but may be `null`: leaving it out is not the same as not knowing. */
const given = (column: string, type: ColumnType = 'text', values?: readonly string[]): Field => ({
  ...must(column, type, values),
  isNullable: true,
});
const PERIOD = { from: must('from_date', 'date'), to: nullable('to_date', 'date') };
const VALIDITY = { from: nullable('from_date', 'date'), to: nullable('to_date', 'date') };

/** Every kind of record, in an order that can be written: what is referred to comes first. */
export const RECORD_TABLES: readonly RecordTable[] = [
  {
    entity: 'unit',
    table: 'units',
    key: 'units',
    fields: {
      id: must('id'),
      parent: given('parent'),
      kind: must('kind', 'text', UNIT_KINDS),
      body: nullable('body', 'text', BODY_NAMES),
      name: must('name'),
      code: must('code'),
      address: nullable('address'),
      phone: nullable('phone'),
      ...VALIDITY,
      successor: nullable('successor'),
    },
    derived: { path: 'text', grams: 'text[]' },
    place: 'parent',
    refers: { parent: 'unit', successor: 'unit' },
  },
  {
    entity: 'premises',
    table: 'premises',
    key: 'premises',
    fields: {
      id: must('id'),
      building: must('building'),
      stairwell: nullable('stairwell'),
      number: must('number'),
      floor: must('floor', 'int'),
      area: nullable('area', 'int'),
      areaSource: nullable('area_source', 'text', AREA_SOURCES),
      use: must('use', 'text', PREMISES_USES),
    },
    derived: {},
    place: 'building',
    refers: { building: 'unit', stairwell: 'unit' },
  },
  {
    entity: 'household',
    table: 'households',
    key: 'households',
    fields: {
      id: must('id'),
      building: must('building'),
      stairwell: must('stairwell'),
      premises: nullable('premises'),
      flat: must('flat'),
      colour: { ...must('colour', 'text', COLOUR_CLASSES), fallback: 'green' },
      group: nullable('residents_group'),
    },
    derived: { address: 'text', grams: 'text[]' },
    place: 'stairwell',
    refers: { building: 'unit', stairwell: 'unit', premises: 'premises', group: 'unit' },
  },
  {
    entity: 'person',
    table: 'people',
    key: 'people',
    fields: {
      id: must('id'),
      name: must('name'),
      gender: nullable('gender', 'text', GENDERS),
      birthYear: nullable('birth_year', 'int'),
      birthDate: nullable('birth_date', 'date'),
      unit: must('unit'),
      household: nullable('household'),
      flags: { ...must('flags', 'text[]', PERSON_FLAGS), fallback: [] },
      domicile: nullable('domicile'),
      diedOn: nullable('died_on', 'date'),
      mergedInto: nullable('merged_into'),
      erasedOn: nullable('erased_on', 'date'),
      phoneSealed: nullable('phone_sealed'),
      phoneMask: nullable('phone_mask'),
      phoneIndex: nullable('phone_index'),
      idSealed: nullable('id_sealed'),
      idIndex: nullable('id_index'),
    },
    derived: { grams: 'text[]' },
    place: 'unit',
    refers: { unit: 'unit', household: 'household' },
  },
  {
    entity: 'residence',
    table: 'residences',
    key: 'residences',
    fields: { id: must('id'), person: must('person'), household: must('household'), ...PERIOD },
    derived: {},
    place: 'household',
    refers: { person: 'person', household: 'household' },
  },
  {
    entity: 'ownership',
    table: 'ownerships',
    key: 'ownerships',
    fields: {
      id: must('id'),
      premises: must('premises'),
      person: must('person'),
      share: nullable('share', 'jsonb'),
      ...PERIOD,
    },
    derived: {},
    place: 'premises',
    refers: { premises: 'premises', person: 'person' },
  },
  {
    entity: 'office',
    table: 'offices',
    key: 'offices',
    fields: {
      id: must('id'),
      person: must('person'),
      unit: must('unit'),
      role: must('role'),
      ...PERIOD,
      constituency: nullable('constituency'),
      substituteFor: nullable('substitute_for'),
      ending: nullable('ending', 'text', OFFICE_ENDINGS),
      endReason: nullable('end_reason'),
    },
    derived: {},
    place: 'unit',
    refers: { person: 'person', unit: 'unit', constituency: 'unit', substituteFor: 'office' },
  },
  {
    entity: 'delegate',
    table: 'delegates',
    key: 'delegates',
    fields: {
      id: must('id'),
      household: must('household'),
      person: must('person'),
      slip: nullable('slip'),
      ...PERIOD,
    },
    derived: {},
    place: 'household',
    refers: { household: 'household', person: 'person' },
  },
  {
    entity: 'authorisation',
    table: 'authorisations',
    key: 'authorisations',
    fields: { id: must('id'), person: must('person'), agent: must('agent'), ...PERIOD },
    derived: {},
    place: 'person',
    refers: { person: 'person', agent: 'person' },
  },
  {
    entity: 'matter',
    table: 'matters',
    key: 'matters',
    fields: {
      id: must('id'),
      parent: given('parent'),
      unit: must('unit'),
      code: must('code'),
      name: must('name', 'jsonb'),
      questions: nullable('questions', 'jsonb'),
      competence: nullable('competence', 'text', COMPETENCES),
      limits: { ...must('limits', 'jsonb'), fallback: {} },
      guide: nullable('guide', 'jsonb'),
      ...VALIDITY,
    },
    derived: {},
    place: 'unit',
    refers: { parent: 'matter', unit: 'unit' },
  },
  {
    entity: 'duty',
    table: 'duties',
    key: 'duties',
    fields: {
      id: must('id'),
      matter: must('matter'),
      duty: must('duty', 'text', DUTIES),
      unit: must('unit'),
      placeKind: nullable('place_kind', 'text', UNIT_KINDS),
      assignee: nullable('assignee'),
      assigneeKind: nullable('assignee_kind', 'text', UNIT_KINDS),
      role: nullable('role'),
      ...VALIDITY,
    },
    derived: {},
    place: 'matter',
    refers: { matter: 'matter', unit: 'unit', assignee: 'unit' },
  },
];

const BY_ENTITY = new Map(RECORD_TABLES.map((table) => [table.entity, table]));

/** The table of a kind of record. */
export function tableOf(entity: RegistryEntity): RecordTable {
  const found = BY_ENTITY.get(entity);
  if (found === undefined) throw new Error(`there is no table of ${entity}`);
  return found;
}

/** `select` list that reads whole bodies; `except` leaves fields out. */
export function bodyColumns({ fields }: RecordTable, alias: string, except: readonly string[] = []): string {
  return Object.entries(fields)
    .filter(([name]) => !except.includes(name))
    .map(([name, { column }]) => `${alias}."${column}" as "${name}"`)
    .join(', ');
}

const typed = (columns: Readonly<Record<string, ColumnType>>): string =>
  Object.entries(columns)
    .map(([name, type]) => `"${name}" ${type}`)
    .join(', ');

function columnsOf({ fields, derived }: RecordTable): Record<string, ColumnType> {
  return { ...Object.fromEntries(Object.values(fields).map(({ column, type }) => [column, type])), ...derived };
}

/** A body with its derived columns, as the statements take it. */
export function rowOf({ fields }: RecordTable, body: Body, derived: object = {}): object {
  const row: Record<string, unknown> = {};
  for (const [name, { column }] of Object.entries(fields)) row[column] = body[name];
  return Object.assign(row, derived);
}

/** The rows of the first parameter, read once for all that is made of them. */
function givenRows(table: RecordTable): string {
  return `with given as materialized (select * from jsonb_to_recordset($1::jsonb) as r(${typed(columnsOf(table))}))`;
}

/** Opens versions of the given rows: the second parameter is the day from which they are in force, the third the change. */
function versionsFrom({ entity, fields, place }: RecordTable): string {
  const body = Object.entries(fields).map(([name, { column }]) => `'${name}', g."${column}"`);
  return `insert into registry_versions (entity, id, place, valid_from, change, body)
    select '${entity}', g.id, g."${fields[place]?.column ?? ''}", $2::date, $3, jsonb_build_object(${body.join(', ')}) from given g`;
}

/** Writes new rows, given as one JSON parameter; rows that somebody else has just written are left alone. */
export function insertStatement(table: RecordTable): string {
  const names = Object.keys(columnsOf(table)).map((name) => `"${name}"`);
  return `${givenRows(table)} insert into "${table.table}" (${names.join(', ')}) select ${names.join(', ')} from given
    on conflict do nothing returning id`;
}

/** Writes changed rows over those that are there. */
export function updateStatement(table: RecordTable): string {
  const sets = Object.keys(columnsOf(table)).filter((name) => name !== 'id');
  return `${givenRows(table)} update "${table.table}" t set ${sets.map((name) => `"${name}" = g."${name}"`).join(', ')}
    from given g where t.id = g.id`;
}

/**
 * Like {@link insertStatement}, with the first versions: rows as one JSON parameter, the day they are in force from, the change.
 * Answers the ids of the rows that were written.
 */
export function insertWithVersions(table: RecordTable): string {
  const names = Object.keys(columnsOf(table)).map((name) => `"${name}"`);
  return `${givenRows(table)},
    landed as (insert into "${table.table}" (${names.join(', ')}) select ${names.join(', ')} from given
      on conflict do nothing returning id),
    noted as (${versionsFrom(table)} where g.id in (select id from landed))
    select id from landed`;
}

/** Like {@link updateStatement}, with the new versions; those that were in force must have been closed. */
export function updateWithVersions(table: RecordTable): string {
  const sets = Object.keys(columnsOf(table)).filter((name) => name !== 'id');
  return `${givenRows(table)},
    changed as (update "${table.table}" t set ${sets.map((name) => `"${name}" = g."${name}"`).join(', ')}
      from given g where t.id = g.id)
    ${versionsFrom(table)}`;
}
