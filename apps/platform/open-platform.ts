import { Access } from '#libs/access';
import { presetCalendars, type Calendars } from '#libs/calendar';
import { Cases } from '#libs/cases';
import { openDatabase, type Database } from '#libs/database';
import { Registry, registryEntities } from '#libs/registry';

import * as casesEntity from '../../libs/cases/cases.entity.js';
import * as recordsEntity from '../../libs/cases/records.entity.js';
import { localToday, wallClock } from './clock.js';
import { loadDemoCommunity } from './demo-community.js';
import { ChangeFeed } from './live/change-feed.js';
import { openLog, type Log } from './log.js';
import { Metrics } from './metrics.js';
import type { PlatformConfig } from './platform.config.js';
import { Platform, type Check } from './platform.js';
import { CaseReader } from './reading/case-reader.js';
import { productVersion } from './version.js';
import { registerWorkflows } from './workflows.catalogue.js';

const caseEntities = [...Object.values(casesEntity), ...Object.values(recordsEntity)];

/**
 * Puts the program together: workflows, database, cases, handlers. What is wrong is said here, before anybody is served.
 * @throws RegistrationError, DataDirectoryInUseError, DatabaseTooNewError, FingerprintError
 */
export async function openPlatform(config: PlatformConfig): Promise<Platform> {
  const log = openLog(config.logLevel);
  const workflows = registerWorkflows();
  const database = await openDatabase({ url: config.database, entities: [...registryEntities, ...caseEntities] });
  try {
    await prepare(database);
    const calendars = presetCalendars();
    const registry = new Registry();
    const access = new Access({ registry, today: () => localToday(officeOf(calendars)) });
    const cases = new Cases({
      database,
      workflows,
      calendars,
      mayAct: access.ability,
      lineage: (unit, tx) => registry.lineage(tx, unit),
      log: casesLog(log),
      tellNews: (news) => news.forEach((one) => feed.hear(one)),
    });
    const reader = new CaseReader({ cases, database, access, registry });
    const feed = new ChangeFeed({ cases, reader, now: wallClock.now, onError: (err) => log.error({ err }, 'watchers were not told') });
    if (config.demo) await loadDemoCommunity(database, registry);
    return new Platform({
      config, log, workflows, database, registry, access, cases, reader, feed,
      version: productVersion(),
      metrics: new Metrics(() => gauges(database)),
      now: wallClock.instant,
      checks: () => checks(database),
      close: () => database.close(),
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Brings the tables up to date; an embedded database is always migrated, a shared one too, one process at a time. */
async function prepare(database: Database): Promise<void> {
  await database.migrate();
  const [row] = await database.query<{ exists: boolean }>(`select to_regclass('cases') is not null as exists`);
  if (row?.exists !== true) await database.createSchema();
}

function officeOf(calendars: Calendars) {
  const { office } = calendars;
  if (office === undefined) throw new Error('there is no calendar named office');
  return office;
}

function casesLog(log: Log) {
  return {
    info: (message: string, data: Record<string, unknown> = {}) => log.info(data, message),
    warn: (message: string, data: Record<string, unknown> = {}) => log.warn(data, message),
    error: (message: string, data: Record<string, unknown> = {}) => log.error(data, message),
  };
}

async function gauges(database: Database) {
  const [row] = await database.query<{ outbox: number; incidents: number; late: string | null }>(
    `select (select count(*)::int from outbox where status = 'pending') as outbox,
       (select count(*)::int from incidents where status = 'open') as incidents,
       (select extract(epoch from clock_timestamp() - min(next_due_at))::text from cases where realm = 'live' and next_due_at is not null) as late`,
  );
  return {
    outboxPending: row?.outbox ?? 0,
    openIncidents: row?.incidents ?? 0,
    clockLatenessSeconds: Math.max(0, Number(row?.late ?? 0)),
  };
}

async function checks(database: Database): Promise<Record<string, Check>> {
  try {
    const pending = await database.pendingMigrations();
    return {
      database: { ok: true },
      migrations: pending.length === 0 ? { ok: true } : { ok: false, detail: `${String(pending.length)} to be applied` },
    };
  } catch {
    return { database: { ok: false, detail: 'the database does not answer' } };
  }
}
