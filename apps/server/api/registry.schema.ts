import { z } from 'zod';

import {
  AREA_SOURCES,
  BODY_NAMES,
  COLOUR_CLASSES,
  GENDERS,
  isDate,
  PERSON_FLAGS,
  PREMISES_USES,
  UNIT_KINDS,
} from '#libs/registry';

import { key, pageOf, pageQuery } from './page.schema.js';

export const localDay = z.string().refine(isDate).meta({ format: 'date', description: 'Local date, `2026-11-21`' });
const name = z.string().trim().min(1).max(100);
const short = z.string().trim().min(1).max(200);
/** Stands in the history of every record the change touches. */
export const reason = z.string().trim().min(1).max(500).describe('Why; stands in the history of every record');
export const on = localDay.optional().describe('Day from which it holds; default: today');

export const unitParams = z.strictObject({ unit: key });
export const personParams = z.strictObject({ person: key });
export const householdParams = z.strictObject({ household: key });
export const premisesParams = z.strictObject({ premises: key });

export const unitView = z
  .object({
    id: z.string(),
    parent: z.string().nullable(),
    kind: z.enum(UNIT_KINDS),
    body: z.enum(BODY_NAMES).nullable(),
    name: z.string(),
    code: z.string(),
    address: z.string().nullable(),
    phone: z.string().nullable().describe('Public telephone'),
    from: z.string().nullable(),
    to: z.string().nullable().describe('Closed from this day'),
  })
  .meta({ id: 'UnitView' });
export const unitViews = z.object({ rows: z.array(unitView) }).meta({ id: 'UnitViews' });
export const unitRead = z.object({ unit: unitView, above: z.array(unitView) }).meta({ id: 'UnitRead' });
export const unitSearch = z.strictObject({
  text: short,
  within: key.optional().describe('Only this unit and those below it'),
  kind: z.enum(UNIT_KINDS).optional(),
});
export const subtreeQuery = z.strictObject({ kind: z.enum(UNIT_KINDS).optional() });

const unitFields = {
  name: name.optional(),
  code: short.optional(),
  body: z.enum(BODY_NAMES).nullable().optional(),
  address: short.nullable().optional(),
  phone: short.nullable().optional(),
  from: localDay.nullable().optional(),
};
export const newUnitBody = z.strictObject({
  ...unitFields,
  parent: key,
  kind: z.enum(UNIT_KINDS),
  name,
  code: short,
  reason,
  on,
});
export const unitChange = z.strictObject({ ...unitFields, reason, on });
export const unitMove = z.strictObject({ parent: key, reason, on });
export const unitClosing = z.strictObject({
  reason,
  on,
  successor: z.string().min(1).max(200).optional().describe('Unit that takes its duties and its open tasks over'),
});

export const personView = z
  .object({
    id: z.string(),
    name: z.string(),
    gender: z.enum(GENDERS).nullable(),
    birthYear: z.number().int().nullable(),
    unit: z.string(),
    household: z.string().nullable(),
    address: z.string().nullable(),
    phone: z.string().nullable().describe('Masked: 138****1234'),
    flags: z.array(z.enum(PERSON_FLAGS)).describe('Without those that are need-to-know'),
    domicile: z.string().nullable(),
    diedOn: z.string().nullable(),
  })
  .meta({ id: 'PersonView' });
export const personPage = pageOf(personView).meta({ id: 'PersonPage' });
export const peopleQuery = pageQuery.extend({
  unit: key.optional().describe('Only people of this unit and below; default: of all units of yours'),
  name: short.optional().describe('A part of the name; one character: the surname'),
  phone: short.optional().describe('Exactly this number, in any spelling'),
  address: short.optional().describe('As people say it: 12号楼3单元402'),
});

