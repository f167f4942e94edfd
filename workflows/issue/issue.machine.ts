/*
 * An issue (事项) in the loop say → deliberate → act → review (说议办评).
 *
 * Somebody says what is wrong. If anybody is in danger now, the duty officer is rung and an emergency task starts at once;
 * afterwards the outcome is reviewed like any other. Otherwise collectors sort it: a common problem goes on, one person's need
 * is served in confidence, the rest is merged, forwarded or declined with a reason that can be appealed once.
 *
 * Before anybody votes an adviser says who may decide. Residents' and owners' matters are talked over and put on the agenda of
 * the lowest level that fits; what cannot be settled goes to the residents' representatives. A department's legal duty and
 * whatever needs no common decision may take the direct line, which the council can call back. What was decided is announced;
 * it waits for its public notice only if it spends common money, restricts use or affects rights.
 *
 * Then it is done, by the lowest hands that can: claimed, the community's own, an errand, or departments with tasks. Work is
 * verified by others than its handler. What cannot be done comes to a crossroads: another plan, another deliberation, a tier
 * up, or a signed final answer.
 *
 * The outcome is posted (or delivered in confidence) and judged by those concerned. Not solved: once more; badly done twice:
 * supervision by the tier above; the measure itself disputed: the representatives. Silence alone never closes anything.
 *
 * Beside this course run two small clocks: the first reply to the resident, and the council's time to call back a direct line.
 */
import { and } from 'xstate';

import { act, crossroads, signing } from './act.states.js';
import { deliberate } from './deliberate.states.js';
import { createContext } from './issue.context.js';
import { COORDINATORS, COUNCIL, FIRST_ASKED } from './issue.people.js';
import { issueOutputOf } from './issue.params.js';
import { issueSetup } from './issue.setup.js';
import { review } from './review.states.js';
import { say } from './say.states.js';

const emergency = issueSetup.createStateConfig({
  id: 'emergency',
  description: 'Danger to life or property: no sorting, an emergency task round the clock.',
  entry: ['ringDutyOfficer', 'startEmergency'],
  meta: {
    label: { zh: '险情处置', en: 'Emergency' },
    awaits: [{ who: [{ role: 'duty' }, { role: 'coordinator' }], acts: ['addNote'], clock: 'emergency' }],
  },
  always: [
    { guard: 'hasTaskFailed', target: '#crossroads' },
    { guard: 'areTasksVerified', target: '#review', actions: 'takeTaskOutcome' },
  ],
  after: { emergency: { actions: 'noteLate', description: 'Leaders are told; the task goes on.' } },
});

const course = issueSetup.createStateConfig({
  initial: 'arriving',
  description: 'The way of the issue through the four phases.',
  meta: { label: { zh: '办理过程', en: 'Course' } },
  on: {
    callBack: {
      guard: 'hasDirectLine',
      target: '#talking',
      actions: ['stopTasks', 'leaveAgenda', 'countDeliberation', 'leaveDirect'],
      description: 'The council takes a direct-line issue back: it has to be deliberated after all.',
    },
    'done.notice': {
      guard: and(['wasObjectionUpheld', 'hasDecision', 'mayDeliberateAgain']),
      target: '#talking',
      actions: ['stopTasks', 'leaveAgenda', 'countDeliberation', 'revokeDecision'],
      description: 'An objection to a measure already under way was upheld.',
    },
  },
  states: {
    arriving: {
      description: 'The first question: is anybody in danger now?',
      meta: { label: { zh: '收到', en: 'Arriving' } },
      always: [
        { guard: 'isDangerNow', target: 'emergency' },
        {
          guard: 'isConfidential',
          target: 'act',
          description: 'A device noticed something in a home: served at once, in confidence.',
        },
        { target: 'say' },
      ],
    },
    emergency,
    say,
    deliberate,
    act,
    crossroads,
    signing,
    review,
  },
});

const reply = issueSetup.createStateConfig({
  initial: 'waiting',
  description: 'The first reply, whatever else happens.',
  meta: { label: { zh: '首次回复', en: 'First reply' } },
  states: {
    waiting: {
      description: 'Whoever is first asked answers the resident: it arrived, who answers for it, what comes next.',
      meta: {
        label: { zh: '待首次回复', en: 'To be replied to' },
      },
      initial: 'openly',
      always: { guard: 'isReplied', target: 'given' },
      on: { reply: { target: 'given', actions: ['noteReplied', 'sendReply'] } },
      after: { firstReply: { actions: 'noteLate' } },
      states: {
        openly: {
          description: 'By whoever was asked first, or anybody who collects.',
          meta: {
            label: { zh: '待首次回复', en: 'To be replied to' },
            awaits: [{ who: FIRST_ASKED, acts: ['reply'], clock: 'firstReply' }],
          },
          always: { guard: 'isConfidential', target: 'privately' },
        },
        privately: {
          description: 'A confidential need: by the coordinator alone.',
          meta: {
            label: { zh: '待首次回复(保密)', en: 'To be replied to in confidence' },
            awaits: [{ who: COORDINATORS, acts: ['reply'], clock: 'firstReply' }],
          },
        },
      },
    },
    given: {
      type: 'final',
      description: 'The resident knows who answers for it.',
      meta: { label: { zh: '已回复', en: 'Replied' } },
    },
  },
});

