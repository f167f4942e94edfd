/*
 * A task gives one piece of work to one unit.
 *
 * withDoer      The unit has it. The handling time runs from dispatch until the work is handed in, whatever happens inside; its
 *               ladder reminds, warns, and calls the leader and the upper tier. Only an approved hold stops it.
 *   dispatched  The unit accepts, or returns it with reason and basis. Silence is acceptance. Emergencies and tasks given by
 *               arbitration cannot be returned.
 *   handling    Work. The handler notes progress, asks for a hold, for more time, or reports that it cannot be done; each is
 *               answered by somebody else in time, and an unanswered request lapses without effect.
 * returned      The dispatcher gives it to another unit; silent dispatchers lose it to arbitration.
 * arbitration   After too many returns or too much bad work the tier above the units in dispute names one owner, or rules that
 *               it cannot be done. If it is silent, the unit asked first owns it.
 * verification  Not on the handler's time. Supervisors verify or send back; if they are silent a substitute, then the
 *               coordinator; never the handler, never by itself.
 * verified, impossible, cancelled   The end.
 */
import { and, assign, not, setup } from 'xstate';

import { engineActions, effect, type StateMeta } from '#libs/engine';

import type { TaskOutput } from './contract.js';
import {
  ARBITERS,
  DISPATCHERS,
  LAST_VERIFIERS,
  DOERS,
  SIGNERS,
  SUBSTITUTES,
  SUPERVISORS,
  UPPER_TIER,
} from './task.acts.js';
import { initialTask, type TaskContext, type TaskStart } from './task.context.js';
import { taskEffects } from './task.effects.js';
import type { TaskEvent } from './task.events.js';
import { taskGuards } from './task.guards.js';
import { arbitrationRequest, outputWhenDone, requestedExtension } from './task.params.js';
import * as steps from './task.steps.js';

