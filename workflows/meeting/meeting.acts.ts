import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition } from '#libs/engine';

import { debatingActs } from './floor.acts.js';
import { ITEM_KINDS } from './contract.js';
import {
  BODY_MEMBERS,
  CHAIR,
  CONVENERS,
  NEIGHBOURS,
  OPENERS,
  PRESENT,
  RECORDERS,
  SIGNERS,
  SPEAKER,
  WITNESSES,
} from './meeting.people.js';

export const OUTSIDE = ['owners', 'department', 'nobody'] as const;

const id = z.string().min(1);
const personId = id.meta({ refers: 'person' });
const itemId = id.meta({ refers: 'item' });
const persons = z.array(personId).min(1).max(500).describe('Ids of persons');
const reason = text().describe('Why');
const startsAt = z.iso.datetime().describe('When it starts, an instant in UTC');

const convening = {
  reschedule: {
    label: { zh: '改期', en: 'Reschedule' },
    help: { zh: '改到另一时间并重新通知。', en: 'Move it to another time; everybody is told again.' },
    input: z.object({ startsAt, reason }),
    who: CONVENERS,
  },
  orderAgenda: {
    label: { zh: '排定议程', en: 'Order the agenda' },
    help: { zh: '按顺序列出全部议题。', en: 'List all items in their order.' },
    input: z.object({ issues: z.array(itemId).min(1).max(200) }),
    who: CONVENERS,
  },
  addItem: {
    label: { zh: '增加本会事项', en: 'Add an item' },
    help: {
      zh: '不来自居民议题的事项：选举、报告、章程等。',
      en: 'Something that is no issue: an election, a report, the rules of the body.',
    },
    input: z.object({
      title: text(200),
      kind: z.enum(ITEM_KINDS),
      seats: z.number().int().min(1).max(99).optional().describe('Seats of an election'),
    }),
    who: CONVENERS,
  },
  dropItem: {
    label: { zh: '移出议程', en: 'Take off the agenda' },
    help: { zh: '写明理由；议题等待别的会议。', en: 'Say why; the issue waits for another meeting.' },
    input: z.object({ issue: itemId, reason }),
    who: CONVENERS,
  },
  callOff: {
    label: { zh: '取消会议', en: 'Call off' },
    help: { zh: '写明理由；议题等待下次会议。', en: 'Say why; its items wait for the next meeting.' },
    input: z.object({ reason }),
    who: CONVENERS,
    confirm: true,
  },
  recall: {
    label: { zh: '重新召集', en: 'Call again' },
    help: { zh: '人数不足散会后另定时间。', en: 'Set another time after too few came.' },
    input: z.object({ startsAt }),
    who: CONVENERS,
  },
} satisfies Record<string, ActDefinition>;

const checkInCode = z
  .string()
  .regex(/^\d{4,8}$/)
  .describe('Digits shown at the place');

