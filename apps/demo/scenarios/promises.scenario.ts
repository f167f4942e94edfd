import { demand } from './checks.js';
import { straightToAct } from './doing.steps.js';
import { instantOf } from './local-time.js';
import type { Step } from './scenario.types.js';
import { act, check, defineScenario, expectMessage, expectState, note, opens, refused, until, wait } from './words.js';

const FIRST = '2026-03-06 17:00';
const SECOND = '2026-03-13 17:00';

/** What was promised and is over, as `clock kept` or `clock broken`. */
function expectPromises(says: { zh: string; en: string }, wanted: readonly string[]): Step {
  return check('issue', says, async (here) => {
    const found = (await here.promises('issue')).map(({ clock, isKept }) => `${clock} ${isKept ? 'kept' : 'broken'}`);
    demand(found.join(', ') === wanted.join(', '), found.join(', ') || 'nothing is over');
  });
}

const promising = [
  opens('resident', 'issue', (here) => ({
    danger: false,
    title: '8号楼前长椅的木条断了',
    description: '老人坐下去会夹到衣服。',
    unit: here.unit('limin'),
    place: here.unit('limin-b8'),
  })),
  refused('resident', 'issue.reply', { code: 'access.denied', input: { text: '收到。' } }),
  act('collector', 'issue.reply', { text: '已经收到，本周内给您答复怎么修。' }),
  expectPromises({ zh: '首次回复按时', en: 'was replied to in time' }, ['firstReply kept']),
  ...straightToAct('issue'),
  refused('collector', 'issue.planOwnWork', 'access.denied'),
  refused('adviser', 'issue.planOwnWork', 'access.denied'),
  act('coordinator', 'issue.planOwnWork', (here) => ({
    measure: '更换8号楼前长椅的木条。',
    owner: here.person('recorder'),
    promised: instantOf(FIRST),
  })),
  refused('coordinator', 'issue.finish', {
    code: 'access.denied',
    input: (here) => ({ text: '修好了。', files: [here.file('after')] }),
  }),
];

const breaking = [
  note('答应周五修好，没有修。', 'It was promised for Friday, and was not done.'),
  wait({ due: 'issue', clock: 'promise' }),
  check(
    'issue',
    { zh: '过了日子还没办，时限仍在走', en: 'is late: its clock is past and still there' },
    async (here) => {
      const clock = (await here.view('issue')).clocks.find(({ name }) => name === 'promise');
      demand(clock?.state === 'due' && clock.dueAt === instantOf(FIRST), JSON.stringify(clock));
    },
  ),
  expectMessage('recorder', 'issue', { about: 'remind', clock: 'promise', rung: 'red', times: 1 }),
  expectMessage('coordinator', 'issue', { about: 'remind', clock: 'promise', rung: 'red', times: 1 }),
  until('2026-03-10 10:00'),
  act('recorder', 'issue.finish', (here) => ({ text: '长椅已经修好。', files: [here.file('after')] })),
  check(
    'issue',
    { zh: '没做到：哪天答应的，哪天才办完', en: 'was not kept: promised for a day, done on another' },
    async (here) => {
      const broken = (await here.promises('issue')).filter(({ isKept }) => !isKept);
      demand(broken.length === 1, `${String(broken.length)} are broken`);
      demand(broken[0]?.dueAt === instantOf(FIRST), `it was promised for ${String(broken[0]?.dueAt)}`);
      demand(broken[0].doneAt !== null && broken[0].doneAt >= instantOf('2026-03-10 10:00'), String(broken[0].doneAt));
    },
  ),
];

const again = [
  note('验收没通过，重新安排，这一次按时。', 'Verification fails; it is planned again, and kept this time.'),
  refused('recorder', 'issue.verify', { code: 'access.denied', input: { passed: true, text: '好了。' } }),
  refused('supervisor', 'issue.postOutcome', {
    code: 'access.denied',
    input: (here) => ({ text: '修好了。', files: [here.file('after')] }),
  }),
  act('supervisor', 'issue.verify', { passed: false, text: '钉子露在外面。' }),
  act('coordinator', 'issue.takeBack', { text: '换人重做，另定日期。' }),
  act('coordinator', 'issue.planOwnWork', (here) => ({
    measure: '打磨并加固长椅。',
    owner: here.person('recorder'),
    promised: instantOf(SECOND),
  })),
  until('2026-03-12 15:00'),
  act('recorder', 'issue.finish', (here) => ({ text: '已打磨加固。', files: [here.file('after')] })),
  act('supervisor', 'issue.verify', { passed: true, text: '到现场看过，可以坐了。' }),
  act('coordinator', 'issue.postOutcome', (here) => ({ text: '长椅已修好。', files: [here.file('after')] })),
  act('resident', 'issue.answer', { solved: true, satisfied: true, text: '好坐了。' }),
  expectState('issue', 'closed'),
];

const remembered = [
  note('办完了，没做到的还是写着没做到。', 'It is over; what was broken still stands as broken.'),
  check('issue', { zh: '一次按时，一次没有', en: 'has one promise kept and one broken' }, async (here) => {
    const promised = (await here.promises('issue')).filter(
      ({ clock, doneAt }) => clock === 'promise' && doneAt !== null,
    );
    const told = promised.map(({ dueAt, isKept }) => `${String(dueAt)} ${String(isKept)}`).join(', ');
    demand(told === `${instantOf(FIRST)} false, ${instantOf(SECOND)} true`, told);
  }),
];

export const promises = defineScenario({
  name: 'promises',
  title: { zh: '承诺：一次没做到，一次做到', en: 'Promises: one broken, one kept' },
  begins: '2026-03-02 09:00',
  steps: [promising, breaking, again, remembered].flat(),
});
