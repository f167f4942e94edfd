/*
 * A meeting is one sitting of a stairwell, a grid parlour, a council or the representatives. Many issues join its agenda.
 *
 * convened      The agenda is open until the hour of the meeting: waiting issues submit themselves and are told the hour. The
 *               convener orders, drops, moves or calls off.
 * session
 *   checkIn     Members check in. With the quorum the chair opens; without it the meeting waits, then adjourns.
 *   sitting     One item after another, until nothing waits, the chair closes or the time runs out.
 *     between   No item is on the floor.
 *     item      Debate: interests are declared, members speak in turns, one motion at a time is moved and seconded. Then the
 *               vote, a ballot of its own. The issue is told what came of it. Items can also be carried over, marked as
 *               unsettled, or declared not ours to decide.
 *     quorumLost  Too many left: the sitting waits for them, then ends.
 * adjourned     No quorum: every item is given back for the next meeting; the convener calls again, a limited number of times.
 * minutes       Drafted by one, signed by the chair, or by a member who was there when the chair is silent.
 * closed        The signed minutes are published.
 * lapsed        Never held.
 * cancelled     Called off.
 */
import { and, not } from 'xstate';

import type { StateMeta } from '#libs/engine';

import {
  CHAIR,
  CONVENERS,
  BODY_MEMBERS,
  MEMBERS,
  NEIGHBOURS,
  OPENERS,
  PRESENT,
  RECORDERS,
  SIGNERS,
  WITNESSES,
} from './meeting.acts.js';
import { initialMeeting } from './meeting.context.js';
import {
  acceptanceOfSubmitted,
  agendaWanted,
  ballotInput,
  currentResult,
  droppingOfNamed,
  invitation,
  longerDebate,
  longerSitting,
  outputWhenDone,
  signedMinutes,
} from './meeting.params.js';
import { meetingSetup } from './meeting.setup.js';

const debating = meetingSetup.createStateConfig({
  description: 'The item is on the floor; its time runs until the vote',
  meta: {
    label: { zh: '讨论', en: 'Debate' },
    awaits: [
      { who: MEMBERS, acts: ['speak', 'declareInterest'], clock: 'debate' },
      { who: CHAIR, acts: ['carryOver', 'markUnsettled', 'declareOutside', 'prolongDebate'], clock: 'debate' },
    ],
  } satisfies StateMeta,
  initial: 'open',
  after: {
    debate: {
      target: '#between',
      actions: ['countCarriedOver', { type: 'tell', params: currentResult }],
      description: 'The time for the item is over: it waits for the next meeting',
    },
  },
  on: {
    speak: { guard: 'turnsLeft', actions: 'recordTurn' },
    declareInterest: { guard: 'isVoter', actions: 'recordInterest' },
    recuse: { guard: 'namesMemberPresent', actions: 'recordInterest' },
    prolongDebate: {
      guard: 'debateProlongationsLeft',
      actions: [{ type: 'extend', params: longerDebate }, 'recordDebateProlongation'],
    },
    carryOver: { target: '#between', actions: ['countCarriedOver', { type: 'tell', params: currentResult }] },
    markUnsettled: {
      target: '#between',
      actions: ['countUnsettled', { type: 'tell', params: currentResult }],
      description: 'Strongly disputed: a higher level decides',
    },
    declareOutside: {
      target: '#between',
      actions: ['countOutside', { type: 'tell', params: currentResult }],
      description: 'Owners, a department or nobody may decide it: no vote here',
    },
  },
  states: {
    open: {
      description: 'No motion is on the floor',
      meta: {
        label: { zh: '待动议', en: 'Open for a motion' },
        awaits: [{ who: MEMBERS, acts: ['propose'], clock: 'debate' }],
      } satisfies StateMeta,
      on: {
        propose: {
          guard: and(['motionsLeft', 'isVoter', 'namesOneMeasure']),
          target: 'moved',
          actions: 'recordMotion',
        },
      },
    },
    moved: {
      description: 'A motion needs a second',
      meta: {
        label: { zh: '待附议', en: 'Moved' },
        awaits: [{ who: MEMBERS, acts: ['second'], clock: 'seconding' }],
      } satisfies StateMeta,
      after: { seconding: { target: 'open', actions: 'countFallenMotion', description: 'Nobody seconds: it falls' } },
      on: {
        second: { guard: 'isAnotherVoter', target: 'seconded', actions: 'recordSecond' },
        withdrawMotion: { guard: 'isMover', target: 'open', actions: 'countFallenMotion' },
      },
    },
    seconded: {
      description: 'The motion is debated and can be put to the vote',
      meta: {
        label: { zh: '已附议', en: 'Seconded' },
        awaits: [{ who: CHAIR, acts: ['putToVote'], clock: 'debate' }],
      } satisfies StateMeta,
      on: {
        amendMotion: {
          guard: and(['amendmentsLeft', 'isMover']),
          target: 'moved',
          actions: 'countAmendment',
          description: 'Changed, so it needs a second again',
        },
        withdrawMotion: { guard: 'isMover', target: 'open', actions: 'countFallenMotion' },
        putToVote: {
          guard: and(['isOursToDecide', 'chairIsNeutral', 'hasItemQuorum']),
          target: '#voting',
          actions: 'recordBallot',
        },
      },
    },
  },
});

