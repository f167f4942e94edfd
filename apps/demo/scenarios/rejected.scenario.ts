import { convenesAssembly, representativesSit, representativesVote } from './assembly.steps.js';
import { closes, convenesCouncil, sits, takesUp, votes } from './council.steps.js';
import { demand } from './checks.js';
import type { Step } from './scenario.types.js';
import {
  act,
  check,
  defineScenario,
  expectDesk,
  expectMessage,
  expectPublished,
  expectState,
  note,
  opens,
  refused,
  until,
  wait,
} from './words.js';

const COUNCIL = '2026-03-18 15:00';
const ASSEMBLY = '2026-04-18 09:30';
const WHY = '多数成员认为乒乓球台离住户太近,噪音影响休息;可以另提离楼更远的地点。';
const WHY_AGAIN = '居民代表会议认为资金应先用于路灯;这是最后的决定,如认为程序违法可向街道反映。';

/** The resident was told this very explanation. */
function wasTold(text: string): Step {
  return check(
    'issue',
    { zh: '反映人收到了书面理由', en: 'its reporter was given the reason in writing' },
    async (here) => {
      const told = (await here.messages('neighbour')).filter(({ about }) => about === 'rejected');
      const bodies = await Promise.all(told.map(async ({ text: id }) => (id === null ? null : here.text(id))));
      demand(bodies.includes(text), `they were told: ${bodies.join(' | ')}`);
    },
  );
}

const preparing = [
  opens('neighbour', 'issue', (here) => ({
    danger: false,
    title: '在中心花园建两张乒乓球台',
    description: '年轻人和孩子没有地方活动。',
    unit: here.unit('limin'),
  })),
  refused('neighbour', 'issue.sortAsCommon', 'access.denied'),
  act('collector', 'issue.reply', { text: '已经收到,会请大家一起商量。' }),
  act('collector', 'issue.sortAsCommon', { category: 'leisure' }),
  refused('collector', 'issue.chooseLevel', { code: 'access.denied', input: { level: 'council' } }),
  act('resident', 'issue.support'),
  refused('resident', 'issue.explainRejection', 'access.denied'),
  refused('adviser', 'issue.sortAsIndividual', 'access.denied'),
  act('adviser', 'issue.stateCompetence', { decides: 'residents', text: '公共场地的使用由居民决定。' }),
  act('coordinator', 'issue.chooseLevel', { level: 'council' }),
  refused('deliberator', 'deliberation.conclude', 'access.denied'),
  act('deliberator', 'deliberation.draftMeasure', { text: '在中心花园东侧建两张乒乓球台。' }),
  act('coordinator', 'deliberation.conclude'),
];

const council = [
  note('议事会否决:五票赞成,十票反对,一票弃权。', 'The council rejects it: five for, ten against, one abstention.'),
  until('2026-03-06 09:00'),
  convenesCouncil('council', { starts: COUNCIL, title: '“拉家常”居民议事会(3月例会)' }),
  ...sits('council', COUNCIL),
  takesUp('council'),
  refused('chair', 'council.propose', { code: 'input.invalid', input: { measure: '' } }),
  ...votes('council', 1, [5, 10, 1]),
  expectState('issue', 'open.course.deliberate.rejected.unexplained'),
  refused('supervisor', 'ballot.declareVoid', { code: 'access.denied', input: { reason: '重来。' } }),
  ...closes('council', '应到20人,实到16人。乒乓球台事项5票赞成、10票反对、1票弃权,未通过。'),
  expectDesk('coordinator', 'issue.explainRejection'),
  refused('coordinator', 'issue.announceDecision', {
    code: 'act.not_allowed',
    input: { text: '照建。', spendsCommonMoney: true, restrictsUse: false, affectsRights: false },
  }),
  until('2026-03-19 10:00'),
  act('coordinator', 'issue.explainRejection', { text: WHY }),
  wasTold(WHY),
  expectPublished('issue', 'rejected'),
];

const appealing = [
  note('刘鹏申诉一次:提请居民代表会议。', 'Liu Peng appeals, once: to the residents’ representatives.'),
  expectDesk('neighbour', 'issue.appealRejection'),
  until('2026-03-20 20:00'),
  act('neighbour', 'issue.appealRejection', { text: '东侧离最近的楼有四十米,请全体代表再议。' }),
  expectState('issue', 'open.course.deliberate.requesting'),
  until('2026-04-03 09:00'),
  convenesAssembly('assembly', ASSEMBLY),
  expectState('issue', 'open.course.deliberate.scheduled'),
  ...representativesSit('assembly', ASSEMBLY),
  takesUp('assembly'),
  refused('representative', 'assembly.putToVote', 'access.denied'),
  refused('secretary', 'assembly.propose', { code: 'access.denied', input: { measure: '不建。' } }),
  ...representativesVote('assembly', [15, 28, 2]),
  expectState('issue', 'open.course.deliberate.rejected.unexplained'),
  act('chair', 'assembly.closeSitting'),
];

const explaining = [
  note('再次否决,说明理由;不能再申诉。', 'Rejected again, explained; no further appeal.'),
  until('2026-04-20 10:00'),
  act('coordinator', 'issue.explainRejection', { text: WHY_AGAIN }),
  wasTold(WHY_AGAIN),
  expectMessage('resident', 'issue', { about: 'rejected' }),
  refused('neighbour', 'issue.appealRejection', {
    code: 'act.not_allowed',
    guard: 'hasNotAppealedRejection',
    input: { text: '还是要建。' },
  }),
  wait({ due: 'issue', clock: 'appealWindow' }),
  expectState('issue', 'rejected'),
  act('secretary', 'assembly.draftMinutes', {
    text: '应到61人,实到45人。乒乓球台事项15票赞成、28票反对、2票弃权,未通过。',
  }),
  act('chair', 'assembly.signMinutes'),
];

export const rejectedAndExplained = defineScenario({
  name: 'rejected-and-explained',
  title: { zh: '否决,申诉,再次否决,说明理由', en: 'Rejected, appealed, rejected again and explained' },
  begins: '2026-03-02 09:00',
  steps: [preparing, council, appealing, explaining].flat(),
});
