import { demoPersonId } from '../limin/demo-people.js';
import { unitId } from '../limin/limin.units.js';
import { seatOf } from './cast.js';
import { carriedOut, measureText, outcomeText } from './deliberate.habits.js';
import { demoFile } from './files.js';
import { counted } from './issue.sight.js';
import type { IssueSight } from './issue.sight.js';
import type { Way } from './fates.js';
import { collectorOf, coordinatorOf } from './say.habits.js';
import { dice, has, isIn, phrase, promisedBy, within, words } from './scene.js';
import type { Move, Scene } from './scene.js';

type IssueScene = Scene<IssueSight>;
type Doing = Omit<Move, 'when' | 'by'>;

const HERE = 'open.course.act';
const PLANNED = { clock: 'planning', share: 0.4 };
const CLAIMED = { clock: 'claim', share: 0.35 };
const USUAL_WAY = { claimed: 'offer', community: 'own', department: 'dispatch', errand: 'errand' } as const;

/** The way it is carried out: a department's duty only by departments, a second plan by others than the first. */
function wayOf(scene: IssueScene): Way {
  const { context, issue } = scene;
  const isDuty = context.competence?.decides === 'department' || context.direct?.reason === 'statutory_duty';
  const way: Way = issue.fate.way ?? USUAL_WAY[issue.matter.executor];
  if (isDuty) return way === 'errand' ? 'errand' : 'dispatch';
  const plans = counted(context, 'plans');
  if (plans > 0 && way === 'offer') return 'own';
  if (plans > 1 && way === 'own') return 'dispatch';
  return way;
}

/** The department whose matter it is; a partner unit of another kind where the first cannot. */
function leadOf(scene: IssueScene): string {
  const { departments } = scene.issue.matter;
  const index = Math.min(counted(scene.context, 'plans') > 1 ? 1 : 0, departments.length - 1);
  return departments[index] ?? departments[0];
}

function dispatch(scene: IssueScene): Doing {
  const { matter } = scene.issue;
  const lead = leadOf(scene);
  const assists =
    has(scene, 'assisted') && !assistsLater(scene)
      ? matter.departments.filter((code) => code !== lead).slice(0, 2)
      : [];
  const input = {
    measure: carriedOut(scene),
    lead: unitId(lead),
    class: matter.class,
    assists: assists.map((code) => ({ unit: unitId(code), required: true })),
  };
  return { act: 'dispatch', input };
}

/** Some assists are asked for only when the work has begun. */
function assistsLater(scene: IssueScene): boolean {
  return dice(scene, 'assists-later').chance(0.4);
}

function assist(scene: IssueScene): Move[] {
  const { context, issue } = scene;
  const lead = leadOf(scene);
  const [other] = issue.matter.departments.filter(
    (code) => unitId(code) !== context.jobs.at(-1)?.unit && code !== lead,
  );
  const isWanted = isIn(scene, `${HERE}.departments`) && has(scene, 'assisted') && assistsLater(scene);
  if (!isWanted || other === undefined || context.jobs.length !== 1 || context.confidential) return [];
  const input = { unit: unitId(other), instruction: measureText(scene, 'assist'), class: 'general', required: true };
  return [{ act: 'addAssist', by: coordinatorOf(scene), input, when: { minutes: 20 * 60 } }];
}

function helperOf(scene: IssueScene): string {
  const role = dice(scene, 'helper-kind').pick(['volunteer', 'member'] as const);
  return scene.cast.one(role, role === 'volunteer' ? 'limin' : seatOf('member'), {
    random: dice(scene, `helper:${String(counted(scene.context, 'plans'))}`),
    not: [scene.context.reporter],
  });
}

function planned(scene: IssueScene): Doing {
  const measure = carriedOut(scene);
  switch (wayOf(scene)) {
    case 'offer':
      return { act: 'offer', input: { measure, offeredTo: scene.context.confidential ? [helperOf(scene)] : [] } };
    case 'own': {
      const days = dice(scene, 'promise').int(3, 9);
      return {
        act: 'planOwnWork',
        input: { measure, owner: ownerOf(scene), promised: promisedBy(scene, PLANNED, days) },
      };
    }
    case 'dispatch':
      return dispatch(scene);
    case 'errand':
      return { act: 'arrangeErrand', input: { measure, unit: unitId('limin') } };
  }
}

