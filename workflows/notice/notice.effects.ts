import { z } from 'zod';

import { NOTICE_RESULTS } from './contract.js';

/** What a notice asks of the outside. */
export const noticeEffects = {
  /** Publishes the notice online until it is taken down. */
  publish: z.object({
    notice: z.string().describe('Case of the notice'),
    issue: z.string(),
    unit: z.string().describe('Unit whose residents it addresses'),
    title: z.string().describe('Id of the text that is its title'),
    text: z.string().describe('Id of the text that is posted'),
    blocking: z.boolean().describe('Whether the measure waits for its end'),
    days: z.number().int().min(1),
    places: z.array(z.object({ place: z.string(), photo: z.string() })),
  }),
  /** Takes it down; what was published stays in the archive with its outcome. */
  unpublish: z.object({
    notice: z.string().describe('Case of the notice'),
    outcome: z.enum(NOTICE_RESULTS),
  }),
};
