import { z } from 'zod';

import { DURATION_UNITS, type ChildInput, type Contract } from '#libs/engine';

import { TASK_PARTS } from './task.parts.js';

export type { TaskPart } from './task.parts.js';

/** Which kind of case asked for a task: an issue, the minute of a joint meeting (联席会议) or a chain of sign-offs. */
export const TASK_ORIGINS = ['issue', 'joint-meeting', 'sign-off'] as const;
export type TaskOrigin = (typeof TASK_ORIGINS)[number];

const limit = z
  .object({ amount: z.number().positive().multipleOf(0.5), unit: z.enum(DURATION_UNITS), calendar: z.string().min(1) })
  .describe('Time to handle the matter, counted from dispatch');

const input = z.object({
  issue: z.string().min(1).describe('Case this task serves: an issue, or what `origin` names'),
  unit: z.string().min(1).describe('Unit that is to do it'),
  place: z.string().min(1).describe('Unit where it is to be done; the task belongs to it'),
  title: z.string().min(1).describe('Id of the text that names the task'),
  instruction: z.string().nullable().describe('Id of the text that says what is to be done'),
  part: z.enum(TASK_PARTS),
  limit: limit.nullable().describe('Null: the limit of the policy for this part'),
  confidential: z.boolean().describe('Visible to its parties only'),
  round: z.number().int().min(1).describe('Which round of the issue asked for it, from 1'),
  origin: z.enum(TASK_ORIGINS).default('issue').describe('Kind of case that asked for it'),
  matter: z.string().min(1).nullable().default(null).describe('Key of the entry of the service catalogue'),
  contact: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe('Unit asked first: the resident’s contact until the end (首问负责). Null: the coordinator of the place'),
  lead: z.string().min(1).nullable().default(null).describe('Case of the leading task, for an assist that knows it'),
  from: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe('Unit that hands this work down; then the admission register is asked (准入). Null: nobody above does'),
});

export const TASK_RESULTS = ['verified', 'impossible', 'cancelled'] as const;

const output = z.object({
  result: z.enum(TASK_RESULTS),
  unit: z.string().describe('Unit that owned the task at the end'),
  answer: z.string().nullable().describe('Id of the text that answers the resident or says why it cannot be done'),
  evidence: z.array(z.string()).describe('Ids of files that prove it'),
  redoCount: z.number().int().min(0).describe('How often supervisors sent it back'),
  contact: z.string().nullable().describe('Unit that was the resident’s contact'),
});

/** What another workflow may know of `task`. */
export const taskContract = { workflow: 'task', input, output } satisfies Contract;
/** What whoever starts a task writes; what is left out has its default. */
export type TaskInput = ChildInput<typeof input>;
/** The same as the chart gets it. */
export type TaskOrder = z.output<typeof input>;
export type TaskOutput = z.output<typeof output>;
