import { demoPersonId } from '../limin/demo-people.js';
import { callerOf } from './act.habits.js';
import { seatOf } from './cast.js';
import { outcomeText } from './deliberate.habits.js';
import { demoFile } from './files.js';
import { counted } from './issue.sight.js';
import type { IssueSight } from './issue.sight.js';
import { coordinatorOf } from './say.habits.js';
import { dice, has, isIn, phrase, within, words } from './scene.js';
import type { Move, Scene, When } from './scene.js';

type IssueScene = Scene<IssueSight>;

const HERE = 'open.course.review';
const DAY_MINUTES = 24 * 60;

function post(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.posting`)) return [];
  const by = coordinatorOf(scene);
  const visit = String(counted(scene.context, 'redo'));
  const when = within(scene, 'posting', has(scene, 'late-outcome') ? 1.5 : 0.5);
  const { danger, nature } = scene.context;
  if (has(scene, 'sorts-further') && danger && nature === 'unsorted') {
    return [{ act: 'sortFurther', by, input: { text: '险情已排除，根子上的问题继续办理。' }, when }];
  }
  return [
    {
      act: 'postOutcome',
      by,
      input: { text: outcomeText(scene, scene.context, visit), files: [demoFile('before'), demoFile('after')] },
      when,
    },
  ];
}

/** What one of those concerned says, by the fate of the issue: what is badly done is called so, once or twice. */
function opinion(scene: IssueScene, person: string): Move['input'] {
  const { context } = scene;
  const redo = counted(context, 'redo');
  const isUnsolved =
    (has(scene, 'unsolved', 'measure-disputed') && redo === 0) || (has(scene, 'unsolved-twice') && redo < 2);
  const isDisputed = has(scene, 'measure-disputed') && context.level !== 'assembly' && redo === 0;
  const random = dice(scene, `opinion:${person}:${String(redo)}`);
  if (isUnsolved) {
    const text = isDisputed ? phrase(scene, 'disputed', person) : words(scene, 'unhappy', person);
    return { solved: false, satisfied: false, disputed: isDisputed, text };
  }
  const satisfied = random.chance(0.86);
  const text = satisfied
    ? random.chance(0.6)
      ? words(scene, 'happy', person)
      : phrase(scene, 'satisfied', person)
    : phrase(scene, 'solvedNotSatisfied', person);
  return { solved: true, satisfied, disputed: false, text };
}

function isSilent(scene: IssueScene): boolean {
  return has(scene, 'silent', 'silent-voice') && !has(scene, 'unsolved', 'unsolved-twice', 'measure-disputed');
}

function unanswered(scene: IssueScene): string[] {
  const { reporter, supporters, answers } = scene.context;
  const asked = [...(reporter === null ? [] : [reporter]), ...supporters];
  return asked.filter((person) => answers.every((answer) => answer.person !== person));
}

const OTHER_CHANNELS = { 'by-phone': 'phone', 'at-the-door': 'door', 'on-paper': 'paper' } as const;

function witnessOf(scene: IssueScene, not: readonly (string | null)[]): string {
  return scene.cast.one('representative', seatOf('representative'), { random: dice(scene, 'witness'), not });
}

function entered(scene: IssueScene, person: string, channel: 'phone' | 'door' | 'paper'): Omit<Move, 'when'> {
  const by = callerOf(scene);
  const witness = witnessOf(scene, [by, scene.context.handler, person]);
  return { act: 'recordAnswer', by, input: { person, channel, witness, ...opinion(scene, person) } };
}

function answer(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.asking`) || isSilent(scene)) return [];
  const { reporter, supporters, answers } = scene.context;
  const when: When = { ...within(scene, 'review', 0.25 + 0.1 * answers.length), rhythm: 'daytime' };
  if (reporter === null && supporters.length === 0) return forAll(scene, when);
  // some supporters never answer; nobody waits longer than the window
  const person = unanswered(scene).find((one) => one === reporter || dice(scene, `voice:${one}`).chance(0.7));
  if (person === undefined) return [];
  const channel = (Object.keys(OTHER_CHANNELS) as (keyof typeof OTHER_CHANNELS)[]).find((twist) => has(scene, twist));
  if (channel && person === reporter)
    return [{ ...entered(scene, person, OTHER_CHANNELS[channel]), when: { ...when, rhythm: 'office' } }];
  return [{ act: 'answer', by: person, input: opinion(scene, person), when }];
}

function forAll(scene: IssueScene, when: When): Move[] {
  const by = scene.cast.one('supervisor', seatOf('supervisor'), {
    random: dice(scene, 'judge'),
    not: [scene.context.handler],
  });
  return [{ act: 'answerForAll', by, input: opinion(scene, by), when: { ...when, rhythm: 'office' } }];
}

const ATTEMPTS = ['phone', 'door', 'phone', 'door'] as const;

function chase(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.chasing`)) return [];
  const { reporter, attempts, handler } = scene.context;
  const when: When = { minutes: (attempts.length === 0 ? 0.2 : 1.1) * DAY_MINUTES, rhythm: 'office' };
  const person = reporter ?? unanswered(scene)[0];
  if (person === undefined) return forAll(scene, when);
  if (reporter === null || (!isSilent(scene) && attempts.length > 0))
    return [{ ...entered(scene, person, 'door'), when }];
  if (attempts.length < 3) {
    const channel = ATTEMPTS[attempts.length] ?? 'phone';
    const input = { channel, reached: false, text: phrase(scene, 'attempt', String(attempts.length)) };
    return [{ act: 'logAttempt', by: callerOf(scene), input, when }];
  }
  const by = scene.context.confidential
    ? callerOf(scene)
    : scene.cast.one('supervisor', seatOf('supervisor'), { random: dice(scene, 'on-site'), not: [handler] });
  const input = { witness: witnessOf(scene, [by, handler, reporter]), solved: true, text: phrase(scene, 'onSite') };
  return [{ act: scene.context.confidential ? 'confirmInPerson' : 'confirmOnSite', by, input, when }];
}

function supervise(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.supervised`)) return [];
  const by = demoPersonId('cityLeader');
  const when = within(scene, 'supervision', 0.4);
  if (has(scene, 'supervised-final')) {
    return [
      { act: 'orderFinalAnswer', by, input: { text: phrase(scene, 'finalAnswer'), files: [demoFile('survey')] }, when },
    ];
  }
  const { level, competence, nature } = scene.context;
  if (
    has(scene, 'supervised-assembly') &&
    level !== 'assembly' &&
    competence?.decides !== 'owners' &&
    nature === 'common'
  ) {
    return [{ act: 'sendToAssembly', by, input: { text: phrase(scene, 'toAssembly') }, when }];
  }
  return [{ act: 'orderRedo', by, input: { text: phrase(scene, 'order') }, when }];
}

/** What people do while the outcome is judged. */
export function reviewMoves(scene: IssueScene): Move[] {
  return [post, answer, chase, supervise].flatMap((habit) => habit(scene));
}
