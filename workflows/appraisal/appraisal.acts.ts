import { z } from 'zod';

import { text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

/** The leader of a street that appraises, never of a department that is appraised. */
export const STREETS: Who[] = [{ role: 'leader', of: 'street', not: ['department'] }];
/** Whoever works for a department that is appraised. */
export const DEPARTMENTS: Who[] = [
  { role: 'department', of: 'department' },
  { role: 'leader', of: 'department' },
];
/** The district that opened it. */
export const DISTRICT: Who[] = [
  { role: 'leader', not: ['department', 'street'] },
  { role: 'coordinator', not: ['department', 'street'] },
];

const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });

/** Everything people do to an appraisal. */
export const appraisalActs = {
  appraise: {
    label: { zh: '评议部门', en: 'Appraise a department' },
    help: {
      zh: '逐项打分并写评语；截止前可以重评，以最后一次为准。',
      en: 'Points for each criterion and a remark. Until the end the last one counts.',
    },
    input: z.object({
      street: unitId.describe('Street for which you speak'),
      department: unitId,
      scores: z
        .record(z.string().min(1).max(40).meta({ refers: 'criterion' }), z.number().int().min(0).max(100))
        .describe('Points by criterion')
        .meta({ examples: [{ response: 8, quality: 9, cooperation: 7, attitude: 10 }, { quality: 9 }] }),
      remark: text(1000).describe('Remark'),
    }),
    who: STREETS,
  },
  comment: {
    label: { zh: '部门说明', en: 'Comment' },
    help: {
      zh: '每个部门说明一次，与评议一并公布。',
      en: 'Once for each department; published beside the appraisals.',
    },
    input: z.object({ department: unitId, text: text(1000).describe('What the department says to it') }),
    who: DEPARTMENTS,
  },
} satisfies Record<string, ActDefinition>;
