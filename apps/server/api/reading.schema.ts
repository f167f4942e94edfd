import { z } from 'zod';

import { instant, key, label, pageOf, pageQuery } from './page.schema.js';

export const publicationQuery = pageQuery.extend({
  unit: key.optional().describe('Only what addresses this unit or one below it'),
  kind: z.enum(['news', 'notice']).optional(),
  archive: z.enum(['true', 'false']).optional().describe('Also what was taken down'),
});

export const publicationBody = z
  .object({
    id: z.string(),
    case: z.string().describe('Case that published it'),
    issue: z.string().nullable(),
    unit: z.string(),
    unitName: z.string(),
    kind: z.enum(['news', 'notice']),
    about: z.string(),
    title: z.string().nullable(),
    text: z.string().nullable(),
    evidence: z.array(z.string()),
    blocking: z.boolean().describe('The measure waits for its end'),
    days: z.number().int().describe('Days a notice hangs; 0 for news'),
    at: instant,
    removedAt: instant.nullable(),
    outcome: z.string().nullable(),
  })
  .meta({ id: 'Publication' });
export const publicationPage = pageOf(publicationBody).meta({ id: 'PublicationPage' });

export const messageQuery = pageQuery.extend({ unread: z.enum(['true', 'false']).optional() });
export const messageBody = z
  .object({
    id: z.string(),
    case: z.string().nullable().describe('Null: about no case'),
    at: instant,
    about: z.string(),
    severity: z.string().nullable(),
    clock: z.string().nullable(),
    text: z.string().nullable(),
    said: label.nullable().describe('What it says, where it is about no case'),
    readAt: instant.nullable(),
  })
  .meta({ id: 'Message' });
export const messagePage = pageOf(messageBody).meta({ id: 'MessagePage' });
export const readBody = z.strictObject({ ids: z.array(key).min(1).max(200).describe('Messages I have read') });
export const readAnswer = z
  .object({ unread: z.number().int().describe('Messages still unread') })
  .meta({ id: 'Unread' });

export const meBody = z
  .object({
    person: z.string(),
    name: z.string(),
    unread: z.number().int(),
    roles: z.array(z.object({ role: z.string(), unit: z.string(), unitName: z.string(), held: z.string() })),
    startable: z.array(z.object({ name: z.string(), label })).describe('Workflows I may start somewhere'),
  })
  .meta({ id: 'Me' });

export const unitQuery = z.strictObject({
  parent: key.optional().describe('Units directly below this one; without it the topmost'),
});
export const unitBody = z
  .object({
    id: z.string(),
    parent: z.string().nullable(),
    kind: z.string(),
    name: z.string(),
    code: z.string(),
    phone: z.string().nullable(),
  })
  .meta({ id: 'Unit' });
export const unitList = z.object({ rows: z.array(unitBody) }).meta({ id: 'UnitList' });
