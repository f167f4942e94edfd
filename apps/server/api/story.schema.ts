import { z } from 'zod';

import { CASE_STATUSES, VISIBILITIES } from '#libs/engine';

import { forQuery } from './case.schema.js';
import { namedUnit } from './installation.schema.js';
import { instant, key, label } from './page.schema.js';

export const STEP_STATES = ['done', 'here', 'ahead', 'skipped'] as const;
export const PROMISE_STATES = ['running', 'paused', 'late', 'kept', 'broken'] as const;

const stage = z.object({ key: z.string(), label });
const count = z.number().int();

export const storyQuery = forQuery;

const photo = z.object({
  file: z.string(),
  mediaType: z.string(),
  url: z.string().describe('Where its bytes are'),
  thumbnail: z.string().nullable().describe('Where a small picture of it is'),
  width: count.nullable(),
  height: count.nullable(),
  isPublished: z.boolean().describe('A masked copy that anybody may see'),
});

const step = z.object({
  key: z.string(),
  label,
  state: z.enum(STEP_STATES),
  from: instant.nullable(),
  to: instant.nullable(),
});

const holder = z.object({
  names: z.array(
    z.object({
      unit: z.string().nullable(),
      name: label.describe('Of the unit, or of the office or people it waits for; never of a member of staff'),
    }),
  ),
  label: label.describe('What it waits for'),
  since: instant,
  clock: label.nullable(),
  dueAt: instant.nullable(),
  isLate: z.boolean(),
  isPaused: z.boolean(),
  why: label.nullable().describe('Why it is late, or paused, in words'),
  explanation: label.nullable().describe('Why it is due then, in words'),
  isMe: z.boolean().describe('It waits for the caller'),
});

const promise = z.object({
  kind: z.enum(['clock', 'promised', 'task', 'notice', 'rest']),
  label,
  by: namedUnit.nullable(),
  case: z.string().nullable().describe('Task or notice, where the caller may see it'),
  dueAt: instant.nullable().describe('Null while a pause holds it back'),
  doneAt: instant.nullable().describe('When a kept or broken one was done; null: never by whoever promised it'),
  state: z.enum(PROMISE_STATES).describe('`late`: past and still to be done; `broken`: done late, or not by them'),
  explanation: label.nullable(),
});

const entry = z.object({
  at: instant,
  kind: z.enum(['started', 'act', 'stage', 'published', 'related', 'clock', 'ended']),
  label,
  stage: stage.nullable().describe('The step it led to'),
  who: label.nullable().describe('Residents, a unit, or the service; never a member of staff by name'),
  isMine: z.boolean(),
  text: z.string().nullable(),
  files: z.array(z.string()).describe('Evidence; ids of files'),
  case: z.string().nullable().describe('The task, ballot or meeting it tells of'),
  isInternal: z.boolean().describe('Shown to those who work on it only'),
});

const figure = z.object({
  key: z.string(),
  label,
  value: count,
  of: count.nullable().describe('Out of how many'),
});

const related = z.object({
  case: z.string().nullable().describe('Null where the caller may not open it'),
  workflow: z.string(),
  workflowLabel: label,
  relation: z.string().nullable(),
  title: z.string().nullable(),
  status: z.enum(CASE_STATUSES),
  stage,
  unit: namedUnit,
  dueAt: instant.nullable(),
  createdAt: instant,
  verdict: label.nullable(),
  figures: z.array(figure).describe('Results where they are published'),
});

export const storyBody = z
  .object({
    id: z.string(),
    workflow: z.string(),
    workflowLabel: label,
    version: count,
    status: z.enum(CASE_STATUSES),
    stage,
    visibility: z.enum(VISIBILITIES),
    eyes: z.enum(['staff', 'handler', 'member', 'party', 'outsider']).describe('How much the caller is shown'),
    title: z.string().nullable(),
    description: z.string().nullable(),
    number: z.string().nullable().describe('Account number'),
    unit: namedUnit,
    place: namedUnit.nullable(),
    category: z.object({ id: z.string(), name: label }).nullable(),
    createdAt: instant,
    changedAt: instant,
    endedAt: instant.nullable(),
    ending: label.nullable().describe('How it ended'),
    isUrgent: z.boolean().describe('Somebody was in danger'),
    photos: z.array(photo),
    steps: z.array(step).describe('说 议 办 评 of an issue; the stages of any other workflow'),
    holder: holder.nullable().describe('Who has it now: what is due first; null when it is over'),
    waits: z.array(holder).describe('Everything it waits for'),
    promises: z.array(promise),
    timeline: z.array(entry).describe('Oldest first'),
    related: z.array(related),
    review: z
      .object({
        asked: count,
        reached: count,
        answered: count,
        silent: count,
        solved: count.nullable(),
        satisfied: count.nullable(),
        result: z.object({ solved: z.boolean(), satisfied: z.boolean() }).nullable(),
      })
      .nullable()
      .describe(
        'What residents said of the outcome posted last; counts of answers only where there are enough to name nobody',
      ),
    supporters: count,
    followers: count,
    mine: z.object({
      relations: z.array(stage),
      follows: z.boolean(),
      mayFollow: z.boolean(),
      acts: z
        .array(z.object({ act: z.string(), label }))
        .describe('What the caller may do now; forms are with the case'),
    }),
  })
  .meta({ id: 'Story' });
export type StoryBody = z.infer<typeof storyBody>;

export const followAnswer = z
  .object({ case: z.string(), follows: z.boolean(), followers: count })
  .meta({ id: 'Follow' });

export const similarQuery = z.strictObject({
  text: z.string().min(1).max(4000).describe('Title and description'),
  unit: key.describe('Unit the matter belongs to: what lies there and near it is compared'),
  case: key.optional().describe('The case it is compared for, which is left out'),
  limit: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(20))
    .optional()
    .meta({ description: 'At most so many, 1 to 20; default 5', type: 'integer' }),
});
export const similarList = z
  .object({
    rows: z.array(
      z.object({
        case: z.string(),
        title: z.string(),
        score: z.number().describe('0 to 1: how much of the words they share'),
        status: z.enum(CASE_STATUSES),
        stage,
        unit: namedUnit,
        place: namedUnit.nullable(),
        category: z.object({ id: z.string(), name: label }).nullable(),
        supporters: count,
        createdAt: instant,
        changedAt: instant,
      }),
    ),
  })
  .meta({ id: 'SimilarList' });
