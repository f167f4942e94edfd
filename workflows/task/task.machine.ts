/*
 * A task gives one piece of work to one unit.
 *
 * withDoer      One unit has it. Its handling time runs from dispatch until the work is handed in, whatever happens inside; the
 *               ladder reminds, warns, and calls the leader and the upper tier. Only an approved hold stops it. Every unit that
 *               comes to have it gets a time of its own; the time used stays on the account of the one before.
 *   admission   Work handed down from above is held against the admission register first.
 *   dispatched  Is it ours to do? The unit accepts, or returns it with ground and basis. Silence is acceptance. Emergencies ring
 *               who is on duty, then the second in line, then the leaders; they and tasks given by arbitration cannot be returned.
 *   handling    Work: given to an office and a person inside, planned in dated steps, noted openly or internally. The handler asks
 *               for a hold, for more time, for another unit to take it, or reports that it cannot be done; each is answered by
 *               somebody else in time, and an unanswered request lapses without effect. A public answer is signed by a leader.
 * returned      The dispatcher gives it to another unit; silent dispatchers lose it to arbitration.
 * arbitration   After too many returns or too much bad work the tier above the units in dispute names one owner, or rules that it
 *               cannot be done. If it is silent or nobody fits, the district of the unit asked first takes it. If nothing stands
 *               above them all, that district leads until a joint meeting names the owner.
 * verification  Not on the handler's time. Supervisors verify or send back; if they are silent a substitute, then the
 *               coordinator; never the handler, never by itself.
 * verified, impossible, cancelled   The end.
 *
 * All along the unit asked first is the resident's contact, and a unit that is merged or closed hands its task on.
 */
import { withDoer } from './holding.states.js';
import { arbitration, returned } from './settling.states.js';
import { initialTask } from './task.context.js';
import { letterToResident, outputWhenDone } from './task.params.js';
import { taskSetup } from './task.setup.js';
import { verification } from './verifying.states.js';

export const taskMachine = taskSetup.createMachine({
  id: 'task',
  context: initialTask,
  initial: 'withDoer',
  output: outputWhenDone,
  on: {
    cancelled: { target: '.cancelled', description: 'The issue that asked for it ended or took another way' },
    withdrawTask: { target: '.cancelled', actions: 'recordWithdrawal' },
    answerResident: {
      actions: ['recordReply', { type: 'writeToResident', params: letterToResident }],
      description: 'Whoever was asked first stays the resident’s contact until the end',
    },
    'arbiter.found': { actions: 'ignoreArbiter', description: 'Of a dispute that is over: nothing changes' },
    'admission.checked': { actions: 'recordAdmission', description: 'May come when the unit has decided itself' },
    'owner.named': { actions: 'recordMinutes', description: 'May come when the owner is settled' },
    'unit.succeeded': { actions: 'recordSuccession' },
    'duty.rung': { actions: 'recordDuty' },
    'lead.known': { actions: 'recordLead' },
    'assist.late': { actions: 'recordAssist' },
    'assist.done': { actions: 'recordAssist' },
  },
  states: {
    withDoer,
    returned,
    arbitration,
    verification,
    verified: {
      type: 'final',
      description: 'Done and verified',
      meta: { label: { zh: '核验通过', en: 'Verified' } },
      entry: 'endAssist',
    },
    impossible: {
      type: 'final',
      description: 'Cannot or may not be done; the signed answer says why',
      meta: { label: { zh: '无法办理', en: 'Cannot be done' } },
      entry: 'endAssist',
    },
    cancelled: {
      type: 'final',
      description: 'Withdrawn, or no longer wanted',
      meta: { label: { zh: '已撤回', en: 'Withdrawn' } },
      entry: 'endAssist',
    },
  },
});