const attending = {
  showCode: {
    label: { zh: '出示签到码', en: 'Show a code' },
    help: {
      zh: '在会场出示的数字；此后自己签到的人须输入它。可以更换。',
      en: 'Digits shown in the room; whoever checks in by themselves then enters them. They can be changed.',
    },
    input: z.object({ code: checkInCode }),
    who: [...RECORDERS, ...OPENERS],
  },
  arrive: {
    label: { zh: '签到', en: 'Check in' },
    help: {
      zh: '成员本人签到；会场出示签到码的，须输入。',
      en: 'Members check in for themselves, with the code if one is shown.',
    },
    input: z.object({ code: checkInCode.optional() }),
    who: BODY_MEMBERS,
  },
  giveProxy: {
    label: { zh: '委托他人', en: 'Give a proxy' },
    help: {
      zh: '您不能到会时委托一位成员代为表决；您到会即失效。',
      en: 'You cannot come: a member votes for you. It is void as soon as you come.',
    },
    input: z.object({ holder: personId.describe('Person who votes for you') }),
    who: BODY_MEMBERS,
  },
  recordProxy: {
    label: { zh: '登记书面委托', en: 'Record a written proxy' },
    help: {
      zh: '附上书面委托的照片；每人可接受的委托数有限。',
      en: 'With a picture of the paper; nobody holds more than the rules allow.',
    },
    input: z.object({ giver: personId, holder: personId, paper: fileId().describe('Id of the file that shows it') }),
    who: RECORDERS,
  },
  revokeProxy: {
    label: { zh: '撤销委托', en: 'Revoke a proxy' },
    help: { zh: '撤销您的委托。', en: 'Take your proxy back.' },
    input: z.object({}),
    who: [{ relation: 'represented' }],
  },
  arriveAsNeighbour: {
    label: { zh: '居民签到', en: 'Check in as a resident' },
    help: {
      zh: '楼栋会、网格会：到场居民签到后参加表决。',
      en: 'Building and grid meetings: residents present take part in the vote.',
    },
    input: z.object({ code: checkInCode.optional() }),
    who: NEIGHBOURS,
  },
  recordArrivals: {
    label: { zh: '登记到场', en: 'Record arrivals' },
    help: { zh: '代为登记到场成员。', en: 'Enter members who are there.' },
    input: z.object({ persons }),
    who: RECORDERS,
  },
  leave: {
    label: { zh: '离场', en: 'Leave' },
    help: { zh: '离场后不再计入到场人数。', en: 'You no longer count as present.' },
    input: z.object({}),
    who: PRESENT,
  },
  recordDepartures: {
    label: { zh: '登记离场', en: 'Record departures' },
    help: { zh: '代为登记离场成员。', en: 'Enter members who have left.' },
    input: z.object({ persons }),
    who: RECORDERS,
  },
  admitGuest: {
    label: { zh: '邀请列席', en: 'Admit a guest' },
    help: {
      zh: '物业、供热等单位列席答复，可以发言，不参加表决。',
      en: 'Companies and others answer on the spot: they speak, they never vote.',
    },
    input: z.object({ person: personId }),
    who: [...CONVENERS, ...CHAIR],
  },
  openSitting: {
    label: { zh: '宣布开会', en: 'Open the sitting' },
    help: { zh: '到场人数达到法定人数后由主持人宣布。', en: 'The chair opens once the quorum is there.' },
    input: z.object({}),
    who: OPENERS,
  },
  adjourn: {
    label: { zh: '宣布流会', en: 'Adjourn' },
    help: { zh: '人数不足，散会并重新召集。', en: 'Too few came: adjourn and call again.' },
    input: z.object({ reason }),
    who: OPENERS,
  },
} satisfies Record<string, ActDefinition>;

