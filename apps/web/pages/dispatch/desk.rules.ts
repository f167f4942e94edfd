/** What a key does at the desk of a department. Moving from row to row is the table's. */
export const DESK_KEYS = {
  a: 'accept',
  r: 'returnTask',
  e: 'askExtension',
  p: 'progress',
  f: 'finish',
  i: 'assignInside',
  t: 'setTimetable',
  s: 'signAnswer',
  b: 'sendBackAnswer',
  x: 'select',
  w: 'why',
  '?': 'help',
} as const satisfies Record<string, string>;
export type DeskAction = (typeof DESK_KEYS)[keyof typeof DESK_KEYS];

/** Acts that open a form; the others of `DESK_KEYS` are done at once or are no acts. */
export const FORM_ACTS = [
  'returnTask',
  'askExtension',
  'progress',
  'finish',
  'assignInside',
  'setTimetable',
  'signAnswer',
  'sendBackAnswer',
] as const;
export type FormAct = (typeof FORM_ACTS)[number];

/** What a press of a key looks like to the desk. */
export interface KeyPress {
  key: string;
  hasModifier: boolean;
  /** Something is being typed, or a dialog is open. */
  isElsewhere: boolean;
}

/**
 * The action a key stands for; `null`: none. A key that is pressed with Ctrl, Alt or Meta belongs to the browser or to a screen
 * reader, and whoever types into a field means the letter (WCAG 2.1.4).
 */
export function actionOf({ key, hasModifier, isElsewhere }: KeyPress): DeskAction | null {
  if (hasModifier || isElsewhere) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return (DESK_KEYS as Partial<Record<string, DeskAction>>)[name] ?? null;
}

/** Keys by which a table moves and selects. */
const TABLE_KEYS = ['j', 'k', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp', 'Enter', ' '];

/** Whether a key means a row: one that acts on it, moves from it or selects it. Ctrl + A means all rows. */
export function isDeskKey(press: KeyPress): boolean {
  const { key, hasModifier, isElsewhere } = press;
  if (isElsewhere) return false;
  return hasModifier ? key === 'a' : actionOf(press) !== null || TABLE_KEYS.includes(key);
}

/** The queue a digit stands for, counted from 1 in the order of the tabs; `null`: none. */
export function queueOf<Queue>({ key, hasModifier, isElsewhere }: KeyPress, queues: readonly Queue[]): Queue | null {
  return hasModifier || isElsewhere || !/^[1-9]$/.test(key) ? null : (queues[Number(key) - 1] ?? null);
}

export function opensForm(action: DeskAction): action is FormAct {
  return (FORM_ACTS as readonly string[]).includes(action);
}

/** Which row has the focus after rows went: the one that moved into its place, else the last. `null`: there is none. */
export function rowAfter(at: number, count: number): number | null {
  return count === 0 ? null : Math.min(Math.max(at, 0), count - 1);
}

/** Where a row is now; `null`: it has gone. */
export function rowOf(id: string | undefined, rows: readonly { id: string }[]): number | null {
  const index = rows.findIndex((row) => row.id === id);
  return index === -1 ? null : index;
}

/** Where an index is among rows that were filtered: the selection keeps only what is still there. */
export function stillThere(selected: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const there = new Set(ids);
  const kept = [...selected].filter((id) => there.has(id));
  return kept.length === selected.size ? selected : new Set(kept);
}

/** What came of doing the same to many. */
export interface BulkOutcome {
  done: string[];
  failed: { id: string; why: string }[];
}

/** Does one after the other: one that is refused does not stop the rest. Told after each. */
export async function oneByOne(
  ids: readonly string[],
  act: (id: string) => Promise<unknown>,
  { onStep, reasonOf }: { onStep: (outcome: BulkOutcome) => void; reasonOf: (error: unknown) => string },
): Promise<BulkOutcome> {
  let outcome: BulkOutcome = { done: [], failed: [] };
  for (const id of ids) {
    try {
      await act(id);
      outcome = { ...outcome, done: [...outcome.done, id] };
    } catch (error) {
      outcome = { ...outcome, failed: [...outcome.failed, { id, why: reasonOf(error) }] };
    }
    onStep(outcome);
  }
  return outcome;
}
