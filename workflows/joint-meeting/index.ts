import { defineWorkflow, type Workflow } from '#libs/engine';

import { jointMeetingContract } from './contract.js';
import { CALLERS, jointActs } from './joint.acts.js';
import { jointClocks } from './joint.clocks.js';
import type { JointContext } from './joint.context.js';
import { jointEffects } from './joint.effects.js';
import { jointReceives } from './joint.events.js';
import { jointGuardTexts } from './joint.guards.js';
import { jointMachine } from './joint.machine.js';
import { jointParties, jointSummary } from './joint.parties.js';
import { jointPolicySchema, jointPresets } from './joint.policy.js';
import { jointTexts } from './joint.texts.js';
import { taskContract } from '../task/contract.js';

export {
  DUTY_PARTS,
  JOINT_RESULTS,
  jointMeetingContract,
  type JointMeetingInput,
  type JointMeetingOutput,
} from './contract.js';

/** The units of one matter at one table: one sitting, one minute, and duties that become tasks. */
export const jointMeetingWorkflow: Workflow = defineWorkflow({
  name: 'joint-meeting',
  version: 1,
  texts: jointTexts,
  contract: jointMeetingContract,
  machine: jointMachine,
  startedBy: CALLERS,
  acts: jointActs,
  receives: jointReceives,
  guards: jointGuardTexts,
  clocks: jointClocks as Workflow['clocks'],
  effects: jointEffects,
  children: { task: taskContract },
  policy: { schema: jointPolicySchema, presets: jointPresets, default: 'standard' },
  parties: (context) => jointParties(context as JointContext),
  summary: (context, value) => jointSummary(context as JointContext, value),
});