export const taskMachine = setup({
  types: {
    context: {} as TaskContext,
    events: {} as TaskEvent,
    input: {} as TaskStart,
    output: {} as TaskOutput,
    meta: {} as StateMeta,
  },
  guards: taskGuards,
  actions: {
    ...engineActions,
    findArbiter: effect(taskEffects.findArbiter),
    recordAcceptance: assign(steps.recordAcceptance),
    recordSilentAcceptance: assign(steps.recordSilentAcceptance),
    recordReturn: assign(steps.recordReturn),
    countReassignment: assign(steps.countReassignment),
    countOwner: assign(steps.countOwner),
    countFirstAskedOwner: assign(steps.countFirstAskedOwner),
    recordArbiter: assign(steps.recordArbiter),
    recordProgress: assign(steps.recordProgress),
    recordFinish: assign(steps.recordFinish),
    recordRequest: assign(steps.recordRequest),
    recordHold: assign(steps.recordHold),
    countHold: assign(steps.countHold),
    countExtension: assign(steps.countExtension),
    countRefusal: assign(steps.countRefusal),
    countLapse: assign(steps.countLapse),
    recordImpossible: assign(steps.recordImpossible),
    recordRulingImpossible: assign(steps.recordRulingImpossible),
    countOverdue: assign(steps.countOverdue),
    recordSupervision: assign(steps.recordSupervision),
    recordVerification: assign(steps.recordVerification),
    countRedo: assign(steps.countRedo),
    countSilence: assign(steps.countSilence),
    recordWithdrawal: assign(steps.recordWithdrawal),
  },
  delays: {
    acceptance: 1,
    handling: 1,
    redispatch: 1,
    arbitration: 1,
    holdApproval: 1,
    hold: 1,
    extensionApproval: 1,
    signature: 1,
    verification: 1,
    substitution: 1,
    lastVerification: 1,
  },
}).createMachine({
  id: 'task',
  context: initialTask,
  initial: 'withDoer',
  output: outputWhenDone,
  on: {
    cancelled: { target: '.cancelled', description: 'The issue that asked for it ended or took another way' },
    withdrawTask: { target: '.cancelled', actions: 'recordWithdrawal' },
    'arbiter.found': { actions: 'recordArbiter', description: 'May come when the arbitration is already over' },
  },
  states: {
    withDoer: {
      description: 'The unit has the task; its time runs from dispatch',
      meta: { label: { zh: '承办中', en: 'With the unit' } } satisfies StateMeta,
      initial: 'dispatched',
      after: {
        handling: {
          actions: 'countOverdue',
          description: 'Out of time: red card, and the work goes on under the ladder',
        },
      },
      on: { 'supervision.started': { actions: 'recordSupervision' } },
      states: {
        dispatched: {
          description: 'Waiting to be accepted or returned',
          meta: {
            label: { zh: '待接单', en: 'Dispatched' },
            awaits: [{ who: DOERS, acts: ['accept', 'returnTask'], clock: 'acceptance' }],
          } satisfies StateMeta,
          after: {
            acceptance: {
              target: 'handling',
              actions: 'recordSilentAcceptance',
              description: 'Silence is acceptance',
            },
          },
          on: {
            accept: { target: 'handling', actions: 'recordAcceptance' },
            returnTask: [
              {
                guard: and(['mayReturn', 'returnsLeft']),
                target: '#task.returned',
                actions: 'recordReturn',
                description: 'Goes back to the dispatcher',
              },
              {
                guard: 'mayReturn',
                target: '#task.arbitration',
                actions: 'recordReturn',
                description: 'Returned too often: the upper tier names an owner',
              },
            ],
          },
        },
        handling: {
          description: 'The work is being done',
          meta: { label: { zh: '办理中', en: 'Being handled' } } satisfies StateMeta,
          initial: 'active',
          on: { progress: { actions: 'recordProgress' } },
          states: {
            active: {
              description: 'The time runs; the work can be handed in at any moment',
              meta: {
                label: { zh: '办理', en: 'At work' },
                awaits: [{ who: DOERS, acts: ['finish', 'progress'], clock: 'handling' }],
              } satisfies StateMeta,
              initial: 'working',
              on: {
                finish: {
                  guard: 'evidenceEnough',
                  target: '#task.verification',
                  actions: 'recordFinish',
                  description: 'Handed in with answer and evidence: the handling time stops',
                },
              },
              states: {
                working: {
                  description: 'No request is open',
                  meta: {
                    label: { zh: '正常办理', en: 'Working' },
                    awaits: [{ who: DOERS, acts: ['askHold', 'askExtension', 'reportImpossible'], clock: 'handling' }],
                  } satisfies StateMeta,
                  on: {
                    askHold: {
                      guard: and(['mayHold', 'holdShortEnough']),
                      target: 'holdAsked',
                      actions: 'recordRequest',
                    },
                    askExtension: [
                      {
                        guard: and(['mayExtend', 'notOverdue', 'extensionShortEnough', 'isFirstExtension']),
                        target: 'extensionAsked',
                        actions: 'recordRequest',
                        description: 'The first is for the dispatcher',
                      },
                      {
                        guard: and(['mayExtend', 'notOverdue', 'extensionShortEnough']),
                        target: 'furtherExtensionAsked',
                        actions: 'recordRequest',
                        description: 'Later ones are for the upper tier',
                      },
                    ],
                    reportImpossible: { target: 'impossibleReported', actions: 'recordRequest' },
                  },
                },
                holdAsked: {
                  description: 'A hold is asked for; the time runs until it is approved',
                  meta: {
                    label: { zh: '挂起待批', en: 'Hold asked for' },
                    awaits: [{ who: DISPATCHERS, acts: ['approveHold', 'refuseHold'], clock: 'holdApproval' }],
                  } satisfies StateMeta,
                  after: { holdApproval: { target: 'working', actions: 'countLapse' } },
                  on: {
                    approveHold: { target: '#task.withDoer.handling.held', actions: 'recordHold' },
                    refuseHold: { target: 'working', actions: 'countRefusal' },
                  },
                },
                extensionAsked: {
                  description: 'The first extension is asked for',
                  meta: {
                    label: { zh: '延期待批', en: 'Extension asked for' },
                    awaits: [
                      { who: DISPATCHERS, acts: ['grantExtension', 'refuseExtension'], clock: 'extensionApproval' },
                    ],
                  } satisfies StateMeta,
                  after: { extensionApproval: { target: 'working', actions: 'countLapse' } },
                  on: {
                    grantExtension: {
                      guard: 'notOverdue',
                      target: 'working',
                      actions: [{ type: 'extend', params: requestedExtension }, 'countExtension'],
                    },
                    refuseExtension: { target: 'working', actions: 'countRefusal' },
                  },
                },
                furtherExtensionAsked: {
                  description: 'A further extension is asked for',
                  meta: {
                    label: { zh: '再次延期待批', en: 'Further extension asked for' },
                    awaits: [
                      {
                        who: UPPER_TIER,
                        acts: ['leaderGrantExtension', 'leaderRefuseExtension'],
                        clock: 'extensionApproval',
                      },
                    ],
                  } satisfies StateMeta,
                  after: { extensionApproval: { target: 'working', actions: 'countLapse' } },
                  on: {
                    leaderGrantExtension: {
                      guard: 'notOverdue',
                      target: 'working',
                      actions: [{ type: 'extend', params: requestedExtension }, 'countExtension'],
                    },
                    leaderRefuseExtension: { target: 'working', actions: 'countRefusal' },
                  },
                },
                impossibleReported: {
                  description: 'Reported as impossible; a leader signs or refuses',
                  meta: {
                    label: { zh: '无法办理待签发', en: 'Reported as impossible' },
                    awaits: [{ who: SIGNERS, acts: ['signImpossible', 'refuseImpossible'], clock: 'signature' }],
                  } satisfies StateMeta,
                  after: { signature: { target: 'working', actions: 'countLapse' } },
                  on: {
                    signImpossible: { target: '#task.impossible', actions: 'recordImpossible' },
                    refuseImpossible: { target: 'working', actions: 'countRefusal' },
                  },
                },
              },
            },
            held: {
              description: 'On hold: the handling time stands still',
              tags: 'pauses:handling',
              meta: {
                label: { zh: '已挂起', en: 'On hold' },
                awaits: [{ who: DOERS, acts: ['resume', 'progress'], clock: 'hold' }],
              } satisfies StateMeta,
              after: { hold: { target: 'active', actions: 'countHold', description: 'The longest time is over' } },
              on: { resume: { target: 'active', actions: 'countHold' } },
            },
          },
        },
      },
    },
    returned: {
      description: 'Returned: the dispatcher finds the right unit',
      meta: {
        label: { zh: '已退单', en: 'Returned' },
        awaits: [{ who: DISPATCHERS, acts: ['reassign', 'withdrawTask'], clock: 'redispatch' }],
      } satisfies StateMeta,
      after: { redispatch: { target: 'arbitration', description: 'A silent dispatcher loses it to the upper tier' } },
      on: { reassign: { target: 'withDoer', actions: 'countReassignment' } },
    },
    arbitration: {
      description: 'The tier above the units in dispute must name one owner',
      meta: {
        label: { zh: '待裁定', en: 'Arbitration' },
        awaits: [{ who: ARBITERS, acts: ['assignOwner', 'declareImpossible'], clock: 'arbitration' }],
      } satisfies StateMeta,
      entry: { type: 'findArbiter', params: arbitrationRequest },
      after: {
        arbitration: {
          target: 'withDoer',
          actions: 'countFirstAskedOwner',
          description: 'Nobody ruled: the unit asked first leads',
        },
      },
      on: {
        assignOwner: { target: 'withDoer', actions: 'countOwner' },
        declareImpossible: { target: 'impossible', actions: 'recordRulingImpossible' },
      },
    },
    verification: {
      description: 'Handed in: somebody other than the handler looks at it',
      meta: { label: { zh: '待核验', en: 'Waiting for verification' } } satisfies StateMeta,
      initial: 'choosing',
      on: {
        verify: { guard: not('isPrivate'), target: 'verified', actions: 'recordVerification' },
        sendBack: [
          {
            guard: and([not('isPrivate'), 'redosLeft']),
            target: 'withDoer.handling',
            actions: 'countRedo',
            description: 'Do it again',
          },
          {
            guard: not('isPrivate'),
            target: 'arbitration',
            actions: ['countRedo', 'recordSupervision'],
            description: 'Badly done too often: supervision, and the upper tier names an owner',
          },
        ],
      },
      states: {
        choosing: {
          description: 'A personal matter goes straight to the coordinator, everything else to the supervisors',
          meta: { label: { zh: '确定核验人', en: 'Finding the verifier' } } satisfies StateMeta,
          always: [{ guard: 'isPrivate', target: 'byCoordinator' }, { target: 'bySupervisors' }],
        },
        bySupervisors: {
          description: 'The supervisors verify or send back',
          meta: {
            label: { zh: '监督团核验', en: 'With the supervisors' },
            awaits: [{ who: SUPERVISORS, acts: ['verify', 'sendBack'], clock: 'verification' }],
          } satisfies StateMeta,
          after: { verification: { target: 'bySubstitute', description: 'The supervisors were silent' } },
        },
        bySubstitute: {
          description: 'A residents’ representative stands in; the supervisors still may',
          meta: {
            label: { zh: '居民代表代核', en: 'With the substitute' },
            awaits: [{ who: SUBSTITUTES, acts: ['verifyInstead', 'sendBackInstead'], clock: 'substitution' }],
          } satisfies StateMeta,
          after: { substitution: { target: 'byCoordinator', description: 'The substitute was silent too' } },
          on: {
            verifyInstead: { target: '#task.verified', actions: 'recordVerification' },
            sendBackInstead: [
              { guard: 'redosLeft', target: '#task.withDoer.handling', actions: 'countRedo' },
              { target: '#task.arbitration', actions: ['countRedo', 'recordSupervision'] },
            ],
          },
        },
        byCoordinator: {
          description: 'The coordinator verifies; nothing passes by itself, the reminders come again',
          meta: {
            label: { zh: '协调员核验', en: 'With the coordinator' },
            awaits: [
              { who: LAST_VERIFIERS, acts: ['coordinatorVerify', 'coordinatorSendBack'], clock: 'lastVerification' },
            ],
          } satisfies StateMeta,
          after: { lastVerification: { target: 'byCoordinator', reenter: true, actions: 'countSilence' } },
          on: {
            coordinatorVerify: { target: '#task.verified', actions: 'recordVerification' },
            coordinatorSendBack: [
              { guard: 'redosLeft', target: '#task.withDoer.handling', actions: 'countRedo' },
              { target: '#task.arbitration', actions: ['countRedo', 'recordSupervision'] },
            ],
          },
        },
      },
    },
    verified: {
      type: 'final',
      description: 'Done and verified',
      meta: { label: { zh: '核验通过', en: 'Verified' } } satisfies StateMeta,
    },
    impossible: {
      type: 'final',
      description: 'Cannot or may not be done; the signed answer says why',
      meta: { label: { zh: '无法办理', en: 'Cannot be done' } } satisfies StateMeta,
    },
    cancelled: {
      type: 'final',
      description: 'Withdrawn, or no longer wanted',
      meta: { label: { zh: '已撤回', en: 'Withdrawn' } } satisfies StateMeta,
    },
  },
});
