import { z } from 'zod';

import { text } from '#libs/contract';
import type { Contract } from '#libs/engine';

import { chainProblems } from './chain.rules.js';
import { stepSchema } from './chain.schema.js';

export type { ChainStep } from './chain.schema.js';

const id = z.string().min(1).max(200);
const issueId = id.meta({ refers: 'issue' });
const unitId = id.meta({ refers: 'unit' });
const textId = id.meta({ refers: 'text' });
const templateId = id.meta({ refers: 'template' });

const input = z
  .object({
    issue: issueId.optional().describe('Case of the issue it serves'),
    unit: unitId.describe('Building or compound the project is for'),
    title: text(200).optional().describe('What the project is, when a person starts it'),
    named: textId.optional().describe('Id of the text that names it, when another case starts it'),
    group: z
      .array(id.meta({ refers: 'person' }))
      .max(50)
      .default([])
      .describe('Persons of the residents’ task group; without any, whoever starts it'),
    body: unitId.optional().describe('Body the task group is, if it is one'),
    helper: unitId.optional().describe('Party branch that helps'),
    template: templateId.optional().describe('Saved chain to begin with'),
    steps: z.array(stepSchema).max(200).default([]).describe('Steps; added to those of the template'),
  })
  .refine(({ title, named }) => title !== undefined || named !== undefined, { error: 'it needs a title' })
  .superRefine(({ steps, template }, context) => {
    if (template !== undefined) return;
    for (const message of chainProblems(steps)) context.addIssue({ code: 'custom', path: ['steps'], message });
  });

export const SIGN_OFF_RESULTS = ['complete', 'failed', 'cancelled'] as const;

const output = z.object({
  result: z.enum(SIGN_OFF_RESULTS),
  steps: z.int().min(0).describe('Steps of the chain'),
  seals: z.int().min(0).describe('Seals that were put on it'),
  documents: z.array(id).describe('Ids of the files the departments signed'),
  reason: id.nullable().describe('Id of the text that says why it failed'),
  template: templateId.nullable().describe('Template it was begun with'),
});

/** What another workflow may know of `sign-off`. */
export const signOffContract = { workflow: 'sign-off', input, output } satisfies Contract;
export type SignOffInput = z.output<typeof input>;
export type SignOffOutput = z.output<typeof output>;

/** What a chain tells a case of cost shares that was opened for it. */
export const signOffTells = {
  'chain.ended': z.object({ chain: id, result: z.enum(SIGN_OFF_RESULTS) }),
};
