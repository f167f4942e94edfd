import { idFromName } from '#libs/registry';

import { fill } from '../limin/catalogue/matter.js';
import type { Matter, Place } from '../limin/catalogue/matter.js';
import { MATTERS } from '../limin/catalogue/index.js';
import { BUILDINGS } from '../limin/limin.units.js';
import { randomOf } from '../random.js';
import type { Random } from '../random.js';
import type { Cast } from './cast.js';
import { ordinaryFate, SCRIPTED } from './fates.js';
import type { Fate } from './fates.js';
import { localClock, nextMoment } from './office-hours.js';

/** An issue that somebody will bring up, and what will become of it. The same for the same seed, span and count. */
export interface PlannedIssue {
  number: number;
  /** Id of its case: the same in every run, so that a killed run finds what it has already started. */
  caseId: string;
  /** When it is said, epoch milliseconds. */
  at: number;
  matter: Matter;
  fate: Fate;
  building: string;
  stairwell: string;
  grid: string;
  place: Place;
  title: string;
  description: string;
  channel: string;
  reporter: string;
  /** Found on a patrol: nobody reported it, supervisors judge the outcome. */
  isFound: boolean;
  needsVoice: boolean;
  /** For a merge: the issue that goes on. */
  into: string | null;
}

export interface PlanOptions {
  seed: string;
  /** Epoch milliseconds. */
  from: number;
  until: number;
  count: number;
  cast: Cast;
}

/** Whether a matter can have this fate at all. */
export function suits(matter: Matter, { route, twists, way }: Fate): boolean {
  if (route === 'individual') return matter.individual === true && matter.danger !== true;
  if (route === 'danger') return matter.danger === true;
  if (matter.danger === true) return false;
  if (route === 'forward' || route === 'decline') {
    return twists.includes('proceedings') ? matter.key === 'in-court' : matter.key !== 'in-court';
  }
  if (matter.individual === true || matter.key.startsWith('not-ours') || matter.key === 'in-court') return false;
  if (route === 'direct') return matter.decides === 'department';
  const wantsNotice = twists.some((twist) => twist.startsWith('objection') || twist.startsWith('notice'));
  if (wantsNotice && matter.notice === undefined) return false;
  // a department's duty is neither voted on here nor claimed by neighbours; owners decide by a ballot of their own
  if (twists.some((twist) => twist.startsWith('at-')) || way !== undefined) return matter.decides === 'residents';
  return true;
}

function inSeason(matter: Matter, at: number): boolean {
  return matter.months?.includes(localClock(at).month) ?? true;
}

function chooseMatter(fate: Fate, at: number, random: Random): Matter {
  const suiting = MATTERS.filter((matter) => suits(matter, fate));
  const seasonal = suiting.filter((matter) => inSeason(matter, at));
  const pool = seasonal.length > 0 ? seasonal : suiting;
  const key = random.weighted(Object.fromEntries(pool.map((matter) => [matter.key, matter.weight])));
  const matter = pool.find((one) => one.key === key);
  if (!matter) throw new Error(`no matter suits ${fate.route} ${fate.twists.join(' ')}`);
  return matter;
}

/** How a report begins, by the way it came in. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  page: ['', '', '您好，', '麻烦社区看一下：', '反映个事，'],
  counter: ['居民到窗口反映：', '来访登记：', '老人由邻居陪着来说：'],
  patrol: ['巡查发现：', '网格员巡楼时看到，', '晚间巡查记录：', '楼栋长巡查上报：'],
  visit: ['入户走访时说：', '上门走访记录：', '走访中了解到，', '五访记录：'],
  chat: ['楼下聊天时说起，', '遛弯时邻居提到，', '串门时听说，'],
  parlour: ['网格会客厅里大家说，', '会客厅登记：', '会客厅座谈时提出，'],
  group: ['群里邻居说：', '网格群消息：', '群里有人发了照片，说'],
  hotline: ['来电反映：', '12345来电：', '热线工单：来电人称'],
  paper: ['意见箱来信：', '纸条上写着：', '手写反映：'],
  device: ['用水用电提醒：', '监测提示后核实：'],
};

interface Said {
  matter: Matter;
  place: Place;
  channel: string;
}

function wordsOf({ matter, place, channel }: Said, random: Random): { title: string; description: string } {
  const which = random.int(0, matter.titles.length - 1);
  const title = fill(matter.titles[which] ?? '', place, random);
  // the first title goes with the first fact and so on, in turn
  const facts = matter.facts.filter((_, index) => index % matter.titles.length === which);
  const fact = random.pick(facts.length > 0 ? facts : matter.facts);
  const parts = [fact, random.pick(matter.effects), random.pick(matter.wishes)];
  if (random.chance(0.25)) parts.splice(1, 1);
  const opener = random.pick(OPENERS[channel] ?? ['']);
  return { title, description: opener + parts.map((part) => fill(part, place, random)).join('') };
}

/** Fates of the year: first one for everything that can happen, spread over the year, the rest as it usually is. */
function fatesOf(count: number, seed: string): Fate[] {
  const random = randomOf(`${seed}:fates`);
  const scripted = SCRIPTED.slice(0, count);
  const ordinary = Array.from({ length: count - scripted.length }, () => ordinaryFate(random));
  // what takes long must begin early enough to be seen to its end
  const early = random.shuffled([...scripted, ...ordinary.slice(0, Math.floor(ordinary.length * 0.55))]);
  return [...early, ...ordinary.slice(Math.floor(ordinary.length * 0.55))];
}

