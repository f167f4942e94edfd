import type { Database } from '#libs/database';
import type { Instant } from '#libs/engine';

import type { AlsoWrite } from './commit.service.js';
import type { Recording } from './step.rules.js';
import type { World } from './work.types.js';

/** A journal entry that changes no state: an incident, an erasure. */
export type Annotation = Pick<Recording, 'kind' | 'by' | 'texts' | 'body'>;

/** What {@link Cases} offers to those that write into journals without stepping a case. */
export interface Annotator {
  readonly database: Database;
  readonly world: World;
  /** Instant of a virtual world; `null` when the database's clock is the clock. */
  virtualNow(): Instant | null;
  /** Writes the entry, and more in its transaction. Answers whether there is such a case. */
  annotate(caseId: string, entry: Annotation, alsoWrite: AlsoWrite<boolean>): Promise<boolean>;
}
