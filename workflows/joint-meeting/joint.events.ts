import { z } from 'zod';

import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent, ChildDoneEvent, ChildFailedEvent, ToldChartEvent } from '#libs/engine';

import type { TaskOutput } from '../task/contract.js';
import type { jointActs } from './joint.acts.js';

const id = z.string().min(1);

/** What a joint meeting hears from effect handlers and from the registry. */
export const jointReceives = {
  'chair.found': z.object({
    chair: id.describe('Unit that chairs'),
    upper: id.nullable().describe('Unit above it that decides on objections; null: there is none'),
    keeper: id.describe('Unit that keeps the matter when no meeting comes about'),
    crossing: z.boolean().describe('Streets or districts side by side are concerned'),
  }),
  /** A unit at the table was merged into another or closed. */
  'unit.succeeded': z.object({ from: id, to: id.nullable(), reason: z.string().optional() }),
};

type Acts = typeof jointActs;
type Receives = typeof jointReceives;

type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
type Told = { [Name in keyof Receives]: ToldChartEvent<Name, z.output<Receives[Name]>> }[keyof Receives];
export type JointEvent =
  ActEvents | Told | ChildDoneEvent<'task', TaskOutput> | ChildFailedEvent<'task'> | CancelledEvent;
