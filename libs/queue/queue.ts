/** Somebody should look at a case: its outbox has rows, or a deadline may be due. */
export type Wake =
  | { readonly kind: 'outbox'; readonly caseId: string }
  | {
      readonly kind: 'clock';
      readonly caseId: string;
      /** ISO 8601; not before this instant. */
      readonly at: string;
    };

/** A case has a new version: those watching it may want to look. */
export interface News {
  readonly caseId: string;
  readonly version: number;
}

/** Ends a subscription; resolves when handlers that were running have returned. */
export type Stop = () => Promise<void>;

/** How much is in the queue. */
export interface QueueDepth {
  /** Wakes that could be handled now. */
  readonly waiting: number;
  /** Wakes for a later instant. */
  readonly delayed: number;
  /** Wakes being handled. */
  readonly active: number;
  /** Wakes and news this process could not hand over since it started; the sweep finds their cases. */
  readonly lost: number;
}

/**
 * Wakes people up, nothing else: what is to be done is in the database. A wake may be lost (the sweep finds it later) and may come
 * twice; wakes of one case given close together may come as one, but one given while a handler runs is followed by another.
 */
export interface Queue {
  /** Never rejects: an act must not fail because the queue is away. */
  wake(wake: Wake): Promise<void>;
  /** Each wake goes to one handler of all processes. What a handler throws is logged; the sweep tries again. */
  onWake(handler: (wake: Wake) => Promise<void>): Promise<Stop>;
  /** Never rejects; see {@link Queue.wake}. */
  announce(news: News): Promise<void>;
  /** News go to every listener of every process, as long as it is connected; nothing is kept for later. */
  onNews(listener: (news: News) => void): Promise<Stop>;
  /** @throws Error when the queue cannot be reached. */
  depth(): Promise<QueueDepth>;
  close(): Promise<void>;
}

/** Where a queue writes what went wrong; pino's logger fits. */
export interface QueueLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What every kind of queue needs. */
export interface QueueSurroundings {
  /** The present, ISO 8601. */
  readonly clock: { now(): string };
  readonly log: QueueLog;
  /** How many handlers may run at once in this process. */
  readonly concurrency: number;
}

/** Wakes with the same key mean the same and may be handled as one. */
export function wakeKey(wake: Wake): string {
  switch (wake.kind) {
    case 'outbox':
      return `outbox ${wake.caseId}`;
    case 'clock':
      return `clock ${wake.caseId} ${wake.at}`;
  }
}

/** Milliseconds until the wake may be delivered, 0 if it may be now. */
export function delayOf(wake: Wake, now: string): number {
  if (wake.kind === 'outbox') return 0;
  const delay = Date.parse(wake.at) - Date.parse(now);
  if (Number.isNaN(delay)) throw new RangeError(`not an instant: ${wake.at}`);
  return Math.max(0, delay);
}
