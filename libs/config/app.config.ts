import { z } from 'zod';

import { SETTINGS } from './settings.js';

/** The settings of one installation, read once and typed. */
export interface AppConfig {
  readonly host: string;
  readonly port: number;
  readonly workerPort: number | null;
  /** `postgres://…`, or the data directory of the embedded database. */
  readonly database: string;
  /** Where the embedded database and the signed heads live. */
  readonly dataDirectory: string;
  readonly redis: string | null;
  readonly demo: boolean;
  readonly demoYear: boolean;
  readonly works: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly otlpEndpoint: string | null;
}

/** What is wrong with the environment, for the person who starts the program. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly { variable: string; zh: string; en: string; message: string }[]) {
    super(problems.map(({ variable, message }) => `${variable}: ${message}`).join('; '));
  }
}

const environment = z.object(Object.fromEntries(Object.entries(SETTINGS).map(([name, { schema }]) => [name, schema]))) as unknown as z.ZodObject<{
  [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name]['schema'];
}>;

/**
 * Reads the settings; a variable set to nothing counts as not set.
 * @param root directory that a relative data directory starts from.
 * @throws ConfigError naming every variable that is wrong, and what it means.
 */
export function readConfig(root: string, env: NodeJS.ProcessEnv = process.env): AppConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => Object.hasOwn(SETTINGS, name) && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error));
  const settings = parsed.data;
  const dataDirectory = absolute(root, settings.MINYI_DATA ?? 'data');
  const isEmbedded = settings.DATABASE_URL === undefined;
  return {
    host: settings.MINYI_HOST ?? '127.0.0.1',
    port: settings.MINYI_PORT ?? 3000,
    workerPort: settings.MINYI_WORKER_PORT ?? null,
    database: settings.DATABASE_URL ?? dataDirectory,
    dataDirectory,
    redis: settings.REDIS_URL ?? null,
    demo: settings.MINYI_DEMO ?? isEmbedded,
    demoYear: settings.MINYI_DEMO_YEAR ?? true,
    works: settings.MINYI_WORKS ?? settings.REDIS_URL === undefined,
    logLevel: settings.MINYI_LOG_LEVEL ?? 'info',
    otlpEndpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
  };
}

function absolute(root: string, path: string): string {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('memory:') ? path : `${root}/${path}`;
}

function problemsOf(error: z.ZodError) {
  return error.issues.map(({ path, message }) => {
    const variable = String(path[0]) as keyof typeof SETTINGS;
    const { zh, en } = SETTINGS[variable];
    return { variable, zh, en, message };
  });
}
