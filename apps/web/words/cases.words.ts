import { defineWords } from './wording.rules.js';

/** Texts of the page of any case, of its chart and of the gallery of workflows. */
export const casesWords = defineWords({
  facts: ['情况', 'Facts'],
  workflow: ['流程', 'Workflow'],
  stage: ['走到', 'Stage'],
  opened: ['发起', 'Opened'],
  changed: ['最近变动', 'Last change'],
  waitsFor: ['在等', 'Waiting for'],
  clocks: ['时限', 'Clocks'],
  journal: ['经过', 'What happened'],
  texts: ['内容', 'Texts'],
  erased: ['(已依法删除)', '(erased by law)'],
  parts: ['包含的事项', 'Parts of it'],
  seeChart: ['看流程图', 'See the chart'],
  chart: ['流程图', 'Chart'],
  untitled: ['未命名事项', 'Untitled'],
});
