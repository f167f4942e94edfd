import { armedIn, effectsIn, eventOf, type AccountLine, type TaskFacts } from './account.js';

/** A promise that is over: kept, or broken for good. One that still runs is a clock. */
export interface PastPromise {
  /** Name of the clock that measured it. */
  clock: string;
  /** Unit that gave it; null: whoever answers for the case. */
  unit: string | null;
  /** ISO 8601 in UTC; null where a pause held it back when it was over. */
  dueAt: string | null;
  /** When it was done; null: never by them. */
  doneAt: string | null;
  isKept: boolean;
}

/** A promise as far as it was read: the clock stays armed after it fired, for its later rungs. */
interface Running {
  dueAt: string | null;
  isLate: boolean;
}

/** What was promised by a clock of a case and done by one of its acts, from the journal alone. Pure. */
export function promisesOfClock(
  lines: readonly AccountLine[],
  { clock, act }: { clock: string; act: string },
): PastPromise[] {
  const found: PastPromise[] = [];
  let running = null as Running | null;
  for (const line of lines) {
    if (line.kind === 'dropped') continue;
    const event = eventOf(line);
    const isDone = event?.kind === 'act' && event.name === act;
    const isOff = effectsIn(line).some(({ kind, name }) => kind === 'disarm' && name === clock);
    const isLate: boolean = running?.isLate === true || (event?.kind === 'clock' && event.name === clock);
    if (running !== null && (isDone || isOff)) {
      const { dueAt } = running;
      const isKept = !isLate && (dueAt === null || line.at < dueAt);
      // sent back to be done again it runs under the same date, which was broken once
      const isTold = !isDone && found.some((one) => one.dueAt === dueAt && !one.isKept);
      if (isDone || (!isKept && !isTold))
        found.push({ clock, unit: null, dueAt, doneAt: isDone ? line.at : null, isKept });
      running = null;
    } else if (running !== null) running = { ...running, isLate };
    const armed = armedIn(line).find(({ name }) => name === clock);
    if (armed !== undefined) running = { dueAt: armed.dueAt, isLate: running !== null && isLate };
  }
  return found;
}

/** What each unit that had a task promised by taking it: done in time, done late, or taken from it after it was late. Pure. */
export function promisesOfTask({ turns }: Pick<TaskFacts, 'turns'>): PastPromise[] {
  return turns.flatMap(({ unit, dueAt, finishedAt, leftAt, returnedAt, overdue }): PastPromise[] => {
    const isTaken = leftAt !== null || returnedAt !== null;
    if (finishedAt === null && !(overdue && isTaken)) return [];
    return [{ clock: 'handling', unit, dueAt, doneAt: finishedAt, isKept: !overdue }];
  });
}
