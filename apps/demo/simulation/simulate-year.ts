import type { Answer, Cases } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Instant, JsonObject } from '#libs/engine';

import { demoPersonId } from '../limin/demo-people.js';
import { nextMove } from './agents.js';
import type { Around } from './agents.js';
import { castOf } from './cast.js';
import { meetingCalendar, talkFor } from './convening.js';
import type { PlannedMeeting } from './convening.js';
import type { IssueSight } from './issue.sight.js';
import { toInstant, toMs } from './office-hours.js';
import { PHRASES } from './phrases.js';
import { planYear } from './plan.js';
import type { PlannedIssue } from './plan.js';
import { TimeQueue } from './queue.js';
import { isIn } from './scene.js';
import type { Move } from './scene.js';
import { issueStart, meetingStart } from './starting.js';
import { WorldReader } from './world.sql.js';
import type { LoadedCase } from './world.sql.js';

/** The clock of a simulated world; the simulation sets it, the world's cases read it. */
export class VirtualClock {
  #now: Instant;

  constructor(now: Instant) {
    this.#now = now;
  }

  readonly now = (): Instant => this.#now;

  set(now: Instant): void {
    this.#now = now;
  }
}

/** How far a run has come. */
export interface SimulationProgress {
  now: Instant;
  /** Share of the year that is over, 0 to 1. */
  share: number;
  issues: number;
  acts: number;
}

export interface SimulationOptions {
  database: Database;
  /** Cases of the simulated realm, on `clock`. */
  cases: Cases;
  clock: VirtualClock;
  /** Carries out everything in the realm's outbox that is due. */
  drain: () => Promise<unknown>;
  /** The neighbours hand in their papers, when a ballot takes any. */
  vote?: (ballot: string) => Promise<void>;
  /** Next instant at which the outbox wants to try something again. */
  nextEffect?: () => Promise<Instant | null>;
  from: Instant;
  /** The simulated world ends here; what is not finished goes on for real. */
  until: Instant;
  /** Stops the run earlier; another run goes on from there. */
  stop?: Instant;
  /** Issues in the year; default 300. */
  count?: number;
  seed?: string;
  onProgress?: (progress: SimulationProgress) => void;
}

/** What a year came to. */
export interface SimulationReport {
  issues: number;
  acts: number;
  /** Acts the charts refused, by workflow, act and code. */
  refusals: Record<string, number>;
  tally: { workflow: string; status: string; count: number }[];
}

type Coming =
  | { kind: 'issue'; issue: PlannedIssue }
  | { kind: 'cancel'; issue: PlannedIssue }
  | { kind: 'meeting'; meeting: PlannedMeeting }
  | { kind: 'papers'; ballot: string }
  | { kind: 'move'; caseId: string; version: number; move: Move };

const DAY = 86_400_000;
/** People vote some days after the papers were handed out. */
const VOTE_AFTER = 5 * DAY;
/** Far more rounds at one moment than the longest chain of consequences needs. */
const STANDSTILL = 500;

class YearRun {
  readonly #seen = new Map<string, LoadedCase>();
  readonly #refused = new Map<string, { version: number; acts: Set<string> }>();
  readonly #coming = new TimeQueue<Coming>();
  readonly #plans: ReadonlyMap<string, PlannedIssue>;
  readonly #around: Around;
  readonly #reader: WorldReader;
  readonly #meetings: readonly PlannedMeeting[];
  readonly #called = new Set<string>();
  readonly #refusals: Record<string, number> = {};
  #partyFirst: string | null = null;
  #acts = 0;
  #issues = 0;
  #now: number;
  #clocksDue = Infinity;
  #effectsDue = Infinity;
  #standstill = 0;

