/** That a case has a new version. */
export interface Change {
  caseId: string;
  version: number;
}

interface Kept {
  change: Change;
  /** Milliseconds since the epoch at which this process heard of it. */
  heardAt: number;
}

/**
 * Another process may have heard two changes in the other order, so a watcher that moves here is told everything heard since a
 * little before its last event; watchers compare versions and ignore what they know.
 */
const OVERLAP_MS = 10_000;

/** The last changes this process has heard of, for watchers that come back. */
export class ChangeRing {
  readonly #kept: Kept[] = [];

  constructor(private readonly size: number) {}

  add(change: Change, heardAt: number): void {
    this.#kept.push({ change, heardAt });
    if (this.#kept.length > this.size) this.#kept.splice(0, this.#kept.length - this.size);
  }

  /** What a watcher has missed since its last event `<case>:<version>`; `null` when that is not known any more. */
  since(lastEventId: string): Change[] | null {
    const last = this.#kept.findIndex(({ change }) => eventIdOf(change) === lastEventId);
    const from = this.#kept[last]?.heardAt;
    if (from === undefined) return null;
    return this.#kept
      .filter(({ heardAt }, index) => heardAt >= from - OVERLAP_MS && index !== last)
      .map(({ change }) => change);
  }
}

/** Id of the event that tells a change. */
export function eventIdOf({ caseId, version }: Pick<Change, 'caseId' | 'version'>): string {
  return `${caseId}:${String(version)}`;
}
