/*
 * A covenant (公约) is a text that binds a community, a pledge (自律公约) one that binds those who sign it, rules of procedure
 * (议事规则) one that is written from the policies in force. All go the same way, each leaving out what it does not need.
 *
 * drafting     Written from a template by the council, residents' groups or the committee; handed on with a checklist.
 * checking     The community's legal officer, who did not write it: lawful, no penalties, which body is competent. Sent back a
 *              limited number of times. Silence is no clearance: it is asked for again and the leader is told.
 * commenting   Shown to residents, who may object; each objection is answered. One that is upheld sends the draft back.
 * adopting     By papers of a roll, by a meeting that was called, or, a pledge, by signatures. Rules of procedure need none: the
 *              policies in them have been decided already.
 * undecided    Too few took part, or a tie: the body may be called again.
 * provisional  The rule of the verdict is to be confirmed (待核定): nothing goes on until a named adviser has cited the article.
 * signing      The chair signs, or says that this is not the text that was adopted.
 * filing       The street may object with reasons. Its silence is filing, and is recorded as such.
 * entering     The register gives it its number; a repeal ends the entry instead.
 * unentered    The register said no: somebody puts right what it named.
 * inForce      Posted, and then standing. Pledges are joined and left. Once a year somebody looks whether it still fits.
 * ending       Revoked by order of the street, or dissolved: the register is told.
 * A newer version, or a repeal, is a case of its own; it tells this one, which then ends.
 */
import { and, not } from 'xstate';

import type { StateMeta } from '#libs/engine';

import { ASKERS, CHAIRS, DRAFTERS, OFFICERS, SECRETARIES, SIGNATORIES, STREET } from './covenant.acts.js';
import { initialCovenant } from './covenant.context.js';
import {
  ballotInput,
  commentsInput,
  outputWhenDone,
  postingInput,
  submission,
  verdictToSettle,
} from './covenant.params.js';
import { covenantSetup } from './covenant.setup.js';

const CLEARED = and(['findsItLawful', 'namesCompetentBody']);

const drafting = covenantSetup.createStateConfig({
  description: 'The text is written',
  meta: {
    label: { zh: '起草', en: 'Drafting' },
    awaits: [{ who: DRAFTERS, acts: ['writeDraft', 'submitDraft', 'withdrawDraft'], clock: 'drafting' }],
  } satisfies StateMeta,
  on: {
    writeDraft: { actions: 'recordDraft' },
    submitDraft: { guard: and(['hasText', 'isChecklistComplete']), target: 'checking' },
    withdrawDraft: { target: 'withdrawn', actions: 'recordWithdrawal' },
  },
  after: {
    drafting: [
      {
        guard: 'remindersLeft',
        target: 'drafting',
        reenter: true,
        actions: 'countReminder',
        description: 'Asked for again',
      },
      { target: 'lapsed', actions: 'endAsLapsed', description: 'Nobody wrote it' },
    ],
  },
});

const checking = covenantSetup.createStateConfig({
  description: 'The legal officer looks at it',
  meta: {
    label: { zh: '法治审核', en: 'Legal check' },
    awaits: [{ who: OFFICERS, acts: ['clearDraft', 'returnDraft', 'refuseDraft'], clock: 'checking' }],
  } satisfies StateMeta,
  on: {
    clearDraft: [
      {
        guard: and([CLEARED, 'isPassed']),
        target: 'weighed',
        actions: 'recordCheck',
        description: 'It was adopted already',
      },
      { guard: and([CLEARED, 'wantsComments']), target: 'commenting', actions: 'recordCheck' },
      { guard: CLEARED, target: 'adopting', actions: 'recordCheck' },
    ],
    returnDraft: { guard: 'returnsLeft', target: 'drafting', actions: 'countReturn' },
    refuseDraft: { target: 'refused', actions: 'recordRefusal' },
    withdrawDraft: { guard: 'mayBeWithdrawn', target: 'withdrawn', actions: 'recordWithdrawal' },
  },
  after: {
    checking: {
      target: 'checking',
      reenter: true,
      actions: 'countSilence',
      description: 'Silence is no clearance: the leader is told and it is asked for again',
    },
  },
});

