import type { JsonObject } from '#libs/engine';

import { LIFT_CHAIN } from '../limin/limin.chains.js';
import { expectSheet, goesThrough, savedAs } from './chain.steps.js';
import { demand } from './checks.js';
import { costsByFloor } from './costs.steps.js';
import type { Here } from './scenario.types.js';
import { togetherAtOneTable } from './sitting.steps.js';
import {
  act,
  check,
  defineScenario,
  expectDesk,
  expectState,
  mayNotStart,
  note,
  refused,
  starts,
  until,
  wait,
} from './words.js';

const TEMPLATE = 'limin-lift';
const SEALS = LIFT_CHAIN.reduce((sum, { seals }) => sum + seals, 0);

const steps = JSON.parse(JSON.stringify(LIFT_CHAIN)) as JsonObject[];
const chainFor =
  (building: string, more: (here: Here) => JsonObject) =>
  (here: Here): JsonObject => ({
    unit: here.unit(building),
    title: `${building.slice('limin-b'.length)}号楼加装电梯会签`,
    group: [here.person('neighbour')],
    helper: here.unit('limin-party'),
    ...more(here),
  });
const signature = (here: Here): JsonObject => ({ number: '社〔2026〕9号', document: here.file('posted') });
const handedIn =
  (name: string) =>
  (here: Here): JsonObject => ({ papers: [{ name, file: here.file('sheet') }] });

const buildingSeven = [
  note('六十道手续，二十三家部门，九十多个章。', 'Sixty steps, twenty-three departments, more than ninety seals.'),
  mayNotStart('relative', 'sign-off', { code: 'access.denied', input: chainFor('limin-b7', () => ({ steps })) }),
  mayNotStart('coordinator', 'sign-off', {
    code: 'input.invalid',
    input: chainFor('limin-b7', () => ({
      steps: [
        { id: 'a', name: '甲', department: 'housing', needs: ['b'] },
        { id: 'b', name: '乙', department: 'housing', needs: ['a'] },
      ],
    })),
  }),
  starts('coordinator', 'b7', { workflow: 'sign-off', input: chainFor('limin-b7', () => ({ steps })) }),
  refused('coordinator', 'b7.begin', 'access.denied'),
  act('neighbour', 'b7.begin'),
  refused('neighbour', 'b7.dropStep', {
    code: 'access.denied',
    input: (here) => ({ step: 'intent', reason: '嫌麻烦。', paper: here.file('sheet') }),
  }),
  expectSheet('b7', { zh: '一个章都还没有', en: 'sees that no seal is on yet' }, (lines, { seals, percent }) => {
    demand(lines.get('intent')?.hand === 'group', `the first step is with ${String(lines.get('intent')?.hand)}`);
    demand(seals.wanted === SEALS && seals.affixed === 0 && percent === 0, JSON.stringify(seals));
  }),
  goesThrough('b7', 18),
  expectSheet('b7', { zh: '开挖许可已签', en: 'sees the permit to dig' }, (lines) => {
    demand(lines.get('digging')?.state === 'signed', `digging is ${String(lines.get('digging')?.state)}`);
  }),
  note('入冬停工，开挖许可六十天到期。', 'Winter: the work stops, and the permit to dig runs out after sixty days.'),
  wait({ due: 'b7', clock: 'expiry' }),
  expectSheet('b7', { zh: '过期的要重签', en: 'sees what ran out and has to be signed again' }, (lines) => {
    const digging = lines.get('digging');
    demand(digging?.state === 'expired' && digging.hand === 'group', JSON.stringify(digging));
    demand(lines.get('pit')?.waitsFor.includes('digging') === true, 'the pit does not wait for it');
  }),
  goesThrough('b7', 9),
  expectState('b7', 'complete'),
  check('b7', { zh: '章全部盖齐', en: 'has all its seals' }, async (here) => {
    const { records } = (await here.view('b7')).context as {
      records: Record<string, { signed: { seals: number } | null }>;
    };
    const affixed = Object.values(records).reduce((sum, { signed }) => sum + (signed?.seals ?? 0), 0);
    demand(affixed === SEALS, `${String(affixed)} of ${String(SEALS)} seals are on`);
  }),
  savedAs('b7', TEMPLATE, '加装电梯六十步'),
];

