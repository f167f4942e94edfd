import type { WorkflowTexts } from '#libs/engine';

/** Words of the workflow; states carry their labels in the chart, acts and clocks beside their declaration. */
export const ballotTexts: WorkflowTexts = {
  label: { zh: '表决', en: 'Ballot' },
  description: {
    zh: '对一项措施举手或投票表决：一人计票，另一人复核，按议事规则核算结果并出具凭证。',
    en: 'One measure put to the vote by hands or papers: one counts, another confirms, the rule gives a verdict with its proof.',
  },
  stages: {
    voting: { zh: '表决', en: 'Voting' },
    counting: { zh: '计票', en: 'Counting' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  relations: {
    body: { zh: '表决主体', en: 'Body that votes' },
    teller: { zh: '计票人', en: 'Teller' },
    confirmer: { zh: '复核人', en: 'Confirmer' },
  },
};
