import { inOrder } from './chain.rules.js';
import type { PlannedStep } from './chain.schema.js';
import { STEP_STATES, type SignOffContext, type StepState } from './sign-off.context.js';
import { medianOf } from './template.rules.js';
import { missingPapers, type PapersOfSeal } from '../seal/contract.js';

/*
 * Who holds a chain now, since when and until when, what is missing, what is next: derived, never stored. Pure.
 */

/** Whose hand a step is in. `group`: the residents’ task group. `department`: whoever signs. `upper`: the tier that hears an appeal. */
export const HANDS = ['nobody', 'group', 'department', 'upper'] as const;
export type Hand = (typeof HANDS)[number];

/** States of a step on the sheet: `expired` is being renewed. */
export const STEP_LINE_STATES = [...STEP_STATES, 'expired'] as const;

/** What is known of a pending step’s own case. */
export interface PendingSeal {
  step: string;
  /** Case of the seal. */
  case: string;
  /** Innermost active state of its chart, such as `wanting`. */
  state: string;
  /** When it came into this hand, by its last act. */
  since: string;
  /** When the clock that waits for this hand is due; null: it stands still or there is none. */
  dueAt: string | null;
  context: Omit<PapersOfSeal, 'missing'> & {
    missing: { papers: readonly string[]; since: string } | null;
    affixed: number;
    overdue: boolean;
    heldSince: string | null;
    submittedAt: string | null;
  };
}

/** A step as the sheet shows it. */
export interface StepLine {
  id: string;
  name: string;
  kind: PlannedStep['kind'];
  unit: string | null;
  state: (typeof STEP_LINE_STATES)[number];
  hand: Hand;
  /** What the hand is to do; a state of the seal’s chart. */
  doing: string | null;
  since: string;
  dueAt: string | null;
  overdue: boolean;
  /** Case of the seal, while it is pending. */
  case: string | null;
  round: number;
  seals: number;
  affixed: number;
  /** Papers nobody has handed in, or the department still misses. */
  missing: string[];
  /** Steps it waits for. */
  waitsFor: string[];
  number: string | null;
  document: string | null;
  validUntil: string | null;
  days: number | null;
  onCriticalPath: boolean;
}

export interface ChainState {
  steps: StepLine[];
  counts: Record<StepState | 'expired', number>;
  seals: { affixed: number; wanted: number };
  /** Share of the seals that are on, in percent, rounded down: 100 only when all are. */
  percent: number;
  /** Steps that are in somebody’s hand now, the longest waiting first. */
  held: string[];
  /** Steps that can be asked for as soon as one pending step is signed. */
  next: string[];
  /** The longest row of steps still to be signed, by the days they usually take. */
  criticalPath: { steps: string[]; days: number };
}

/** Calendar days a step takes where nothing was learned. */
const USUAL_DAYS = 7;

const HAND_OF: Readonly<Record<string, Hand>> = {
  preparing: 'group',
  wanting: 'group',
  conditional: 'group',
  refused: 'group',
  submitted: 'department',
  held: 'department',
  tabled: 'department',
  confirming: 'department',
  appealed: 'upper',
};

/** Everything the sheet of a chain shows. `usualDays`: what the template learned of a step. */
export function chainState(
  context: Pick<SignOffContext, 'steps' | 'records'>,
  pending: readonly PendingSeal[],
  usualDays: Readonly<Record<string, number | null>> = {},
): ChainState {
  const seals = new Map(pending.map((seal) => [seal.step, seal]));
  const path = criticalPath(context, usualDays);
  const onPath = new Set(path.steps);
  const lines = inOrder(context.steps).map((step) => lineOf(step, { context, seal: seals.get(step.id), onPath }));
  const counts = { waiting: 0, open: 0, signed: 0, refused: 0, dropped: 0, expired: 0 };
  for (const { state } of lines) counts[state] += 1;
  const counted = lines.filter(({ state }) => state !== 'dropped');
  const wanted = counted.reduce((sum, line) => sum + line.seals, 0);
  const affixed = counted.reduce((sum, line) => sum + line.affixed, 0);
  return {
    steps: lines,
    counts,
    seals: { affixed, wanted },
    percent: wanted === 0 ? 0 : Math.floor((affixed * 100) / wanted),
    held: lines
      .filter(({ hand }) => hand !== 'nobody')
      .toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0))
      .map(({ id }) => id),
    next: nextSteps(lines),
    criticalPath: path,
  };
}

