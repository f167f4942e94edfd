import type { Database, Tx } from '#libs/database';
import type { Instant, Registered } from '#libs/engine';

import type { AlsoWrite } from './commit.service.js';
import type { Policies } from './policies.service.js';
import type { Recording } from './step.rules.js';
import type { CaseWork, World } from './work.types.js';

/** A journal entry that changes no state: an incident, an erasure. */
export type Annotation = Pick<Recording, 'kind' | 'by' | 'texts' | 'body'>;

/** Makes the new form of a locked case, stamped with the instant after the lock was held. */
export type CaseChange = (work: CaseWork, around: { at: Instant; tx: Tx }) => Promise<CaseWork>;

/** What {@link Cases} offers to those that write into journals without stepping a case. */
export interface Annotator {
  readonly database: Database;
  readonly world: World;
  readonly policies: Policies;
  /** By name. */
  readonly workflows: ReadonlyMap<string, Registered>;
  /** Instant of a virtual world; `null` when the database's clock is the clock. */
  virtualNow(): Instant | null;
  /** Writes the entry, and more in its transaction. Answers whether there is such a case. */
  annotate(caseId: string, entry: Annotation, alsoWrite: AlsoWrite<boolean>): Promise<boolean>;
  /** Rewrites a case under its lock. Answers whether there is such a case. */
  change(caseId: string, make: CaseChange): Promise<boolean>;
}
