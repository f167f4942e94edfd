import { issueSetup } from './issue.setup.js';
import { APPEAL_JUDGES, CONCERNED, REPORTER, SORTERS } from './issue.people.js';

/** Common, individual, forwarded, declined, merged, or not clear yet. */
const sorting = issueSetup.createStateConfig({
  initial: 'deciding',
  description:
    'Collectors tell common problems from individual needs. One clock spans asking and sorting; it is held while the reporter is asked.',
  meta: { label: { zh: '分类', en: 'Sorting' } },
  on: {
    declareDanger: {
      target: '#emergency',
      actions: ['countAlarm', 'takeDanger'],
      description: 'Danger is never sorted: it is dealt with.',
    },
  },
  after: { triage: { actions: 'noteLate', description: 'The tiers above are told; somebody still has to sort it.' } },
  states: {
    deciding: {
      description: 'Common, individual, elsewhere’s, a repeat, unfounded, or not clear yet.',
      meta: {
        label: { zh: '待分类', en: 'To be sorted' },
        awaits: [
          {
            who: SORTERS,
            acts: [
              'sortAsCommon',
              'sortAsIndividual',
              'askInformation',
              'merge',
              'forward',
              'decline',
              'declareDanger',
            ],
            clock: 'triage',
          },
        ],
      },
      on: {
        sortAsCommon: { target: '#deliberate', actions: 'takeAsCommon' },
        sortAsIndividual: {
          target: '#act',
          actions: ['takeAsIndividual', 'releaseMerged', 'makeConfidential'],
          description: 'Served, never put on an agenda: no notice, no public page, no merge.',
        },
        askInformation: {
          guard: 'mayAskAgain',
          target: 'information',
          actions: ['countInformation', 'askReporter', 'noteReplied'],
        },
        merge: { guard: 'mayBeMerged', target: '#merged', actions: ['takeMainIssue', 'joinMainIssue', 'noteReplied'] },
        forward: { target: '#declined', actions: ['takeForward', 'handOver', 'noteReplied'] },
        decline: { target: '#declined', actions: ['takeDecline', 'tellDeclined', 'noteReplied'] },
      },
    },
    information: {
      description: 'Waiting for the reporter. Silence sends it back: it is sorted with what there is.',
      tags: ['pauses:triage'],
      meta: {
        label: { zh: '待居民补充', en: 'Waiting for information' },
        awaits: [{ who: [...REPORTER, { relation: 'opener' }], acts: ['giveInformation'], clock: 'information' }],
      },
      on: {
        giveInformation: { target: 'deciding', actions: 'takeInformation' },
        sortWithoutInformation: { target: 'deciding' },
      },
      after: { information: { target: 'deciding', description: 'The reporter was silent.' } },
    },
  },
});

/** It goes on as part of another issue, with its people as supporters there. */
const merged = issueSetup.createStateConfig({
  id: 'merged',
  description:
    'Goes on as part of another issue. Whoever is concerned may leave; when the main issue settles it, this one ends too.',
  meta: {
    label: { zh: '已并入', en: 'Merged' },
    awaits: [{ who: CONCERNED, acts: ['leaveMerge'] }],
    openEnded: 'It waits for the main issue, which has its own clocks and ends; the end is told here.',
  },
  on: {
    leaveMerge: { target: 'sorting', actions: ['countSorting', 'leaveMainIssue'] },
    'main.ended': [
      { guard: 'didMainIssueSettleIt', target: '#issue.merged', actions: 'takeMerged' },
      {
        guard: 'isOwnMainIssue',
        target: 'sorting',
        actions: ['countSorting', 'forgetMainIssue'],
        description: 'The main issue ended without settling it.',
      },
    ],
    'merge.joined': {
      actions: ['noteEntry', 'turnAway'],
      description: 'Chains are refused: the other issue is sorted again.',
    },
  },
});

/** Declined or forwarded, with one appeal. */
const declined = issueSetup.createStateConfig({
  id: 'declined',
  initial: 'open',
  description: 'Declined or forwarded with its reason and where to turn.',
  meta: { label: { zh: '不予受理', en: 'Declined' } },
  states: {
    open: {
      description: 'The reporter has the reason in writing and may appeal once.',
      meta: {
        label: { zh: '可申诉', en: 'May be appealed' },
        awaits: [{ who: REPORTER, acts: ['appealDecline'], clock: 'appealWindow' }],
      },
      on: { appealDecline: { guard: 'hasNotAppealedDecline', target: 'appealed', actions: 'countDeclineAppeal' } },
      after: { appealWindow: { target: '#issue.declined', description: 'Nobody appealed.' } },
    },
    appealed: {
      description: 'Heard by somebody who had no part in declining.',
      meta: {
        label: { zh: '申诉审理', en: 'Appeal heard' },
        awaits: [{ who: APPEAL_JUDGES, acts: ['upholdAppeal', 'dismissAppeal'], clock: 'appealDecision' }],
      },
      on: {
        upholdAppeal: { guard: 'isJudgeAnother', target: '#sorting', actions: 'forgetEnding' },
        dismissAppeal: {
          guard: 'isJudgeAnother',
          target: '#issue.declined',
          actions: ['keepAppealText', 'tellDeclined'],
        },
      },
      after: { appealDecision: { actions: 'noteLate' } },
    },
  },
});

/** 说: what was said is understood and sorted. */
export const say = issueSetup.createStateConfig({
  id: 'say',
  initial: 'sorting',
  description: '说: what was said is understood and sorted.',
  meta: { label: { zh: '说', en: 'Say' } },
  on: {
    withdraw: [
      {
        guard: 'hasSupporters',
        actions: 'removeReporter',
        description: 'Others depend on it: it goes on without the reporter.',
      },
      { target: '#issue.withdrawn', actions: ['takeWithdrawal', 'leaveMainIssue'] },
    ],
  },
  states: { sorting: { id: 'sorting', ...sorting }, merged, declined },
});
