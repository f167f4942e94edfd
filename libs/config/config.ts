import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { LogLevel, QueueKind, Role, VariableName } from './variables.js';
import { VARIABLES } from './variables.js';

type Values = { [Name in VariableName]: z.output<(typeof VARIABLES)[Name]['schema']> };

/** Everything Minyi can be told from outside, read once at the start. */
export interface Config {
  readonly role: Role;
  readonly database: {
    /** `postgres://…`, or the data directory of PGlite. */
    readonly url: string;
    readonly isEmbedded: boolean;
    readonly poolSize: number;
    readonly preparedStatements: boolean;
  };
  readonly dataDirectory: string;
  readonly queue: {
    readonly kind: QueueKind;
    /** Absent for `memory`. */
    readonly url: string | undefined;
    readonly concurrency: number;
  };
  readonly sweepSeconds: number;
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Without a slash at the end. */ readonly publicUrl: string;
    /** Whom to believe about where a request comes from: nobody, so many proxies, or those at these addresses. */
    readonly trustProxy: false | number | readonly string[];
  };
  readonly accounts: {
    readonly staffSecondFactor: 'required' | 'optional';
    readonly residentDays: number;
    readonly staffHours: number;
    readonly staffIdleMinutes: number;
    /** Absent: no single sign-on. */
    readonly singleSignOn:
      | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly label: string }
      | undefined;
  };
  readonly notify: {
    /** Absent: mails are laid down for the operator. */
    readonly mail: { readonly url: string; readonly from: string } | undefined;
    /** Absent: text messages are laid down for the operator. */
    readonly sms: { readonly url: string; readonly key: string | undefined } | undefined;
    readonly callAfterDays: number;
    readonly allowsPrivateAddresses: boolean;
  };
  readonly logLevel: LogLevel;
  readonly isDemo: boolean;
  /** Each base64 of 32 bytes, the one in use first; absent: see {@link loadDataKeys}. */
  readonly dataKeys: readonly string[] | undefined;
  /** Base64 of 32 bytes; absent: see {@link loadSigningKey}. */
  readonly signingKey: string | undefined;
  readonly headsDirectory: string | undefined;
  readonly traceEndpoint: string | undefined;
}

/** One variable that cannot be used as it is. */
export interface BadVariable {
  readonly name: string;
  /** What is wrong and what is expected; never the value itself, which may be a secret. */
  readonly problem: string;
}

