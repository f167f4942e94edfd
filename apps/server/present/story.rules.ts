import type { StagedEntry } from '#apps/platform';
import type { CaseStatus, Label } from '#libs/engine';

/** A step of the strip: passed, where it is, still to come, or left out. */
export interface StoryStep {
  key: string;
  label: Label;
  state: 'done' | 'here' | 'ahead' | 'skipped';
  from: string | null;
  to: string | null;
}

/** When a stage was first entered and last left. */
interface Span {
  from: string;
  to: string | null;
}

const ENDED = 'ended';

function spansOf(path: readonly StagedEntry[]): Map<string, Span> {
  const spans = new Map<string, Span>();
  let current: string | null = null;
  for (const { entry, stage } of path) {
    if (stage === null || stage === current) continue;
    const left = current === null ? undefined : spans.get(current);
    if (left !== undefined) left.to = entry.at;
    const entered = spans.get(stage);
    if (entered === undefined) spans.set(stage, { from: entry.at, to: null });
    else entered.to = null;
    current = stage;
  }
  return spans;
}

/**
 * The steps of a case with where it is. One that went back to an earlier step has the later ones before it again; what an ended
 * case never came to was left out.
 */
export function stepsOf(
  path: readonly StagedEntry[],
  stages: Readonly<Record<string, Label>>,
  { stage, status }: { stage: string; status: CaseStatus },
): StoryStep[] {
  const spans = spansOf(path);
  const keys = Object.keys(stages).filter((key) => key !== ENDED);
  const here = status === 'active' ? keys.indexOf(stage) : keys.length;
  return keys.map((key, index) => {
    const label = stages[key] ?? { zh: key, en: key };
    const span = spans.get(key);
    if (index === here) return { key, label, state: 'here', from: span?.from ?? null, to: null };
    if (index > here) return { key, label, state: 'ahead', from: null, to: null };
    if (span === undefined) return { key, label, state: 'skipped', from: null, to: null };
    return { key, label, state: 'done', from: span.from, to: span.to };
  });
}

/** How many days late, in words. */
export function lateBy(dueAt: string, now: string): Label {
  const hours = Math.max(0, Math.floor((Date.parse(now) - Date.parse(dueAt)) / 3_600_000));
  const days = Math.floor(hours / 24);
  if (days > 0) return { zh: `${String(days)} 天`, en: `${String(days)} day(s)` };
  return { zh: `${String(Math.max(1, hours))} 小时`, en: `${String(Math.max(1, hours))} hour(s)` };
}
