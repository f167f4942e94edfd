import type { GuardDefinition, Label } from '#libs/engine';

import type { MeetingGuard } from './meeting.guards.js';

const overCase = (zh: string, en: string): GuardDefinition => ({ over: 'case', refusal: { zh, en } satisfies Label });
const overInput = (zh: string, en: string): GuardDefinition => ({ over: 'input', refusal: { zh, en } satisfies Label });

/** What each guard reads and what a refused person is told. */
export const meetingGuardTexts: Record<MeetingGuard, GuardDefinition> = {
  isNewItem: overInput('议题已经在议程上。', 'The item is on the agenda already.'),
  isOutsideHere: overInput(
    '本会无权决定此事：业主共同决定的，须由业主表决。',
    'Not ours to decide: what is the owners’ needs a ballot of the owners.',
  ),
  hasRoom: overCase('议程已满：请等待下次会议。', 'The agenda is full: wait for the next meeting.'),
  isKnownItem: overInput('议题不在议程上。', 'The item is not on the agenda.'),
  itemsWait: overCase('没有待议议题：可以散会。', 'No item waits: the sitting can be closed.'),
  isWaitingItem: overInput('议程上没有这个待议议题：请核对。', 'No such item waits on the agenda: check it.'),
  listsAllItems: overInput('请列出全部待议议题，每个一次。', 'List every waiting item, each once.'),
  isCurrentItem: overInput('不是正在讨论的议题。', 'Not the item on the floor.'),
  reschedulesLeft: overCase(
    '改期次数已满：请按期开会或者取消会议。',
    'It was moved too often: hold it or call it off.',
  ),
  recallsLeft: overCase('重新召集次数已满：请另行召开会议。', 'It was called again too often: convene a new meeting.'),
  noticeLongEnough: overInput(
    '距开会时间太短：请留足通知时间。',
    'Too soon: leave the time the rules ask between the call and the start.',
  ),
  isNeighbourMeeting: overCase('本会由成员参加表决，居民可以旁听。', 'Members vote here; residents may listen.'),
  codeFits: overInput('签到码不对：请看会场出示的数字。', 'That is not the code: look at the one shown in the room.'),
  areProxiesAllowed: overCase('本会不接受委托：请本人到会。', 'No proxies at this meeting: come yourself.'),
  isProxyInOrder: overInput(
    '不能这样委托：委托人须不在场，每人只委托一次，受托人不得转托，也不得超过规定数。',
    'Not in order: whoever gives it is absent and gives one; whoever holds it hands none on and holds no more than the rules allow.',
  ),
  isRepresented: overInput('您没有委托他人。', 'You have given no proxy.'),
  isAbsent: overInput('您已签到。', 'You are checked in already.'),
  placesLeft: overCase(
    '到场人数已达成员总数：请核对名单。',
    'As many are present as there are members: check the list.',
  ),
  arrivalsFit: overInput('到场人数超过成员总数：请核对名单。', 'More present than there are members: check the list.'),
  hasQuorum: overCase('到场人数不足：请等待或者宣布流会。', 'Too few are present: wait, or adjourn.'),
  waitsLeft: overCase('等待时间已到。', 'The waiting is over.'),
  quorumLossesLeft: overCase('多次人数不足，会议结束。', 'Too few were present too often: the sitting ends.'),
  isChairless: overCase('会议有主持人：请由主持人移交。', 'Somebody has the chair: it is handed over by them.'),
  namesMemberPresent: overInput('请选一位到场成员。', 'Name a member who is present.'),
  sittingProlongationsLeft: overCase('会议延长次数已满。', 'The sitting cannot be prolonged again: carry items over.'),
  debateProlongationsLeft: overCase(
    '讨论延长次数已满：请表决或者留待下次。',
    'The debate cannot be prolonged again: vote or carry over.',
  ),
  chairIsNeutral: overCase(
    '主持人与本议题有利害关系：请先移交主持。',
    'The chair has an interest in this item: hand the chair over first.',
  ),
  turnsLeft: overInput('发言次数已满：请让其他人发言。', 'Your turns are used up: let others speak.'),
  maySpeakFreely: overInput('请先请求发言，由主持人按顺序安排。', 'Ask for the floor; the chair gives it in turn.'),
  isOnList: overInput('您不在发言名单上。', 'You are not on the list.'),
  isNotOnList: overInput('您已在发言名单上：请等候。', 'You are on the list already: wait for your turn.'),
  somebodyWaits: overCase('没有人请求发言。', 'Nobody has asked for the floor.'),
  speakerIsGone: overCase('发言人还在发言。', 'Somebody has the floor.'),
  isMatter: overCase('本项是选举：请提名候选人。', 'This is an election: nominate somebody.'),
  hasMotion: overCase('没有动议。', 'No motion is on the floor.'),
  hasAmendment: overCase('没有修正案。', 'No amendment is on the floor.'),
  isAmender: overInput('只有提出修正案的人可以这样做。', 'Only whoever moved the amendment may do this.'),
  isVoterOtherThanAmender: overInput(
    '须由提案人以外的到场成员附议。',
    'Somebody other than whoever moved it, present and without an interest, seconds.',
  ),
  isElection: overCase('本项不是选举。', 'This item is no election.'),
  namesNewCandidate: overInput('此人已被提名。', 'That person is proposed already.'),
  awaitsAcceptance: overInput('没有待接受的提名。', 'No such nomination waits for an answer.'),
  somebodyStands: overCase('还没有人接受提名：请等待或者留待下次。', 'Nobody stands yet: wait, or carry it over.'),
  isVoter: overInput('只有到场且不需回避的成员可以这样做。', 'Only members present without an interest may do this.'),
  isMover: overInput('只有动议人可以这样做。', 'Only the mover may do this.'),
  isAnotherVoter: overInput(
    '须由动议人以外的到场成员附议。',
    'Somebody other than the mover, present and without an interest, seconds.',
  ),
  motionsLeft: overCase(
    '本议题动议次数已满：请留待下次或者记为协商不成。',
    'No more motions on this item: carry it over or mark it unsettled.',
  ),
  amendmentsLeft: overCase('修正次数已满：请付诸表决或者撤回。', 'No more amendments: vote or withdraw.'),
  namesOneMeasure: overInput(
    '请选一项已提出的措施，或者写一项新的。',
    'Choose one measure already proposed, or write a new one.',
  ),
  isOursToDecide: overCase(
    '本会无权决定此事：属于业主、部门或者个人。请宣布无权决定。',
    'Not decided here: it belongs to the owners, a department or a person. Declare it so.',
  ),
  hasItemQuorum: overCase(
    '除回避人员外，到场人数不足：请等待或者留待下次。',
    'Without the recused too few are present: wait, or carry the item over.',
  ),
  motionPassed: overInput('动议未通过。', 'The motion did not pass.'),
  nothingWasDecided: overInput('表决有结果。', 'The ballot decided something.'),
  ballotsLeft: overCase('本议题表决次数已满。', 'No more ballots on this item.'),
  isAnotherThanDrafter: overInput('起草人不能签署自己的纪要。', 'Whoever drafted the minutes cannot sign them.'),
  minutesReturnsLeft: overCase(
    '退回次数已满：请签署，并附上意见。',
    'They were sent back too often: sign, and add your remarks.',
  ),
};
