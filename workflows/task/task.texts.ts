import type { WorkflowTexts } from '#libs/engine';

import { taskFields } from './task.words.js';

/** Words of the workflow; states carry their labels in the chart, acts and clocks beside their declaration. */
export const taskTexts: WorkflowTexts = {
  label: { zh: '任务', en: 'Task' },
  description: {
    zh: '把议定的措施、紧急处置或代办事项派给一个单位：接单或退单，限时办理，由监督团核验。',
    en: 'An agreed measure, an emergency or an errand given to one unit: accepted or returned, handled in time, verified by supervisors.',
  },
  stages: {
    dispatch: { zh: '派单', en: 'Dispatch' },
    act: { zh: '办理', en: 'Act' },
    review: { zh: '核验', en: 'Verify' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  relations: {
    doer: { zh: '承办单位', en: 'Unit that does it' },
    crew: { zh: '可参与办理的单位', en: 'Unit whose volunteers may help' },
    section: { zh: '经办科室', en: 'Office inside the unit' },
    formerSection: { zh: '曾经办科室', en: 'Office that had it before' },
    contact: { zh: '首问单位', en: 'Unit asked first' },
    nominee: { zh: '商请接办单位', en: 'Unit asked to take it over' },
    arbiter: { zh: '裁定单位', en: 'Arbitrating unit' },
    leading: { zh: '主办单位', en: 'Leading unit' },
    handler: { zh: '经办人', en: 'Handler' },
    onDuty: { zh: '值班人', en: 'On duty' },
    formerHandler: { zh: '曾经办人', en: 'Former handler' },
  },
  fields: taskFields,
};
