import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a receiver got it. */
export interface ReceivedPost {
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  json: Record<string, unknown>;
}

/** A real HTTP server in this process that takes what robots, webhooks and gateways are sent. */
export class Receiver {
  readonly posts: ReceivedPost[] = [];
  /** What it answers next. */
  answer: { status: number; body: string; headers?: Record<string, string> } = { status: 200, body: '{}' };
  #server: Server | undefined;
  #port = 0;

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://receiver');
        const json = JSON.parse(body) as Record<string, unknown>;
        this.posts.push({ path: pathname, query: searchParams, headers: request.headers, body, json });
        response.writeHead(this.answer.status, { 'content-type': 'application/json', ...this.answer.headers });
        response.end(this.answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  url(path: string): string {
    return `http://127.0.0.1:${String(this.#port)}${path}`;
  }
}
