import type { Schema } from '../../api/client.js';

type Counts = Schema<'Import'>['counts'];

/** What can be done next with an import. */
export type Step = 'check' | 'decide' | 'correct' | 'apply' | 'nothing' | 'applied' | 'undone';

/** All or nothing: errors have to be corrected in the file, questions decided, before anything is written. */
export function stepOf({ state, counts }: { state: string; counts: Counts }): Step {
  if (state === 'applied' || state === 'undone') return state;
  if (state === 'uploaded') return 'check';
  if (counts.errors > 0) return 'correct';
  if (counts.questions > 0) return 'decide';
  return counts.new + counts.changed > 0 ? 'apply' : 'nothing';
}

/** How far a check or an application is, in whole per cent; nothing while it cannot be said. */
export function percentOf(progress: { done: number; total: number } | null): number | null {
  if (progress === null || progress.total <= 0) return null;
  return Math.min(100, Math.floor((progress.done / progress.total) * 100));
}

/** Decisions to send: those made before with those made now. */
export function decided(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...before, ...now }).filter(([, chosen]) => chosen !== ''));
}
