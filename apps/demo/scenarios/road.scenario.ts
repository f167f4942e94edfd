import { demand } from './checks.js';
import { instantOf } from './local-time.js';
import type { Step } from './scenario.types.js';
import { act, check, defineScenario, expectMessage, expectState, note, opens, refused, until, wait } from './words.js';

const SITTING = '2026-06-10 09:30';

/** Neither city has the road between them on its list of duties: dispatched, returned, dispatched again, returned again. */
const returnedTwice = [
  opens('resident', 'issue', (here) => ({
    danger: false,
    title: '城郊路塌了一段,两边都说不归自己管。',
    description: '路面塌陷三十多米,下雨就积水,老人孩子绕着走。',
    unit: here.unit('limin'),
    place: here.unit('limin-g1'),
  })),
  refused('resident', 'issue.dispatch', 'access.denied'),
  act('collector', 'issue.reply', { text: '已经收到,先查清归谁管。' }),
  act('collector', 'issue.sortAsCommon', { category: 'environment' }),
  refused('collector', 'issue.takeDirectLine', 'access.denied'),
  act('adviser', 'issue.stateCompetence', { decides: 'department', text: '道路维护是法定职责,公路法。' }),
  refused('adviser', 'issue.planOwnWork', 'access.denied'),
  act('coordinator', 'issue.takeDirectLine', { reason: 'statutory_duty', text: '养护单位的法定职责。' }),
  until('2026-06-04 09:00'),
  act('coordinator', 'issue.dispatch', (here) => ({
    measure: '修复塌陷路段。',
    lead: here.unit('urban'),
    class: 'complex',
  })),
  refused('cityLeader', 'task.accept', 'access.denied'),
  act('department@urban', 'task.returnTask', (here) => ({
    ground: 'not_our_duty',
    reason: '塌陷处在界碑以东,是祁连区的路。',
    basis: '市政设施养护名录',
    suggestedUnit: here.unit('qilian-urban'),
  })),
  act('coordinator', 'task.reassign', (here) => ({ unit: here.unit('qilian-urban') })),
  act('department@qilian-urban', 'task.returnTask', {
    ground: 'not_our_duty',
    reason: '道路由钢城街道一侧开口使用,应由他们修。',
    basis: '两地协议第四条',
  }),
] satisfies Step[];

/** Nothing stands above both: they meet as peers, and whoever received it first leads until the minute names an owner. */
const summoned = [
  note('上面没有共同的上级:首接一方暂时负责,召开联席会议。', 'Nothing stands above both: a joint meeting is called.'),
  expectState('joint-meeting', 'preparing'),
  check('joint-meeting', { zh: '由首接一方主持,跨界', en: 'the first-received side chairs' }, async (here) => {
    const { context } = await here.view('joint-meeting');
    demand(context['chair'] === here.unit('jyg'), `chaired by ${JSON.stringify(context['chair'])}`);
    demand(context['upper'] === null && context['crossing'] === true, 'it has a tier above');
    demand(context['task'] === (await here.id('task')), 'it is about another task');
  }),
  refused('coordinator', 'joint-meeting.setSitting', {
    code: 'access.denied',
    input: { startsAt: instantOf(SITTING), where: '社区会议室' },
  }),
  act('coordinator@jyg', 'joint-meeting.setSitting', {
    startsAt: instantOf(SITTING),
    where: '城郊路现场,再到市政务中心302',
  }),
  expectMessage('department@qilian-urban', 'joint-meeting', { about: 'joint_summons', times: 1 }),
  act('department@urban', 'joint-meeting.confirmAttendance', (here) => ({ unit: here.unit('urban') })),
  wait({ due: 'joint-meeting', clock: 'answering' }),
  note('祁连区城管局没有答复:只催它自己的负责人。', 'The silent unit is urged by way of its own leader.'),
  expectMessage('leader@qilian-urban', 'joint-meeting', { about: 'remind', clock: 'answering', rung: 'red', times: 1 }),
  expectMessage('leader@urban', 'joint-meeting', { about: 'remind', clock: 'answering', rung: 'red', times: 0 }),
  act('leader@qilian-urban', 'joint-meeting.confirmAttendance', (here) => ({ unit: here.unit('qilian-urban') })),
] satisfies Step[];

