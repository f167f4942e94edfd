import type { WorkflowTexts } from '#libs/engine';

/** Words of the deliberation in both languages. */
export const deliberationTexts: WorkflowTexts = {
  label: { zh: '协商准备', en: 'Deliberation' },
  description: {
    zh: '上会之前征求意见、提出措施、听取顾问、申明利害关系。',
    en: 'Before the meeting: opinions, measures, advice, and who has an interest.',
  },
  stages: { gathering: { zh: '征求意见', en: 'Gathering' }, ended: { zh: '结束', en: 'Ended' } },
  relations: { recused: { zh: '回避成员', en: 'recused' } },
};
