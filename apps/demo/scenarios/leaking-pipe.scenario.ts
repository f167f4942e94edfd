import { demand } from './checks.js';
import { localOf } from './local-time.js';
import type { CaseName, Step } from './scenario.types.js';
import {
  act,
  check,
  defineScenario,
  expectDesk,
  expectMessage,
  expectState,
  note,
  opens,
  refused,
  until,
  wait,
} from './words.js';

const LEAD = 'task@water';
const LATE = 'task@qianjin-works';
const PROMPT = 'task@traffic';

/** A clock of a task says what it is due at, to the minute. */
function isDue(on: CaseName, clock: string, local: string): Step {
  return check(on, { zh: `“${clock}”在 ${local} 到期`, en: `“${clock}” is due at ${local}` }, async (here) => {
    const found = (await here.view(on)).clocks.find(({ name }) => name === clock);
    demand(found !== undefined, 'no such clock runs');
    demand(localOf(found.dueAt) === local, `it is due at ${localOf(found.dueAt)}`);
  });
}

const saying = [
  note(
    '两条街道交界处的供水管漏水，路面已结冰。',
    'Where two streets meet a water pipe leaks, and the road is icing over.',
  ),
  opens('resident', 'issue', (here) => ({
    danger: false,
    title: '新华北路与前进路交界处水管漏水',
    description: '人行道下一直往外冒水，已经结冰。',
    unit: here.unit('limin'),
    place: here.unit('limin-b61'),
  })),
  refused('resident', 'issue.dispatch', 'access.denied'),
  act('collector', 'issue.reply', { text: '已经收到，正在找责任单位。' }),
  act('collector', 'issue.sortAsCommon', { category: 'water' }),
  refused('collector', 'issue.takeDirectLine', 'access.denied'),
  act('adviser', 'issue.stateCompetence', { decides: 'department', text: '市政管线维护属部门职责。' }),
  refused('adviser', 'issue.planOwnWork', 'access.denied'),
  act('coordinator', 'issue.takeDirectLine', { reason: 'statutory_duty', text: '部门法定职责，直接派单。' }),
  act('coordinator', 'issue.dispatch', (here) => ({
    measure: '查明漏点，修复管道，恢复路面。',
    lead: here.unit('works'),
    class: 'general',
  })),
  isDue('task', 'handling', '2026-01-19 17:30'),
];

const RETURN = { ground: 'not_our_duty', basis: '街道市政养护范围图' };

const disputing = [
  note('两个街道的养护所都说不归自己管。', 'The road teams of both streets say it is not theirs.'),
  until('2026-01-12 11:00'),
  refused('department@qianjin-works', 'task.returnTask', {
    code: 'access.denied',
    input: { ...RETURN, reason: '不是我们的。' },
  }),
  act('department@works', 'task.returnTask', (here) => ({
    ...RETURN,
    reason: '漏点在路口以北，属前进街道养护范围。',
    suggestedUnit: here.unit('qianjin-works'),
  })),
  expectDesk('coordinator', 'task.reassign'),
  act('coordinator', 'task.reassign', (here) => ({ unit: here.unit('qianjin-works') })),
  refused('department@works', 'task.accept', 'access.denied'),
  refused('cityLeader', 'task.accept', 'access.denied'),
  isDue('task', 'handling', '2026-01-19 17:30'),
  until('2026-01-13 10:00'),
  act('department@qianjin-works', 'task.returnTask', { ...RETURN, reason: '是供水主管道，不是路面设施。' }),
  expectState('task', 'arbitration'),
  note('退了两次：由两个街道共同的上级裁定。', 'Returned twice: the tier above both streets rules.'),
  refused('leader', 'task.assignOwner', {
    code: 'access.denied',
    input: (here) => ({ unit: here.unit('water'), reason: '归供水公司。' }),
  }),
  expectDesk('cityLeader', 'task.assignOwner'),
  act('cityLeader', 'task.assignOwner', (here) => ({
    unit: here.unit('water'),
    reason: '供水主管道由市供水公司维护，两街道配合。',
  })),
  refused('department@water', `${LEAD}.returnTask`, {
    code: 'act.not_allowed',
    guard: 'mayReturn',
    input: { ...RETURN, reason: '人手不够。' },
  }),
  isDue(LEAD, 'handling', '2026-01-20 17:30'),
];

const working = [
  note('主办一家，协办两家，各有各的时限。', 'One leads, two assist, each with a clock of its own.'),
  act('coordinator', 'issue.addAssist', (here) => ({
    unit: here.unit('traffic'),
    instruction: '施工期间疏导交通。',
    class: 'consultation',
    required: true,
  })),
  act('coordinator', 'issue.addAssist', (here) => ({
    unit: here.unit('qianjin-works'),
    instruction: '开挖后恢复北侧路面。',
    class: 'consultation',
    required: true,
  })),
  act('department@water', `${LEAD}.accept`),
  act('leader@water', `${LEAD}.assignInside`, (here) => ({
    person: here.members('department@water', 1)[0] ?? '',
    note: '由管网班负责。',
  })),
  act('department@water', `${LEAD}.setTimetable`, {
    steps: [
      { what: '查明漏点', on: '2026-01-15' },
      { what: '更换管段', on: '2026-01-20' },
    ],
  }),
  act('department@traffic', `${PROMPT}.accept`),
  refused('department@traffic', `${LEAD}.accept`, 'access.denied'),
  isDue(PROMPT, 'handling', '2026-01-16 17:30'),
  isDue(LATE, 'handling', '2026-01-16 17:30'),
];