const recall = issueSetup.createStateConfig({
  initial: 'idle',
  description: 'The council’s right to call a direct-line issue back.',
  meta: { label: { zh: '叫停', en: 'Call-back' } },
  states: {
    idle: {
      description: 'Nobody has taken the direct line.',
      meta: {
        label: { zh: '未走直通', en: 'No direct line' },
        openEnded: 'Nothing is waited for until somebody takes the direct line.',
      },
      always: { guard: 'hasDirectLine', target: 'open' },
    },
    open: {
      description: 'While acting goes on, the council may call the issue back.',
      meta: {
        label: { zh: '可叫停', en: 'May be called back' },
        awaits: [{ who: COUNCIL, acts: ['callBack'], clock: 'recall' }],
      },
      on: { callBack: { target: 'spent' } },
      after: { recall: { target: 'spent', actions: 'closeDirect' } },
    },
    spent: {
      type: 'final',
      description: 'Called back, or the time to do so is over.',
      meta: { label: { zh: '叫停期已过', en: 'Call-back over' } },
    },
  },
});

export const issueMachine = issueSetup.createMachine({
  id: 'issue',
  context: createContext,
  initial: 'open',
  output: issueOutputOf,
  on: {
    cancelled: {
      target: '.cancelled',
      actions: ['takeCancelled', 'leaveAgenda', 'leaveMainIssue'],
      description: 'Ended by those who run the installation; children are cancelled with it.',
    },
  },
  states: {
    open: {
      type: 'parallel',
      description: 'Under way: its course, and beside it the first reply and the council’s right to call back.',
      meta: { label: { zh: '办理中', en: 'Open' } },
      on: {
        support: { guard: and(['isCommonMatter', 'isNewSupporter']), actions: 'addSupporter' },
        leaveSupport: { guard: 'isCommonMatter', actions: 'removeSupporter' },
        addNote: { actions: 'noteEntry' },
        'merge.joined': [
          { guard: 'isAlreadyConcerned', actions: 'noteEntry' },
          {
            guard: 'isConfidential',
            actions: ['noteEntry', 'turnAway'],
            description: 'A confidential need takes nobody in.',
          },
          { actions: 'addMerged' },
        ],
        'main.ended': { actions: 'noteEntry', description: 'It has left that issue already.' },
        'agenda.accepted': { actions: ['noteEntry', 'refusePlace'], description: 'It no longer waits for a meeting.' },
        'agenda.result': { actions: 'noteEntry' },
        'agenda.dropped': { actions: 'noteEntry' },
        'agenda.confirmed': { actions: 'noteEntry' },
        'agenda.refused': { actions: 'noteEntry' },
        'resolution.entered': { actions: 'noteResolution', description: 'It has its number in the register.' },
        'resolution.refused': { actions: 'noteEntry', description: 'The register says why not yet.' },
        'merge.left': { actions: 'removeMerged' },
        'done.task': { actions: 'recordTask' },
        'failed.task': { actions: 'recordFailedTask' },
        'done.notice': { actions: 'noteEntry' },
        'failed.notice': { actions: 'noteEntry' },
      },
      states: { course, reply, recall },
    },
    closed: {
      type: 'final',
      description: 'Solved, or accepted after real attempts to ask.',
      entry: ['tellClosed', 'tellMerged'],
      meta: { label: { zh: '办结', en: 'Closed' } },
    },
    answered: {
      type: 'final',
      description: 'Closed by a signed final answer.',
      entry: 'tellMerged',
      meta: { label: { zh: '最终答复', en: 'Finally answered' } },
    },
    declined: {
      type: 'final',
      description: 'Declined or forwarded, and not appealed with success.',
      entry: 'tellMerged',
      meta: { label: { zh: '不予受理', en: 'Declined' } },
    },
    refused: {
      type: 'final',
      description: 'Refused by the Party organisation, published with its reason.',
      entry: 'tellMerged',
      meta: { label: { zh: '未同意', en: 'Refused' } },
    },
    rejected: {
      type: 'final',
      description: 'Rejected by a meeting, published with its reason.',
      entry: 'tellMerged',
      meta: { label: { zh: '会议否决', en: 'Rejected' } },
    },
    withdrawn: {
      type: 'final',
      description: 'Withdrawn by the reporter; nobody else depended on it.',
      entry: 'tellMerged',
      meta: { label: { zh: '已撤回', en: 'Withdrawn' } },
    },
    merged: {
      type: 'final',
      description: 'Settled with the issue it was merged into.',
      meta: { label: { zh: '随主事项办结', en: 'Settled with the main issue' } },
    },
    cancelled: {
      type: 'final',
      description: 'Cancelled.',
      entry: 'tellMerged',
      meta: { label: { zh: '已取消', en: 'Cancelled' } },
    },
  },
});
