import type { WorkflowTexts } from '#libs/engine';

import { deliberationFields } from './deliberation.words.js';

/** Words of the deliberation in both languages. */
export const deliberationTexts: WorkflowTexts = {
  label: { zh: '协商准备', en: 'Deliberation' },
  description: {
    zh: '上会之前征求意见、汇总共识、提出和修正措施、听取顾问和单位答复、申明利害关系。',
    en: 'Before the meeting: opinions and what is agreed, measures and amendments, advice, answers, and who has an interest.',
  },
  stages: { gathering: { zh: '征求意见', en: 'Gathering' }, ended: { zh: '结束', en: 'Ended' } },
  relations: {
    recused: { zh: '回避成员', en: 'recused' },
    invited: { zh: '受邀答复', en: 'invited to answer' },
    answered: { zh: '已答复', en: 'has answered' },
    amended: { zh: '措施被提修正', en: 'mover of an amended measure' },
  },
  fields: deliberationFields,
};
