import { defineWorkflow, type Workflow } from '#libs/engine';

import { taskContract } from './contract.js';
import { taskActs } from './task.acts.js';
import { taskClocks } from './task.clocks.js';
import type { TaskContext } from './task.context.js';
import { taskEffects } from './task.effects.js';
import { taskReceives } from './task.events.js';
import { taskMachine } from './task.machine.js';
import { fromVersion2 } from './task.migrations.js';
import { taskParties, taskSummary } from './task.parties.js';
import { taskPolicySchema, taskPresets } from './task.policy.js';
import { taskGuardTexts } from './task.refusals.js';
import { taskTexts } from './task.texts.js';

export {
  TASK_ORIGINS,
  TASK_RESULTS,
  taskContract,
  type TaskInput,
  type TaskOrder,
  type TaskOrigin,
  type TaskOutput,
} from './contract.js';
export { TASK_PARTS, type TaskPart } from './task.parts.js';

/** A piece of work given to one unit: accepted or returned, handled in time, verified by somebody else. */
export const taskWorkflow: Workflow = defineWorkflow({
  name: 'task',
  version: 4,
  texts: taskTexts,
  contract: taskContract,
  machine: taskMachine,
  startedBy: [],
  acts: taskActs,
  receives: taskReceives,
  guards: taskGuardTexts,
  clocks: taskClocks as Workflow['clocks'],
  effects: taskEffects,
  children: {},
  policy: { schema: taskPolicySchema, presets: taskPresets, default: 'standard' },
  parties: (context) => taskParties(context as TaskContext),
  summary: (context, value) => taskSummary(context as TaskContext, value),
  // 2: who may act and who may know changed; 4: who grants a long extension: nothing that is stored did
  migrations: { 1: (stored) => stored, 2: fromVersion2, 3: (stored) => stored },
});
export { taskAccount } from './task.account.js';
