import { demand } from './checks.js';
import { doneByCommunity, straightToAct } from './doing.steps.js';
import {
  act,
  check,
  defineScenario,
  expectHidden,
  expectMessage,
  expectState,
  note,
  opens,
  refused,
  until,
  wait,
} from './words.js';
import type { CaseName, Step } from './scenario.types.js';
import type { Someone } from './cast-members.js';

function supports(issue: CaseName, who: Someone, isSupporter: boolean): Step {
  const says = isSupporter
    ? { zh: `${who} 是附议人`, en: `has ${who} as a supporter` }
    : { zh: `${who} 不再是附议人`, en: `no longer has ${who} as a supporter` };
  return check(issue, says, async (here) => {
    const { parties } = await here.view(issue);
    const found = parties.some(({ relation, person }) => relation === 'supporter' && person === here.person(who));
    demand(found === isSupporter, found ? 'it does' : 'it does not');
  });
}

const joining = [
  note('三个人反映了看起来一样的事。', 'Three people report what looks like one matter.'),
  opens('neighbour', 'issue', (here) => ({
    danger: false,
    title: '7号楼前垃圾桶满了没人清',
    description: '周末两天没人清运,味道很大。',
    unit: here.unit('limin'),
    place: here.unit('limin-b7'),
  })),
  opens('resident', 'hers', (here) => ({
    danger: false,
    title: '7号楼旁边有人倒建筑垃圾',
    description: '装修的碎砖倒在绿地上。',
    unit: here.unit('limin'),
    place: here.unit('limin-b7'),
  })),
  opens('volunteer', 'same', (here) => ({
    danger: false,
    title: '7号楼垃圾桶周末不清运',
    unit: here.unit('limin'),
    place: here.unit('limin-b7'),
  })),
  refused('neighbour', 'issue.merge', 'access.denied'),
  refused('collector', 'hers.merge', {
    code: 'act.guard_refused',
    guard: 'mayBeMerged',
    input: async (here) => ({ into: await here.id('hers'), text: '同一件事。' }),
  }),
  act('collector', 'hers.merge', async (here) => ({ into: await here.id('issue'), text: '都是7号楼垃圾的事。' })),
  act('collector', 'same.merge', async (here) => ({ into: await here.id('issue'), text: '同一件事。' })),
  expectState('hers', 'open.course.say.merged'),
  expectMessage('resident', 'hers', { about: 'merged', times: 1 }),
  supports('issue', 'resident', true),
  supports('issue', 'volunteer', true),
  note('合并不让人看到别人反映了什么。', 'A merge shows nobody what another reported.'),
  expectHidden('hers', ['neighbour', 'volunteer', null]),
];

const leaving = [
  note('王桂兰看到不是一回事,退出合并。', 'Wang Guilan sees that hers is another matter and leaves.'),
  until('2026-03-03 08:30'),
  refused('volunteer', 'hers.leaveMerge', { code: 'access.denied', input: { text: '不是一回事。' } }),
  refused('resident', 'same.leaveMerge', { code: 'access.denied', input: { text: '不是一回事。' } }),
  act('resident', 'hers.leaveMerge', { text: '我说的是建筑垃圾,不是垃圾桶。' }),
  expectState('hers', 'open.course.say.sorting.deciding'),
  supports('issue', 'resident', false),
  supports('issue', 'volunteer', true),
  note('她的事自己走:转给城管局。', 'Hers goes its own way: to the urban management bureau.'),
  act('collector', 'hers.forward', (here) => ({
    address: '市城市管理局,电话0937-6280011',
    to: here.unit('urban'),
    text: '倾倒建筑垃圾由城市管理部门查处。',
  })),
  expectMessage('resident', 'hers', { about: 'forwarded', times: 1 }),
  expectMessage('department@urban', 'hers', { about: 'forwarded', times: 1 }),
];

const ending = [
  note(
    '主事项办结:还在合并里的随之办结,她的不受影响。',
    'The main issue is settled: what is still merged ends with it, hers does not.',
  ),
  refused('adviser', 'issue.sortAsCommon', 'access.denied'),
  act('collector', 'issue.reply', { text: '已经收到,由我跟进。' }),
  ...straightToAct('issue'),
  refused('coordinator', 'issue.callBack', { code: 'access.denied', input: { text: '应当协商。' } }),
  refused('recorder', 'issue.planOwnWork', 'access.denied'),
  ...doneByCommunity('issue', {
    measure: '7号楼前垃圾桶改为每天清运两次,周末照常。',
    promised: '2026-03-10 17:30',
    done: '2026-03-06 15:00',
    seen: '2026-03-09 10:00',
  }),
  refused('supervisor', 'issue.postOutcome', 'access.denied'),
  act('volunteer', 'issue.answer', { solved: true, satisfied: true }),
  expectState('hers', 'open.course.say.declined.open'),
  refused('resident', 'issue.answer', { code: 'access.denied', input: { solved: false, satisfied: false } }),
  act('neighbour', 'issue.answer', { solved: true, satisfied: true }),
  expectState('issue', 'closed'),
  note('并入已经办结的事项不成:退回重新分类。', 'Merged into an issue that has ended: it comes back to be sorted.'),
  opens('partyMember', 'late', (here) => ({
    danger: false,
    title: '7号楼垃圾桶又满了',
    unit: here.unit('limin'),
    place: here.unit('limin-b7'),
  })),
  act('collector', 'late.merge', async (here) => ({ into: await here.id('issue'), text: '同一件事。' })),
  expectState('late', 'open.course.say.sorting.deciding'),
  refused('partyMember', 'late.leaveMerge', { code: 'act.not_allowed', input: { text: '不是一回事。' } }),
  act('partyMember', 'late.withdraw', { text: '刚看到已经清运了。' }),
  expectState('late', 'withdrawn'),
  expectState('same', 'merged'),
  wait({ due: 'hers', clock: 'appealWindow' }),
  expectState('hers', 'declined'),
];

export const merge = defineScenario({
  name: 'merge',
  title: { zh: '合并之后有人退出', en: 'A merge that one leaves' },
  begins: '2026-03-02 09:00',
  steps: [joining, leaving, ending].flat(),
});
