import { Access, type Accounts } from '#libs/access';
import { Ballots, type AssistedNews, type BallotsOptions } from '#libs/ballots';
import { localDate, presetCalendars } from '#libs/calendar';
import { Cases, Outbox, Upkeep, type CaseNews, type CasesLog } from '#libs/cases';
import { loadDataKeys, type Config } from '#libs/config';
import { autovacuum, openDatabase, type Database, type Tx } from '#libs/database';
import { Inbox, tellPersons } from '#libs/notify';
import { Opinions } from '#libs/opinion';
import { openQueue, type Queue } from '#libs/queue';
import { Registers } from '#libs/registers';
import { Routing } from '#libs/routing';
import { Registry } from '#libs/registry';
import { Timekeeping } from '#libs/timekeeping';
import { Vault } from '#libs/vault';

import { openAccounts } from './accounts.js';
import { Acting } from './acting.js';
import { checkDataKey } from './boot/data-key.js';
import { checkFingerprints, currentFingerprints } from './boot/fingerprints.js';
import { wallClock } from './clock.js';
import { ledgerChores, openLedger } from './ledger.js';
import { loadDemoAccounts } from './demo/demo-accounts.js';
import { Demo, loadDemoCommunity } from './demo/demo-community.js';
import { loadDemoWork } from './demo/demo-work.js';
import { effectHandlers, watched } from './effects/handlers.js';
import { PLATFORM_ENTITIES } from './entities.js';
import { exchangeChores, openExchange } from './exchange/open-exchange.js';
import { gaugesOf, issueNumbers } from './figures.sql.js';
import { checksOf } from './health.js';
import { followChores, openFollows } from './following.js';
import { ChangeFeed } from './live/change-feed.js';
import { openLog, type Log } from './log.js';
import { Metrics } from './metrics.js';
import { judgeOf, startJudgeOf } from './judges.js';
import { judgedBy, NamedFiles } from './named-files.js';
import { Platform, type PlatformParts } from './platform.js';
import { openPrivacy, type Privacy } from './privacy/open-privacy.js';
import { CaseReader } from './reading/case-reader.js';
import { successionChores } from './successions.js';
import { startTracing } from './telemetry.js';
import { openRemeasuring } from './telling/calendar-edits.js';
import { notificationChores, openNotifications } from './telling/open-notifications.js';
import { tracedDatabase } from './traced-database.js';
import { productVersion } from './version.js';
import type { Chore } from './work/chore.types.js';
import { headsSigner } from './work/heads-keeper.js';
import { Worker } from './work/worker.js';
import { registerWorkflows } from './workflows.catalogue.js';

/** Unusual ways to open. */
export interface OpeningOptions {
  /** `memory://` only: start from this copy of a data directory; for tests. */
  copyOf?: Blob;
  /** Also opens when workflows changed under living cases: to replay their journals through the new code. */
  ignoresFingerprints?: boolean;
}

/**
 * Puts the program together: workflows, database, queue, cases, handlers. What is wrong is said here, before anybody is served;
 * `bootProblemOf` has the words for it.
 */
export async function openPlatform(
  config: Config,
  { copyOf, ignoresFingerprints = false }: OpeningOptions = {},
): Promise<Platform> {
  const log = openLog(config.logLevel);
  const tracing = await startTracing(config.traceEndpoint);
  const opened = await openDatabase({
    url: config.database.url,
    poolSize: config.database.poolSize,
    preparedStatements: config.database.preparedStatements,
    entities: PLATFORM_ENTITIES,
    ...(copyOf === undefined ? {} : { copyOf }),
    onWarning: (err) => log.warn({ err }, 'an idle database connection broke'),
  });
  try {
    const platform = await compose({
      config,
      log,
      ignoresFingerprints,
      database: tracing === null ? opened : tracedDatabase(opened),
    });
    return platform.closingAlso(async () => {
      await opened.close();
      await tracing?.shutdown();
    });
  } catch (error) {
    await opened.close();
    throw error;
  }
}

interface Ground {
  config: Config;
  log: Log;
  database: Database;
}

