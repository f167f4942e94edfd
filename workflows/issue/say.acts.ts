import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition } from '#libs/engine';

import { DECLINE_REASONS } from './issue.context.js';
import { APPEAL_JUDGES, CONCERNED, FIRST_ASKED, REPORTER, SORTERS } from './issue.people.js';

const id = z.string().min(1).max(200);
const personId = id.meta({ refers: 'person' });
const unitId = id.meta({ refers: 'unit' });
/** Only an issue that whoever names it may see: naming one must not be a way to learn of it. */
const anotherIssue = id.meta({ refers: 'case' });
const files = z.array(fileId()).max(20).default([]);

/** What can be done while an issue is said (说): replying, sorting, completing, merging, declining, appealing. */
export const sayActs = {
  reply: {
    label: { zh: '首次回复', en: 'Reply' },
    help: {
      zh: '告诉居民已经收到、由谁负责、下一步是什么。',
      en: 'Tell the resident that it arrived, who answers for it and what comes next.',
    },
    input: z.object({ text: text(1000).describe('What the resident is told') }),
    who: FIRST_ASKED,
  },
  sortAsCommon: {
    label: { zh: '定为共性问题', en: 'Sort as common' },
    help: {
      zh: '涉及多户或公共利益的难点问题，进入协商。',
      en: 'A hard problem or a matter of public interest: it goes on to deliberation.',
    },
    input: z.object({
      category: z
        .string()
        .min(1)
        .max(60)
        .meta({ refers: 'category' })
        .nullable()
        .default(null)
        .describe('Entry of the service catalogue'),
      major: z.boolean().default(false).describe('Whether it is a major matter'),
      needsVoice: z.boolean().default(false).describe('Reporter aged 70 or over or of a household visited often'),
    }),
    who: SORTERS,
  },
  sortAsIndividual: {
    label: { zh: '定为个人需求', en: 'Sort as individual' },
    help: {
      zh: '只为本人服务：不上会、不公示、不合并。',
      en: 'Served for this person only: no agenda, no notice, no merge.',
    },
    input: z.object({
      person: personId.nullable().default(null).describe('Whose need it is, if not the reporter’s own'),
      category: z
        .string()
        .min(1)
        .max(60)
        .meta({ refers: 'category' })
        .nullable()
        .default(null)
        .describe('Entry of the service catalogue'),
      needsVoice: z.boolean().default(false).describe('Reporter aged 70 or over or of a household visited often'),
    }),
    who: SORTERS,
  },
  declareDanger: {
    label: { zh: '报险', en: 'Declare danger' },
    help: {
      zh: '现在有人身或财产危险：立即通知值班人员。',
      en: 'Life or property is in danger now: the duty officer is rung at once.',
    },
    input: z.object({ text: text(500).describe('What the danger is') }),
    who: [...SORTERS, { role: 'hotline' }, { relation: 'reporter' }],
    confirm: true,
  },
  askInformation: {
    label: { zh: '请补充情况', en: 'Ask for information' },
    help: {
      zh: '问清缺什么；等待期间分类时限暂停。',
      en: 'Say what is missing; the clock of sorting is held meanwhile.',
    },
    input: z.object({ text: text(1000).describe('What is missing') }),
    who: SORTERS,
  },
  giveInformation: {
    label: { zh: '补充情况', en: 'Complete the report' },
    help: { zh: '补充文字或照片。', en: 'Add words or photos.' },
    input: z.object({ text: text(4000).describe('What was missing'), files: files.describe('Photos and papers') }),
    who: [...REPORTER, { relation: 'opener' }],
  },
  sortWithoutInformation: {
    label: { zh: '不再等待补充', en: 'Sort with what there is' },
    help: { zh: '不等居民补充，按现有情况分类。', en: 'Go on without waiting for the resident.' },
    input: z.object({}),
    who: SORTERS,
  },
  merge: {
    label: { zh: '并入相似事项', en: 'Merge into a similar issue' },
    help: { zh: '告知相关居民；他们可以退出合并。', en: 'Those concerned are told and may leave the merge.' },
    input: z.object({
      into: anotherIssue.describe('The issue that goes on'),
      text: text(500).describe('Why they are one matter'),
    }),
    who: SORTERS,
  },
  leaveMerge: {
    label: { zh: '退出合并', en: 'Leave the merge' },
    help: { zh: '我的事不一样，请单独办理。', en: 'My matter is another one: it is sorted again on its own.' },
    input: z.object({ text: text(500).describe('What is different') }),
    who: CONCERNED,
  },
  forward: {
    label: { zh: '转出', en: 'Forward' },
    help: {
      zh: '不属于本社区：转给有权单位，并告诉居民去哪里。',
      en: 'Not ours: hand it to whoever it belongs to and give the resident the address.',
    },
    input: z.object({
      address: text(300).describe('Office, address and phone the resident can turn to'),
      to: unitId.nullable().default(null).describe('Unit it is handed to, if it is in this system'),
      text: text(1000).describe('Why it is theirs'),
    }),
    who: SORTERS,
  },
  decline: {
    label: { zh: '不予受理', en: 'Decline' },
    help: {
      zh: '选择理由并说明；居民可申诉一次。',
      en: 'Choose the reason and explain; the resident may appeal once.',
    },
    input: z.object({
      reason: z.enum(DECLINE_REASONS).describe('In proceedings elsewhere, a repeat, or unfounded'),
      text: text(1000).describe('Explanation, with where to turn'),
      settledIn: anotherIssue.nullable().default(null).describe('For a repeat: the issue that settled it'),
    }),
    who: SORTERS,
    confirm: true,
  },
  withdraw: {
    label: { zh: '撤回', en: 'Withdraw' },
    help: {
      zh: '不再需要办理；有人附议的事项会继续。',
      en: 'It is no longer needed; an issue with supporters goes on without you.',
    },
    input: z.object({ text: text(500).nullable().default(null).describe('Why, if you wish to say') }),
    who: REPORTER,
    confirm: true,
  },
  support: {
    label: { zh: '我也有同样问题', en: 'Support' },
    help: { zh: '附议后会收到进展，并参加评议。', en: 'You are told how it goes on and asked about the outcome.' },
    input: z.object({}),
    who: [{ role: 'resident', not: ['reporter', 'supporter'] }],
  },
  leaveSupport: {
    label: { zh: '取消附议', en: 'Stop supporting' },
    help: { zh: '不再关注这件事。', en: 'This no longer concerns you.' },
    input: z.object({}),
    who: [{ relation: 'supporter' }],
  },
  addNote: {
    label: { zh: '记一笔', en: 'Add a note' },
    help: { zh: '写入台账的内部记录。', en: 'An internal entry in the ledger.' },
    input: z.object({ text: text(2000).describe('The note'), files: files.describe('Photos and papers') }),
    who: [
      { role: 'collector' },
      { role: 'coordinator' },
      { role: 'hotline' },
      { role: 'supervisor' },
      { role: 'leader' },
    ],
  },
  appealDecline: {
    label: { zh: '申诉', en: 'Appeal' },
    help: { zh: '对不予受理或转出只能申诉一次。', en: 'Against a decline or a forward; once only.' },
    input: z.object({ text: text(2000).describe('Why it belongs here') }),
    who: [...REPORTER, { relation: 'supporter' }],
  },
  upholdAppeal: {
    label: { zh: '支持申诉', en: 'Uphold the appeal' },
    help: { zh: '事项重新进入办理。', en: 'The issue goes on.' },
    input: z.object({ text: text(2000).describe('Reason') }),
    who: APPEAL_JUDGES,
  },
  dismissAppeal: {
    label: { zh: '驳回申诉', en: 'Dismiss the appeal' },
    help: { zh: '决定为最终决定，须写明理由。', en: 'This is the last word; give the reason.' },
    input: z.object({ text: text(2000).describe('Reason') }),
    who: APPEAL_JUDGES,
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;
