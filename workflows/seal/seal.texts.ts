import type { WorkflowTexts } from '#libs/engine';

import { sealFields } from './seal.words.js';

/** Words of the workflow; states carry their labels in the chart, acts and clocks beside their declaration. */
export const sealTexts: WorkflowTexts = {
  label: { zh: '签章', en: 'Seal' },
  description: {
    zh: '会签链条中的一步：业主小组递交材料，部门收件、补正、签章、附条件签章或者不予签章；不予签章可以申诉一次。',
    en: 'One step of a chain of sign-offs: papers are handed in, a department asks for what is missing, signs, signs with conditions, or refuses; a refusal can be appealed once.',
  },
  stages: {
    papers: { zh: '备材料', en: 'Papers' },
    department: { zh: '部门办理', en: 'With the department' },
    conditions: { zh: '落实条件', en: 'Conditions' },
    refused: { zh: '不予签章', en: 'Refused' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  relations: {
    signer: { zh: '签章部门', en: 'Signing department' },
    upper: { zh: '上一级', en: 'Tier above' },
    helper: { zh: '帮办党组织', en: 'Helping Party branch' },
    group: { zh: '业主小组', en: 'Task group' },
    holder: { zh: '经办人', en: 'Holder' },
    refuser: { zh: '拒签人', en: 'Refused by' },
  },
  fields: sealFields,
};
