import type { WorkflowTexts } from '#libs/engine';

import { noticeFields } from './notice.words.js';

/** Words of the workflow; states carry their labels in the chart, acts and clocks beside their declaration. */
export const noticeTexts: WorkflowTexts = {
  label: { zh: '公示', en: 'Public notice' },
  description: {
    zh: '把事项或结果张贴公示若干天；居民可以提出异议，每条都要答复。',
    en: 'A matter or a result is posted for some days; residents may object, and every objection is answered.',
  },
  stages: {
    draft: { zh: '待张贴', en: 'To be posted' },
    hanging: { zh: '公示中', en: 'Posted' },
    answering: { zh: '答复异议', en: 'Answering objections' },
    takenDown: { zh: '已撤下，可申诉', en: 'Taken down, open to appeal' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  relations: {
    objector: { zh: '异议人', en: 'Objector' },
    answerer: { zh: '答复人', en: 'Whoever answered' },
    withdrawer: { zh: '撤回人', en: 'Whoever withdrew it' },
    appellant: { zh: '申诉人', en: 'Appellant' },
  },
  fields: noticeFields,
};
