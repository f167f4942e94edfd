import { Controller, Inject, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common';

import { eventIdOf, Platform, type Change, type Watcher } from '#apps/platform';
import type { CaseView } from '#libs/cases';

import { endpoints } from '../api/endpoints.js';
import { Callers } from '../http/caller.service.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { Route } from '../http/route.decorator.js';
import { STREAM_PACE, StreamPass } from '../http/stream-pass.js';

/** A reader this far behind is cut off; it comes back and is told to reload. */
const MOST_UNSENT_BYTES = 1_000_000;

/** Live updates: one open response a reader, ended when the server stops or the reader's session ends. */
@Controller()
export class StreamController implements BeforeApplicationShutdown {
  /** Shorter in tests. */
  readonly pace = { ...STREAM_PACE };
  readonly #open = new Set<HttpReply['raw']>();

  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Route(endpoints.watch)
  async watch(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { caller, identity, query } = await this.gate.visit(endpoints.watch, request);
    const holder = identity === null ? null : { identity, sessionToken: this.callers.sessionOf(request) };
    const pass = new StreamPass(this.platform, holder, this.pace.recheck);
    const response = this.begin(reply);
    let isOver = false;
    let tail = Promise.resolve();
    /** One after the other, and nothing more once the reader is not let in any more. */
    const say = (isGood: () => Promise<boolean>, work: () => void): void => {
      tail = tail.then(async () => {
        if (isOver) return;
        // what cannot be asked is not good: the reader comes back and is asked at the door
        isOver = !(await isGood().catch(() => false));
        if (isOver) sayGoodbye(response);
        else work();
      });
    };
    const watcher: Watcher = {
      person: caller?.person ?? null,
      only: query.case === undefined ? null : new Set(query.case),
      tell: (change, view) =>
        say(
          () => pass.isGood(),
          () => send(response, { event: 'case', id: eventIdOf(change), data: dataOf(change, view) }),
        ),
    };
    const stop = this.platform.feed.watch(watcher);
    const heartbeat = setInterval(() => {
      say(
        () => pass.look(),
        () => response.writableEnded || response.write(': still here\n\n'),
      );
    }, this.pace.heartbeat);
    // a reader that goes away in the middle of a line is no news
    response.on('error', () => response.destroy());
    response.once('close', () => {
      isOver = true;
      stop();
      clearInterval(heartbeat);
      this.#open.delete(response);
      this.platform.metrics.watching(this.#open.size);
    });
    await this.resume(request, watcher, response);
  }

  beforeApplicationShutdown(): void {
    for (const response of this.#open) sayGoodbye(response);
  }

  private begin(reply: HttpReply): HttpReply['raw'] {
    reply.hijack();
    const response = reply.raw;
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) response.setHeader(name, value);
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 3000\n\n');
    this.#open.add(response);
    this.platform.metrics.watching(this.#open.size);
    return response;
  }

  private async resume({ headers }: HttpRequest, watcher: Watcher, response: HttpReply['raw']): Promise<void> {
    const last = headers['last-event-id'];
    if (typeof last !== 'string' || last === '') return;
    if (!(await this.platform.feed.catchUp(watcher, last))) send(response, { event: 'reload', data: {} });
  }
}

function dataOf({ caseId: id, version }: Change, { workflow, status, stage }: CaseView) {
  return { id, version, workflow, status, stage };
}

function sayGoodbye(response: HttpReply['raw']): void {
  if (!response.writableEnded) response.end('event: goodbye\ndata: {}\n\n');
}

interface ServerSentEvent {
  event: string;
  id?: string;
  data: object;
}

function send(response: HttpReply['raw'], { event, id, data }: ServerSentEvent): void {
  if (response.writableEnded || response.destroyed) return;
  if (response.writableLength > MOST_UNSENT_BYTES) {
    response.destroy();
    return;
  }
  response.write(`event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
}
