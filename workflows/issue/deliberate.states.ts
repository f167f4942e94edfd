import { not } from 'xstate';

import { deliberationInput, noticeInput } from './issue.params.js';
import { issueSetup } from './issue.setup.js';
import { ADVISERS, APPEAL_JUDGES, COORDINATORS, PARTY_SECRETARIES } from './issue.people.js';
import { ownersStates } from './owners.states.js';

/** Who may decide, whether the Party organisation considers it, at which level or whether at all it is deliberated. */
const before = {
  competence: issueSetup.createStateConfig({
    description: 'Before anybody votes, an adviser says who may decide this at all.',
    meta: {
      label: { zh: '待权限意见', en: 'Who may decide' },
      awaits: [{ who: ADVISERS, acts: ['stateCompetence'], clock: 'competence' }],
    },
    on: {
      stateCompetence: [
        {
          guard: 'mayNobodyDecide',
          target: '#act',
          actions: ['takeCompetence', 'releaseMerged', 'makeConfidential'],
          description: 'One person’s rights are nobody’s vote: confidential service, visit or mediation.',
        },
        { guard: 'isPartyToConsider', target: 'party', actions: 'takeCompetence' },
        { target: 'routing', actions: 'takeCompetence' },
      ],
    },
    after: {
      competence: { actions: 'noteLate', description: 'Coordinator and leaders are told; nobody else may say it.' },
    },
  }),
  party: issueSetup.createStateConfig({
    description: '党组织研究, by policy, for major matters. Silence lets it go on.',
    meta: {
      label: { zh: '党组织研究', en: 'Party organisation considers' },
      awaits: [{ who: PARTY_SECRETARIES, acts: ['letGoOn', 'refuse'], clock: 'party' }],
    },
    on: {
      letGoOn: { target: 'routing', actions: 'noteEntry' },
      refuse: { target: 'refused', actions: ['takeRefusal', 'publishRefusal'] },
    },
    after: { party: { target: 'routing', actions: 'noteLate', description: 'Silence is not a refusal.' } },
  }),
  refused: issueSetup.createStateConfig({
    initial: 'open',
    description: 'Refused with a published reason.',
    meta: { label: { zh: '党组织研究未同意', en: 'Refused' } },
    states: {
      open: {
        description: 'Published with its reason; may be appealed once.',
        meta: {
          label: { zh: '可申诉', en: 'May be appealed' },
          awaits: [
            {
              who: [{ relation: 'reporter' }, { relation: 'supporter' }, { role: 'deliberator' }],
              acts: ['appealRefusal'],
              clock: 'appealWindow',
            },
          ],
        },
        on: { appealRefusal: { guard: 'hasNotAppealedRefusal', target: 'appealed', actions: 'countRefusalAppeal' } },
        after: { appealWindow: { target: '#issue.refused', description: 'Nobody appealed.' } },
      },
      appealed: {
        description: 'Heard by somebody who had no part in refusing.',
        meta: {
          label: { zh: '申诉审理', en: 'Appeal heard' },
          awaits: [{ who: APPEAL_JUDGES, acts: ['upholdAppeal', 'dismissAppeal'], clock: 'appealDecision' }],
        },
        on: {
          upholdAppeal: { guard: 'isJudgeAnother', target: '#deliberate.routing', actions: 'forgetEnding' },
          dismissAppeal: {
            guard: 'isJudgeAnother',
            target: '#issue.refused',
            actions: ['keepAppealText', 'publishRefusal'],
          },
        },
        after: { appealDecision: { actions: 'noteLate' } },
      },
    },
  }),
  routing: issueSetup.createStateConfig({
    description:
      'The coordinator chooses the lowest level that fits, or the direct line where nothing is decided in common.',
    meta: {
      label: { zh: '选择层级', en: 'Choosing the level' },
      awaits: [{ who: COORDINATORS, acts: ['chooseLevel', 'takeDirectLine'], clock: 'routing' }],
    },
    on: {
      chooseLevel: { guard: 'isLevelInUse', target: 'talking', actions: ['countDeliberation', 'takeLevel'] },
      takeDirectLine: {
        guard: 'isNothingDecidedInCommon',
        target: '#act',
        actions: ['takeDirect', 'tellDirectLine'],
        description: '直通快办: the council may call it back while acting goes on.',
      },
    },
    after: {
      routing: [
        {
          guard: 'isDepartmentsDuty',
          target: '#act',
          actions: ['takeDutyLine', 'tellDirectLine'],
          description: 'A legal duty needs no vote.',
        },
        { target: 'talking', actions: 'countDeliberation', description: 'Nobody chose: the lowest level in use.' },
      ],
    },
  }),
};

