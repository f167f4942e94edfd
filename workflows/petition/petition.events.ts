import type { InputOf } from '#libs/contract';
import type { ActEvent, CancelledEvent } from '#libs/engine';

import type { petitionActs } from './petition.acts.js';
import type { MeetingOutput } from '../meeting/contract.js';

type Acts = typeof petitionActs;

type ActEvents = { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts];
/** The end of the invoked meeting, as XState names it. */
export type MeetingEnd = { type: 'xstate.done.actor.meeting'; output: MeetingOutput };
export type PetitionEvent = ActEvents | MeetingEnd | CancelledEvent;
