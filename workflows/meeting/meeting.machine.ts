/*
 * A meeting is one sitting of a stairwell, a grid parlour, a council, the representatives, all residents, the owners at a round
 * table or neighbours after work. Many issues join its agenda; the body may have matters of its own, such as an election.
 *
 * convened      The agenda is open until the hour of the meeting: waiting issues submit themselves and are told the hour. What the
 *               body may not decide is refused at once, and the issue is told who may. The convener orders, adds, drops, moves or
 *               calls off; members who cannot come give a written proxy.
 * session
 *   checkIn     Members check in, by the code shown in the room or on the list. Proxies count while their holder is there. With
 *               the quorum the chair opens; without it the meeting waits, then adjourns.
 *   sitting     One item after another, until nothing waits, the chair closes or the time runs out.
 *     between   No item is on the floor.
 *     item      Debate: interests are declared; members ask for the floor and are given it in turn, sides alternating, each turn
 *               with a clock (speaking); one motion at a time is moved and seconded; an amendment is accepted by the mover or
 *               itself seconded and voted on first (amending). In an election members nominate, and whoever accepts stands. Then
 *               the vote, a ballot of its own: hands, or secret papers. The issue is told what came of it. Items can also be
 *               carried over, marked as unsettled, or declared not ours to decide.
 *     quorumLost  Too many left: the sitting waits for them, then ends.
 * adjourned     No quorum: every item is given back for the next meeting; the convener calls again, a limited number of times.
 * minutes       Written from what happened; somebody adds remarks, the chair signs, or a member who was there when the chair is
 *               silent.
 * closed        The signed minutes are published. A body that meets regularly is called again for its next hour, also when this
 *               meeting lapsed or was called off.
 * lapsed        Never held.
 * cancelled     Called off.
 */
import { and, not } from 'xstate';

import type { StateMeta } from '#libs/engine';

import {
  AMENDER,
  CHAIR,
  CONVENERS,
  BODY_MEMBERS,
  MEMBERS,
  NEIGHBOURS,
  NOMINEES,
  MOVER,
  OPENERS,
  PRESENT,
  RECORDERS,
  SIGNERS,
  SPEAKER,
  WITNESSES,
} from './meeting.people.js';
import { initialMeeting } from './meeting.context.js';
import {
  acceptanceOfSubmitted,
  agendaWanted,
  amendmentBallotInput,
  ballotInput,
  invitation,
  longerDebate,
  longerSitting,
  outputWhenDone,
  refusalOfSubmitted,
  signedMinutes,
} from './meeting.params.js';
import { meetingSetup } from './meeting.setup.js';

