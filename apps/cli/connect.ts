import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

import { DEMO_PASSWORD } from '#apps/demo';
import { openPlatform, readInstallation } from '#apps/platform';
import { createServer } from '#apps/server';
import { sessionCookieName } from '#libs/access';
import type { Config } from '#libs/config';
import { DataDirectoryInUseError } from '#libs/database';

import { CommandFailed, remark } from './say.js';

interface Answer {
  status: number;
  text: string;
}

interface Question {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer<ArrayBuffer>;
}

type Ask = (question: Question) => Promise<Answer>;

/** How the API is reached, and how somebody gets in there. */
interface Way {
  ask: Ask;
  /** Cookie of a session of the one who is named. */
  signIn: (who: string) => Promise<string>;
  close: () => Promise<void>;
}

/** The API, reached over HTTP when a server runs on the data, inside this process otherwise: the same answers either way. */
export class Api {
  readonly #sessions = new Map<string, string>();

  constructor(private readonly way: Way) {}

  close(): Promise<void> {
    return this.way.close();
  }

  /** @param who login or person id of the one who asks; without it a visitor. */
  async get<T>(path: string, who?: string): Promise<T> {
    return JSON.parse(await this.text(path, who)) as T;
  }

  async text(path: string, who?: string): Promise<string> {
    return this.send({ method: 'GET', path, headers: await this.headersFor(who) });
  }

  async post<T>(path: string, body: unknown, { who, key = randomUUID() }: { who?: string; key?: string }): Promise<T> {
    const headers = {
      ...(await this.headersFor(who)),
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    return JSON.parse(
      await this.send({ method: 'POST', path, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
    ) as T;
  }

  /** Sends a file as a browser's form does. */
  async upload<T>(path: string, { bytes, name }: { bytes: Buffer; name: string }, who?: string): Promise<T> {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(bytes)]), name);
    const encoded = new Response(form);
    const headers = {
      ...(await this.headersFor(who)),
      'content-type': encoded.headers.get('content-type') ?? '',
    };
    return JSON.parse(
      await this.send({ method: 'POST', path, headers, body: Buffer.from(await encoded.arrayBuffer()) }),
    ) as T;
  }

  private async headersFor(who: string | undefined): Promise<Record<string, string>> {
    if (who === undefined) return {};
    const cookie = this.#sessions.get(who) ?? (await this.way.signIn(who));
    this.#sessions.set(who, cookie);
    return { cookie };
  }

  private async send(question: Question): Promise<string> {
    const { status, text } = await this.way.ask(question);
    if (status >= 400) throw new CommandFailed(problemLines(text));
    return text;
  }
}

interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string;
  allowed?: string[];
  issues?: { path: string; message: string }[];
}

function problemLines(text: string): string[] {
  const problem = parseProblem(text);
  return [
    `${problem.title ?? text} (${problem.code ?? 'unknown'})`,
    ...(problem.detail === undefined ? [] : [problem.detail]),
    ...(problem.allowed === undefined ? [] : [`可做 · possible: ${problem.allowed.join(', ')}`]),
    ...(problem.issues ?? []).map(({ path, message }) => `  ${path}: ${message}`),
  ];
}

function parseProblem(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return {};
  }
}

/** Opens the way to the data; see {@link Api}. */
export async function connect(): Promise<Api> {
  const config = readInstallation();
  try {
    return await inProcess(config);
  } catch (error) {
    if (!(error instanceof DataDirectoryInUseError)) throw error;
    return overHttp(config);
  }
}

async function inProcess(config: Config): Promise<Api> {
  const platform = await openPlatform({ ...config, role: 'server', logLevel: 'error' });
  const server = await createServer(platform);
  const { database, accounts } = platform;
  return new Api({
    ask: async ({ method, path, headers, body }) => {
      const payload = body === undefined ? {} : { payload: body };
      const response = await server.app.inject({ method, url: path, headers, ...payload });
      return { status: response.statusCode, text: response.body };
    },
    signIn: async (who) => {
      const opened = await database.transaction((tx) => accounts.openAtConsole(tx, who));
      if (opened === null) throw new CommandFailed([`没有这个登录名或人员 · no such login or person: ${who}`]);
      return `${sessionCookieName(config.http.publicUrl)}=${opened.token}`;
    },
    close: server.stop,
  });
}

function overHttp({ http: { host, port }, dataDirectory, isDemo }: Config): Api {
  const origin = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${String(port)}`;
  remark(`[民议] 服务正在使用 ${dataDirectory}，改由 ${origin} 访问 · a server has the data, asking it`);
  return new Api({
    ask: async ({ method, path, headers, body }) => {
      const response = await reach(`${origin}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
      return { status: response.status, text: await response.text() };
    },
    signIn: async (login) =>
      signInOverHttp(origin, { login, password: isDemo ? DEMO_PASSWORD : await askPassword(login) }),
    close: () => Promise.resolve(),
  });
}

async function signInOverHttp(origin: string, credentials: { login: string; password: string }): Promise<string> {
  const response = await reach(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  if (!response.ok) throw new CommandFailed(problemLines(await response.text()));
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ');
}

/** Asks for a password without showing it; what is piped in is taken as it comes. */
async function askPassword(login: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(`${login} 的口令 · password: `);
  const isMuted = stdin.isTTY;
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input: stdin, output: silent, terminal: isMuted });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    stderr.write('\n');
  }
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new CommandFailed([
      `连不上 ${url} · cannot be reached (${error instanceof Error ? error.message : 'unknown'})`,
      '  → 服务的端口不是默认的？· does the server use another port? PORT=… minyi …',
    ]);
  }
}
