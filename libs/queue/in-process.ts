import { NewsBoard } from './news-board.js';
import type { News, Queue, QueueDepth, QueueSurroundings, Stop, Wake } from './queue.js';
import { delayOf, wakeKey } from './queue.js';

/** setTimeout fires at once for more than 2^31-1 ms (24.8 days); longer waits are made of days. */
const LONGEST_TIMER_MILLISECONDS = 24 * 60 * 60 * 1000;

type Handler = (wake: Wake) => Promise<void>;

/** The queue of a single process: nothing outlives it, which is enough because nothing true is in it. */
export class InProcessQueue implements Queue {
  readonly #ready = new Map<string, Wake>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #news: NewsBoard;
  #handlers: readonly Handler[] = [];
  #isClosed = false;

  constructor(private readonly surroundings: QueueSurroundings) {
    this.#news = new NewsBoard(surroundings.log);
  }

  wake(wake: Wake): Promise<void> {
    try {
      if (!this.#isClosed) this.#schedule(wake);
    } catch (error) {
      this.surroundings.log.error({ err: error, wake }, 'a wake could not be scheduled');
    }
    return Promise.resolve();
  }

  onWake(handler: Handler): Promise<Stop> {
    // a wrapper, so that the same function given twice is two handlers
    const entry: Handler = (wake) => handler(wake);
    this.#handlers = [...this.#handlers, entry];
    this.#startReady();
    return Promise.resolve(async () => {
      this.#handlers = this.#handlers.filter((other) => other !== entry);
      await Promise.all(this.#running.values());
    });
  }

  announce(news: News): Promise<void> {
    // later, so that a listener never runs inside the act that made the news
    setImmediate(() => {
      if (!this.#isClosed) this.#news.publish(news);
    });
    return Promise.resolve();
  }

  onNews(listener: (news: News) => void): Promise<Stop> {
    return Promise.resolve(this.#news.add(listener));
  }

  depth(): Promise<QueueDepth> {
    return Promise.resolve({
      waiting: this.#ready.size,
      delayed: this.#timers.size,
      active: this.#running.size,
      lost: 0,
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#ready.clear();
    await Promise.all(this.#running.values());
  }

  #schedule(wake: Wake): void {
    const key = wakeKey(wake);
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    const delay = delayOf(wake, this.surroundings.clock.now());
    if (delay === 0) {
      this.#ready.set(key, wake);
      this.#startReady();
      return;
    }
    const timer = setTimeout(
      () => {
        this.#timers.delete(key);
        this.#schedule(wake);
      },
      Math.min(delay, LONGEST_TIMER_MILLISECONDS),
    );
    // waiting for a deadline does not keep a process alive that has nothing else to do
    timer.unref();
    this.#timers.set(key, timer);
  }

  #startReady(): void {
    if (this.#handlers.length === 0 || this.#isClosed) return;
    for (const [key, wake] of this.#ready) {
      if (this.#running.size >= this.surroundings.concurrency) return;
      // its turn comes again when the one running has ended
      if (!this.#running.has(key)) this.#start(key, wake);
    }
  }

  #start(key: string, wake: Wake): void {
    this.#ready.delete(key);
    const run = this.#handle(wake).finally(() => {
      this.#running.delete(key);
      this.#startReady();
    });
    this.#running.set(key, run);
  }

  async #handle(wake: Wake): Promise<void> {
    const [handler, ...others] = this.#handlers;
    if (handler === undefined) return;
    this.#handlers = [...others, handler];
    // the waker goes on first
    await new Promise((resolve) => setImmediate(resolve));
    try {
      await handler(wake);
    } catch (error) {
      this.surroundings.log.error({ err: error, wake }, 'handling a wake failed; the sweep will try again');
    }
  }
}
