import { minutesOf, type MeetingContext } from '#workflows/meeting';

import { expectVerdict } from './ballot.steps.js';
import { demand } from './checks.js';
import { convenesCouncil, sits, takesUp } from './council.steps.js';
import { instantOf } from './local-time.js';
import { voteSecretly } from './secret.steps.js';
import type { CaseName, Here, Step } from './scenario.types.js';
import { act, check, defineScenario, expectState, note, opens, refused, until, wait } from './words.js';

const SITTING = '2026-03-18 15:00';
const COUNCIL = 'deliberator@limin-deliberators';
const MOVER = `${COUNCIL}#3` as const;
const SECONDER = `${COUNCIL}#4` as const;
const MEASURE = '划十个停车位，其余禁停，留出四米消防通道。';

type Votes = readonly [yes: number, no: number, abstain: number];

/** Counted by one, confirmed by another. */
function counts([yes, no, abstain]: Votes): Step[] {
  return [
    act('supervisor', 'ballot.recordCount', { method: 'hands', yes, no, abstain, invalid: 0 }),
    act('representative', 'ballot.confirmCount'),
  ];
}

const present = (item: string): Step => act('chair', 'council.presentItem', { issue: item });

function moves(measure: string): Step[] {
  return [act(MOVER, 'council.propose', { measure }), act(SECONDER, 'council.second')];
}

/** Members by their place on the list of those who came. */
const members = (here: Here, from: number, count: number): string[] => here.members(COUNCIL, from + count).slice(from);

const calling = [
  opens('neighbour', 'issue', (here) => ({
    danger: false,
    title: '18号楼前空地停车混乱',
    description: '车乱停，救护车进不来。',
    unit: here.unit('limin'),
    place: here.unit('limin-b18'),
  })),
  refused('neighbour', 'issue.sortAsCommon', { code: 'access.denied', input: { category: 'parking' } }),
  act('collector', 'issue.reply', { text: '已经收到，由社区先了解情况。' }),
  act('collector', 'issue.sortAsCommon', { category: 'parking' }),
  refused('collector', 'issue.chooseLevel', { code: 'access.denied', input: { level: 'council' } }),
  act('adviser', 'issue.stateCompetence', { decides: 'residents', text: '社区公共空地，由居民协商决定。' }),
  act('coordinator', 'issue.chooseLevel', { level: 'council' }),
  act('deliberator', 'deliberation.draftMeasure', { text: '划十二个停车位，其余禁停。' }),
  act('coordinator', 'deliberation.conclude'),
  until('2026-03-06 09:00'),
  convenesCouncil('council', { starts: SITTING, title: '“拉家常”居民议事会（3月例会）' }),
  ...['广场舞时间提前到六点', '楼道杂物集中清理', '健身角换塑胶地面'].map((title) =>
    act('coordinator', 'council.addItem', { title, kind: 'matter' }),
  ),
  act('coordinator', 'council.addItem', { title: '推选两名监督小组成员', kind: 'election', seats: 2 }),
  act('coordinator', 'council.addItem', { title: '上半年工作通报', kind: 'matter' }),
  refused('coordinator', 'council.recall', { code: 'act.not_allowed', input: { startsAt: instantOf(SITTING) } }),
  ...sits('council', SITTING),
];

const amending = [
  note('第一项：先表决修正案，再表决动议。', 'First item: the amendment is voted on before the motion.'),
  takesUp('council'),
  act(MOVER, 'council.propose', async (here) => ({ existing: await here.measure(1) })),
  act(SECONDER, 'council.second'),
  act('deliberator', 'council.moveAmendment', { measure: MEASURE }),
  act(SECONDER, 'council.secondAmendment'),
  refused('chair', 'council.putToVote', 'act.not_allowed'),
  act('chair', 'council.putAmendmentToVote'),
  act('supervisor', 'ballot.recordCount', { method: 'hands', yes: 11, no: 4, abstain: 1, invalid: 0 }),
  refused('supervisor', 'ballot.confirmCount', 'access.denied'),
  act('representative', 'ballot.confirmCount'),
  refused('representative', 'council.putToVote', 'access.denied'),
  refused('adviser', 'council.putToVote', 'access.denied'),
  act('chair', 'council.putToVote'),
  ...counts([13, 2, 1]),
  expectState('issue', 'open.course.deliberate.decided'),
];

const rejecting = [
  note('第二项：否决。', 'Second item: rejected.'),
  present('own-1'),
  ...moves('广场舞每晚六点至七点半。'),
  act('chair', 'council.putToVote'),
  ...counts([5, 10, 1]),
];

