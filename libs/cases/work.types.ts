import type { Actor, CaseStatus, Instant, JsonObject, Registered, Stored, Summary } from '#libs/engine';
import type { Tx } from '#libs/database';

import type { CaseClock } from './case-clock.types.js';
import type { Ground } from './ground.rules.js';
import type { GroundParts } from './ground.service.js';
import type { TextDraft, TextMint } from './inputs.rules.js';
import type { OutboxPayload } from './outbox.rules.js';
import type { Projection } from './projection.types.js';
import type { JournalEntry } from './views.types.js';

/** Where a child hangs: its parent case, the id the parent's chart knows it by, and the token of its start. */
export interface Parentage {
  case: string;
  child: string;
  token: string;
}

/** A locked row of `cases`, as the load statement delivers it. */
export interface CaseRecord {
  id: string;
  workflow: string;
  realm: string;
  version: number;
  seq: number;
  headHash: string;
  status: CaseStatus;
  parent: Parentage | null;
  createdAt: Instant;
  changedAt: Instant;
  stuckUntil: Instant | null;
  stored: Stored;
  clocks: Record<string, CaseClock>;
}

/** An effect to be written to the outbox. */
export interface OutboxDraft {
  id: string;
  caseId: string;
  workflow: string;
  realm: string;
  seq: number;
  n: number;
  at: Instant;
  name: string;
  payload: OutboxPayload;
}

/** A child to be started in the transaction of its parent. */
export interface ChildStart {
  parent: Parentage;
  workflow: string;
  input: JsonObject;
  by: Actor;
  at: Instant;
}

/** A child to be cancelled in the transaction of its parent. */
export interface ChildCancel {
  caseId: string;
  /** Id of the text that says why, or a word of the engine. */
  reason: string;
  by: Actor;
  at: Instant;
}

/** A text to be stored for a case. */
export interface TextRecord extends TextDraft {
  caseId: string;
  at: Instant;
}

/**
 * A case in hand: as it was read, as it will be written, and everything that goes with it. Every step makes a new one, so that
 * a command that fails half-way is dropped by forgetting its work.
 */
export interface CaseWork {
  id: string;
  /** `null`: the case is new. */
  before: CaseRecord | null;
  now: CaseRecord;
  summary: Summary;
  /** What queries show of it; `null` as long as nothing has happened. */
  projection: Projection | null;
  entries: JournalEntry[];
  outbox: OutboxDraft[];
  texts: TextRecord[];
  links: { target: string; relation: string; since: Instant }[];
  /** Set while a parent cancels it: its end is then no news to the parent. */
  silent: boolean;
  /** Its rows in other tables were deleted and are written anew. */
  rewrite: boolean;
  /** Clocks were found to be right under newer calendars: this is written, and nobody has to be told. */
  isStamped: boolean;
  /** Nothing but measuring of clocks has happened: state, parties and lookups are as they were. */
  isOnlyMeasured: boolean;
}

/** What a step asks of other cases; settled in the same transaction. */
export interface FamilyOrders {
  starts: ChildStart[];
  cancels: ChildCancel[];
}

/** What surrounds every decision. */
export interface World {
  realm: string;
  /** Where clocks stand: inside a transaction, what that transaction has read. */
  ground: Ground;
  /** Where a transaction's ground comes from. */
  grounds: GroundParts;
  /** Calendar whose local date is the case's. */
  calendar: string;
  mint: TextMint;
  knows: (workflow: string) => boolean;
  /** @throws EngineFault when no such workflow is registered. */
  registered: (workflow: string) => Registered;
  /** The unit and every unit above it. */
  places: (unit: string, tx: Tx) => Promise<string[]>;
  /** Body of a policy version that has been loaded. */
  policy: (id: string) => JsonObject;
}
