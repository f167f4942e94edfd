import { z } from 'zod';

import { text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

/** Who calls meetings and keeps their agenda. */
export const CONVENERS: Who[] = [{ role: 'chair' }, { role: 'secretary' }, { role: 'coordinator' }];
/** Who opens a sitting, and so takes the chair. */
export const OPENERS: Who[] = [{ role: 'chair' }, { role: 'coordinator' }];
/** Whoever has the chair of this sitting. */
export const CHAIR: Who[] = [{ relation: 'chair' }];
/** Members checked in; a declared interest keeps one out of the item. */
export const MEMBERS: Who[] = [{ relation: 'present', not: ['recused'] }];
export const PRESENT: Who[] = [{ relation: 'present' }];
/** Members of the bodies that elect theirs; below them every resident is one. */
export const BODY_MEMBERS: Who[] = [
  { role: 'deliberator', of: 'council' },
  { role: 'representative', of: 'assembly' },
];
export const NEIGHBOURS: Who[] = [{ role: 'resident' }];
/** Who keeps the list of those present and drafts the minutes. */
export const RECORDERS: Who[] = [{ role: 'secretary' }, { role: 'coordinator' }];
/** Who signs the minutes: the chair, never whoever drafted them. */
export const SIGNERS: Who[] = [
  { relation: 'chair', not: ['drafter'] },
  { role: 'chair', not: ['drafter'] },
];
/** Who signs in the chair's place. */
export const WITNESSES: Who[] = [{ relation: 'present', not: ['drafter'] }];

export const SIDES = ['for', 'against', 'neutral'] as const;
export const OUTSIDE = ['owners', 'department', 'nobody'] as const;

const id = z.string().min(1);
const persons = z.array(id).min(1).max(500).describe('Ids of persons');
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
    input: z.object({ issues: z.array(id).min(1).max(200) }),
    who: CONVENERS,
  },
  dropItem: {
    label: { zh: '移出议程', en: 'Take off the agenda' },
    help: { zh: '写明理由；议题等待别的会议。', en: 'Say why; the issue waits for another meeting.' },
    input: z.object({ issue: id, reason }),
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

const attending = {
  arrive: {
    label: { zh: '签到', en: 'Check in' },
    help: { zh: '成员本人签到。', en: 'Members check in for themselves.' },
    input: z.object({}),
    who: BODY_MEMBERS,
  },
  arriveAsNeighbour: {
    label: { zh: '居民签到', en: 'Check in as a resident' },
    help: {
      zh: '楼栋会、网格会：到场居民签到后参加表决。',
      en: 'Building and grid meetings: residents present take part in the vote.',
    },
    input: z.object({}),
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
    input: z.object({ person: id }),
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
    input: z.object({ person: id }),
    who: CHAIR,
  },
  presentItem: {
    label: { zh: '进入议题', en: 'Call an item' },
    help: { zh: '逐一讨论：一次一个议题。', en: 'One item at a time.' },
    input: z.object({ issue: id }),
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
  putToVote: {
    label: { zh: '付诸表决', en: 'Put to the vote' },
    help: { zh: '讨论结束后表决；到场人数按议题核对。', en: 'After debate; the quorum is checked for this item.' },
    input: z.object({}),
    who: CHAIR,
  },
  closeSitting: {
    label: { zh: '宣布散会', en: 'Close the sitting' },
    help: { zh: '未讨论的议题留到下次会议。', en: 'Items not treated wait for the next meeting.' },
    input: z.object({}),
    who: [...CHAIR, ...OPENERS],
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;

const debating = {
  speak: {
    label: { zh: '发言', en: 'Speak' },
    help: { zh: '面向主持人发言，次数有限。', en: 'Speak to the chair; turns are limited.' },
    input: z.object({ side: z.enum(SIDES), note: text().optional() }),
    who: [...MEMBERS, { relation: 'guest', not: ['recused'] }],
  },
  declareInterest: {
    label: { zh: '申报利害关系', en: 'Declare an interest' },
    help: { zh: '与议题有利害关系的，回避本议题，不计入表决基数。', en: 'You leave the base of this item.' },
    input: z.object({}),
    who: MEMBERS,
  },
  recuse: {
    label: { zh: '决定回避', en: 'Recuse a member' },
    help: { zh: '成员有利害关系而未申报，写明理由。', en: 'A member has an interest and did not say so; say why.' },
    input: z.object({ person: id, reason }),
    who: CHAIR,
  },
  propose: {
    label: { zh: '提出动议', en: 'Move' },
    help: {
      zh: '选一项已提出的措施，或者写一项新的；一次只有一项动议。',
      en: 'Choose a measure or write one; one motion at a time.',
    },
    input: z.object({
      existing: id.optional().describe('Id of a measure already proposed'),
      measure: text().optional().describe('A new measure'),
    }),
    who: MEMBERS,
  },
  second: {
    label: { zh: '附议', en: 'Second' },
    help: { zh: '另一位成员附议后才能讨论和表决。', en: 'Another member supports it; only then is it voted on.' },
    input: z.object({}),
    who: MEMBERS,
  },
  amendMotion: {
    label: { zh: '修正动议', en: 'Amend' },
    help: {
      zh: '动议人接受意见修改动议，须重新附议。',
      en: 'The mover takes up an amendment; it needs a second again.',
    },
    input: z.object({ measure: text() }),
    who: [{ relation: 'mover' }],
  },
  withdrawMotion: {
    label: { zh: '撤回动议', en: 'Withdraw the motion' },
    help: { zh: '表决前可以撤回。', en: 'Until it is put to the vote.' },
    input: z.object({}),
    who: [{ relation: 'mover' }],
  },
} satisfies Record<string, ActDefinition>;

const recording = {
  draftMinutes: {
    label: { zh: '起草纪要', en: 'Draft the minutes' },
    help: { zh: '写明到场人数、每个议题的经过和结果。', en: 'Who was there, and how each item went and ended.' },
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
export const meetingActs = { ...convening, ...attending, ...presiding, ...debating, ...recording };
