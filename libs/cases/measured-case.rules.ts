import type { Instant, Visibility } from '#libs/engine';

import type { CaseClocks } from './case-clock.types.js';
import type { CalendarEdit } from './calendars.types.js';
import { nextFiring } from './clocks.rules.js';
import { unseenEdits, type Ground } from './ground.rules.js';
import { chainTexts } from './journal.rules.js';
import { atOfEdit, movedInJournal, remeasure } from './remeasure.rules.js';
import type { CaseRecord } from './work.types.js';

/** What measuring clocks anew needs of a case: not its state, which it leaves as it is. */
export interface ClockedCase extends Pick<
  CaseRecord,
  'id' | 'workflow' | 'realm' | 'version' | 'seq' | 'headHash' | 'status' | 'changedAt' | 'stuckUntil' | 'clocks'
> {
  stage: string;
  unit: string;
  visibility: Visibility;
  /** Fingerprint of the state, as the last entry of its journal carries it; it stays the same. */
  digest: string;
}

/** An entry that says that clocks were moved, with the texts of its parts as they are hashed and stored. */
export interface MeasuredEntry {
  seq: number;
  at: Instant;
  by: string;
  body: string;
  prevHash: string;
  hash: string;
}

/** A case whose clocks were measured anew and to which nothing else happened. */
export interface MeasuredCase {
  before: CaseClocks;
  now: ClockedCase;
  entries: MeasuredEntry[];
}

/**
 * Brings the clocks of a case to the calendars as they are, edit by edit. `null`: they are. `'happens'`: something was due before an
 * edit, which happens first, and that is not for here.
 */
export function measureCase(ground: Ground, known: ClockedCase, until: Instant): MeasuredCase | 'happens' | null {
  let measured: MeasuredCase | null = null;
  for (const edit of unseenEdits(ground, known.clocks, until)) {
    const current = measured ?? { before: known.clocks, now: known, entries: [] };
    const next = nextFiring(current.now.clocks);
    if (next !== null && next.at <= edit.at) return 'happens';
    measured = afterEdit(ground, current, edit);
  }
  return measured;
}

function afterEdit(ground: Ground, { before, now, entries }: MeasuredCase, edit: CalendarEdit): MeasuredCase {
  const at = atOfEdit(edit, now);
  const { clocks, moved } = remeasure(ground, now.clocks, { edit, at, unit: now.unit });
  if (moved.length === 0) return { before, now: { ...now, clocks }, entries };
  const seq = now.seq + 1;
  const body = movedInJournal(edit, { clocks, moved, digest: now.digest });
  const chained = chainTexts({ caseId: now.id, seq, at, kind: 'reprojected', by: edit.by, body }, now.headHash);
  return {
    before,
    now: { ...now, clocks, seq, headHash: chained.hash, changedAt: at, version: now.version + 1 },
    entries: [...entries, { seq, at, ...chained, prevHash: now.headHash }],
  };
}
