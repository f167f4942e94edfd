import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

import { REFUSAL_GROUNDS } from './seal.vocabulary.js';

/** The residents’ task group, and the Party branch that helps it. */
export const GROUP: Who[] = [{ relation: 'group' }, { role: 'secretary', of: 'helper' }];
/** Officers of the department of this step, and nobody else; never for a project of their own. */
export const SIGNERS: Who[] = [
  { role: 'department', of: 'signer', not: ['group'] },
  { role: 'leader', of: 'signer', not: ['group'] },
];
export const SIGNERS_LEADER: Who[] = [{ role: 'leader', of: 'signer', not: ['group'] }];
/** The tier above the department; where there is none, the one above the place. */
export const UPPER_TIER: Who[] = [
  { role: 'leader', of: 'upper', not: ['group', 'refuser', 'signer'] },
  { role: 'coordinator', of: 'upper', not: ['group', 'refuser', 'signer'] },
  { role: 'leader', not: ['group', 'refuser', 'signer'] },
];

const id = z.string().min(1).max(200);
const personId = id.meta({ refers: 'person' });
const reason = text().describe('Why');
const papers = z
  .array(
    z.object({
      name: z.string().min(1).max(80).describe('Name of the paper'),
      file: fileId().describe('Id of the file'),
    }),
  )
  .max(50);
const signature = {
  number: z.string().min(1).max(60).optional().describe('Number of the document'),
  document: fileId().describe('Id of the file that shows the signature'),
  validUntil: z.iso.date().optional().describe('Last day it is valid; without it, as the step says'),
};

const asking = {
  submit: {
    label: { zh: '递交材料', en: 'Hand the papers in' },
    help: {
      zh: '每份材料写明名称并上传；部门的时限从递交起算。',
      en: 'Name and upload each paper; the department’s time runs from here.',
    },
    input: z.object({ papers }),
    who: GROUP,
  },
  supply: {
    label: { zh: '补齐材料', en: 'Bring what is missing' },
    help: {
      zh: '按部门列出的清单补齐；补齐后部门继续计时。',
      en: 'Everything the department listed; its time then runs on.',
    },
    input: z.object({ papers }),
    who: GROUP,
  },
  reportMet: {
    label: { zh: '报告条件已落实', en: 'Report the conditions as met' },
    help: { zh: '附上证明；由签章部门确认后才算数。', en: 'With proof; it counts once the department confirms it.' },
    input: z.object({ files: z.array(fileId()).min(1).max(20), note: text().optional() }),
    who: GROUP,
  },
  appeal: {
    label: { zh: '向上一级申诉', en: 'Appeal' },
    help: { zh: '由上一级裁定，可以申诉一次。', en: 'The tier above rules; once.' },
    input: z.object({ reason, papers: papers.default([]) }),
    who: GROUP,
    confirm: true,
  },
  resubmit: {
    label: { zh: '修改方案重新递交', en: 'Hand in a changed plan' },
    help: { zh: '写明改了什么，附上改后的材料。', en: 'Say what was changed; attach the new papers.' },
    input: z.object({ changes: text(), papers: papers.min(1) }),
    who: GROUP,
  },
  giveUp: {
    label: { zh: '不再争取', en: 'Accept the refusal' },
    help: { zh: '这一步以“不予签章”结束。', en: 'The step ends refused.' },
    input: z.object({ reason }),
    who: GROUP,
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;

const signing = {
  acknowledge: {
    label: { zh: '收件', en: 'Acknowledge' },
    help: { zh: '确认收到，由您经办。时限已从递交起算。', en: 'You have it. The time runs since hand-in.' },
    input: z.object({}),
    who: SIGNERS,
  },
  delegateSeal: {
    label: { zh: '内部转办', en: 'Pass on inside the department' },
    help: { zh: '交给本部门另一位经办人；时限不变。', en: 'To another officer of your department; the time stays.' },
    input: z.object({ to: personId.describe('Officer of the department'), note: text().optional() }),
    who: SIGNERS,
  },
  askPapers: {
    label: { zh: '一次性告知补正', en: 'Ask for missing papers' },
    help: {
      zh: '一次列全缺少的材料。补齐之前本部门时限暂停。',
      en: 'Everything that is missing, at once. Your time stands still until it is there.',
    },
    input: z.object({ papers: z.array(z.string().min(1).max(80)).min(1).max(20), note: text() }),
    who: SIGNERS,
  },
  sign: {
    label: { zh: '签章', en: 'Sign' },
    help: {
      zh: '上传签章文件；需要几个章的，可以分次盖。',
      en: 'Attach the signed document; where several seals are needed they may come one by one.',
    },
    input: z.object({
      ...signature,
      seals: z.int().min(1).max(9).optional().describe('Seals put on now; without it, all'),
    }),
    who: SIGNERS,
    confirm: true,
  },
  signWithConditions: {
    label: { zh: '附条件签章', en: 'Sign with conditions' },
    help: {
      zh: '逐条写明条件；条件落实并经您部门确认后才生效。',
      en: 'One by one; it takes effect once they are met and your department confirms it.',
    },
    input: z.object({ ...signature, conditions: z.array(text()).min(1).max(10) }),
    who: SIGNERS,
    confirm: true,
  },
  refuse: {
    label: { zh: '不予签章', en: 'Refuse' },
    help: { zh: '写明理由和法律依据；可以申诉。', en: 'Give the reason and the legal basis; it can be appealed.' },
    input: z.object({
      ground: z.enum(REFUSAL_GROUNDS),
      reason,
      basis: z.string().min(1).max(200).describe('Article of the law or rule'),
    }),
    who: SIGNERS,
    confirm: true,
  },
  confirmSitting: {
    label: { zh: '确认联席会签结果', en: 'Confirm what the sitting recorded' },
    help: { zh: '会上的记录经本部门确认才算签章。', en: 'The record is your signature only once you confirm it.' },
    input: z.object({}),
    who: SIGNERS,
    confirm: true,
  },
  denySitting: {
    label: { zh: '不确认会签结果', en: 'Deny what the sitting recorded' },
    help: { zh: '写明理由；继续由本部门办理。', en: 'Say why; it stays with your department.' },
    input: z.object({ reason }),
    who: SIGNERS,
  },
  confirmMet: {
    label: { zh: '确认条件已落实', en: 'Confirm the conditions' },
    help: { zh: '确认后签章生效。', en: 'The signature takes effect.' },
    input: z.object({}),
    who: SIGNERS,
    confirm: true,
  },
  notMet: {
    label: { zh: '条件尚未落实', en: 'Not met yet' },
    help: { zh: '写明还差什么。', en: 'Say what is lacking.' },
    input: z.object({ reason }),
    who: SIGNERS,
  },
} satisfies Record<string, ActDefinition>;

const ruling = {
  upholdAppeal: {
    label: { zh: '支持申诉', en: 'Uphold the appeal' },
    help: { zh: '责令部门继续办理，不得再以任何理由拒签。', en: 'The department goes on and cannot refuse again.' },
    input: z.object({ reason }),
    who: UPPER_TIER,
    confirm: true,
  },
  rejectAppeal: {
    label: { zh: '驳回申诉', en: 'Reject the appeal' },
    help: { zh: '写明理由；还可以修改方案重新递交。', en: 'Say why; a changed plan can still be handed in.' },
    input: z.object({ reason }),
    who: UPPER_TIER,
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;

/** Everything people do to one seal. */
export const sealActs = { ...asking, ...signing, ...ruling };
