import { z } from 'zod';

import type { Contract } from '#libs/engine';

const input = z.object({
  issue: z.string().min(1).describe('Case of the issue the notice is about'),
  unit: z.string().min(1).describe('Unit whose residents it addresses'),
  title: z.string().min(1).describe('Id of the text that is its title'),
  text: z.string().min(1).describe('Id of the text that is posted'),
  blocking: z.boolean().describe('Whether the measure waits for the end of the notice'),
  days: z.number().int().min(1).max(180).describe('Days it hangs, counted on the calendar of the policy'),
});

export const NOTICE_RESULTS = ['ended', 'objection_upheld', 'withdrawn'] as const;

const output = z.object({
  result: z.enum(NOTICE_RESULTS),
  objections: z.number().int().min(0).describe('Objections filed in all'),
});

/** What another workflow may know of `notice`. */
export const noticeContract = { workflow: 'notice', input, output } satisfies Contract;
export type NoticeInput = z.output<typeof input>;
export type NoticeOutput = z.output<typeof output>;
