import type { Actor, Instant } from '#libs/engine';

import type { TaskOrder } from './contract.js';
import type { TaskPolicy } from './task.policy.js';

/** A return, kept for the arbiter and for the rates of the unit. */
export type TaskReturn = {
  unit: string;
  ground: string;
  reason: string;
  basis: string;
  suggestedUnit: string | null;
  at: Instant;
};

/** What the handler asks for and waits on. `days` are working days. */
export type TaskRequest = {
  kind: 'hold' | 'extension' | 'impossible';
  reason: string;
  days: number;
  evidence: string[];
  at: Instant;
};

/** How a request ended; refusals are kept. `lapsed`: nobody answered in time. */
export type TaskAnswer = {
  kind: TaskRequest['kind'];
  decision: 'granted' | 'refused' | 'lapsed';
  reason: string | null;
  at: Instant;
};

export type TaskContext = {
  policy: TaskPolicy;
  case: string;
  issue: string;
  place: string;
  title: string;
  instruction: string | null;
  part: TaskOrder['part'];
  limit: TaskOrder['limit'];
  confidential: boolean;
  round: number;
  origin: TaskOrder['origin'];
  matter: string | null;
  /** Unit asked first, the resident's contact until the end (首问负责); null: the coordinator of the place. */
  contact: string | null;
  lead: string | null;
  from: string | null;
  /** Unit that is to do it now, and the unit that was asked first (首接负责). */
  unit: string;
  firstUnit: string;
  /** Named by arbitration: may not return the task. */
  owned: boolean;
  /** Unit above all units in dispute. */
  arbiter: string | null;
  returns: TaskReturn[];
  /** Times it was given to a unit, the first included. */
  dispatches: number;
  acceptedBySilence: boolean;
  /** Persons whose work it is; none of them verifies it. */
  handlers: string[];
  progressNotes: number;
  lastNote: string | null;
  request: TaskRequest | null;
  answers: TaskAnswer[];
  holds: number;
  extensions: number;
  /** The handling time of this visit has run out. */
  overdue: boolean;
  overdueCount: number;
  /** Under supervision of the upper tier (督办). */
  supervised: boolean;
  answer: string | null;
  evidence: string[];
  redoCount: number;
  /** This visit does it again: it has the time of a redo. */
  redoing: boolean;
  redoReason: string | null;
  /** Times the last verifier let the time pass. */
  silences: number;
  verifiedBy: string | null;
  endReason: string | null;
  /** How it ended; null while it runs and when it is cancelled. */
  ending: 'verified' | 'impossible' | null;
};

/** What the engine gives the chart at its start. */
export type TaskStart = TaskOrder & { case: string; at: Instant; on: string; by: Actor; policy: TaskPolicy };

/** A task that has just been dispatched. */
export function initialTask({ input }: { input: TaskStart }): TaskContext {
  return {
    policy: input.policy,
    case: input.case,
    issue: input.issue,
    place: input.place,
    title: input.title,
    instruction: input.instruction,
    part: input.part,
    limit: input.limit,
    confidential: input.confidential,
    round: input.round,
    origin: input.origin,
    matter: input.matter,
    contact: input.contact,
    lead: input.lead,
    from: input.from,
    unit: input.unit,
    firstUnit: input.unit,
    owned: false,
    arbiter: null,
    returns: [],
    dispatches: 1,
    acceptedBySilence: false,
    handlers: [],
    progressNotes: 0,
    lastNote: null,
    request: null,
    answers: [],
    holds: 0,
    extensions: 0,
    overdue: false,
    overdueCount: 0,
    supervised: false,
    answer: null,
    evidence: [],
    redoCount: 0,
    redoing: false,
    redoReason: null,
    silences: 0,
    verifiedBy: null,
    endReason: null,
    ending: null,
  };
}
