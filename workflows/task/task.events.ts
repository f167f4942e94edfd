import { z } from 'zod';

import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent, ToldChartEvent } from '#libs/engine';

import type { taskActs } from './task.acts.js';

/** What a task hears from effect handlers and from the rungs of its clocks. */
export const taskReceives = {
  'arbiter.found': z.object({
    unit: z.string().nullable().describe('Lowest unit above all units in dispute; null if there is none'),
  }),
  'supervision.started': z.looseObject({}),
};

type Acts = typeof taskActs;
type Receives = typeof taskReceives;

export type TaskActEvent = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
type Told = { [Name in keyof Receives]: ToldChartEvent<Name, z.output<Receives[Name]>> }[keyof Receives];
export type TaskEvent = TaskActEvent | Told | CancelledEvent;
