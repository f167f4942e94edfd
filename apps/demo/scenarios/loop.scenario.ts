import { signed } from './doing.steps.js';
import { closes, convenesCouncil, sits, takesUp, votes } from './council.steps.js';
import {
  act,
  check,
  defineScenario,
  expectDesk,
  expectMessage,
  expectNotOnDesk,
  expectPublished,
  expectState,
  mayNotStart,
  note,
  opens,
  refused,
  until,
  wait,
} from './words.js';
import { demand } from './checks.js';
import { instantOf } from './local-time.js';

const FIRST = '2026-03-18 15:00';
const SECOND = '2026-04-15 15:00';

const saying = [
  note('一、说:王桂兰在自己的页面上反映。', 'Say: Wang Guilan reports it on her own page.'),
  opens('resident', 'issue', (here) => ({
    danger: false,
    title: '5号楼前供热管沟盖板破损,老人夜里不敢走',
    description: '去年冬天开始有三块盖板断裂,晚上没有灯,已经有人崴了脚。',
    unit: here.unit('limin'),
    place: here.unit('limin-b5'),
    files: [here.file('before')],
    needsVoice: true,
  })),
  expectDesk('collector', 'issue.sortAsCommon'),
  refused('resident', 'issue.sortAsCommon', 'access.denied'),
  refused('neighbour', 'issue.support', { code: 'act.not_allowed', guard: 'isCommonMatter' }),
  act('collector', 'issue.reply', { text: '已经收到,由我负责跟进,三个工作日内告诉您怎么办。' }),
  expectMessage('resident', 'issue', { about: 'received', times: 1 }),
  refused('collector', 'issue.stateCompetence', 'access.denied'),
  act('collector', 'issue.sortAsCommon', { category: 'road', needsVoice: true }),
  expectState('issue', 'open.course.deliberate.competence'),
  act('neighbour', 'issue.support'),
  refused('neighbour', 'issue.support', 'access.denied'),
];

const deliberating = [
  note('二、议:先问谁有权决定,再协商。', 'Deliberate: first who may decide, then what.'),
  until('2026-03-03 10:00'),
  refused('adviser', 'issue.chooseLevel', 'access.denied'),
  act('adviser', 'issue.stateCompetence', { decides: 'residents', text: '属居民共同事务,由居民协商决定。' }),
  refused('coordinator', 'issue.chooseLevel', { code: 'input.invalid', input: { level: 'street' } }),
  act('coordinator', 'issue.chooseLevel', { level: 'council' }),
  expectState('issue', 'open.course.deliberate.talking'),
  refused('coordinator', 'deliberation.conclude', { code: 'act.not_allowed', guard: 'hasMeasure' }),
  act('neighbour', 'deliberation.speak', { text: '先把断的换掉,再装一盏灯。', stance: 'for' }),
  act('adviser', 'deliberation.giveOpinion', { text: '管沟归供热单位维护,盖板更换应由其承担。' }),
  act('deliberator', 'deliberation.draftMeasure', { text: '请供热公司更换三块盖板,社区在旁边加装太阳能灯。' }),
  refused('deliberator', 'deliberation.backMeasure', {
    code: 'act.guard_refused',
    guard: 'isKnownMeasure',
    input: { measure: 7 },
  }),
  refused('representative', 'deliberation.conclude', 'access.denied'),
  act('representative', 'deliberation.backMeasure', { measure: 1 }),
  act('coordinator', 'deliberation.conclude'),
  expectState('issue', 'open.course.deliberate.requesting'),
];

