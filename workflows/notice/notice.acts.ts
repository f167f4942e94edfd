import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

import { PLACE_KINDS } from './notice.policy.js';

/** Who hangs the notice and keeps it up. */
export const POSTERS: Who[] = [{ role: 'coordinator' }, { role: 'secretary' }];
/** Who answers objections; nobody answers while objecting. */
export const ANSWERERS: Who[] = [
  { role: 'coordinator', not: ['objector'] },
  { role: 'adviser', not: ['objector'] },
  { role: 'leader', not: ['objector'] },
];
/** Who looks at a dismissal again: neither an objector nor whoever answered. */
export const REVIEWERS: Who[] = [{ role: 'supervisor', not: ['objector', 'answerer'] }];
export const OBJECTORS: Who[] = [{ relation: 'objector' }];
/** Who judges a withdrawal: never whoever took the notice down, nor whoever appeals. */
export const JUDGES: Who[] = [
  { role: 'supervisor', not: ['withdrawer', 'appellant'] },
  { role: 'leader', not: ['withdrawer', 'appellant'] },
];
export const RESIDENTS: Who[] = [{ role: 'resident' }, { role: 'representative' }];

export const OBJECTION_GROUNDS = ['harms_rights', 'wrong_facts', 'wrong_procedure', 'cost', 'other'] as const;
export const OBJECTION_DECISIONS = ['upheld', 'dismissed'] as const;

const reason = text().describe('Why');
const hanging = z.object({
  place: z.string().trim().min(1).max(100).describe('Where it hangs, such as 居务公开栏'),
  photo: fileId().describe('Id of the photo that shows it hanging there, or of a picture of the screen'),
  kind: z.enum(PLACE_KINDS).optional().describe('What kind of place; without it, a board'),
});

/** Everything people do to a notice. */
export const noticeActs = {
  post: {
    label: { zh: '张贴发布', en: 'Post' },
    help: {
      zh: '在公开栏张贴并拍照，同时在网上发布；公示期从现在起算。',
      en: 'Hang it, photograph it, publish it online; the days run from now.',
    },
    input: z.object({ places: z.array(hanging).max(50).describe('Where it hangs, with proof') }),
    who: POSTERS,
    confirm: true,
  },
  addProof: {
    label: { zh: '补充张贴照片', en: 'Add proof' },
    help: { zh: '记录另一处张贴，或证明公示仍在。', en: 'Record another place, or show that it still hangs.' },
    input: z.object({ places: z.array(hanging).min(1).max(50) }),
    who: POSTERS,
  },
  objectTo: {
    label: { zh: '提出异议', en: 'Object' },
    help: {
      zh: '写明理由。每条异议都会得到书面答复；权益受损的业主还可以请求法院撤销。',
      en: 'Say why. Every objection is answered in writing; an owner who is harmed may also ask a court to revoke.',
    },
    input: z.object({ ground: z.enum(OBJECTION_GROUNDS), text: text().describe('Your objection') }),
    who: RESIDENTS,
  },
  answerObjection: {
    label: { zh: '答复异议', en: 'Answer an objection' },
    help: { zh: '采纳或者不采纳，都要写明理由。', en: 'Uphold or dismiss it; give the reason either way.' },
    input: z.object({
      objection: z.number().int().min(1).meta({ refers: 'objection' }).describe('Number of the objection'),
      decision: z.enum(OBJECTION_DECISIONS),
      reason,
    }),
    who: ANSWERERS,
  },
  askReview: {
    label: { zh: '申请复核', en: 'Ask for a review' },
    help: {
      zh: '您的异议未被采纳的，可以请监督团复核一次，写明理由。',
      en: 'Your objection was dismissed: ask the supervisors to look at it again, once; say why.',
    },
    input: z.object({
      objection: z.number().int().min(1).meta({ refers: 'objection' }).describe('Number of your objection'),
      reason,
    }),
    who: OBJECTORS,
  },
  decideReview: {
    label: { zh: '作出复核决定', en: 'Decide on a review' },
    help: {
      zh: '复核由没有答复过该异议的监督员作出，写明理由；复核决定是最后的答复。',
      en: 'By a supervisor who did not answer it; give the reason. This answer is the last.',
    },
    input: z.object({
      objection: z.number().int().min(1).meta({ refers: 'objection' }).describe('Number of the objection'),
      decision: z.enum(OBJECTION_DECISIONS),
      reason,
    }),
    who: REVIEWERS,
  },
  extendNotice: {
    label: { zh: '延长公示', en: 'Extend' },
    help: { zh: '写明理由和天数。', en: 'Say why and by how many days.' },
    input: z.object({ days: z.number().int().min(1).max(180).meta({ unit: 'noticeDays' }), reason }),
    who: POSTERS,
  },
  withdrawNotice: {
    label: { zh: '撤回公示', en: 'Withdraw' },
    help: {
      zh: '写明理由；公示撤下。居民可以申诉，无人申诉的，事项回到上一步。',
      en: 'Say why; it is taken down. Residents may appeal; if nobody does, the matter goes back.',
    },
    input: z.object({ reason }),
    who: [{ role: 'coordinator' }, { role: 'leader' }],
    confirm: true,
  },
  appealWithdrawal: {
    label: { zh: '对撤回提出申诉', en: 'Appeal against the withdrawal' },
    help: {
      zh: '认为不应撤回的，写明理由；由撤回人以外的人决定。',
      en: 'You think it should hang: say why. Somebody other than whoever withdrew it decides.',
    },
    input: z.object({ reason }),
    who: RESIDENTS,
  },
  upholdAppeal: {
    label: { zh: '申诉成立，重新张贴', en: 'Hang it again' },
    help: { zh: '写明理由；公示重新张贴，公示期重新计算。', en: 'Say why; it hangs again and its days begin anew.' },
    input: z.object({ reason }),
    who: JUDGES,
    confirm: true,
  },
  dismissAppeal: {
    label: { zh: '驳回申诉', en: 'Dismiss the appeal' },
    help: { zh: '写明理由；撤回生效。', en: 'Say why; it stays withdrawn.' },
    input: z.object({ reason }),
    who: JUDGES,
  },
} satisfies Record<string, ActDefinition>;