const recusing = [
  note('第三项：有利害关系的成员回避，基数随之减少。', 'Third item: a member with an interest leaves the base.'),
  present('own-2'),
  act('deliberator', 'council.declareInterest'),
  refused('deliberator', 'council.propose', { code: 'access.denied', input: { measure: '楼道杂物归我处理。' } }),
  ...moves('楼道杂物四月集中清理，旧物由社区统一变卖。'),
  act('chair', 'council.putToVote'),
  check('ballot', { zh: '基数19人，可表决15人', en: 'has a base of 19, of whom 15 may vote' }, async (here) => {
    const context = (await here.view('ballot')).context as { members: number; recused: number; present: number };
    const found = [context.members - context.recused, context.present].join();
    demand(found === '19,15', `base and voters are ${found}`);
  }),
  ...counts([12, 2, 1]),
];

const walkingOut = [
  note('第四项：三人离场，人数不足，不能表决；两人回来，会议继续。', 'Fourth item: three walk out; two come back.'),
  present('own-3'),
  ...moves('健身角换塑胶地面，费用从公益金出。'),
  act('secretary', 'council.recordDepartures', (here) => ({ persons: members(here, 13, 3) })),
  refused('chair', 'council.putToVote', { code: 'act.not_allowed', guard: 'hasItemQuorum' }),
  act('chair', 'council.carryOver', { reason: '三人离场，到场13人，不足三分之二。' }),
  expectState('council', 'session.sitting.quorumLost'),
  refused('chair', 'council.presentItem', { code: 'act.not_allowed', input: { issue: 'own-4' } }),
  act('secretary', 'council.recordArrivals', (here) => ({ persons: members(here, 13, 2) })),
  expectState('council', 'session.sitting.between'),
];

const nominated = [5, 6, 7];

const electing = [
  note('第五项：选举，无记名。', 'Fifth item: an election by secret papers.'),
  present('own-4'),
  ...nominated.flatMap((place) => {
    const input = (here: Here) => ({ candidate: members(here, place, 1)[0] ?? '' });
    return [act(SECONDER, 'council.nominate', input), act('secretary', 'council.recordAcceptance', input)];
  }),
  act('chair', 'council.holdElection'),
  voteSecretly('ballot', { from: 0, count: 15 }, [
    { options: ['c1', 'c2'] },
    { options: ['c1', 'c2'] },
    { options: ['c1', 'c3'] },
  ]),
  act('secretary', 'ballot.closePolling'),
  expectState('ballot', 'certified'),
  expectVerdict('ballot', 'passed'),
];

const closing = [
  note('第六项没有时间了，留到下次。', 'There is no time left for the sixth item: it waits for the next meeting.'),
  wait({ due: 'council', clock: 'sitting' }),
  expectState('council', 'minutes.drafting'),
  act('secretary', 'council.draftMinutes', { text: '下次会议先议健身角。' }),
  refused('secretary', 'council.signMinutes', 'access.denied'),
  act('chair', 'council.signMinutes'),
  expectState('council', 'closed'),
  tells('council'),
];

/** The minutes follow from what happened, and nobody has written them. */
function tells(meeting: CaseName): Step {
  const says = { zh: '纪要与会议经过一致', en: 'has minutes that say what happened' };
  return check(meeting, says, async (here) => {
    const minutes = minutesOf((await here.view(meeting)).context as unknown as MeetingContext);
    const { items, presence } = minutes;
    const results = items.map(({ result }) => result.key).join();
    demand(results === 'adopted,rejected,adopted,next_meeting,adopted,next_meeting', `the results are ${results}`);
    const [first, , third, , fifth] = items;
    const amendment = first?.motions.at(-1)?.amendments[0];
    demand(amendment?.end.key === 'adopted' && amendment.vote?.counts?.yes === 11, 'the amendment is not told');
    demand(first?.measure != null && (await here.text(first.measure)) === MEASURE, 'another text was adopted');
    demand(third?.recused.join() === here.person('deliberator'), 'the recusal is not told');
    const elected = nominated.slice(0, 2).map((place) => members(here, place, 1)[0]);
    demand(fifth?.election?.elected.join() === elected.join() && fifth.secret, 'the election is told otherwise');
    const numbers = [presence.atOpening, presence.most, presence.atEnd, minutes.carriedOver].join();
    demand(numbers === '16,16,15,2', `opening, most, end and carried over are ${numbers}`);
    demand(minutes.signer === here.person('chair') && minutes.drafter !== minutes.signer, 'it is signed otherwise');
  });
}

export const sixItems = defineScenario({
  name: 'six-items',
  title: {
    zh: '一次议事会六项议题：修正、否决、回避、离场、选举、留待下次',
    en: 'A council of six items: amended, rejected, recused, walked out, elected, carried over',
  },
  begins: '2026-03-02 09:00',
  steps: [calling, amending, rejecting, recusing, walkingOut, electing, closing].flat(),
});
