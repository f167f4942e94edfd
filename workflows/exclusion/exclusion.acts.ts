import { z } from 'zod';

import { text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

const NOT: string[] = ['appellant', 'handler', 'opener'];

/** Whoever works for the unit that appeals. */
export const APPELLANTS: Who[] = [
  { role: 'department', of: 'appellant' },
  { role: 'leader', of: 'appellant' },
  { role: 'coordinator', of: 'appellant' },
];
/** The dispatcher's side: the coordinator of the place or above, never of the unit that appeals. */
export const DISPATCHERS: Who[] = [{ role: 'coordinator', not: NOT }];
/** The supervising tier, and never whoever decided first. */
export const SUPERVISING: Who[] = [
  { role: 'leader', not: [...NOT, 'firstApprover'] },
  { role: 'supervisor', not: [...NOT, 'firstApprover'] },
];

const reason = z.object({ reason: text().describe('Why') });
const approval = z.object({ note: text().optional() });

/** Everything people do to an appeal. */
export const exclusionActs = {
  approveFirst: {
    label: { zh: '同意剔除（派单方）', en: 'Approve, for the dispatcher' },
    help: {
      zh: '看过证据，同意；还须上级另一人同意。',
      en: 'You saw the evidence; somebody of the upper tier decides after you.',
    },
    input: approval,
    who: DISPATCHERS,
    confirm: true,
  },
  refuseFirst: {
    label: { zh: '不同意剔除（派单方）', en: 'Refuse, for the dispatcher' },
    help: { zh: '写明理由；数字不变。', en: 'Say why; the number stays.' },
    input: reason,
    who: DISPATCHERS,
    confirm: true,
  },
  approveSecond: {
    label: { zh: '批准剔除（监督方）', en: 'Approve, for the supervising tier' },
    help: {
      zh: '批准后不计入分子分母，另行列明件数。',
      en: 'It leaves both numbers of the rate and is shown as a count.',
    },
    input: approval,
    who: SUPERVISING,
    confirm: true,
  },
  refuseSecond: {
    label: { zh: '不批准剔除（监督方）', en: 'Refuse, for the supervising tier' },
    help: { zh: '写明理由；数字不变。', en: 'Say why; the number stays.' },
    input: reason,
    who: SUPERVISING,
    confirm: true,
  },
  withdrawAppeal: {
    label: { zh: '撤回申诉', en: 'Withdraw the appeal' },
    help: { zh: '同一事项同一比率只能申诉一次。', en: 'An entry can be appealed once for each rate.' },
    input: z.object({}),
    who: APPELLANTS,
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;
