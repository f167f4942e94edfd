import { registerEntry } from '#libs/registers';

import { demand } from './checks.js';
import { instantOf } from './local-time.js';
import { confirmsRule, ruleWaits } from './rule.steps.js';
import type { Doing, Here, Step } from './scenario.types.js';
import {
  act,
  check,
  deed,
  defineScenario,
  expectDesk,
  expectPublished,
  expectState,
  note,
  refused,
  starts,
  until,
  wait,
} from './words.js';

const RULE = 'residents-assembly-groups-2026';
const DELEGATES = 61;
const FIRST = '2026-03-26 19:00';
const SECOND = '2026-04-09 19:00';

const FINED = '第一条 出门牵绳。第二条 不牵绳的，每次罚款200元。';
const LAWFUL = [
  '第一条 本公约适用于利民小区全体居民。',
  '第二条 依法登记、定期免疫，不养禁养犬只。',
  '第三条 出门牵绳，绳长不超过1.5米；乘电梯避开高峰。',
  '第四条 随手清理粪便；22:00至次日6:00避免犬吠扰邻。',
  '第五条 邻里之间先提醒、再调解；违反法律法规的，由主管部门依法处理。',
].join('\n');

const CHECKLIST = { setsNoPenalties: true, touchesNobodyAlone: true, followsTheLaw: true, isOursToDecide: true };
const FOUND = { adoptedBy: 'assembly', setsNoPenalties: true, isLawful: true, finding: '不设罚则，属居民自治事项。' };

const call = (here: Here, starts: string) => ({
  unit: here.unit('limin'),
  kind: 'assembly',
  startsAt: instantOf(starts),
  members: DELEGATES,
  rule: RULE,
});

const petitioning = [
  note(
    '十二个居民小组，三分之一联名，居委会就必须召集。',
    'Twelve groups; when a third of them ask, it must be called.',
  ),
  starts('resident', 'petition', {
    workflow: 'petition',
    input: (here) => ({
      unit: here.unit('limin'),
      title: '制定文明养犬公约',
      reason: '去年伤人六起，夜里犬吠不断。',
      base: 'groups',
    }),
  }),
  act('resident', 'petition.sign', (here) => ({ of: here.unit('limin-group-1') })),
  act('neighbour', 'petition.sign', (here) => ({ of: here.unit('limin-group-6') })),
  refused('neighbour', 'petition.sign', {
    code: 'act.guard_refused',
    guard: 'signsOnce',
    input: (here) => ({ of: here.unit('limin-group-7') }),
  }),
  refused('resident', 'petition.setBase', { code: 'access.denied', input: { size: 2, source: '我说的。' } }),
  act('coordinator', 'petition.setBase', { size: 12, source: '居民小组名册。' }),
  refused('coordinator', 'petition.callMeeting', { code: 'act.not_allowed', input: (here) => call(here, FIRST) }),
  act('coordinator', 'petition.recordSignatures', (here) => ({
    of: [here.unit('limin-group-2'), here.unit('limin-group-3')],
    paper: here.file('sheet'),
  })),
  expectState('petition', 'checking'),
  act('supervisor', 'petition.strikeSignatures', { numbers: [4], reason: '不是小组会议的决定，本人冒签。' }),
  expectState('petition', 'collecting.sized'),
  act('volunteer', 'petition.sign', (here) => ({ of: here.unit('limin-group-9') })),
  refused('volunteer', 'petition.confirmSignatures', 'access.denied'),
  act('supervisor', 'petition.confirmSignatures'),
  refused('supervisor', 'petition.callMeeting', { code: 'access.denied', input: (here) => call(here, FIRST) }),
  expectDesk('coordinator', 'petition.callMeeting'),
];

