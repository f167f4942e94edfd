import { z } from 'zod';

import { fileId, text } from '#libs/contract';
import type { ActDefinition, Who } from '#libs/engine';

import { knownStep, stepSchema } from './chain.schema.js';

/** The residents’ task group owns the chain; the Party branch helps it. */
export const OWNERS: Who[] = [{ relation: 'group' }, { role: 'secretary', of: 'helper' }];
/** Whoever says that a step is not needed after all, or that another department signs it: never the task group itself. */
export const RELEASERS: Who[] = [
  { role: 'coordinator', not: ['group'] },
  { role: 'leader', not: ['group'] },
];
/** Who begins a chain: residents of the place, or its coordinator for them. */
export const STARTERS: Who[] = ['resident', 'buildingLeader', 'coordinator', 'secretary'].map((role) => ({ role }));

const id = z.string().min(1).max(200);
const unitId = id.meta({ refers: 'unit' });
const reason = text().describe('Why');

/** Everything people do to a chain; what they do to one of its seals, they do there. */
export const signOffActs = {
  addSteps: {
    label: { zh: '增加步骤', en: 'Add steps' },
    help: {
      zh: '写明部门、所需材料和先后；不能互相等待。',
      en: 'Departments, papers and what comes before; no circles.',
    },
    input: z.object({ steps: z.array(stepSchema).min(1).max(200) }),
    who: OWNERS,
  },
  changeStep: {
    label: { zh: '修改步骤', en: 'Change a step' },
    help: { zh: '还没有开始的步骤可以修改。', en: 'As long as nobody was asked for it.' },
    input: z.object({ step: stepSchema }),
    who: OWNERS,
  },
  removeSteps: {
    label: { zh: '删除步骤', en: 'Remove steps' },
    help: {
      zh: '办理开始之前可以删除；别的步骤在等它的，不能删除。',
      en: 'Before the chain begins; not where others wait for it.',
    },
    input: z.object({ steps: z.array(knownStep).min(1).max(200) }),
    who: OWNERS,
  },
  nameDepartments: {
    label: { zh: '指定部门', en: 'Name departments' },
    help: {
      zh: '只能指定步骤的部门代码所指的部门；系统没有找到的，由小组以外的社区协调员或者上级负责人指定。已经递交的步骤改派后重新开始。',
      en: 'One that the code of the step calls for; where none was found, a coordinator or leader outside the group names it. A step that was already asked for begins anew.',
    },
    input: z.object({
      steps: z
        .array(z.object({ step: knownStep, unit: unitId }))
        .min(1)
        .max(200),
    }),
    who: [...OWNERS, ...RELEASERS],
  },
  begin: {
    label: { zh: '开始会签', en: 'Begin' },
    help: {
      zh: '不需要等待的步骤同时开始，其余的等前面的签完自动开始。',
      en: 'What waits for nothing begins at once, the rest when what it needs is signed.',
    },
    input: z.object({}),
    who: OWNERS,
    confirm: true,
  },
  recordSitting: {
    label: { zh: '记录联席会签', en: 'Record a sitting' },
    help: {
      zh: '几个部门同桌会签：一次记录，各部门各自确认后才算签章。',
      en: 'Several departments at one table: recorded once, confirmed by each.',
    },
    input: z.object({
      steps: z.array(knownStep).min(1).max(60),
      document: fileId().describe('Id of the file of the record'),
      number: z.string().min(1).max(60).optional(),
      validUntil: z.iso.date().optional(),
    }),
    who: OWNERS,
  },
  reopenStep: {
    label: { zh: '重新申请', en: 'Ask again' },
    help: { zh: '没有签下来的步骤，可以重新申请。', en: 'A step that was refused is asked for again.' },
    input: z.object({ step: knownStep, reason }),
    who: OWNERS,
  },
  dropStep: {
    label: { zh: '免办一步', en: 'Drop a step' },
    help: {
      zh: '经依据确认不需要的步骤；由社区或者上级办理，业主小组不能自己免办。',
      en: 'Shown not to be needed; by the community or above, never by the task group itself.',
    },
    input: z.object({ step: knownStep, reason, paper: fileId().describe('Id of the file that shows it') }),
    who: RELEASERS,
    confirm: true,
  },
  giveUpChain: {
    label: { zh: '终止会签', en: 'Give up' },
    help: { zh: '写明原因；已经收的钱要退还。', en: 'Say why; money that was paid goes back.' },
    input: z.object({ reason }),
    who: OWNERS,
    confirm: true,
  },
} satisfies Record<string, ActDefinition>;
