import { z } from 'zod';

import { COMPETENCES, DUTIES, OFFICE_ENDINGS, ROLL_DOUBTS, ROLLS, UNIT_KINDS } from '#libs/registry';

import { anyJson, instant, key, label, pageOf, pageQuery } from './page.schema.js';
import { localDay, reason } from './registry.schema.js';

const short = z.string().trim().min(1).max(200);

export const seatParams = z.strictObject({ unit: key, office: key });
export const seatsQuery = z.strictObject({ past: z.enum(['true', 'false']).optional().describe('Ended ones, too') });
const seatView = z
  .object({
    id: z.string(),
    person: z.string(),
    personName: z.string(),
    unit: z.string(),
    unitName: z.string(),
    role: z.string(),
    from: z.string(),
    to: z.string().nullable(),
    constituency: z.string().nullable().describe('Whom a representative represents'),
    constituencyName: z.string().nullable(),
    substituteFor: z.string().nullable(),
    substitute: z.string().nullable().describe('Who stands in for the holder today'),
    ending: z.enum(OFFICE_ENDINGS).nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: 'Seat' });
export const seatList = z.object({ rows: z.array(seatView) }).meta({ id: 'SeatList' });
export const appointment = z.strictObject({
  id: z.uuid().optional().describe('Id of the new office; sending it again changes nothing'),
  person: key,
  role: z.string().regex(/^[a-z][A-Za-z]{1,40}$/),
  from: localDay,
  to: localDay.nullable().optional().describe('End of the term (exclusive)'),
  constituency: key.optional(),
  reason,
});
export const ending = z.strictObject({
  on: localDay.describe('First day on which the office is no longer held'),
  ending: z.enum(OFFICE_ENDINGS),
  reason,
});
export const substitution = z.strictObject({
  person: key,
  from: localDay,
  to: localDay.describe('Day on which the holder is back'),
  reason,
});

export const matterParams = z.strictObject({ matter: key });
const matterFields = {
  id: z.string(),
  parent: z.string().nullable(),
  unit: z.string(),
  code: z.string(),
  name: label,
  competence: z.enum(COMPETENCES).nullable().describe('Who may decide it at all'),
  limits: z.record(z.string(), z.object({ amount: z.number(), unit: z.string() })),
};
export const catalogue = z.object({ rows: z.array(z.object(matterFields)) }).meta({ id: 'Catalogue' });
const guide = z.object({ text: label, pictures: z.array(z.string()) });
export const matterView = z
  .object({
    ...matterFields,
    questions: anyJson.describe('JSON Schema of the answers, or null'),
    guide: guide.nullable(),
  })
  .meta({ id: 'MatterView' });
const strictLabel = z.strictObject({ zh: short, en: short });
export const matterBody = z.strictObject({
  id: z.uuid().optional(),
  parent: key.nullable(),
  code: short,
  name: strictLabel,
  questions: z.record(z.string(), anyJson).nullable().optional(),
  competence: z.enum(COMPETENCES).nullable().optional(),
  limits: z
    .record(
      z.string().max(60),
      z.strictObject({
        amount: z.number().positive().max(10_000),
        unit: z.enum(['minute', 'hour', 'businessHour', 'day', 'workingDay']),
      }),
    )
    .optional(),
  guide: z
    .strictObject({
      text: z.strictObject({ zh: z.string().max(20_000), en: z.string().max(20_000) }),
      pictures: z.array(key).max(30),
    })
    .nullable()
    .optional(),
  from: localDay.nullable().optional(),
  to: localDay.nullable().optional(),
  reason,
});
export const answersBody = z.strictObject({ answers: z.record(z.string(), anyJson) });
export const answersChecked = z
  .object({ problems: z.array(z.object({ at: z.string(), message: z.string() })) })
  .meta({ id: 'AnswersChecked' });
export const dutyQuery = z.strictObject({ matter: key, on: localDay.optional() });
export const dutyList = z
  .object({
    rows: z.array(
      z.object({
        duty: z.enum(DUTIES),
        unit: z.string().nullable().describe('null: nobody above the place is of the kind named'),
        unitName: z.string().nullable(),
        role: z.string().nullable(),
        holders: z.array(z.object({ person: z.string(), name: z.string() })),
      }),
    ),
  })
  .meta({ id: 'DutyList' });
export const dutyBody = z.strictObject({
  id: z.uuid().optional(),
  matter: key,
  duty: z.enum(DUTIES),
  placeKind: z.enum(UNIT_KINDS).nullable().optional(),
  assignee: key.nullable().optional(),
  assigneeKind: z.enum(UNIT_KINDS).nullable().optional(),
  role: short.nullable().optional(),
  from: localDay.nullable().optional(),
  to: localDay.nullable().optional(),
  reason,
});

export const rollQuery = z.strictObject({ of: z.enum(ROLLS), on: localDay.optional() });
export const rollView = z
  .object({
    question: z.object({ of: z.enum(ROLLS), unit: z.string() }),
    on: z.string(),
    entries: z.array(
      z.union([
        z.object({ person: z.string() }),
        z.object({
          household: z.string(),
          premises: z.string().nullable(),
          delegate: z.string().nullable(),
          adults: z.number().int(),
        }),
        z.object({ owners: z.array(z.string()), premises: z.array(z.string()), area: z.number().int().nullable() }),
      ]),
    ),
    doubts: z.array(z.object({ id: z.string(), doubt: z.enum(ROLL_DOUBTS) })),
    totals: z.object({ entries: z.number().int(), area: z.number().int().nullable() }),
    fingerprint: z.string().describe('SHA-256 of the canonical JSON of everything else'),
  })
  .meta({ id: 'Roll' });

export const changesQuery = pageQuery.extend({
  unit: key.describe('Changes made on behalf of this unit or one below'),
  import: key.optional(),
});
export const changeParams = z.strictObject({ change: key });
const changeFields = {
  id: z.string(),
  at: instant,
  by: z.string().nullable(),
  byName: z.string().nullable(),
  source: z.string(),
  reason: z.string(),
  import: z.string().nullable(),
  unit: z.string().nullable(),
  on: z.string(),
  undoes: z.string().nullable(),
  undoneBy: z.string().nullable(),
};
export const changePage = pageOf(z.object(changeFields)).meta({ id: 'RegistryChangePage' });
export const changeView = z
  .object({
    ...changeFields,
    records: z
      .array(z.object({ entity: z.string(), id: z.string(), fields: z.array(z.string()) }))
      .describe('At most 500, with the names of the fields that changed'),
  })
  .meta({ id: 'RegistryChangeView' });
export const undoBody = z.strictObject({ reason });
