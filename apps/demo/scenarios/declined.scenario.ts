import { doneByCommunity, straightToAct } from './doing.steps.js';
import {
  act,
  defineScenario,
  expectDesk,
  expectMessage,
  expectNotOnDesk,
  expectState,
  note,
  opens,
  refused,
  until,
} from './words.js';

const declining = [
  note('刘鹏反映的事被认为不属实,不予受理。', 'What Liu Peng reports is held to be unfounded and declined.'),
  opens('neighbour', 'issue', (here) => ({
    danger: false,
    title: '3号楼楼道长期堆放杂物',
    description: '二单元一至三层堆着旧家具,电动车进不来,也怕着火。',
    unit: here.unit('limin'),
    place: here.unit('limin-b3-s2'),
  })),
  refused('neighbour', 'issue.decline', 'access.denied'),
  refused('collector', 'issue.decline', {
    code: 'input.invalid',
    input: { reason: 'not_interesting', text: '不想办' },
  }),
  act('collector', 'issue.decline', { reason: 'unfounded', text: '现场没有看到杂物;如有异议可以申诉。' }),
  expectState('issue', 'open.course.say.declined.open'),
  expectMessage('neighbour', 'issue', { about: 'declined', times: 1 }),
  expectDesk('neighbour', 'issue.appealDecline'),
];

const appealing = [
  note('他申诉一次;原来作决定的人不能审理。', 'He appeals, once; whoever decided does not hear it.'),
  until('2026-03-04 19:00'),
  refused('resident', 'issue.appealDecline', { code: 'access.denied', input: { text: '我也这么看。' } }),
  act('neighbour', 'issue.appealDecline', { text: '你们去的是一单元,我说的是二单元。' }),
  expectNotOnDesk('collector', 'issue'),
  refused('collector', 'issue.upholdAppeal', { code: 'access.denied', input: { text: '维持。' } }),
  refused('coordinator', 'issue.dismissAppeal', { code: 'access.denied', input: { text: '维持。' } }),
  expectDesk('chair', 'issue.upholdAppeal'),
  expectDesk('leader', 'issue.upholdAppeal'),
  until('2026-03-06 10:00'),
  refused('chair', 'issue.sortAsCommon', 'access.denied'),
  act('chair', 'issue.upholdAppeal', { text: '查看了二单元,情况属实,应予受理。' }),
  expectState('issue', 'open.course.say.sorting.deciding'),
];

const going = [
  note('重新分类,办理,解决。', 'Sorted anew, done, solved.'),
  refused('adviser', 'issue.stateCompetence', {
    code: 'act.not_allowed',
    input: { decides: 'residents', text: '属居民共同事务。' },
  }),
  ...straightToAct('issue'),
  refused('recorder', 'issue.finish', { code: 'access.denied', input: { text: '已清理。' } }),
  ...doneByCommunity('issue', {
    measure: '清理3号楼二单元一至三层杂物,贴出楼道公约。',
    promised: '2026-03-13 17:30',
    done: '2026-03-11 15:00',
    seen: '2026-03-12 10:00',
  }),
  refused('supervisor', 'issue.answerForAll', {
    code: 'act.not_allowed',
    guard: 'isNobodyConcerned',
    input: { solved: true, satisfied: true },
  }),
  act('neighbour', 'issue.answer', { solved: true, satisfied: true }),
  expectState('issue', 'closed'),
];

export const declinedAndAppealed = defineScenario({
  name: 'declined-and-appealed',
  title: { zh: '不予受理,申诉成立', en: 'Declined, appealed and won' },
  begins: '2026-03-02 09:00',
  steps: [declining, appealing, going].flat(),
});
