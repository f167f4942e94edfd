import { demoPersonId } from '../limin/demo-people.js';
import { unitId } from '../limin/limin.units.js';
import { seatOf } from './cast.js';
import { counted } from './issue.sight.js';
import type { IssueSight } from './issue.sight.js';
import { dice, has, isIn, phrase, within } from './scene.js';
import type { Move, Scene } from './scene.js';

type IssueScene = Scene<IssueSight>;

const DAY_MINUTES = 24 * 60;

/** A resident who collects, the same one for the whole issue; not the staff, who may have to do the work themselves. */
export function collectorOf(scene: IssueScene): string {
  const staff = scene.cast.holders('department', unitId('limin'));
  const not = [scene.context.handler, ...staff];
  return scene.cast.one('collector', seatOf('collector'), { random: dice(scene, 'collector'), not });
}

/** Coordinator of the community; the other one when the first has a part in it. */
export function coordinatorOf(scene: Scene<unknown>, not: readonly (string | null)[] = []): string {
  return scene.cast.one('coordinator', 'limin', { random: dice(scene, 'coordinator'), not });
}

function reply(scene: IssueScene): Move[] {
  if (!isIn(scene, 'open.reply.waiting') || scene.context.reporter === null) return [];
  const share = has(scene, 'late-reply') ? 1.5 : 0.4;
  return [
    {
      act: 'reply',
      by: scene.context.confidential ? coordinatorOf(scene) : collectorOf(scene),
      input: { text: phrase(scene, 'reply') },
      when: within(scene, 'firstReply', share),
    },
  ];
}

const DECLINES = {
  repeat: 'declineRepeat',
  unfounded: 'declineUnfounded',
  in_proceedings: 'declineProceedings',
} as const;

function decline(scene: IssueScene): Omit<Move, 'when' | 'by'> {
  const reason = has(scene, 'proceedings') ? 'in_proceedings' : has(scene, 'repeat') ? 'repeat' : 'unfounded';
  return { act: 'decline', input: { reason, text: phrase(scene, DECLINES[reason]) } };
}

function forward(scene: IssueScene): Omit<Move, 'when' | 'by'> {
  const unit = scene.cast.world.units.find((one) => one.code === scene.issue.matter.departments[0]);
  const address = `${unit?.name ?? '政务服务中心'}，电话${unit?.phone ?? '12345'}`;
  return { act: 'forward', input: { address, to: unit?.id ?? null, text: phrase(scene, 'forward') } };
}

function asCommon(scene: IssueScene): Omit<Move, 'when' | 'by'> {
  const { matter, needsVoice } = scene.issue;
  return { act: 'sortAsCommon', input: { category: matter.category, major: has(scene, 'major'), needsVoice } };
}

function asIndividual(scene: IssueScene): Omit<Move, 'when' | 'by'> {
  return {
    act: 'sortAsIndividual',
    input: { category: scene.issue.matter.category, needsVoice: scene.issue.needsVoice },
  };
}

/** What the collector makes of it, by its fate; after an appeal or a merge that was left it is sorted like any other. */
function sorted(scene: IssueScene): Omit<Move, 'when' | 'by'> {
  const { context, issue } = scene;
  const isFirstTime = counted(context, 'sortings') === 0 && !context.appealed.decline;
  if (has(scene, 'declared-danger') && counted(context, 'alarms') === 0) {
    return { act: 'declareDanger', input: { text: phrase(scene, 'alarm') } };
  }
  if (isFirstTime && issue.fate.route === 'decline') return decline(scene);
  if (isFirstTime && issue.fate.route === 'forward') return forward(scene);
  if (isFirstTime && issue.into !== null && scene.peek(issue.into)?.['confidential'] === false) {
    return { act: 'merge', input: { into: issue.into, text: phrase(scene, 'merge') } };
  }
  return issue.matter.individual === true ? asIndividual(scene) : asCommon(scene);
}

function sort(scene: IssueScene): Move[] {
  if (!isIn(scene, 'open.course.say.sorting.deciding')) return [];
  const by = collectorOf(scene);
  const { context } = scene;
  const asks =
    has(scene, 'information-given', 'information-silent', 'information-skipped') &&
    counted(context, 'information') === 0;
  if (asks)
    return [
      {
        act: 'askInformation',
        by,
        input: { text: phrase(scene, 'askInformation') },
        when: within(scene, 'triage', 0.2),
      },
    ];
  const share = has(scene, 'late-triage') ? 1.4 : scene.issue.fate.route === 'withdraw' ? 0.6 : 0.35;
  return [{ ...sorted(scene), by, when: within(scene, 'triage', share) }];
}

