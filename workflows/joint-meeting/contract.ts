import { z } from 'zod';

import { text } from '#libs/contract';
import { DURATION_UNITS, type Contract } from '#libs/engine';

const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });
const textId = id.meta({ refers: 'text' });
const issueId = id.meta({ refers: 'issue' });
const taskId = id.meta({ refers: 'task' });
const personId = id.meta({ refers: 'person' });
const categoryId = id.meta({ refers: 'category' });

/** What a department owes: the lead answers for the whole, an assist for its share. */
export const DUTY_PARTS = ['lead', 'assist'] as const;
export type DutyPart = (typeof DUTY_PARTS)[number];

const input = z
  .object({
    unit: unitId.describe('Unit that calls: a community, a street, a district'),
    place: unitId.describe('Unit where the matter lies'),
    departments: z.array(unitId).min(1).max(30).describe('Units summoned (约请), the caller left out'),
    title: text(200).optional().describe('What it is about, when a person calls it'),
    named: textId.optional().describe('Id of the text that names it, when another case calls it'),
    reason: text().optional().describe('Why they are summoned, when a person calls it'),
    because: textId.optional().describe('Id of the text that says why, when another case calls it'),
    issue: issueId.nullable().default(null).describe('Case of the issue it serves'),
    task: taskId.nullable().default(null).describe('Case of a task nobody wants: the meeting names its owner'),
    first: unitId.nullable().default(null).describe('Unit that was asked first (首接负责); without it, the caller'),
    caller: personId.nullable().default(null).describe('Person who asked for it, when another case calls it'),
    matter: categoryId.nullable().default(null).describe('Entry of the service catalogue'),
    confidential: z.boolean().default(false).describe('Visible to its parties only; its minute is not published'),
    round: z.number().int().min(1).default(1).describe('Which round of the issue or task asked for it'),
  })
  .refine(({ title, named }) => title !== undefined || named !== undefined, { error: 'it needs a title' });

/** `settled`: a minute was signed and its duties have ended. `failed`: nobody came, twice; the unit asked first keeps the matter. */
export const JOINT_RESULTS = ['settled', 'failed', 'cancelled'] as const;
export type JointResult = (typeof JOINT_RESULTS)[number];

/** Time to carry a duty out, counted from the signature. */
export const dutyLimit = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).max(40),
});

/** How a duty ended; `null` while it is carried out, or when the meeting ended before it began. */
export const DUTY_RESULTS = ['verified', 'impossible', 'cancelled'] as const;

const output = z.object({
  result: z.enum(JOINT_RESULTS),
  minutes: z.string().nullable().describe('Id of the text of the signed minute'),
  duties: z.array(
    z.object({
      id: z.string().describe('`duty-1`, `duty-2`…: unique in the meeting'),
      unit: z.string(),
      part: z.enum(DUTY_PARTS),
      instruction: z.string().describe('Id of the text that says what is to be done'),
      matter: z.string().nullable(),
      result: z.enum(DUTY_RESULTS).nullable(),
    }),
  ),
  owner: z.string().nullable().describe('Unit that owns the matter: named by the minute, or the one asked first'),
  answer: z.string().nullable().describe('Id of the text that answers the residents: of the lead'),
  evidence: z.array(z.string()).describe('Ids of the files that prove what was done'),
});

/** What another workflow may know of `joint-meeting`. */
export const jointMeetingContract = { workflow: 'joint-meeting', input, output } satisfies Contract;
export type JointMeetingInput = z.output<typeof input>;
export type JointMeetingOutput = z.output<typeof output>;

/** What a joint meeting tells the task whose owner is in dispute. */
export const jointMeetingTells = {
  'owner.named': z.object({
    unit: unitId.describe('Who does it'),
    minutes: id.describe('Case of the joint meeting whose minute names it'),
  }),
};