async function compose({
  ignoresFingerprints,
  ...ground
}: Ground & { ignoresFingerprints: boolean }): Promise<Platform> {
  const { config, log, database } = ground;
  const workflows = registerWorkflows();
  const vault = new Vault(await loadDataKeys(config));
  await database.migrate();
  await checkDataKey(database, vault);
  if (!ignoresFingerprints) await checkFingerprints(database, currentFingerprints(workflows));
  const { registry, tellMoves } = await openRegistry(ground, vault);
  const queue = openQueue({ ...queueOptions(config), clock: { now: wallClock.instant }, log });
  const metrics = new Metrics(gaugesOf(database));
  const timekeeping = new Timekeeping({ lineage: (tx, unit) => registry.lineage(tx, unit) });
  await openCalendars(timekeeping, ground);
  const parts = casesParts({ ...ground, workflows, registry, queue, metrics, timekeeping });
  const office = () => timekeeping.calendars.newest('office') ?? officeOf(parts.calendars);
  const ledger = openLedger({ ...parts, office, now: wallClock.instant });
  tellMoves(new Upkeep(parts.cases), ledger);
  const today = (): string => parts.localDateOf(wallClock.instant());
  const accounts = openAccounts({ ...ground, vault, registry, now: wallClock.instant, today });
  if (config.isDemo) await loadDemoAccounts(database, accounts);
  const { dataDirectory } = config;
  const privacy = openPrivacy({ ...parts, vault, accounts, today, now: wallClock.instant, dataDirectory });
  const routing = new Routing(registry);
  if (config.isDemo) await loadDemoWork({ ...parts, routing, privacy, today });
  const exchange = openExchange({ ...parts, vault, today, now: wallClock.instant });
  const opinion = new Opinions({ database, now: wallClock.instant });
  const calendarNamed = (name: string) => timekeeping.calendars.newest(name);
  const notifications = openNotifications({ ...parts, vault, calendarNamed, today, now: wallClock.instant });
  const seats = { act: judgeOf({ ...parts, today }), start: startJudgeOf({ ...parts, today }) };
  parts.acting.judging(judgedBy(new NamedFiles({ workflows, fileAccess: privacy.fileAccess }), seats));
  parts.acting.accompanying((input, person) => privacy.fileAccess.attaching(input, person));
  const ballots = openBallots({ ...parts, vault }, privacy);
  const work = await startWork({ ...parts, ballots, ledger }, queue);
  return new Platform({
    ...parts,
    vault,
    accounts,
    privacy,
    exchange,
    notifications,
    opinion,
    ballots,
    registers: new Registers(),
    routing,
    ledger,
    version: productVersion(),
    inbox: new Inbox(),
    now: wallClock.instant,
    checks: checksOf(database, queue),
    numbers: () => issueNumbers(database),
    demo: config.isDemo ? new Demo() : null,
    chores: [
      ...allChores({ ...parts, work, accounts, privacy, exchange, notifications, ledger }),
      ...successionChores(config, { ...parts, today }),
    ],
    close: () => closeAll({ work, ledger, opinion, ballots, accounts, notifications, queue }),
  });
}

/** Stores the presets, and what has become known of a year since; says so. */
async function openCalendars(timekeeping: Timekeeping, { database, log }: Ground): Promise<void> {
  for (const { name, reason } of await timekeeping.open(database))
    log.info({ calendar: name, reason }, 'a calendar was stored');
}

/** What this process does again and again. */
function allChores({
  config,
  work,
  accounts,
  privacy,
  exchange,
  notifications,
  ledger,
  follows,
}: Pick<PlatformParts, 'config' | 'accounts' | 'privacy' | 'exchange' | 'notifications' | 'ledger' | 'follows'> & {
  work: Work;
}): Chore[] {
  return [
    ...work.chores,
    ...ledgerChores(config, ledger),
    ...accountChores(config, accounts),
    ...privacyChores(config, privacy),
    ...exchangeChores(exchange, wallClock.instant),
    ...notificationChores(config, notifications),
    ...followChores(config, follows),
  ];
}

/** Ballots that look their files up among those of people, and tell voters what others entered for them. */
function openBallots(parts: Omit<BallotsOptions, 'fileExists' | 'tell'>, { files }: Privacy): Ballots {
  const { database, vault, registry, localDateOf } = parts;
  const fileExists = (tx: Tx, file: string): Promise<boolean> => files.isThere(tx, file);
  return new Ballots({ database, vault, registry, localDateOf, fileExists, tell: tellAssisted });
}

