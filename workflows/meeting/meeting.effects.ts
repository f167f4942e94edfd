import { z } from 'zod';

import { AGENDA_RESULTS, MEETING_KINDS, MEETING_LEVELS } from './contract.js';

const id = z.string().min(1);

/** What a meeting asks of the outside. */
export const meetingEffects = {
  /** Asks every issue that waits for this level and unit to submit itself with `item.submitted`. Repeats do no harm. */
  collectAgenda: z.object({ level: z.enum(MEETING_LEVELS), unit: id }),
  /** Calls the members. */
  inviteMembers: z.object({
    meeting: id,
    unit: id,
    level: z.enum(MEETING_LEVELS),
    title: id.describe('Id of the text that names the sitting'),
    startsAt: z.iso.datetime(),
  }),
  /** Publishes the signed minutes. */
  publishMinutes: z.object({
    meeting: id,
    unit: id,
    level: z.enum(MEETING_LEVELS),
    title: id,
    minutes: id.describe('Id of the text of the minutes'),
    members: z.number().int().min(1),
    present: z.number().int().min(0).describe('Members present at the end'),
    shortNotice: z.boolean().describe('Convened later than the rules ask'),
    items: z.array(
      z.object({
        issue: id,
        title: id,
        result: z.enum([...AGENDA_RESULTS, 'dropped', 'withdrawn', 'waiting', 'refused']),
        measure: id.nullable(),
        provisional: z.boolean(),
        certificate: z.json(),
        elected: z.array(id).optional().describe('Persons an election elected'),
      }),
    ),
  }),
  /** Calls the next meeting of a series: a case of its own, convened at once. Repeats do no harm. */
  callNext: z.object({
    after: id.describe('The meeting that has ended'),
    unit: id,
    level: z.enum(MEETING_LEVELS),
    kind: z.enum(MEETING_KINDS),
    title: id.describe('Id of the text that named this sitting; the next one has its words'),
    members: z.number().int().min(1),
    rule: id.nullable(),
    startsAt: z.iso.datetime(),
  }),
};
