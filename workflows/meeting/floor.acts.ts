import { z } from 'zod';

import { text } from '#libs/contract';
import type { ActDefinition } from '#libs/engine';

import { AMENDER, CHAIR, MEMBERS, MOVER, NOMINEES, RECORDERS, SPEAKERS } from './meeting.people.js';

export const SIDES = ['for', 'against', 'neutral'] as const;

const id = z.string().min(1);
const personId = id.meta({ refers: 'person' });
const measureId = id.meta({ refers: 'measure' });
const reason = text().describe('Why');

/** What members do while an item is on the floor. */
export const debatingActs = {
  speak: {
    label: { zh: '发言', en: 'Speak' },
    help: { zh: '面向主持人发言，次数有限。', en: 'Speak to the chair; turns are limited.' },
    input: z.object({ side: z.enum(SIDES), note: text().optional() }),
    who: SPEAKERS,
  },
  askForFloor: {
    label: { zh: '请求发言', en: 'Ask for the floor' },
    help: { zh: '列入发言顺序；说明赞成、反对还是中立。', en: 'You are put on the list; say on which side.' },
    input: z.object({ side: z.enum(SIDES) }),
    who: SPEAKERS,
  },
  leaveList: {
    label: { zh: '放弃发言', en: 'Leave the list' },
    help: { zh: '从发言顺序中退出。', en: 'You do not wish to speak any more.' },
    input: z.object({}),
    who: SPEAKERS,
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
    input: z.object({ person: personId, reason }),
    who: CHAIR,
  },
  propose: {
    label: { zh: '提出动议', en: 'Move' },
    help: {
      zh: '选一项已提出的措施，或者写一项新的；一次只有一项动议。',
      en: 'Choose a measure or write one; one motion at a time.',
    },
    input: z.object({
      existing: measureId.optional().describe('Id of a measure already proposed'),
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
  moveAmendment: {
    label: { zh: '提出修正案', en: 'Move an amendment' },
    help: {
      zh: '写出修正后的全文；须附议，先于动议表决，或者由动议人接受。',
      en: 'Write the motion as it would read. It needs a second and is voted on before the motion, unless the mover accepts it.',
    },
    input: z.object({ measure: text() }),
    who: MEMBERS,
  },
  secondAmendment: {
    label: { zh: '附议修正案', en: 'Second the amendment' },
    help: { zh: '另一位成员附议后才能表决。', en: 'Another member supports it; only then is it voted on.' },
    input: z.object({}),
    who: MEMBERS,
  },
  acceptAmendment: {
    label: { zh: '接受修正案', en: 'Accept the amendment' },
    help: {
      zh: '动议人接受，动议即按修正案修改，不再表决修正案。',
      en: 'The mover agrees: the motion reads so without a vote on it.',
    },
    input: z.object({}),
    who: MOVER,
  },
  withdrawAmendment: {
    label: { zh: '撤回修正案', en: 'Withdraw the amendment' },
    help: { zh: '表决前可以撤回。', en: 'Until it is put to the vote.' },
    input: z.object({}),
    who: AMENDER,
  },
  amendMotion: {
    label: { zh: '修正动议', en: 'Amend' },
    help: {
      zh: '动议人接受意见修改动议，须重新附议。',
      en: 'The mover takes up an amendment; it needs a second again.',
    },
    input: z.object({ measure: text() }),
    who: MOVER,
  },
  withdrawMotion: {
    label: { zh: '撤回动议', en: 'Withdraw the motion' },
    help: { zh: '表决前可以撤回。', en: 'Until it is put to the vote.' },
    input: z.object({}),
    who: MOVER,
  },
  nominate: {
    label: { zh: '提名', en: 'Nominate' },
    help: { zh: '提名一位候选人；本人接受后才是候选人。', en: 'Propose somebody; they stand once they accept.' },
    input: z.object({ candidate: personId.describe('Person who is proposed') }),
    who: MEMBERS,
  },
  acceptNomination: {
    label: { zh: '接受提名', en: 'Accept the nomination' },
    help: { zh: '您同意参选。', en: 'You stand for election.' },
    input: z.object({}),
    who: NOMINEES,
  },
  recordAcceptance: {
    label: { zh: '登记接受提名', en: 'Record an acceptance' },
    help: { zh: '被提名人书面同意参选的，代为登记。', en: 'Whoever is proposed agreed in writing.' },
    input: z.object({ candidate: personId }),
    who: RECORDERS,
  },
} satisfies Record<string, ActDefinition>;
