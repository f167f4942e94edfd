import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

/** Levels at which something can be talked over, lowest first (睦邻议事协商四级). */
export const LEVELS = ['building', 'grid', 'council', 'assembly'] as const;
export type Level = (typeof LEVELS)[number];

/** How long a department has, by the kind of work. */
export const TASK_CLASSES = ['utility', 'consultation', 'general', 'complex'] as const;
export type TaskClass = (typeof TASK_CLASSES)[number];

const length = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1),
});

function duration(what: string): typeof length {
  return length.describe(what);
}

function count(what: string): z.ZodInt {
  return z.int().min(0).max(20).describe(what);
}

/** Everything about issues that a community can decide for itself. */
export const issuePolicy = z.object({
  clocks: z.object({
    firstReply: duration('First reply to the resident (first-asked responsible)'),
    triage: duration('Sorting by resident collectors'),
    triageHotline: duration('Sorting of what the hotline hands over'),
    information: duration('How long the reporter may take to complete the report'),
    appealWindow: duration('How long a refusal, decline or rejection can be appealed'),
    appealDecision: duration('Deciding an appeal'),
    competence: duration('The adviser says who may decide'),
    party: duration('The Party organisation considers a major matter; silence lets it go on'),
    routing: duration('The coordinator chooses level or direct line; silence takes the lowest level'),
    agenda: duration('An accepted place on an agenda; then the coordinator is warned'),
    provisional: duration('Confirming the preset behind a provisional verdict'),
    announcement: duration('Announcing a decision after the meeting'),
    explanation: duration('Explaining a rejection to the residents concerned'),
    recall: duration('The council may call a direct-line issue back'),
    planning: duration('Making the action plan'),
    claim: duration('How long a measure stays open for claiming'),
    verification: duration('A supervisor verifies finished work; then a substitute, then the coordinator'),
    departments: duration('Longest time departments may keep an issue, over all their own clocks'),
    crossroads: duration('Deciding how to go on when something cannot be done'),
    signing: duration('Signing a final answer'),
    posting: duration('Posting or delivering the outcome'),
    review: duration('Residents judge the outcome'),
    chasing: duration('Reaching somebody who did not answer'),
    supervision: duration('The tier above orders what happens after bad work'),
    emergency: duration('Danger to life or property: feedback, round the clock'),
  }),
  taskLimits: z.record(z.enum(TASK_CLASSES), duration('Limit of a dispatched task of this class')),
  ladder: z.object({
    remindPercent: z
      .int()
      .min(1)
      .max(99)
      .meta({ unit: 'percent' })
      .describe('Share of the time after which those it waits for are reminded'),
    bluePercent: z
      .int()
      .min(1)
      .max(99)
      .meta({ unit: 'percent' })
      .describe('Share of the time after which the blue card is shown'),
    urgeAfter: duration('Written urge (催办) after the due time'),
    superviseAfter: duration('Supervision (督办) by the tier above after the due time'),
  }),
  levels: z.array(z.enum(LEVELS)).min(1).describe('Levels in use, lowest first'),
  noticeDays: z.int().min(1).max(60).meta({ unit: 'days' }).describe('Length of a public notice in days'),
  party: z.object({
    considersMajor: z
      .boolean()
      .describe('Whether the Party organisation considers major matters before the council (党组织研究)'),
  }),
  attempts: z.object({
    needed: z
      .int()
      .min(1)
      .max(10)
      .describe('Logged attempts to reach a silent resident before silence counts as agreement'),
    onDays: z.int().min(1).max(10).meta({ unit: 'days' }).describe('Different days these attempts must fall on'),
  }),
  restDays: z
    .int()
    .min(0)
    .max(1000)
    .meta({ unit: 'days' })
    .describe('Days an owners’ item rests after too few took part'),
  longWorkDays: z
    .int()
    .min(1)
    .max(180)
    .meta({ unit: 'days' })
    .describe('Longest limit of works that take long, in days, with a public reason'),
  promiseDays: z
    .int()
    .min(1)
    .max(365)
    .meta({ unit: 'days' })
    .describe('Furthest day a volunteer or the community may promise'),
  limits: z.object({
    information: count('Times the reporter may be asked for information'),
    deliberations: count('Times an issue may be deliberated'),
    postponements: count('Times a meeting may move an item to the next one'),
    plans: count('Action plans an issue may have'),
    promises: count('Times a promised date may be moved'),
    redo: count('Times bad work is done again before the tier above supervises'),
    tiers: count('Tiers an issue may be raised'),
    verifications: count('Times work may fail verification before the coordinator decides how to go on'),
  }),
});
export type IssuePolicy = z.output<typeof issuePolicy>;

const wd = (amount: number) => ({ amount, unit: 'workingDay' as const, calendar: 'office' });
const days = (amount: number) => ({ amount, unit: 'day' as const, calendar: 'always' });
const hours = (amount: number) => ({ amount, unit: 'hour' as const, calendar: 'always' });

/** Preset numbers: `found` ones from the Beijing 12345 draft (2021) and Lüliang (2024), the others editable proposals. */
const standard: IssuePolicy = {
  clocks: {
    firstReply: wd(1),
    triage: wd(3),
    triageHotline: wd(0.5),
    information: wd(3),
    appealWindow: wd(5),
    appealDecision: wd(5),
    competence: wd(3),
    party: wd(5),
    routing: wd(2),
    agenda: days(30),
    provisional: wd(10),
    announcement: wd(1),
    explanation: wd(1),
    recall: wd(3),
    planning: wd(3),
    claim: wd(5),
    verification: wd(3),
    departments: days(180),
    crossroads: wd(3),
    signing: wd(3),
    posting: wd(1),
    review: wd(7),
    chasing: wd(5),
    supervision: wd(5),
    emergency: hours(2),
  },
  taskLimits: { utility: hours(24), consultation: wd(3), general: wd(5), complex: days(15) },
  ladder: { remindPercent: 50, bluePercent: 80, urgeAfter: wd(1), superviseAfter: wd(5) },
  levels: ['building', 'grid', 'council', 'assembly'],
  noticeDays: 7,
  party: { considersMajor: false },
  attempts: { needed: 2, onDays: 2 },
  restDays: 365,
  // Lüliang (2024): up to 180 days
  longWorkDays: 180,
  promiseDays: 30,
  limits: {
    information: 2,
    deliberations: 3,
    postponements: 3,
    plans: 6,
    promises: 2,
    redo: 1,
    tiers: 2,
    verifications: 2,
  },
};

/** A community whose Party organisation considers major matters first (党建引领). */
const partyFirst: IssuePolicy = { ...standard, party: { considersMajor: true } };

/** A compound without grids: stairwell talks go straight to the council. */
const small: IssuePolicy = { ...standard, levels: ['building', 'council', 'assembly'] };

export const issuePresets = { standard, partyFirst, small };
