import type { Access, Accounts } from '#libs/access';
import type { Ballots } from '#libs/ballots';
import type { Calendars } from '#libs/calendar';
import type { Cases } from '#libs/cases';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import type { Registered } from '#libs/engine';
import type { Follows, Inbox, Notifications } from '#libs/notify';
import type { Opinions } from '#libs/opinion';
import type { Registers } from '#libs/registers';
import type { Registry } from '#libs/registry';
import type { Ledger } from '#libs/ledger';
import type { Routing } from '#libs/routing';
import type { Remeasuring, Timekeeping } from '#libs/timekeeping';
import type { Vault } from '#libs/vault';

import type { Acting } from './acting.js';
import type { Demo } from './demo/demo-community.js';
import type { IssueNumbers } from './figures.sql.js';
import type { ChangeFeed } from './live/change-feed.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { Exchange } from './exchange/open-exchange.js';
import type { Privacy } from './privacy/open-privacy.js';
import type { CaseReader } from './reading/case-reader.js';
import type { Chore } from './work/chore.types.js';

/** One question of the readiness check. */
export interface Check {
  ok: boolean;
  detail?: string;
}

/** The parts the composition root has put together. */
export interface PlatformParts {
  config: Config;
  version: string;
  log: Log;
  metrics: Metrics;
  workflows: ReadonlyMap<string, Registered>;
  database: Database;
  /** Seals and opens fields; holds the data keys. */
  vault: Vault;
  registry: Registry;
  access: Access;
  accounts: Accounts;
  /** Who may know what, what is held about whom, and how it ends; files of people. */
  privacy: Privacy;
  /** Imports, exports, partners. */
  exchange: Exchange;
  /** Messages on their way out of the house, and what people decide about it. */
  notifications: Notifications;
  /** Statements, positions and opinion groups of deliberations. */
  opinion: Opinions;
  /** Rolls and papers of ballots. */
  ballots: Ballots;
  /** Decision rules of communities; the register of what they have decided. */
  registers: Registers;
  /** Who gets a matter; what may be handed down; what disputes have taught. */
  routing: Routing;
  /** What the journals come to: accounts, rates, reports. */
  ledger: Ledger;
  cases: Cases;
  /** Carries out people's commands, measured and logged. */
  acting: Acting;
  reader: CaseReader;
  feed: ChangeFeed;
  inbox: Inbox;
  /** Who follows which public case. */
  follows: Follows;
  /** The calendars the program brings, for simulated worlds; live ones are stored. */
  calendars: Calendars;
  /** Stored calendars: whose hold where, and their edits. */
  timekeeping: Timekeeping;
  /** Running clocks after edits. */
  remeasuring: Remeasuring;
  /** Local date of an instant on the office calendar. */
  localDateOf: (instant: string) => string;
  /** The present, ISO 8601 in UTC. */
  now: () => string;
  checks: () => Promise<Record<string, Check>>;
  /** How many issues are in progress, done and cancelled. */
  numbers: () => Promise<IssueNumbers>;
  /** `null` outside demonstration mode. */
  demo: Demo | null;
  /** What this process does again and again; empty where it does not work. */
  chores: readonly Chore[];
  close: () => Promise<void>;
}

/** The composed program, without a way to reach it: the server adds HTTP, the worker nothing, the command line its commands. */
export class Platform implements PlatformParts {
  readonly config: Config;
  readonly version: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly workflows: ReadonlyMap<string, Registered>;
  readonly database: Database;
  readonly vault: Vault;
  readonly registry: Registry;
  readonly access: Access;
  readonly accounts: Accounts;
  readonly privacy: Privacy;
  readonly exchange: Exchange;
  readonly notifications: Notifications;
  readonly opinion: Opinions;
  readonly ballots: Ballots;
  readonly registers: Registers;
  readonly routing: Routing;
  readonly ledger: Ledger;
  readonly cases: Cases;
  readonly acting: Acting;
  readonly reader: CaseReader;
  readonly feed: ChangeFeed;
  readonly inbox: Inbox;
  readonly follows: Follows;
  readonly calendars: Calendars;
  readonly timekeeping: Timekeeping;
  readonly remeasuring: Remeasuring;
  readonly localDateOf: (instant: string) => string;
  readonly now: () => string;
  /** Whether database, queue and migrations are fine. */
  readonly checks: () => Promise<Record<string, Check>>;
  readonly numbers: () => Promise<IssueNumbers>;
  readonly demo: Demo | null;
  readonly chores: readonly Chore[];
  readonly #parts: PlatformParts;
  #closing: Promise<void> | undefined;

  constructor(parts: PlatformParts) {
    this.config = parts.config;
    this.version = parts.version;
    this.log = parts.log;
    this.metrics = parts.metrics;
    this.workflows = parts.workflows;
    this.database = parts.database;
    this.vault = parts.vault;
    this.registry = parts.registry;
    this.access = parts.access;
    this.accounts = parts.accounts;
    this.privacy = parts.privacy;
    this.exchange = parts.exchange;
    this.notifications = parts.notifications;
    this.opinion = parts.opinion;
    this.ballots = parts.ballots;
    this.registers = parts.registers;
    this.routing = parts.routing;
    this.ledger = parts.ledger;
    this.cases = parts.cases;
    this.acting = parts.acting;
    this.reader = parts.reader;
    this.feed = parts.feed;
    this.inbox = parts.inbox;
    this.follows = parts.follows;
    this.calendars = parts.calendars;
    this.timekeeping = parts.timekeeping;
    this.remeasuring = parts.remeasuring;
    this.localDateOf = parts.localDateOf;
    this.now = parts.now;
    this.checks = parts.checks;
    this.numbers = parts.numbers;
    this.demo = parts.demo;
    this.chores = parts.chores;
    this.#parts = parts;
  }

  /** The same platform, with something more to be closed after it. */
  closingAlso(close: () => Promise<void>): Platform {
    return new Platform({
      ...this.#parts,
      close: async () => {
        await this.#parts.close();
        await close();
      },
    });
  }

  /** Drains what runs, writes the signed heads and closes everything; more than once is the same as once. */
  close(): Promise<void> {
    this.#closing ??= this.#parts.close();
    return this.#closing;
  }
}
