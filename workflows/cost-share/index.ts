import type { StateValue } from 'xstate';

import { defineWorkflow, type Party, type Summary, type Workflow } from '#libs/engine';

import { costShareContract } from './contract.js';
import { costShareActs } from './cost-share.acts.js';
import { costShareClocks } from './cost-share.clocks.js';
import type { CostShareContext } from './cost-share.context.js';
import { costShareReceives } from './cost-share.events.js';
import { costShareGuardTexts } from './cost-share.guards.js';
import { costShareMachine } from './cost-share.machine.js';
import { costSharePolicySchema, costSharePresets } from './cost-share.policy.js';
import { costShareFields } from './cost-share.words.js';

export {
  COST_SHARE_RESULTS,
  costShareContract,
  type CostShareInput,
  type CostShareOutput,
  type Flat,
} from './contract.js';
export { costTable, type CostRow, type CostShareContext, type CostTable } from './cost-share.context.js';

/** Who is related to the cost. Who pays is known to those who run it, and to nobody else. */
function partiesOf({ group, helper, flats }: CostShareContext): Party[] {
  const payers = new Set(flats.flatMap(({ payer }) => payer ?? []));
  return [
    ...group.map((person) => ({ relation: 'group', person })),
    ...(helper === null ? [] : [{ relation: 'helper', unit: helper }]),
    ...[...payers].map((person) => ({ relation: 'payer', person })),
  ];
}

function summaryOf({ title, unit, chain }: CostShareContext, value: StateValue): Summary {
  const state = typeof value === 'string' ? value : '';
  const stage = ['settled', 'refunded', 'cancelled'].includes(state) ? 'ended' : state;
  // the table is published apart, without what this case knows of households
  const lookups = chain === null ? [] : [{ key: 'chain', value: chain }];
  return { title, unit, stage, visibility: 'reserved', lookups };
}

/** Cost shares by floor, pledges, receipts, accounts and refunds. */
export const costShareWorkflow: Workflow = defineWorkflow({
  name: 'cost-share',
  version: 2,
  // every state of version 1 is one of version 2, with the same clocks
  migrations: { 1: (stored) => stored },
  texts: {
    label: { zh: '费用分摊', en: 'Cost shares' },
    description: {
      zh: '按楼层系数分摊，分文不差；认缴、收款、决算公开，不公开姓名；办不成的全部退款。',
      en: 'Shared by floor to the fen; pledges, receipts and accounts are open without names; everything goes back when it fails.',
    },
    stages: {
      drafting: { zh: '编制分摊表', en: 'Drafting' },
      pledging: { zh: '认缴', en: 'Pledging' },
      collecting: { zh: '收款', en: 'Collecting' },
      settling: { zh: '待决算', en: 'Settling' },
      refunding: { zh: '退款', en: 'Paying back' },
      ended: { zh: '已结束', en: 'Ended' },
    },
    relations: {
      group: { zh: '业主小组', en: 'Task group' },
      helper: { zh: '帮办党组织', en: 'Helping Party branch' },
      payer: { zh: '户代表', en: 'Household’s delegate' },
    },
    fields: costShareFields,
  },
  contract: costShareContract,
  machine: costShareMachine,
  startedBy: ['resident', 'buildingLeader', 'coordinator', 'secretary'].map((role) => ({ role })),
  acts: costShareActs,
  receives: costShareReceives,
  guards: costShareGuardTexts,
  clocks: costShareClocks as unknown as Workflow['clocks'],
  effects: {},
  children: {},
  policy: { schema: costSharePolicySchema, presets: costSharePresets, default: 'standard' },
  parties: (context) => partiesOf(context as unknown as CostShareContext),
  summary: (context, value) => summaryOf(context as unknown as CostShareContext, value),
});