const buildingNine = [
  until('2027-03-15 09:00'),
  starts('coordinator', 'b9', { workflow: 'sign-off', input: chainFor('limin-b9', () => ({ template: TEMPLATE })) }),
  check(
    'b9',
    { zh: '六十步照搬，部门重新对应', en: 'has the sixty steps, its departments found anew' },
    async (here) => {
      const { context } = await here.view('b9');
      const { steps: taken, template } = context as { steps: { unit: string | null }[]; template: string };
      demand(taken.length === LIFT_CHAIN.length, `it has ${String(taken.length)} steps`);
      demand(
        taken.every(({ unit }) => unit !== null),
        'a department is missing',
      );
      demand(template.startsWith(`${TEMPLATE}@`), `it was begun with ${template}`);
    },
  ),
  act('neighbour', 'b9.begin'),
  refused('neighbour', 'seal@limin.submit', { code: 'act.guard_refused', guard: 'isComplete', input: { papers: [] } }),
  act('neighbour', 'seal@limin.submit', handedIn('表决结果公告')),
  expectDesk('department@limin', 'seal@limin.acknowledge'),
  refused('neighbour', 'seal@limin.sign', { code: 'access.denied', input: signature }),
  refused('department@housing', 'seal@limin.sign', { code: 'access.denied', input: signature }),
  act('department@limin', 'seal@limin.acknowledge'),
  expectSheet(
    'b9',
    { zh: '章在社区手里，从什么时候起，到什么时候止', en: 'sees who holds the seal, since when, until when' },
    (lines, { held }) => {
      const intent = lines.get('intent');
      demand(held.join() === 'intent' && intent?.hand === 'department', JSON.stringify(intent));
      demand(intent.dueAt !== null && intent.dueAt > intent.since, `it is due at ${String(intent.dueAt)}`);
    },
  ),
];

const trouble = [
  note(
    '补正：缺什么一次说清，部门的时限暂停。',
    'What is missing is said at once; the department’s time stands still.',
  ),
  act('department@limin', 'seal@limin.askPapers', { papers: ['表决票统计表'], note: '请附统计表。' }),
  expectSheet(
    'b9',
    { zh: '缺统计表，在业主小组手里', en: 'sees what is missing, and that it is theirs to bring' },
    (lines) => {
      const intent = lines.get('intent');
      demand(intent?.hand === 'group' && intent.missing.join() === '表决票统计表', JSON.stringify(intent));
    },
  ),
  act('neighbour', 'seal@limin.supply', handedIn('表决票统计表')),
  act('department@limin', 'seal@limin.refuse', {
    ground: 'incomplete',
    reason: '统计表没有监票人签名。',
    basis: '社区业主表决登记办法第三条',
  }),
  expectState('seal@limin', 'refused'),
  act('neighbour', 'seal@limin.appeal', { reason: '监票人签名在公告背面，已经递交。' }),
  refused('department@limin', 'seal@limin.upholdAppeal', { code: 'access.denied', input: { reason: '同意。' } }),
  refused('leader@gangcheng', 'seal@limin.sign', { code: 'access.denied', input: signature }),
  act('leader@gangcheng', 'seal@limin.upholdAppeal', { reason: '材料齐全，应当登记。' }),
  refused('department@limin', 'seal@limin.refuse', {
    code: 'act.not_allowed',
    guard: 'mayRefuse',
    input: { ground: 'incomplete', reason: '还是不行。', basis: '同上' },
  }),
  act('department@limin', 'seal@limin.sign', signature),
  expectSheet(
    'b9',
    { zh: '下一步同时到了两家', en: 'sees the next two steps open at once' },
    (lines, { held, seals }) => {
      demand(held.toSorted().join() === 'group,title', `held are ${held.join()}`);
      demand(lines.get('intent')?.number === '社〔2026〕9号' && seals.affixed === 1, JSON.stringify(seals));
    },
  ),
];

export const liftSignOffs = defineScenario({
  name: 'lift-sign-offs',
  title: {
    zh: '加装电梯：7号楼会签六十步，9号楼接着用',
    en: 'A lift: building 7’s sixty sign-offs, used again by building 9',
  },
  begins: '2026-06-01 09:00',
  steps: [buildingSeven, buildingNine, trouble, togetherAtOneTable, costsByFloor].flat(),
});
