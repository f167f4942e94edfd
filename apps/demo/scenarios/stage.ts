import { Access } from '#libs/access';
import type { Ballots, BallotsOptions } from '#libs/ballots';
import { localDate } from '#libs/calendar';
import type { Calendar, Calendars } from '#libs/calendar';
import { Cases, Outbox } from '#libs/cases';
import type { CaseNews, CasesLog, CaseView, EffectHandlers, Holding, Viewer } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Actor, Instant, Registered } from '#libs/engine';
import type { Registry } from '#libs/registry';

import { ScenarioFailed } from './scenario.failure.js';

/** Somebody who watches the live stream. */
export interface StageWatcher {
  person: string | null;
  only: ReadonlySet<string>;
  tell: (change: { caseId: string; version: number }, view: CaseView) => void;
}

/** The eyes of the platform: what reads cases for people (`CaseReader`), and what tells watchers (`ChangeFeed`). */
export interface StageEyes {
  reader: {
    see(caseId: string, actor: Actor | null): Promise<object | null>;
    viewer(person: string | null): Promise<Viewer>;
    holdings(person: string): Promise<Holding[]>;
  };
  feed: {
    hear(change: { caseId: string; version: number }): void;
    catchUp(watcher: StageWatcher, lastEventId: string): Promise<boolean>;
  };
}

/** What eyes and handlers of a world are made from. */
export interface StageParts {
  cases: Cases;
  database: Database;
  registry: Registry;
  workflows: ReadonlyMap<string, Registered>;
  access: Access;
  ballots: Ballots;
  localDateOf: (instant: string) => string;
  now: () => string;
}

/** Where scenarios are played: a database that knows the Limin community, and the composed parts of the platform. */
export interface ScenarioGround {
  database: Database;
  registry: Registry;
  workflows: ReadonlyMap<string, Registered>;
  calendars: Calendars;
  /** Rolls and papers, in a world with a clock of its own. */
  openBallots: (world: Required<Pick<BallotsOptions, 'localDateOf' | 'virtualNow'>>) => Ballots;
  /** The effect handlers of production. */
  handlers: (parts: StageParts) => EffectHandlers;
  /** The reader and the stream of production. */
  eyes: (parts: StageParts) => StageEyes;
}

/** More clocks than any scenario has; beyond it something re-arms itself for ever. */
const MOST_TURNS = 20_000;

/** The moment before the first change, from which a watcher catches up. */
const CURTAIN = { caseId: 'curtain', version: 0 };

/** A world of its own on a virtual clock: cases, worker, stream. Whatever a worker would log as trouble fails the scenario. */
export class Stage {
  readonly cases: Cases;
  readonly access: Access;
  readonly eyes: StageEyes;
  readonly office: Calendar;
  readonly ballots: Ballots;
  readonly #outbox: Outbox;
  readonly #troubles: string[] = [];
  #now: Instant;

  constructor(
    readonly ground: ScenarioGround,
    { realm, begins }: { realm: string; begins: Instant },
  ) {
    const { database, registry, workflows, calendars } = ground;
    if (calendars.office === undefined) throw new ScenarioFailed('there is no office calendar');
    this.office = calendars.office;
    this.#now = begins;
    const localDateOf = (instant: string): string => localDate(this.office, instant);
    this.access = new Access({ registry, today: () => localDateOf(this.now) });
    const log = this.#log();
    this.cases = new Cases({
      database,
      workflows,
      calendars,
      realm,
      log,
      clock: { kind: 'virtual', now: () => this.#now },
      mayAct: this.access.ability,
      judgeFor: this.access.judgeFor,
      lineage: (unit, tx) => registry.lineage(tx, unit),
      tellNews: (news) => this.#spread(news),
    });
    this.ballots = ground.openBallots({ localDateOf, virtualNow: () => this.#now });
    const { cases, access, ballots } = this;
    const parts = { cases, database, registry, workflows, access, ballots, localDateOf, now: () => this.#now };
    const handlers = ground.handlers(parts);
    handlers.check(workflows);
    this.#outbox = new Outbox({ cases, handlers, log, jitter: () => 0 });
    this.eyes = ground.eyes(parts);
    this.eyes.feed.hear(CURTAIN);
  }

  get now(): Instant {
    return this.#now;
  }

  /** Lets everything happen that is due until an instant, in its order. @throws ScenarioFailed when something goes wrong. */
  async liveUntil(instant: Instant): Promise<void> {
    await this.settle();
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const next = await this.#next();
      if (next === null || next > instant) {
        if (instant > this.#now) this.#now = instant;
        return;
      }
      if (next > this.#now) this.#now = next;
      await this.settle();
    }
    throw new ScenarioFailed(`clocks fire without end at ${this.now}`);
  }

  /** Fires what is due now and carries out every effect, until nothing follows. */
  async settle(): Promise<void> {
    do {
      while ((await this.cases.fireDue()) > 0);
    } while ((await this.#outbox.drain()) > 0);
    const [trouble] = this.#troubles;
    if (trouble !== undefined) throw new ScenarioFailed(trouble);
  }

  /** Tells a watcher every change since the scenario began that it may see now. */
  async catchUp(watcher: StageWatcher): Promise<void> {
    const hasAll = await this.eyes.feed.catchUp(watcher, `${CURTAIN.caseId}:${String(CURTAIN.version)}`);
    if (!hasAll) throw new ScenarioFailed('the stream has forgotten its beginning');
  }

  async #next(): Promise<Instant | null> {
    const instants = [await this.cases.nextDue(), await this.#outbox.next()].filter((at) => at !== null);
    return instants.sort()[0] ?? null;
  }

  #spread(news: readonly CaseNews[]): void {
    for (const { caseId, version } of news) this.eyes.feed.hear({ caseId, version });
  }

  #log(): CasesLog {
    const trouble = (message: string, data: Record<string, unknown> = {}): void => {
      this.#troubles.push(`${message}: ${JSON.stringify(data)}`);
    };
    return { info: () => undefined, warn: trouble, error: trouble };
  }
}
