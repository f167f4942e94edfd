import { z } from 'zod';

/** What a task asks of the outside. */
export const taskEffects = {
  /**
   * Finds the lowest unit above all units in dispute. The handler answers with `arbiter.found`; if there is none, with null:
   * then the unit asked first leads when the time for arbitration is over.
   */
  findArbiter: z.object({
    units: z.array(z.string()).min(1).describe('Every unit that was asked to do it'),
    place: z.string().describe('Unit where it is to be done'),
  }),
};
