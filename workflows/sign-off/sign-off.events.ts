import { z } from 'zod';

import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent, ChildDoneEvent, ChildFailedEvent, ToldChartEvent } from '#libs/engine';

import { differenceSchema, plannedStepSchema } from './chain.schema.js';
import type { signOffActs } from './sign-off.acts.js';
import type { SealOutput } from '../seal/contract.js';

const id = z.string().min(1).max(200);

/** What a chain hears from effect handlers and from the case of its cost shares. */
export const signOffReceives = {
  /** Departments were looked for at the place. */
  'chain.planned': z.object({
    template: id.nullable().default(null).describe('Template and version it was begun with, such as `lift@2`'),
    steps: z.array(plannedStepSchema),
    differences: z.array(differenceSchema).describe('Where it differs from the template'),
  }),
  'chain.unplannable': z.object({ code: z.enum(['template_unknown', 'steps_conflict', 'too_many']) }),
  /** Cost shares were opened for it; the first stay. */
  'cost.opened': z.object({ case: id }),
};

type Acts = typeof signOffActs;
type Receives = typeof signOffReceives;
type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
type Told = { [Name in keyof Receives]: ToldChartEvent<Name, z.output<Receives[Name]>> }[keyof Receives];
export type SignOffEvent =
  ActEvents | Told | ChildDoneEvent<'seal', SealOutput> | ChildFailedEvent<'seal'> | CancelledEvent;
