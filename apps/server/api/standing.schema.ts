import { z } from 'zod';

import { namedUnit } from './installation.schema.js';
import { instant, label } from './page.schema.js';

const count = z.number().int();
const seconds = z.number().describe('Seconds');

export const STUCK_REASONS = ['noOneCan', 'effectFailed', 'chartFault', 'overdue'] as const;

export const standingQuery = z.strictObject({
  overdueDays: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .default(7)
    .meta({ description: 'Cases overdue by more days than these; default 7', type: 'integer' }),
});
export const standingBody = z
  .object({
    at: instant,
    version: z.string(),
    role: z.string().describe('What this process does: all, server, worker'),
    database: z.enum(['pglite', 'postgres']),
    queue: z.object({
      kind: z.string(),
      pending: count.describe('Effects that wait to be carried out'),
      oldestSeconds: seconds.nullable().describe('How long the oldest of them has been due'),
      retrying: count,
    }),
    incidents: z.array(z.object({ kind: z.enum(['effect', 'fault']), name: z.string(), count, since: instant })),
    stuck: z
      .array(
        z.object({
          case: z.string(),
          workflow: z.string(),
          workflowLabel: label,
          unit: namedUnit,
          reason: z.enum(STUCK_REASONS),
          words: label.describe('The reason in words'),
          since: instant,
          dueAt: instant.nullable(),
        }),
      )
      .describe('At most 200, longest stuck first; no titles: an operator runs the service, not the cases'),
    clocks: z.object({
      late: count.describe('Clocks whose time has come and that have not fired'),
      mostLateSeconds: seconds,
      fired: count.describe('In the last hour'),
      p50: seconds.nullable(),
      p90: seconds.nullable(),
      p99: seconds.nullable(),
    }),
    deliveries: z.array(
      z.object({
        channel: z.string(),
        due: count,
        waiting: count,
        failed: count,
        sent: count,
        oldestDueAt: instant.nullable(),
      }),
    ),
    projector: z.object({
      behind: count.describe('Accounts that do not hold the newest entries of their journal'),
      oldestSeconds: seconds.nullable(),
      anew: count.describe('Accounts that are being made anew'),
    }),
    remeasuring: z.object({
      edits: count.describe('Edits of calendars whose clocks are still measured anew'),
      clocks: count.describe('Clocks that have not seen the newest edit'),
    }),
  })
  .meta({ id: 'Standing' });
export type StandingBody = z.infer<typeof standingBody>;