const sitting = [
  wait({ due: 'joint-meeting', clock: 'sitting' }),
  act('coordinator@jyg', 'joint-meeting.openSitting', (here) => ({
    attendance: [here.unit('urban'), here.unit('qilian-urban')],
  })),
  act('department@urban', 'joint-meeting.makeStatement', (here) => ({
    unit: here.unit('urban'),
    statement: '界碑以西由我们养护,以东不在名录内。',
  })),
  act('department@qilian-urban', 'joint-meeting.makeStatement', (here) => ({
    unit: here.unit('qilian-urban'),
    statement: '塌陷由西侧开口进水引起,我们出材料,不单独施工。',
  })),
  refused('coordinator@jyg', 'joint-meeting.callOff', {
    code: 'act.not_allowed',
    guard: 'mayCallOff',
    input: { reason: '改天再说。' },
  }),
  act('coordinator@jyg', 'joint-meeting.draftMinute', (here) => ({
    minute: '现场确认塌陷跨界。市城管局牵头修复全段,祁连区城管局供料并修复以东排水口,6月底前完成。',
    owner: here.unit('urban'),
    ground: '塌陷起于西侧开口。',
    duties: [{ unit: here.unit('qilian-urban'), part: 'assist', instruction: '供应路基材料,修复界碑以东的排水口。' }],
  })),
  act('department@qilian-urban', 'joint-meeting.objectToMinute', (here) => ({
    unit: here.unit('qilian-urban'),
    reason: '排水口应写明位置。',
  })),
  act('department@urban', 'joint-meeting.confirmMinute', (here) => ({ unit: here.unit('urban') })),
  expectState('joint-meeting', 'opposed'),
  act('coordinator@jyg', 'joint-meeting.reviseMinute', (here) => ({
    minute: '现场确认塌陷跨界。市城管局牵头修复全段,祁连区城管局供料并修复界碑以东12米处的排水口,6月底前完成。',
    owner: here.unit('urban'),
    ground: '塌陷起于西侧开口。',
    duties: [
      { unit: here.unit('qilian-urban'), part: 'assist', instruction: '供应路基材料,修复界碑以东12米处的排水口。' },
    ],
  })),
  act('department@qilian-urban', 'joint-meeting.confirmMinute', (here) => ({ unit: here.unit('qilian-urban') })),
  wait({ due: 'joint-meeting', clock: 'confirming' }),
  note('市城管局没有再答复:视为确认,并记为沉默。', 'Silence confirms, and is recorded as silence.'),
  check('joint-meeting', { zh: '沉默记为沉默', en: 'silence stands as silence' }, async (here) => {
    const { context } = await here.view('joint-meeting');
    const replies = context['replies'] as { unit: string; how: string }[];
    demand(replies.find(({ unit }) => unit === here.unit('urban'))?.how === 'silent', JSON.stringify(replies));
  }),
  refused('department@urban', 'joint-meeting.signMinute', 'access.denied'),
  refused('leader@qilian-urban', 'joint-meeting.signMinute', 'access.denied'),
  act('cityLeader', 'joint-meeting.signMinute'),
  expectState('joint-meeting', 'carrying'),
] satisfies Step[];

/** The named owner leads by the very task that was in dispute; the duty of the other side is a task of its own. */
const bothDone = [
  check('issue/task', { zh: '原任务归市城管局,不得再退', en: 'the task has its owner' }, async (here) => {
    const { context } = await here.view('issue/task');
    demand(context['unit'] === here.unit('urban') && context['owned'] === true, JSON.stringify(context['unit']));
  }),
  refused('department@qilian-urban', 'joint-meeting/task.returnTask', {
    code: 'act.not_allowed',
    input: { ground: 'not_our_duty', reason: '不归我们。', basis: '无' },
  }),
  act('department@qilian-urban', 'joint-meeting/task.accept'),
  act('department@urban', 'issue/task.accept'),
  until('2026-06-18 10:00'),
  act('department@qilian-urban', 'joint-meeting/task.finish', (here) => ({
    answer: '材料已到场,排水口修好。',
    evidence: [here.file('after')],
  })),
  act('supervisor', 'joint-meeting/task.verify'),
  expectState('joint-meeting', 'settled'),
  act('department@urban', 'issue/task.finish', (here) => ({
    answer: '塌陷路段已修复,排水恢复。',
    evidence: [here.file('after')],
  })),
  act('leader@urban', 'issue/task.signAnswer'),
  refused('leader@urban', 'issue/task.verify', 'access.denied'),
  refused('supervisor', 'issue/task.coordinatorVerify', 'access.denied'),
  act('supervisor', 'issue/task.verify'),
  act('coordinator', 'issue.postOutcome', (here) => ({ text: '城郊路已修好。', files: [here.file('after')] })),
  act('resident', 'issue.answer', { solved: true, satisfied: true, text: '路好走了。' }),
  expectState('issue', 'closed'),
] satisfies Step[];

export const roadTwoDistricts = defineScenario({
  name: 'road-two-districts',
  title: { zh: '两地之间的路:联席会议定归属', en: 'A road between two districts: a joint meeting names the owner' },
  begins: '2026-06-03 09:00',
  steps: [returnedTwice, summoned, sitting, bothDone].flat(),
});