const commenting = covenantSetup.createStateConfig({
  description: 'The draft is posted; residents may object',
  meta: {
    label: { zh: '征求意见', en: 'Comments' },
    openEnded: 'It waits for the notice of the draft, which has its own clock.',
  } satisfies StateMeta,
  invoke: {
    src: 'notice',
    id: 'comments',
    input: commentsInput,
    onDone: { target: 'weighing', actions: 'recordComments' },
    onError: { target: 'weighing', description: 'The draft could not be posted: the body decides without' },
  },
  on: { withdrawDraft: { target: 'withdrawn', actions: 'recordWithdrawal' } },
});

const adopting = covenantSetup.createStateConfig({
  description: 'The competent body adopts it, or those who are to be bound sign it',
  meta: { label: { zh: '提请通过', en: 'Adoption' } } satisfies StateMeta,
  initial: 'choosing',
  on: { withdrawDraft: { target: '#covenant.withdrawn', actions: ['leaveAgenda', 'recordWithdrawal'] } },
  states: {
    choosing: {
      description: 'How it is adopted follows from its kind and from the body the officer named',
      meta: { label: { zh: '确定方式', en: 'Way of adoption' } } satisfies StateMeta,
      always: [
        { guard: 'isPledge', target: 'collecting' },
        {
          guard: 'isProcedure',
          target: '#covenant.signing',
          actions: 'recordPledged',
          description: 'The policies in it have been decided already',
        },
        { guard: 'isByMeeting', target: 'seeking' },
        { target: 'balloting' },
      ],
    },
    balloting: {
      description: 'Papers are taken from everybody on the roll',
      meta: {
        label: { zh: '投票', en: 'Ballot' },
        openEnded: 'It waits for the ballot, which has its own clocks.',
      } satisfies StateMeta,
      invoke: {
        src: 'ballot',
        id: 'adoption',
        input: ballotInput,
        onDone: { target: '#covenant.weighed', actions: 'recordBallot' },
        onError: { target: '#covenant.weighed', actions: 'recordNoBallot' },
      },
    },
    seeking: {
      description: 'A meeting of the competent body has to take it',
      meta: {
        label: { zh: '等待上会', en: 'Waiting for a meeting' },
        awaits: [{ who: SECRETARIES, acts: ['submitToMeeting'], clock: 'agenda' }],
      } satisfies StateMeta,
      on: {
        submitToMeeting: { target: 'scheduled', actions: ['recordMeeting', { type: 'tell', params: submission }] },
      },
      after: {
        agenda: { target: 'seeking', reenter: true, actions: 'countSilence', description: 'The leader is told' },
      },
    },
    scheduled: {
      description: 'A meeting has been asked; its result is told here',
      meta: {
        label: { zh: '已提交会议', en: 'Before a meeting' },
        awaits: [{ who: SECRETARIES, acts: ['withdrawDraft'], clock: 'agenda' }],
      } satisfies StateMeta,
      on: {
        'agenda.accepted': {
          target: 'scheduled',
          reenter: true,
          actions: 'countSilence',
          description: 'On the agenda',
        },
        'agenda.result': [
          {
            guard: and(['isOwnMeeting', 'meetingAdopted']),
            target: '#covenant.weighed',
            actions: 'recordMeetingVote',
            description: 'Adopted',
          },
          {
            guard: and(['isOwnMeeting', 'meetingRejected']),
            target: '#covenant.weighed',
            actions: 'recordMeetingVote',
            description: 'Rejected',
          },
          {
            guard: and(['isOwnMeeting', 'agendasLeft']),
            target: 'seeking',
            actions: 'countAgenda',
            description: 'Not treated: another meeting',
          },
          {
            guard: 'isOwnMeeting',
            target: '#covenant.weighed',
            actions: 'recordNoBallot',
            description: 'Not treated again',
          },
        ],
        'agenda.refused': [
          {
            guard: and(['isOwnMeeting', 'agendasLeft']),
            target: 'seeking',
            actions: 'countAgenda',
            description: 'That body may not decide it',
          },
          {
            guard: 'isOwnMeeting',
            target: '#covenant.weighed',
            actions: 'recordNoBallot',
            description: 'No body took it',
          },
        ],
        'agenda.dropped': [
          {
            guard: and(['isOwnMeeting', 'agendasLeft']),
            target: 'seeking',
            actions: 'countAgenda',
            description: 'Taken off the agenda',
          },
          {
            guard: 'isOwnMeeting',
            target: '#covenant.weighed',
            actions: 'recordNoBallot',
            description: 'Taken off again',
          },
        ],
      },
      after: {
        agenda: [
          {
            guard: 'agendasLeft',
            target: 'seeking',
            actions: ['leaveAgenda', 'countAgenda'],
            description: 'No result came: another meeting',
          },
          {
            target: '#covenant.weighed',
            actions: ['leaveAgenda', 'recordNoBallot'],
            description: 'No meeting decided it',
          },
        ],
      },
    },
    collecting: {
      description: 'Whoever wants to be bound signs',
      meta: {
        label: { zh: '征集签名', en: 'Signatures' },
        awaits: [
          { who: SIGNATORIES, acts: ['signPledge'], clock: 'collecting' },
          { who: SECRETARIES, acts: ['closeCollecting'], clock: 'collecting' },
        ],
      } satisfies StateMeta,
      on: {
        signPledge: { guard: 'changesSignature', actions: 'recordSignature' },
        leavePledge: { guard: 'hasSigned', actions: 'recordLeaving' },
        closeCollecting: { guard: 'isSignedWidely', target: '#covenant.entering', actions: 'recordPledged' },
      },
      after: {
        collecting: [
          {
            guard: 'isSignedWidely',
            target: '#covenant.entering',
            actions: 'recordPledged',
            description: 'Enough have signed',
          },
          { target: '#covenant.lapsed', actions: 'endAsLapsed', description: 'Too few have signed' },
        ],
      },
    },
  },
});

