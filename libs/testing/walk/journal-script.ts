import type { JsonObject } from '#libs/engine';

/** An entry of a journal, as far as accounts read it. */
export interface ScriptLine {
  seq: number;
  at: string;
  kind: string;
  by: { kind: 'person'; person: string } | { kind: 'system'; name: string };
  body: JsonObject;
}

/** What an entry of a script says beside its event: clocks by delay name with due instants (null: paused), clocks disarmed, an end. */
export interface ScriptNote {
  armed?: Record<string, string | null>;
  off?: string[];
  children?: Record<string, string>;
  by?: string;
  ended?: JsonObject;
  status?: 'done' | 'cancelled';
}

/**
 * Writes a journal by hand, for tests of what is counted from journals: the instants are the test's own. Days are written
 * `03-02T09:00` and lie in 2026, in UTC.
 */
export class JournalScript {
  readonly lines: ScriptLine[] = [];
  #visits = 0;

  static start(day: string, input: JsonObject, note: ScriptNote & { child?: string } = {}): JournalScript {
    const script = new JournalScript();
    const parent = note.child === undefined ? {} : { parent: { case: 'parent', child: note.child, token: '1' } };
    return script.#add(day, 'started', [{ input, ...parent }, note]);
  }

  act(day: string, act: string, ...[input = {}, note = {}]: [input?: JsonObject, note?: ScriptNote]): this {
    return this.#add(day, 'act', [{ event: { kind: 'act', act, input } }, note]);
  }

  clock(day: string, name: string, note: ScriptNote = {}): this {
    return this.#add(day, 'clock', [{ event: { kind: 'clock', clock: `${name}@somewhere`, token: 't' } }, note]);
  }

  told(day: string, type: string, ...[payload = {}, note = {}]: [payload?: JsonObject, note?: ScriptNote]): this {
    return this.#add(day, 'told', [{ event: { kind: 'told', event: { type, payload } } }, note]);
  }

  childDone(day: string, child: string, ...[output, note = {}]: [output: JsonObject, note?: ScriptNote]): this {
    return this.#add(day, 'childDone', [{ event: { kind: 'childDone', child, token: '1', output } }, note]);
  }

  /** A calendar was edited: clocks by delay name with the instants they have from now on (null: paused as before). */
  measured(day: string, armed: Record<string, string | null>): this {
    return this.#add(day, 'reprojected', [{}, { armed }]);
  }

  cancelled(day: string): this {
    const note: ScriptNote = { status: 'cancelled', ended: {} };
    return this.#add(day, 'cancelled', [{ event: { kind: 'cancel', reason: 'r' } }, note]);
  }

  #add(day: string, kind: string, [event, note]: [event: JsonObject, note: ScriptNote]): this {
    const { armed = {}, off = [], children = {}, by, ended, status = 'done' } = note;
    // a clock that is armed while it already ran keeps its token; `off` before it makes it another visit
    if (off.length > 0 || Object.keys(children).length > 0) this.#visits += 1;
    const token = String(this.#visits);
    const effects = [
      ...off.map((name) => ({ kind: 'disarm', name: `${name}@somewhere`, token })),
      ...Object.entries(children).map(([id, name]) => ({ kind: 'startChild', name, id, token })),
    ];
    const clocks = Object.fromEntries(
      Object.entries(armed).map(([name, due]) => [
        `${name}@somewhere`,
        { token, dueAt: due === null ? null : instant(due) },
      ]),
    );
    this.lines.push({
      seq: this.lines.length + 1,
      at: instant(day),
      kind,
      by: by === undefined ? { kind: 'system', name: 'test' } : { kind: 'person', person: by },
      body: {
        ...event,
        ...(effects.length === 0 ? {} : { effects }),
        ...(Object.keys(clocks).length === 0 ? {} : { armed: clocks }),
        ...(ended === undefined ? {} : { ended: { status, output: ended } }),
      },
    });
    return this;
  }
}

/** `03-02T09:00` → `2026-03-02T09:00:00.000Z`. */
export function instant(day: string): string {
  return `2026-${day}:00.000Z`;
}
