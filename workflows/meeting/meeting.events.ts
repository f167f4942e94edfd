import type { z } from 'zod';

import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent, ToldChartEvent } from '#libs/engine';

import { meetingReceives } from './contract.js';
import type { meetingActs } from './meeting.acts.js';
import type { BallotOutput } from '../ballot/contract.js';

type Acts = typeof meetingActs;
type Receives = typeof meetingReceives;

type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
type Told = { [Name in keyof Receives]: ToldChartEvent<Name, z.output<Receives[Name]>> }[keyof Receives];
/** The end of the invoked ballot, as XState names it. */
export type BallotEnd = {
  type: 'xstate.done.actor.ballot' | 'xstate.done.actor.amendmentBallot';
  output: BallotOutput;
};
export type MeetingEvent = ActEvents | Told | BallotEnd | CancelledEvent;
