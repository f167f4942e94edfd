import { z } from 'zod';

import { AGENDA_RESULTS, MEETING_LEVELS } from './contract.js';

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
        result: z.enum([...AGENDA_RESULTS, 'dropped', 'withdrawn', 'waiting']),
        measure: id.nullable(),
        provisional: z.boolean(),
        certificate: z.json(),
      }),
    ),
  }),
};
