import { demoPersonId } from '../limin/demo-people.js';
import { unitId } from '../limin/limin.units.js';
import { seatOf } from './cast.js';
import { demoFile } from './files.js';
import { counted, isUndecidedByOwners } from './issue.sight.js';
import type { IssueSight } from './issue.sight.js';
import { coordinatorOf, judged } from './say.habits.js';
import { dice, has, isIn, phrase, within, words } from './scene.js';
import type { Move, Scene } from './scene.js';

type IssueScene = Scene<IssueSight>;

const HERE = 'open.course.deliberate';
const ADVISER_OF = 'limin-advisers';

/** An adviser, the same one for the whole issue. */
export function adviserOf(scene: Scene<unknown>): string {
  return scene.cast.one('adviser', ADVISER_OF, { random: dice(scene, 'adviser') });
}

function competence(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.competence`)) return [];
  const { matter } = scene.issue;
  const isNobodys = has(scene, 'nobody-decides') || matter.decides === 'nobody';
  const text = isNobodys ? '涉及个人权利和隐私，任何人都无权表决，改由专人保密服务。' : matter.ground;
  const share = has(scene, 'late-competence') ? 1.4 : 0.45;
  const input = { decides: isNobodys ? 'nobody' : matter.decides, text };
  return [{ act: 'stateCompetence', by: adviserOf(scene), input, when: within(scene, 'competence', share) }];
}

function party(scene: IssueScene): Move[] {
  if (isIn(scene, `${HERE}.refused.appealed`)) return judged(scene, true);
  if (isIn(scene, `${HERE}.refused.open`)) {
    const { reporter, appealed } = scene.context;
    if (!has(scene, 'party-refusal-upheld') || appealed.refusal || reporter === null) return [];
    const when = { ...within(scene, 'appealWindow', 0.4), rhythm: 'daytime' as const };
    return [{ act: 'appealRefusal', by: reporter, input: { text: phrase(scene, 'appealDecline') }, when }];
  }
  if (!isIn(scene, `${HERE}.party`) || has(scene, 'party-silent')) return [];
  const isRefused = has(scene, 'party-refuses');
  const input = { text: phrase(scene, isRefused ? 'partyRefuse' : 'partyGo') };
  return [
    { act: isRefused ? 'refuse' : 'letGoOn', by: demoPersonId('secretary'), input, when: within(scene, 'party', 0.5) },
  ];
}

const LEVELS_BY_TWIST = {
  'at-building': 'building',
  'at-grid': 'grid',
  'at-council': 'council',
  'at-assembly': 'assembly',
} as const;
const LEVELS_BY_SCOPE = {
  household: 'building',
  stairwell: 'building',
  building: 'building',
  grid: 'grid',
  community: 'council',
} as const;

function levelOf(scene: IssueScene): IssueSight['level'] {
  const wanted = (Object.keys(LEVELS_BY_TWIST) as (keyof typeof LEVELS_BY_TWIST)[]).find((twist) => has(scene, twist));
  if (wanted) return LEVELS_BY_TWIST[wanted];
  // a hard problem of one building is often a matter of the whole community
  const level = LEVELS_BY_SCOPE[scene.issue.matter.scope];
  return dice(scene, 'level').chance(0.4) ? 'council' : level;
}

function route(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.routing`) || has(scene, 'silent-routing')) return [];
  const by = coordinatorOf(scene);
  const when = within(scene, 'routing', 0.45);
  const isDuty = scene.context.competence?.decides === 'department';
  if (isDuty || scene.issue.fate.route === 'direct') {
    const reason = isDuty ? 'statutory_duty' : 'nothing_in_common';
    return [{ act: 'takeDirectLine', by, input: { reason, text: phrase(scene, 'direct') }, when }];
  }
  return [{ act: 'chooseLevel', by, input: { level: levelOf(scene) }, when }];
}

function callBack(scene: IssueScene): Move[] {
  if (!isIn(scene, 'open.recall.open') || !has(scene, 'called-back')) return [];
  const by = scene.cast.one('deliberator', seatOf('deliberator'), { random: dice(scene, 'recaller') });
  return [{ act: 'callBack', by, input: { text: phrase(scene, 'callBack') }, when: within(scene, 'recall', 0.4) }];
}