const presiding = {
  takeChair: {
    label: { zh: '接任主持', en: 'Take the chair' },
    help: { zh: '主持人离场后接任。', en: 'When whoever had the chair has left.' },
    input: z.object({}),
    who: OPENERS,
  },
  handOverChair: {
    label: { zh: '移交主持', en: 'Hand over the chair' },
    help: {
      zh: '主持人要发表意见或者与议题有利害关系时，交给另一位到场成员。',
      en: 'To take sides, or with an interest in the item: give it to another member present.',
    },
    input: z.object({ person: personId }),
    who: CHAIR,
  },
  presentItem: {
    label: { zh: '进入议题', en: 'Call an item' },
    help: { zh: '逐一讨论：一次一个议题。', en: 'One item at a time.' },
    input: z.object({ issue: itemId }),
    who: CHAIR,
  },
  carryOver: {
    label: { zh: '留待下次', en: 'Carry over' },
    help: { zh: '写明理由，留到下次会议。', en: 'Say why; it comes back at the next meeting.' },
    input: z.object({ reason }),
    who: CHAIR,
  },
  markUnsettled: {
    label: { zh: '协商不成', en: 'Mark as unsettled' },
    help: {
      zh: '分歧较大，协商无法解决，交上一级决定。',
      en: 'Strongly disputed: consultation cannot settle it, a higher level decides.',
    },
    input: z.object({ reason }),
    who: CHAIR,
  },
  declareOutside: {
    label: { zh: '无权决定', en: 'Declare it not ours to decide' },
    help: {
      zh: '属于业主共同决定、部门法定职责或者个人权益的，本会不表决，写明理由。',
      en: 'Owners, a department or nobody may decide it: it is not voted on here; say why.',
    },
    input: z.object({ decides: z.enum(OUTSIDE), reason }),
    who: [...CHAIR, { role: 'adviser' }],
  },
  prolongDebate: {
    label: { zh: '延长讨论', en: 'Prolong the debate' },
    help: { zh: '次数有限。', en: 'A limited number of times.' },
    input: z.object({}),
    who: CHAIR,
  },
  prolongSitting: {
    label: { zh: '延长会议', en: 'Prolong the sitting' },
    help: { zh: '次数有限。', en: 'A limited number of times.' },
    input: z.object({}),
    who: CHAIR,
  },
  giveFloor: {
    label: { zh: '请下一位发言', en: 'Give the floor' },
    help: {
      zh: '按发言顺序，正反双方轮流；到时自动结束。',
      en: 'To whoever is next: sides in turn, then the order in which they asked. The turn ends by itself.',
    },
    input: z.object({}),
    who: CHAIR,
  },
  endTurn: {
    label: { zh: '发言完毕', en: 'End the turn' },
    help: { zh: '发言人说完，或者主持人终止发言。', en: 'The speaker has finished, or the chair ends it.' },
    input: z.object({}),
    who: [...CHAIR, ...SPEAKER],
  },
  putToVote: {
    label: { zh: '付诸表决', en: 'Put to the vote' },
    help: { zh: '讨论结束后表决；到场人数按议题核对。', en: 'After debate; the quorum is checked for this item.' },
    input: z.object({ secret: z.boolean().optional().describe('By secret papers instead of a show of hands') }),
    who: CHAIR,
  },
  putAmendmentToVote: {
    label: { zh: '表决修正案', en: 'Put the amendment to the vote' },
    help: { zh: '先表决修正案，再表决动议。', en: 'Before the motion itself.' },
    input: z.object({}),
    who: CHAIR,
  },
  holdElection: {
    label: { zh: '开始选举', en: 'Hold the election' },
    help: {
      zh: '提名结束，对已接受提名的候选人无记名投票。',
      en: 'Nominations are closed; secret papers on those who accepted.',
    },
    input: z.object({}),
    who: CHAIR,
    confirm: true,
  },
  closeSitting: {
    label: { zh: '宣布散会', en: 'Close the sitting' },
    help: { zh: '未讨论的议题留到下次会议。', en: 'Items not treated wait for the next meeting.' },
    input: z.object({}),
    who: [...CHAIR, ...OPENERS],
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;

const recording = {
  draftMinutes: {
    label: { zh: '起草纪要', en: 'Draft the minutes' },
    help: {
      zh: '到场、经过和结果由系统按实际记录生成，不能改动；这里写补充说明。',
      en: 'Presence, course and results are written from what happened and cannot be altered; add what else is to be said.',
    },
    input: z.object({ text: text(20_000) }),
    who: RECORDERS,
  },
  signMinutes: {
    label: { zh: '签署纪要', en: 'Sign the minutes' },
    help: { zh: '主持人签署；起草人不能签署。', en: 'The chair signs; the drafter cannot.' },
    input: z.object({}),
    who: SIGNERS,
    confirm: true,
  },
  returnMinutes: {
    label: { zh: '退回修改', en: 'Send the minutes back' },
    help: { zh: '写明哪里不对。', en: 'Say what is wrong.' },
    input: z.object({ reason }),
    who: SIGNERS,
  },
  witnessMinutes: {
    label: { zh: '代为签署', en: 'Sign in the chair’s place' },
    help: {
      zh: '主持人逾期未签，由到场成员签署。',
      en: 'The chair did not sign in time: a member who was there does.',
    },
    input: z.object({}),
    who: WITNESSES,
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;

/** Everything people do at a meeting. */
export const meetingActs = { ...convening, ...attending, ...presiding, ...debatingActs, ...recording };
