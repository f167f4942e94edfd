import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

import { fen } from './contract.js';
import { METHODS } from './cost-share.context.js';

export const GROUP: Who[] = [{ relation: 'group' }, { role: 'secretary', of: 'helper' }];
export const PAYERS: Who[] = [{ relation: 'payer' }];
/** Tells the task group when it is late with other people’s money. */
export const OVERSEERS: Who[] = [
  { role: 'coordinator', not: ['group'] },
  { role: 'supervisor', not: ['group'] },
];

const flat = z.string().min(1).max(20).meta({ refers: 'flat' }).describe('Number of the flat');
const number = z.string().min(1).max(60).describe('Number on the receipt');
const receipt = number.meta({ refers: 'receipt' });
const paper = fileId().describe('Id of the file that shows it');
const amount = fen.min(1);

/** Everything people do about the cost. */
export const costShareActs = {
  agreeShares: {
    label: { zh: '登记协商的分摊', en: 'Enter other shares' },
    help: {
      zh: '业主协商一致的，按协商；合计必须分文不差，附上签字的协议。',
      en: 'As the owners agreed; they sum to the total to the fen. With the signed agreement.',
    },
    input: z.object({
      shares: z
        .array(z.object({ flat, amount: fen }))
        .min(1)
        .max(300),
      paper,
    }),
    who: GROUP,
  },
  openPledging: {
    label: { zh: '公布分摊表', en: 'Lay the table open' },
    help: { zh: '公布以后各户认缴。', en: 'The households pledge from here.' },
    input: z.object({}),
    who: GROUP,
    confirm: true,
  },
  pledge: {
    label: { zh: '认缴', en: 'Pledge' },
    help: { zh: '由户代表认缴；也可以多认，帮邻居分担。', en: 'By the household’s delegate; more is welcome.' },
    input: z.object({ flat, amount: amount.optional().describe('Without it, the share') }),
    who: PAYERS,
    confirm: true,
  },
  recordPledge: {
    label: { zh: '登记纸质认缴', en: 'Enter a pledge on paper' },
    help: { zh: '户代表当面签字的认缴单，附照片。', en: 'Signed by the household’s delegate; with a picture.' },
    input: z.object({ flat, amount: amount.optional(), paper }),
    who: GROUP,
  },
  withdrawPledge: {
    label: { zh: '撤回认缴', en: 'Take a pledge back' },
    help: { zh: '开始收款之前可以撤回。', en: 'Until money is taken.' },
    input: z.object({ flat }),
    who: PAYERS,
  },
  beginCollecting: {
    label: { zh: '开始收款', en: 'Begin to collect' },
    help: { zh: '认缴达到约定比例才能收款。', en: 'Once enough is pledged.' },
    input: z.object({}),
    who: GROUP,
    confirm: true,
  },
  recordReceipt: {
    label: { zh: '登记收款', en: 'Enter a receipt' },
    help: {
      zh: '附票据；现金和没有票据的，须另一人核对后才算数。',
      en: 'With the slip; cash, and what has none, counts once another person has counted it.',
    },
    input: z.object({ flat, amount, number, method: z.enum(METHODS), paper: paper.optional() }),
    who: GROUP,
  },
  confirmReceipt: {
    label: { zh: '核对收款', en: 'Count it again' },
    help: { zh: '登记的人不能自己核对。', en: 'Not by whoever entered it.' },
    input: z.object({ number: receipt }),
    who: [...GROUP, ...OVERSEERS],
  },
  writeOffReceipt: {
    label: { zh: '核销未核对的收款', en: 'Write an uncounted receipt off' },
    help: {
      zh: '一直没人能核对的现金，由小组以外的人写明原因核销：决算可以公布，这笔钱不算已交，公开表上单列。',
      en: 'Cash nobody can count, by somebody outside the group, with the reason: the accounts can be laid open; it does not count as paid, and the public table shows it.',
    },
    input: z.object({ number: receipt, reason: text().describe('Why nobody can count it any more') }),
    who: OVERSEERS,
    confirm: true,
  },
  voidReceipt: {
    label: { zh: '作废收款', en: 'Void a receipt' },
    help: {
      zh: '登记错的，由另一人作废，写明原因；原记录保留。',
      en: 'By another person, with the reason; the line stays.',
    },
    input: z.object({ number: receipt, reason: text() }),
    who: [...GROUP, ...OVERSEERS],
  },
  callOff: {
    label: { zh: '终止并退款', en: 'Call it off' },
    help: { zh: '已经收的钱全部退还。', en: 'Everything that was paid goes back.' },
    input: z.object({ reason: text() }),
    who: GROUP,
    confirm: true,
  },
  settle: {
    label: { zh: '公布决算', en: 'Lay the accounts open' },
    help: { zh: '附决算和发票；钱收齐以后办理。', en: 'With statement and bills, once everything is paid.' },
    input: z.object({ files: z.array(fileId()).min(1).max(50) }),
    who: GROUP,
    confirm: true,
  },
  recordRefund: {
    label: { zh: '登记退款', en: 'Enter a refund' },
    help: { zh: '附退款凭证；不能超过该户已交的钱。', en: 'With the slip; never more than was paid.' },
    input: z.object({ flat, amount, number, paper }),
    who: GROUP,
  },
} satisfies Record<string, ActDefinition>;