const firstMeeting = [
  note('第一次会议:时间不够,留到下次。', 'First meeting: no time left, it waits for the next.'),
  until('2026-03-06 09:00'),
  mayNotStart('neighbour', 'meeting', {
    code: 'access.denied',
    input: (here) => ({
      unit: here.unit('limin'),
      level: 'council',
      title: '我来召集',
      startsAt: instantOf(FIRST),
      members: 20,
    }),
  }),
  convenesCouncil('first', { starts: FIRST, title: '“拉家常”居民议事会(3月例会)' }),
  expectState('issue', 'open.course.deliberate.scheduled'),
  refused('chair', 'first.openSitting', 'act.not_allowed'),
  ...sits('first', FIRST),
  refused('deliberator', 'first.presentItem', 'access.denied'),
  takesUp('first'),
  act('deliberator', 'first.speak', { side: 'for', note: '冬天已经有人摔倒,不能再拖。' }),
  act('chair', 'first.carryOver', { reason: '供热公司没有到会,请其下次到会答复。' }),
  expectState('issue', 'open.course.deliberate.requesting'),
  act('chair', 'first.closeSitting'),
  act('secretary', 'first.draftMinutes', { text: '应到20人,实到16人。盖板事项留待下次会议,邀请供热公司到会。' }),
  refused('secretary', 'first.signMinutes', 'access.denied'),
  act('chair', 'first.signMinutes'),
  expectState('first', 'closed'),
  expectPublished('first', 'minutes'),
];

const secondMeeting = [
  note('第二次会议:动议、附议、表决,通过。', 'Second meeting: moved, seconded, voted, adopted.'),
  until('2026-04-03 09:00'),
  convenesCouncil('second', { starts: SECOND, title: '“拉家常”居民议事会(4月例会)' }),
  expectState('issue', 'open.course.deliberate.scheduled'),
  ...sits('second', SECOND),
  act('coordinator', 'second.admitGuest', (here) => ({ person: here.person('department') })),
  takesUp('second'),
  act('department', 'second.speak', { side: 'neutral', note: '可以更换,两周内完成。' }),
  refused('department', 'second.propose', { code: 'access.denied', input: { measure: '由居民自筹。' } }),
  ...votes('second', 1, [14, 1, 1]).flatMap((step) =>
    step.kind === 'act' && step.act === 'recordCount'
      ? [
          refused('supervisor', 'ballot.recordCount', {
            code: 'act.guard_refused',
            guard: 'votesFitPresence',
            input: { method: 'hands', yes: 20, no: 0, abstain: 0, invalid: 0 },
          }),
          step,
          refused('supervisor', 'ballot.confirmCount', 'access.denied'),
        ]
      : step.kind === 'act' && step.act === 'second'
        ? [refused('deliberator', 'second.second', { code: 'act.guard_refused', guard: 'isAnotherVoter' }), step]
        : [step],
  ),
  expectState('ballot', 'certified'),
  expectState('issue', 'open.course.deliberate.decided'),
  ...closes('second', '应到20人,实到16人。盖板事项14票赞成、1票反对、1票弃权,通过。'),
  act('coordinator', 'issue.announceDecision', {
    text: '居民议事会通过:请供热公司更换三块盖板,社区加装一盏太阳能灯。',
    spendsCommonMoney: false,
    restrictsUse: false,
    affectsRights: false,
  }),
  expectPublished('issue', 'decision'),
  expectState('issue', 'open.course.act.planning'),
  act('coordinator', 'notice.post', (here) => ({ places: [{ place: '居务公开栏', photo: here.file('posted') }] })),
  expectPublished('issue', 'notice'),
];

const acting = [
  note(
    '三、办:先派物业,退单一次后改派供热公司。',
    'Act: the property company returns it once, the heating company has it then.',
  ),
  until('2026-04-16 10:00'),
  act('coordinator', 'issue.dispatch', (here) => ({
    measure: '更换5号楼前三块管沟盖板。',
    lead: here.unit('property'),
    class: 'general',
  })),
  expectDesk('property', 'task.accept'),
  expectNotOnDesk('department', 'task'),
  refused('department', 'task.accept', 'access.denied'),
  act('property', 'task.returnTask', (here) => ({
    ground: 'not_our_duty',
    reason: '管沟属于供热公司,不归物业维护。',
    basis: '供热设施产权协议第三条',
    suggestedUnit: here.unit('heating'),
  })),
  expectState('task', 'returned'),
  refused('property', 'task.reassign', { code: 'access.denied', input: {} }),
  act('coordinator', 'task.reassign', (here) => ({ unit: here.unit('heating') })),
  act('department', 'task.accept'),
  until('2026-04-20 15:00'),
  act('department', 'task.progress', { note: '盖板已定做,周三安装。' }),
  until('2026-04-22 16:00'),
  refused('department', 'task.finish', {
    code: 'act.guard_refused',
    guard: 'evidenceEnough',
    input: { answer: '已更换三块盖板。', evidence: [] },
  }),
  act('department', 'task.finish', (here) => ({ answer: '已更换三块盖板,路面平整。', evidence: [here.file('after')] })),
  refused('department', 'task.signAnswer', 'access.denied'),
  signed('task'),
  expectDesk('supervisor', 'task.verify'),
  refused('department', 'task.verify', 'access.denied'),
  refused('departmentLeader', 'task.verify', 'access.denied'),
  until('2026-04-23 10:00'),
  act('supervisor', 'task.verify', { note: '到现场看过,已经更换。' }),
  expectState('task', 'verified'),
  expectState('issue', 'open.course.review.posting'),
];

