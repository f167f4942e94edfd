import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition } from '#libs/engine';

import { DISPATCHERS, DOERS, SIGNERS, UPPER_TIER } from './task.people.js';

export const HOLD_REASONS = ['weather', 'material', 'procurement', 'permit', 'litigation', 'resident_absent'] as const;

const files = z.array(fileId()).max(50);
const reason = text().describe('Why');
const days = z.number().int().min(1).max(365).meta({ unit: 'workingDays' }).describe('Working days');

/** What the handler asks for and others grant: time to stand still, more time, that it cannot be done, that the answer is good. */
export const askingActs = {
  askHold: {
    label: { zh: '申请挂起', en: 'Ask for a hold' },
    help: {
      zh: '因故暂时不能办：写明原因、附证据、写明最长多久；经批准后暂停计时。',
      en: 'It cannot go on for now: the cause, the proof and the longest time; once approved, the time stands still.',
    },
    input: z.object({ ground: z.enum(HOLD_REASONS), reason, days, evidence: files.default([]) }),
    who: DOERS,
  },
  approveHold: {
    label: { zh: '批准挂起', en: 'Approve the hold' },
    help: { zh: '批准后暂停计时，到期自动恢复。', en: 'The time stands still and runs again by itself at the end.' },
    input: z.object({}),
    who: DISPATCHERS,
  },
  refuseHold: {
    label: { zh: '不批准挂起', en: 'Refuse the hold' },
    help: { zh: '写明理由；计时不停。', en: 'Say why; the time keeps running.' },
    input: z.object({ reason }),
    who: DISPATCHERS,
  },
  resume: {
    label: { zh: '恢复办理', en: 'Resume' },
    help: { zh: '原因消失，继续办理，继续计时。', en: 'The cause is gone: go on, the time runs again.' },
    input: z.object({}),
    who: [...DOERS, ...DISPATCHERS],
  },
  askExtension: {
    label: { zh: '申请延期', en: 'Ask for more time' },
    help: { zh: '须在到期前申请；理由公开。', en: 'Ask before the time is over; the reason is public.' },
    input: z.object({ reason, days }),
    who: DOERS,
  },
  grantExtension: {
    label: { zh: '同意延期', en: 'Grant the extension' },
    help: { zh: '首次延期由派单人批准。', en: 'The first extension is the dispatcher’s to grant.' },
    input: z.object({}),
    who: DISPATCHERS,
  },
  refuseExtension: {
    label: { zh: '不同意延期', en: 'Refuse the extension' },
    help: { zh: '写明理由，记入台账。', en: 'Say why; it is kept on record.' },
    input: z.object({ reason }),
    who: DISPATCHERS,
  },
  leaderGrantExtension: {
    label: { zh: '同意再次延期', en: 'Grant a further extension' },
    help: { zh: '第二次起由上级负责人批准。', en: 'From the second on, the upper tier grants it.' },
    input: z.object({}),
    who: UPPER_TIER,
  },
  leaderRefuseExtension: {
    label: { zh: '不同意再次延期', en: 'Refuse a further extension' },
    help: { zh: '写明理由，记入台账。', en: 'Say why; it is kept on record.' },
    input: z.object({ reason }),
    who: UPPER_TIER,
  },
  reportImpossible: {
    label: { zh: '报告无法办理', en: 'Report that it cannot be done' },
    help: {
      zh: '写明理由并附依据，由负责人签字后作为最终答复。',
      en: 'Give the reason and the proof; a leader signs it as the final answer.',
    },
    input: z.object({ reason: text().describe('Final answer to the resident'), evidence: files.min(1) }),
    who: DOERS,
  },
  signImpossible: {
    label: { zh: '签发最终答复', en: 'Sign that it cannot be done' },
    help: {
      zh: '负责人签字后任务结束，答复送达居民，居民可以申诉。',
      en: 'The task ends; the resident gets the answer and may appeal.',
    },
    input: z.object({}),
    who: SIGNERS,
    confirm: true,
  },
  refuseImpossible: {
    label: { zh: '不予签发', en: 'Refuse to sign' },
    help: { zh: '写明还能怎样办，任务继续。', en: 'Say what can still be done; the task goes on.' },
    input: z.object({ reason }),
    who: SIGNERS,
  },
  signAnswer: {
    label: { zh: '审签答复', en: 'Sign the answer' },
    help: {
      zh: '审核给居民的答复，签发后送核验。起草人不能自己签。',
      en: 'You stand for the answer to the resident; then it is verified. Nobody signs their own draft.',
    },
    input: z.object({}),
    who: SIGNERS,
  },
  sendBackAnswer: {
    label: { zh: '退回修改', en: 'Send the answer back' },
    help: {
      zh: '答复不清楚或证据不够：写明怎样改，退给起草人。',
      en: 'Unclear or unproved: say what is to be changed.',
    },
    input: z.object({ reason }),
    who: SIGNERS,
  },
} satisfies Record<string, ActDefinition>;