/** Somebody of the community's own staff who carries a measure out. */
function ownerOf(scene: IssueScene): string {
  const grid = scene.issue.grid;
  const leaders = [...scene.cast.holders('gridMember', unitId(grid)), demoPersonId('recorder')];
  return dice(scene, `owner:${String(counted(scene.context, 'plans'))}`).pick(leaders);
}

function plan(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.planning`)) return [];
  const by = coordinatorOf(scene);
  const when = within(scene, PLANNED.clock, PLANNED.share);
  const { context } = scene;
  if (has(scene, 'raised') && context.tier === 'community') {
    return [{ act: 'raiseTier', by, input: { text: phrase(scene, 'raiseTier') }, when }];
  }
  if (counted(context, 'plans') >= 4) return [finalAnswer(scene, by)];
  return [{ ...planned(scene), by, when }];
}

function finalAnswer(scene: IssueScene, by: string): Move {
  const text = scene.issue.matter.impossible ?? phrase(scene, 'finalAnswer');
  return { act: 'draftFinalAnswer', by, input: { text, files: [demoFile('survey')] }, when: { minutes: 500 } };
}

function claim(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.offered`)) return [];
  const { context } = scene;
  const isFirst = counted(context, 'plans') === 1;
  if (isFirst && has(scene, 'unclaimed')) return [];
  if (isFirst && has(scene, 'offer-closed'))
    return [{ act: 'closeOffer', by: coordinatorOf(scene), input: {}, when: { minutes: 2 * 24 * 60 } }];
  const by = context.plan?.offeredTo[0] ?? helperOf(scene);
  const promised = promisedBy(scene, CLAIMED, dice(scene, 'claimed-days').int(5, 12));
  return [
    {
      act: 'claim',
      by,
      input: { promised },
      when: { ...within(scene, CLAIMED.clock, CLAIMED.share), rhythm: 'daytime' },
    },
  ];
}

/** What may go wrong with work that was claimed or the community's own, once. */
function trouble(scene: IssueScene, handler: string): Move[] {
  const { context } = scene;
  const isFirst = counted(context, 'plans') === 1 && counted(context, 'redo') === 0;
  const when = within(scene, 'promise', 0.4);
  if (isFirst && has(scene, 'promise-moved') && counted(context, 'promises') === 0) {
    const input = {
      promised: promisedBy(scene, { clock: 'promise', share: 0.5 }, 10),
      text: phrase(scene, 'promiseAgain'),
    };
    return [{ act: 'promiseAgain', by: handler, input, when: within(scene, 'promise', 0.5) }];
  }
  if (!isFirst) return [];
  if (has(scene, 'given-back'))
    return [{ act: 'giveBack', by: handler, input: { text: phrase(scene, 'giveBack') }, when }];
  if (has(scene, 'taken-back'))
    return [{ act: 'takeBack', by: coordinatorOf(scene), input: { text: phrase(scene, 'takeBack') }, when }];
  if (has(scene, 'own-impossible')) {
    return [{ act: 'reportImpossible', by: handler, input: { text: phrase(scene, 'impossible') }, when }];
  }
  return [];
}

function work(scene: IssueScene): Move[] {
  const { handler } = scene.context;
  if (!isIn(scene, `${HERE}.working`) || handler === null) return [];
  const wrong = trouble(scene, handler);
  if (wrong.length > 0) return wrong;
  const visit = String(counted(scene.context, 'redo') + counted(scene.context, 'verifications'));
  const share = has(scene, 'late-work') && visit === '0' ? 1.3 : 0.65;
  const input = { text: outcomeText(scene, scene.context, visit), files: [demoFile('after')] };
  const reports = counted(scene.context, 'notes') === 0 && dice(scene, 'reports').chance(0.4);
  const report = { text: words(scene, 'progress'), files: [demoFile('site')] };
  return [
    ...(reports ? [{ act: 'reportProgress', by: handler, input: report, when: within(scene, 'promise', 0.3) }] : []),
    { act: 'finish', by: handler, input, when: within(scene, 'promise', share) },
  ];
}

