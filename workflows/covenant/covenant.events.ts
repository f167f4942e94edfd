import { z } from 'zod';

import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent, ToldChartEvent } from '#libs/engine';

import { covenantTells } from './contract.js';
import type { covenantActs } from './covenant.acts.js';
import { meetingTells } from '../meeting/contract.js';

const id = z.string().min(1);

/** What a covenant hears: from its handlers, from the meeting it was put before, from the covenant that takes its place. */
export const covenantReceives = {
  'verdict.settled': z.object({
    state: z.enum(['final', 'provisional', 'recount', 'none']),
    verdict: z.enum(['passed', 'failed', 'no_quorum', 'tie']).nullable(),
    certificate: z.json(),
  }),
  'register.entered': z.object({
    entry: id,
    number: id,
    version: z.number().int(),
    inForceFrom: z.iso.date(),
    previous: z.string().nullable().describe('Case of the version it takes the place of'),
  }),
  'register.refused': z.looseObject({ code: id }),
  'register.ended': z.object({ number: id, previous: z.string().nullable().describe('Case it came from') }),
  'agenda.accepted': meetingTells['agenda.accepted'],
  'agenda.result': meetingTells['agenda.result'],
  'agenda.refused': meetingTells['agenda.refused'],
  'agenda.dropped': meetingTells['agenda.dropped'],
  'entry.ended': covenantTells['entry.ended'],
};

type Acts = typeof covenantActs;
type Receives = typeof covenantReceives;
type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
type Told = { [Name in keyof Receives]: ToldChartEvent<Name, z.output<Receives[Name]>> }[keyof Receives];

export type CovenantEvent = ActEvents | Told | CancelledEvent;
export type EventOf<Type extends CovenantEvent['type']> = Extract<CovenantEvent, { type: Type }>;
