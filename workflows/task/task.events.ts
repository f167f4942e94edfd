import { z } from 'zod';

import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent, ToldChartEvent } from '#libs/engine';

import { jointMeetingTells } from '../joint-meeting/contract.js';
import type { taskActs } from './task.acts.js';

const id = z.string().min(1);

/** What a task hears from effect handlers, from other cases and from the rungs of its clocks. */
export const taskReceives = {
  'admission.checked': z.object({
    admitted: z.boolean().describe('The register allows this work to be handed down, or need not be asked'),
    entry: z.string().nullable().describe('Entry of the admission register'),
    reason: z.string().nullable().describe('Why not, as a key'),
  }),
  'arbiter.found': z.object({
    unit: z.string().nullable().describe('Lowest unit above all units in dispute; null if the installation has none'),
    fallback: z
      .string()
      .nullable()
      .default(null)
      .describe('District (or highest unit) of the unit asked first: takes what nobody else takes (兜底)'),
    round: z
      .int()
      .min(1)
      .describe('Round of the dispute it was asked for: how often the task had been given to a unit'),
  }),
  ...jointMeetingTells,
  'unit.succeeded': z.object({
    from: id.describe('Unit that was merged or closed'),
    to: z.string().nullable().describe('Unit that took over its duties; null: nobody did'),
    reason: z.string().describe('Change of the registry that says so, or a key'),
  }),
  'lead.known': z.object({ task: id.describe('Case of the leading task'), unit: id.describe('Unit that leads') }),
  'assist.late': z.object({ task: id, unit: id }),
  'assist.done': z.object({ task: id, unit: id, result: z.string() }),
  'duty.rung': z.object({ persons: z.array(id), line: z.number().int() }),
  'help.wanted': z.looseObject({}),
  'contact.due': z.looseObject({}),
  'supervision.started': z.looseObject({}),
};

type Acts = typeof taskActs;
type Receives = typeof taskReceives;

export type TaskActEvent = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
type Told = { [Name in keyof Receives]: ToldChartEvent<Name, z.output<Receives[Name]>> }[keyof Receives];
export type TaskEvent = TaskActEvent | Told | CancelledEvent;
