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

/** Why a unit got the task. */
export const HOLDING_GROUNDS = [
  'dispatched',
  'reassigned',
  'transferred',
  'takenOver',
  'succeeded',
  'arbitrated',
  'provisional',
  'jointMeeting',
  'fallback',
] as const;
export type HoldingGround = (typeof HOLDING_GROUNDS)[number];

/** One unit's time with the task. Its time stays on its account, whoever has the task later. */
export type TaskHolding = { unit: string; from: Instant; to: Instant | null; why: HoldingGround; note: string | null };

/** Given to an office and a person inside the unit (分办). */
export type TaskAssignment = { unit: string | null; person: string; note: string | null; at: Instant };

/** A step of the timetable. */
export type TaskStep = { what: string; on: string; doneAt: Instant | null };

/** What the handler asks for and waits on. `days` are working days. */
export type TaskRequest = {
  kind: 'hold' | 'extension' | 'impossible' | 'transfer' | 'signature';
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

/** What the leading task knows of an assist. */
export type AssistState = { task: string; unit: string; state: string; at: Instant };

export type TaskContext = {
  policy: TaskPolicy;
  case: string;
  issue: string;
  origin: TaskOrder['origin'];
  place: string;
  title: string;
  instruction: string | null;
  part: TaskOrder['part'];
  matter: string | null;
  limit: TaskOrder['limit'];
  confidential: boolean;
  round: number;
  /** Unit asked first by the resident, the contact until the end (首问负责); null: the coordinator of the place. */
  contact: string | null;
  /** How often the contact wrote to the resident, and whether the time to do so has run out. */
  contactReplies: number;
  contactLate: boolean;
  /** Unit that hands the work down, and what the admission register said; null: it was not asked. */
  from: string | null;
  admission: { admitted: boolean; entry: string | null; reason: string | null } | null;
  /** Unit that is to do it now, and the unit that was asked first (首接负责). */
  unit: string;
  firstUnit: string;
  holdings: TaskHolding[];
  /** Named by arbitration or taken over freely: may not return the task. */
  owned: boolean;
  /** Leads only until a joint meeting names the owner. */
  provisional: boolean;
  /** Unit above all units in dispute, and the one that takes what nobody takes. */
  arbiter: string | null;
  fallback: string | null;
  /** Minute that named the owner. */
  minutes: string | null;
  returns: TaskReturn[];
  /** Times it was given to a unit, the first included. */
  dispatches: number;
  transfers: number;
  /** Unit that is asked to take it over. */
  nominee: string | null;
  acceptedBySilence: boolean;
  assignments: TaskAssignment[];
  /** Persons whose work it is, and those whose work it was; none of them verifies it. */
  handlers: string[];
  formerHandlers: string[];
  /** Who was rung: 1 first in line on duty, 2 the second, 3 the leaders. */
  line: number;
  /** Who is on duty and was rung: they may take it whatever their office. */
  onDuty: string[];
  timetable: TaskStep[];
  timetableReason: string | null;
  progressNotes: number;
  openNotes: number;
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
  /** Who signed the answer, and how often it went back to its drafter. */
  signedBy: string | null;
  answerReturns: number;
  redoCount: number;
  /** This visit does it again: it has the time of a redo. */
  redoing: boolean;
  redoReason: string | null;
  /** Times the last verifier let the time pass. */
  silences: number;
  verifiedBy: string | null;
  /** Its unit is gone and nobody took over while it waited for verification. */
  orphaned: boolean;
  /** For an assist: the leading task and its unit. For a lead: its assists. */
  lead: string | null;
  leadUnit: string | null;
  assists: AssistState[];
  endReason: string | null;
  /** How it ended; null while it runs and when it is cancelled. */
  ending: 'verified' | 'impossible' | null;
};

/** What the engine gives the chart at its start. */
export type TaskStart = TaskOrder & { case: string; at: Instant; on: string; by: Actor; policy: TaskPolicy };

type Unwritten = Omit<TaskContext, 'policy' | 'unit' | 'firstUnit' | 'holdings' | keyof TaskOrder | 'case'>;

/** What a version 2 context lacks, and what every task begins with. */
export const NOTHING_YET: Unwritten = {
  contactReplies: 0,
  contactLate: false,
  admission: null,
  owned: false,
  provisional: false,
  arbiter: null,
  fallback: null,
  minutes: null,
  returns: [],
  dispatches: 1,
  transfers: 0,
  nominee: null,
  acceptedBySilence: false,
  assignments: [],
  handlers: [],
  formerHandlers: [],
  line: 0,
  onDuty: [],
  timetable: [],
  timetableReason: null,
  progressNotes: 0,
  openNotes: 0,
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
  signedBy: null,
  answerReturns: 0,
  redoCount: 0,
  redoing: false,
  redoReason: null,
  silences: 0,
  verifiedBy: null,
  orphaned: false,
  leadUnit: null,
  assists: [],
  endReason: null,
  ending: null,
};

/** A task that has just been dispatched. */
export function initialTask({ input }: { input: TaskStart }): TaskContext {
  return {
    ...NOTHING_YET,
    // whoever sat at the table does not return what its minute says
    owned: input.origin === 'joint-meeting',
    policy: input.policy,
    case: input.case,
    issue: input.issue,
    origin: input.origin,
    unit: input.unit,
    place: input.place,
    title: input.title,
    instruction: input.instruction,
    part: input.part,
    matter: input.matter,
    limit: input.limit,
    confidential: input.confidential,
    round: input.round,
    contact: input.contact,
    lead: input.lead,
    from: input.from,
    firstUnit: input.unit,
    holdings: [{ unit: input.unit, from: input.at, to: null, why: 'dispatched', note: null }],
  };
}
