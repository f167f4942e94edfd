import type { CaseStatus, Instant, Visibility } from '#libs/engine';

import type { EntryKind } from './views.types.js';

/** What is told after a commit, about one case. Ids and keys only. */
export interface CaseNews {
  caseId: string;
  workflow: string;
  realm: string;
  version: number;
  seq: number;
  status: CaseStatus;
  stage: string;
  unit: string;
  visibility: Visibility;
  kinds: EntryKind[];
  /** How many outbox rows were written. */
  effects: number;
  nextDueAt: Instant | null;
}
