import type { Cases, CaseView } from '#libs/cases';

import type { CaseReader } from '../reading/case-reader.js';
import { ChangeRing, type Change } from './change-ring.js';

/** How many changes are kept for watchers that come back. */
const RING_SIZE = 5_000;

/** Somebody who watches. */
export interface Watcher {
  /** `null`: a visitor. */
  person: string | null;
  /** Only these cases; `null`: all that may be seen. */
  only: ReadonlySet<string> | null;
  tell: (change: Change, view: CaseView) => void;
}

export interface ChangeFeedParts {
  cases: Cases;
  reader: CaseReader;
  /** Milliseconds since the epoch. */
  now: () => number;
  onError: (error: unknown) => void;
}

/** Tells watchers about new versions of the cases they may see. */
export class ChangeFeed {
  readonly #watchers = new Set<Watcher>();
  readonly #ring = new ChangeRing(RING_SIZE);
  #tail: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ChangeFeedParts) {}

  get watching(): number {
    return this.#watchers.size;
  }

  /** Takes in a change that some process has committed. */
  hear(change: Change): void {
    this.#ring.add(change, this.parts.now());
    if (this.#watchers.size === 0) return;
    // one after the other: a watcher hears the versions of a case in order
    this.#tail = this.#tail.then(() => this.tellAll(change)).catch(this.parts.onError);
  }

  /** Starts telling; answers how to stop. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Tells a returning watcher what it has missed; `false`: it must load everything anew. */
  async catchUp(watcher: Watcher, lastEventId: string): Promise<boolean> {
    const missed = this.#ring.since(lastEventId);
    if (missed === null) return false;
    for (const change of missed) await this.tellThose(change, [watcher]);
    return true;
  }

  private tellAll(change: Change): Promise<void> {
    return this.tellThose(change, [...this.#watchers]);
  }

  private async tellThose(change: Change, watchers: Watcher[]): Promise<void> {
    const { cases, reader } = this.parts;
    const wanted = watchers.filter(({ only }) => only === null || only.has(change.caseId));
    if (wanted.length === 0) return;
    const view = await cases.get(change.caseId);
    if (view === null) return;
    const seeing = await reader.seeing(view, new Set(wanted.map(({ person }) => person)));
    for (const watcher of wanted) if (seeing.has(watcher.person)) watcher.tell(change, view);
  }
}
