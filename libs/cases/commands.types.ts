import type { Actor, CaseStatus, Effect, Instant, Party, ToldEvent, Visibility, Who } from '#libs/engine';
import type { RefusalBody } from '#libs/contract';
import type { Tx } from '#libs/database';

/**
 * Names a command once and for all: the same key with the same body answers as before, with another body it is refused.
 * Unique for an actor; kept for 30 days.
 */
export type IdempotencyKey = string;

/** Starts a case. `input` is the input of the workflow's contract, not yet parsed. */
export interface StartCommand {
  workflow: string;
  input: unknown;
  actor: Actor;
  key?: IdempotencyKey;
  /** Unit whose rules hold: the policy in force there is pinned. Without it, the installation's. */
  unit?: string;
  /** Id of the policy version to pin instead of the one in force. */
  policy?: string;
  /** Given by importers that already know it; otherwise a new id. */
  caseId?: string;
}

/** Does an act on a case. `input` is not yet parsed. */
export interface ActCommand {
  caseId: string;
  act: string;
  input: unknown;
  actor: Actor;
  key?: IdempotencyKey;
  /** The version the actor has seen (If-Match). Another version is refused with `case.version_stale`. */
  ifVersion?: number;
}

/** Sends an event that the workflow `receives`: the answer of an effect handler, of another system, of a linked case. */
export interface TellCommand {
  caseId: string;
  event: ToldEvent;
  actor: Actor;
  key?: IdempotencyKey;
}

/** Cancels a case and everything below it. `reason` is stored as a text. */
export interface CancelCommand {
  caseId: string;
  reason: string;
  actor: Actor;
  key?: IdempotencyKey;
  ifVersion?: number;
}

/** Moves one running case to another policy version, which re-measures its clocks. */
export interface AdoptPolicyCommand {
  caseId: string;
  policy: string;
  actor: Actor;
  key?: IdempotencyKey;
}

/** A command on an existing case, as taken by {@link Cases.applyBatch}. */
export type CaseCommand =
  | ({ kind: 'act' } & ActCommand)
  | ({ kind: 'tell' } & TellCommand)
  | ({ kind: 'cancel' } & CancelCommand)
  | ({ kind: 'adoptPolicy' } & AdoptPolicyCommand);

/** What came of a command that was carried out. */
export interface Done {
  ok: true;
  caseId: string;
  /** Version of the case after the command; one more for every command carried out. */
  version: number;
  status: CaseStatus;
  stage: string;
  /** Answered from memory: this key was carried out before. */
  repeated: boolean;
  /** A start found the case by a unique lookup: nothing was written. */
  existing: boolean;
  /** What the command set in motion, without the payloads. */
  effects: EffectSummary[];
}

/** An expected "no". Nothing was written. `problemOf(refusal, language)` of `libs/contract` makes it ready to be sent. */
export interface Refused {
  ok: false;
  refusal: RefusalBody;
}

export type Answer = Done | Refused;

export interface EffectSummary {
  kind: Effect['kind'];
  /** Name of the effect, clock or child workflow. */
  name: string;
  /** Id of the outbox row, the clock or the child case. */
  id?: string;
}

/** Question to the ability hook: may `actor` do this act, whose declaration says `who`? */
export interface AbilityQuestion {
  actor: Actor;
  /** `null` for starting a case. */
  act: string | null;
  workflow: string;
  who: Who[];
  /** `null` for starting a case. */
  caseId: string | null;
  /** Unit of the case; for a start, the unit named by the command or `null`. */
  unit: string | null;
  visibility: Visibility;
  parties: Party[];
}

/**
 * Who may do what, decided by `libs/access`. It is asked inside the act's transaction: whatever it reads it must read
 * through `tx` (on PGlite any other query would wait for ever).
 */
export type AbilityHook = (question: AbilityQuestion, tx: Tx) => boolean | Promise<boolean>;

/** Answers many ability questions of one actor without reading anything more. */
export type AbilityJudge = (question: AbilityQuestion) => boolean;

/** Reads once what it takes to judge what `actor` may do on cases of these units: for pages of many cases. */
export type JudgeHook = (actor: Actor, units: readonly string[], tx: Tx) => Promise<AbilityJudge>;

/** The clock of a world: the database's (default), or a virtual one in a simulation or test. */
export type WorldClock = { kind: 'database' } | { kind: 'virtual'; now: () => Instant };
