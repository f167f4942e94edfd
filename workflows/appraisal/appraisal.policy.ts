import { z } from 'zod';

import { DURATION_UNITS } from '#libs/engine';

const span = z.object({
  amount: z.number().positive().multipleOf(0.5),
  unit: z.enum(DURATION_UNITS),
  calendar: z.string().min(1).describe('Calendar that counts it: `office` or `always`'),
});

const criterion = z.object({
  name: z.string().min(1).max(40).describe('Name the points stand under'),
  label: z.object({ zh: z.string().min(1), en: z.string().min(1) }),
});

/** What departments are appraised by, and the times. */
export const appraisalPolicySchema = z.object({
  criteria: z.array(criterion).min(1).max(10).describe('Each street gives points for each of them'),
  pointsMost: z.number().int().min(1).max(100).describe('Most points for one criterion'),
  appraising: span.describe('For the streets; who is silent is named as silent'),
  commenting: span.describe('For the departments to comment, once each'),
});

export type AppraisalPolicy = z.output<typeof appraisalPolicySchema>;
export type Span = z.output<typeof span>;

const workingDays = (amount: number): Span => ({ amount, unit: 'workingDay', calendar: 'office' });
const named = (name: string, zh: string, en: string) => ({ name, label: { zh, en } });

/** `standard`: criteria and times are presets of this program; that streets appraise departments is found (Lizhou). */
const standard: AppraisalPolicy = {
  criteria: [
    named('response', '响应是否及时', 'How soon they answer'),
    named('quality', '办理质量', 'How well it is done'),
    named('cooperation', '协同配合', 'How they work together'),
    named('attitude', '服务态度', 'How they treat people'),
  ],
  pointsMost: 10,
  appraising: workingDays(10),
  commenting: workingDays(5),
};

export const appraisalPresets = { standard };