function verify(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.verifying`)) return [];
  const { context, cast } = scene;
  const fails = counted(context, 'verifications');
  const isFirstPlan = counted(context, 'plans') === 1 && counted(context, 'redo') === 0;
  const isFailed =
    isFirstPlan &&
    ((has(scene, 'verification-fails') && fails === 0) || (has(scene, 'verification-fails-twice') && fails < 3));
  const input = {
    passed: !isFailed,
    text: phrase(scene, isFailed ? 'notVerified' : 'verified', String(fails)),
    files: [demoFile('site')],
  };
  const not = [context.handler];
  if (isIn(scene, `${HERE}.verifying.supervisor`)) {
    if (has(scene, 'silent-supervisor')) return [];
    const by = cast.one('supervisor', seatOf('supervisor'), { random: dice(scene, 'verifier'), not });
    return [{ act: 'verify', by, input, when: within(scene, 'verification', 0.4) }];
  }
  if (isIn(scene, `${HERE}.verifying.substitute`)) {
    if (has(scene, 'silent-substitute')) return [];
    const by = cast.one('representative', seatOf('representative'), { random: dice(scene, 'substitute'), not });
    return [{ act: 'verifyAsSubstitute', by, input, when: within(scene, 'verificationSubstitute', 0.4) }];
  }
  return [{ act: 'verifyLast', by: coordinatorOf(scene, not), input, when: within(scene, 'verificationLast', 0.4) }];
}

/** How it goes on when it cannot be done as planned: by fate, else another plan, at last an honest end. */
function atCrossroads(scene: IssueScene): Doing {
  const { context } = scene;
  const again = { act: 'planAgain', input: { text: phrase(scene, 'planAgain') } };
  const isOpen = !context.confidential && context.nature === 'common';
  const isOwners = context.competence?.decides === 'owners';
  if (has(scene, 'then-deliberates-again') && isOpen && counted(context, 'deliberations') < 2) {
    return { act: 'deliberateAgain', input: { text: phrase(scene, 'toAssembly') } };
  }
  if (has(scene, 'then-assembly') && isOpen && !isOwners && context.level !== 'assembly') {
    return { act: 'sendToAssembly', input: { text: phrase(scene, 'toAssembly') } };
  }
  if (has(scene, 'then-raises-tier') && context.tier === 'community') {
    return { act: 'raiseTier', input: { text: phrase(scene, 'raiseTier') } };
  }
  if (has(scene, 'then-final') || counted(context, 'plans') >= 4) return finalAnswer(scene, '');
  return again;
}

function crossroads(scene: IssueScene): Move[] {
  if (!isIn(scene, 'open.course.crossroads')) return [];
  const { act, input } = atCrossroads(scene);
  return [{ act, input, by: coordinatorOf(scene), when: within(scene, 'crossroads', 0.4) }];
}

function sign(scene: IssueScene): Move[] {
  if (!isIn(scene, 'open.course.signing')) return [];
  const isReturned = has(scene, 'final-returned') && counted(scene.context, 'drafts') < 2;
  const by = demoPersonId('leader');
  const when = within(scene, 'signing', 0.4);
  if (isReturned) return [{ act: 'returnFinalAnswer', by, input: { text: phrase(scene, 'returnFinal') }, when }];
  return [{ act: 'signFinalAnswer', by, input: {}, when }];
}

/** What people do while an issue is acted on. */
export function actMoves(scene: IssueScene): Move[] {
  return [plan, claim, work, assist, verify, crossroads, sign].flatMap((habit) => habit(scene));
}

/** Whoever asks residents about the outcome: never the handler; in a confidential need nobody but the coordinator. */
export function callerOf(scene: IssueScene): string {
  return scene.context.confidential ? coordinatorOf(scene, [scene.context.handler]) : collectorOf(scene);
}
