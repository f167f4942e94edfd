import type { JsonObject } from '#libs/engine';
import { costTable, type CostShareContext, type CostTable } from '#workflows/cost-share';

import { demand } from './checks.js';
import type { Someone } from './cast-members.js';
import type { Here, Step } from './scenario.types.js';
import { act, check, expectState, note, refused, starts } from './words.js';

/** In fen: the ground floor pays nothing, each floor above more than the one below it. */
const TOTAL = 60_000_000;
const SHARES = [0, 5_000_000, 10_000_000, 12_500_000, 15_000_000, 17_500_000];
const PAYERS: readonly (Someone | null)[] = [null, 'resident', 'volunteer', null, null, null];

const flatOn = (floor: number): string => `1-${String(floor)}01`;
const flats = (here: Here): JsonObject[] =>
  PAYERS.map((payer, index) => ({
    flat: flatOn(index + 1),
    floor: index + 1,
    payer: payer === null ? null : here.person(payer),
  }));
const input = async (here: Here): Promise<JsonObject> => ({
  chain: await here.id('b9'),
  unit: here.unit('limin-b9'),
  title: '9号楼电梯费用',
  total: TOTAL,
  basis: '电梯采购安装合同',
  group: [here.person('neighbour')],
  flats: flats(here),
});

interface Paid {
  floor: number;
  method: 'transfer' | 'cash';
}

const receipt =
  ({ floor, method }: Paid) =>
  (here: Here): JsonObject => ({
    flat: flatOn(floor),
    amount: SHARES[floor - 1] ?? 0,
    number: `九号楼-${String(floor)}`,
    method,
    ...(method === 'transfer' ? { paper: here.file('sheet') } : {}),
  });
const onPaper =
  (floor: number) =>
  (here: Here): JsonObject => ({ flat: flatOn(floor), paper: here.file('sheet') });

/** What the public table says now. */
function expectCosts(says: { zh: string; en: string }, test: (table: CostTable) => void): Step {
  return check('cost', says, async (here) => {
    test(costTable((await here.view('cost')).context as unknown as CostShareContext));
  });
}

const byFloor = ({ rows }: CostTable, column: 'share' | 'pledged' | 'paid' | 'writtenOff'): string =>
  rows.map((row) => row[column]).join();

const pledging = [
  note('费用按楼层分摊，一楼不出钱。', 'The cost is shared by floor; the ground floor pays nothing.'),
  starts('coordinator', 'cost', { workflow: 'cost-share', input }),
  refused('resident', 'cost.openPledging', 'access.denied'),
  act('neighbour', 'cost.openPledging'),
  check('b9', { zh: '会签知道自己的费用表', en: 'knows the table of its costs' }, async (here) => {
    demand((await here.view('b9')).context['costs'] === (await here.id('cost')), 'it knows none');
  }),
  expectCosts({ zh: '分摊合计分文不差', en: 'shares sum to the fen' }, (table) => {
    demand(byFloor(table, 'share') === SHARES.join(), byFloor(table, 'share'));
  }),
  act('resident', 'cost.pledge', { flat: flatOn(2) }),
  refused('volunteer', 'cost.pledge', {
    code: 'act.guard_refused',
    guard: 'isOwnFlat',
    input: { flat: flatOn(2) },
  }),
  act('volunteer', 'cost.pledge', { flat: flatOn(3) }),
  ...[4, 5].map((floor) => act('neighbour', 'cost.recordPledge', onPaper(floor))),
  refused('neighbour', 'cost.beginCollecting', { code: 'act.not_allowed', guard: 'isEnoughPledged' }),
  expectCosts({ zh: '六楼还没有认缴，缺口是六楼的分摊', en: 'lacks what the sixth floor has not pledged' }, (table) => {
    demand(table.unpledged === SHARES[5], `${String(table.unpledged)} is not pledged`);
  }),
  act('neighbour', 'cost.recordPledge', onPaper(6)),
  act('neighbour', 'cost.beginCollecting'),
];

const collecting = [
  note(
    '转账有凭证即算；现金要第二个人数过才算。',
    'A transfer counts by its slip, cash when a second person has counted it.',
  ),
  ...[3, 4, 5].map((floor) => act('neighbour', 'cost.recordReceipt', receipt({ floor, method: 'transfer' }))),
  ...[2, 6].map((floor) => act('neighbour', 'cost.recordReceipt', receipt({ floor, method: 'cash' }))),
  expectCosts({ zh: '现金还没有数过，不算已交', en: 'counts no cash yet' }, (table) => {
    demand(byFloor(table, 'paid') === [0, 0, ...SHARES.slice(2, 5), 0].join(), byFloor(table, 'paid'));
  }),
  refused('neighbour', 'cost.confirmReceipt', {
    code: 'act.guard_refused',
    guard: 'isAnothersReceipt',
    input: { number: '九号楼-2' },
  }),
  refused('supervisor', 'cost.recordReceipt', { code: 'access.denied', input: receipt({ floor: 2, method: 'cash' }) }),
  act('supervisor', 'cost.confirmReceipt', { number: '九号楼-2' }),
  note(
    '六楼的现金谁也数不成了：小组以外的人写明原因核销。',
    'Nobody can count the cash of the sixth floor: it is written off by name.',
  ),
  refused('neighbour', 'cost.writeOffReceipt', {
    code: 'access.denied',
    input: { number: '九号楼-6', reason: '住户已经搬走。' },
  }),
  act('coordinator', 'cost.writeOffReceipt', { number: '九号楼-6', reason: '住户搬走，收据存根遗失，无法核对。' }),
  expectState('cost', 'settling'),
];

const settling = [
  expectCosts({ zh: '核销单列一栏，不算已交', en: 'shows what was written off beside what is paid' }, (table) => {
    demand(byFloor(table, 'writtenOff') === [0, 0, 0, 0, 0, SHARES[5]].join(), byFloor(table, 'writtenOff'));
    demand(table.paid + table.writtenOff === TOTAL && table.unpaid === SHARES[5], JSON.stringify(table));
  }),
  refused('coordinator', 'cost.settle', { code: 'access.denied', input: (here) => ({ files: [here.file('sheet')] }) }),
  act('neighbour', 'cost.settle', (here) => ({ files: [here.file('sheet')] })),
  expectState('cost', 'settled'),
];

/** What the lift of building 9 costs: shares by floor, pledges, a transfer, cash counted by two, and a share written off. */
export const costsByFloor: readonly Step[] = [pledging, collecting, settling].flat();