const judging = [
  note('四、评:附议的邻居满意,反映人说没有解决。', 'Review: the neighbour is satisfied, the reporter is not.'),
  act('coordinator', 'issue.postOutcome', (here) => ({ text: '三块盖板已更换。', files: [here.file('after')] })),
  expectPublished('issue', 'outcome'),
  expectDesk('resident', 'issue.answer'),
  refused('coordinator', 'issue.answer', { code: 'access.denied', input: { solved: true, satisfied: true } }),
  act('neighbour', 'issue.answer', { solved: true, satisfied: true }),
  until('2026-04-24 09:30'),
  note('女儿替她填写。', 'Her daughter enters it for her.'),
  refused('relative', 'issue.answer', { code: 'access.denied', input: { solved: true, satisfied: true } }),
  act({ by: 'relative', for: 'resident' }, 'issue.answer', {
    solved: false,
    satisfied: false,
    text: '只换了两块,第三块还是松的,灯也没有装。',
  }),
  expectState('issue', 'open.course.act.planning'),
];

const again = [
  note('第二轮:再办一次。', 'Second round: done again.'),
  until('2026-04-24 14:00'),
  act('coordinator', 'issue.dispatch', (here) => ({
    measure: '加固第三块盖板,加装太阳能灯。',
    lead: here.unit('heating'),
    class: 'general',
    assists: [{ unit: here.unit('property') }],
  })),
  wait({ due: 'task@heating', clock: 'acceptance' }),
  check('task@heating', { zh: '沉默视为接单', en: 'was accepted by silence' }, async (here) => {
    const { context } = await here.view('task@heating');
    demand(context['acceptedBySilence'] === true, 'it was not accepted by silence');
  }),
  until('2026-04-29 10:00'),
  act('department', 'task@heating.finish', (here) => ({ answer: '第三块已加固。', evidence: [here.file('after')] })),
  signed('task@heating'),
  act('property', 'task@property.finish', (here) => ({ answer: '太阳能灯已安装。', evidence: [here.file('site')] })),
  refused('supervisor', 'task@heating.sendBack', { code: 'input.invalid', input: {} }),
  act('supervisor', 'task@heating.sendBack', { reason: '盖板仍有晃动,请加垫固定。' }),
  expectState('task@heating', 'withDoer.handling'),
  act('supervisor', 'task@property.verify'),
  until('2026-04-30 10:00'),
  act('department', 'task@heating.finish', (here) => ({ answer: '已加垫固定。', evidence: [here.file('site')] })),
  signed('task@heating'),
  act('supervisor', 'task@heating.verify', { note: '踩踏不再晃动。' }),
  expectState('issue', 'open.course.review.posting'),
  act('coordinator', 'issue.postOutcome', (here) => ({
    text: '三块盖板全部固定,路灯已装。',
    files: [here.file('after')],
  })),
  until('2026-05-01 18:00'),
  act('resident', 'issue.answer', { solved: true, satisfied: true, text: '这回好了,谢谢。' }),
  act('neighbour', 'issue.answer', { solved: true, satisfied: true }),
  expectState('issue', 'closed'),
  expectPublished('issue', 'closed'),
  expectMessage('resident', 'issue', { about: 'closed', times: 1 }),
  refused('resident', 'issue.answer', { code: 'case.ended', input: { solved: false, satisfied: false } }),
];

export const loop = defineScenario({
  name: 'loop',
  title: { zh: '说议办评走一圈', en: 'Once round the loop' },
  begins: '2026-03-02 09:00',
  steps: [saying, deliberating, firstMeeting, secondMeeting, acting, judging, again].flat(),
});
