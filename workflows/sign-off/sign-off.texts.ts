import type { WorkflowTexts } from '#libs/engine';

import { signOffFields } from './sign-off.words.js';

/** Words of the workflow; states carry their labels in the chart, acts and clocks beside their declaration. */
export const signOffTexts: WorkflowTexts = {
  label: { zh: '长链条会签', en: 'Chain of sign-offs' },
  description: {
    zh: '加装电梯等需要几十个部门会签的事：业主小组牵头，党组织帮办；有先后的依次签，没有先后的同时签；谁拿着、缺什么、下一步是谁，一目了然；办成的链条存为模板，下一栋楼接着用。',
    en: 'What needs dozens of departments, such as a lift: owned by the residents’ task group, helped by the Party branch; in order and side by side; who holds it, what is missing, what is next; a finished one is a template for the next building.',
  },
  stages: {
    arranging: { zh: '排步骤', en: 'Arranging' },
    running: { zh: '会签中', en: 'Running' },
    stuck: { zh: '有步骤被拒签', en: 'Stuck' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  relations: {
    group: { zh: '业主小组', en: 'Task group' },
    body: { zh: '业主组织', en: 'Owners’ body' },
    helper: { zh: '帮办党组织', en: 'Helping Party branch' },
    signer: { zh: '待签部门', en: 'Departments asked' },
  },
  fields: signOffFields,
};
