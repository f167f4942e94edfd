import { demand } from './checks.js';
import { closes, convenesCouncil, sits, takesUp, votes } from './council.steps.js';
import { doneByCommunity } from './doing.steps.js';
import type { Step } from './scenario.types.js';
import {
  act,
  check,
  defineScenario,
  expectDesk,
  expectNotOnDesk,
  expectPublished,
  expectState,
  note,
  opens,
  refused,
  until,
  wait,
} from './words.js';

/** How the notices of the issue ended, the newest first. */
function noticesEnded(...outcomes: (string | null)[]): Step {
  const says = { zh: `公示结果:${outcomes.join('、')}`, en: `its notices ended: ${outcomes.join(', ')}` };
  return check('issue', says, async (here) => {
    const notices = (await here.published('issue')).filter(({ kind }) => kind === 'notice');
    const found = notices.map(({ outcome }) => outcome);
    demand(JSON.stringify(found) === JSON.stringify(outcomes), `they ended: ${found.join(', ')}`);
  });
}

function decides(meeting: string, starts: string, title: string): Step[] {
  return [
    convenesCouncil(meeting, { starts, title }),
    ...sits(meeting, starts),
    takesUp(meeting),
    ...votes(meeting, 1, [12, 3, 1]),
    expectState('issue', 'open.course.deliberate.decided'),
    ...closes(meeting, '应到20人,实到16人。停车位事项12票赞成、3票反对、1票弃权,通过。'),
  ];
}

function announces(text: string): Step[] {
  return [
    act('coordinator', 'issue.announceDecision', {
      text,
      spendsCommonMoney: false,
      restrictsUse: true,
      affectsRights: false,
    }),
    expectState('issue', 'open.course.deliberate.noticed'),
    act('coordinator', 'notice.post', (here) => ({ places: [{ place: '居务公开栏', photo: here.file('posted') }] })),
    expectState('notice', 'posted.quiet'),
  ];
}

const deciding = [
  opens('volunteer', 'issue', (here) => ({
    danger: false,
    title: '30号楼前空地停车混乱',
    description: '车乱停,救护车进不来。',
    unit: here.unit('limin'),
    place: here.unit('limin-b30'),
  })),
  act('collector', 'issue.reply', { text: '已经收到,由社区先了解情况。' }),
  act('collector', 'issue.sortAsCommon', { category: 'parking' }),
  refused('collector', 'issue.announceDecision', 'access.denied'),
  act('adviser', 'issue.stateCompetence', { decides: 'residents', text: '社区公共空地,由居民协商决定。' }),
  act('coordinator', 'issue.chooseLevel', { level: 'council' }),
  act('deliberator', 'deliberation.draftMeasure', { text: '划十二个停车位,其余禁停。' }),
  refused('deliberator', 'deliberation.decideRecusal', 'access.denied'),
  act('coordinator', 'deliberation.conclude'),
  until('2026-03-06 09:00'),
  ...decides('first', '2026-03-18 15:00', '“拉家常”居民议事会(3月例会)'),
];

const objecting = [
  note('限制使用,须先公示;公示期满前不能动手。', 'It restricts use: nothing is done before its notice has ended.'),
  ...announces('居民议事会通过:30号楼前划十二个停车位,其余禁停。'),
  expectPublished('issue', 'notice'),
  refused('coordinator', 'issue.planOwnWork', {
    code: 'act.not_allowed',
    input: (here) => ({ measure: '划线。', owner: here.person('recorder'), promised: '2026-03-30T09:00:00.000Z' }),
  }),
  until('2026-03-20 18:00'),
  refused('department', 'notice.objectTo', { code: 'access.denied', input: { ground: 'other', text: '不同意。' } }),
  act('resident', 'notice.objectTo', { ground: 'cost', text: '划线的钱从哪里来?' }),
  act('neighbour', 'notice.objectTo', { ground: 'harms_rights', text: '十二个车位挡住了消防通道。' }),
  refused('neighbour', 'notice.objectTo', {
    code: 'act.guard_refused',
    guard: 'objectsFirstTime',
    input: { ground: 'other', text: '再说一次。' },
  }),
  expectDesk('coordinator', 'notice.answerObjection'),
  expectNotOnDesk('neighbour', 'notice'),
  refused('neighbour', 'notice.answerObjection', {
    code: 'access.denied',
    input: { objection: 2, decision: 'upheld', reason: '我说得对。' },
  }),
  refused('resident', 'notice.withdrawNotice', { code: 'access.denied', input: { reason: '不要了。' } }),
];

