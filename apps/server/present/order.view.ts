import { z } from 'zod';

import type { JsonObject, Label, WorkflowTexts } from '#libs/engine';

import type { StoryBody } from '../api/story.schema.js';
import type { Order, PrintedTask } from '../pages/print-order.page.js';

const given = z.looseObject({
  unit: z.string(),
  place: z.string(),
  instruction: z.string().nullable(),
  holdings: z.array(z.looseObject({ from: z.string() })),
  returns: z.array(
    z.looseObject({
      unit: z.string(),
      ground: z.string(),
      reason: z.string(),
      basis: z.string(),
      suggestedUnit: z.string().nullable(),
      at: z.string(),
    }),
  ),
  overdue: z.boolean(),
  overdueCount: z.number(),
  supervised: z.boolean(),
  redoCount: z.number(),
  redoReason: z.string().nullable(),
  answer: z.string().nullable(),
  evidence: z.array(z.string()),
});
/** What the sheets of a task need of its memory. */
export type OrderFacts = z.output<typeof given>;

/** The memory of a task; `null`: the reader is not shown it. */
export function orderFacts(context: JsonObject): OrderFacts | null {
  return given.safeParse(context).data ?? null;
}

/** Whether there is cause for a sheet: nobody is urged in time, and nothing is reported before it is done. */
export function isDue(
  order: Order,
  { overdue, overdueCount, supervised, returns }: OrderFacts,
  status: string,
): boolean {
  if (order === 'dispatch') return true;
  if (order === 'urge') return overdue || overdueCount > 0;
  if (order === 'supervision') return supervised;
  return order === 'return' ? returns.length > 0 : status === 'done';
}

/** Texts and units named in a task, to be looked up. */
export function namedIn({ unit, place, instruction, returns, redoReason, answer }: OrderFacts) {
  return {
    texts: [instruction, redoReason, answer, ...returns.flatMap(({ reason, basis }) => [reason, basis])].filter(
      (id) => id !== null,
    ),
    units: [unit, place, ...returns.flatMap((one) => [one.unit, one.suggestedUnit])].filter((id) => id !== null),
  };
}

interface Reader {
  textOf: (id: string) => string;
  unitOf: (id: string) => string;
  timeOf: (instant: string) => string;
  texts: WorkflowTexts;
  address: string;
}

/** A task as its sheets tell of it. */
export function printedTask(
  story: StoryBody,
  task: OrderFacts,
  { textOf, unitOf, timeOf, texts, address }: Reader,
): PrintedTask {
  const grounds = texts.fields?.acts?.['returnTask']?.['ground']?.[2]?.values ?? {};
  const groundOf = (key: string): Label => ({ zh: grounds[key]?.[0] ?? key, en: grounds[key]?.[1] ?? key });
  const text = (id: string | null): string | null => (id === null ? null : textOf(id));
  const [first] = task.holdings;
  const { holder } = story;
  return {
    number: story.number,
    title: story.title ?? '—',
    instruction: text(task.instruction),
    doer: unitOf(task.unit),
    unit: story.unit.name,
    place: unitOf(task.place),
    dispatchedAt: timeOf(first?.from ?? story.createdAt),
    dueAt: holder?.dueAt == null ? null : timeOf(holder.dueAt),
    explanation: holder?.explanation ?? null,
    overdueCount: Math.max(task.overdueCount, task.overdue ? 1 : 0),
    redoCount: task.redoCount,
    redoReason: text(task.redoReason),
    returns: task.returns.map(({ unit, ground, reason, basis, suggestedUnit, at }) => ({
      unit: unitOf(unit),
      ground: groundOf(ground),
      reason: textOf(reason),
      basis: textOf(basis),
      suggestedUnit: suggestedUnit === null ? null : unitOf(suggestedUnit),
      at: timeOf(at),
    })),
    answer: text(task.answer),
    evidence: task.evidence.length,
    endedAt: story.endedAt === null ? null : timeOf(story.endedAt),
    address,
  };
}