function inform(scene: IssueScene): Move[] {
  if (!isIn(scene, 'open.course.say.sorting.information')) return [];
  const { reporter } = scene.context;
  if (has(scene, 'information-skipped')) {
    return [
      { act: 'sortWithoutInformation', by: collectorOf(scene), input: {}, when: within(scene, 'information', 0.5) },
    ];
  }
  if (has(scene, 'information-silent') || reporter === null) return [];
  const when = { ...within(scene, 'information', 0.5), rhythm: 'daytime' as const };
  return [{ act: 'giveInformation', by: reporter, input: { text: phrase(scene, 'giveInformation') }, when }];
}

function leaveMerge(scene: IssueScene): Move[] {
  const { reporter } = scene.context;
  if (!isIn(scene, 'open.course.say.merged') || !has(scene, 'leaves-merge') || reporter === null) return [];
  const when = { minutes: 1.5 * DAY_MINUTES, rhythm: 'daytime' as const };
  return [{ act: 'leaveMerge', by: reporter, input: { text: phrase(scene, 'leaveMerge') }, when }];
}

/** Whoever hears an appeal: the chair of the council, or the street's leader when the chair decided before. */
export function judgeOf(scene: IssueScene): string {
  const decider = scene.context.ending?.by ?? null;
  const chair = demoPersonId('chair');
  return decider === chair ? demoPersonId('leader') : chair;
}

/** The verdict on an appeal. */
export function judged(scene: IssueScene, isUpheld: boolean): Move[] {
  const act = isUpheld ? 'upholdAppeal' : 'dismissAppeal';
  return [{ act, by: judgeOf(scene), input: { text: phrase(scene, act) }, when: within(scene, 'appealDecision', 0.5) }];
}

function appeal(scene: IssueScene): Move[] {
  const { context } = scene;
  if (isIn(scene, 'open.course.say.declined.appealed')) return judged(scene, has(scene, 'decline-upheld'));
  const mayAppeal =
    isIn(scene, 'open.course.say.declined.open') && has(scene, 'appeals-decline') && !context.appealed.decline;
  if (!mayAppeal || context.reporter === null) return [];
  const when = { ...within(scene, 'appealWindow', 0.5), rhythm: 'daytime' as const };
  return [{ act: 'appealDecline', by: context.reporter, input: { text: phrase(scene, 'appealDecline') }, when }];
}

function withdraw(scene: IssueScene): Move[] {
  const { context, issue } = scene;
  if (issue.fate.route !== 'withdraw' || context.reporter === null) return [];
  const waitsForCouncil = has(scene, 'at-council', 'supported');
  const here = waitsForCouncil
    ? isIn(scene, 'open.course.deliberate.requesting') || isIn(scene, 'open.course.deliberate.scheduled')
    : isIn(scene, 'open.course.say.sorting.deciding');
  if (!here) return [];
  const when = waitsForCouncil
    ? ({ minutes: 60, rhythm: 'daytime' } as const)
    : ({ minutes: 180, rhythm: 'daytime' } as const);
  return [{ act: 'withdraw', by: context.reporter, input: { text: phrase(scene, 'withdraw') }, when }];
}

/** Neighbours with the same trouble join, one after the other, for some days. */
function support(scene: IssueScene): Move[] {
  const { context, issue, cast } = scene;
  if (!has(scene, 'supported') || context.nature !== 'common' || context.confidential) return [];
  const wanted = dice(scene, 'supporters').int(1, 4);
  const here = ['deliberate', 'act'].some((stage) => isIn(scene, `open.course.${stage}`));
  if (!here || context.supporters.length >= wanted || counted(context, 'redo') > 0) return [];
  const neighbours = cast.neighbours(issue.building).filter((person) => person !== context.reporter);
  const by = dice(scene, `supporter:${String(context.supporters.length)}`).pick(neighbours);
  if (context.supporters.includes(by)) return [];
  const at = issue.at + (2 + 2 * context.supporters.length) * DAY_MINUTES * 60_000;
  return [{ act: 'support', by, input: {}, when: { at, rhythm: 'daytime' } }];
}

function note(scene: IssueScene): Move[] {
  if (!has(scene, 'noted') || counted(scene.context, 'notes') > 0 || !isIn(scene, 'open.course.deliberate')) return [];
  return [{ act: 'addNote', by: collectorOf(scene), input: { text: phrase(scene, 'note') }, when: { minutes: 300 } }];
}

/** What people do while an issue is said and sorted. */
export function sayMoves(scene: IssueScene): Move[] {
  return [reply, sort, inform, leaveMerge, appeal, withdraw, support, note].flatMap((habit) => habit(scene));
}