const provisional = covenantSetup.createStateConfig({
  description: 'The rule of the verdict is to be confirmed; the text waits for it',
  meta: {
    label: { zh: '结果待核定', en: 'Provisional verdict' },
    awaits: [{ who: ASKERS, acts: ['askAgain'], clock: 'provisional' }],
  } satisfies StateMeta,
  entry: { type: 'settleVerdict', params: verdictToSettle },
  on: {
    'verdict.settled': [
      { guard: 'wasSettled', target: 'weighed', actions: ['recordSettled', 'countSilence'], description: 'Confirmed' },
      { actions: 'countSilence', description: 'Still to be confirmed' },
    ],
    askAgain: { target: 'provisional', reenter: true, actions: 'countSilence' },
    withdrawDraft: { target: 'withdrawn', actions: 'recordWithdrawal' },
  },
  after: {
    provisional: [
      { guard: 'asksLeft', target: 'provisional', reenter: true, actions: 'countAsk', description: 'Asked again' },
      { target: 'lapsed', actions: 'endAsLapsed', description: 'Nobody confirmed the rule' },
    ],
  },
});

const entering = covenantSetup.createStateConfig({
  description: 'The register gives it its number',
  meta: { label: { zh: '登记', en: 'Entering' } } satisfies StateMeta,
  entry: 'askRegister',
  on: {
    'register.entered': { target: 'inForce', actions: ['recordEntry', 'tellPrevious'] },
    'register.ended': { target: 'repealed', actions: ['endAsRepealed', 'tellPrevious'] },
    'register.refused': { target: 'unentered', actions: 'recordRefusedEntry' },
  },
  after: {
    entering: [
      { guard: 'entriesLeft', target: 'entering', reenter: true, actions: 'countEntry', description: 'Asked again' },
      { target: 'unentered', actions: 'recordNoEntry', description: 'No answer came: a person looks' },
    ],
  },
});

