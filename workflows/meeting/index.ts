import { defineWorkflow, type Workflow } from '#libs/engine';

import { meetingContract, meetingReceives } from './contract.js';
import { meetingActs } from './meeting.acts.js';
import { meetingClocks } from './meeting.clocks.js';
import type { MeetingContext } from './meeting.context.js';
import { meetingEffects } from './meeting.effects.js';
import { meetingMachine } from './meeting.machine.js';
import { meetingMigrations } from './meeting.migrations.js';
import { meetingParties, meetingSummary } from './meeting.parties.js';
import { meetingPolicySchema, meetingPresets } from './meeting.policy.js';
import { meetingGuardTexts } from './meeting.refusals.js';
import { meetingTexts } from './meeting.texts.js';
import { ballotContract } from '../ballot/contract.js';

export {
  AGENDA_RESULTS,
  DECIDERS,
  MEETING_KINDS,
  MEETING_LEVELS,
  meetingContract,
  meetingReceives,
  meetingTells,
  type AgendaResult,
  type Decider,
  type MeetingInput,
  type MeetingKind,
  type MeetingLevel,
  type MeetingOutput,
} from './contract.js';

export type { MeetingContext } from './meeting.context.js';
export {
  minutesOf,
  voteMinutes,
  type ItemMinutes,
  type Minutes,
  type MotionMinutes,
  type VoteMinutes,
} from './minutes.rules.js';

/** One sitting: items are collected, members check in, items are decided one by one, the minutes are signed. */
export const meetingWorkflow: Workflow = defineWorkflow({
  name: 'meeting',
  version: 4,
  texts: meetingTexts,
  contract: meetingContract,
  machine: meetingMachine,
  startedBy: [{ role: 'coordinator' }, { role: 'chair' }, { role: 'secretary' }],
  acts: meetingActs,
  receives: meetingReceives,
  guards: meetingGuardTexts,
  clocks: meetingClocks as Workflow['clocks'],
  effects: meetingEffects,
  children: { ballot: ballotContract },
  policy: { schema: meetingPolicySchema, presets: meetingPresets, default: 'standard' },
  parties: (context) => meetingParties(context as MeetingContext),
  summary: (context, value) => meetingSummary(context as MeetingContext, value),
  migrations: meetingMigrations,
});
