import { demand } from './checks.js';
import { localOf } from './local-time.js';
import type { CaseName, Step } from './scenario.types.js';
import {
  act,
  check,
  defineScenario,
  expectDesk,
  expectHidden,
  expectMessage,
  expectState,
  note,
  opens,
  refused,
  until,
  wait,
} from './words.js';

function isDue(on: CaseName, clock: string, local: string): Step {
  return check(on, { zh: `“${clock}”在 ${local} 到期`, en: `“${clock}” is due at ${local}` }, async (here) => {
    const found = (await here.view(on)).clocks.find(({ name }) => name === clock);
    demand(found !== undefined, 'no such clock runs');
    demand(localOf(found.dueAt) === local, `it is due at ${localOf(found.dueAt)}`);
  });
}

const calling = [
  note('国庆节夜里十一点,楼道里有燃气味。', 'Eleven at night on National Day: a smell of gas in the stairwell.'),
  until('2026-10-01 22:59'),
  opens('neighbour', 'issue', (here) => ({
    danger: true,
    title: '12号楼二单元有燃气味',
    description: '三楼以下味道很浓,已经开窗,没有开灯。',
    unit: here.unit('limin'),
    place: here.unit('limin-b12-s2'),
  })),
  expectState('issue', 'open.course.emergency'),
  expectMessage('duty', 'issue', { about: 'danger', times: 1 }),
  expectDesk('duty', 'task.accept'),
  refused('neighbour', 'task.accept', 'access.denied'),
  isDue('task', 'handling', '2026-10-02 01:00'),
  expectHidden('issue', ['resident', null]),
];

const night = [
  note(
    '两小时,不分节假日,不分昼夜;不能退单,不能延期。',
    'Two hours, holiday and night alike; it cannot be returned or extended.',
  ),
  refused('duty', 'task.returnTask', {
    code: 'act.not_allowed',
    guard: 'mayReturn',
    input: { ground: 'not_our_duty', reason: '应由燃气公司处理。', basis: '燃气条例' },
  }),
  act('duty', 'task.accept'),
  refused('duty', 'task.askExtension', {
    code: 'act.not_allowed',
    guard: 'mayExtend',
    input: { reason: '人手不够。', days: 1 },
  }),
  refused('gridLeader', 'task.finish', { code: 'access.denied', input: { answer: '处置完毕', evidence: ['x'] } }),
  act('gridLeader', 'issue.addNote', { text: '已疏散二单元住户到门口。' }),
  wait({ due: 'task', clock: 'handling', rung: 'remind' }),
  expectMessage('duty', 'task', { about: 'remind', clock: 'handling', rung: 'remind', times: 1 }),
  until('2026-10-02 00:20'),
  act('duty', 'task.finish', (here) => ({
    answer: '燃气公司已到场,更换了二楼接头,检测正常。',
    evidence: [here.file('site')],
  })),
  refused('duty', 'task.verify', 'access.denied'),
];

const after = [
  note('之后照常:验收、公布、评议。', 'Afterwards as always: verified, posted, judged.'),
  isDue('task', 'verification', '2026-10-10 17:30'),
  until('2026-10-02 09:30'),
  refused('supervisor', 'issue.sortFurther', { code: 'access.denied', input: { text: '还要查。' } }),
  act('supervisor', 'task.verify', { note: '走访了住户,味道已经没有。' }),
  expectState('issue', 'open.course.review.posting'),
  isDue('issue', 'posting', '2026-10-08 17:30'),
  until('2026-10-08 09:10'),
  refused('coordinator', 'issue.chooseLevel', { code: 'act.not_allowed', input: { level: 'council' } }),
  act('coordinator', 'issue.reply', { text: '险情已处置,感谢您及时报告。' }),
  act('coordinator', 'issue.postOutcome', (here) => ({ text: '接头已更换,检测正常。', files: [here.file('site')] })),
  refused('collector', 'issue.recordAnswer', {
    code: 'act.guard_refused',
    guard: 'isWitnessAnother',
    input: (here) => ({
      person: here.person('neighbour'),
      channel: 'phone',
      witness: here.person('neighbour'),
      solved: true,
      satisfied: true,
    }),
  }),
  act('collector', 'issue.recordAnswer', (here) => ({
    person: here.person('neighbour'),
    channel: 'phone',
    witness: here.person('gridLeader'),
    solved: true,
    satisfied: true,
    text: '夜里二十分钟就有人来了。',
  })),
  expectState('issue', 'closed'),
];

export const emergencyAtNight = defineScenario({
  name: 'emergency-at-night',
  title: { zh: '国庆夜间险情', en: 'An emergency on the night of National Day' },
  begins: '2026-10-01 21:00',
  steps: [calling, night, after].flat(),
});
