import { z } from 'zod';

import { CASE_STATUSES } from '#libs/engine';

import { namedUnit } from './installation.schema.js';
import { instant, key, label } from './page.schema.js';

const count = z.number().int();
const stage = z.object({ key: z.string(), label });
const acts = z.array(z.object({ act: z.string(), label })).describe('What the caller may do now');

export const homeQuery = z.strictObject({
  unit: key.optional().describe('Whose community: for visitors, and for looking at another one'),
});

const issue = z.object({
  case: z.string(),
  workflow: z.string(),
  title: z.string().nullable(),
  status: z.enum(CASE_STATUSES),
  stage,
  unit: namedUnit,
  place: namedUnit.nullable(),
  category: z.object({ id: z.string(), name: label }).nullable(),
  createdAt: instant,
  changedAt: instant,
  dueAt: instant.nullable(),
  isLate: z.boolean(),
  waitsFor: label.nullable(),
  supporters: count,
  photo: z.string().nullable().describe('Published picture: address of a small one'),
  relations: z.array(stage).describe('What the caller is to it'),
  acts,
});

export const homeBody = z
  .object({
    person: z.object({ id: z.string(), name: z.string() }).nullable().describe('Null: a visitor'),
    units: z
      .array(namedUnit.extend({ kind: z.string(), phone: z.string().nullable() }))
      .describe('Where the caller lives, nearest first: stairwell, building, compound, community'),
    community: namedUnit.nullable(),
    unread: count,
    mine: z.array(issue).describe('Matters I reported, support or follow; private ones stand in `needs`'),
    needs: z.array(issue).describe('My private needs, shown to me and those who serve them'),
    reviews: z.array(issue).describe('Outcomes that wait for my word'),
    recent: z.array(issue).describe('Public matters of the community, changed last'),
    ballots: z.array(
      z.object({
        ballot: z.string(),
        title: label,
        unit: namedUnit,
        secret: z.boolean(),
        status: z.string(),
        closesAt: instant.nullable(),
        entries: count.describe('Voting units I may cast for'),
        cast: count.describe('Of them already cast'),
      }),
    ),
    notices: z.array(
      z.object({
        publication: z.string(),
        case: z.string().nullable(),
        issue: z.string().nullable(),
        title: z.string().nullable(),
        text: z.string().nullable(),
        unit: namedUnit,
        at: instant,
        until: instant,
        daysLeft: count.describe('Whole days, today included'),
        blocking: z.boolean(),
        acts,
      }),
    ),
    consultations: z.array(
      z.object({
        case: z.string(),
        title: z.string().nullable(),
        unit: namedUnit,
        label: label.describe('What it waits for'),
        closesAt: instant.nullable(),
        statements: count,
        acts,
      }),
    ),
    numbers: z
      .object({
        open: count,
        overdue: count,
        done: count.describe('In the last twelve months'),
        byStage: z.array(stage.extend({ count })),
      })
      .describe('Of public matters of the community'),
  })
  .meta({ id: 'Home' });
export type HomeBody = z.infer<typeof homeBody>;
