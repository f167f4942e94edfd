import type { JsonObject } from '#libs/engine';

import { expectSheet, goesThrough, handsIn } from './chain.steps.js';
import { demand } from './checks.js';
import { instantOf } from './local-time.js';
import type { Here, Step } from './scenario.types.js';
import { act, expectState, note, refused, until, wait } from './words.js';

/** Pipes and wires: six companies side by side. */
const LINES = ['heating-lines', 'water-lines', 'drain-lines', 'power-lines', 'gas-lines', 'telecom-lines'];
const LAST_DAY = '2027-05-31';

const record =
  (steps: readonly string[]) =>
  (here: Here): JsonObject => ({
    steps: [...steps],
    document: here.file('sheet'),
    number: '联签〔2027〕3号',
  });
const proof = (here: Here): JsonObject => ({ files: [here.file('site')], note: '已与燃气公司约好旁站。' });
const conditions = (here: Here): JsonObject => ({
  document: here.file('posted'),
  conditions: ['开挖前通知燃气公司到场旁站。'],
});
const signature = (here: Here): JsonObject => ({ document: here.file('posted') });

/** Six companies at one table: four confirm, one signs with a condition, one says that this is not what was agreed. */
const sitting = [
  handsIn('b9'),
  note(
    '六家管线单位同桌会签，一次记录，各家自己确认。',
    'Six companies at one table: recorded once, each confirms for itself.',
  ),
  refused('neighbour', 'b9.recordSitting', {
    code: 'act.guard_refused',
    guard: 'areOpen',
    input: record([...LINES, 'pipe-plan']),
  }),
  refused('department@water', 'b9.recordSitting', { code: 'access.denied', input: record(LINES) }),
  act('neighbour', 'b9.recordSitting', record(LINES)),
  expectSheet('b9', { zh: '会上记的不算签，等各家确认', en: 'sees six that still have to confirm' }, (lines) => {
    const found = LINES.map((id) => `${lines.get(id)?.doing ?? ''} ${lines.get(id)?.hand ?? ''}`);
    demand(
      found.every((one) => one === 'tabled department'),
      found.join(', '),
    );
  }),
  refused('neighbour', 'seal@water.confirmSitting', 'access.denied'),
  refused('department', 'seal@water.confirmSitting', 'access.denied'),
  act('department', 'seal@heating.confirmSitting'),
  act('department@water', 'seal@water.confirmSitting'),
  refused('department@drainage', 'seal@power.confirmSitting', 'access.denied'),
  act('department@drainage', 'seal@drainage.confirmSitting'),
  refused('department@power', 'seal@gas.confirmSitting', 'access.denied'),
  act('department@power', 'seal@power.confirmSitting'),
  refused('department@gas', 'seal@telecom.confirmSitting', 'access.denied'),
  act('department@gas', 'seal@gas.signWithConditions', conditions),
  refused('department@telecom', 'seal@gas.denySitting', { code: 'access.denied', input: { reason: '不同意。' } }),
  act('department@telecom', 'seal@telecom.denySitting', { reason: '光缆井的位置会上没有谈。' }),
];

const conditional = [
  expectSheet(
    'b9',
    { zh: '附条件的不算签完，等业主小组落实', en: 'sees that a condition is theirs to meet' },
    (lines) => {
      const gas = lines.get('gas-lines');
      demand(gas?.state === 'open' && gas.doing === 'conditional' && gas.hand === 'group', JSON.stringify(gas));
      demand(lines.get('water-lines')?.number === '联签〔2027〕3号', 'the number of the record is lost');
      demand(lines.get('telecom-lines')?.doing === 'held', 'whoever denied the record does not hold it');
    },
  ),
  act('neighbour', 'seal@gas.reportMet', proof),
  refused('neighbour', 'seal@gas.confirmMet', 'access.denied'),
  act('department@gas', 'seal@gas.notMet', { reason: '还缺旁站人员的联系方式。' }),
  act('neighbour', 'seal@gas.reportMet', proof),
  act('department@gas', 'seal@gas.confirmMet'),
];

const takenUpAgain = [
  note(
    '一家拒签：业主小组接受，改好以后重新申请。',
    'One refuses for good; the group changes the plan and asks again.',
  ),
  act('department@telecom', 'seal@telecom.refuse', {
    ground: 'unsafe',
    reason: '井道压住光缆井。',
    basis: '通信管线保护办法第八条',
  }),
  act('neighbour', 'seal@telecom.giveUp', { reason: '井道要挪，按新图重新申请。' }),
  expectState('b9', 'running.progress.stuck'),
  expectSheet(
    'b9',
    { zh: '拒签的一步在业主小组手里', en: 'sees what was refused, in their own hand' },
    (lines, { counts }) => {
      const telecom = lines.get('telecom-lines');
      demand(telecom?.state === 'refused' && telecom.hand === 'group' && counts.refused === 1, JSON.stringify(telecom));
      demand(lines.get('pipe-plan')?.waitsFor.join() === 'telecom-lines', 'the pipe plan does not wait for it');
    },
  ),
  refused('coordinator', 'b9.reopenStep', {
    code: 'access.denied',
    input: { step: 'telecom-lines', reason: '重新申请。' },
  }),
  act('neighbour', 'b9.reopenStep', { step: 'telecom-lines', reason: '井道已经挪开一米半。' }),
  handsIn('b9'),
  act('department@telecom', 'seal@telecom.sign', signature),
  expectSheet('b9', { zh: '第二次申请签下来了', en: 'sees it signed in its second round' }, (lines, { counts }) => {
    const telecom = lines.get('telecom-lines');
    demand(telecom?.state === 'signed' && telecom.round === 2 && counts.refused === 0, JSON.stringify(telecom));
  }),
  expectState('b9', 'running.progress.going'),
];

const runsOut = [
  note(
    '产权核对只管到五月底，过期要重新核对。',
    'The check of titles holds until the end of May; then it is done again.',
  ),
  wait({ due: 'b9', clock: 'expiry' }),
  expectSheet(
    'b9',
    { zh: '过期的回到业主小组手里，后面的在等', en: 'sees what ran out, and what waits for it' },
    (lines) => {
      const title = lines.get('title');
      demand(title?.state === 'expired' && title.hand === 'group' && title.validUntil === null, JSON.stringify(title));
      demand(title.since >= instantOf(`${LAST_DAY} 23:59`), `it ran out on ${title.since}`);
      demand(lines.get('layout')?.waitsFor.includes('title') === true, 'the layout does not wait for it');
    },
  ),
  handsIn('b9'),
  act('department@housing', 'seal@housing.sign', signature),
  expectSheet('b9', { zh: '重新核对过', en: 'sees the titles checked again' }, (lines) => {
    const title = lines.get('title');
    demand(title?.state === 'signed' && title.round === 2, JSON.stringify(title));
  }),
];

/** Building 9 goes on: a sitting with a condition, a refusal that is taken up again, a signature that runs out. */
export const togetherAtOneTable: readonly Step[] = [
  handsIn('b9'),
  act('department@housing', 'seal@housing.sign', (here) => ({ ...signature(here), validUntil: LAST_DAY })),
  act('department@limin', 'seal@limin.sign', signature),
  goesThrough('b9', 2),
  sitting,
  conditional,
  takenUpAgain,
  until('2027-05-20 09:00'),
  runsOut,
].flat();
