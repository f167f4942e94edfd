import { z } from 'zod';

import { TASK_QUEUES } from '#apps/platform';

import { instant, key, label } from './page.schema.js';

const count = z.number().int();
const counts = { count, overdue: count, dueSoon: count.describe('Due within one working day, and not overdue') };

export const deskCountsQuery = z.strictObject({
  workflow: key.optional(),
  for: key.optional().describe('Person who has authorised me: what waits for them in person'),
});
export const deskCountsBody = z
  .object({
    asOf: instant,
    soonBefore: instant.describe('End of the working day from now on: what is due before it is due soon'),
    total: z.object(counts),
    states: z
      .array(
        z.object({
          workflow: z.string(),
          workflowLabel: label,
          state: z.string().describe('For `state` of the desk'),
          label: label.describe('What it waits for'),
          ...counts,
          firstDueAt: instant.nullable(),
        }),
      )
      .describe('By what it waits for, most urgent first'),
    queues: z
      .array(z.object({ queue: z.enum(TASK_QUEUES), label, ...counts }))
      .describe('Tasks of the units whose work I do, by queue; empty for whoever does none. A task may be in several'),
  })
  .meta({ id: 'DeskCounts' });
export type DeskCountsBody = z.infer<typeof deskCountsBody>;

export const insideBody = z
  .object({
    people: z.array(
      z.object({ id: z.string(), name: z.string(), roleLabel: label, unit: z.string(), unitName: z.string() }),
    ),
    sections: z.array(z.object({ id: z.string(), name: z.string(), parentName: z.string() })),
  })
  .meta({ id: 'Inside' });
