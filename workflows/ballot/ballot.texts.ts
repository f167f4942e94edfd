import type { WorkflowTexts } from '#libs/engine';

import { ballotFields } from './ballot.words.js';

/** Words of the workflow; states carry their labels in the chart, acts and clocks beside their declaration. */
export const ballotTexts: WorkflowTexts = {
  label: { zh: '表决', en: 'Ballot' },
  description: {
    zh: '对一项措施表决：会上举手计票、另一人复核；或按名册收票（手机、纸质、电话、上门）。按议事规则核算结果并出具凭证，人人可以复算。',
    en: 'One measure put to the vote: hands counted in a room and confirmed by another person, or papers of a roll (phone, paper, telephone, doorstep). The rule gives a verdict with its proof, which anybody can reckon again.',
  },
  stages: {
    roll: { zh: '编制名册', en: 'Roll' },
    voting: { zh: '表决', en: 'Voting' },
    counting: { zh: '计票', en: 'Counting' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  relations: {
    body: { zh: '表决主体', en: 'Body that votes' },
    teller: { zh: '计票人', en: 'Teller' },
    confirmer: { zh: '复核人', en: 'Confirmer' },
  },
  fields: ballotFields,
};