const voting = meetingSetup.createStateConfig({
  description: 'A ballot decides on the motion',
  meta: {
    label: { zh: '表决', en: 'Vote' },
    openEnded: 'It waits for its ballot, which has its own clocks; the time of the sitting runs on.',
  } satisfies StateMeta,
  invoke: {
    src: 'ballot',
    id: 'ballot',
    input: ballotInput,
    onDone: [
      {
        guard: 'motionPassed',
        target: '#between',
        actions: ['countAdopted', { type: 'tell', params: currentResult }],
        description: 'Adopted',
      },
      {
        guard: 'nothingWasDecided',
        target: '#between',
        actions: ['countCarriedOver', { type: 'tell', params: currentResult }],
        description: 'No valid vote: it waits for the next meeting',
      },
      {
        guard: 'ballotsLeft',
        target: '#debating',
        actions: 'countDefeat',
        description: 'Failed, and another motion may be made',
      },
      {
        target: '#between',
        actions: ['countRejected', { type: 'tell', params: currentResult }],
        description: 'Failed; a tie fails too',
      },
    ],
    onError: {
      target: '#between',
      actions: ['countCarriedOver', { type: 'tell', params: currentResult }],
      description: 'The ballot broke down: it waits for the next meeting',
    },
  },
});

const sitting = meetingSetup.createStateConfig({
  description: 'The sitting is open; its time runs',
  meta: {
    label: { zh: '会议进行中', en: 'Sitting' },
    awaits: [{ who: OPENERS, acts: ['takeChair'], clock: 'sitting' }],
  } satisfies StateMeta,
  initial: 'between',
  after: {
    sitting: {
      target: '#minutes',
      actions: ['tellRestCarriedOver', 'recordRestCarriedOver'],
      description: 'Time is up: the rest waits for the next meeting',
    },
  },
  on: {
    takeChair: { guard: 'isChairless', actions: 'recordChair' },
    handOverChair: { guard: 'namesMemberPresent', actions: 'recordNewChair' },
    prolongSitting: {
      guard: 'sittingProlongationsLeft',
      actions: [{ type: 'extend', params: longerSitting }, 'recordSittingProlongation'],
    },
  },
  states: {
    between: {
      id: 'between',
      description: 'No item is on the floor',
      meta: {
        label: { zh: '议题间', en: 'Between items' },
        awaits: [{ who: CHAIR, acts: ['presentItem', 'closeSitting'], clock: 'sitting' }],
      } satisfies StateMeta,
      always: [
        { guard: and([not('hasQuorum'), 'quorumLossesLeft']), target: 'quorumLost' },
        {
          guard: not('hasQuorum'),
          target: '#minutes',
          actions: ['tellRestCarriedOver', 'recordRestCarriedOver'],
          description: 'The quorum was lost too often',
        },
      ],
      on: {
        presentItem: { guard: and(['itemsWait', 'isWaitingItem']), target: 'item', actions: 'recordPresentation' },
        closeSitting: {
          target: '#minutes',
          actions: ['tellRestCarriedOver', 'recordRestCarriedOver'],
          description: 'Whatever was not treated waits for the next meeting',
        },
      },
    },
    item: {
      description: 'One item is on the floor',
      meta: { label: { zh: '审议议题', en: 'On the floor' } } satisfies StateMeta,
      initial: 'debating',
      on: {
        'item.withdrawn': {
          guard: 'isCurrentItem',
          target: 'between',
          actions: 'countWithdrawn',
          description: 'The issue takes another way',
        },
      },
      states: { debating: { id: 'debating', ...debating }, voting: { id: 'voting', ...voting } },
    },
    quorumLost: {
      description: 'Too few are left: the sitting waits for them',
      meta: {
        label: { zh: '人数不足', en: 'Quorum lost' },
        awaits: [
          { who: BODY_MEMBERS, acts: ['arrive'], clock: 'quorumWait' },
          { who: RECORDERS, acts: ['recordArrivals'], clock: 'quorumWait' },
          { who: CHAIR, acts: ['closeSitting'], clock: 'quorumWait' },
        ],
      } satisfies StateMeta,
      always: { guard: 'hasQuorum', target: 'between', actions: 'countQuorumLoss' },
      after: {
        quorumWait: {
          target: '#minutes',
          actions: ['tellRestCarriedOver', 'recordRestCarriedOver'],
          description: 'They did not come back',
        },
      },
      on: {
        closeSitting: { target: '#minutes', actions: ['tellRestCarriedOver', 'recordRestCarriedOver'] },
      },
    },
  },
});

