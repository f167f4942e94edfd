import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition } from '#libs/engine';

import { CALLERS, ASKED, CONFIDANTS, COORDINATORS, INSPECTORS, SUPERVISORS } from './issue.people.js';

const id = z.string().min(1).max(200);
const personId = id.meta({ refers: 'person' });

const opinion = {
  solved: z.boolean().describe('Is it solved?'),
  satisfied: z.boolean().describe('Are you satisfied with how it was handled?'),
  disputed: z.boolean().default(false).describe('What should be done is itself disputed'),
  text: text(1000).nullable().default(null).describe('In your own words'),
};

const siteCheck = z.object({
  witness: personId.describe('Somebody else who was there'),
  solved: z.boolean().describe('Whether it is really solved'),
  text: text(1000).describe('What you saw and how you tried to reach the resident'),
});

/** What can be done while the outcome is judged (评): posting, answering, reaching the silent, supervising. */
export const reviewActs = {
  postOutcome: {
    label: { zh: '公布结果', en: 'Post the outcome' },
    help: {
      zh: '共性问题公开公布；个人需求只送达本人。',
      en: 'Posted for all; a confidential need is delivered to that person only.',
    },
    input: z.object({
      text: text(4000).describe('What was done'),
      files: z.array(fileId()).max(20).default([]).describe('Before and after'),
    }),
    who: COORDINATORS,
  },
  sortFurther: {
    label: { zh: '险情已除，继续分类', en: 'Danger over: sort on' },
    help: {
      zh: '险情处置完毕，但根子上的问题还要办。',
      en: 'The danger is over, but its cause is still to be dealt with.',
    },
    input: z.object({ text: text(500).describe('What remains') }),
    who: COORDINATORS,
  },
  answer: {
    label: { zh: '评议', en: 'Judge the outcome' },
    help: { zh: '解决了吗？满意吗？', en: 'Is it solved? Are you satisfied?' },
    input: z.object(opinion),
    who: ASKED,
  },
  recordAnswer: {
    label: { zh: '代录评议', en: 'Enter somebody’s answer' },
    help: {
      zh: '电话、上门或纸质评议由办理人以外的人录入，并有见证人。',
      en: 'By phone, at the door or on paper, entered by somebody other than the handler, with a witness.',
    },
    input: z.object({
      person: personId.describe('Whose answer it is'),
      channel: z.enum(['phone', 'door', 'paper']).describe('How it was given'),
      witness: personId.describe('Somebody else who was there'),
      ...opinion,
    }),
    who: CALLERS,
  },
  answerForAll: {
    label: { zh: '监督团评议', en: 'Judge as supervisor' },
    help: {
      zh: '没有具体反映人的事项，由监督团到现场评议。',
      en: 'Where nobody reported it, supervisors judge on the spot.',
    },
    input: z.object(opinion),
    who: SUPERVISORS,
  },
  logAttempt: {
    label: { zh: '记录联系', en: 'Log an attempt' },
    help: { zh: '记录一次联系，不论是否联系上。', en: 'Log one attempt to reach the resident, reached or not.' },
    input: z.object({
      channel: z.enum(['phone', 'door', 'message']).describe('How'),
      reached: z.boolean().describe('Whether somebody was reached'),
      text: text(500).nullable().default(null).describe('What came of it'),
    }),
    who: CALLERS,
  },
  confirmOnSite: {
    label: { zh: '现场核实', en: 'Confirm on site' },
    help: {
      zh: '多次联系不上本人时，由监督团带见证人到现场核实。',
      en: 'When the resident cannot be reached in spite of a visit, supervisors check on site with a witness.',
    },
    input: siteCheck,
    who: SUPERVISORS,
  },
  confirmInPerson: {
    label: { zh: '上门核实', en: 'Confirm in person' },
    help: {
      zh: '保密事项多次联系不上本人时,由协调员带见证人核实。',
      en: 'When the person of a confidential need cannot be reached, the coordinator checks with a witness.',
    },
    input: siteCheck,
    who: CONFIDANTS,
  },
  orderRedo: {
    label: { zh: '责令重办', en: 'Order it done again' },
    help: { zh: '督办：写明由谁、怎么改。', en: 'Supervision: say who and how.' },
    input: z.object({ text: text(2000).describe('Order') }),
    who: INSPECTORS,
  },
  orderFinalAnswer: {
    label: { zh: '责成最终答复', en: 'Order a final answer' },
    help: {
      zh: '做不到的，写明依据并附证据，另行签发。',
      en: 'It cannot be done better: draft the final answer, which another signs.',
    },
    input: z.object({
      text: text(4000).describe('Final answer with its ground'),
      files: z.array(fileId()).min(1).max(20).describe('Evidence'),
    }),
    who: INSPECTORS,
  },
} satisfies Record<string, ActDefinition>;