const calling = [
  refused('resident', 'petition.withdrawPetition', 'act.not_allowed'),
  note('居委会一拖再拖，监督团和街道已经知道。', 'The committee is late; the supervisors and the street are told.'),
  wait({ due: 'petition', clock: 'calling' }),
  expectState('petition', 'overdue'),
  expectDesk('leader', 'petition.callInstead'),
  act('coordinator', 'petition.callMeeting', (here) => call(here, FIRST)),
  expectState('petition', 'meeting'),
  expectState('meeting', 'convened'),
];

const drafting = [
  starts('representative', 'covenant', {
    workflow: 'covenant',
    policy: 'assemblyMeets',
    input: (here) => ({
      kind: 'covenant',
      unit: here.unit('limin'),
      title: '文明养犬公约',
      text: FINED,
      template: 'dogs',
      filedWith: here.unit('gangcheng'),
    }),
  }),
  refused('representative', 'covenant.submitDraft', {
    code: 'act.guard_refused',
    guard: 'isChecklistComplete',
    input: { ...CHECKLIST, setsNoPenalties: false },
  }),
  act('representative', 'covenant.submitDraft', CHECKLIST),
  refused('adviser', 'covenant.clearDraft', {
    code: 'act.guard_refused',
    guard: 'findsItLawful',
    input: { ...FOUND, setsNoPenalties: false },
  }),
  act('adviser', 'covenant.returnDraft', {
    ground: 'penalty',
    reason: '第二条设了罚款：只有法律、法规和规章可以设定罚款，公约不行。',
  }),
  expectState('covenant', 'drafting'),
  act('representative', 'covenant.writeDraft', { text: LAWFUL }),
  act('representative', 'covenant.submitDraft', CHECKLIST),
  refused('adviser', 'covenant.clearDraft', {
    code: 'act.guard_refused',
    guard: 'namesCompetentBody',
    input: { ...FOUND, adoptedBy: 'council' },
  }),
  act('adviser', 'covenant.clearDraft', FOUND),
  expectState('covenant', 'commenting'),
];

const commenting = [
  act('coordinator', 'notice.post', (here) => ({ places: [{ place: '居务公开栏', photo: here.file('posted') }] })),
  act('neighbour', 'notice.objectTo', { ground: 'other', text: '1.5米太短，大狗遛不开。' }),
  refused('neighbour', 'notice.answerObjection', {
    code: 'access.denied',
    input: { objection: 1, decision: 'upheld', reason: '我说得对。' },
  }),
  act('adviser', 'notice.answerObjection', {
    objection: 1,
    decision: 'dismissed',
    reason: '绳长与市养犬管理办法一致。',
  }),
  wait({ due: 'notice', clock: 'hanging' }),
  expectState('covenant', 'adopting.seeking'),
  refused('resident', 'covenant.submitToMeeting', {
    code: 'access.denied',
    input: async (here) => ({ meeting: await here.id('meeting') }),
  }),
  act('secretary', 'covenant.submitToMeeting', async (here) => ({ meeting: await here.id('meeting') })),
  refused('secretary', 'covenant.sign', 'access.denied'),
  act('coordinator', 'meeting.dropItem', { issue: 'own-1', reason: '联名要求的就是这份公约，一并审议。' }),
];

function arrive(count: number): Step {
  return act('coordinator', 'meeting.recordArrivals', (here) => ({
    persons: here.members('representative@limin-assembly', count),
  }));
}

const noQuorum = [
  until(FIRST),
  arrive(30),
  refused('chair', 'meeting.openSitting', { code: 'act.not_allowed', guard: 'hasQuorum' }),
  act('chair', 'meeting.adjourn', { reason: '应到61人，实到30人。' }),
  expectState('meeting', 'adjourned'),
  expectState('covenant', 'adopting.seeking'),
  refused('coordinator', 'meeting.recall', {
    code: 'act.guard_refused',
    guard: 'noticeLongEnough',
    input: { startsAt: instantOf('2026-03-27 19:00') },
  }),
  act('coordinator', 'meeting.recall', { startsAt: instantOf(SECOND) }),
  act('secretary', 'covenant.submitToMeeting', async (here) => ({ meeting: await here.id('meeting') })),
  check('meeting', { zh: '流会一次，已计数', en: 'was called again once, and that is counted' }, async (here) => {
    const { recalls } = (await here.view('meeting')).context as { recalls: number };
    demand(recalls === 1, `it was called again ${String(recalls)} times`);
  }),
];