const upholding = [
  note('一条不成立,一条成立:决定退回重议。', 'One is dismissed, one upheld: the decision goes back.'),
  until('2026-03-23 10:00'),
  refused('adviser', 'notice.answerObjection', {
    code: 'act.guard_refused',
    guard: 'isOpenObjection',
    input: { objection: 9, decision: 'dismissed', reason: '查无此条。' },
  }),
  act('adviser', 'notice.answerObjection', {
    objection: 1,
    decision: 'dismissed',
    reason: '费用由共建单位承担,不动用公共资金。',
  }),
  expectState('notice', 'posted.objected'),
  act('coordinator', 'notice.answerObjection', {
    objection: 2,
    decision: 'upheld',
    reason: '消防通道宽度不足四米,应重新商量。',
  }),
  expectState('notice', 'objectionUpheld'),
  noticesEnded('objection_upheld'),
  expectState('issue', 'open.course.deliberate.talking'),
  check('issue', { zh: '原决定已撤销', en: 'has no decision any more' }, async (here) => {
    demand((await here.view('issue')).context['decision'] === null, 'the decision stands');
  }),
];

const again = [
  note('第二次协商:少划四个,留出通道。', 'Talked over again: four places fewer, the fire lane stays open.'),
  act('deliberator', 'deliberation.draftMeasure', { text: '划八个停车位,留出四米消防通道。' }),
  act('coordinator', 'deliberation.conclude'),
  until('2026-04-03 09:00'),
  ...decides('second', '2026-04-15 15:00', '“拉家常”居民议事会(4月例会)'),
  ...announces('居民议事会通过:30号楼前划八个停车位,留出四米消防通道。'),
  wait({ due: 'notice', clock: 'hanging' }),
  expectState('notice', 'ended'),
  noticesEnded('ended', 'objection_upheld'),
  expectState('issue', 'open.course.act.planning'),
  until('2026-04-23 09:00'),
  ...doneByCommunity('issue', {
    measure: '划八个停车位,贴出禁停标识。',
    promised: '2026-04-30 17:30',
    done: '2026-04-28 15:00',
    seen: '2026-04-29 10:00',
  }),
  refused('recorder', 'issue.answer', { code: 'access.denied', input: { solved: true, satisfied: true } }),
  refused('supervisor', 'issue.verify', { code: 'act.not_allowed', input: { passed: false, text: '再看看。' } }),
  refused('chair', 'issue.signFinalAnswer', 'act.not_allowed'),
  refused('secretary', 'issue.letGoOn', { code: 'act.not_allowed', input: { text: '同意。' } }),
  refused('representative', 'issue.verifyAsSubstitute', {
    code: 'act.not_allowed',
    input: { passed: true, text: '好。' },
  }),
  refused('volunteer', 'issue.closeOffer', 'access.denied'),
  act('volunteer', 'issue.answer', { solved: true, satisfied: true }),
  expectState('issue', 'closed'),
];

export const objectionUpheld = defineScenario({
  name: 'objection-upheld',
  title: { zh: '公示有异议,成立,退回重议', en: 'An upheld objection sends the decision back' },
  begins: '2026-03-02 09:00',
  steps: [deciding, objecting, upholding, again].flat(),
});
