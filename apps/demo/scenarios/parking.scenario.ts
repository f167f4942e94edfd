import { convenesAssembly, representativesSit } from './assembly.steps.js';
import { cannotVoteTwice, expectPoll, expectVerdict, voteByPhone, voteByProxy, voteOnPaper } from './ballot.steps.js';
import { act, defineScenario, expectState, note, opens, refused, until, wait } from './words.js';

const NO = { vote: 'no' } as const;
const SITTING = '2026-03-19 15:00';
const OWNERS = 'limin-b30';

const asking = [
  opens('volunteer', 'issue', (here) => ({
    danger: false,
    title: '30号楼院内道路停车规则',
    description: '院内道路谁先到谁停，救护车进不来。',
    unit: here.unit('limin'),
    place: here.unit(OWNERS),
  })),
  act('collector', 'issue.reply', { text: '已经收到，请居民代表会议定规则。' }),
  act('collector', 'issue.sortAsCommon', { category: 'parking' }),
  refused('collector', 'issue.stateCompetence', {
    code: 'access.denied',
    input: { decides: 'residents', text: '大家的事大家定。' },
  }),
  act('adviser', 'issue.stateCompetence', { decides: 'residents', text: '按公共秩序事项受理，产权情况待查。' }),
  refused('adviser', 'issue.chooseLevel', { code: 'access.denied', input: { level: 'assembly' } }),
  act('coordinator', 'issue.chooseLevel', { level: 'assembly' }),
  act('deliberator', 'deliberation.draftMeasure', { text: '院内道路划二十个车位，每户一位，其余禁停。' }),
  refused('deliberator', 'deliberation.decideRecusal', 'access.denied'),
  act('coordinator', 'deliberation.conclude'),
  until('2026-03-10 09:00'),
  convenesAssembly('assembly', SITTING),
  refused('secretary', 'assembly.openSitting', 'access.denied'),
  ...representativesSit('assembly', SITTING),
];

const refusing = [
  note(
    '院内道路是业主共有的：居民代表会议无权表决。',
    'The roads belong to the owners: the assembly may not vote on them.',
  ),
  act('chair', 'assembly.presentItem', async (here) => ({ issue: await here.id('issue') })),
  act('representative', 'assembly.propose', async (here) => ({ existing: await here.measure(1) })),
  refused('representative', 'assembly.declareOutside', {
    code: 'access.denied',
    input: { decides: 'owners', reason: '我看不合适。' },
  }),
  act('adviser', 'assembly.declareOutside', {
    decides: 'owners',
    reason: '建筑区划内的道路属业主共有，民法典第二百七十四条、第二百七十八条：由业主共同决定。',
  }),
  refused('chair', 'assembly.putToVote', 'act.not_allowed'),
  expectState('issue', 'open.course.deliberate.convening'),
  act('chair', 'assembly.closeSitting'),
  act('secretary', 'assembly.draftMinutes', { text: '停车规则依法由业主共同决定，不予表决。' }),
  act('chair', 'assembly.signMinutes'),
];

const calling = [
  refused('volunteer', 'issue.callOwners', {
    code: 'access.denied',
    input: (here) => ({ unit: here.unit(OWNERS), rule: 'owners-ordinary' }),
  }),
  act('coordinator', 'issue.callOwners', (here) => ({ unit: here.unit(OWNERS), rule: 'owners-ordinary' })),
  expectPoll('ballot', 'appeals'),
  wait({ due: 'ballot', clock: 'appeals' }),
  expectPoll('ballot', 'voting'),
  refused('coordinator', 'ballot.closePolling', { code: 'act.not_allowed', guard: 'mayCloseEarly' }),
];

const voting = [
  note('书面委托，一人最多代三户。', 'Written proxies: three at most for one holder.'),
  voteByProxy('ballot', { from: 0, count: 3 }),
  voteByPhone('ballot', { from: 4, count: 24 }),
  cannotVoteTwice('ballot', 4),
  voteByPhone('ballot', { from: 28, count: 6 }, NO),
  voteOnPaper('ballot', { from: 34, count: 2 }),
  wait({ due: 'ballot', clock: 'polling' }),
  expectState('ballot', 'certified'),
  expectVerdict('ballot', 'passed'),
  expectState('issue', 'open.course.deliberate.decided'),
];

const announcing = [
  act('coordinator', 'issue.announceDecision', {
    text: '业主表决通过：院内道路划二十个车位，其余禁停。权益受损的业主可以请求人民法院撤销。',
    spendsCommonMoney: false,
    restrictsUse: true,
    affectsRights: true,
  }),
  act('coordinator', 'notice.post', (here) => ({ places: [{ place: '30号楼门口', photo: here.file('posted') }] })),
  wait({ due: 'notice', clock: 'hanging' }),
  expectState('issue', 'open.course.act.planning'),
];

export const parkingToOwners = defineScenario({
  name: 'parking-to-owners',
  title: {
    zh: '院内停车：居民代表会议无权决定，转业主表决',
    en: 'Parking on common roads: refused by the assembly, decided by the owners',
  },
  begins: '2026-03-02 09:00',
  steps: [asking, refusing, calling, voting, announcing].flat(),
});
