import type { Schema } from '../../api/client.js';
import type { Label } from '../../words/words.js';

type DeskItem = Schema<'DeskItem'>;

/** What is done with a report before anybody deliberates or works on it. */
export const TRIAGE_QUEUES = ['reply', 'sort', 'route', 'appeal'] as const;
export type TriageQueue = (typeof TRIAGE_QUEUES)[number];

/** Acts that show what a report waits for. */
const MARKS: Readonly<Record<TriageQueue, readonly string[]>> = {
  reply: ['reply'],
  sort: ['sortAsCommon', 'sortAsIndividual'],
  route: ['takeDirectLine', 'chooseLevel'],
  appeal: ['upholdAppeal'],
};

/** A report with everything it waits for. */
export interface TriageCase {
  id: string;
  title: string | null;
  annex: DeskItem['annex'];
  queues: TriageQueue[];
  labels: Label[];
  /** ISO 8601; what is due first. */
  dueAt: string | null;
}

/** Reports of a desk, each once, in the order of the desk. */
export function triageCases(items: readonly DeskItem[]): TriageCase[] {
  const cases = new Map<string, TriageCase>();
  for (const { id, title, annex, acts, label, dueAt } of items) {
    const queue = TRIAGE_QUEUES.find((name) => acts.some(({ act }) => MARKS[name].includes(act)));
    if (queue === undefined) continue;
    const known = cases.get(id);
    if (known === undefined) cases.set(id, { id, title, annex, queues: [queue], labels: [label], dueAt });
    else {
      known.queues.push(queue);
      known.labels.push(label);
    }
  }
  return [...cases.values()];
}

/** Which report is shown: the one that was chosen, or what stands in its place now that it is done. */
export function shownCase(ids: readonly string[], chosen: string | null, place: number): string | null {
  if (chosen !== null && ids.includes(chosen)) return chosen;
  return ids[Math.min(Math.max(0, place), ids.length - 1)] ?? null;
}

/** Acts in the order in which a report is judged: danger apart, then what settles most reports first. */
const ORDER = [
  'reply',
  'sortAsCommon',
  'sortAsIndividual',
  'merge',
  'askInformation',
  'sortWithoutInformation',
  'forward',
  'decline',
  'takeDirectLine',
  'chooseLevel',
  'upholdAppeal',
  'dismissAppeal',
  'addNote',
];

/** What can be done with a report, danger left out, what is not in the order at the end. */
export function inOrder<Act extends { act: string }>(acts: readonly Act[]): Act[] {
  const placeOf = ({ act }: Act): number => (ORDER.includes(act) ? ORDER.indexOf(act) : ORDER.length);
  return acts.filter(({ act }) => act !== 'declareDanger').sort((a, b) => placeOf(a) - placeOf(b));
}