const session = meetingSetup.createStateConfig({
  description: 'The hour has come; who is there is known at every moment',
  meta: { label: { zh: '会议', en: 'In session' } } satisfies StateMeta,
  initial: 'checkIn',
  on: {
    arrive: { guard: and(['placesLeft', 'isAbsent']), actions: 'recordArrival' },
    arriveAsNeighbour: { guard: and(['isNeighbourMeeting', 'placesLeft', 'isAbsent']), actions: 'recordArrival' },
    recordArrivals: { guard: 'arrivalsFit', actions: 'recordArrivals' },
    leave: { actions: 'recordDeparture' },
    recordDepartures: { actions: 'recordDepartures' },
    admitGuest: { actions: 'recordGuest' },
    orderAgenda: { guard: and(['itemsWait', 'listsAllItems']), actions: 'recordOrder' },
  },
  states: {
    checkIn: {
      description: 'Members check in',
      meta: {
        label: { zh: '签到', en: 'Check-in' },
        awaits: [
          { who: BODY_MEMBERS, acts: ['arrive'], clock: 'gathering' },
          { who: NEIGHBOURS, acts: ['arriveAsNeighbour'], clock: 'gathering' },
          { who: RECORDERS, acts: ['recordArrivals'], clock: 'gathering' },
          { who: OPENERS, acts: ['openSitting', 'adjourn'], clock: 'gathering' },
          { who: PRESENT, acts: ['leave'], clock: 'gathering' },
        ],
      } satisfies StateMeta,
      after: {
        gathering: [
          { guard: 'waitsLeft', target: 'checkIn', reenter: true, actions: 'countWait' },
          {
            target: '#meeting.adjourned',
            actions: ['tellRestCarriedOver', 'recordRestCarriedOver'],
            description: 'Too few came, or nobody opened',
          },
        ],
      },
      on: {
        openSitting: { guard: 'hasQuorum', target: 'sitting', actions: 'recordChair' },
        adjourn: {
          target: '#meeting.adjourned',
          actions: ['recordReason', 'tellRestCarriedOver', 'recordRestCarriedOver'],
        },
      },
    },
    sitting,
  },
});

const minutes = meetingSetup.createStateConfig({
  description: 'What was done is written down and signed',
  meta: { label: { zh: '会议纪要', en: 'Minutes' } } satisfies StateMeta,
  initial: 'drafting',
  states: {
    drafting: {
      description: 'Somebody drafts the minutes',
      meta: {
        label: { zh: '起草纪要', en: 'Drafting' },
        awaits: [{ who: RECORDERS, acts: ['draftMinutes'], clock: 'drafting' }],
      } satisfies StateMeta,
      after: {
        drafting: { target: 'drafting', reenter: true, actions: 'countSilence', description: 'Asked for again' },
      },
      on: { draftMinutes: { target: 'review', actions: 'recordDraft' } },
    },
    review: {
      description: 'Somebody other than the drafter signs or sends back',
      meta: { label: { zh: '待签署', en: 'To be signed' } } satisfies StateMeta,
      initial: 'byChair',
      on: {
        signMinutes: {
          guard: 'isAnotherThanDrafter',
          target: '#closed',
          actions: { type: 'publishMinutes', params: signedMinutes },
        },
        returnMinutes: {
          guard: and(['minutesReturnsLeft', 'isAnotherThanDrafter']),
          target: 'drafting',
          actions: 'countMinutesReturn',
        },
      },
      states: {
        byChair: {
          description: 'The chair signs',
          meta: {
            label: { zh: '主持人签署', en: 'With the chair' },
            awaits: [{ who: SIGNERS, acts: ['signMinutes', 'returnMinutes'], clock: 'signing' }],
          } satisfies StateMeta,
          after: { signing: { target: 'byWitness', description: 'The chair is silent' } },
        },
        byWitness: {
          description: 'A member who was there signs; the chair still may',
          meta: {
            label: { zh: '到场成员代签', en: 'With the members' },
            awaits: [{ who: WITNESSES, acts: ['witnessMinutes'], clock: 'witnessing' }],
          } satisfies StateMeta,
          after: {
            witnessing: { target: 'byWitness', reenter: true, actions: 'countSilence', description: 'Asked for again' },
          },
          on: {
            witnessMinutes: {
              guard: 'isAnotherThanDrafter',
              target: '#closed',
              actions: { type: 'publishMinutes', params: signedMinutes },
            },
          },
        },
      },
    },
  },
});

