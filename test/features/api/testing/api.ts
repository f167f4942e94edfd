import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll } from '@jest/globals';

import type { DemoPersonKey } from '#apps/demo';
import { openPlatform, readInstallation, type Platform } from '#apps/platform';
import { createServer, type Server } from '#apps/server';
import { readTestConfig } from '#libs/config';
import { freshPostgres, isOnPostgres, migratedPglite } from '#libs/testing';

import { demoPglite, demoPostgres } from './demo-copy.js';
import { SignedIn } from '../../../sign-in/sign-in.js';

/** An answer, with its body as JSON where it is JSON. */
export interface Reply {
  status: number;
  headers: Record<string, unknown>;
  type: string;
  text: string;
  body: Body;
}

/** A row of whatever list was asked for. */
interface Row {
  id: string;
  seq: number;
  kind: string;
  act: string;
  name: string;
  by: object;
  body?: unknown;
  prevHash: string;
  hash: string;
  dueAt: string | null;
  acts: { act: string }[];
  states: string[];
}

/** JSON Schema of a form, as far as the tests fill it in. */
export interface FormSchema {
  type?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, FormSchema>;
}

/** What the tests look at in bodies: each endpoint fills some of it. */
interface Body {
  id: string;
  code: string;
  version: number;
  repeated: boolean;
  allowed: string[];
  issues: { path: string; message: string }[];
  rows: Row[];
  next: string | null;
  abilities: { act: string; label: object; input: FormSchema }[];
  texts: Record<string, string | null>;
  parties?: unknown;
  context?: unknown;
  acts: object[];
  roles: object[];
  states: { id: string }[];
}

export interface Request {
  /** Demo person who asks; without it a visitor. */
  as?: DemoPersonKey;
  /** Anybody of the registry who asks, by id. */
  person?: string;
  body?: unknown;
  /** Sent as it is instead of `body`. */
  raw?: string | Buffer;
  headers?: Record<string, string>;
}

/** The server under test, with the real platform on a real database. */
export interface Api {
  readonly server: Server;
  readonly platform: Platform;
  readonly signedIn: SignedIn;
  get(url: string, request?: Request): Promise<Reply>;
  post(url: string, request?: Request): Promise<Reply>;
}

const DATA_KEY = Buffer.alloc(32, 'data key of tests').toString('base64');

/** Opens the platform of a data directory once more, as a restart does. */
export function reopenTestPlatform(env: { DATA_DIR: string }): Promise<Platform> {
  return openPlatform(readInstallation({ LOG_LEVEL: 'silent', DEMO: 'on', DATA_KEY, ...env }));
}

/** Opens a platform with the demonstration community for the tests of a file. */
export async function openTestPlatform(env: Record<string, string> = {}): Promise<Platform> {
  const settings = { LOG_LEVEL: 'silent', DEMO: 'on', DATA_KEY, ...env };
  const isUsual = Object.keys(env).length === 0;
  if (!isOnPostgres()) {
    const copyOf = await (isUsual ? demoPglite(settings) : migratedPglite());
    return openPlatform(readInstallation({ DATA_DIR: 'memory://', ...settings }), { copyOf });
  }
  return openPlatform(
    readInstallation({
      DATABASE_URL: await freshPostgres(
        `minyi_api_${String(readTestConfig().worker)}`,
        isUsual ? demoPostgres(settings) : 'migrated',
      ),
      QUEUE: 'memory',
      DATA_DIR: 'memory://',
      ...settings,
    }),
  );
}

/** One server for all tests of a file. */
export function testApi(env?: Record<string, string>): Api {
  let opened: { server: Server; platform: Platform } | undefined;
  beforeAll(async () => {
    const platform = await openTestPlatform(env);
    opened = { platform, server: await createServer(platform) };
  }, 120_000);
  afterAll(() => opened?.server.stop(), 30_000);
  const now = () => {
    if (opened === undefined) throw new Error('the server runs only while tests run');
    return opened;
  };
  const signedIn = new SignedIn(() => now().platform);
  const headed = async ({ as, person, headers, ...request }: Request): Promise<Request> => {
    if (as === undefined && person === undefined) return { ...request, ...(headers === undefined ? {} : { headers }) };
    const cookie = await (as === undefined ? signedIn.person(person ?? '') : signedIn.demo(as));
    return { ...request, headers: { cookie, ...headers } };
  };
  return {
    get server() {
      return now().server;
    },
    get platform() {
      return now().platform;
    },
    signedIn,
    get: async (url, request = {}) => send(now().server, 'GET', { url, ...(await headed(request)) }),
    post: async (url, request = {}) => send(now().server, 'POST', { url, ...(await headed(request)) }),
  };
}

async function send(server: Server, method: 'GET' | 'POST', request: Request & { url: string }): Promise<Reply> {
  const { url, body, raw, headers } = request;
  const response = await server.app.inject({
    method,
    url,
    headers: {
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(raw === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(raw === undefined ? {} : { payload: raw }),
    ...(body === undefined ? {} : { payload: body as object }),
  });
  const type = response.headers['content-type']?.toString() ?? '';
  return {
    status: response.statusCode,
    headers: response.headers,
    type,
    text: response.body,
    body: (/[/+]json/.test(type) && response.body !== '' ? JSON.parse(response.body) : {}) as Body,
  };
}

/** A date and time is different on every run: what tests compare leaves it out. */
export function codeAndStatus({ status, body }: Reply): [number, string] {
  return [status, body.code];
}
