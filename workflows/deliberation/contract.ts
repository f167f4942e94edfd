import { z } from 'zod';

import type { Contract } from '#libs/engine';

const id = z.string().min(1).max(200);

const input = z.object({
  issue: id.describe('Case of the issue that is talked over'),
  unit: id.describe('Unit whose bodies talk it over'),
  title: id.describe('Id of the text that is its title'),
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
});

/** What another workflow may know of `deliberation`. */
export const deliberationContract = { workflow: 'deliberation', input, output } satisfies Contract;
export type DeliberationInput = z.output<typeof input>;
export type DeliberationOutput = z.output<typeof output>;
