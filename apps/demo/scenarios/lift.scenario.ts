import {
  cannotVoteTwice,
  contests,
  expectPoll,
  expectVerdict,
  settles,
  voteAtTheDoor,
  voteByPhone,
  voteOnPaper,
} from './ballot.steps.js';
import { demand } from './checks.js';
import { act, check, defineScenario, expectState, note, opens, refused, until, wait } from './words.js';

const NO = { vote: 'no' } as const;

const asking = [
  opens('neighbour', 'issue', (here) => ({
    danger: false,
    title: '7号楼1单元加装电梯',
    description: '六层楼没有电梯，老人上下楼困难。',
    unit: here.unit('limin'),
    place: here.unit('limin-b7-s1'),
  })),
  refused('resident', 'issue.reply', { code: 'access.denied', input: { text: '我来回复。' } }),
  act('collector', 'issue.reply', { text: '已经收到，先问清楚由谁决定。' }),
  act('collector', 'issue.sortAsCommon', { category: 'lift' }),
  act('adviser', 'issue.stateCompetence', {
    decides: 'owners',
    text: '改建共有部分，依民法典第二百七十八条由业主共同决定。',
  }),
  refused('collector', 'issue.chooseLevel', { code: 'access.denied', input: { level: 'building' } }),
  refused('adviser', 'issue.callOwners', {
    code: 'access.denied',
    input: (here) => ({ unit: here.unit('limin-b7-s1'), rule: 'owners-special' }),
  }),
  act('coordinator', 'issue.chooseLevel', { level: 'building' }),
  act('deliberator', 'deliberation.draftMeasure', { text: '7号楼1单元加装一部电梯，费用按楼层分担。' }),
  refused('deliberator', 'deliberation.decideRecusal', 'access.denied'),
  act('coordinator', 'deliberation.conclude'),
  expectState('issue', 'open.course.deliberate.convening'),
];

const calling = [
  note('名册按产权登记编制，先公示，再投票。', 'The roll comes from the registry and lies open before the vote.'),
  until('2026-03-06 09:00'),
  refused('neighbour', 'issue.callOwners', {
    code: 'access.denied',
    input: (here) => ({ unit: here.unit('limin-b7-s1'), rule: 'owners-special' }),
  }),
  act('coordinator', 'issue.callOwners', (here) => ({ unit: here.unit('limin-b7-s1'), rule: 'owners-special' })),
  expectPoll('ballot', 'appeals'),
  wait({ due: 'ballot', clock: 'appeals' }),
  expectPoll('ballot', 'voting'),
  refused('coordinator', 'ballot.redrawRoll', { code: 'act.not_allowed', input: { reason: '名册有误。' } }),
  refused('secretary', 'ballot.closePolling', { code: 'act.not_allowed', guard: 'mayCloseEarly' }),
];

const voting = [
  note('手机、纸质、上门三种渠道，一户一票。', 'By telephone, on paper and at the door: one paper for each owner.'),
  voteByPhone('ballot', { from: 0, count: 3 }),
  cannotVoteTwice('ballot', 0),
  contests('ballot', 1, '我也是房主，没有和我商量。'),
  voteOnPaper('ballot', { from: 3, count: 1 }),
  voteOnPaper('ballot', { from: 4, count: 1 }, { misread: true }),
  wait({ due: 'ballot', clock: 'polling' }),
  note('参与不足三分之二，自动延长一次。', 'Fewer than two thirds took part: the time is extended by itself.'),
  expectPoll('ballot', 'voting'),
  voteAtTheDoor('ballot', { from: 5, count: 4 }),
  voteAtTheDoor('ballot', { from: 9, count: 1 }, NO),
  settles('coordinator', 'ballot', { unit: 1, ground: '共有人书面推举了投票人。' }),
  wait({ due: 'ballot', clock: 'polling' }),
  expectState('ballot', 'certified'),
  expectVerdict('ballot', 'passed'),
  expectState('issue', 'open.course.deliberate.decided'),
];

const announcing = [
  act('coordinator', 'issue.announceDecision', {
    text: '业主表决通过：7号楼1单元加装电梯。权益受损的业主可以请求人民法院撤销。',
    spendsCommonMoney: false,
    restrictsUse: false,
    affectsRights: true,
  }),
  act('coordinator', 'notice.post', (here) => ({ places: [{ place: '7号楼1单元门口', photo: here.file('posted') }] })),
  act('resident', 'notice.objectTo', { ground: 'cost', text: '一楼用不上，为什么也要出钱？' }),
  act('adviser', 'notice.answerObjection', {
    objection: 1,
    decision: 'dismissed',
    reason: '费用分担表中一楼不出资，请见附件。',
  }),
  wait({ due: 'notice', clock: 'hanging' }),
  check('issue', { zh: '公示期满，可以办理', en: 'its notice has ended and the work may begin' }, async (here) => {
    const paths = await here.paths('issue');
    demand(paths.includes('open.course.act.planning'), `it is in ${paths.join(', ')}`);
  }),
  check('issue', { zh: '已登记为议决', en: 'it stands in the register of resolutions' }, async (here) => {
    const decision = (await here.view('issue')).context['decision'] as { number: string | null };
    demand(decision.number?.includes('议决〔2026〕') === true, `its number is ${String(decision.number)}`);
  }),
];

export const liftByOwners = defineScenario({
  name: 'lift-by-owners',
  title: {
    zh: '加装电梯：业主表决，延长，争议票，公示异议',
    en: 'A lift: an owners’ ballot, extended, contested, announced',
  },
  begins: '2026-03-02 09:00',
  steps: [asking, calling, voting, announcing].flat(),
});