/** The body may not decide it, and says who may. */
const notOursToDecide = [
  {
    guard: 'belongsToOwners',
    target: 'convening',
    actions: 'takeOwnersMatter',
    description: 'Owners’ matters are put to the owners’ own ballot.',
  },
  { target: '#crossroads', actions: 'forgetAgenda', description: 'The coordinator decides how it goes on.' },
] as const;

/** Talked over, put on an agenda, treated. */
const meeting = {
  talking: issueSetup.createStateConfig({
    description: 'Opinions, draft measures and interests are gathered in a deliberation of its own.',
    meta: {
      label: { zh: '协商准备', en: 'Talked over' },
      openEnded: 'It waits for its deliberation, which has its own clock.',
    },
    invoke: {
      src: 'deliberation',
      id: 'deliberation',
      input: deliberationInput,
      onDone: [
        { guard: 'areOwnersToDecide', target: 'convening', actions: ['takeDeliberation', 'countAgenda'] },
        {
          target: 'requesting',
          actions: ['takeDeliberation', 'countAgenda'],
          description: 'Disputed or without any measure: the representatives’ meeting.',
        },
      ],
      onError: { target: '#crossroads' },
    },
  }),
  requesting: issueSetup.createStateConfig({
    description: 'Waits for a place on the agenda of the next meeting of its level.',
    entry: 'askForAgenda',
    meta: {
      label: { zh: '等待上会', en: 'Waiting for an agenda' },
      awaits: [{ who: COORDINATORS, acts: ['chooseLevel', 'sendToAssembly'], clock: 'agenda' }],
    },
    on: {
      'agenda.accepted': { target: 'scheduled', actions: 'takeAgenda' },
      'agenda.refused': notOursToDecide,
      chooseLevel: {
        guard: 'isLevelInUse',
        target: 'requesting',
        reenter: true,
        actions: ['leaveAgenda', 'countAgenda', 'takeLevel'],
        description: 'No meeting of this level is in sight: another one.',
      },
      sendToAssembly: {
        guard: 'isBelowAssembly',
        target: 'requesting',
        reenter: true,
        actions: ['leaveAgenda', 'countAgenda', 'goToAssembly'],
      },
    },
    after: { agenda: { actions: 'noteLate', description: 'The coordinator is warned that no meeting took it.' } },
  }),
  scheduled: issueSetup.createStateConfig({
    description: 'On the agenda of a meeting that has been called. Its result is told here.',
    meta: {
      label: { zh: '已列入议程', en: 'On the agenda' },
      awaits: [{ who: COORDINATORS, acts: ['sendToAssembly'], clock: 'meeting' }],
    },
    on: {
      'agenda.accepted': {
        target: 'scheduled',
        reenter: true,
        actions: 'takeAgenda',
        description: 'The meeting was moved.',
      },
      'agenda.dropped': { guard: 'isOwnMeeting', target: 'requesting', actions: ['forgetAgenda', 'countAgenda'] },
      'agenda.refused': notOursToDecide,
      'agenda.result': [
        { guard: not('isOwnMeeting'), actions: 'noteEntry', description: 'Another meeting’s result.' },
        { guard: 'wasAdopted', target: 'decided', actions: 'takeVerdict' },
        { guard: 'wasAdoptedProvisionally', target: 'provisional', actions: 'takeVerdict' },
        { guard: 'wasRejected', target: 'rejected', actions: ['takeRejection', 'publishRejection'] },
        {
          guard: 'belongsToOwners',
          target: 'convening',
          actions: 'takeOwnersMatter',
          description: 'No meeting of residents can decide it: the owners’ own ballot.',
        },
        { guard: 'mayWaitForNextMeeting', target: 'requesting', actions: ['countPostponement', 'countAgenda'] },
        {
          guard: 'isBelowAssembly',
          target: 'requesting',
          actions: ['countAgenda', 'goToAssembly'],
          description: 'What consultation cannot settle is decided by the residents’ representatives.',
        },
        {
          target: '#crossroads',
          actions: 'forgetAgenda',
          description: 'The representatives could not settle it either.',
        },
      ],
      sendToAssembly: {
        guard: 'isBelowAssembly',
        target: 'requesting',
        actions: ['leaveAgenda', 'countAgenda', 'goToAssembly'],
      },
    },
    after: { meeting: { actions: 'noteLate', description: 'The hour of the meeting; then its result is missing.' } },
  }),
};

