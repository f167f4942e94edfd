import { z } from 'zod';

const testEnvironment = z.object({
  MINYI_TEST_DATABASE: z.enum(['pglite', 'postgres']).default('pglite'),
  MINYI_TEST_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  MINYI_TEST_REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  MINYI_TEST_CHROMIUM: z.string().min(1).optional(),
  JEST_WORKER_ID: z.coerce.number().int().positive().default(1),
});

/** What the runner of the test suites says about the services it started. */
export interface TestConfig {
  /** Which database `*.db.test.ts` run on. */
  readonly database: 'pglite' | 'postgres';
  /** A PostgreSQL server on which databases may be created. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Program of the browser the pages are looked at with. */
  readonly chromium: string | undefined;
  /** Counts the parallel workers of Jest from 1. */
  readonly worker: number;
}

/** Reads the variables of a test run; for tests only. */
export function readTestConfig(env: NodeJS.ProcessEnv = process.env): TestConfig {
  const parsed = testEnvironment.parse(env);
  return {
    database: parsed.MINYI_TEST_DATABASE,
    databaseUrl: parsed.MINYI_TEST_DATABASE_URL,
    redisUrl: parsed.MINYI_TEST_REDIS_URL,
    chromium: parsed.MINYI_TEST_CHROMIUM,
    worker: parsed.JEST_WORKER_ID,
  };
}
