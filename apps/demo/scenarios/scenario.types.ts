import type { Ballots } from '#libs/ballots';
import type { CaseRow, Cases, CaseView, DeskItem } from '#libs/cases';
import type { ErrorCode, PastPromise } from '#libs/contract';
import type { Database } from '#libs/database';
import type { Actor, Instant, JsonObject, Label } from '#libs/engine';
import type { InboxMessage, PublicationRow } from '#libs/notify';

import type { DemoFile } from '../simulation/files.js';
import type { Doer, Someone } from './cast-members.js';

/**
 * A case of a scenario by its part in it: the name it was started under (`issue`), or the newest child of a workflow (`task`,
 * `ballot`), of one unit (`task@heating`), of one named case (`other/task`).
 */
export type CaseName = string;

/** What a step may look at while the scenario runs. */
export interface Here {
  readonly now: Instant;
  /** Id of a case. @throws ScenarioFailed when there is none by this name. */
  id(name: CaseName): Promise<string>;
  view(name: CaseName): Promise<CaseView>;
  /** Active states as dotted paths: `open.course.say.sorting.deciding`. */
  paths(name: CaseName): Promise<string[]>;
  person(who: Someone): string;
  actor(who: Doer): Actor;
  /** The first holders of an office, in a fixed order. */
  members(office: `${string}@${string}`, count: number): string[];
  unit(code: string): string;
  file(kind: DemoFile): string;
  /** Id of the draft measure with a number, of the newest deliberation. */
  measure(number: number): Promise<string>;
  desk(who: Someone): Promise<DeskItem[]>;
  /** What a person may see in lists; `null` stands for a visitor. */
  listed(who: Someone | null): Promise<CaseRow[]>;
  /** Whether a person may open the case (and its journal); `null` stands for a visitor. */
  mayOpen(who: Someone | null, name: CaseName): Promise<boolean>;
  /** Whether the live stream tells the person of changes of the case. */
  isStreamed(who: Someone | null, name: CaseName): Promise<boolean>;
  messages(who: Someone): Promise<InboxMessage[]>;
  /** Everything ever published by or about the case. */
  published(name: CaseName): Promise<PublicationRow[]>;
  /** What was promised in an issue or by a task and is over, kept or broken: from its journal. */
  promises(name: CaseName): Promise<PastPromise[]>;
  /** The body of a text. */
  text(id: string): Promise<string | null>;
}

/** A fixed input, or one that needs what has happened so far. */
export type Input = JsonObject | ((here: Here) => JsonObject | Promise<JsonObject>);

/** An expected "no": the code, and where the chart's guards decide, the guard. */
export interface ExpectedRefusal {
  code: ErrorCode;
  guard?: string;
  input?: Input;
}

/** What somebody does beside the charts: papers of a ballot, positions in a deliberation. Throws when it goes otherwise. */
export interface Doing {
  here: Here;
  /** Whoever does it. */
  person: string;
  /** Id of the case it is done in. */
  caseId: string;
  /** For what many people do at once; whoever does one thing is a step of their own. */
  cases: Cases;
  ballots: Ballots;
  database: Database;
}

/** Until when nothing happens but what is due. */
export type Pause =
  | { until: string }
  | { amount: number; unit: 'minute' | 'hour' | 'day' | 'workingDay'; calendar: 'office' | 'always' }
  | { due: CaseName; clock: string }
  | { due: CaseName; clock: string; rung: string };

/** One line of a scenario. Every act names who does it. `policy`: name of the preset a case starts under. */
export type Step =
  | { kind: 'start'; by: Doer; as: string; workflow: string; input: Input; policy?: string; refused?: ExpectedRefusal }
  | { kind: 'act'; by: Doer; on: CaseName; act: string; input: Input; refused?: ExpectedRefusal }
  | { kind: 'wait'; pause: Pause }
  | {
      kind: 'check';
      says: Label;
      on: CaseName | null;
      test: (here: Here) => Promise<void>;
    }
  | { kind: 'deed'; by: Doer; on: CaseName; says: Label; do: (doing: Doing) => Promise<void> }
  | { kind: 'note'; says: Label };

/** A story the product can live through, step by step, and that fails loudly where it does not. */
export interface Scenario {
  name: string;
  title: Label;
  /** Local time (`2026-03-02 09:00`) at which it begins. */
  begins: string;
  steps: readonly Step[];
}

/** A clock of the case of a step. */
export interface SeenClock {
  name: string;
  label: Label;
  state: 'running' | 'paused' | 'due';
  dueAt: Instant;
}

/** Something that happened by itself: a clock or a rung fired, a child began or ended, another case told something. */
export interface Happening {
  at: Instant;
  caseId: string;
  workflow: string;
  kind: 'clock' | 'rung' | 'childDone' | 'told' | 'started' | 'cancelled';
  says: Label;
}

/** What a step came to, for whoever prints it. */
export interface StepReport {
  /** 1, 2, 3 … */
  number: number;
  kind: Step['kind'];
  /** Instant of the scenario's clock after the step, and the same in the community's local time. */
  at: Instant;
  local: string;
  actor: { id: string; name: string; title: Label; onBehalfOf: string | null } | null;
  /** Name of the case in the scenario. */
  on: CaseName | null;
  caseId: string | null;
  workflow: string | null;
  act: { name: string; label: Label } | null;
  outcome: 'done' | 'refused' | 'waited' | 'holds' | 'note';
  /** Why it was refused, as expected. */
  refusal: { code: ErrorCode; because: Label[] } | null;
  /** What is checked or noted. */
  says: Label | null;
  /** Labels of the active states of the case after the step. */
  states: Label[];
  clocks: SeenClock[];
  happened: Happening[];
}

/** What a whole scenario came to. */
export interface ScenarioReport {
  name: string;
  steps: number;
  acts: number;
  refusals: number;
  cases: { id: string; workflow: string; entries: number }[];
}