  constructor(private readonly options: SimulationOptions) {
    const { seed = 'limin-year', count = 300, database, cases } = options;
    const [from, until] = [toMs(options.from), toMs(options.until)];
    const cast = castOf();
    const plans = planYear({ seed, from, until: until - 2 * DAY, count, cast });
    this.#plans = new Map(plans.map((issue) => [issue.caseId, issue]));
    this.#meetings = meetingCalendar({ seed, from, until });
    this.#reader = new WorldReader(database, cases.world.realm);
    this.#around = {
      cast,
      planOf: (id) => this.#plans.get(id),
      peek: (id): JsonObject | undefined => this.#seen.get(id)?.context,
    };
    this.#now = from;
  }

  async run(): Promise<SimulationReport> {
    await this.#prepare();
    const { until, stop = until } = this.options;
    let day = 0;
    for (let at = await this.#nextMoment(); at <= toMs(stop); at = await this.#nextMoment()) {
      this.#watchForStandstill(at);
      await this.#moment(at);
      // an embedded database answers without leaving this turn of the event loop: a running server must have its turns too
      await new Promise((resolve) => setImmediate(resolve));
      const today = Math.floor((at - toMs(this.options.from)) / DAY);
      if (today > day) this.#report();
      day = Math.max(day, today);
    }
    this.options.clock.set(stop);
    return { issues: this.#issues, acts: this.#acts, refusals: this.#refusals, tally: await this.#reader.tally() };
  }

  /** Finds out from the database alone how far an earlier run has come. */
  async #prepare(): Promise<void> {
    const { cases, clock } = this.options;
    await cases.policies.install();
    const versions = await cases.policies.versions('issue');
    this.#partyFirst = versions.find(({ name }) => name === 'partyFirst')?.id ?? null;
    const last = await this.#reader.lastChange();
    this.#now = Math.max(this.#now, last ?? this.#now);
    clock.set(toInstant(this.#now));
    const existing = await this.#reader.existing([
      ...this.#plans.keys(),
      ...this.#meetings.map(({ caseId }) => caseId),
    ]);
    for (const issue of this.#plans.values()) {
      if (existing.has(issue.caseId)) this.#issues += 1;
      else this.#coming.put(issue.at, { kind: 'issue', issue });
    }
    for (const meeting of this.#meetings) {
      if (!existing.has(meeting.caseId)) this.#coming.put(meeting.at, { kind: 'meeting', meeting });
    }
    for (const seen of await this.#reader.active()) this.#watch(seen);
  }

  /** A world in which nothing more happens at one moment and time does not go on is broken; better to say so than to hang. */
  #watchForStandstill(at: number): void {
    this.#standstill = at === this.#now ? this.#standstill + 1 : 0;
    if (this.#standstill < STANDSTILL) return;
    const due = { clocks: this.#clocksDue, effects: this.#effectsDue, people: this.#coming.next };
    throw new Error(`the simulated time stands still at ${toInstant(at)}: ${JSON.stringify(due)}`);
  }

  async #nextMoment(): Promise<number> {
    const { cases, nextEffect } = this.options;
    const due = await cases.nextDue();
    const effect = nextEffect === undefined ? null : await nextEffect();
    this.#clocksDue = due === null ? Infinity : toMs(due);
    this.#effectsDue = effect === null ? Infinity : toMs(effect);
    return Math.max(this.#now, Math.min(this.#coming.next, this.#clocksDue, this.#effectsDue));
  }

  /** Everything that happens at one moment: clocks first, then people, then what follows from it. */
  async #moment(at: number): Promise<void> {
    const { cases, clock } = this.options;
    this.#now = at;
    clock.set(toInstant(at));
    if (this.#clocksDue <= at) await cases.fireDue(1000);
    if (Math.min(this.#clocksDue, this.#effectsDue) <= at) await this.#settle();
    const coming = this.#coming.take(at);
    for (const one of coming) if (one.kind !== 'move') await this.#begin(one);
    const moves = coming.flatMap((one) => (one.kind === 'move' && this.#isCurrent(one) ? [one] : []));
    if (moves.length > 0) await this.#act(moves);
    if (moves.length > 0 || coming.some((one) => one.kind !== 'move')) await this.#settle();
  }

  /** Carries out what follows from acts and clocks, and looks at what has changed. */
  async #settle(): Promise<void> {
    await this.options.drain();
    await this.#look();
  }

  #isCurrent({ caseId, version }: { caseId: string; version: number }): boolean {
    return this.#seen.get(caseId)?.version === version;
  }

  async #begin(coming: Exclude<Coming, { kind: 'move' }>): Promise<void> {
    const { cases } = this.options;
    if (coming.kind === 'issue') {
      const { issue } = coming;
      this.#issues += 1;
      if (issue.fate.route === 'cancel') this.#coming.put(issue.at + DAY, { kind: 'cancel', issue });
      this.#note(
        'issue',
        'start',
        await cases.start(issueStart(issue, { cast: this.#around.cast, partyFirst: this.#partyFirst })),
      );
    } else if (coming.kind === 'papers') {
      await this.options.vote?.(coming.ballot);
    } else if (coming.kind === 'meeting') {
      const { meeting } = coming;
      if (this.#isAlreadyCalled(meeting)) return;
      this.#note('meeting', 'start', await cases.start(meetingStart(meeting)));
    } else {
      const actor = { kind: 'person' as const, person: demoPersonId('operator') };
      this.#note(
        'issue',
        'cancel',
        await cases.cancel({ caseId: coming.issue.caseId, reason: PHRASES.cancel[0], actor }),
      );
    }
  }

  /** A talk is not called when one is open at the same place already. */
  #isAlreadyCalled(meeting: PlannedMeeting): boolean {
    if (meeting.level === 'council' || meeting.level === 'assembly') return false;
    return [...this.#seen.values()].some(
      (seen) => seen.workflow === 'meeting' && isIn(seen, 'convened') && seen.context['unit'] === meeting.unit,
    );
  }

  async #act(moves: readonly Extract<Coming, { kind: 'move' }>[]): Promise<void> {
    const commands = moves.map(({ caseId, move }) => ({
      kind: 'act' as const,
      caseId,
      act: move.act,
      input: move.input,
      actor: {
        kind: 'person' as const,
        person: move.by,
        ...(move.behalf === undefined ? {} : { onBehalfOf: move.behalf }),
      },
    }));
    const answers = await this.options.cases.applyBatch(commands);
    moves.forEach(({ caseId, version, move }, index) => {
      const answer = answers[index];
      const seen = this.#seen.get(caseId);
      if (answer === undefined || seen === undefined) return;
      this.#note(seen.workflow, move.act, answer);
      if (answer.ok) return;
      const acts = this.#refusedIn(caseId, version).add(move.act);
      this.#refused.set(caseId, { version, acts: new Set(acts) });
      this.#expect(seen);
    });
  }

  #refusedIn(caseId: string, version: number): Set<string> {
    const known = this.#refused.get(caseId);
    return known?.version === version ? known.acts : new Set();
  }

  #note(workflow: string, act: string, answer: Answer): void {
    if (answer.ok) this.#acts += 1;
    else {
      const key = `${workflow}.${act}: ${answer.refusal.code}`;
      this.#refusals[key] = (this.#refusals[key] ?? 0) + 1;
    }
  }

  /** Sees what has changed at this moment and thinks again about it. */
  async #look(): Promise<void> {
    for (const seen of await this.#reader.changedSince(toInstant(this.#now))) {
      if (seen.status === 'active') {
        if (this.#seen.get(seen.id)?.version !== seen.version) this.#watch(seen);
      } else this.#seen.delete(seen.id);
    }
  }

  #watch(seen: LoadedCase): void {
    this.#seen.set(seen.id, seen);
    this.#expect(seen);
    const issue = seen.workflow === 'issue' ? this.#plans.get(seen.id) : undefined;
    if (issue && isIn(seen, 'open.course.deliberate.requesting')) this.#callTalk(issue, seen);
    if (seen.workflow === 'ballot' && isIn(seen, 'poll.voting') && !this.#called.has(seen.id)) {
      this.#called.add(seen.id);
      this.#coming.put(Math.max(this.#now, seen.changedAt + VOTE_AFTER), { kind: 'papers', ballot: seen.id });
    }
  }

  #expect(seen: LoadedCase): void {
    const next = nextMove(seen, this.#around, this.#refusedIn(seen.id, seen.version));
    if (next === null) return;
    this.#coming.put(Math.max(next.at, this.#now), {
      kind: 'move',
      caseId: seen.id,
      version: seen.version,
      move: next.move,
    });
  }

  #callTalk(issue: PlannedIssue, seen: LoadedCase): void {
    const meeting = talkFor(issue, seen.context as unknown as IssueSight, seen.changedAt);
    if (meeting === null || this.#called.has(meeting.caseId)) return;
    this.#called.add(meeting.caseId);
    this.#coming.put(Math.max(meeting.at, this.#now), { kind: 'meeting', meeting });
  }

  #report(): void {
    const { from, until, onProgress } = this.options;
    const share = (this.#now - toMs(from)) / (toMs(until) - toMs(from));
    onProgress?.({ now: toInstant(this.#now), share, issues: this.#issues, acts: this.#acts });
  }
}

/**
 * Lets people live a year on a virtual clock: planned issues are said, agents react to what the charts wait for, clocks fire.
 * The same seed and span give the same year. A run that was killed goes on from the database.
 */
export function simulateYear(options: SimulationOptions): Promise<SimulationReport> {
  return new YearRun(options).run();
}