function channelOf(matter: Matter, fate: Fate, random: Random): string {
  if (fate.twists.includes('pasted')) return 'group';
  if (fate.twists.includes('on-behalf')) return random.pick(['visit', 'counter', 'paper']);
  const { device: _device, ...sources } = matter.sources;
  return random.weighted<string>(sources);
}

function planOne(number: number, fate: Fate, options: PlanOptions): PlannedIssue {
  const { seed, from, until, count, cast } = options;
  const random = randomOf(`${seed}:issue:${String(number)}`);
  const spacing = (until - from) / count;
  const at = nextMoment(from + spacing * (number + random.next() * 0.9), 'daytime');
  const building = random.pick(BUILDINGS);
  const stairwell = random.pick(building.stairwells);
  const matter = chooseMatter(fate, at, random);
  const place: Place = {
    building: `${String(building.number)}号楼`,
    stairwell: `${stairwell.slice(stairwell.lastIndexOf('s') + 1)}单元`,
    floor: random.int(2, 5),
  };
  const people = cast.neighbours(building.code);
  const channel = channelOf(matter, fate, random);
  const voices = people.filter((person) => cast.age(person) >= 70 || cast.isVisitedOften(person));
  const others = people.filter((person) => !voices.includes(person));
  const wanted = fate.twists.includes('silent-voice') ? voices : fate.twists.includes('silent') ? others : people;
  const reporter = random.pick(wanted.length > 0 ? wanted : people);
  return {
    number,
    caseId: idFromName(`${seed}:issue:${String(number)}`),
    at,
    matter,
    fate,
    building: building.code,
    stairwell,
    grid: building.grid,
    place,
    channel,
    ...wordsOf({ matter, place, channel }, random),
    reporter,
    isFound: channel === 'patrol' && matter.individual !== true && fate.route === 'common' && random.chance(0.3),
    needsVoice: cast.age(reporter) >= 70 || cast.isVisitedOften(reporter),
    into: null,
  };
}

/** A merge needs an issue that is still under way: the same matter in the same building, said some days before by somebody else. */
function withMain(issue: PlannedIssue, earlier: readonly PlannedIssue[], seed: string): PlannedIssue {
  if (issue.fate.route !== 'merge') return issue;
  const random = randomOf(`${seed}:merge:${String(issue.number)}`);
  const main = earlier.findLast(
    (one) => one.fate.route === 'common' && one.matter.individual !== true && one.at < issue.at - 36e5,
  );
  if (!main) return { ...issue, fate: { ...issue.fate, route: 'common' } };
  const words = wordsOf({ ...main, channel: issue.channel }, random);
  const { matter, building, stairwell, grid, place } = main;
  return { ...issue, matter, building, stairwell, grid, place, ...words, into: main.caseId };
}

/** Nobody says the same thing in the same words: what was said before is said again differently. */
function inOwnWords(issue: PlannedIssue, said: Set<string>, seed: string): PlannedIssue {
  let own = issue;
  for (let attempt = 1; said.has(own.description) && attempt < 20; attempt += 1) {
    own = { ...issue, ...wordsOf(issue, randomOf(`${seed}:words:${String(issue.number)}:${String(attempt)}`)) };
  }
  said.add(own.description);
  return own;
}

/** The issues of a year in the order in which they are said. */
export function planYear(options: PlanOptions): PlannedIssue[] {
  const planned = fatesOf(options.count, options.seed)
    .map((fate, number) => planOne(number, fate, options))
    .sort((a, b) => a.at - b.at);
  const said = new Set<string>();
  return planned
    .map((issue, index) => withMain(issue, planned.slice(0, index), options.seed))
    .map((issue) => inOwnWords(issue, said, options.seed));
}