const passing = [
  until(SECOND),
  arrive(45),
  act('chair', 'meeting.openSitting'),
  act('chair', 'meeting.presentItem', async (here) => ({ issue: await here.id('covenant') })),
  act('representative', 'meeting.propose', async (here) => {
    const { text } = (await here.view('covenant')).context as { text: string };
    return { existing: text };
  }),
  act('representative@limin-assembly#2', 'meeting.second'),
  act('chair', 'meeting.putToVote'),
  act('supervisor', 'ballot.recordCount', { method: 'hands', yes: 38, no: 4, abstain: 3, invalid: 0 }),
  act('secretary', 'ballot.confirmCount'),
  act('chair', 'meeting.closeSitting'),
  act('secretary', 'meeting.draftMinutes', { text: '第一次会议因人数不足流会，本次为重新召集。' }),
  act('chair', 'meeting.signMinutes'),
  expectState('petition', 'held'),
];

const confirming = [
  note('新法的条文还没有人核对：结果待核定，不能签署。', 'Nobody has read the new law yet: nothing is signed.'),
  expectState('covenant', 'provisional'),
  refused('chair', 'covenant.sign', 'act.not_allowed'),
  act('coordinator', 'covenant.askAgain'),
  expectState('covenant', 'provisional'),
  confirmsRule('adviser', 'covenant', {
    id: RULE,
    law: '《中华人民共和国城市居民委员会组织法》（2025年修订）第四章',
  }),
  act('adviser', 'covenant.askAgain'),
  expectState('covenant', 'signing'),
];

async function registered({ database, here }: Doing): Promise<void> {
  const { entered } = (await here.view('covenant')).context as { entered: { entry: string; number: string } | null };
  demand(entered !== null, 'it is in no register');
  const line = await database.transaction((tx) => registerEntry(tx, entered.entry), { readOnly: true });
  demand(line?.number === entered.number && line.state === 'inForce', `its line says ${JSON.stringify(line)}`);
  const [version] = line.versions;
  demand(version?.text === LAWFUL && version.filingNumber === '钢街备〔2026〕7号', 'the text or the filing differ');
  const chair = line.signatures.find(({ capacity }) => capacity === 'chair');
  demand(chair?.person === here.person('chair'), 'the chair has not signed it');
}

const entering = [
  refused('leader', 'covenant.acceptFiling', { code: 'act.not_allowed', input: { number: '钢街备〔2026〕7号' } }),
  act('chair', 'covenant.sign'),
  act('leader', 'covenant.acceptFiling', { number: '钢街备〔2026〕7号' }),
  expectState('covenant', 'inForce.posting'),
  deed(
    'resident',
    {
      on: 'covenant',
      says: {
        zh: '在公约登记簿里查到编号、文本、备案和签署',
        en: 'finds number, text, filing and signature in the register',
      },
    },
    registered,
  ),
  act('coordinator', 'notice.post', (here) => ({ places: [{ place: '居务公开栏', photo: here.file('posted') }] })),
  expectPublished('covenant', 'notice'),
  wait({ due: 'notice', clock: 'hanging' }),
  expectState('covenant', 'inForce.standing'),
];

export const covenantByPetition = defineScenario({
  name: 'covenant-by-petition',
  title: {
    zh: '联名开会：养犬公约，流会再开，核定，备案，登记',
    en: 'By petition: a covenant on dogs, no quorum, again, confirmed, filed, registered',
  },
  begins: '2026-03-02 09:00',
  steps: [
    petitioning,
    ruleWaits('coordinator', 'petition', RULE),
    drafting,
    calling,
    commenting,
    noQuorum,
    passing,
    confirming,
    entering,
  ].flat(),
});
