import { defineWorkflow, type Workflow } from '#libs/engine';

import { exclusionContract } from './contract.js';
import { APPELLANTS, exclusionActs } from './exclusion.acts.js';
import { exclusionClocks } from './exclusion.clocks.js';
import { exclusionParties, exclusionSummary, type ExclusionContext } from './exclusion.context.js';
import { exclusionEffects, exclusionReceives } from './exclusion.events.js';
import { exclusionGuardTexts } from './exclusion.guards.js';
import { exclusionMachine } from './exclusion.machine.js';
import { exclusionPolicySchema, exclusionPresets } from './exclusion.policy.js';
import { exclusionFields } from './exclusion.words.js';

export { exclusionAccount } from './exclusion.account.js';
export { EXCLUSION_RESULTS, exclusionContract, type ExclusionInput, type ExclusionOutput } from './contract.js';

/** A unit appeals that an entry be left out of a rate; two people of two sides approve, or it stays. */
export const exclusionWorkflow: Workflow = defineWorkflow({
  name: 'exclusion',
  version: 1,
  texts: {
    label: { zh: '申诉剔除', en: 'Appeal to leave an entry out' },
    description: {
      zh: '单位申诉某件不计入某项比率，派单方和监督方两人先后批准才剔除；逾期未批不剔除，数字从不直接修改。',
      en: 'A unit appeals that an entry be left out of a rate. Two people of two sides approve; silence excludes nothing.',
    },
    stages: {
      opened: { zh: '已提出', en: 'Opened' },
      deciding: { zh: '审批中', en: 'Being decided' },
      ended: { zh: '已结束', en: 'Ended' },
    },
    relations: {
      appellant: { zh: '申诉单位', en: 'Unit that appeals' },
      opener: { zh: '申诉人', en: 'Who filed it' },
      handler: { zh: '经办人', en: 'Handler' },
      firstApprover: { zh: '首位审批人', en: 'First approver' },
    },
    fields: exclusionFields,
  },
  contract: exclusionContract,
  machine: exclusionMachine,
  startedBy: APPELLANTS,
  acts: exclusionActs,
  receives: exclusionReceives,
  guards: exclusionGuardTexts,
  clocks: exclusionClocks as Workflow['clocks'],
  effects: exclusionEffects,
  children: {},
  policy: { schema: exclusionPolicySchema, presets: exclusionPresets, default: 'standard' },
  parties: (context) => exclusionParties(context as ExclusionContext),
  summary: (context, value) => exclusionSummary(context as ExclusionContext, value),
});
