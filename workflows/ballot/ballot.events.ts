import { z } from 'zod';

import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent, ToldChartEvent } from '#libs/engine';

import { ballotContract } from './contract.js';
import type { ballotActs } from './ballot.acts.js';

const count = z.number().int().min(0);

/** What a ballot hears from its handlers. */
export const ballotReceives = {
  'ballot.counted': ballotContract.output,
  'ballot.refused': z.looseObject({ code: z.string().min(1).describe('Why the rule cannot judge these counts') }),
  'roll.drawn': z.object({
    entries: count,
    doubts: count.describe('Entries that somebody has to look at before the vote opens'),
    fingerprint: z.string().min(1),
  }),
  'roll.refused': z.looseObject({ code: z.string().min(1).describe('Why no roll could be drawn') }),
  'ballot.closed': z.object({
    papers: count,
    unsettled: count.describe('Papers set aside, and transcriptions that differ'),
    reached: z.boolean().describe('Enough took part for the rule'),
  }),
};

type Acts = typeof ballotActs;
type Receives = typeof ballotReceives;

type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
type Told = { [Name in keyof Receives]: ToldChartEvent<Name, z.output<Receives[Name]>> }[keyof Receives];
export type BallotEvent = ActEvents | Told | CancelledEvent;
