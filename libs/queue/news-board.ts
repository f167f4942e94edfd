import type { News, QueueLog, Stop } from './queue.js';

/** The listeners of this process. A listener that throws is logged and does not disturb the others. */
export class NewsBoard {
  readonly #listeners = new Set<(news: News) => void>();

  constructor(private readonly log: QueueLog) {}

  add(listener: (news: News) => void): Stop {
    // a wrapper, so that the same function subscribed twice is two subscriptions
    const entry = (news: News): void => {
      listener(news);
    };
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
      return Promise.resolve();
    };
  }

  publish(news: News): void {
    for (const listener of this.#listeners) {
      try {
        listener(news);
      } catch (error) {
        this.log.error({ err: error, caseId: news.caseId }, 'a listener to news failed');
      }
    }
  }
}
