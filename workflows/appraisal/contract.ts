import { z } from 'zod';

import { text } from '#libs/contract';
import type { Contract } from '#libs/engine';

const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });

const input = z.object({
  unit: unitId.describe('District that opens it'),
  title: text(200).describe('What is appraised'),
  period: z
    .string()
    .regex(/^\d{4}-Q[1-4]$/)
    .describe('Quarter')
    .meta({ examples: ['2026-Q1'] }),
  streets: z.array(unitId).min(1).max(50).describe('Streets that appraise'),
  departments: z.array(unitId).min(1).max(50).describe('Departments that are appraised'),
});

export const APPRAISAL_RESULTS = ['published', 'cancelled'] as const;

const output = z.object({
  result: z.enum(APPRAISAL_RESULTS),
  appraisals: z.number().int().min(0).describe('Written appraisals'),
  pointsMost: z.number().int().min(1).describe('Most points a street can give a department'),
  silent: z.array(z.string()).describe('Streets that did not appraise every department in time'),
});

/** What another workflow may know of `appraisal`. */
export const appraisalContract = { workflow: 'appraisal', input, output } satisfies Contract;
export type AppraisalInput = z.output<typeof input>;
export type AppraisalOutput = z.output<typeof output>;
