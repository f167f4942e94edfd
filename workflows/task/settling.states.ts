import { and } from 'xstate';

import {
  arbitrationRequest,
  lesson,
  meetingCall,
  movedByFallback,
  movedByTransfer,
  movedProvisionally,
} from './task.params.js';
import { ARBITERS, DISPATCHERS } from './task.people.js';
import { taskSetup } from './task.setup.js';

/** Nobody has it: the dispatcher looks for the right unit. */
export const returned = taskSetup.createStateConfig({
  description: 'Returned, not admitted, or its unit is gone: the dispatcher finds the right unit',
  meta: {
    label: { zh: '已退单', en: 'Returned' },
    awaits: [{ who: DISPATCHERS, acts: ['reassign', 'withdrawTask'], clock: 'redispatch' }],
  },
  after: { redispatch: { target: 'arbitration', description: 'A silent dispatcher loses it to the upper tier' } },
  on: { reassign: { target: 'withDoer', actions: 'countReassignment' } },
});

/** The tier above the units in dispute must name one owner. */
export const arbitration = taskSetup.createStateConfig({
  description: 'The tier above the units in dispute must name one owner',
  meta: {
    label: { zh: '待裁定', en: 'Arbitration' },
    awaits: [{ who: ARBITERS, acts: ['assignOwner', 'nobodyFits', 'declareImpossible'], clock: 'arbitration' }],
  },
  entry: ['forgetArbiter', { type: 'findArbiter', params: arbitrationRequest }],
  after: {
    arbitration: {
      target: 'withDoer',
      actions: ['countFallback', { type: 'tellOffices', params: movedByFallback }],
      description: 'Nobody ruled: the district of the unit asked first takes it (兜底)',
    },
  },
  on: {
    'arbiter.found': [
      { guard: and(['isThisRound', 'hasArbiter']), actions: 'recordArbiter' },
      {
        guard: 'isThisRound',
        target: 'withDoer',
        actions: [
          'countProvisionalLead',
          { type: 'callJointMeeting', params: meetingCall },
          { type: 'tellOffices', params: movedProvisionally },
        ],
        description: 'Nothing stands above them all: the first-received district leads until a joint meeting names one',
      },
    ],
    'owner.named': {
      target: 'withDoer',
      actions: [
        'countNamedOwner',
        { type: 'learnOwner', params: lesson },
        { type: 'tellOffices', params: movedByTransfer },
      ],
    },
    assignOwner: { target: 'withDoer', actions: ['countOwner', { type: 'learnOwner', params: lesson }] },
    nobodyFits: {
      target: 'withDoer',
      actions: ['countFallback', { type: 'tellOffices', params: movedByFallback }],
      description: 'Nobody’s duty fits: the fallback owner is named',
    },
    declareImpossible: { target: 'impossible', actions: 'recordRulingImpossible' },
  },
});
