import { demand } from './checks.js';
import { signed } from './doing.steps.js';
import { localOf } from './local-time.js';
import type { Someone } from './cast-members.js';
import type { Step } from './scenario.types.js';
import { act, check, defineScenario, expectMessage, expectState, note, opens, refused, until, wait } from './words.js';

const dispatching = [
  opens('resident', 'issue', (here) => ({
    danger: false,
    title: '9号楼暖气阀门漏水',
    description: '楼道里的阀门一直滴水,已经结冰。',
    unit: here.unit('limin'),
    place: here.unit('limin-b9'),
  })),
  refused('resident', 'issue.dispatch', 'access.denied'),
  act('collector', 'issue.reply', { text: '已经收到,马上联系供热公司。' }),
  act('collector', 'issue.sortAsCommon', { category: 'heating' }),
  refused('collector', 'issue.takeDirectLine', 'access.denied'),
  act('adviser', 'issue.stateCompetence', { decides: 'department', text: '供热设施由供热单位维护,供热条例。' }),
  refused('adviser', 'issue.planOwnWork', 'access.denied'),
  act('coordinator', 'issue.takeDirectLine', { reason: 'statutory_duty', text: '供热单位的法定职责。' }),
  until('2026-03-09 10:00'),
  act('coordinator', 'issue.dispatch', (here) => ({
    measure: '更换9号楼阀门。',
    lead: here.unit('heating'),
    class: 'general',
  })),
  refused('leader', 'task.accept', 'access.denied'),
];

/** A rung fires at its time: exactly one message to each of these people, and one entry in the task's journal. */
function rung(name: string, local: string, told: readonly Someone[]): Step[] {
  return [
    wait({ due: 'task', clock: 'handling', rung: name }),
    check(null, { zh: `时间是 ${local}`, en: `it is ${local}` }, (here) => {
      demand(localOf(here.now) === local, `it is ${localOf(here.now)}`);
      return Promise.resolve();
    }),
    ...told.map((who) => expectMessage(who, 'task', { about: 'remind', clock: 'handling', rung: name, times: 1 })),
  ];
}

const climbing = [
  note('供热公司没有动静:时限一级一级催上去。', 'Nothing happens at the heating company: the clock climbs its ladder.'),
  wait({ due: 'task', clock: 'acceptance' }),
  expectState('task', 'withDoer.handling'),
  ...rung('remind', '2026-03-12 09:30', ['department']),
  ...rung('blue', '2026-03-13 16:18', ['department']),
  ...rung('red', '2026-03-16 17:30', ['department', 'departmentLeader']),
  check('task', { zh: '已超期', en: 'is overdue' }, async (here) => {
    demand((await here.view('task')).context['overdue'] === true, 'it is not');
  }),
  refused('department', 'task.askExtension', {
    code: 'act.not_allowed',
    guard: 'notOverdue',
    input: { reason: '缺配件。', days: 2 },
  }),
  ...rung('urge', '2026-03-17 17:30', ['department', 'departmentLeader']),
  ...rung('supervise', '2026-03-23 17:30', ['departmentLeader', 'leader', 'coordinator']),
  check('task', { zh: '已由上级督办', en: 'is under supervision' }, async (here) => {
    demand((await here.view('task')).context['supervised'] === true, 'it is not');
  }),
];

const once = [
  note('再过两周,每一级仍然只有一次。', 'Two weeks later every rung has still fired once only.'),
  until('2026-04-07 09:00'),
  check('task', { zh: '每级只触发一次', en: 'fired each rung once' }, async (here) => {
    const clock = (await here.view('task')).clocks.find(({ name }) => name === 'handling');
    demand(clock?.rungs.every(({ fired }) => fired) === true, 'some rung has not fired');
  }),
  ...(['remind', 'blue', 'red', 'urge'] as const).map((name) =>
    expectMessage('department', 'task', { about: 'remind', clock: 'handling', rung: name, times: 1 }),
  ),
  ...(['red', 'urge', 'supervise'] as const).map((name) =>
    expectMessage('departmentLeader', 'task', { about: 'remind', clock: 'handling', rung: name, times: 1 }),
  ),
  expectMessage('leader', 'task', { about: 'remind', clock: 'handling', rung: 'supervise', times: 1 }),
  expectMessage('cityLeader', 'task', { about: 'remind', times: 0 }),
];

const finishing = [
  note('督办之后办结。', 'After supervision it is done.'),
  refused('departmentLeader', 'task.verify', 'access.denied'),
  act('departmentLeader', 'task.progress', { note: '已责成班组明天上门。' }),
  until('2026-04-08 11:00'),
  act('department', 'task.finish', (here) => ({ answer: '阀门已更换,不再滴水。', evidence: [here.file('after')] })),
  // the heating company's leader has worked on it, so the tier above signs
  refused('departmentLeader', 'task.signAnswer', 'access.denied'),
  signed('task', 'leader'),
  refused('supervisor', 'task.coordinatorVerify', 'access.denied'),
  act('supervisor', 'task.verify'),
  refused('coordinator', 'task.verify', 'access.denied'),
  act('coordinator', 'issue.postOutcome', (here) => ({ text: '阀门已更换。', files: [here.file('after')] })),
  act('resident', 'issue.answer', { solved: true, satisfied: false, text: '修好了,就是太慢。' }),
  expectState('issue', 'closed'),
  check(
    'task',
    { zh: '没按时：记在供热公司名下', en: 'was not done in time, and that stays with the company' },
    async (here) => {
      const [promise, ...others] = await here.promises('task');
      demand(others.length === 0 && promise?.isKept === false, JSON.stringify(promise));
      demand(promise.unit === here.unit('heating') && promise.doneAt !== null, JSON.stringify(promise));
    },
  ),
];

export const overdueToSupervision = defineScenario({
  name: 'overdue-to-supervision',
  title: { zh: '超期:提醒、蓝牌、红牌、催办、督办', en: 'Overdue: reminder, blue, red, urge, supervision' },
  begins: '2026-03-06 09:00',
  steps: [dispatching, climbing, once, finishing].flat(),
});