/** The environment cannot be used; lists every bad variable, not only the first. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'config.invalid';

  constructor(readonly bad: readonly BadVariable[]) {
    super(`bad environment:\n${bad.map(({ name, problem }) => `  ${name}: ${problem}`).join('\n')}`);
  }
}

/**
 * Reads and checks the environment.
 * @throws ConfigError naming every bad variable.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const values = parseAll(env);
  const config = assemble(values);
  const conflicts = findConflicts(values, config);
  if (conflicts.length > 0) throw new ConfigError(conflicts);
  return config;
}

function parseAll(env: Readonly<Record<string, string | undefined>>): Values {
  const bad: BadVariable[] = [];
  const entries = Object.entries(VARIABLES).map(([name, variable]) => {
    const parsed = variable.schema.safeParse(env[name]);
    if (!parsed.success) bad.push({ name, problem: `expected ${variable.expected}` });
    return [name, parsed.data];
  });
  if (bad.length > 0) throw new ConfigError(bad);
  return Object.fromEntries(entries) as Values;
}

function assemble(values: Values): Config {
  const isEmbedded = values.DATABASE_URL === undefined;
  const kind = values.QUEUE ?? defaultQueue(values);
  return {
    role: values.ROLE,
    database: {
      url: values.DATABASE_URL ?? values.DATA_DIR,
      isEmbedded,
      poolSize: values.DATABASE_POOL_SIZE,
      preparedStatements: values.DATABASE_PREPARED_STATEMENTS,
    },
    dataDirectory: values.DATA_DIR,
    queue: { kind, url: queueUrl(kind, values), concurrency: values.WORKER_CONCURRENCY },
    sweepSeconds: values.SWEEP_SECONDS,
    http: {
      host: values.HOST,
      port: values.PORT,
      publicUrl: values.PUBLIC_URL ?? `http://localhost:${String(values.PORT)}`,
      trustProxy: values.TRUST_PROXY,
    },
    accounts: accountsOf(values, values.DEMO ?? isEmbedded),
    notify: notifyOf(values),
    logLevel: values.LOG_LEVEL,
    isDemo: values.DEMO ?? isEmbedded,
    dataKeys: values.DATA_KEY,
    signingKey: values.SIGNING_KEY,
    headsDirectory: values.HEADS_DIR,
    traceEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

function accountsOf(values: Values, isDemo: boolean): Config['accounts'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  const isComplete = issuer !== undefined && clientId !== undefined && clientSecret !== undefined;
  return {
    staffSecondFactor: values.STAFF_SECOND_FACTOR ?? (isDemo ? 'optional' : 'required'),
    residentDays: values.SESSION_RESIDENT_DAYS,
    staffHours: values.SESSION_STAFF_HOURS,
    staffIdleMinutes: values.SESSION_STAFF_IDLE_MINUTES,
    singleSignOn: isComplete ? { issuer, clientId, clientSecret, label: values.OIDC_LABEL } : undefined,
  };
}

function notifyOf(values: Values): Config['notify'] {
  const { SMTP_URL: mailUrl, MAIL_FROM: from, SMS_URL: smsUrl, SMS_KEY: key } = values;
  return {
    mail: mailUrl === undefined || from === undefined ? undefined : { url: mailUrl, from },
    sms: smsUrl === undefined ? undefined : { url: smsUrl, key },
    callAfterDays: values.CALL_AFTER_DAYS,
    allowsPrivateAddresses: values.WEBHOOK_PRIVATE_ADDRESSES,
  };
}

function defaultQueue(values: Values): QueueKind {
  if (values.REDIS_URL !== undefined) return 'redis';
  return values.DATABASE_URL === undefined ? 'memory' : 'postgres';
}

function queueUrl(kind: QueueKind, values: Values): string | undefined {
  switch (kind) {
    case 'memory':
      return undefined;
    case 'redis':
      return values.REDIS_URL;
    case 'postgres':
      return values.DATABASE_URL;
  }
}

/** Combinations that would start and then not work. */
function findConflicts(values: Values, config: Config): BadVariable[] {
  const bad: BadVariable[] = [];
  if (config.queue.kind === 'redis' && values.REDIS_URL === undefined) {
    bad.push({ name: 'QUEUE', problem: 'redis needs REDIS_URL' });
  }
  if (config.queue.kind === 'postgres' && values.DATABASE_URL === undefined) {
    bad.push({ name: 'QUEUE', problem: 'postgres needs DATABASE_URL' });
  }
  if (values.DATA_KEY === undefined && !config.database.isEmbedded) {
    bad.push({ name: 'DATA_KEY', problem: `is needed with DATABASE_URL: expected ${VARIABLES.DATA_KEY.expected}` });
  }
  if (values.OIDC_ISSUER !== undefined && config.accounts.singleSignOn === undefined) {
    bad.push({ name: 'OIDC_ISSUER', problem: 'needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET' });
  }
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined) {
    bad.push({ name: 'MAIL_FROM', problem: `is needed with SMTP_URL: expected ${VARIABLES.MAIL_FROM.expected}` });
  }
  if (config.role !== 'all' && config.database.isEmbedded) {
    bad.push({
      name: 'ROLE',
      problem: `${config.role} needs DATABASE_URL: the built-in database serves one process, role all`,
    });
  }
  if (config.role !== 'all' && config.queue.kind === 'memory' && !config.database.isEmbedded) {
    bad.push({
      name: 'QUEUE',
      problem: `memory does not reach from one process to another; role ${config.role} needs redis or postgres`,
    });
  }
  return bad;
}

/**
 * The key that signs journal heads and certificates: from the environment, or made once and kept in the data directory, readable
 * by its owner only.
 * @returns base64 of 32 bytes, the seed of an ed25519 key.
 */
export async function loadSigningKey(config: Pick<Config, 'signingKey' | 'dataDirectory'>): Promise<string> {
  return config.signingKey ?? (await keptKey(config.dataDirectory, 'signing.key'));
}

/**
 * The keys that seal fields at rest, the one in use first: from the environment, or made once and kept in the data directory.
 * Data in memory gets a key that nobody keeps.
 * @returns each 32 bytes.
 */
export async function loadDataKeys(config: Pick<Config, 'dataKeys' | 'dataDirectory'>): Promise<Buffer[]> {
  if (config.dataKeys === undefined && config.dataDirectory.startsWith('memory:')) return [randomBytes(32)];
  const keys = config.dataKeys ?? [await keptKey(config.dataDirectory, 'data.key')];
  return keys.map((key) => Buffer.from(key, 'base64'));
}

/** A key that is made once and kept, readable by its owner only; two processes that start together take the same one. */
async function keptKey(directory: string, name: string): Promise<string> {
  const path = join(directory, name);
  await mkdir(directory, { recursive: true });
  try {
    await writeFile(path, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
  const parsed = VARIABLES.SIGNING_KEY.schema.safeParse((await readFile(path, 'utf8')).trim());
  if (parsed.data === undefined)
    throw new ConfigError([{ name: path, problem: `expected ${VARIABLES.SIGNING_KEY.expected}` }]);
  return parsed.data;
}

function isAlreadyThere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
}
