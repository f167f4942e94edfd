import type { WorkflowTexts } from '#libs/engine';

import { issueFields } from './issue.words.js';

/** Words of the issue's procedure in both languages. */
export const issueTexts: WorkflowTexts = {
  label: { zh: '说议办评', en: 'Issue' },
  description: {
    zh: '居民说事，分类协商，分级办理，民主评议；解决不了的再议、提级或给出最终答复。',
    en: 'Residents say it, it is sorted and deliberated, done by whoever can, and judged by residents; what fails goes round again, up a tier, or ends with a signed answer.',
  },
  stages: {
    say: { zh: '说', en: 'Say' },
    deliberate: { zh: '议', en: 'Deliberate' },
    act: { zh: '办', en: 'Act' },
    review: { zh: '评', en: 'Review' },
    ended: { zh: '结束', en: 'Ended' },
  },
  relations: {
    reporter: { zh: '反映人', en: 'reporter' },
    opener: { zh: '首问负责人', en: 'first-asked responsible' },
    supporter: { zh: '附议人', en: 'supporter' },
    subject: { zh: '相关人', en: 'person concerned' },
    handler: { zh: '办理人', en: 'handler' },
    offered: { zh: '受邀认领人', en: 'asked to claim it' },
    decider: { zh: '原决定人', en: 'who decided' },
    lead: { zh: '主办单位', en: 'leading unit' },
    assist: { zh: '协办单位', en: 'assisting unit' },
  },
  fields: issueFields,
};
