import { z } from 'zod';

import { DURATION_UNITS, type Contract } from '#libs/engine';

import { TASK_PARTS } from './task.parts.js';

export type { TaskPart } from './task.parts.js';

const limit = z
  .object({ amount: z.number().positive().multipleOf(0.5), unit: z.enum(DURATION_UNITS), calendar: z.string().min(1) })
  .describe('Time to handle the matter, counted from dispatch');

const input = z.object({
  issue: z.string().min(1).describe('Case of the issue this task serves'),
  unit: z.string().min(1).describe('Unit that is to do it'),
  place: z.string().min(1).describe('Unit where it is to be done; the task belongs to it'),
  title: z.string().min(1).describe('Id of the text that names the task'),
  instruction: z.string().nullable().describe('Id of the text that says what is to be done'),
  part: z.enum(TASK_PARTS),
  limit: limit.nullable().describe('Null: the limit of the policy for this part'),
  confidential: z.boolean().describe('Visible to its parties only'),
  round: z.number().int().min(1).describe('Which round of the issue asked for it, from 1'),
});

export const TASK_RESULTS = ['verified', 'impossible', 'cancelled'] as const;

const output = z.object({
  result: z.enum(TASK_RESULTS),
  unit: z.string().describe('Unit that owned the task at the end'),
  answer: z.string().nullable().describe('Id of the text that answers the resident or says why it cannot be done'),
  evidence: z.array(z.string()).describe('Ids of files that prove it'),
  redoCount: z.number().int().min(0).describe('How often supervisors sent it back'),
});

/** What another workflow may know of `task`. */
export const taskContract = { workflow: 'task', input, output } satisfies Contract;
export type TaskInput = z.output<typeof input>;
export type TaskOutput = z.output<typeof output>;