const inForce = covenantSetup.createStateConfig({
  description: 'It is in force under its number',
  meta: { label: { zh: '施行', en: 'In force' } } satisfies StateMeta,
  initial: 'posting',
  on: {
    signPledge: { guard: and(['isPledge', 'changesSignature']), actions: ['recordSignature', 'registerSigned'] },
    leavePledge: { guard: and(['isPledge', 'hasSigned']), actions: ['recordLeaving', 'registerLeft'] },
    annul: { target: 'ending', actions: 'recordAnnulment' },
    dissolvePledge: { guard: and(['isPledge', 'bindsNobody']), target: 'ending', actions: 'recordDissolution' },
    'entry.ended': { target: 'replaced', actions: 'recordSuccession' },
    cancelled: {
      target: 'cancelled',
      actions: ['endAsCancelled', 'askEnd'],
      description: 'It ends in the register, too',
    },
  },
  states: {
    posting: {
      description: 'Posted with its number',
      meta: {
        label: { zh: '公布', en: 'Posted' },
        openEnded: 'It waits for its notice, which has its own clock; the text is in force meanwhile.',
      } satisfies StateMeta,
      invoke: {
        src: 'notice',
        id: 'posting',
        input: postingInput,
        onDone: { target: 'standing', description: 'What was objected is for a revision' },
        onError: { target: 'standing', description: 'It could not be posted; it is in the public register' },
      },
    },
    standing: {
      description: 'It holds until it is revised or revoked',
      meta: {
        label: { zh: '有效', en: 'Standing' },
        awaits: [{ who: SECRETARIES, acts: ['keep'], clock: 'review' }],
      } satisfies StateMeta,
      on: { keep: { target: 'standing', reenter: true, actions: 'recordReview' } },
      after: {
        review: {
          target: 'standing',
          reenter: true,
          actions: 'countReview',
          description: 'Asked whether it still fits',
        },
      },
    },
  },
});

