import { z } from 'zod';

import { text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

import { ADOPTING_BODIES } from './covenant.policy.js';

/** Who writes a draft: the council, representatives of residents' groups, whoever began it. */
export const DRAFTERS: Who[] = [
  { relation: 'drafter' },
  { role: 'coordinator' },
  { role: 'secretary' },
  { role: 'deliberator' },
  { role: 'representative' },
];
/** The community's legal officer (社区法治专员); never of one's own draft. */
export const OFFICERS: Who[] = [{ role: 'adviser', not: ['drafter'] }];
export const CHAIRS: Who[] = [{ role: 'chair' }];
export const SECRETARIES: Who[] = [{ role: 'coordinator' }, { role: 'secretary' }];
/** Who files for the street. */
export const STREET: Who[] = [
  { role: 'leader', of: 'street', not: ['drafter'] },
  { role: 'department', of: 'street', not: ['drafter'] },
];
/** Who may promise something for themselves. */
export const SIGNATORIES: Who[] = [{ role: 'resident' }, { role: 'partner' }, { role: 'volunteer' }];
/** Who can say that a rule has been confirmed meanwhile. */
export const ASKERS: Who[] = [{ role: 'adviser' }, ...SECRETARIES];

/** Why a draft goes back. */
export const RETURN_GROUNDS = ['penalty', 'notCompetent', 'againstLaw', 'privateMatter', 'unclear'] as const;

const reason = text().describe('Why');
const yes = (what: string) => z.boolean().describe(what);

/** Everything people do to a covenant. */
export const covenantActs = {
  writeDraft: {
    label: { zh: '起草', en: 'Write the draft' },
    help: {
      zh: '可以从范本写起；逐条写清楚谁、做什么、不做什么。',
      en: 'Start from a template; say article by article who does what.',
    },
    input: z.object({ text: text(20_000).describe('The whole text'), title: text(200).optional() }),
    who: DRAFTERS,
  },
  submitDraft: {
    label: { zh: '提交法治审核', en: 'Hand it to the legal officer' },
    help: {
      zh: '逐项自查：不设罚则，不处置个人权利和隐私，不与法律抵触，属于本主体职权。',
      en: 'Check first: no penalties, nobody’s private rights or life, nothing against the law, ours to decide.',
    },
    input: z.object({
      setsNoPenalties: yes('不设罚款、没收、停水停电等处罚 / No fines or other penalties'),
      touchesNobodyAlone: yes('不处置个人权利、隐私 / Nobody’s own rights or private life'),
      followsTheLaw: yes('不与法律、法规抵触 / Nothing against the law'),
      isOursToDecide: yes('属于本主体职权 / Within the body’s competence'),
    }),
    who: DRAFTERS,
  },
  withdrawDraft: {
    label: { zh: '撤回草案', en: 'Withdraw the draft' },
    help: { zh: '写明理由；尚未通过的草案可以撤回。', en: 'Say why; possible until it is adopted.' },
    input: z.object({ reason }),
    who: [{ relation: 'drafter' }, ...SECRETARIES],
    confirm: true,
  },
  clearDraft: {
    label: { zh: '审核通过', en: 'Clear the draft' },
    help: {
      zh: '写明审核意见和有权通过的主体。公约不得设定处罚。',
      en: 'Give your finding and the competent body. A covenant sets no penalties.',
    },
    input: z.object({
      adoptedBy: z.enum(ADOPTING_BODIES).describe('Who may adopt it; a pledge is adopted by its signatories'),
      setsNoPenalties: yes('不设处罚 / It sets no penalties'),
      isLawful: yes('合法 / It is lawful'),
      finding: text().describe('The finding with its reason'),
    }),
    who: OFFICERS,
    confirm: true,
  },
  returnDraft: {
    label: { zh: '退回修改', en: 'Send it back' },
    help: { zh: '写明问题和修改建议。', en: 'Say what is wrong and how to put it right.' },
    input: z.object({ ground: z.enum(RETURN_GROUNDS), reason }),
    who: OFFICERS,
  },
  refuseDraft: {
    label: { zh: '审核不通过', en: 'Refuse it for good' },
    help: { zh: '无法改正的，写明理由；程序结束。', en: 'When it cannot be put right; say why. It ends here.' },
    input: z.object({ ground: z.enum(RETURN_GROUNDS), reason }),
    who: OFFICERS,
    confirm: true,
  },
  submitToMeeting: {
    label: { zh: '提交会议表决', en: 'Put it on an agenda' },
    help: {
      zh: '选择有权通过的主体已召集的会议。',
      en: 'Choose a meeting of the competent body that has been called.',
    },
    input: z.object({
      meeting: z.string().min(1).max(200).meta({ refers: 'meeting' }).describe('Case of the meeting'),
    }),
    who: SECRETARIES,
  },
  signPledge: {
    label: { zh: '签名承诺', en: 'Sign the pledge' },
    help: {
      zh: '自律公约只约束签名人。不同意公示姓名的，名单上只计数。',
      en: 'It binds those who sign. Unless you agree to be named, you are only counted in public.',
    },
    input: z.object({ isNamed: yes('同意公示姓名 / I may be named in public') }),
    who: SIGNATORIES,
    confirm: true,
  },
  leavePledge: {
    label: { zh: '退出承诺', en: 'Leave the pledge' },
    help: { zh: '退出后不再受约束，随时可以再签。', en: 'It binds you no longer; you can sign again.' },
    input: z.object({}),
    who: [{ relation: 'signatory' }],
  },
  closeCollecting: {
    label: { zh: '结束征集签名', en: 'Stop collecting signatures' },
    help: { zh: '签名达到规定人数后，自律公约即可登记。', en: 'With enough signatures the pledge is entered.' },
    input: z.object({}),
    who: SECRETARIES,
  },
  callAgain: {
    label: { zh: '再次提请表决', en: 'Call the body again' },
    help: { zh: '到会人数不足或者票数相等的，可以再次表决。', en: 'After too few took part, or a tie.' },
    input: z.object({ reason }),
    who: SECRETARIES,
  },
  askAgain: {
    label: { zh: '规则已核定，请复核结果', en: 'The rule has been confirmed' },
    help: {
      zh: '法治专员核定规则后，据以复核结果。',
      en: 'Once an adviser has confirmed it, the verdict is settled by it.',
    },
    input: z.object({}),
    who: ASKERS,
  },
  sign: {
    label: { zh: '签署', en: 'Sign' },
    help: { zh: '主持人签署后报街道备案。', en: 'The chair signs; then it goes to the street.' },
    input: z.object({}),
    who: CHAIRS,
    confirm: true,
  },
  declineToSign: {
    label: { zh: '退回不签', en: 'Decline to sign' },
    help: {
      zh: '文本与通过的不一致或者程序有误的，写明理由，退回法治专员。',
      en: 'Only because the text is not the one adopted or the order was not kept; back to the legal officer.',
    },
    input: z.object({ reason }),
    who: CHAIRS,
  },
  acceptFiling: {
    label: { zh: '予以备案', en: 'File it' },
    help: { zh: '登记备案号。逾期不答复的，视为备案。', en: 'Give the number. Silence until the deadline is filing.' },
    input: z.object({ number: z.string().trim().min(1).max(60).describe('备案号 / Number of the filing') }),
    who: STREET,
  },
  objectToFiling: {
    label: { zh: '备案审查不予通过', en: 'Object to the filing' },
    help: { zh: '写明违反何种规定，退回法治审核。', en: 'Say against which provision it is; back to the legal check.' },
    input: z.object({ ground: z.enum(RETURN_GROUNDS), reason }),
    who: STREET,
  },
  enterAgain: {
    label: { zh: '再次登记', en: 'Enter it again' },
    help: { zh: '排除登记簿提示的问题后再次登记。', en: 'After what the register named has been put right.' },
    input: z.object({}),
    who: SECRETARIES,
  },
  annul: {
    label: { zh: '责令废止', en: 'Order it revoked' },
    help: {
      zh: '街道认定违法的，写明理由，公约即行废止。',
      en: 'The street finds it unlawful: say why. It ends at once.',
    },
    input: z.object({ reason }),
    who: STREET,
    confirm: true,
  },
  dissolvePledge: {
    label: { zh: '终止自律公约', en: 'Dissolve the pledge' },
    help: { zh: '无人再受约束时终止。', en: 'When it binds nobody any more.' },
    input: z.object({ reason }),
    who: SECRETARIES,
    confirm: true,
  },
  keep: {
    label: { zh: '回顾：继续有效', en: 'Review: keep it' },
    help: { zh: '每年回顾一次；需要修改的，另行发起修订。', en: 'Once a year; to change it, begin a revision.' },
    input: z.object({ reason }),
    who: SECRETARIES,
  },
} satisfies Record<string, ActDefinition>;