/** A voter hears that a paper of theirs came in by somebody else's hand, and can contest it. */
function tellAssisted(tx: Tx, { ballot, entry, revision, casters }: AssistedNews): Promise<void> {
  const call = { id: `assisted:${ballot}:${entry}:${String(revision)}`, caseId: ballot, at: wallClock.instant() };
  return tellPersons({ tx, call }, casters, { about: 'ballotAssisted' });
}

/** Nothing that was asked for is left unanswered: what is under way ends first. */
async function closeAll(
  open: Pick<PlatformParts, 'opinion' | 'ballots' | 'accounts' | 'notifications' | 'ledger'> & {
    work: Work;
    queue: Queue;
  },
) {
  await open.work.stop();
  await open.ledger.close();
  open.notifications.close();
  await open.opinion.positions.whenIdle();
  await open.ballots.casting.whenIdle();
  await open.accounts.close();
  await open.queue.close();
}

/** The registry with everybody in it, and how to say later who has to hear that a unit stands elsewhere. */
async function openRegistry({ config, log, database }: Ground, vault: Vault) {
  let upkeep: Upkeep | undefined;
  let ledger: Pick<PlatformParts['ledger'], 'projector'> | undefined;
  const onUnitChanged = async (tx: Tx, unit: string): Promise<void> => {
    await upkeep?.placeAnew(tx, unit);
    await ledger?.projector.placeAnew(tx, unit);
  };
  const registry = new Registry({ vault, now: wallClock.instant, onUnitChanged });
  const adopted = await database.transaction((tx) => registry.adopt(tx));
  if (adopted > 0) log.info({ records: adopted }, 'the registry of an older version was taken over');
  if (config.isDemo && (await loadDemoCommunity(database, registry))) log.info('loaded the demonstration community');
  const tellMoves = (told: Upkeep, keeper: typeof ledger): void => {
    upkeep = told;
    ledger = keeper;
  };
  return { registry, tellMoves };
}

function queueOptions({ queue: { kind, url, concurrency } }: Config) {
  return { kind, concurrency, ...(url === undefined ? {} : { url }) };
}

type CasesParts = Omit<
  PlatformParts,
  | 'vault'
  | 'accounts'
  | 'privacy'
  | 'exchange'
  | 'notifications'
  | 'opinion'
  | 'ballots'
  | 'registers'
  | 'routing'
  | 'ledger'
  | 'version'
  | 'inbox'
  | 'now'
  | 'checks'
  | 'numbers'
  | 'demo'
  | 'chores'
  | 'close'
>;
type Composed = Ground & Pick<PlatformParts, 'workflows' | 'registry' | 'metrics' | 'timekeeping'> & { queue: Queue };

function casesParts({ queue, ...ground }: Composed): CasesParts {
  const { database, registry, workflows, log, timekeeping } = ground;
  const calendars = presetCalendars();
  const localDateOf = (instant: string): string =>
    localDate(timekeeping.calendars.newest('office') ?? officeOf(calendars), instant);
  const access = new Access({ registry, today: () => localDateOf(wallClock.instant()) });
  const cases = new Cases({
    database,
    workflows,
    calendars: timekeeping.calendars,
    mayAct: access.ability,
    judgeFor: access.judgeFor,
    lineage: (unit, tx) => registry.lineage(tx, unit),
    log: casesLog(log),
    tellNews: (news) => spread(queue, news),
  });
  const reader = new CaseReader({ cases, database, access, registry, workflows });
  const onError = (err: unknown): void => log.error({ err }, 'watchers were not told');
  const feed = new ChangeFeed({ cases, reader, now: wallClock.now, onError });
  const acting = new Acting({ cases, log, metrics: ground.metrics, now: wallClock.now });
  const remeasuring = openRemeasuring({ database, cases, registry, today: () => localDateOf(wallClock.instant()) });
  const follows = openFollows(database);
  return { ...ground, calendars, remeasuring, localDateOf, access, cases, acting, reader, feed, follows };
}

/** Tells the queue what was committed: that effects wait, when the next deadline is, that watchers may look. */
function spread(queue: Queue, news: readonly CaseNews[]): void {
  for (const { caseId, version } of news) void queue.announce({ caseId, version });
  // one wake for all that were committed together: whoever is woken looks for everything that is due
  const telling = news.find(({ effects }) => effects > 0);
  if (telling !== undefined) void queue.wake({ kind: 'outbox', caseId: telling.caseId });
  let first: { caseId: string; at: string } | null = null;
  for (const { caseId, nextDueAt: at } of news)
    if (at !== null && (first === null || at < first.at)) first = { caseId, at };
  if (first !== null) void queue.wake({ kind: 'clock', ...first });
}

