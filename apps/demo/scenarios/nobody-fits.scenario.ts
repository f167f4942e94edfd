import { demand } from './checks.js';
import type { Step } from './scenario.types.js';
import { act, check, defineScenario, expectState, note, opens, refused, until } from './words.js';

const dispatched = [
  opens('resident', 'issue', (here) => ({
    danger: false,
    title: '小区外墙上来历不明的铁架,没人认。',
    description: '铁架锈了,风一吹就响,谁装的查不到。',
    unit: here.unit('limin'),
    place: here.unit('limin-b9'),
  })),
  refused('resident', 'issue.dispatch', 'access.denied'),
  act('collector', 'issue.reply', { text: '已经收到,正在查是谁的。' }),
  act('collector', 'issue.sortAsCommon', { category: 'safety' }),
  refused('collector', 'issue.takeDirectLine', 'access.denied'),
  act('adviser', 'issue.stateCompetence', { decides: 'department', text: '无主设施的处置属行政职责。' }),
  refused('adviser', 'issue.planOwnWork', 'access.denied'),
  act('coordinator', 'issue.takeDirectLine', { reason: 'statutory_duty', text: '职能部门的职责。' }),
  until('2026-04-08 09:00'),
  act('coordinator', 'issue.dispatch', (here) => ({
    measure: '拆除铁架。',
    lead: here.unit('telecom'),
    class: 'general',
  })),
] satisfies Step[];

const returnedByAll = [
  act('department@telecom', 'task.returnTask', {
    ground: 'not_our_duty',
    reason: '不是通信设施,我们没有登记。',
    basis: '通信设施名录',
  }),
  act('coordinator', 'task.reassign', (here) => ({ unit: here.unit('power') })),
  refused('department@telecom', 'task.accept', 'access.denied'),
  refused('cityLeader', 'task.accept', 'access.denied'),
  act('department@power', 'task.returnTask', {
    ground: 'no_legal_basis',
    reason: '不是供电设施,无权拆除。',
    basis: '供电设施台账',
  }),
  note('两次退单:由两家之上的市裁定。', 'Returned twice: the city stands above both and rules.'),
  expectState('task', 'arbitration'),
  refused('department@power', 'task.nobodyFits', { code: 'access.denied', input: { reason: '没人管。' } }),
  refused('coordinator', 'task.nobodyFits', { code: 'access.denied', input: { reason: '没人管。' } }),
  act('cityLeader', 'task.nobodyFits', { reason: '各部门职责均不相符,由首接单位所在的一级兜底。' }),
] satisfies Step[];

const kept = [
  check(
    'task',
    { zh: '兜底单位有名有据,不得再退', en: 'the fallback owner is named, with the reason' },
    async (here) => {
      const { context } = await here.view('task');
      demand(context['unit'] === here.unit('jyg'), `it is with ${JSON.stringify(context['unit'])}`);
      demand(context['owned'] === true, 'it could be returned once more');
      demand(!(await here.paths('task')).includes('withDoer.returned'), 'it has no owner');
    },
  ),
] satisfies Step[];

export const nobodyFits = defineScenario({
  name: 'nobody-fits',
  title: { zh: '谁都不认:兜底单位承办', en: 'Nobody fits: the fallback owner is named' },
  begins: '2026-04-07 09:00',
  steps: [dispatched, returnedByAll, kept].flat(),
});
