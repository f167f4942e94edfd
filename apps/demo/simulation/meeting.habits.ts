import { demoPersonId } from '../limin/demo-people.js';
import type { Cast } from './cast.js';
import { seatOf } from './cast.js';
import { demoFile } from './files.js';
import { PHRASES } from './phrases.js';
import type { PlannedIssue } from './plan.js';
import { dice, isIn } from './scene.js';
import type { Move, SeenCase } from './scene.js';
import { unitId } from '../limin/limin.units.js';
import type { IssueSight } from './issue.sight.js';

/** What agents read of an item on an agenda. */
export interface ItemSight {
  issue: string;
  status: string;
  decides: string;
  measures: string[];
  recused: string[];
  motion: { mover: string; seconder: string | null } | null;
  turns: Readonly<Record<string, number>>;
}

/** What agents read of a meeting's context. */
export interface MeetingSight {
  unit: string;
  level: 'building' | 'grid' | 'council' | 'assembly';
  startsAt: string;
  members: number;
  items: ItemSight[];
  current: string | null;
  present: string[];
  chair: string | null;
}

/** A meeting as its members see it. */
export interface MeetingScene extends SeenCase<MeetingSight> {
  cast: Cast;
  /** The plan of an issue on the agenda, if it is one of the simulated. */
  planOf: (issue: string) => PlannedIssue | undefined;
  issueOf: (issue: string) => IssueSight | undefined;
}

/** Members of a sitting: those of the body, or neighbours of the place. */
function membersOf(scene: MeetingScene): readonly string[] {
  const { cast, context } = scene;
  if (context.level === 'council') return cast.holders('deliberator', unitId(seatOf('deliberator')));
  if (context.level === 'assembly') return cast.holders('representative', unitId(seatOf('representative')));
  const codes = cast.world.units.filter(
    (unit) => unit.id === context.unit || (unit.parent === context.unit && unit.kind === 'building'),
  );
  return codes.flatMap((unit) => cast.neighbours(unit.code));
}

/** Who comes: three quarters and more of a body, a few neighbours of a building or grid. */
function attendance(scene: MeetingScene): string[] {
  const { level, members } = scene.context;
  const random = dice(scene, 'attendance');
  const all = random.shuffled(membersOf(scene));
  const share =
    level === 'council' || level === 'assembly' ? Math.ceil(members * (0.75 + 0.2 * random.next())) : random.int(8, 16);
  const chair = demoPersonId('chair');
  const come = all.slice(0, Math.min(share, members));
  return level === 'council' && !come.includes(chair) ? [chair, ...come.slice(1)] : come;
}

function chairOf(scene: MeetingScene): string {
  return scene.context.chair ?? (isBody(scene) ? demoPersonId('chair') : demoPersonId('coordinator'));
}

function isBody(scene: MeetingScene): boolean {
  return scene.context.level === 'council' || scene.context.level === 'assembly';
}

/** Whoever writes: never the chair. */
function recorderOf(scene: MeetingScene): string {
  return isBody(scene) ? demoPersonId('coordinator') : demoPersonId('secretary');
}

const soon = (minutes: number): Move['when'] => ({ minutes, exact: true });

function checkIn(scene: MeetingScene): Move[] {
  const { present } = scene.context;
  if (present.length === 0) {
    return [{ act: 'recordArrivals', by: recorderOf(scene), input: { persons: attendance(scene) }, when: soon(3) }];
  }
  return [{ act: 'openSitting', by: chairOf(scene), input: {}, when: soon(2) }];
}

function between(scene: MeetingScene): Move[] {
  const next = scene.context.items.find((item) => item.status === 'waiting');
  const by = chairOf(scene);
  if (!next) return [{ act: 'closeSitting', by, input: {}, when: soon(2) }];
  return [{ act: 'presentItem', by, input: { issue: next.issue }, when: soon(1) }];
}

function floorOf(scene: MeetingScene): ItemSight | undefined {
  return scene.context.items.find((item) => item.issue === scene.context.current);
}

/** Members present who take part in the item, the chair last. */
function voters(scene: MeetingScene, item: ItemSight): string[] {
  return dice(scene, `voters:${item.issue}`)
    .shuffled(scene.context.present.filter((person) => !item.recused.includes(person)))
    .sort((a, b) => Number(a === scene.context.chair) - Number(b === scene.context.chair));
}

/** What becomes of the item without a vote, by the fate of its issue. */
function withoutVote(scene: MeetingScene, item: ItemSight): Move | null {
  const by = chairOf(scene);
  const twists = scene.planOf(item.issue)?.fate.twists ?? [];
  const issue = scene.issueOf(item.issue);
  if (item.decides !== 'residents') {
    const reason = scene.planOf(item.issue)?.matter.ground ?? '不属本会决定的事项。';
    return { act: 'declareOutside', by, input: { decides: item.decides, reason }, when: soon(5) };
  }
  if (twists.includes('postponed') && (issue?.counts['postponements'] ?? 0) === 0) {
    return { act: 'carryOver', by, input: { reason: PHRASES.motionReason[0] }, when: soon(4) };
  }
  if (twists.includes('unsettled') && scene.context.level !== 'assembly') {
    return { act: 'markUnsettled', by, input: { reason: PHRASES.unsettledReason[0] }, when: soon(8) };
  }
  return null;
}