const HOUR_MS = 3_600_000;
/** As often as PostgreSQL's own launcher looks (`autovacuum_naptime`). */
const VACUUM_MS = 60_000;
const INDEXED_AT_ONCE = 2_000;

function accountChores({ role }: Config, accounts: Accounts): Chore[] {
  return role === 'server' ? [] : [{ name: 'prune accounts', everyMs: 24 * HOUR_MS, run: () => accounts.prune() }];
}

/** What is past its time goes, and erasures that were interrupted go on. */
function privacyChores({ role }: Config, { retention, erasures }: Privacy): Chore[] {
  if (role === 'server') return [];
  const expire = async (): Promise<void> => {
    await retention.run();
  };
  const resume = async (): Promise<void> => {
    await erasures.resume();
  };
  return [
    { name: 'retention', everyMs: 24 * HOUR_MS, run: expire },
    { name: 'erasures', everyMs: HOUR_MS, run: resume },
  ];
}

/** What goes on beside requests, and how to end it. */
interface Work {
  chores: Chore[];
  stop: () => Promise<void>;
}

/** Starts listening to news and, where this process works, carrying out effects and deadlines. */
async function startWork(parts: CasesParts & Pick<PlatformParts, 'ballots' | 'ledger'>, queue: Queue): Promise<Work> {
  const { config, cases, feed, log, metrics, remeasuring } = parts;
  const handlers = effectHandlers({ ...parts, now: wallClock.instant }, watched(metrics, log, wallClock.now));
  handlers.check(parts.workflows);
  const stopNews = await queue.onNews((news) => {
    feed.hear(news);
    if (config.role !== 'server') parts.ledger.hear(news);
  });
  if (config.role === 'server') {
    const stop = async (): Promise<void> => {
      await remeasuring.stop();
      await stopNews();
    };
    return { chores: [], stop };
  }
  const upkeep = new Upkeep(cases);
  const migrated = await upkeep.migrate();
  if (migrated > 0) log.info({ cases: migrated }, 'cases were brought to new versions of their workflows');
  while ((await upkeep.indexCases(INDEXED_AT_ONCE)) === INDEXED_AT_ONCE)
    log.info('lists are being made of older cases');
  const outbox = new Outbox({ cases, handlers, log: casesLog(log) });
  // the embedded database serves one process: whatever another one had in hand, it has been killed
  if (cases.database.kind === 'pglite') await outbox.reclaim();
  const onError = (err: unknown): void => log.error({ err }, 'the worker stumbled');
  const worker = new Worker({ cases, outbox, now: wallClock.now, onError });
  const sweep = (): Promise<void> => {
    worker.wake();
    return Promise.resolve();
  };
  const stopWakes = await queue.onWake(sweep);
  worker.start();
  const measureAnew = async (): Promise<void> => {
    const measured = await remeasuring.run();
    if (measured > 0) log.info({ cases: measured }, 'clocks were measured anew after an edit of a calendar');
  };
  void measureAnew().catch(onError);
  const signHeads = headsSigner({ cases, config, onError: (err) => log.error({ err }, 'the heads were not signed') });
  return {
    chores: [
      { name: 'sweep', everyMs: config.sweepSeconds * 1000, run: sweep },
      { name: 'measure clocks', everyMs: config.sweepSeconds * 1000, run: measureAnew },
      { name: 'sign heads', everyMs: HOUR_MS, run: signHeads },
      { name: 'prune', everyMs: 24 * HOUR_MS, run: () => upkeep.prune() },
      { name: 'vacuum', everyMs: VACUUM_MS, run: () => autovacuum(cases.database) },
    ],
    stop: async () => {
      await stopWakes();
      await worker.stop();
      await remeasuring.stop();
      await signHeads();
      await stopNews();
    },
  };
}

function officeOf(calendars: ReturnType<typeof presetCalendars>) {
  const { office } = calendars;
  if (office === undefined) throw new Error('there is no calendar named office');
  return office;
}

function casesLog(log: Log): CasesLog {
  return {
    info: (message, data = {}) => log.info(data, message),
    warn: (message, data = {}) => log.warn(data, message),
    error: (message, data = {}) => log.error(data, message),
  };
}
