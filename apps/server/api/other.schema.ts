import { z } from 'zod';

import { TASK_QUEUES } from '#apps/platform';
import { CASE_STATUSES } from '#libs/engine';

import { caseAnnex } from './case.schema.js';
import { anyJson, instant, key, label, pageOf, pageQuery } from './page.schema.js';

export const workflowParams = z.strictObject({ name: key.describe('Name of the workflow') });

const act = z.object({
  act: z.string(),
  label,
  help: label,
  confirm: z.boolean(),
  who: anyJson.describe('Who may do it: any of these'),
  states: z.array(z.string()).describe('States that take it'),
  input: anyJson.describe('JSON Schema (2020-12)'),
});

export const workflowRow = z
  .object({
    name: z.string(),
    version: z.number().int(),
    label,
    description: label,
    startable: z.boolean().describe('Whether people start it; others are started by cases'),
    mayStart: z.boolean().describe('Whether the caller may start one somewhere'),
  })
  .meta({ id: 'WorkflowRow' });
export const workflowList = z.object({ rows: z.array(workflowRow) }).meta({ id: 'WorkflowList' });

export const workflowBody = workflowRow
  .extend({
    stages: z.array(z.object({ key: z.string(), label })),
    relations: z.array(z.object({ key: z.string(), label })),
    states: z
      .array(
        z.object({
          id: z.string(),
          label,
          parent: z.string().nullable().describe('Id of the state around it'),
          kind: z.enum(['plain', 'compound', 'parallel', 'final', 'history']),
        }),
      )
      .describe('The boxes of its chart, outer ones first'),
    acts: z.array(act),
    clocks: z.array(z.object({ name: z.string(), label })),
    receives: z.array(z.string()).describe('Events other cases and systems may tell'),
    effects: z.array(z.string()),
    children: z.array(z.string()),
    input: anyJson.describe('JSON Schema of what starts a case'),
    policy: anyJson.describe('JSON Schema of its policy'),
    presets: z.array(z.string()),
  })
  .meta({ id: 'Workflow' });
export type WorkflowBody = z.infer<typeof workflowBody>;

export const deskQuery = pageQuery.extend({
  workflow: key.optional(),
  state: key.optional().describe('Only what waits in this state, as the counts name it'),
  queue: z
    .enum(TASK_QUEUES)
    .optional()
    .describe('Tasks of the units whose work I do that stand in this queue, due first'),
  for: key.optional().describe('Person who has authorised me: what waits for them in person'),
});
export const deskItem = z
  .object({
    id: z.string().describe('Id of the case'),
    version: z.number().int(),
    workflow: z.string(),
    title: z.string().nullable(),
    unit: z.string(),
    stage: z.object({ key: z.string(), label }),
    state: z.string(),
    label: label.describe('What it waits for'),
    acts: z.array(z.object({ act: z.string(), label })),
    clock: z.string().nullable(),
    dueAt: instant.nullable(),
    isOverdue: z.boolean(),
    since: instant,
    annex: caseAnnex,
  })
  .meta({ id: 'DeskItem' });
export const deskPage = pageOf(deskItem).meta({ id: 'DeskPage' });

export const incidentQuery = pageQuery.extend({
  case: key.optional(),
  status: z.enum(['open', 'retried', 'skipped', 'resolved']).optional(),
});
export const incidentParams = z.strictObject({ id: key.describe('Id of the incident') });
export const incidentBody = z
  .object({
    id: z.string(),
    case: z.string(),
    kind: z.enum(['effect', 'fault']),
    name: z.string(),
    error: z.string(),
    attempts: z.number().int(),
    since: instant,
    status: z.enum(['open', 'retried', 'skipped', 'resolved']),
  })
  .meta({ id: 'Incident' });
export const incidentPage = pageOf(incidentBody).meta({ id: 'IncidentPage' });
export const resolveBody = z.strictObject({
  note: z.string().trim().min(1).max(2000).describe('What was done about it outside the system'),
});
export const decided = z
  .object({ id: z.string(), status: z.enum(['retried', 'skipped', 'resolved']) })
  .meta({ id: 'Decided' });

export const streamQuery = z.strictObject({
  case: z
    .union([key, z.array(key).max(100)])
    .transform((given) => (Array.isArray(given) ? given : [given]))
    .optional()
    .meta({ description: 'Only these cases; may be repeated' }),
});
export const changeBody = z
  .object({
    id: z.string(),
    version: z.number().int(),
    workflow: z.string(),
    status: z.enum(CASE_STATUSES),
    stage: z.string(),
  })
  .meta({ id: 'Change' });

export const healthBody = z
  .object({
    status: z.enum(['ok', 'failing']),
    checks: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string().optional() })).optional(),
  })
  .meta({ id: 'Health' });
