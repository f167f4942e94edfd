import type { Random } from '../random.js';

/** The main way of an issue through the chart. */
export const ROUTES = ['common', 'direct', 'individual', 'danger', 'merge', 'forward', 'decline', 'withdraw', 'cancel'] as const;
export type Route = (typeof ROUTES)[number];

/** Things that happen on the way. Each happens once, where the chart first allows it. */
export const TWISTS = [
  // say
  'late-reply', 'late-triage', 'information-given', 'information-silent', 'information-skipped', 'declared-danger', 'supported',
  'leaves-merge', 'appeals-decline', 'decline-upheld', 'repeat', 'unfounded', 'proceedings', 'noted', 'pasted', 'on-behalf',
  // deliberate
  'late-competence', 'nobody-decides', 'major', 'party-refuses', 'party-refusal-upheld', 'party-silent', 'silent-routing', 'called-back',
  'at-building', 'at-grid', 'at-council', 'at-assembly', 'no-measure', 'overdue-talk', 'disputed', 'interest', 'contested-interest',
  'sent-to-assembly', 'rejected', 'appeals-rejection', 'postponed', 'unsettled', 'verdict-refused', 'late-announcement',
  'objection-dismissed', 'objection-upheld', 'notice-extended', 'notice-withdrawn', 'late-posting',
  // act
  'unclaimed', 'offer-closed', 'promise-moved', 'given-back', 'taken-back', 'late-work', 'own-impossible', 'verification-fails',
  'verification-fails-twice', 'silent-supervisor', 'silent-substitute', 'assisted', 'raised',
  'task-returned', 'task-arbitrated', 'arbitration-silent', 'task-silent', 'task-hold', 'task-hold-refused', 'task-extended',
  'task-extended-twice', 'task-extension-refused', 'task-late', 'task-very-late', 'task-redo', 'task-redo-often', 'task-impossible',
  'task-impossible-refused', 'task-withdrawn', 'ruled-impossible',
  'then-plans-again', 'then-deliberates-again', 'then-assembly', 'then-raises-tier', 'then-final', 'final-returned',
  // review
  'sorts-further', 'late-outcome', 'by-phone', 'at-the-door', 'on-paper', 'silent', 'silent-voice', 'unsolved', 'unsolved-twice',
  'supervised-final', 'supervised-assembly', 'measure-disputed',
] as const;
export type Twist = (typeof TWISTS)[number];

/** How the measure is carried out where the chart leaves the choice. */
export const WAYS = ['offer', 'own', 'dispatch', 'errand'] as const;
export type Way = (typeof WAYS)[number];

/** What will become of an issue. */
export interface Fate {
  route: Route;
  twists: readonly Twist[];
  /** Without it, the way the matter is usually done. */
  way?: Way;
}

const common = (...twists: Twist[]): Fate => ({ route: 'common', twists });
const by = (way: Way, ...twists: Twist[]): Fate => ({ route: 'common', twists, way });
const individual = (way: Way, ...twists: Twist[]): Fate => ({ route: 'individual', twists, way });

