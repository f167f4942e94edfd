import { z } from 'zod';

import { text, type InputOf } from '#libs/contract';
import type { ActDefinition, ActEvent, CancelledEvent } from '#libs/engine';

const id = z.string().min(1).max(200);
const measure = z.object({ measure: z.int().min(1).describe('Number of the measure') });
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
    who: [{ role: 'resident' }, { role: 'deliberator' }, { role: 'representative' }, { role: 'partner' }],
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
    input: z.object({ person: id.describe('The member'), text: text(1000).describe('What the interest is') }),
    who: [...BODIES, { role: 'resident' }],
  },
  decideRecusal: {
    label: { zh: '决定回避', en: 'Decide on a recusal' },
    help: {
      zh: '主持人决定；涉及本人时由统筹人决定。',
      en: 'The chair decides; the coordinator where it is about the chair.',
    },
    input: z.object({
      person: id.describe('The member'),
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
  { [Name in keyof Acts]: ActEvent<Name, InputOf<Acts[Name]['input']>> }[keyof Acts] | CancelledEvent;

/** One kind of event. */
export type EventOf<Type extends DeliberationEvent['type']> = Extract<DeliberationEvent, { type: Type }>;
