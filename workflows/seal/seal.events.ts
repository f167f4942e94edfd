import { z } from 'zod';

import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent, ToldChartEvent } from '#libs/engine';

import type { sealActs } from './seal.acts.js';

const id = z.string().min(1).max(200);

/** What one seal hears from its chain and from the rungs of its clocks. */
export const sealReceives = {
  /** Several departments sat at one table; the department still has to confirm. */
  'sitting.recorded': z.object({
    document: id.describe('Id of the file of the record'),
    number: z.string().nullable(),
    validUntil: z.iso.date().nullable(),
  }),
  'supervision.started': z.looseObject({}),
};

type Acts = typeof sealActs;
type Receives = typeof sealReceives;
type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
type Told = { [Name in keyof Receives]: ToldChartEvent<Name, z.output<Receives[Name]>> }[keyof Receives];
export type SealEvent = ActEvents | Told | CancelledEvent;
