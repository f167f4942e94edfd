import type { Explanation } from '#libs/calendar';
import type {
  Actor,
  Awaits,
  CaseStatus,
  Instant,
  JsonObject,
  Label,
  Party,
  Severity,
  Stored,
  Visibility,
} from '#libs/engine';

/** Several rows and where the next ones start. */
export interface Page<Row> {
  rows: Row[];
  /** `null` at the end. */
  next: string | null;
}

export interface PageQuery {
  /** `next` of the page before. A cursor that was not given out is refused with `cursor.malformed`. */
  cursor?: string;
  /** 1 to 200, default 50. */
  limit?: number;
}

/** Whose eyes: what is not public is shown to those who hold it only. Without it (system use) everything is shown. */
export interface Viewer {
  person?: string;
  /** Every id the person goes by, when records of one person were merged. Default: `person` alone. */
  aliases?: string[];
  /** Units whose internal cases the person may read, each with everything below it; `all` for auditors. */
  units: string[] | 'all';
  /** Units at which the person holds an office of staff: internal cases such a unit is party to are shown. */
  seats?: string[];
  /** Units whose reserved cases the person takes in and sorts, each with everything below it. */
  sorts?: string[];
  /** Roles that let the person see cases of this visibility at or below the units, as long as these wait for the role. */
  awaited?: { role: string; units: string[]; visibility: Exclude<Visibility, 'public'> }[];
  /** Roles by which the person sees any case that waits for exactly this role at exactly this unit. */
  offices?: { role: string; unit: string }[];
  /** Units whose work the person does: cases such a unit is party to are shown, confidential ones too. */
  handles?: string[];
}

/** Which entries of a journal. */
export interface JournalQuery extends PageQuery {
  /** Only entries with a greater number. */
  after?: number;
}

/**
 * Orders of lists. `created`: newest first. `changed`: what was written last comes first. `due`: what is due first comes first; only
 * cases with a running clock are in it.
 */