export const meetingMachine = meetingSetup.createMachine({
  id: 'meeting',
  context: initialMeeting,
  initial: 'convened',
  output: outputWhenDone,
  on: {
    cancelled: {
      target: '.cancelled',
      actions: ['tellRestDropped', 'recordRestDropped'],
      description: 'Its items wait for another meeting',
    },
    'item.withdrawn': { actions: 'recordItemWithdrawal', description: 'The issue takes another way' },
  },
  states: {
    convened: {
      description: 'The agenda is open until the hour of the meeting',
      meta: {
        label: { zh: '已召集', en: 'Convened' },
        awaits: [{ who: CONVENERS, acts: ['orderAgenda', 'dropItem', 'reschedule', 'callOff'], clock: 'start' }],
      } satisfies StateMeta,
      entry: [
        { type: 'inviteMembers', params: invitation },
        { type: 'collectAgenda', params: agendaWanted },
      ],
      after: { start: { target: 'session', description: 'The hour has come' } },
      on: {
        'item.submitted': [
          {
            guard: and(['isNewItem', 'hasRoom']),
            actions: ['recordItem', { type: 'tell', params: acceptanceOfSubmitted }],
            description: 'On the agenda',
          },
          {
            guard: 'isKnownItem',
            actions: { type: 'tell', params: acceptanceOfSubmitted },
            description:
              'Already there: told again. Full, or taken off before: refused, so that another meeting is looked for',
          },
        ],
        orderAgenda: { guard: and(['itemsWait', 'listsAllItems']), actions: 'recordOrder' },
        dropItem: {
          guard: and(['itemsWait', 'isWaitingItem']),
          actions: ['recordDrop', { type: 'tell', params: droppingOfNamed }],
        },
        reschedule: {
          guard: and(['reschedulesLeft', 'noticeLongEnough']),
          target: 'convened',
          reenter: true,
          actions: ['countReschedule', 'tellAllAccepted'],
          description: 'Another hour: everybody is told again',
        },
        callOff: {
          target: 'cancelled',
          actions: ['recordReason', 'tellRestDropped', 'recordRestDropped'],
        },
      },
    },
    session,
    adjourned: {
      description: 'Too few came; the items were given back, the meeting can be called again',
      meta: {
        label: { zh: '流会', en: 'Adjourned' },
        awaits: [{ who: CONVENERS, acts: ['recall', 'callOff'], clock: 'recall' }],
      } satisfies StateMeta,
      after: { recall: { target: 'lapsed', description: 'Not called again in time' } },
      on: {
        recall: { guard: and(['recallsLeft', 'noticeLongEnough']), target: 'convened', actions: 'countRecall' },
        callOff: { target: 'cancelled', actions: 'recordReason' },
      },
    },
    minutes: { id: 'minutes', ...minutes },
    closed: {
      id: 'closed',
      type: 'final',
      description: 'The minutes are signed and published',
      meta: { label: { zh: '已闭会', en: 'Closed' } } satisfies StateMeta,
    },
    lapsed: {
      type: 'final',
      description: 'Never held',
      meta: { label: { zh: '未能召开', en: 'Lapsed' } } satisfies StateMeta,
    },
    cancelled: {
      type: 'final',
      description: 'Called off',
      meta: { label: { zh: '已取消', en: 'Called off' } } satisfies StateMeta,
    },
  },
});