export const covenantMachine = covenantSetup.createMachine({
  id: 'covenant',
  context: initialCovenant,
  initial: 'drafting',
  output: outputWhenDone,
  on: { cancelled: { target: '.cancelled', actions: 'endAsCancelled', description: 'No longer wanted' } },
  states: {
    drafting,
    checking,
    commenting,
    weighing: {
      description: 'An upheld objection sends the draft back',
      meta: { label: { zh: '意见汇总', en: 'Comments weighed' } } satisfies StateMeta,
      always: [
        { guard: and(['wereCommentsUpheld', 'reworksLeft']), target: 'drafting', actions: 'countRework' },
        { guard: 'wereCommentsUpheld', target: 'rejected', actions: 'endAsRejected' },
        { target: 'adopting' },
      ],
    },
    adopting,
    weighed: {
      description: 'What the vote came to',
      meta: { label: { zh: '表决结果', en: 'Verdict' } } satisfies StateMeta,
      always: [
        { guard: 'isUndecided', target: 'undecided' },
        { guard: not('isPassed'), target: 'rejected', actions: 'endAsRejected' },
        { guard: 'isProvisional', target: 'provisional' },
        { guard: 'isAmended', target: 'checking', actions: 'countRecheck', description: 'Amended in the sitting' },
        { target: 'signing' },
      ],
    },
    undecided: {
      description: 'Too few took part, or a tie',
      meta: {
        label: { zh: '未能表决', en: 'Undecided' },
        awaits: [{ who: SECRETARIES, acts: ['callAgain', 'withdrawDraft'], clock: 'undecided' }],
      } satisfies StateMeta,
      on: {
        callAgain: { guard: 'triesLeft', target: 'adopting', actions: 'countTry' },
        withdrawDraft: { target: 'withdrawn', actions: 'recordWithdrawal' },
      },
      after: { undecided: { target: 'lapsed', actions: 'endAsLapsed', description: 'Nobody called it again' } },
    },
    provisional,
    signing: {
      description: 'Adopted; the chair signs',
      meta: {
        label: { zh: '待签署', en: 'To be signed' },
        awaits: [{ who: CHAIRS, acts: ['sign', 'declineToSign'], clock: 'signing' }],
      } satisfies StateMeta,
      on: {
        sign: [
          { guard: and(['filesWithStreet', not('isRepeal')]), target: 'filing', actions: 'recordSigning' },
          { target: 'entering', actions: 'recordSigning' },
        ],
        declineToSign: { guard: 'returnsLeft', target: 'checking', actions: 'countDeclined' },
      },
      after: {
        signing: { target: 'signing', reenter: true, actions: 'countSilence', description: 'The leader is told' },
      },
    },
    filing: {
      description: 'The street may object with reasons; its silence is filing',
      meta: {
        label: { zh: '街道备案', en: 'Filing' },
        awaits: [{ who: STREET, acts: ['acceptFiling', 'objectToFiling'], clock: 'filing' }],
      } satisfies StateMeta,
      on: {
        acceptFiling: { target: 'entering', actions: 'recordFiling' },
        objectToFiling: [
          { guard: 'filingObjectionsLeft', target: 'checking', actions: 'countFilingObjection' },
          { target: 'refused', actions: 'recordFinalObjection', description: 'For good' },
        ],
      },
      after: { filing: { target: 'entering', actions: 'recordSilentFiling', description: 'Recorded as silence' } },
    },
    entering,
    unentered: {
      description: 'The register said no',
      meta: {
        label: { zh: '未能登记', en: 'Not entered' },
        awaits: [{ who: SECRETARIES, acts: ['enterAgain', 'withdrawDraft'], clock: 'unentered' }],
      } satisfies StateMeta,
      on: {
        enterAgain: { target: 'entering', actions: 'countEntryAnew' },
        'register.entered': {
          target: 'inForce',
          actions: ['recordEntry', 'tellPrevious'],
          description: 'Entered late',
        },
        'register.ended': { target: 'repealed', actions: ['endAsRepealed', 'tellPrevious'], description: 'Ended late' },
        withdrawDraft: { target: 'withdrawn', actions: 'recordWithdrawal' },
      },
      after: { unentered: { target: 'lapsed', actions: 'endAsLapsed', description: 'Nobody put it right' } },
    },
    inForce,
    ending: {
      description: 'Revoked or dissolved; the register is told',
      meta: { label: { zh: '废止中', en: 'Ending' } } satisfies StateMeta,
      entry: 'askEnd',
      on: {
        'register.ended': { target: 'revoked' },
        'register.refused': { target: 'revoked', actions: 'recordRefusedEntry', description: 'It had ended before' },
      },
      after: {
        entering: [
          { guard: 'entriesLeft', target: 'ending', reenter: true, actions: 'countEntry', description: 'Asked again' },
          { target: 'revoked', actions: 'recordNoEntry', description: 'No answer came' },
        ],
      },
    },
    replaced: {
      type: 'final',
      description: 'A newer version took its place, or it was repealed by its body',
      meta: { label: { zh: '已被取代', en: 'Replaced' } } satisfies StateMeta,
    },
    revoked: {
      type: 'final',
      description: 'Revoked by order of the street, or dissolved',
      meta: { label: { zh: '已废止', en: 'Revoked' } } satisfies StateMeta,
    },
    repealed: {
      type: 'final',
      description: 'The entry it was about has ended',
      meta: { label: { zh: '废止完成', en: 'Repeal carried out' } } satisfies StateMeta,
    },
    rejected: {
      type: 'final',
      description: 'The body voted against it, or objections were upheld too often',
      meta: { label: { zh: '未通过', en: 'Rejected' } } satisfies StateMeta,
    },
    refused: {
      type: 'final',
      description: 'The legal officer or the street refused it for good',
      meta: { label: { zh: '审核不通过', en: 'Refused' } } satisfies StateMeta,
    },
    withdrawn: {
      type: 'final',
      description: 'Its drafters took it back',
      meta: { label: { zh: '已撤回', en: 'Withdrawn' } } satisfies StateMeta,
    },
    lapsed: {
      type: 'final',
      description: 'Somebody did not do in time what it needed',
      meta: { label: { zh: '逾期失效', en: 'Lapsed' } } satisfies StateMeta,
    },
    cancelled: {
      type: 'final',
      description: 'No longer wanted',
      meta: { label: { zh: '已取消', en: 'Cancelled' } } satisfies StateMeta,
    },
  },
});