function debate(scene: MeetingScene): Move[] {
  const item = floorOf(scene);
  if (!item) return [];
  const people = voters(scene, item);
  if (isIn(scene, 'session.sitting.item.debating.open')) {
    const ended = withoutVote(scene, item);
    if (ended) return [ended];
    const speaker = people.find((person) => item.turns[person] === undefined);
    if (Object.keys(item.turns).length === 0 && speaker !== undefined) {
      const note = dice(scene, `speech:${item.issue}`).pick(PHRASES.debate);
      return [{ act: 'speak', by: speaker, input: { side: 'neutral', note }, when: soon(1) }];
    }
    const [existing] = item.measures;
    const input = existing === undefined ? { measure: '按会上商定的办法办理，费用和时间由社区公布。' } : { existing };
    return people[0] === undefined ? [] : [{ act: 'propose', by: people[0], input, when: soon(2) }];
  }
  if (isIn(scene, 'session.sitting.item.debating.moved')) {
    const seconder = people.find((person) => person !== item.motion?.mover);
    return seconder === undefined ? [] : [{ act: 'second', by: seconder, input: {}, when: soon(1) }];
  }
  return [{ act: 'putToVote', by: chairOf(scene), input: {}, when: soon(2) }];
}

function minutesText(scene: MeetingScene): string {
  const { members, present, items } = scene.context;
  return PHRASES.minutes[0]
    .replace('{n}', String(members))
    .replace('{k}', String(present.length))
    .replace('{i}', String(items.length));
}

/** What people do at a meeting. */
export function meetingMoves(scene: MeetingScene): Move[] {
  if (isIn(scene, 'session.checkIn')) return checkIn(scene);
  if (isIn(scene, 'session.sitting.between')) return between(scene);
  if (isIn(scene, 'session.sitting.item.debating')) return debate(scene);
  if (isIn(scene, 'minutes.drafting')) {
    return [
      {
        act: 'draftMinutes',
        by: recorderOf(scene),
        input: { text: minutesText(scene) },
        when: { clock: 'drafting', share: 0.3 },
      },
    ];
  }
  if (isIn(scene, 'minutes.review')) {
    return [{ act: 'signMinutes', by: chairOf(scene), input: {}, when: { clock: 'signing', share: 0.3 } }];
  }
  const isEmpty = isIn(scene, 'convened') && scene.context.items.length === 0;
  if (!isEmpty) return [];
  const at = Date.parse(scene.context.startsAt) - 2 * 3_600_000;
  return [
    {
      act: 'callOff',
      by: demoPersonId('coordinator'),
      input: { reason: '本次没有待议事项，会议取消。' },
      when: { at, rhythm: 'daytime' },
    },
  ];
}

/** What agents read of a ballot's context. */
export interface BallotSight {
  issue: string;
  rule: string;
  present: number;
  teller: string | null;
}

/** A ballot as its tellers see it. */
export interface BallotScene extends SeenCase<BallotSight> {
  cast: Cast;
  plan: PlannedIssue | undefined;
  issueOf: (issue: string) => IssueSight | undefined;
}

function votes(scene: BallotScene): { yes: number; no: number; abstain: number; invalid: number } {
  const { present } = scene.context;
  const random = dice(scene, 'votes');
  const isRejected =
    scene.plan?.fate.twists.includes('rejected') === true &&
    scene.issueOf(scene.context.issue)?.appealed.rejection !== true;
  const share = isRejected ? 0.2 + 0.2 * random.next() : 0.72 + 0.25 * random.next();
  const yes = isRejected ? Math.floor(present * share) : Math.ceil(present * share);
  const abstain = Math.min(present - yes, random.int(0, 2));
  return { yes, no: present - yes - abstain, abstain, invalid: 0 };
}

/** What people do to a ballot by hands. Owners vote by area on papers; nobody counts that in a room. */
export function ballotMoves(scene: BallotScene): Move[] {
  if (scene.context.rule.startsWith('owners')) return [];
  const teller = scene.cast.one('supervisor', seatOf('supervisor'), { random: dice(scene, 'teller') });
  if (isIn(scene, 'open')) {
    return [
      {
        act: 'recordCount',
        by: teller,
        input: { method: 'hands', ...votes(scene), sheet: demoFile('sheet') },
        when: soon(2),
      },
    ];
  }
  if (!isIn(scene, 'counted')) return [];
  const by = scene.cast.one('representative', seatOf('representative'), {
    random: dice(scene, 'confirmer'),
    not: [scene.context.teller],
  });
  return [{ act: 'confirmCount', by, input: {}, when: soon(1) }];
}
