import { demoPersonId } from '../limin/demo-people.js';
import type { Cast } from './cast.js';
import { seatOf } from './cast.js';
import { PHRASES } from './phrases.js';
import type { PlannedIssue } from './plan.js';
import { nextMoment } from './office-hours.js';
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
  declared: string[];
  motion: { mover: string; seconder: string | null; amendments: number } | null;
  motions: number;
  prolongations: number;
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
  guests: string[];
  chair: string | null;
  reschedules: number;
  recalls: number;
  minutesReturns: number;
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

/** Whether something happens at this meeting: rare things that chairs, members and guests do. */
function happens(scene: MeetingScene, what: string, probability: number): boolean {
  return dice(scene, what).chance(probability);
}

/** Too few come to a sitting of a body once in a while, the first time. */
function isThin(scene: MeetingScene): boolean {
  return isBody(scene) && scene.context.recalls === 0 && happens(scene, 'thin', 0.12);
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

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const soon = (minutes: number): Move['when'] => ({ minutes, exact: true });

function checkIn(scene: MeetingScene): Move[] {
  const { present } = scene.context;
  if (present.length === 0) {
    return [{ act: 'recordArrivals', by: recorderOf(scene), input: { persons: attendance(scene) }, when: soon(3) }];
  }
  if (isThin(scene)) {
    return [
      { act: 'adjourn', by: chairOf(scene), input: { reason: '到会人数不足法定人数，改期再开。' }, when: soon(12) },
    ];
  }
  return [{ act: 'openSitting', by: chairOf(scene), input: {}, when: soon(2) }];
}

/** Somebody of a company answers on the spot; somebody comes late; somebody has to leave early. */
function comings(scene: MeetingScene): Move | null {
  const { present, guests, current, items } = scene.context;
  const expected = attendance(scene).length;
  const absent = membersOf(scene).filter((person) => !present.includes(person));
  if (current === null && guests.length === 0 && isBody(scene) && items.length > 0) {
    const lead = scene.planOf(items[0]?.issue ?? '')?.matter.departments[0] ?? 'property';
    const [guest] = scene.cast.holders('department', unitId(lead));
    if (guest !== undefined) return { act: 'admitGuest', by: chairOf(scene), input: { person: guest }, when: soon(1) };
  }
  const late = absent[0];
  if (current === null && present.length === expected && late !== undefined && happens(scene, 'late', 0.4)) {
    return { act: isBody(scene) ? 'arrive' : 'arriveAsNeighbour', by: late, input: {}, when: soon(1) };
  }
  const leaver = present.find((person) => person !== scene.context.chair);
  if (current !== null && present.length > expected && leaver !== undefined) {
    return { act: 'leave', by: leaver, input: {}, when: soon(1) };
  }
  return null;
}

function between(scene: MeetingScene): Move[] {
  const coming = comings(scene);
  if (coming) return [coming];
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
    .shuffled(scene.context.present.filter((person) => ![...item.recused, ...item.declared].includes(person)))
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

/** Interests that come out at the table: declared by oneself, or decided by the chair. */
function interests(scene: MeetingScene, item: ItemSight, people: readonly string[]): Move | null {
  const twists = scene.planOf(item.issue)?.fate.twists ?? [];
  const person = people[0];
  if (person === undefined || item.declared.length > 0 || people.length < 10) return null;
  if (twists.includes('interest')) return { act: 'declareInterest', by: person, input: {}, when: soon(1) };
  if (!twists.includes('contested-interest')) return null;
  const reason = '其亲属在施工单位任职，回避本议题。';
  return { act: 'recuse', by: chairOf(scene), input: { person, reason }, when: soon(1) };
}

/** What is said before a motion is made. */
function speeches(scene: MeetingScene, item: ItemSight, people: readonly string[]): Move | null {
  const [guest] = scene.context.guests;
  const random = dice(scene, `speech:${item.issue}`);
  if (guest !== undefined && item.turns[guest] === undefined && random.chance(0.6)) {
    const note = random.pick(PHRASES.guest);
    return { act: 'speak', by: guest, input: { side: 'neutral', note }, when: soon(1) };
  }
  const spoken = people.filter((person) => item.turns[person] !== undefined).length;
  const speaker = people.find((person) => item.turns[person] === undefined);
  if (spoken === 0 && speaker !== undefined) {
    const note = random.pick(PHRASES.debate);
    return { act: 'speak', by: speaker, input: { side: 'neutral', note }, when: soon(1) };
  }
  if (item.prolongations === 0 && random.chance(0.08)) {
    return { act: 'prolongDebate', by: chairOf(scene), input: {}, when: soon(5) };
  }
  return null;
}

function openDebate(scene: MeetingScene, item: ItemSight, people: readonly string[]): Move[] {
  const first = withoutVote(scene, item) ?? interests(scene, item, people) ?? speeches(scene, item, people);
  if (first) return [first];
  const [mover] = people;
  if (mover === undefined) return [];
  const [existing] = item.measures;
  const input = existing === undefined ? { measure: '按会上商定的办法办理，费用和时间由社区公布。' } : { existing };
  return [{ act: 'propose', by: mover, input, when: soon(2) }];
}

function seconded(scene: MeetingScene, item: ItemSight, people: readonly string[]): Move[] {
  const { chair } = scene.context;
  const random = dice(scene, `motion:${item.issue}`);
  const { motion } = item;
  if (motion !== null && motion.amendments === 0 && random.chance(0.12)) {
    const input = { measure: '按原办法办理，并增加一条：施工前三天在单元门口告示。' };
    return [{ act: 'amendMotion', by: motion.mover, input, when: soon(2) }];
  }
  if (motion !== null && item.motions === 1 && random.chance(0.05)) {
    return [{ act: 'withdrawMotion', by: motion.mover, input: {}, when: soon(2) }];
  }
  const isPartial = chair !== null && [...item.recused, ...item.declared].includes(chair);
  if (isPartial && people[0] !== undefined) {
    return [{ act: 'handOverChair', by: chair, input: { person: people[0] }, when: soon(1) }];
  }
  return [{ act: 'putToVote', by: chairOf(scene), input: {}, when: soon(2) }];
}

function debate(scene: MeetingScene): Move[] {
  const item = floorOf(scene);
  if (!item) return [];
  const people = voters(scene, item);
  if (isIn(scene, 'session.sitting.item.debating.open')) return openDebate(scene, item, people);
  if (isIn(scene, 'session.sitting.item.debating.seconded')) return seconded(scene, item, people);
  const seconder = people.find((person) => person !== item.motion?.mover);
  return seconder === undefined ? [] : [{ act: 'second', by: seconder, input: {}, when: soon(1) }];
}

function minutesText(scene: MeetingScene): string {
  const { members, present, items } = scene.context;
  return PHRASES.minutes[0]
    .replace('{n}', String(members))
    .replace('{k}', String(present.length))
    .replace('{i}', String(items.length));
}

/** Before the hour: what waited longest comes first, a date is moved, an empty agenda is called off. */
function convened(scene: MeetingScene): Move[] {
  const { items, startsAt, reschedules } = scene.context;
  const by = demoPersonId('coordinator');
  const start = Date.parse(startsAt);
  const waiting = items.filter((item) => item.status === 'waiting').map((item) => item.issue);
  if (waiting.length === 0) {
    const reason = '本次没有待议事项，会议取消。';
    return [{ act: 'callOff', by, input: { reason }, when: { at: start - 2 * HOUR, rhythm: 'daytime' } }];
  }
  if (reschedules === 0 && happens(scene, 'moved', 0.06)) {
    const input = { startsAt: new Date(start + 7 * DAY).toISOString(), reason: '会议室临时停电，顺延一周。' };
    return [{ act: 'reschedule', by, input, when: { at: start - 4 * DAY } }];
  }
  const issues = [...waiting].sort((a, b) => (scene.planOf(a)?.at ?? 0) - (scene.planOf(b)?.at ?? 0));
  const isOrdered = issues.every((issue, index) => issue === waiting[index]);
  return isOrdered ? [] : [{ act: 'orderAgenda', by, input: { issues }, when: { at: start - 26 * HOUR } }];
}

function minutes(scene: MeetingScene): Move[] {
  const { chair, present, minutesReturns } = scene.context;
  if (isIn(scene, 'minutes.drafting')) {
    const input = { text: minutesText(scene) };
    return [{ act: 'draftMinutes', by: recorderOf(scene), input, when: { clock: 'drafting', share: 0.3 } }];
  }
  const witness = present.find((person) => person !== recorderOf(scene) && person !== chair);
  if (isIn(scene, 'minutes.review.byWitness') && witness !== undefined) {
    return [{ act: 'witnessMinutes', by: witness, input: {}, when: { clock: 'witnessing', share: 0.3 } }];
  }
  // a chair who is ill lets a member sign
  if (happens(scene, 'silent-chair', 0.05)) return [];
  const when = { clock: 'signing', share: 0.3 };
  if (minutesReturns === 0 && happens(scene, 'corrected', 0.08)) {
    return [{ act: 'returnMinutes', by: chairOf(scene), input: { reason: '第二项的赞成票数写错了，请更正。' }, when }];
  }
  return [{ act: 'signMinutes', by: chairOf(scene), input: {}, when }];
}

/** What people do at a meeting. */
export function meetingMoves(scene: MeetingScene): Move[] {
  if (isIn(scene, 'convened')) return convened(scene);
  if (isIn(scene, 'session.checkIn')) return checkIn(scene);
  if (isIn(scene, 'session.sitting.between')) return between(scene);
  if (isIn(scene, 'session.sitting.item.debating')) return debate(scene);
  if (isIn(scene, 'minutes')) return minutes(scene);
  if (!isIn(scene, 'adjourned')) return [];
  const startsAt = new Date(nextMoment(scene.changedAt + 9 * DAY, 'office', true)).toISOString();
  return [
    { act: 'recall', by: demoPersonId('coordinator'), input: { startsAt }, when: { clock: 'recall', share: 0.3 } },
  ];
}
