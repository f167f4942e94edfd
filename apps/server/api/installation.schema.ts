import { z } from 'zod';

import { instant, key, label } from './page.schema.js';

/** A unit with its name. */
export const namedUnit = z.object({ id: z.string(), name: z.string() }).meta({ id: 'NamedUnit' });

export const EMERGENCY_KINDS = ['police', 'fire', 'ambulance', 'utility'] as const;

export const installationQuery = z.strictObject({
  unit: key.optional().describe('Whose emergency numbers; without it only the national ones'),
});
export const installationBody = z
  .object({
    name: label,
    version: z.string(),
    now: instant.describe('The clock of the service'),
    timeZone: z.string().describe('Zone people read times in'),
    roots: z.array(namedUnit.extend({ kind: z.string() })).describe('Topmost units'),
    singleSignOn: z.string().nullable().describe('Name of the other way in; null: passwords only'),
    emergency: z.array(
      z.object({
        kind: z.enum(EMERGENCY_KINDS),
        label,
        phone: z.string(),
        unit: namedUnit.nullable().describe('Who answers it; null: the national number'),
      }),
    ),
    demo: z
      .object({
        password: z.string().describe('Of every demo person'),
        people: z.array(
          z.object({
            login: z.string(),
            person: z.string(),
            name: z.string(),
            title: label,
            offices: z.array(z.object({ role: z.string(), roleLabel: label, unit: z.string().describe('Its name') })),
          }),
        ),
        year: z
          .object({ label, percent: z.number(), isRunning: z.boolean() })
          .nullable()
          .describe('How far the demonstration year is'),
      })
      .nullable()
      .describe('Null outside demonstration mode'),
  })
  .meta({ id: 'Installation' });
export type InstallationBody = z.infer<typeof installationBody>;

const MOST_NAMES = 200;
export const namesQuery = z.strictObject({
  ids: z
    .string()
    .min(1)
    .max(MOST_NAMES * 201)
    .transform((given) => [...new Set(given.split(',').filter((id) => id !== ''))])
    .pipe(z.array(key).max(MOST_NAMES))
    .meta({ type: 'string', description: 'Ids of units and people, separated by commas; at most 200' }),
  case: key.optional().describe('Case they were met on: whoever runs it or works on it may know more of its people'),
});
export const nameList = z
  .object({
    rows: z.array(z.object({ id: z.string(), kind: z.enum(['unit', 'person']), name: z.string() })),
  })
  .meta({ id: 'NameList' });
