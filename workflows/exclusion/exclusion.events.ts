import { z } from 'zod';

import { RATE_NAMES, type InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent, ToldChartEvent } from '#libs/engine';

import type { exclusionActs } from './exclusion.acts.js';

/** What an appeal hears from the handler that looks the entry up in its journal. */
export const exclusionReceives = {
  'entry.read': z.object({
    place: z.string().nullable().describe('Where the entry lies; null if there is no such entry'),
    confidential: z.boolean(),
    handlers: z.array(z.string()).describe('Persons who did the work'),
    against: z.array(z.enum(RATE_NAMES)).describe('Rates in which the entry counts against the unit that appeals'),
  }),
};

/** What an appeal asks of the outside. */
export const exclusionEffects = {
  /** Looks the entry up in its journal; answers with `entry.read`. */
  readEntry: z.object({ entry: z.string(), unit: z.string() }),
  /** Tells whoever appealed what came of it. */
  tellOutcome: z.object({ person: z.string().nullable(), unit: z.string(), result: z.string() }),
};

type Acts = typeof exclusionActs;
type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
type EntryRead = ToldChartEvent<'entry.read', z.output<(typeof exclusionReceives)['entry.read']>>;
export type ExclusionEvent = ActEvents | EntryRead | CancelledEvent;
