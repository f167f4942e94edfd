import type { AnyStateMachine, StateValue } from 'xstate';
import type { z } from 'zod';

/** Plain JSON. Everything the engine stores or emits is JSON: no Date, Map, Error or undefined. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A text in the two languages of the product. */
export interface Label {
  zh: string;
  en: string;
}

/** An instant: ISO 8601 in UTC with milliseconds (`2026-11-21T08:00:00.000Z`), so that text order is time order. */
export type Instant = string;

/**
 * The units of a duration. `workingDay` and `businessHour` follow the calendar's open time, `day` steps by local date,
 * `minute` and `hour` are absolute.
 */
export const DURATION_UNITS = ['minute', 'hour', 'businessHour', 'day', 'workingDay'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** A length of time on a named calendar. `amount` is a positive multiple of one half. */
export interface Duration {
  amount: number;
  unit: DurationUnit;
  /** Name of the calendar that counts it, such as `office` or `always`. */
  calendar: string;
}

/** A fixed end that does not depend on a calendar: a promised date, the hour of a meeting. */
export interface Until {
  until: Instant;
}

export const SEVERITIES = ['remind', 'blue', 'red', 'urge', 'supervise'] as const;
/** How loud a rung is: reminder, blue card, red card at the due instant, written urge (催办), supervision (督办). */
export type Severity = (typeof SEVERITIES)[number];

/** Where a rung stands, relative to the clock's budget or its due instant. */
export type RungPlace =
  | { percent: number }
  | { before: { amount: number; unit: DurationUnit } }
  | { after: { amount: number; unit: DurationUnit } };

/** One step of a clock's ladder: a reminder before the due instant or an escalation at or after it. Each fires once. */
export interface Rung {
  name: string;
  at: RungPlace;
  severity: Severity;
  /** Who is told. */
  audience: Who[];
  /** Event sent to the chart when the rung fires; it must be one of the workflow's `receives`. */
  event?: string;
}

/** What the engine tells the outside about a clock. `clock` is unique in a case, `name` is the chart's delay name. */
export type ClockEffect =
  | { kind: 'arm'; clock: string; name: string; token: string; duration: Duration | Until; rungs: Rung[] }
  | { kind: 'disarm'; clock: string; token: string }
  | { kind: 'pause'; clock: string; token: string }
  | { kind: 'resume'; clock: string; token: string }
  | { kind: 'extend'; clock: string; token: string; by: { amount: number; unit: DurationUnit } }
  /** The pinned policy changed: budget and rungs anew, consumed time and fired rungs kept. */
  | { kind: 'reproject'; clock: string; token: string; duration: Duration | Until; rungs: Rung[] };

export type TellTarget = { parent: true } | { child: string } | { case: string };

/** An instruction to the outside. The durable layer writes all effects of a step in the step's transaction. */
export type Effect =
  | { kind: 'perform'; name: string; payload: JsonObject }
  | ClockEffect
  | { kind: 'startChild'; id: string; token: string; workflow: string; input: JsonObject }
  | { kind: 'cancelChild'; id: string; token: string }
  | { kind: 'tell'; target: TellTarget; event: ToldEvent };

/** An event one case (or an effect handler) sends to another. `type` is one of the receiver's `receives`. */
export interface ToldEvent {
  type: string;
  payload: JsonObject;
}

/** Who did it. Ids only: names never enter a journal. */
export type Actor = { kind: 'person'; person: string; onBehalfOf?: string } | { kind: 'system'; name: string };

/**
 * Who may act, wait or be told. All given parts must hold; a list of `Who` means any of them.
 * `role` is held at the case's unit or a unit above it; with `of`, at the unit that is party to the case as `of`.
 * `relation` is a relation of the person to the case, as computed by the workflow's `parties`.
 */
export interface Who {
  role?: string;
  of?: string;
  relation?: string;
  /** Relations that exclude a person: nobody verifies their own work. */
  not?: string[];
}

/** A person or unit related to the case. Exactly one of `person` and `unit` is set. */
export interface Party {
  relation: string;
  person?: string;
  unit?: string;
  /** Whoever does the work may know who it is. Without it people are known to those who run the case, and to nobody else. */
  knownToHandler?: boolean;
}

/**
 * Who may know of a case. `public`: everybody. `internal`: offices at its unit and above, bodies of residents included. `reserved`:
 * its parties, those who take it in and sort it, and those it waits for. `confidential`: its parties, whoever serves it, and those
 * it waits for by an office of trust.
 */
export const VISIBILITIES = ['public', 'internal', 'reserved', 'confidential'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What a state waits for: `meta.awaits` of a state node. Desks (inboxes) are derived from it. */
export interface Awaits {
  who: Who[];
  acts: string[];
  /** Delay name of the clock that runs meanwhile. */
  clock?: string;
}

/** `meta` of a state node. */
export interface StateMeta {
  label: Label;
  awaits?: Awaits[];
  /** Why this state may wait without a clock. */
  openEnded?: string;
}

/** Something a person (or a device, or another system) does to a case: the only kind of event a client may send. */
export interface ActDefinition<Input extends z.ZodType = z.ZodType> {
  label: Label;
  help: Label;
  input: Input;
  who: Who[];
  /** An irreversible act: pages ask once, in words, before sending it. */
  confirm?: boolean;
}

/** A named condition. `over: 'case'` reads context only and decides abilities; `over: 'input'` also reads the event. */
export interface GuardDefinition {
  over: 'case' | 'input';
  /** Said to the user when this guard is why an act is refused. */
  refusal: Label;
}

/** A durable timer of the chart, named like the delay in `after`. */
export interface ClockDefinition<Context = JsonObject, Policy = JsonObject> {
  label: Label;
  duration: (context: Context, policy: Policy) => Duration | Until;
  rungs?: (context: Context, policy: Policy) => Rung[];
}

/** What another workflow may know of this one. */
export interface Contract<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  workflow: string;
  input: Input;
  output: Output;
}

/** What lists, search and visibility need of a case; written as columns with each step. */
export interface Summary {
  /** Id of the text that is the title. */
  title: string | null;
  /** Unit the case belongs to. */
  unit: string;
  /** Key of the current step for people, labelled in `texts.stages`: `say`, `deliberate`, `act`, `review`… */
  stage: string;
  category?: string;
  visibility: Visibility;
  /** Keys other systems or cases find this one by. A unique key given to `start` again answers with the existing case. */
  lookups: { key: string; value: string; unique?: boolean }[];
}

/**
 * Words of a field of a form: a short label in Chinese and English and, where it is not enough, an explanation and the words of the
 * values that can be chosen.
 */
export type FieldWord = readonly [zh: string, en: string, more?: FieldExplanation];
export interface FieldExplanation {
  help?: readonly [zh: string, en: string];
  /** By value of the choice; of a list of choices, and of a record by choices, too. */
  values?: Readonly<Record<string, readonly [zh: string, en: string]>>;
}
/** By path (`title`, `steps[].unit`, `limits{}.days`) or by an end of it (`unit`): the longest that fits is taken. */
export type FieldWords = Readonly<Record<string, FieldWord>>;

/** Words of every field people fill in. What stands with an act, the start or the policy wins over what stands for everywhere. */
export interface FieldTexts {
  everywhere?: FieldWords;
  /** Of what starts a case; needed only where people start it. */
  start?: FieldWords;
  acts?: Readonly<Record<string, FieldWords>>;
  policy?: FieldWords;
}

/** Words of a workflow in both languages. State labels stand in the chart's `meta.label`. */
export interface WorkflowTexts {
  label: Label;
  description: Label;
  stages: Record<string, Label>;
  relations: Record<string, Label>;
  /** Words of the fields of its forms; only a workflow whose acts, start and policy take nothing needs none. */
  fields?: FieldTexts;
}

/** A complete procedure: one folder, registered by one line. */
/** A field of an input that cannot be as it is. */
export interface Contradiction {
  path: string;
  message: string;
  zh: string;
}

export interface Workflow {
  name: string;
  /** Raised by hand whenever the folder's sources change while cases may live on it. */
  version: number;
  texts: WorkflowTexts;
  contract: Contract;
  machine: AnyStateMachine;
  /** Acts that start a case, by whom; the input is the contract's. Empty: only other cases start it. */
  startedBy: Who[];
  /**
   * Fields of a fitting input that contradict each other or who starts it, as refusals that name them: what is written down wrong is
   * refused, never left out in silence.
   */
  contradictions?: (input: JsonObject, by: Actor) => Contradiction[];
  acts: Record<string, ActDefinition>;
  /** Events told by other cases, answers of effects and rung events, with their payload schemas. */
  receives: Record<string, z.ZodType>;
  guards: Record<string, GuardDefinition>;
  clocks: Record<string, ClockDefinition>;
  effects: Record<string, z.ZodType>;
  /** Contracts of children by the actor name used in the chart. */
  children: Record<string, Contract>;
  policy: { schema: z.ZodType; presets: Record<string, JsonObject>; default: string };
  parties: (context: JsonObject) => Party[];
  summary: (context: JsonObject, value: StateValue) => Summary;
  /** By the version it leads from: turns a state stored by that version into one of the next. */
  migrations?: Record<number, (stored: Stored) => Stored>;
}

/** A running clock of a stored case. Due instants are the durable layer's. */
export interface StoredClock {
  name: string;
  token: string;
  state: 'running' | 'paused';
  /** Its due instant has come and its event was sent; later rungs may still be wanted. */
  due: boolean;
  rungsFired: string[];
}

export interface StoredChild {
  /** Actor name in the chart, which is the child's workflow. */
  workflow: string;
  token: string;
  /** Invoked children end with their state; spawned ones live until stopped or the parent's end. */
  invoked: boolean;
}

/** `cancelled` cases ended through the cancellation event. */
export const CASE_STATUSES = ['active', 'done', 'cancelled'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Everything a case is between two steps. JSON only. */
export interface Stored {
  workflow: string;
  definition: number;
  /** Id of the pinned policy version. */
  policy: string;
  status: CaseStatus;
  value: StateValue;
  context: JsonObject;
  /** Remembered states of history nodes: history node id → state node ids. */
  history: Record<string, string[]>;
  clocks: Record<string, StoredClock>;
  children: Record<string, StoredChild>;
  /** Last token issued; tokens of clocks and children are unique in the case. */
  tokens: number;
  output?: Json;
}

/** What surrounds a step: the instant, its local date on the case's calendar, who acts and the pinned policy. */
export interface StepContext {
  at: Instant;
  /** Local date (`2026-11-21`) of `at` on the case's calendar. */
  on: string;
  by: Actor;
  policy: JsonObject;
}

export interface StartContext extends StepContext {
  caseId: string;
  policyVersion: string;
}

/** What can happen to a stored case. Only `act` comes from clients. */
export type EngineEvent =
  | { kind: 'act'; act: string; input: JsonObject }
  | { kind: 'clock'; clock: string; token: string }
  | { kind: 'rung'; clock: string; token: string; rung: string }
  | { kind: 'childDone'; child: string; token: string; output: Json }
  | { kind: 'childFailed'; child: string; token: string; error: string }
  | { kind: 'told'; event: ToldEvent }
  | { kind: 'cancel'; reason: string }
  | { kind: 'policyAdopted'; policyVersion: string };

/** What happens, and what surrounds it. */
export type StepInput = StepContext & { event: EngineEvent };

export const REFUSAL_CODES = [
  'act.unknown',
  'act.not_allowed',
  'act.guard_refused',
  'act.input_invalid',
  'event.unknown',
  'event.not_expected',
  'case.ended',
  'workflow.not_startable',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** An expected "no", with what is possible instead. Nothing is written. */
export interface Refusal {
  code: RefusalCode;
  /** Acts the chart would take now. */
  allowed: string[];
  /** Guards that said no, with what to tell the user. */
  because: { guard: string; refusal: Label }[];
  /** Problems of the input: path and message. */
  issues?: { path: string; message: string }[];
}

/** What a step came to. `dropped`: an end of an earlier visit (old token); journaled, nothing else. */
export type Outcome =
  | { kind: 'stepped'; stored: Stored; effects: Effect[] }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'dropped'; reason: 'clock.stale' | 'child.stale' | 'rung.stale' | 'case.ended' };

/** The event type a chart handles at its root to be cancelled; it must lead to a final state from everywhere. */
export const CANCELLED_EVENT = 'cancelled';

/**
 * The effect a rung performs. Every installation has a handler for it; no workflow declares it.
 * Payload: `{ clock, name, rung, severity, audience }`.
 */
export const REMIND_EFFECT = 'remind';