const freezing = [
  note('冻土挖不动：经批准挂起，主办的时限停下来。', 'The ground is frozen: an approved hold stops the lead’s clock.'),
  until('2026-01-14 10:00'),
  act('department@water', `${LEAD}.progress`, { note: '漏点已查明，在路口下两米。', files: [], open: true }),
  act('department@water', `${LEAD}.askHold`, (here) => ({
    ground: 'weather',
    reason: '零下二十度，冻土无法开挖。',
    days: 5,
    evidence: [here.file('site')],
  })),
  refused('department@water', `${LEAD}.approveHold`, 'access.denied'),
  act('coordinator', `${LEAD}.approveHold`),
  expectState(LEAD, 'withDoer.handling.held'),
  until('2026-01-16 15:00'),
  act('department@traffic', `${PROMPT}.finish`, (here) => ({
    answer: '已设围挡，绕行标志到位。',
    evidence: [here.file('site')],
  })),
];

const escalating = [
  note(
    '一家协办没有动静：它自己的时限一级一级催上去。',
    'One assist is silent: its own clock climbs its ladder by itself.',
  ),
  wait({ due: LATE, clock: 'handling' }),
  expectMessage('leader@qianjin-works', LATE, { about: 'remind', clock: 'handling', rung: 'red', times: 1 }),
  check(LEAD, { zh: '主办知道协办超期', en: 'knows that its assist is late' }, async (here) => {
    const { context } = await here.view(LEAD);
    demand(JSON.stringify(context['assists']).includes('late'), `it knows ${JSON.stringify(context['assists'])}`);
  }),
  wait({ due: LATE, clock: 'handling', rung: 'urge' }),
  expectMessage('leader@qianjin-works', LATE, { about: 'remind', clock: 'handling', rung: 'urge', times: 1 }),
  expectState(LEAD, 'withDoer.handling.held'),
];

const extending = [
  note('解冻后延期一次；第二次延期没有批准。', 'After the frost one extension is granted; a second one is refused.'),
  until('2026-01-20 10:00'),
  act('department@water', `${LEAD}.resume`),
  act('department@water', `${LEAD}.askExtension`, { reason: '需从外地调运管件。', days: 3 }),
  refused('leader', `${LEAD}.grantExtension`, 'access.denied'),
  act('coordinator', `${LEAD}.grantExtension`),
  act('department@water', `${LEAD}.askExtension`, { reason: '想再宽几天。', days: 3 }),
  refused('coordinator', `${LEAD}.leaderRefuseExtension`, { code: 'access.denied', input: { reason: '不同意。' } }),
  act('leader', `${LEAD}.leaderRefuseExtension`, { reason: '管件已到，不再延期。' }),
  act('department@qianjin-works', `${LATE}.finish`, (here) => ({
    answer: '北侧路面已恢复。',
    evidence: [here.file('after')],
  })),
];

const finishing = [
  note('审签，核验，重办一次，办结。', 'Signed, verified, done once more, closed.'),
  until('2026-01-23 16:00'),
  act('department@water', `${LEAD}.finish`, (here) => ({
    answer: '管段已更换，试压合格。',
    evidence: [here.file('after')],
  })),
  refused('department@water', `${LEAD}.signAnswer`, 'access.denied'),
  act('leader@water', `${LEAD}.signAnswer`),
  refused('leader@water', `${LEAD}.verify`, 'access.denied'),
  refused('supervisor', `${LEAD}.coordinatorVerify`, 'access.denied'),
  act('supervisor', `${LEAD}.sendBack`, { reason: '路口东侧还在渗水。' }),
  act('department@water', `${LEAD}.finish`, (here) => ({
    answer: '东侧接头已重做，两日观察不再渗水。',
    evidence: [here.file('after'), here.file('site')],
  })),
  act('leader@water', `${LEAD}.signAnswer`),
  act('supervisor', `${PROMPT}.verify`),
  act('supervisor', `${LATE}.verify`),
  act('supervisor', `${LEAD}.verify`, { note: '到现场看过，路面干了。' }),
  expectState('issue', 'open.course.review.posting'),
  act('coordinator', 'issue.postOutcome', (here) => ({ text: '水管已修好，路面恢复。', files: [here.file('after')] })),
  act('resident', 'issue.answer', { solved: true, satisfied: true, text: '路不滑了。' }),
  expectState('issue', 'closed'),
];

export const leakingPipe = defineScenario({
  name: 'leaking-pipe',
  title: {
    zh: '两街交界漏水：两次退单、裁定、主办协办、挂起、延期、重办',
    en: 'A leaking pipe where two streets meet: returned twice, arbitrated, held, extended, redone',
  },
  begins: '2026-01-12 09:00',
  steps: [saying, disputing, working, freezing, escalating, extending, finishing].flat(),
});