const debating = meetingSetup.createStateConfig({
  description: 'The item is on the floor; its time runs until the vote',
  meta: {
    label: { zh: '讨论', en: 'Debate' },
    awaits: [
      { who: MEMBERS, acts: ['speak', 'askForFloor', 'leaveList', 'declareInterest'], clock: 'debate' },
      {
        who: CHAIR,
        acts: ['giveFloor', 'carryOver', 'markUnsettled', 'declareOutside', 'prolongDebate'],
        clock: 'debate',
      },
    ],
  } satisfies StateMeta,
  initial: 'open',
  after: {
    debate: {
      target: '#between',
      actions: ['countCarriedOver', 'tellResult'],
      description: 'The time for the item is over: it waits for the next meeting',
    },
  },
  on: {
    speak: { guard: and(['turnsLeft', 'maySpeakFreely']), actions: 'recordTurn' },
    askForFloor: { guard: and(['turnsLeft', 'isNotOnList']), actions: 'recordRequest' },
    leaveList: { guard: 'isOnList', actions: 'recordRenouncement' },
    declareInterest: { guard: 'isVoter', actions: 'recordInterest' },
    recuse: { guard: 'namesMemberPresent', actions: 'recordInterest' },
    prolongDebate: {
      guard: 'debateProlongationsLeft',
      actions: [{ type: 'extend', params: longerDebate }, 'recordDebateProlongation'],
    },
    carryOver: { target: '#between', actions: ['countCarriedOver', 'tellResult'] },
    markUnsettled: {
      target: '#between',
      actions: ['countUnsettled', 'tellResult'],
      description: 'Strongly disputed: a higher level decides',
    },
    declareOutside: {
      target: '#between',
      actions: ['countOutside', 'tellResult'],
      description: 'Owners, a department or nobody may decide it: no vote here',
    },
  },
  states: {
    open: {
      description: 'No motion is on the floor',
      meta: {
        label: { zh: '待动议', en: 'Open for a motion' },
        awaits: [
          { who: MEMBERS, acts: ['propose', 'nominate'], clock: 'debate' },
          { who: NOMINEES, acts: ['acceptNomination'], clock: 'debate' },
          { who: RECORDERS, acts: ['recordAcceptance'], clock: 'debate' },
          { who: CHAIR, acts: ['holdElection'], clock: 'debate' },
        ],
      } satisfies StateMeta,
      on: {
        giveFloor: { guard: 'somebodyWaits', target: 'speaking', actions: 'countTurn' },
        nominate: { guard: and(['isElection', 'isVoter', 'namesNewCandidate']), actions: 'recordNomination' },
        acceptNomination: { guard: and(['isElection', 'awaitsAcceptance']), actions: 'recordAcceptance' },
        recordAcceptance: { guard: and(['isElection', 'awaitsAcceptance']), actions: 'recordAcceptance' },
        holdElection: {
          guard: and(['isElection', 'somebodyStands', 'isOursToDecide', 'chairIsNeutral', 'hasItemQuorum']),
          target: '#voting',
          actions: 'recordBallot',
          description: 'Secret papers on those who stand',
        },
        propose: {
          guard: and(['isMatter', 'motionsLeft', 'isVoter', 'namesOneMeasure']),
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
      id: 'seconded',
      description: 'The motion is debated, can be amended, and can be put to the vote',
      meta: {
        label: { zh: '已附议', en: 'Seconded' },
        awaits: [
          { who: CHAIR, acts: ['putToVote'], clock: 'debate' },
          { who: MEMBERS, acts: ['moveAmendment'], clock: 'debate' },
        ],
      } satisfies StateMeta,
      on: {
        giveFloor: { guard: 'somebodyWaits', target: 'speaking', actions: 'countTurn' },
        moveAmendment: {
          guard: and(['amendmentsLeft', 'isAnotherVoter']),
          target: 'amendmentMoved',
          actions: 'countMovedAmendment',
          description: 'By somebody else than the mover; the motion waits for it',
        },
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
    amendmentMoved: {
      description: 'An amendment needs a second, unless the mover of the motion accepts it',
      meta: {
        label: { zh: '修正案待附议', en: 'Amendment moved' },
        awaits: [
          { who: MEMBERS, acts: ['secondAmendment'], clock: 'seconding' },
          { who: MOVER, acts: ['acceptAmendment'], clock: 'seconding' },
          { who: AMENDER, acts: ['withdrawAmendment'], clock: 'seconding' },
        ],
      } satisfies StateMeta,
      after: {
        seconding: { target: 'seconded', actions: 'countFallenAmendment', description: 'Nobody seconds: it falls' },
      },
      on: {
        secondAmendment: {
          guard: 'isVoterOtherThanAmender',
          target: 'amendmentSeconded',
          actions: 'recordAmendmentSecond',
        },
        acceptAmendment: {
          guard: 'isMover',
          target: 'seconded',
          actions: 'countAcceptedAmendment',
          description: 'The motion reads as amended',
        },
        withdrawAmendment: { guard: 'isAmender', target: 'seconded', actions: 'countFallenAmendment' },
      },
    },
    amendmentSeconded: {
      description: 'The amendment is debated; it is voted on before the motion',
      meta: {
        label: { zh: '修正案已附议', en: 'Amendment seconded' },
        awaits: [
          { who: CHAIR, acts: ['putAmendmentToVote'], clock: 'debate' },
          { who: MOVER, acts: ['acceptAmendment'], clock: 'debate' },
          { who: AMENDER, acts: ['withdrawAmendment'], clock: 'debate' },
        ],
      } satisfies StateMeta,
      on: {
        giveFloor: { guard: 'somebodyWaits', target: 'speaking', actions: 'countTurn' },
        putAmendmentToVote: {
          guard: and(['isOursToDecide', 'chairIsNeutral', 'hasItemQuorum']),
          target: '#amending',
        },
        acceptAmendment: { guard: 'isMover', target: 'seconded', actions: 'countAcceptedAmendment' },
        withdrawAmendment: { guard: 'isAmender', target: 'seconded', actions: 'countFallenAmendment' },
      },
    },
    speaking: {
      description: 'One person has the floor; nothing is moved or voted on meanwhile',
      meta: {
        label: { zh: '发言中', en: 'Somebody speaks' },
        awaits: [
          { who: SPEAKER, acts: ['endTurn'], clock: 'turn' },
          { who: CHAIR, acts: ['endTurn'], clock: 'turn' },
        ],
      } satisfies StateMeta,
      exit: 'clearFloor',
      always: { guard: 'speakerIsGone', target: 'resumed', description: 'The speaker has left' },
      after: { turn: { target: 'resumed', description: 'The turn is over' } },
      on: { endTurn: { target: 'resumed' } },
    },
    resumed: {
      description: 'Back to where the debate was',
      meta: { label: { zh: '继续讨论', en: 'Debate resumed' } } satisfies StateMeta,
      always: [
        { guard: 'hasAmendment', target: 'amendmentSeconded' },
        { guard: 'hasMotion', target: 'seconded' },
        { target: 'open' },
      ],
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
        actions: ['countAdopted', 'tellResult'],
        description: 'Adopted',
      },
      {
        guard: 'nothingWasDecided',
        target: '#between',
        actions: ['countCarriedOver', 'tellResult'],
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
        actions: ['countRejected', 'tellResult'],
        description: 'Failed; a tie fails too',
      },
    ],
    onError: {
      target: '#between',
      actions: ['countCarriedOver', 'tellResult'],
      description: 'The ballot broke down: it waits for the next meeting',
    },
  },
});

const amending = meetingSetup.createStateConfig({
  description: 'A ballot decides on the amendment; the motion waits',
  meta: {
    label: { zh: '修正案表决', en: 'Vote on the amendment' },
    openEnded: 'It waits for its ballot, which has its own clocks; the time of the sitting runs on.',
  } satisfies StateMeta,
  invoke: {
    src: 'ballot',
    id: 'amendmentBallot',
    input: amendmentBallotInput,
    onDone: [
      {
        guard: 'motionPassed',
        target: '#seconded',
        actions: 'countAdoptedAmendment',
        description: 'The motion reads as amended',
      },
      { target: '#seconded', actions: 'countDefeatedAmendment', description: 'The motion stays as it was' },
    ],
    onError: {
      target: '#seconded',
      actions: 'countDefeatedAmendment',
      description: 'The ballot broke down: the motion stays as it was',
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
  exit: 'recordEnd',
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
      states: {
        debating: { id: 'debating', ...debating },
        amending: { id: 'amending', ...amending },
        voting: { id: 'voting', ...voting },
      },
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
    showCode: { actions: 'recordCode' },
    arrive: { guard: and(['placesLeft', 'isAbsent', 'codeFits']), actions: 'recordArrival' },
    arriveAsNeighbour: {
      guard: and(['isNeighbourMeeting', 'placesLeft', 'isAbsent', 'codeFits']),
      actions: 'recordArrival',
    },
    recordProxy: { guard: and(['areProxiesAllowed', 'isProxyInOrder']), actions: 'recordProxy' },
    revokeProxy: { guard: 'isRepresented', actions: 'recordRevocation' },
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
          { who: RECORDERS, acts: ['showCode', 'recordArrivals', 'recordProxy'], clock: 'gathering' },
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
        openSitting: { guard: 'hasQuorum', target: 'sitting', actions: 'recordOpening' },
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
          actions: ['recordSignature', { type: 'publishMinutes', params: signedMinutes }],
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
              actions: ['recordSignature', { type: 'publishMinutes', params: signedMinutes }],
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
        awaits: [
          { who: CONVENERS, acts: ['orderAgenda', 'addItem', 'dropItem', 'reschedule', 'callOff'], clock: 'start' },
          { who: BODY_MEMBERS, acts: ['giveProxy'], clock: 'start' },
          { who: RECORDERS, acts: ['recordProxy'], clock: 'start' },
        ],
      } satisfies StateMeta,
      entry: [
        { type: 'inviteMembers', params: invitation },
        { type: 'collectAgenda', params: agendaWanted },
      ],
      after: { start: { target: 'session', description: 'The hour has come' } },
      on: {
        giveProxy: { guard: and(['areProxiesAllowed', 'isProxyInOrder']), actions: 'recordProxy' },
        recordProxy: { guard: and(['areProxiesAllowed', 'isProxyInOrder']), actions: 'recordProxy' },
        revokeProxy: { guard: 'isRepresented', actions: 'recordRevocation' },
        addItem: { guard: 'hasRoom', actions: 'recordOwnItem' },
        'item.submitted': [
          {
            guard: and(['isNewItem', 'isOutsideHere']),
            actions: ['recordRefusedItem', { type: 'tell', params: refusalOfSubmitted }],
            description: 'Not ours to decide: the issue is told by whom',
          },
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
          actions: ['recordDrop', 'tellDropped'],
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
          actions: ['recordReason', 'tellRestDropped', 'recordRestDropped', 'askForNext'],
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
        callOff: { target: 'cancelled', actions: ['recordReason', 'askForNext'] },
      },
    },
    minutes: { id: 'minutes', ...minutes },
    closed: {
      id: 'closed',
      type: 'final',
      entry: 'askForNext',
      description: 'The minutes are signed and published',
      meta: { label: { zh: '已闭会', en: 'Closed' } } satisfies StateMeta,
    },
    lapsed: {
      type: 'final',
      entry: 'askForNext',
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