/** What the meeting decided, confirmed, announced, and waiting for its notice where it must. */
const after = {
  provisional: issueSetup.createStateConfig({
    description:
      'Adopted under a rule nobody has confirmed (待核定): not a resolution until a named adviser cites the article.',
    meta: {
      label: { zh: '结果待核定', en: 'Provisional verdict' },
      awaits: [{ who: ADVISERS, acts: ['confirmVerdict', 'rejectVerdict'], clock: 'provisional' }],
    },
    on: {
      confirmVerdict: { target: 'decided', actions: 'confirmDecision' },
      'agenda.confirmed': { guard: 'isOwnMeeting', target: 'decided', actions: 'confirmDecision' },
      rejectVerdict: [
        { guard: 'areOwnersToDecide', target: 'convening', actions: ['countAgenda', 'forgetDecision'] },
        { target: 'requesting', actions: ['countAgenda', 'forgetDecision'] },
      ],
    },
    after: { provisional: { actions: 'noteLate' } },
  }),
  decided: issueSetup.createStateConfig({
    description: 'The decision is announced, and whether it has to wait for its public notice.',
    meta: {
      label: { zh: '待公布决定', en: 'Decision to be announced' },
      awaits: [{ who: COORDINATORS, acts: ['announceDecision'], clock: 'announcement' }],
    },
    on: {
      announceDecision: [
        { guard: 'mustWaitForNotice', target: 'noticed', actions: ['takeAnnouncement', 'publishDecision'] },
        {
          target: '#act',
          actions: ['takeAnnouncement', 'publishDecision', 'openNotice', 'registerDecision'],
          description: 'Nobody’s rights are touched: posted and acted on at once.',
        },
      ],
    },
    after: { announcement: { actions: 'noteLate' } },
  }),
  noticed: issueSetup.createStateConfig({
    description: 'Spends common money, restricts use or affects rights: nothing is done before the notice has ended.',
    meta: {
      label: { zh: '公示中', en: 'Public notice' },
      openEnded: 'It waits for its public notice, which has its own clock.',
    },
    invoke: {
      src: 'notice',
      id: 'publicNotice',
      input: noticeInput,
      onDone: { target: 'weighed', actions: 'takeNotice' },
      onError: { target: '#crossroads' },
    },
  }),
  weighed: issueSetup.createStateConfig({
    description: 'An upheld objection or a withdrawn notice takes the decision back.',
    meta: { label: { zh: '公示结果', en: 'End of the notice' } },
    always: [
      { guard: 'hasDecision', target: '#act', actions: 'registerDecision' },
      { guard: 'mayDeliberateAgain', target: 'talking', actions: 'countDeliberation' },
      { target: '#crossroads' },
    ],
  }),
  rejected: issueSetup.createStateConfig({
    initial: 'unexplained',
    description: 'The next level can be asked once. The representatives’ verdict, and the owners’, is the last.',
    meta: { label: { zh: '会议否决', en: 'Rejected' } },
    states: {
      unexplained: {
        description: 'Published; the coordinator explains it to those concerned. Their time to appeal has not begun.',
        meta: {
          label: { zh: '待说明理由', en: 'To be explained' },
          awaits: [{ who: COORDINATORS, acts: ['explainRejection'], clock: 'explanation' }],
        },
        on: { explainRejection: { target: 'explained', actions: ['takeExplanation', 'publishRejection'] } },
        after: { explanation: { actions: 'noteLate' } },
      },
      explained: {
        description: 'Those concerned have the reason in writing.',
        meta: {
          label: { zh: '可申诉', en: 'May be appealed' },
          awaits: [
            {
              who: [{ relation: 'reporter' }, { relation: 'supporter' }],
              acts: ['appealRejection'],
              clock: 'appealWindow',
            },
          ],
          openEnded: 'Nobody need do anything: the time to appeal ends by itself.',
        },
        after: {
          appealWindow: { target: '#issue.rejected', description: 'Nobody appealed, or the last word was said.' },
        },
      },
    },
    on: {
      appealRejection: {
        guard: 'hasNotAppealedRejection',
        target: 'requesting',
        actions: ['countAgenda', 'noteRejectionAppeal'],
      },
    },
  }),
};

/** 议: who may decide, at which level, and what is decided. */
export const deliberate = issueSetup.createStateConfig({
  id: 'deliberate',
  initial: 'competence',
  description: '议: who may decide, at which level, and what is decided.',
  meta: { label: { zh: '议', en: 'Deliberate' } },
  on: {
    withdraw: [
      {
        guard: 'hasSupporters',
        actions: 'removeReporter',
        description: 'Others depend on it: it goes on without the reporter.',
      },
      { target: '#issue.withdrawn', actions: ['takeWithdrawal', 'leaveAgenda'] },
    ],
  },
  states: {
    competence: before.competence,
    party: before.party,
    refused: before.refused,
    routing: { id: 'deliberate.routing', ...before.routing },
    talking: { id: 'talking', ...meeting.talking },
    requesting: { id: 'requesting', ...meeting.requesting },
    scheduled: meeting.scheduled,
    convening: { id: 'convening', ...ownersStates.convening },
    balloting: ownersStates.balloting,
    reckoned: ownersStates.reckoned,
    provisional: after.provisional,
    decided: after.decided,
    noticed: after.noticed,
    weighed: after.weighed,
    rejected: after.rejected,
  },
});