function lineOf(
  step: PlannedStep,
  {
    context: { records },
    seal,
    onPath,
  }: { context: Pick<SignOffContext, 'records'>; seal: PendingSeal | undefined; onPath: ReadonlySet<string> },
): StepLine {
  const record = records[step.id];
  const state = record?.state ?? 'waiting';
  const isPending = state === 'open' && seal !== undefined;
  const hand = isPending ? (HAND_OF[seal.state] ?? 'department') : state === 'refused' ? 'group' : 'nobody';
  return {
    id: step.id,
    name: step.name,
    kind: step.kind,
    unit: step.unit,
    state: state !== 'signed' && state !== 'dropped' && (record?.expiries ?? 0) > 0 ? 'expired' : state,
    hand,
    doing: isPending ? seal.state : null,
    since: isPending ? sinceOf(seal) : (record?.since ?? ''),
    dueAt: isPending ? seal.dueAt : null,
    overdue: isPending && seal.context.overdue && hand === 'department',
    case: isPending ? seal.case : null,
    round: record?.round ?? 0,
    seals: step.seals,
    affixed: state === 'signed' ? (record?.signed?.seals ?? step.seals) : isPending ? seal.context.affixed : 0,
    missing: missingOf(step, state, isPending ? seal : undefined),
    waitsFor: state === 'waiting' ? step.needs.filter((need) => !isOver(records[need]?.state)) : [],
    number: record?.signed?.number ?? null,
    document: record?.signed?.document ?? null,
    validUntil: record?.signed?.validUntil ?? null,
    days: record?.signed?.days ?? null,
    onCriticalPath: onPath.has(step.id),
  };
}

const isOver = (state: StepState | undefined): boolean => state === 'signed' || state === 'dropped';

/** A department holds it since it acknowledged it, or since hand-in while it has not. */
function sinceOf({ state, since, context }: PendingSeal): string {
  if (state === 'held') return context.heldSince ?? context.submittedAt ?? since;
  if (state === 'submitted') return context.submittedAt ?? since;
  return state === 'wanting' ? (context.missing?.since ?? since) : since;
}

function missingOf({ papers }: PlannedStep, state: StepState, seal: PendingSeal | undefined): string[] {
  if (seal !== undefined) return missingPapers(seal.context);
  return state === 'waiting' || state === 'open' ? papers : [];
}

/** Waiting steps all of whose open needs are pending now: the next signatures may open them. */
function nextSteps(lines: readonly StepLine[]): string[] {
  const pending = new Set(lines.filter(({ hand }) => hand !== 'nobody').map(({ id }) => id));
  return lines
    .filter(({ waitsFor }) => waitsFor.length > 0 && waitsFor.every((need) => pending.has(need)))
    .map(({ id }) => id);
}

/** The longest row of steps that are still to be signed. */
export function criticalPath(
  { steps, records }: Pick<SignOffContext, 'steps' | 'records'>,
  usualDays: Readonly<Record<string, number | null>>,
): ChainState['criticalPath'] {
  const usual = medianOf(Object.values(usualDays).flatMap((days) => days ?? [])) ?? USUAL_DAYS;
  const best = new Map<string, { days: number; steps: string[] }>();
  let longest: { days: number; steps: string[] } = { days: 0, steps: [] };
  for (const { id, needs } of inOrder(steps)) {
    if (isOver(records[id]?.state)) continue;
    const before = needs
      .flatMap((need) => best.get(need) ?? [])
      .reduce((most, one) => (one.days > most.days ? one : most), { days: 0, steps: [] as string[] });
    // a step takes a day at least, so that a row of more steps is longer
    const row = { days: before.days + Math.max(1, usualDays[id] ?? usual), steps: [...before.steps, id] };
    best.set(id, row);
    if (row.days > longest.days) longest = row;
  }
  return longest;
}
