import { z } from 'zod';

import { text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

/**
 * Whoever works for the unit that is to do it; an emergency lands at its duty officer. Its volunteers and partners may do it
 * unless it is confidential.
 */
export const DOERS: Who[] = [
  { relation: 'handler' },
  { role: 'department', of: 'doer' },
  { role: 'duty', of: 'doer' },
  { role: 'volunteer', of: 'crew' },
  { role: 'partner', of: 'crew' },
  { role: 'leader', of: 'doer' },
];
/** The dispatcher: the coordinator of the place or above. */
export const DISPATCHERS: Who[] = [{ role: 'coordinator', not: ['handler'] }];
/** The upper tier of the place. */
export const UPPER_TIER: Who[] = [{ role: 'leader', not: ['handler', 'doer'] }];
/** The coordinator verifies last, and never work of the coordinator's own. */
export const LAST_VERIFIERS: Who[] = [{ role: 'coordinator', not: ['handler', 'doer'] }];
/** The tier that stands above all units in dispute, found by the registry. */
export const ARBITERS: Who[] = [
  { role: 'leader', of: 'arbiter', not: ['handler'] },
  { role: 'coordinator', of: 'arbiter', not: ['handler'] },
];
/** Who signs that it cannot be done. */
export const SIGNERS: Who[] = [{ role: 'leader', of: 'doer', not: ['handler'] }, ...UPPER_TIER];
export const SUPERVISORS: Who[] = [{ role: 'supervisor', not: ['handler', 'doer'] }];
/** Stands in when the supervisors are silent. */
export const SUBSTITUTES: Who[] = [{ role: 'representative', not: ['handler', 'doer'] }];

export const RETURN_REASONS = ['not_our_duty', 'wrong_place', 'needs_another_lead', 'no_legal_basis'] as const;
export const HOLD_REASONS = ['weather', 'material', 'procurement', 'permit', 'litigation', 'resident_absent'] as const;

const files = z.array(z.string().min(1)).max(50).describe('Ids of uploaded files');
const reason = text().describe('Why');
const days = z.number().int().min(1).max(365).describe('Working days');
const passNote = z.object({ note: text().optional() });
const backNote = z.object({ reason: reason.describe('What is wrong, and what would make it good') });

const verifyLabel = { zh: '核验通过', en: 'Verify' };
const backLabel = { zh: '退回重办', en: 'Send back' };
const verifyHelp = {
  zh: '看过证据或到现场看过，确认已经办好。经办人不能核验自己的工作。',
  en: 'You saw the evidence or the place and it is done. Nobody verifies their own work.',
};
const backHelp = {
  zh: '没有办好：写明哪里不行、怎样才算好。',
  en: 'It is not done: say what is wrong and what would make it good.',
};

const doing = {
  accept: {
    label: { zh: '接单', en: 'Accept' },
    help: {
      zh: '接下任务。办理时限从派单起算，不从接单起算。',
      en: 'Take the task. Its time runs from dispatch, not from here.',
    },
    input: z.object({ handler: z.string().min(1).optional().describe('Person who will handle it; without it, you') }),
    who: DOERS,
  },
  returnTask: {
    label: { zh: '退单', en: 'Return' },
    help: {
      zh: '不属于本单位职责时，在接单时限内写明理由和依据退回。',
      en: 'Not a duty of your unit: return it in time, with the reason and the basis.',
    },
    input: z.object({
      ground: z.enum(RETURN_REASONS),
      reason,
      basis: text().describe('Rule or list of duties you rely on'),
      suggestedUnit: z.string().min(1).optional().describe('Unit that should have it'),
    }),
    who: DOERS,
  },
  progress: {
    label: { zh: '记录进展', en: 'Note progress' },
    help: { zh: '写下做了什么，下一步做什么。', en: 'Say what was done and what comes next.' },
    input: z.object({ note: text(), files: files.default([]) }),
    who: DOERS,
  },
  finish: {
    label: { zh: '办结送核', en: 'Finish' },
    help: {
      zh: '写给居民的答复并附证据；之后由监督团核验，不再占用办理时限。',
      en: 'Answer the resident and attach evidence. Supervisors then verify; your time stops.',
    },
    input: z.object({ answer: text().describe('Answer to the resident'), evidence: files }),
    who: DOERS,
  },
  askHold: {
    label: { zh: '申请挂起', en: 'Ask for a hold' },
    help: {
      zh: '因故暂时不能办：经批准后暂停计时。',
      en: 'It cannot go on for now: once approved, the time stands still.',
    },
    input: z.object({ ground: z.enum(HOLD_REASONS), reason, days, evidence: files.default([]) }),
    who: DOERS,
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
  reportImpossible: {
    label: { zh: '报告无法办理', en: 'Report that it cannot be done' },
    help: {
      zh: '写明理由并附依据，由负责人签字后作为最终答复。',
      en: 'Give the reason and the proof; a leader signs it as the final answer.',
    },
    input: z.object({ reason: text().describe('Final answer to the resident'), evidence: files.min(1) }),
    who: DOERS,
  },
} satisfies Record<string, ActDefinition>;

const deciding = {
  reassign: {
    label: { zh: '改派', en: 'Reassign' },
    help: {
      zh: '派给应当承办的单位；理由不成立时可以仍派原单位。',
      en: 'Give it to the unit it belongs to; if the return is unfounded, to the same one again.',
    },
    input: z.object({ unit: z.string().min(1), note: text().optional() }),
    who: DISPATCHERS,
  },
  assignOwner: {
    label: { zh: '裁定承办单位', en: 'Name the owner' },
    help: {
      zh: '必须指定一个承办单位；被指定的单位不得再退。',
      en: 'You must name one owner, who cannot return the task.',
    },
    input: z.object({ unit: z.string().min(1), reason }),
    who: ARBITERS,
    confirm: true,
  },
  declareImpossible: {
    label: { zh: '裁定无法办理', en: 'Rule that it cannot be done' },
    help: {
      zh: '没有单位能办或者依法不能办：写明理由，附依据。',
      en: 'No unit can or may do it: give the reason and the proof.',
    },
    input: z.object({ reason, evidence: files.min(1) }),
    who: ARBITERS,
    confirm: true,
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
  withdrawTask: {
    label: { zh: '撤回任务', en: 'Withdraw the task' },
    help: { zh: '派单人撤回，写明理由。', en: 'The dispatcher takes it back and says why.' },
    input: z.object({ reason }),
    who: DISPATCHERS,
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;

const verifying = {
  verify: { label: verifyLabel, help: verifyHelp, input: passNote, who: SUPERVISORS },
  sendBack: { label: backLabel, help: backHelp, input: backNote, who: SUPERVISORS },
  verifyInstead: {
    label: { zh: '代为核验通过', en: 'Verify as substitute' },
    help: verifyHelp,
    input: passNote,
    who: SUBSTITUTES,
  },
  sendBackInstead: {
    label: { zh: '代为退回重办', en: 'Send back as substitute' },
    help: backHelp,
    input: backNote,
    who: SUBSTITUTES,
  },
  coordinatorVerify: {
    label: { zh: '协调员核验通过', en: 'Verify as coordinator' },
    help: verifyHelp,
    input: passNote,
    who: LAST_VERIFIERS,
  },
  coordinatorSendBack: {
    label: { zh: '协调员退回重办', en: 'Send back as coordinator' },
    help: backHelp,
    input: backNote,
    who: LAST_VERIFIERS,
  },
} satisfies Record<string, ActDefinition>;

/** Everything people do to a task. */
export const taskActs = { ...doing, ...deciding, ...verifying };
