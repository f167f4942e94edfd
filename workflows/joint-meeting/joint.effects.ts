import { z } from 'zod';

const id = z.string().min(1);

/** What a joint meeting asks of the outside. */
export const jointEffects = {
  /** Finds who chairs; answers with `chair.found`. Until then the caller does. */
  findChair: z.object({
    unit: id,
    place: id,
    departments: z.array(id),
    first: id.describe('Unit that was asked first'),
  }),
  /** Tells the units: the summons, the minute they have to answer, the signed minute with their duty. */
  tellUnits: z.object({
    units: z.array(id),
    about: z.enum([
      'joint_summons',
      'joint_summons_leaders',
      'joint_minute',
      'joint_signed',
      'joint_kept',
      'joint_off',
    ]),
    leaders: z.boolean().describe('To the leaders alone: those who were summoned before did not come'),
    text: id.nullable().describe('Id of the text they are told'),
  }),
  /** Publishes the signed minute. */
  publishMinutes: z.object({ unit: id, title: id, minutes: id }),
};
