import type { JsonObject } from '#libs/engine';

import { fill } from '../limin/catalogue/matter.js';
import { randomOf } from '../random.js';
import type { Random } from '../random.js';
import type { Cast } from './cast.js';
import type { Twist } from './fates.js';
import { nextMoment } from './office-hours.js';
import type { Rhythm } from './office-hours.js';
import { PHRASES } from './phrases.js';
import type { PhraseKey } from './phrases.js';
import type { PlannedIssue } from './plan.js';

/** A clock as an agent sees it, in epoch milliseconds; `dueAt` is null while it stands still. */
export interface SeenClock {
  name: string;
  armedAt: number;
  dueAt: number | null;
}

/** A case as an agent sees it. `Context` is what the agent reads of it. */
export interface SeenCase<Context> {
  id: string;
  workflow: string;
  version: number;
  /** Active states as dotted paths: `open.course.say.sorting.deciding`. */
  states: readonly string[];
  context: Context;
  clocks: readonly SeenClock[];
  changedAt: number;
}

/** When somebody acts: at a share of a running clock, or some minutes after the last change. */
export type When =
  | { clock: string; share: number; rhythm?: Rhythm }
  | { minutes: number; rhythm?: Rhythm; exact?: boolean }
  | { at: number; rhythm?: Rhythm };

/** What somebody is going to do to a case. */
export interface Move {
  act: string;
  input: JsonObject;
  by: string;
  /** Person for whom it is done. */
  behalf?: string;
  when: When;
}

/** Everything an agent decides from. All choices are functions of the seed, the case and the visit, never of the run. */
export interface Scene<Context> extends SeenCase<Context> {
  issue: PlannedIssue;
  cast: Cast;
  /** What another case knows, if it is under way. */
  peek: (caseId: string) => JsonObject | undefined;
}

const DAY = 86_400_000;

/** Whether a state is active, given as the beginning of its path. */
export function isIn(scene: Pick<SeenCase<unknown>, 'states'>, path: string): boolean {
  return scene.states.some((state) => state === path || state.startsWith(`${path}.`));
}

/** Whether a twist belongs to the fate of the issue. */
export function has(scene: Pick<Scene<unknown>, 'issue'>, ...twists: Twist[]): boolean {
  return twists.some((twist) => scene.issue.fate.twists.includes(twist));
}

/** Choices for one purpose in this case, the same in every run. */
export function dice(scene: Pick<SeenCase<unknown>, 'id'>, purpose: string): Random {
  return randomOf(`${scene.id}:${purpose}`);
}

/** Words for a step that the matter itself has none for. */
export function phrase(scene: Scene<unknown>, key: PhraseKey, visit = ''): string {
  const { issue } = scene;
  const random = dice(scene, `phrase:${key}:${visit}`);
  return random
    .pick(PHRASES[key])
    .replaceAll('{t}', issue.title)
    .replaceAll('{m}', fill(issue.matter.measures[0] ?? '', issue.place, random));
}

/** Words of the matter itself. */
export function words(
  scene: Scene<unknown>,
  key: 'measures' | 'progress' | 'done' | 'happy' | 'unhappy' | 'objections',
  visit = '',
): string {
  const { matter, place } = scene.issue;
  const random = dice(scene, `words:${key}:${visit}`);
  const list = matter[key] ?? [];
  return fill(list.length > 0 ? random.pick(list) : '', place, random);
}

/** A share of a clock, spread a little so that not everybody acts at the same moment of theirs. */
export function within(scene: Pick<SeenCase<unknown>, 'id'>, clock: string, share: number): When {
  return { clock, share: share * (0.6 + 0.8 * dice(scene, `share:${clock}:${String(share)}`).next()) };
}

/** A promise made at a move that goes by a clock: some days after that moment, as an instant with milliseconds. */
export function promisedBy(scene: SeenCase<unknown>, made: { clock: string; share: number }, days: number): string {
  const at = Math.max(momentOf(scene, within(scene, made.clock, made.share)), scene.changedAt);
  return new Date(nextMoment(at + days * DAY, 'office')).toISOString();
}

/** The moment of a move in epoch milliseconds. A clock that has fired its last rung is gone: then it is a matter of hours. */
export function momentOf(scene: SeenCase<unknown>, when: When): number {
  if ('at' in when) return nextMoment(Math.max(when.at, scene.changedAt), when.rhythm ?? 'daytime');
  if ('minutes' in when) {
    const at = scene.changedAt + when.minutes * 60_000;
    return when.exact === true ? at : nextMoment(at, when.rhythm ?? 'office');
  }
  const clock = scene.clocks.find((one) => one.name === when.clock);
  if (!clock) return nextMoment(scene.changedAt + 4 * 3_600_000, when.rhythm ?? 'office');
  const length = (clock.dueAt ?? clock.armedAt + 3 * DAY) - clock.armedAt;
  const at = clock.armedAt + Math.max(60_000, length * when.share);
  // an emergency has two hours, a sitting three: there every minute counts
  return nextMoment(at, when.rhythm ?? 'office', length < 6 * 3_600_000);
}

/** Whether a move comes before its clock is due. */
export function isInTime(scene: SeenCase<unknown>, when: When): boolean {
  const dueAt = 'clock' in when ? scene.clocks.find((one) => one.name === when.clock)?.dueAt : null;
  return dueAt == null || momentOf(scene, when) < dueAt;
}

/** Active states of a stored state value as dotted paths. */
export function pathsOf(value: unknown, prefix = ''): string[] {
  if (typeof value === 'string') return [prefix === '' ? value : `${prefix}.${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, prefix === '' ? key : `${prefix}.${key}`));
}
