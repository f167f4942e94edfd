import { z } from 'zod';

const who = z.object({
  role: z.string().optional(),
  of: z.string().optional(),
  relation: z.string().optional(),
  not: z.array(z.string()).optional(),
});
const units = z.array(z.string()).min(1);

/** What a task asks of the outside. */
export const taskEffects = {
  /** Asks the admission register (社区工作准入) whether a tier may hand this down; answered with `admission.checked`. */
  checkAdmission: z.object({
    task: z.string(),
    matter: z.string().nullable(),
    from: z.string().describe('Unit that hands it down'),
    unit: z.string().describe('Unit that is to do it'),
    place: z.string(),
  }),
  /**
   * Finds the lowest unit above all units in dispute and the one that takes what nobody takes; answered with `arbiter.found`.
   */
  findArbiter: z.object({
    units: units.describe('Every unit that was asked to do it, the first-asked first'),
    place: z.string().describe('Unit where it is to be done'),
    round: z.int().min(1).describe('Round of the dispute, which the answer repeats'),
  }),
  /** Nothing stands above the units in dispute: a joint meeting (联席会议) names the owner with `owner.named`. */
  callJointMeeting: z.object({ task: z.string(), units, place: z.string(), title: z.string() }),
  /** It is settled whose this was: proposed as a rule for the next time. */
  learnOwner: z.object({
    task: z.string(),
    matter: z.string().nullable(),
    place: z.string(),
    owner: z.string(),
    returnedBy: z.array(z.string()),
    grounds: z.array(z.string()),
  }),
  /** Rings who is on duty now: line 1 the first, 2 the second in line, 3 the leaders. */
  ringRoster: z.object({
    unit: z.string(),
    place: z.string(),
    title: z.string(),
    line: z.number().int().min(1).max(3),
    incident: z.string().describe('Case that asked for the work: nobody is told of its danger twice'),
  }),
  /** Tells the leading task how an assist stands; answered with `lead.known` while the assist runs. */
  reportAssist: z.object({
    task: z.string(),
    issue: z.string(),
    lead: z.string().nullable(),
    unit: z.string(),
    what: z.enum(['started', 'late', 'ended']),
    result: z.string().nullable(),
  }),
  /** The contact writes to whoever reported it. */
  writeToResident: z.object({ issue: z.string(), unit: z.string().nullable(), text: z.string() }),
  /** A word for everybody: a public note, the reason of an extension, a timetable. Nothing confidential is ever posted. */
  publish: z.object({
    issue: z.string(),
    unit: z.string(),
    about: z.enum(['progress', 'extension', 'timetable']),
    text: z.string().nullable(),
    evidence: z.array(z.string()),
  }),
  /** Tells offices that the task has moved. */
  tellOffices: z.object({
    about: z.enum(['task_transferred', 'task_fallback', 'task_provisional', 'task_succeeded', 'task_not_admitted']),
    audience: z.array(who),
    text: z.string().nullable(),
  }),
};