/** One issue for each thing that can happen, so that a year has seen every path of the chart. */
export const SCRIPTED: readonly Fate[] = [
  by('offer', 'at-building', 'supported'),
  by('own', 'at-grid', 'noted'),
  by('dispatch', 'at-council', 'supported', 'assisted'),
  by('dispatch', 'at-assembly'),
  common('information-given'),
  common('information-silent', 'late-triage'),
  common('information-skipped', 'late-reply'),
  common('pasted', 'at-grid'),
  common('on-behalf', 'by-phone'),
  { route: 'danger', twists: [] },
  { route: 'danger', twists: ['sorts-further'] },
  { route: 'danger', twists: ['task-redo'] },
  common('declared-danger'),
  { route: 'merge', twists: [] },
  { route: 'merge', twists: ['leaves-merge'] },
  { route: 'merge', twists: [] },
  { route: 'forward', twists: [] },
  { route: 'forward', twists: ['appeals-decline', 'decline-upheld'] },
  { route: 'forward', twists: ['appeals-decline'] },
  { route: 'decline', twists: ['repeat'] },
  { route: 'decline', twists: ['unfounded', 'appeals-decline', 'decline-upheld'] },
  { route: 'decline', twists: ['unfounded', 'appeals-decline'] },
  { route: 'decline', twists: ['proceedings'] },
  { route: 'withdraw', twists: [] },
  { route: 'withdraw', twists: ['at-council'] },
  { route: 'withdraw', twists: ['supported'] },
  { route: 'cancel', twists: [] },
  individual('offer', 'at-the-door'),
  individual('own', 'by-phone'),
  individual('errand'),
  individual('errand', 'silent-voice'),
  individual('offer', 'unclaimed', 'silent'),
  individual('dispatch', 'task-impossible', 'then-final'),
  common('nobody-decides'),
  common('major', 'at-council'),
  common('major', 'party-refuses'),
  common('major', 'party-refuses', 'party-refusal-upheld'),
  common('major', 'party-silent'),
  common('late-competence', 'silent-routing'),
  { route: 'direct', twists: [] },
  { route: 'direct', twists: ['called-back'] },
  { route: 'direct', twists: ['task-late'] },
  { route: 'direct', twists: ['silent-routing'] },
  by('offer', 'at-building', 'no-measure'),
  by('own', 'at-council', 'overdue-talk', 'interest'),
  by('dispatch', 'at-council', 'disputed'),
  by('dispatch', 'at-council', 'contested-interest'),
  common('at-grid', 'sent-to-assembly'),
  common('at-council', 'rejected'),
  common('at-grid', 'rejected', 'appeals-rejection'),
  common('at-council', 'postponed'),
  common('at-council', 'unsettled'),
  common('at-assembly', 'verdict-refused'),
  by('dispatch', 'at-council', 'objection-dismissed'),
  by('dispatch', 'at-council', 'objection-upheld'),
  by('own', 'at-grid', 'notice-extended', 'objection-dismissed'),
  by('own', 'at-council', 'notice-withdrawn'),
  common('late-posting', 'late-announcement'),
  by('offer', 'unclaimed', 'given-back'),
  by('offer', 'offer-closed'),
  by('own', 'promise-moved', 'late-work'),
  by('own', 'taken-back'),
  by('own', 'own-impossible', 'then-plans-again'),
  by('own', 'own-impossible', 'then-deliberates-again'),
  by('own', 'own-impossible', 'then-assembly'),
  by('own', 'own-impossible', 'then-raises-tier'),
  by('own', 'own-impossible', 'then-final', 'final-returned'),
  by('offer', 'verification-fails'),
  by('own', 'verification-fails-twice', 'then-plans-again'),
  by('offer', 'silent-supervisor'),
  by('own', 'silent-supervisor', 'silent-substitute'),
  by('dispatch', 'raised'),
  by('dispatch', 'task-returned'),
  by('dispatch', 'task-arbitrated'),
  by('dispatch', 'task-arbitrated', 'arbitration-silent'),
  by('dispatch', 'task-arbitrated', 'ruled-impossible', 'then-final'),
  by('dispatch', 'task-silent'),
  by('dispatch', 'task-hold'),
  by('dispatch', 'task-hold-refused'),
  by('dispatch', 'task-extended'),
  by('dispatch', 'task-extended-twice'),
  by('dispatch', 'task-extension-refused'),
  by('dispatch', 'task-late'),
  by('dispatch', 'task-very-late'),
  by('dispatch', 'task-redo'),
  by('dispatch', 'task-redo-often'),
  by('dispatch', 'task-impossible', 'then-final'),
  by('dispatch', 'task-impossible-refused'),
  by('dispatch', 'task-withdrawn', 'then-plans-again'),
  by('dispatch', 'silent-supervisor', 'silent-substitute'),
  common('late-outcome'),
  common('on-paper'),
  common('silent'),
  common('silent-voice'),
  by('own', 'unsolved'),
  by('dispatch', 'unsolved'),
  by('own', 'unsolved-twice'),
  by('dispatch', 'unsolved-twice', 'supervised-final'),
  by('own', 'unsolved-twice', 'supervised-assembly'),
  by('dispatch', 'measure-disputed', 'unsolved'),
];

const ORDINARY_ROUTES: Readonly<Record<Route, number>> = {
  common: 52, direct: 14, individual: 20, danger: 3, merge: 5, forward: 3, decline: 3, withdraw: 2, cancel: 0,
};

/** How often something happens to an ordinary issue, in percent. */
const ORDINARY_TWISTS: Readonly<Partial<Record<Twist, number>>> = {
  'late-reply': 4, 'late-triage': 5, 'information-given': 8, 'information-silent': 2, supported: 40, noted: 20, pasted: 5, 'on-behalf': 6,
  'late-competence': 3, 'called-back': 2, disputed: 3, interest: 5, rejected: 4, postponed: 5, unsettled: 3, 'late-announcement': 6,
  'objection-dismissed': 10, 'objection-upheld': 3, unclaimed: 6, 'promise-moved': 8, 'given-back': 3, 'late-work': 6,
  'verification-fails': 6, 'silent-supervisor': 5, assisted: 15, 'task-returned': 8, 'task-silent': 12, 'task-hold': 5,
  'task-extended': 8, 'task-late': 10, 'task-very-late': 2, 'task-redo': 6, 'task-impossible': 2, 'by-phone': 15, 'at-the-door': 8,
  'on-paper': 4, silent: 12, unsolved: 7, 'unsolved-twice': 1,
};

/** A fate as it usually is: most goes well, some of it late, a little of it wrong. */
export function ordinaryFate(random: Random): Fate {
  const twists = (Object.keys(ORDINARY_TWISTS) as Twist[]).filter((twist) => random.chance((ORDINARY_TWISTS[twist] ?? 0) / 100));
  const route = random.weighted(ORDINARY_ROUTES);
  const decline = route === 'decline' ? [random.pick(['repeat', 'unfounded', 'proceedings'] as const)] : [];
  return { route, twists: [...twists, ...decline] };
}