export const CASE_SORTS = ['created', 'changed', 'due'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

export interface CaseQuery extends PageQuery {
  /** Only these cases. */
  ids?: readonly string[];
  /** One, or any of several. */
  workflow?: string | readonly string[];
  status?: CaseStatus | readonly CaseStatus[];
  stage?: string | readonly string[];
  /** Any of these units, each with everything below it. */
  units?: string[];
  category?: string;
  /** Cases this person, or any of these ids of one person, is a party to; with `relation`, as that. */
  party?: string | readonly string[];
  /** What they are to it; any of several. */
  relation?: string | readonly string[];
  /** Children of a case. */
  parent?: string;
  /** Found by a lookup that the workflow's summary computes. */
  lookup?: { key: string; value: string };
  /** Words in the title; all of them must stand in it. */
  text?: string;
  /** Only cases with a clock due before this instant. */
  dueBefore?: Instant;
  /** Only open cases with a clock that was due before this instant. */
  overdueAt?: Instant;
  /** A state that waits for somebody. */
  state?: string;
  /** Cases that any of these units is a party to. */
  partyUnits?: readonly string[];
  /** Default `created`. A cursor belongs to the order it was given in. */
  sort?: CaseSort;
  viewer?: Viewer;
}

/** A case in a list. */
export interface CaseRow {
  id: string;
  workflow: string;
  version: number;
  status: CaseStatus;
  stage: string;
  /** Body of the title text; `null` without title or when erased. */
  title: string | null;
  unit: string;
  category: string | null;
  visibility: Visibility;
  createdAt: Instant;
  changedAt: Instant;
  /** Next instant at which a clock or one of its rungs fires. */
  nextDueAt: Instant | null;
  parent: string | null;
  realm: string;
}

/** A case in a list, with what somebody may do on it. */
export interface AbleRow extends CaseRow {
  /** Acts the asking actor may do now. */
  abilities: string[];
}

/** A case with everything a page about it needs. */
export interface CaseView extends CaseRow {
  /** State ids that are active, with their labels. */
  states: { id: string; label: Label }[];
  context: JsonObject;
  policy: string;
  definition: number;
  parties: Party[];
  clocks: ClockView[];
  awaits: (Awaits & { state: string; label: Label })[];
  /** Acts the asking actor may do now; without actor, those the chart would take from somebody. */
  abilities: string[];
  children: { id: string; workflow: string; status: CaseStatus; stage: string; unit: string }[];
  links: { to: string; relation: string }[];
  /** Free texts of the case by id; `null` when erased. */
  texts: Record<string, string | null>;
  /** Effects of the case that failed for good and wait for somebody. */
  incidents: number;
}

export interface ClockView {
  clock: string;
  name: string;
  label: Label;
  state: 'running' | 'paused' | 'due';
  /** When it is due; while paused, when it would be due if resumed now. */
  dueAt: Instant;
  /** Since when it stands still; `null` while it runs. */
  pausedSince: Instant | null;
  /** Years the due instant depends on whose holidays nobody has confirmed: it may move when they are. */
  unconfirmedYears: number[];
  armedAt: Instant;
  rungs: { name: string; severity: Severity; at: Instant | null; fired: boolean }[];
}

/** A calendar edit that a running clock has lived through. */
export interface ClockMove {
  seq: number;
  at: Instant;
  before: Instant;
  after: Instant;
  /** Name of the calendar, whose it is, which version, and why it was edited. */
  calendar: string;
  unit: string | null;
  version: number;
  reason: string;
}

/** Why a clock is due when it is. */
export interface ClockExplanation {
  clock: ClockView;
  explanation: Explanation;
  /** The stored calendar it is measured on; `null` where none is stored. */
  measured: { unit: string | null; version: number } | null;
  /** What edits of calendars did to it, in order. */
  moves: ClockMove[];
}

export const ENTRY_KINDS = [
  'started',
  'act',
  'clock',
  'rung',
  'childDone',
  'childFailed',
  'told',
  'cancelled',
  'policyAdopted',
  'dropped',
  'incident',
  'checkpoint',
  'textErased',
  'reprojected',
  'released',
] as const;
/** What a journal entry records. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One entry of a case's journal (台账). Names, texts and files appear as ids only. */
export interface JournalEntry {
  caseId: string;
  /** 1, 2, 3 … without gaps. */
  seq: number;
  at: Instant;
  kind: EntryKind;
  by: Actor;
  body: JsonObject;
  prevHash: string;
  hash: string;
}

/** A case as it was after a journal entry. */
export interface CaseAsOf {
  caseId: string;
  seq: number;
  at: Instant;
  stored: Stored;
  awaits: (Awaits & { state: string; label: Label })[];
  acts: string[];
  parties: Party[];
}

/** A role held at units, as `libs/access` expands it (a unit and everything below it). */
export interface Holding {
  role: string;
  units: string[] | 'all';
}

export interface DeskQuery extends PageQuery {
  person: string;
  /** Other ids the person went by. */
  aliases?: readonly string[];
  /** Units whose work the person does: what waits for such a unit by relation waits for them. */
  handles?: readonly string[];
  holdings: Holding[];
  workflow?: string;
  /** Only what waits in this state. */
  state?: string;
}

/** Something that waits for a person. */
export interface DeskItem {
  caseId: string;
  version: number;
  workflow: string;
  title: string | null;
  unit: string;
  stage: string;
  state: string;
  label: Label;
  acts: string[];
  clock: string | null;
  dueAt: Instant | null;
  since: Instant;
}

/** Trouble that waits for a decision: an effect that failed for good, or a chart that threw. */
export interface Incident {
  id: string;
  caseId: string;
  kind: 'effect' | 'fault';
  /** Name of the effect or of the event. */
  name: string;
  error: string;
  attempts: number;
  since: Instant;
  status: 'open' | 'retried' | 'skipped' | 'resolved';
}

export interface IncidentQuery extends PageQuery {
  caseId?: string;
  status?: Incident['status'];
}

/** Result of replaying a journal through the registered code. */
export interface Rebuilt {
  caseId: string;
  /** What the replay came to, as far as it came; `null` when it did not even begin. */
  stored: Stored | null;
  /** Every entry led to the recorded state, and the last one to the stored state, byte for byte in canonical JSON. */
  same: boolean;
  /** First entry whose recorded state differs from the replayed one. */
  divergesAt: number | null;
  /** Why the replay could not go on: the code refuses or throws where it once did not. */
  problem: string | null;
}

/** One thing that is wrong with a case's records. */
export interface Finding {
  caseId: string;
  code: 'chain' | 'gap' | 'state' | 'text' | 'parties' | 'missing' | 'cut' | 'signature' | 'root' | 'workflow';
  seq?: number;
  message: string;
}
