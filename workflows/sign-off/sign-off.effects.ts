import { z } from 'zod';

import { stepSchema } from './chain.schema.js';

const id = z.string();

/** What a chain asks of the outside. */
export const signOffEffects = {
  /**
   * Finds the department of each step at the place, and the unit above it; with a template, its steps come first. Answers with
   * `chain.planned`, or with `chain.unplannable`.
   */
  planChain: z.object({
    unit: id.describe('Place'),
    template: id.nullable(),
    steps: z.array(stepSchema),
    known: z.array(z.object({ id, needs: z.array(id) })).describe('Steps the chain has already'),
    stepsMost: z.int(),
  }),
};
