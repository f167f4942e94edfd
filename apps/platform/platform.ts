import type { Access } from '#libs/access';
import type { Cases } from '#libs/cases';
import type { Database } from '#libs/database';
import type { Registered } from '#libs/engine';
import type { Registry } from '#libs/registry';

import type { ChangeFeed } from './live/change-feed.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { PlatformConfig } from './platform.config.js';
import type { CaseReader } from './reading/case-reader.js';

/** One question of the readiness check. */
export interface Check {
  ok: boolean;
  detail?: string;
}

/** The parts the composition root has put together. */
export interface PlatformParts {
  config: PlatformConfig;
  version: string;
  log: Log;
  metrics: Metrics;
  workflows: ReadonlyMap<string, Registered>;
  database: Database;
  registry: Registry;
  access: Access;
  cases: Cases;
  reader: CaseReader;
  feed: ChangeFeed;
  /** The present, ISO 8601 in UTC. */
  now: () => string;
  checks: () => Promise<Record<string, Check>>;
  close: () => Promise<void>;
}

/** The composed program, without a way to reach it: the server adds HTTP, the worker nothing, the command line its commands. */
export class Platform implements PlatformParts {
  readonly config: PlatformConfig;
  readonly version: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly workflows: ReadonlyMap<string, Registered>;
  readonly database: Database;
  readonly registry: Registry;
  readonly access: Access;
  readonly cases: Cases;
  readonly reader: CaseReader;
  readonly feed: ChangeFeed;
  readonly now: () => string;
  /** Whether database, queue and migrations are fine. */
  readonly checks: () => Promise<Record<string, Check>>;
  readonly #close: () => Promise<void>;
  #closing: Promise<void> | undefined;

  constructor(parts: PlatformParts) {
    this.config = parts.config;
    this.version = parts.version;
    this.log = parts.log;
    this.metrics = parts.metrics;
    this.workflows = parts.workflows;
    this.database = parts.database;
    this.registry = parts.registry;
    this.access = parts.access;
    this.cases = parts.cases;
    this.reader = parts.reader;
    this.feed = parts.feed;
    this.now = parts.now;
    this.checks = parts.checks;
    this.#close = parts.close;
  }

  /** Drains what runs, writes the signed heads and closes everything; more than once is the same as once. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }
}
