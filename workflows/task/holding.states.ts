import { and, not } from 'xstate';

import { handling } from './handling.states.js';
import {
  admissionQuestion,
  assistLate,
  assistStarted,
  lastInLine,
  lesson,
  movedBySuccession,
  movedByTransfer,
  nextInLine,
  notAdmitted,
} from './task.params.js';
import { DESK, DISPATCHERS, DOERS } from './task.people.js';
import { taskSetup } from './task.setup.js';

const admission = taskSetup.createStateConfig({
  description: 'Handed down by a tier or department: the admission register (社区工作准入) is asked first',
  meta: {
    label: { zh: '准入核对', en: 'Admission' },
    awaits: [{ who: DISPATCHERS, acts: ['withdrawTask'], clock: 'admissionCheck' }],
  },
  entry: { type: 'checkAdmission', params: admissionQuestion },
  after: { admissionCheck: { target: 'dispatched', description: 'The register is silent: the unit decides itself' } },
  on: {
    'admission.checked': [
      { guard: 'isAdmitted', target: 'dispatched', actions: 'recordAdmission' },
      {
        target: '#task.returned',
        actions: ['recordAdmission', { type: 'tellOffices', params: notAdmitted }],
        description: 'Not on the register: back to whoever wanted to hand it down',
      },
    ],
  },
});

const dispatched = taskSetup.createStateConfig({
  description: 'Is it the unit’s to do? It accepts, or returns it with ground and basis',
  meta: {
    label: { zh: '待接单', en: 'Dispatched' },
    awaits: [
      { who: DOERS, acts: ['accept'], clock: 'acceptance' },
      { who: DESK, acts: ['returnTask'], clock: 'acceptance' },
    ],
  },
  after: {
    acceptance: [
      {
        guard: 'isEmergency',
        target: 'handling',
        actions: ['recordSilentAcceptance', { type: 'ringRoster', params: lastInLine }],
        description: 'Nobody on duty answered: it counts as accepted, and the leaders are rung',
      },
      {
        guard: 'hasReturns',
        target: 'handling',
        actions: ['recordSilentAcceptance', { type: 'learnOwner', params: lesson }],
        description: 'Silence is acceptance, and shows whose it was',
      },
      { target: 'handling', actions: 'recordSilentAcceptance', description: 'Silence is acceptance' },
    ],
  },
  on: {
    'help.wanted': { actions: ['recordLine', { type: 'ringRoster', params: nextInLine }] },
    accept: [
      {
        guard: 'hasReturns',
        target: 'handling',
        actions: ['recordAcceptance', { type: 'learnOwner', params: lesson }],
        description: 'After a return it is settled whose it was',
      },
      { target: 'handling', actions: 'recordAcceptance' },
    ],
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
});

/** One unit has the task: its own time runs from here, whatever happens inside. */
export const withDoer = taskSetup.createStateConfig({
  description: 'The unit has the task; its time runs from dispatch',
  meta: { label: { zh: '承办中', en: 'With the unit' } },
  initial: 'arriving',
  after: {
    handling: [
      {
        guard: 'isAssist',
        actions: ['countOverdue', { type: 'reportAssist', params: assistLate }],
        description: 'A late assist: those who lead hear of it, and it goes on under its own ladder',
      },
      { actions: 'countOverdue', description: 'Out of time: red card, and the work goes on under the ladder' },
    ],
  },
  on: {
    'supervision.started': { actions: 'recordSupervision' },
    'contact.due': {
      guard: not('wroteToResident'),
      actions: 'recordContactSilence',
      description: 'The unit asked first owes the resident a word',
    },
    transfer: {
      guard: and(['mayTransfer', 'isAnotherUnit']),
      target: 'withDoer',
      reenter: true,
      actions: ['countTransfer', { type: 'tellOffices', params: movedByTransfer }],
      description: 'To another unit: history kept, a time of its own',
    },
    'owner.named': [
      { guard: and(['isProvisional', 'isNamedHolder']), actions: 'confirmOwner' },
      {
        guard: 'isProvisional',
        target: 'withDoer',
        reenter: true,
        actions: [
          'countNamedOwner',
          { type: 'learnOwner', params: lesson },
          { type: 'tellOffices', params: movedByTransfer },
        ],
        description: 'The joint meeting has named the owner: a new holder with a time of its own',
      },
    ],
    'unit.succeeded': [
      {
        guard: and(['isHolderGone', 'hasSuccessor']),
        target: 'withDoer',
        reenter: true,
        actions: ['countSuccession', { type: 'tellOffices', params: movedBySuccession }],
        description: 'Merged into another unit, which has a time of its own',
      },
      {
        guard: 'isHolderGone',
        target: 'returned',
        actions: ['recordGone', { type: 'tellOffices', params: movedBySuccession }],
        description: 'Closed without a successor: back to the dispatcher',
      },
      { actions: 'recordSuccession' },
    ],
  },
  states: {
    arriving: {
      description:
        'Work handed down is held against the admission register; those on duty are rung; assists find their lead',
      meta: { label: { zh: '到达', en: 'Arriving' } },
      always: [
        { guard: 'isHandedDown', target: 'admission' },
        {
          guard: 'isEmergency',
          target: 'dispatched',
          actions: ['recordLine', { type: 'ringRoster', params: nextInLine }],
        },
        { guard: 'isAssist', target: 'dispatched', actions: { type: 'reportAssist', params: assistStarted } },
        { target: 'dispatched' },
      ],
    },
    admission,
    dispatched,
    handling,
  },
});
