import type { Someone } from './cast-members.js';
import { instantOf } from './local-time.js';
import {
  act,
  defineScenario,
  expectDesk,
  expectHidden,
  expectMessage,
  expectNeverPublished,
  expectState,
  note,
  opens,
  refused,
  until,
} from './words.js';

/** Neighbours and visitors, to whom it never exists. */
const NEIGHBOURS: readonly (Someone | null)[] = ['neighbour', 'representative', 'partner', 'property', null];

/** Members of the bodies and others with an office, to whom it does not exist once it is confidential. */
const OFFICES: readonly (Someone | null)[] = [
  ...NEIGHBOURS,
  'deliberator',
  'chair',
  'supervisor',
  'collector',
  'gridLeader',
  'adviser',
  'hotline',
  'secretary',
  'recorder',
  'partyMember',
  'department',
  'operator',
];

const saying = [
  note(
    '网格长走访时,独居的王桂兰说取药困难。',
    'On a visit Wang Guilan, who lives alone, says that she cannot fetch her medicine.',
  ),
  opens('gridLeader', 'issue', (here) => ({
    danger: false,
    title: '独居老人取药困难',
    description: '腿脚不便,每月两次到职工医院取药没有人陪。',
    unit: here.unit('limin'),
    place: here.unit('limin-b56-s2'),
    channel: 'visit',
    reporter: here.person('resident'),
    needsVoice: true,
  })),
  expectHidden('issue', NEIGHBOURS),
  refused('neighbour', 'issue.sortAsIndividual', 'access.denied'),
  refused('collector', 'issue.offer', 'access.denied'),
  act('collector', 'issue.sortAsIndividual', { needsVoice: true }),
  expectState('issue', 'open.course.act.planning'),
  note(
    '从这里起,它只属于本人、服务她的人和协调员。',
    'From here on it belongs to her, to whoever serves her and to the coordinator.',
  ),
  expectHidden('issue', OFFICES),
  expectHidden('issue', ['volunteer']),
  refused('gridLeader', 'issue.reply', 'access.denied'),
  expectDesk('coordinator', 'issue.reply'),
  act('coordinator', 'issue.reply', { text: '王阿姨,我们找一位您熟悉的志愿者陪您取药,只有她和我知道。' }),
  expectMessage('resident', 'issue', { about: 'received', times: 1 }),
];

const serving = [
  note('只发给指定的志愿者。', 'Offered to one volunteer by name.'),
  until('2026-03-10 09:30'),
  refused('coordinator', 'issue.offer', {
    code: 'act.guard_refused',
    guard: 'mayBeOffered',
    input: { measure: '陪同取药。', offeredTo: [] },
  }),
  refused('coordinator', 'issue.deliberateAgain', { code: 'act.not_allowed', input: { text: '上会。' } }),
  act('coordinator', 'issue.offer', (here) => ({
    measure: '每月两次陪同到职工医院取药。',
    offeredTo: [here.person('volunteer')],
  })),
  expectDesk('volunteer', 'issue.claim'),
  expectMessage('volunteer', 'issue', { about: 'offered', times: 1 }),
  expectHidden('issue', OFFICES),
  refused('partyMember', 'issue.claim', {
    code: 'access.denied',
    input: { promised: instantOf('2026-03-20 17:30') },
  }),
  act('volunteer', 'issue.claim', { promised: instantOf('2026-03-20 17:30') }),
  until('2026-03-17 11:00'),
  act('volunteer', 'issue.finish', (here) => ({ text: '已陪同取药两次,下月时间已约好。', files: [here.file('site')] })),
  refused('volunteer', 'issue.verifyLast', { code: 'access.denied', input: { passed: true, text: '办好了。' } }),
  refused('supervisor', 'issue.recordAnswer', 'access.denied'),
  expectHidden('issue', OFFICES),
  expectDesk('coordinator', 'issue.verifyLast'),
  act('coordinator', 'issue.verifyLast', { passed: true, text: '电话问过本人,药已取到。' }),
];

const judging = [
  note('结果只送达本人,也只由本人评议。', 'The outcome is delivered to her, and judged by her alone.'),
  act('coordinator', 'issue.postOutcome', { text: '志愿者每月陪您取药两次。' }),
  expectMessage('resident', 'issue', { about: 'outcome', times: 1 }),
  expectDesk('resident', 'issue.answer'),
  expectHidden('issue', OFFICES),
  refused('neighbour', 'issue.answer', { code: 'access.denied', input: { solved: false, satisfied: false } }),
  refused('resident', 'issue.support', 'access.denied'),
  refused('relative', 'issue.answer', { code: 'access.denied', input: { solved: true, satisfied: true } }),
  until('2026-03-19 10:00'),
  act({ by: 'relative', for: 'resident' }, 'issue.answer', { solved: true, satisfied: true, text: '老人很满意。' }),
  expectState('issue', 'closed'),
  expectMessage('resident', 'issue', { about: 'closed', times: 1 }),
  expectHidden('issue', OFFICES),
  expectNeverPublished('issue'),
];

/** To whom her errand does not exist: the recorder runs it, the volunteers of the community learn nothing of it. */
const NOT_ASKED: readonly (Someone | null)[] = [
  'volunteer',
  'partyMember',
  'supervisor',
  'representative',
  'neighbour',
  null,
];

const errand = [
  note(
    '第二件:残疾补贴的材料由社区干事代办,任务同样保密。',
    'A second need: the community runs her errand; the task is confidential, too.',
  ),
  opens('collector', 'errand', (here) => ({
    danger: false,
    title: '代办残疾补贴年审',
    unit: here.unit('limin'),
    place: here.unit('limin-b56-s2'),
    channel: 'visit',
    reporter: here.person('resident'),
    needsVoice: true,
  })),
  act('collector', 'errand.sortAsIndividual', {}),
  act('coordinator', 'errand.arrangeErrand', (here) => ({
    measure: '到街道民政办代办年审。',
    unit: here.unit('limin'),
  })),
  expectDesk('recorder', 'errand/task.accept'),
  expectHidden('errand/task', NOT_ASKED),
  expectHidden('errand', NOT_ASKED),
  refused('recorder', 'errand.postOutcome', 'access.denied'),
  act('recorder', 'errand/task.accept'),
  until('2026-03-20 15:00'),
  act('recorder', 'errand/task.finish', (here) => ({
    answer: '年审已办好,回执送到家里。',
    evidence: [here.file('site')],
  })),
  expectHidden('errand/task', NOT_ASKED),
  expectDesk('coordinator', 'errand/task.coordinatorVerify'),
  act('coordinator', 'errand/task.coordinatorVerify'),
  act('coordinator', 'errand.postOutcome', { text: '年审已办好。' }),
  act('resident', 'errand.answer', { solved: true, satisfied: true }),
  expectState('errand', 'closed'),
  expectNeverPublished('errand'),
];

export const individualNeed = defineScenario({
  name: 'individual-need',
  title: { zh: '个人需求,保密办理', en: 'An individual need, served in confidence' },
  begins: '2026-03-09 09:00',
  steps: [saying, serving, judging, errand].flat(),
});
