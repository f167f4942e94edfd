import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

export const RESIDENTS: Who[] = [{ role: 'resident' }];
/** The committee: it says how many there are, checks, and must call. Whoever petitions does none of it. */
export const COMMITTEE: Who[] = [
  { role: 'coordinator', not: ['petitioner'] },
  { role: 'secretary', not: ['petitioner'] },
  { role: 'chair', not: ['petitioner'] },
];
export const SUPERVISORS: Who[] = [{ role: 'supervisor', not: ['petitioner'] }];
/** Who calls the meeting where the committee does not. */
export const DEPUTIES: Who[] = [...SUPERVISORS, { role: 'leader', not: ['petitioner'] }];
export const SIGNERS: Who[] = [{ relation: 'signer' }];
export const PETITIONER: Who[] = [{ relation: 'petitioner' }];

const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });
const ruleId = id.meta({ refers: 'rule' });
const signerId = id.meta({ refers: 'signer' });
const call = z.object({
  unit: unitId.describe('Body that meets'),
  kind: z.enum(['council', 'representatives', 'assembly']),
  startsAt: z.iso.datetime().describe('When it starts, an instant in UTC'),
  members: z.number().int().min(1).describe('Members entitled to vote'),
  rule: ruleId.optional().describe('Id of the decision rule; without it, the one of the meeting’s level'),
});

/** Everything people do to a petition. */
export const petitionActs = {
  sign: {
    label: { zh: '签名', en: 'Sign' },
    help: {
      zh: '要求召开会议。按户或者按居民小组联名的，选择您所代表的户或者小组。',
      en: 'You ask for the meeting. Where households or groups count, choose yours.',
    },
    input: z.object({ of: signerId.optional().describe('Household or group you sign for, where they count') }),
    who: RESIDENTS,
  },
  recordSignatures: {
    label: { zh: '登记纸质签名', en: 'Enter signatures on paper' },
    help: { zh: '附上签名纸的照片，逐个登记。', en: 'With a picture of the sheet, one by one.' },
    input: z.object({
      of: z.array(signerId).min(1).max(500),
      paper: fileId().describe('Id of the file that shows the sheet'),
    }),
    who: COMMITTEE,
  },
  withdrawSignature: {
    label: { zh: '撤回签名', en: 'Take your signature back' },
    help: { zh: '会议召集之前可以撤回。', en: 'While signatures are collected.' },
    input: z.object({}),
    who: SIGNERS,
  },
  setBase: {
    label: { zh: '确认总数', en: 'Say how many there are' },
    help: {
      zh: '成年居民、户或者居民小组的总数；发起人不能确认。',
      en: 'Adults, households or groups in all; not by whoever petitions.',
    },
    input: z.object({
      size: z.number().int().min(1).max(1_000_000),
      source: text().describe('Where the number is from'),
    }),
    who: [...COMMITTEE, ...SUPERVISORS],
  },
  strikeSignatures: {
    label: { zh: '剔除签名', en: 'Strike signatures off' },
    help: { zh: '不是本社区居民、重复或者冒签的，逐个写明理由。', en: 'Strangers, doubles, forgeries; say why.' },
    input: z.object({
      numbers: z
        .array(z.number().int().min(1).meta({ refers: 'signature' }))
        .min(1)
        .max(500),
      reason: text(),
    }),
    who: [...COMMITTEE, ...SUPERVISORS],
  },
  confirmSignatures: {
    label: { zh: '核实无误', en: 'Confirm the signatures' },
    help: { zh: '逾期未核实的，视为无误。', en: 'Silence confirms them too.' },
    input: z.object({}),
    who: [...COMMITTEE, ...SUPERVISORS],
  },
  callMeeting: {
    label: { zh: '召集会议', en: 'Call the meeting' },
    help: {
      zh: '联名达到规定比例，必须召集；会议在规定天数内举行。',
      en: 'The share is reached: it must be called, for a day the rules allow.',
    },
    input: call,
    who: COMMITTEE,
    confirm: true,
  },
  callInstead: {
    label: { zh: '代为召集', en: 'Call it in their place' },
    help: {
      zh: '居委会逾期不召集的，由监督团或者街道召集。',
      en: 'The committee did not: supervisors or the street do.',
    },
    input: call,
    who: DEPUTIES,
    confirm: true,
  },
  withdrawPetition: {
    label: { zh: '撤回联名', en: 'Withdraw the petition' },
    help: { zh: '达到比例之前，发起人可以撤回。', en: 'Until the share is reached.' },
    input: z.object({}),
    who: PETITIONER,
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;