function toAssembly(scene: IssueScene): Move[] {
  const { context } = scene;
  const here = isIn(scene, `${HERE}.requesting`) || isIn(scene, `${HERE}.scheduled`);
  if (!here || !has(scene, 'sent-to-assembly') || context.level === 'assembly') return [];
  return [
    {
      act: 'sendToAssembly',
      by: coordinatorOf(scene),
      input: { text: phrase(scene, 'toAssembly') },
      when: { minutes: 600 },
    },
  ];
}

/** What an owners' ballot needs to be called. */
function callOwners(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.convening`)) return [];
  const by = coordinatorOf(scene);
  const { matter, stairwell, building } = scene.issue;
  if (scene.context.measures.length === 0) {
    return [
      {
        act: 'draftFinalAnswer',
        by,
        input: { text: phrase(scene, 'finalAnswer'), files: [demoFile('survey')] },
        when: { minutes: 600 },
      },
    ];
  }
  const unit = unitId(matter.scope === 'stairwell' ? stairwell : building);
  const rule = ['lift-wanted', 'parking-chaos'].includes(matter.key) ? 'owners-special' : 'owners-ordinary';
  return [
    {
      act: 'callOwners',
      by,
      input: { unit, rule },
      when: { minutes: 900 },
    },
  ];
}

function verdict(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.provisional`)) return [];
  const isRefused = has(scene, 'verdict-refused') && counted(scene.context, 'agendas') < 2;
  const when = within(scene, 'provisional', 0.3);
  const by = demoPersonId('adviser');
  if (isRefused) return [{ act: 'rejectVerdict', by, input: { text: phrase(scene, 'rejectVerdict') }, when }];
  return [{ act: 'confirmVerdict', by, input: { citation: phrase(scene, 'confirmVerdict') }, when }];
}

function announce(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.decided`)) return [];
  const { notice } = scene.issue.matter;
  const input = {
    text: phrase(scene, 'announce'),
    spendsCommonMoney: notice === 'spends',
    restrictsUse: notice === 'restricts',
    affectsRights: notice === 'rights',
  };
  const share = has(scene, 'late-announcement') ? 1.5 : 0.5;
  return [{ act: 'announceDecision', by: coordinatorOf(scene), input, when: within(scene, 'announcement', share) }];
}

function explainRejection(scene: IssueScene): Move[] {
  if (!isIn(scene, `${HERE}.rejected.unexplained`)) return [];
  const input = { text: phrase(scene, 'explainRejection') };
  return [{ act: 'explainRejection', by: coordinatorOf(scene), input, when: within(scene, 'explanation', 0.5) }];
}

function appealRejection(scene: IssueScene): Move[] {
  const { context } = scene;
  const may =
    isIn(scene, `${HERE}.rejected.explained`) && has(scene, 'appeals-rejection') && !context.appealed.rejection;
  if (!may || context.reporter === null || context.level === 'assembly') return [];
  const when = { ...within(scene, 'appealWindow', 0.5), rhythm: 'daytime' as const };
  return [{ act: 'appealRejection', by: context.reporter, input: { text: phrase(scene, 'appealRejection') }, when }];
}

/** What people do while an issue is deliberated. */
export function deliberateMoves(scene: IssueScene): Move[] {
  return [
    competence,
    party,
    route,
    callBack,
    toAssembly,
    callOwners,
    verdict,
    announce,
    explainRejection,
    appealRejection,
  ].flatMap((habit) => habit(scene));
}

/** A measure of the matter, in words. */
export function measureText(scene: Scene<unknown>, visit = ''): string {
  return words(scene, 'measures', visit);
}

/** What an issue is carried out with: the measure, or what is urgent while the owners have not decided. */
export function carriedOut(scene: IssueScene): string {
  return isUndecidedByOwners(scene.context) ? phrase(scene, 'urgentMeasure') : measureText(scene);
}

/** What came of it, in words. */
export function outcomeText(scene: Scene<unknown>, issue: IssueSight | undefined, visit: string): string {
  return isUndecidedByOwners(issue) ? phrase(scene, 'urgentOutcome', visit) : words(scene, 'done', visit);
}
