import { randomUUID } from 'node:crypto';

import { openPlatform, readInstallation } from '#apps/platform';
import { createServer } from '#apps/server';
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
  body?: string;
}

type Ask = (question: Question) => Promise<Answer>;

/** The API, reached over HTTP when a server runs on the data, inside this process otherwise: the same answers either way. */
export class Api {
  constructor(
    private readonly ask: Ask,
    readonly close: () => Promise<void>,
  ) {}

  async get<T>(path: string, person?: string): Promise<T> {
    return JSON.parse(await this.text(path, person)) as T;
  }

  text(path: string, person?: string): Promise<string> {
    return this.send({ method: 'GET', path, headers: headersFor(person) });
  }

  async post<T>(
    path: string,
    body: unknown,
    { person, key = randomUUID() }: { person?: string; key?: string },
  ): Promise<T> {
    const headers = { ...headersFor(person), 'content-type': 'application/json', 'idempotency-key': key };
    return JSON.parse(
      await this.send({ method: 'POST', path, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
    ) as T;
  }

  private async send(question: Question): Promise<string> {
    const { status, text } = await this.ask(question);
    if (status >= 400) throw new CommandFailed(problemLines(text));
    return text;
  }
}

function headersFor(person: string | undefined): Record<string, string> {
  return person === undefined ? {} : { 'x-minyi-person': person };
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
  // whoever may read the database may be anybody: the console is trusted to say who acts
  const server = await createServer(platform, { trustsPersonHeader: true });
  const ask: Ask = async ({ method, path, headers, body }) => {
    const response = await server.app.inject({
      method,
      url: path,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: response.statusCode, text: response.body };
  };
  return new Api(ask, server.stop);
}

function overHttp({ http: { host, port }, dataDirectory }: Config): Api {
  const origin = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${String(port)}`;
  remark(`[民议] 服务正在使用 ${dataDirectory}，改由 ${origin} 访问 · a server has the data, asking it`);
  const ask: Ask = async ({ method, path, headers, body }) => {
    const response = await reach(`${origin}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    return { status: response.status, text: await response.text() };
  };
  return new Api(ask, () => Promise.resolve());
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
