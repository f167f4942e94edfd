import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

/** Who counts the hands or papers. */
export const TELLERS: Who[] = [{ role: 'secretary' }, { role: 'supervisor' }, { role: 'coordinator' }];
/** Who confirms the count: never the teller. */
export const CONFIRMERS: Who[] = ['supervisor', 'representative', 'deliberator', 'secretary', 'coordinator'].map(
  (role) => ({
    role,
    not: ['teller'],
  }),
);
/** Who may stop a ballot that went wrong. */
export const GUARDIANS: Who[] = [
  { role: 'chair', not: ['teller'] },
  { role: 'adviser', not: ['teller'] },
];

/** Who has the roll drawn anew. */
export const ROLL_KEEPERS: Who[] = [{ role: 'coordinator' }, { role: 'secretary' }];

export const METHODS = ['hands', 'paper'] as const;

const votes = z.number().int().min(0);
const reason = text().describe('Why');

/** Everything people do to a ballot. */
export const ballotActs = {
  recordCount: {
    label: { zh: '登记计票结果', en: 'Record the count' },
    help: {
      zh: '登记赞成、反对、弃权和废票数；由另一人复核。',
      en: 'Enter yes, no, abstentions and void votes; a second person confirms.',
    },
    input: z.object({
      method: z.enum(METHODS).describe('Show of hands, or counted papers'),
      yes: votes,
      no: votes,
      abstain: votes,
      invalid: votes.describe('Void papers'),
      sheet: fileId().optional().describe('Id of the file with the signed count sheet'),
    }),
    who: TELLERS,
  },
  confirmCount: {
    label: { zh: '复核无误', en: 'Confirm the count' },
    help: {
      zh: '您也数过，结果一致。计票人不能复核自己的计票。',
      en: 'You counted too and agree. The teller cannot confirm.',
    },
    input: z.object({}),
    who: CONFIRMERS,
    confirm: true,
  },
  disputeCount: {
    label: { zh: '复核有异议', en: 'Dispute the count' },
    help: { zh: '写明不一致之处，重新计票。', en: 'Say what differs; the votes are counted again.' },
    input: z.object({ reason }),
    who: CONFIRMERS,
  },
  extendWindow: {
    label: { zh: '延长投票时间', en: 'Extend the ballot' },
    help: { zh: '写明理由；次数有限。', en: 'Say why; the number of extensions is limited.' },
    input: z.object({ reason }),
    who: [...GUARDIANS, { role: 'coordinator' }],
  },
  redrawRoll: {
    label: { zh: '重新编制名册', en: 'Draw the roll anew' },
    help: {
      zh: '登记簿更正后，在投票开始前重新编制选民名册；写明理由。',
      en: 'After the registry was put right and before the vote opens; say why.',
    },
    input: z.object({ reason }),
    who: ROLL_KEEPERS,
  },
  extendPolling: {
    label: { zh: '延长投票期', en: 'Extend the vote' },
    help: {
      zh: '写明理由；次数有限，合计不超过三个月。',
      en: 'Say why; a limited number of times, three months in all.',
    },
    input: z.object({ reason }),
    who: [...GUARDIANS, { role: 'coordinator' }],
  },
  closePolling: {
    label: { zh: '截止投票', en: 'Close the vote' },
    help: {
      zh: '到场人员都已投票时可以提前截止；此后不再收票。',
      en: 'When everybody in the room has voted; no paper is taken after it.',
    },
    input: z.object({}),
    who: TELLERS,
    confirm: true,
  },
  finishSettling: {
    label: { zh: '争议票已处理', en: 'Everything is settled' },
    help: {
      zh: '有争议的票、两人录入不一致的票都已处理；未处理的不计入。',
      en: 'Contested papers and differing transcriptions are settled; what is not does not count.',
    },
    input: z.object({}),
    who: TELLERS,
  },
  declareVoid: {
    label: { zh: '宣布无效', en: 'Declare void' },
    help: {
      zh: '程序有错误时宣布本次表决无效；可以重新表决，次数有限。',
      en: 'The vote went wrong: it is void and repeated, a limited number of times.',
    },
    input: z.object({ reason }),
    who: GUARDIANS,
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;
