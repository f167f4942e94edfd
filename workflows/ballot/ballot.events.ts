import { z } from 'zod';

import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent, ToldChartEvent } from '#libs/engine';

import { ballotContract } from './contract.js';
import type { ballotActs } from './ballot.acts.js';

/** What a ballot hears from the handler that reckons it. */
export const ballotReceives = {
  'ballot.counted': ballotContract.output,
  'ballot.refused': z.looseObject({ code: z.string().min(1).describe('Why the rule cannot judge these counts') }),
};

type Acts = typeof ballotActs;
type Receives = typeof ballotReceives;

type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
type Told = { [Name in keyof Receives]: ToldChartEvent<Name, z.output<Receives[Name]>> }[keyof Receives];
export type BallotEvent = ActEvents | Told | CancelledEvent;
