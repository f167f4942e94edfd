import { closes, convenesCouncil, sits, takesUp, votes } from './council.steps.js';
import { doneByCommunity } from './doing.steps.js';
import type { CaseName, Step } from './scenario.types.js';
import {
  act,
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

const SITTING = '2026-03-18 15:00';

function takesDirectLine(issue: CaseName): Step[] {
  return [
    act('collector', `${issue}.reply`, { text: '已经收到,社区会尽快安排。' }),
    act('collector', `${issue}.sortAsCommon`, { category: 'greenery' }),
    act('adviser', `${issue}.stateCompetence`, { decides: 'residents', text: '属居民共同事务。' }),
    act('coordinator', `${issue}.takeDirectLine`, {
      reason: 'nothing_in_common',
      text: '修剪树木是日常养护,无须协商。',
    }),
    expectState(issue, 'open.recall.open'),
  ];
}

const goingStraight = [
  note('协调员认为无须协商,直通快办。', 'The coordinator holds that nothing is to be decided in common.'),
  opens('neighbour', 'issue', (here) => ({
    danger: false,
    title: '18号楼前的大树挡光',
    description: '一至三层白天也要开灯。',
    unit: here.unit('limin'),
    place: here.unit('limin-b18'),
  })),
  opens('resident', 'other', (here) => ({
    danger: false,
    title: '花坛里的枯枝没人清',
    unit: here.unit('limin'),
    place: here.unit('limin-b56'),
  })),
  refused('neighbour', 'issue.callBack', { code: 'access.denied', input: { text: '应当商量。' } }),
  ...takesDirectLine('issue'),
  ...takesDirectLine('other'),
  expectPublished('issue', 'direct_line'),
  act('coordinator', 'issue.dispatch', (here) => ({
    measure: '修剪18号楼前大树。',
    lead: here.unit('garden'),
    class: 'general',
  })),
  act('department@garden', 'issue/task.accept'),
  refused('department@garden', 'issue.takeBack', { code: 'access.denied', input: { text: '不办了。' } }),
];

const callingBack = [
  note('议事团在三个工作日内叫停:砍不砍,大家商量。', 'The council calls it back within three working days.'),
  until('2026-03-04 16:00'),
  expectDesk('deliberator', 'issue.callBack'),
  refused('deliberator', 'issue.takeBack', { code: 'access.denied', input: { text: '收回。' } }),
  refused('resident', 'issue.callBack', { code: 'access.denied', input: { text: '应当商量。' } }),
  act('deliberator', 'issue.callBack', { text: '这棵树三十年了,砍还是修,应当由大家商量。' }),
  expectState('issue/task', 'cancelled'),
  expectState('issue', 'open.course.deliberate.talking'),
  expectNotOnDesk('department@garden', 'issue/task'),
  refused('department@garden', 'issue/task.finish', {
    code: 'case.ended',
    input: { answer: '已修剪。', evidence: ['x'] },
  }),
  refused('deliberator', 'issue.callBack', { code: 'act.not_allowed', input: { text: '再叫停一次。' } }),
  note('另一件没有人叫停:期满之后不能再叫停。', 'Nobody calls the other one back; afterwards it is too late.'),
  wait({ due: 'other', clock: 'recall' }),
  refused('deliberator', 'other.callBack', {
    code: 'act.not_allowed',
    guard: 'hasDirectLine',
    input: { text: '也停下来。' },
  }),
];

const deciding = [
  note('协商,表决,照决定办。', 'Talked over, voted, done as decided.'),
  act('deliberator', 'deliberation.draftMeasure', { text: '只修剪三层以下挡光的枝条,不砍树。' }),
  act('coordinator', 'deliberation.conclude'),
  refused('coordinator', 'issue.takeDirectLine', {
    code: 'act.not_allowed',
    input: { reason: 'nothing_in_common', text: '直接办。' },
  }),
  expectState('issue', 'open.course.deliberate.requesting'),
  act('coordinator', 'issue.chooseLevel', { level: 'council' }),
  convenesCouncil('council', { starts: SITTING, title: '“拉家常”居民议事会(3月例会)' }),
  ...sits('council', SITTING),
  refused('chair', 'council.declareInterest', { code: 'act.not_allowed' }),
  refused('secretary', 'council.openSitting', 'access.denied'),
  takesUp('council'),
  ...votes('council', 1, [15, 0, 1]),
  refused('supervisor', 'council.putToVote', 'access.denied'),
  refused('representative', 'council.closeSitting', 'access.denied'),
  ...closes('council', '应到20人,实到16人。修剪事项15票赞成、1票弃权,通过。'),
  act('coordinator', 'issue.announceDecision', {
    text: '居民议事会通过:只修剪三层以下挡光的枝条,不砍树。',
    spendsCommonMoney: false,
    restrictsUse: false,
    affectsRights: false,
  }),
  act('coordinator', 'notice.post', (here) => ({ places: [{ place: '居务公开栏', photo: here.file('posted') }] })),
  ...doneByCommunity('issue', {
    measure: '请园林中心指导,修剪三层以下枝条。',
    promised: '2026-03-31 17:30',
    done: '2026-03-27 16:00',
    seen: '2026-03-30 10:00',
  }),
  refused('recorder', 'issue.verify', 'access.denied'),
  refused('adviser', 'issue.answer', { code: 'access.denied', input: { solved: true, satisfied: true } }),
  refused('collector', 'issue.postOutcome', 'access.denied'),
  act('neighbour', 'issue.answer', { solved: true, satisfied: true }),
  expectState('issue', 'closed'),
];

const other = [
  note('另一件由社区自办,也办结。', 'The other one is done by the community itself.'),
  ...doneByCommunity('other', {
    measure: '清理花坛枯枝。',
    promised: '2026-04-08 17:30',
    done: '2026-04-02 15:00',
    seen: '2026-04-03 10:00',
  }),
  act('resident', 'other.answer', { solved: true, satisfied: true }),
  expectState('other', 'closed'),
];

export const directLineCalledBack = defineScenario({
  name: 'direct-line-called-back',
  title: { zh: '直通快办被议事团叫停', en: 'A direct line called back by the council' },
  begins: '2026-03-02 09:00',
  steps: [goingStraight, callingBack, deciding, other].flat(),
});
