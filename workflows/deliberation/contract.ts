import { z } from 'zod';

import type { Contract } from '#libs/engine';

const id = z.string().min(1).max(200);
const issueId = id.meta({ refers: 'issue' });
const unitId = id.meta({ refers: 'unit' });
const textId = id.meta({ refers: 'text' });

const input = z.object({
  issue: issueId.describe('Case of the issue that is talked over'),
  unit: unitId.describe('Unit whose bodies talk it over'),
  title: textId.describe('Id of the text that is its title'),
  decides: z
    .enum(['residents', 'owners', 'department'])
    .describe('Who may decide; where a department does, residents recommend'),
  round: z.int().min(1).describe('Which round of the issue, from 1'),
});

const output = z.object({
  measures: z.array(id).describe('Ids of the texts of the draft measures, in order of support'),
  opinions: z.array(id).describe('Ids of the texts of advisers’ opinions'),
  recused: z.array(id).describe('Members who leave the base of this item'),
  disputed: z.boolean().describe('Strongly disputed: it goes before the representatives'),
  amendments: z
    .array(z.object({ measure: id.describe('Id of the text it amends'), text: id.describe('Id of the other wording') }))
    .optional()
    .describe('Amendments the mover has not accepted: voted before their measure, in this order'),
  agreed: z
    .array(id)
    .optional()
    .describe('Ids of the texts of statements that all opinion groups agree with, for the minutes'),
  answers: z
    .array(
      z.object({
        unit: unitId.nullable().describe('Company or partner for which it was said'),
        question: id.nullable().describe('Id of the text of what was asked; null: it spoke of its own accord'),
        text: id.nullable().describe('Id of the text of the answer; null: it has not answered'),
      }),
    )
    .optional()
    .describe('What companies and partners answered; they speak and never vote'),
});

/** What another workflow may know of `deliberation`. */
export const deliberationContract = { workflow: 'deliberation', input, output } satisfies Contract;
export type DeliberationInput = z.output<typeof input>;
export type DeliberationOutput = z.output<typeof output>;
