import type { Choice } from '#libs/decision';

import { expectPoll, expectVerdict } from './ballot.steps.js';
import {
  changesPaper,
  expectSecretRecord,
  handsInEnvelopes,
  opensInner,
  showsNothing,
  telephonesWithWaiver,
  voteSecretly,
} from './secret.steps.js';
import { act, defineScenario, expectState, mayNotStart, note, refused, starts, wait } from './words.js';

const BUILDING = 'limin-b12';

const candidate = (id: string, zh: string, en: string) => ({ id, label: { zh, en } });
const QUESTION = {
  method: 'chooseUpTo',
  seats: 3,
  most: 3,
  options: [
    candidate('c1', '何桂芳', 'He Guifang'),
    candidate('c2', '李建国', 'Li Jianguo'),
    candidate('c3', '陈丽', 'Chen Li'),
    candidate('c4', '杨晓东', 'Yang Xiaodong'),
    candidate('c5', '周敏', 'Zhou Min'),
  ],
};

const choose = (...options: string[]): Choice => ({ options });
/** Cast in turn; nobody has to use all three voices. */
const CHOICES = [choose('c1', 'c2', 'c3'), choose('c1', 'c2', 'c4'), choose('c1', 'c2'), choose('c2', 'c4', 'c5')];

const order = (unit: string) => ({
  title: '推选三名居民代表',
  unit,
  rule: 'residents-assembly-adults-2026',
  taking: 'papers',
  secret: true,
  question: QUESTION,
  roll: { of: 'adults', unit },
});

const calling = [
  mayNotStart('neighbour', 'ballot', { code: 'access.denied', input: (here) => order(here.unit(BUILDING)) }),
  starts('coordinator', 'choice', { workflow: 'ballot', input: (here) => order(here.unit(BUILDING)) }),
  expectPoll('choice', 'appeals'),
  note('名册公示七天，再无记名投票。', 'The roll lies open for seven days, then the vote is secret.'),
  wait({ due: 'choice', clock: 'appeals' }),
  expectPoll('choice', 'voting'),
  refused('coordinator', 'choice.closePolling', { code: 'act.not_allowed', guard: 'mayCloseEarly' }),
];

const voting = [
  voteSecretly('choice', { from: 0, count: 44 }, CHOICES),
  changesPaper('choice', 0, choose('c2', 'c3', 'c5')),
  telephonesWithWaiver('choice', 44, choose('c1')),
  handsInEnvelopes('choice', { from: 45, count: 2 }),
  showsNothing('choice', BUILDING),
  refused('supervisor', 'choice.finishSettling', 'act.not_allowed'),
  wait({ due: 'choice', clock: 'polling' }),
];

const counting = [
  note(
    '截止之后才拆内信封；少一个都不能计票。',
    'Inner envelopes are opened after the close; with one missing nothing is counted.',
  ),
  expectPoll('choice', 'settling'),
  opensInner('choice', [{ number: 1, choice: choose('c1', 'c4') }]),
  act('supervisor', 'choice.finishSettling'),
  expectPoll('choice', 'settling'),
  refused('resident', 'choice.finishSettling', 'access.denied'),
  opensInner('choice', [{ number: 2, choice: choose('c3', 'c4') }]),
  act('supervisor', 'choice.finishSettling'),
  expectState('choice', 'certified'),
  expectVerdict('choice', 'passed'),
  expectSecretRecord('choice', {
    papers: 47,
    winners: ['c1', 'c2', 'c4'],
    finds: { unit: 0, turn: 2, choice: choose('c2', 'c3', 'c5') },
  }),
];

export const threeRepresentatives = defineScenario({
  name: 'three-representatives',
  title: {
    zh: '无记名推选三名居民代表：手机、信封、改票、电话',
    en: 'A secret choice of three: telephones, envelopes, a change, a call',
  },
  begins: '2026-03-02 09:00',
  steps: [calling, voting, counting].flat(),
});
