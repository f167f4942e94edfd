import { z } from 'zod';

import { text, type InputOf } from '#libs/contract';
import type { ActDefinition, ActEvent, CancelledEvent, ToldChartEvent } from '#libs/engine';

import type { deliberationReceives } from './deliberation.effects.js';

const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });
const personId = id.meta({ refers: 'person' });
const amendment = z.object({
  amendment: z.int().min(1).meta({ refers: 'amendment' }).describe('Number of the amendment'),
});
const measure = z.object({ measure: z.int().min(1).meta({ refers: 'measure' }).describe('Number of the measure') });
const nothing = z.object({});

/** How somebody stands to the matter. */
export const STANCES = ['for', 'against', 'open'] as const;

const BODIES = [{ role: 'deliberator' }, { role: 'adviser' }, { role: 'supervisor' }, { role: 'representative' }];

/** What can be done while an item is prepared. */
export const deliberationActs = {
  speak: {
    label: { zh: '发言', en: 'Say your opinion' },
    help: { zh: '说说您的看法；每人最后一次的态度为准。', en: 'Say what you think; your last stance counts.' },
    input: z.object({
      text: text(2000).describe('What you think'),
      stance: z.enum(STANCES).describe('For, against or open'),
    }),
    who: [{ role: 'resident' }, { role: 'deliberator' }, { role: 'representative' }],
  },
  giveOpinion: {
    label: { zh: '顾问意见', en: 'Give an opinion' },
    help: { zh: '法律、技术或费用方面的意见。', en: 'On law, technique or cost.' },
    input: z.object({ text: text(4000).describe('Opinion with its ground') }),
    who: [{ role: 'adviser' }],
  },
  draftMeasure: {
    label: { zh: '提出措施', en: 'Draft a measure' },
    help: { zh: '写明做什么、谁来做、要多少钱。', en: 'Say what is to be done, by whom and at what cost.' },
    input: z.object({ text: text(2000).describe('The measure') }),
    who: [{ role: 'deliberator' }, { role: 'adviser' }, { role: 'coordinator' }, { role: 'representative' }],
  },
  backMeasure: {
    label: { zh: '附议措施', en: 'Back a measure' },
    help: { zh: '附议多的排在前面。', en: 'The most backed measure comes first.' },
    input: measure,
    who: [{ role: 'deliberator' }, { role: 'representative' }],
  },
  dropMeasure: {
    label: { zh: '撤回措施', en: 'Drop a measure' },
    help: { zh: '只能撤回自己提出的措施。', en: 'Only your own.' },
    input: measure,
    who: [{ role: 'deliberator' }, { role: 'adviser' }, { role: 'coordinator' }, { role: 'representative' }],
  },
  proposeAmendment: {
    label: { zh: '提出修正案', en: 'Propose an amendment' },
    help: {
      zh: '写出措施修改后的全文；提出人接受即改，不接受则先表决修正案。',
      en: 'The whole measure as it should read; its mover accepts it, or it is voted first.',
    },
    input: measure.extend({ text: text(2000).describe('The measure as it should read') }),
    who: [{ role: 'deliberator' }, { role: 'adviser' }, { role: 'representative' }, { role: 'resident' }],
  },
  acceptAmendment: {
    label: { zh: '接受修正案', en: 'Accept an amendment' },
    help: { zh: '您提出的措施改为修正后的写法。', en: 'Your measure then reads as amended.' },
    input: amendment,
    who: [{ role: 'deliberator' }, { role: 'adviser' }, { role: 'coordinator' }, { role: 'representative' }],
  },
  declineAmendment: {
    label: { zh: '不接受修正案', en: 'Decline an amendment' },
    help: { zh: '写明理由；修正案留待会上先行表决。', en: 'Say why; it is voted on before your measure.' },
    input: amendment.extend({ text: text(1000).describe('Reason') }),
    who: [{ role: 'deliberator' }, { role: 'adviser' }, { role: 'coordinator' }, { role: 'representative' }],
  },
  withdrawAmendment: {
    label: { zh: '撤回修正案', en: 'Withdraw an amendment' },
    help: { zh: '只能撤回自己提出、尚未被接受的修正案。', en: 'Only your own, and not once it was accepted.' },
    input: amendment,
    who: [{ role: 'deliberator' }, { role: 'adviser' }, { role: 'representative' }, { role: 'resident' }],
  },
  inviteAnswer: {
    label: { zh: '邀请单位答复', en: 'Invite an answer' },
    help: {
      zh: '请企业或共建单位就具体问题答复；他们可以发言，不参加表态和表决。',
      en: 'Ask a company or partner a question; they speak, and take no position and no vote.',
    },
    input: z.object({
      unit: unitId.describe('The company or partner'),
      person: personId.describe('Who speaks for it'),
      question: text(1000).describe('What it is asked'),
    }),
    who: [{ role: 'coordinator' }, { role: 'secretary' }],
  },
  answer: {
    label: { zh: '单位答复', en: 'Answer for a company or partner' },
    help: { zh: '答复会写进会议记录；最后一次为准。', en: 'It goes into the minutes; your last answer counts.' },
    input: z.object({ text: text(4000).describe('The answer') }),
    who: [{ relation: 'invited' }, { relation: 'answered' }, { role: 'partner' }],
  },
  recordAgreed: {
    label: { zh: '记入共识', en: 'Record what is agreed' },
    help: {
      zh: '各方都赞成的观点写进会议记录；线上征集结束时自动记入，线下征集的由工作人员补记。',
      en: 'What all groups agree with goes into the minutes: by itself when the statements close, by hand for what was gathered on paper.',
    },
    input: z.object({ statements: z.array(text(1000)).min(1).max(50).describe('The statements') }),
    who: [{ role: 'coordinator' }, { role: 'secretary' }],
  },
  declareInterest: {
    label: { zh: '申明利害关系', en: 'Declare an interest' },
    help: {
      zh: '与本事项有利害关系的成员不计入表决基数。',
      en: 'A member with an interest leaves the base of this item.',
    },
    input: z.object({ text: text(1000).describe('What the interest is') }),
    who: BODIES,
  },
  contestInterest: {
    label: { zh: '提请回避', en: 'Ask for a recusal' },
    help: {
      zh: '认为某成员应当回避，由会议主持人决定。',
      en: 'You think a member has an interest; the chair decides.',
    },
    input: z.object({ person: personId.describe('The member'), text: text(1000).describe('What the interest is') }),
    who: [...BODIES, { role: 'resident' }],
  },
  decideRecusal: {
    label: { zh: '决定回避', en: 'Decide on a recusal' },
    help: {
      zh: '主持人决定；涉及本人时由统筹人决定。',
      en: 'The chair decides; the coordinator where it is about the chair.',
    },
    input: z.object({
      person: personId.describe('The member'),
      recused: z.boolean().describe('Leaves the base of this item'),
      text: text(1000).describe('Reason'),
    }),
    who: [{ role: 'chair' }, { role: 'coordinator' }],
  },
  objectStrongly: {
    label: { zh: '强烈反对', en: 'Object strongly' },
    help: {
      zh: '达到规定人数时，事项提交居民代表会议。',
      en: 'When enough do, the item goes before the representatives.',
    },
    input: z.object({ text: text(1000).describe('Why this cannot be settled here') }),
    who: [{ role: 'resident' }, { role: 'deliberator' }, { role: 'representative' }],
  },
  conclude: {
    label: { zh: '可以上会', en: 'Ready for the meeting' },
    help: { zh: '已有措施且回避问题已决定。', en: 'There is a measure and every contested interest is decided.' },
    input: nothing,
    who: [{ role: 'coordinator' }],
  },
} satisfies Record<string, ActDefinition>;

type Acts = typeof deliberationActs;

/** Every event the chart can receive. */
export type DeliberationEvent =
  | { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts]
  | ToldChartEvent<'opinion.closed', z.output<(typeof deliberationReceives)['opinion.closed']>>
  | CancelledEvent;

/** One kind of event. */
export type EventOf<Type extends DeliberationEvent['type']> = Extract<DeliberationEvent, { type: Type }>;
