import { defineWorkflow, type Workflow } from '#libs/engine';

import { appraisalContract } from './contract.js';
import { appraisalActs, DISTRICT } from './appraisal.acts.js';
import { appraisalClocks } from './appraisal.clocks.js';
import { appraisalParties, appraisalSummary, type AppraisalContext } from './appraisal.context.js';
import { appraisalGuardTexts } from './appraisal.guards.js';
import { appraisalMachine } from './appraisal.machine.js';
import { appraisalPolicySchema, appraisalPresets } from './appraisal.policy.js';
import { appraisalFields } from './appraisal.words.js';

export { appraisalAccount } from './appraisal.account.js';
export { APPRAISAL_RESULTS, appraisalContract, type AppraisalInput, type AppraisalOutput } from './contract.js';

/** Streets appraise departments by named criteria and in words, once a quarter. */
export const appraisalWorkflow: Workflow = defineWorkflow({
  name: 'appraisal',
  version: 1,
  texts: {
    label: { zh: '街道评部门', en: 'Streets appraise departments' },
    description: {
      zh: '每季度由各街道按规定项目给部门打分、写评语，部门可以说明一次，全部公布；未评的街道列名。',
      en: 'Once a quarter the streets score departments and write remarks; departments comment once; all is published.',
    },
    stages: {
      appraising: { zh: '街道评议', en: 'Appraising' },
      commenting: { zh: '部门说明', en: 'Commenting' },
      ended: { zh: '已结束', en: 'Ended' },
    },
    relations: {
      street: { zh: '评议街道', en: 'Street' },
      department: { zh: '被评部门', en: 'Department' },
    },
    fields: appraisalFields,
  },
  contract: appraisalContract,
  machine: appraisalMachine,
  startedBy: DISTRICT,
  acts: appraisalActs,
  receives: {},
  guards: appraisalGuardTexts,
  clocks: appraisalClocks as Workflow['clocks'],
  effects: {},
  children: {},
  policy: { schema: appraisalPolicySchema, presets: appraisalPresets, default: 'standard' },
  parties: (context) => appraisalParties(context as AppraisalContext),
  summary: (context, value) => appraisalSummary(context as AppraisalContext, value),
});