const personFields = {
  name: name.optional(),
  gender: z.enum(GENDERS).nullable().optional(),
  birthYear: z.number().int().min(1880).max(2200).nullable().optional(),
  birthDate: localDay.nullable().optional(),
  unit: key.optional(),
  household: key.nullable().optional(),
  domicile: short.nullable().optional(),
  diedOn: localDay.nullable().optional(),
  phone: short.nullable().optional(),
  idNumber: short.nullable().optional(),
};
const flags = z.array(z.enum(PERSON_FLAGS)).max(PERSON_FLAGS.length);
export const newPersonBody = z.strictObject({
  ...personFields,
  name,
  unit: key,
  flags: flags.optional(),
  reason,
  on,
});
const seen = {
  name: true,
  gender: true,
  birthYear: true,
  unit: true,
  household: true,
  domicile: true,
  diedOn: true,
} as const;
export const personChange = z.strictObject({
  ...personFields,
  seen: z
    .object(personFields)
    .pick(seen)
    .strict()
    .optional()
    .describe('What was registered when it was read; refused if that is something else by now'),
  addFlags: flags.optional(),
  removeFlags: flags.optional(),
  reason,
  on,
});
export const personMerge = z.strictObject({ drop: key.describe('The record that ends'), reason });
export const versionList = z
  .object({
    rows: z.array(
      z.object({
        from: z.string(),
        to: z.string().nullable(),
        isVoid: z.boolean().describe('Taken back or replaced on the same day'),
        at: z.string(),
        by: z.string().nullable(),
        source: z.string(),
        reason: z.string(),
        name: z.string(),
        unit: z.string(),
        household: z.string().nullable(),
      }),
    ),
    residences: z.array(
      z.object({ household: z.string(), address: z.string(), from: z.string(), to: z.string().nullable() }),
    ),
  })
  .meta({ id: 'PersonHistory' });

export const householdView = z
  .object({
    id: z.string(),
    address: z.string(),
    building: z.string(),
    stairwell: z.string(),
    premises: z.string().nullable(),
    flat: z.string(),
    group: z.string().nullable().describe("Residents' group"),
    people: z.array(z.object({ id: z.string(), name: z.string(), phone: z.string().nullable() })),
    delegates: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        from: z.string(),
        to: z.string().nullable(),
        slip: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'HouseholdView' });
const householdFields = {
  premises: key.nullable().optional(),
  group: key.nullable().optional(),
  colour: z.enum(COLOUR_CLASSES).optional().describe('Only from those who assign visits'),
};
export const newHouseholdBody = z.strictObject({
  ...householdFields,
  building: key,
  stairwell: key,
  flat: short,
  reason,
  on,
});
export const householdChange = z.strictObject({ ...householdFields, flat: short.optional(), reason, on });
export const delegateBody = z.strictObject({
  person: key,
  from: localDay,
  to: localDay.nullable().optional(),
  slip: short.describe('Number of the slip signed by the adults'),
  reason,
});

export const premisesView = z
  .object({
    id: z.string(),
    building: z.string(),
    stairwell: z.string().nullable(),
    number: z.string(),
    floor: z.number().int(),
    area: z.number().int().nullable().describe('0.01 m²'),
    areaSource: z.enum(AREA_SOURCES).nullable(),
    use: z.enum(PREMISES_USES),
    owners: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        share: z.object({ numerator: z.number().int(), denominator: z.number().int() }).nullable(),
        from: z.string(),
      }),
    ),
  })
  .meta({ id: 'PremisesView' });
const flatView = z.object({
  id: z.string(),
  number: z.string(),
  stairwell: z.string().nullable(),
  area: z.number().int().nullable(),
  use: z.enum(PREMISES_USES),
});
export const premisesGrid = z
  .object({
    floors: z.array(z.object({ floor: z.number().int(), flats: z.array(flatView) })).describe('Top floor first'),
  })
  .meta({ id: 'PremisesGrid' });
export const premisesChange = z.strictObject({
  number: short.optional(),
  floor: z.number().int().min(-20).max(300).optional(),
  area: z.number().int().min(1).max(100_000_000).nullable().optional(),
  areaSource: z.enum(AREA_SOURCES).nullable().optional(),
  use: z.enum(PREMISES_USES).optional(),
  reason,
  on,
});

/** What a change came to. */
export const changed = z
  .object({ id: z.string(), change: z.string().nullable().describe('null: nothing differed, nothing was written') })
  .meta({ id: 'RegistryChanged' });
export const personChanged = z
  .object({
    id: z.string(),
    change: z
      .string()
      .nullable()
      .describe('null: nothing differed; always null where sensitive flags are named, whether they differed or not'),
  })
  .meta({ id: 'PersonChanged' });
