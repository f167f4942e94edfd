import { memberContext, PAUSE_ENDING, pauseReasonOf, reasonIn, workContext, type SeenCase } from '#apps/platform';
import type { AbleRow, CaseAsOf, CaseRow, ClockView, Done } from '#libs/cases';
import { formOf, stateLabels, type JsonObject, type Label, type Registered, type Stored } from '#libs/engine';

import type { CaseBody, CaseRowBody, DoneBody } from '../api/case.schema.js';
import { inWords } from './clock.words.js';

/** Registered workflows by name. */
export type Workflows = ReadonlyMap<string, Registered>;

/** A stage with its label; a workflow that no longer runs shows the key. */
export function stageOf(workflows: Workflows, workflow: string, key: string): { key: string; label: Label } {
  return { key, label: workflows.get(workflow)?.workflow.texts.stages[key] ?? { zh: key, en: key } };
}

/** A case in a list. */
export function presentRow(row: CaseRow, workflows: Workflows): CaseRowBody {
  const { id, workflow, version, status, title, unit, category, visibility, createdAt, changedAt, nextDueAt, parent } =
    row;
  const stage = stageOf(workflows, workflow, row.stage);
  return {
    id,
    workflow,
    version,
    status,
    stage,
    title,
    unit,
    category,
    visibility,
    createdAt,
    changedAt,
    nextDueAt,
    parent,
  };
}

/** A case in a list with what the caller may do on it: names of acts, whose forms the case itself has. */
export function presentAbleRow(row: AbleRow, workflows: Workflows): CaseRowBody {
  const acts = workflows.get(row.workflow)?.workflow.acts ?? {};
  const abilities = row.abilities.flatMap((act) => {
    const declared = acts[act];
    return declared === undefined ? [] : [{ act, label: declared.label }];
  });
  return { ...presentRow(row, workflows), abilities };
}

/** A case with everything a page about it needs, as far as the reader is shown it. */
export function presentCase(seen: SeenCase, workflows: Workflows): CaseBody {
  const { view, eyes } = seen;
  const registered = workflows.get(view.workflow);
  return {
    ...presentRow(view, workflows),
    workflowLabel: registered?.workflow.texts.label ?? { zh: view.workflow, en: view.workflow },
    states: view.states.map(({ id, label }) => ({ id, label })),
    clocks: view.clocks.map((clock) => presentClock(clock, seen)),
    abilities: registered === undefined ? [] : view.abilities.flatMap((act) => presentAbility(registered, act)),
    awaits: view.awaits.map(({ state, label, who, acts, clock }) => ({
      state,
      label,
      who,
      acts,
      ...(clock === undefined ? {} : { clock }),
    })),
    children: seen.children.map(({ id, workflow, status, stage, unit }) => ({ id, workflow, status, stage, unit })),
    links: seen.links.map(({ to, relation }) => ({ to, relation })),
    ...(eyes === 'outsider' ? {} : { parties: partiesFor(seen) }),
    ...contextFor(seen, view.context),
    texts: seen.texts,
    policy: view.policy,
    definition: view.definition,
    incidents: eyes === 'staff' ? view.incidents : 0,
  };
}

/**
 * Only staff see which people are related to a case; whoever does the work sees those who let them know; others see units and
 * themselves.
 */
function partiesFor({ view, eyes, ids }: SeenCase): CaseBody['parties'] {
  return view.parties
    .filter(
      (party) =>
        eyes === 'staff' ||
        party.unit !== undefined ||
        (eyes === 'handler' && party.knownToHandler === true) ||
        (party.person !== undefined && ids.includes(party.person)),
    )
    .map(({ relation, person: who, unit }) => ({
      relation,
      ...(who === undefined ? {} : { person: who }),
      ...(unit === undefined ? {} : { unit }),
    }));
}

/** Staff read everything the workflow remembers; whoever does the work reads what the work is. */
function contextFor({ view, eyes, numbers }: SeenCase, context: JsonObject): Pick<CaseBody, 'context'> {
  if (eyes === 'staff') return { context: { ...context, ...numbers } };
  if (eyes !== 'handler' && eyes !== 'member') return {};
  const shown = eyes === 'handler' ? workContext(view.workflow, context) : memberContext(view.workflow, context);
  return shown === null ? {} : { context: { ...shown, ...numbers } };
}

/** Why it stands still: as typed where the reader may read that, else what the case waits for. */
function pauseOf(clock: ClockView, { view, texts }: SeenCase): CaseBody['clocks'][number]['paused'] {
  if (clock.state !== 'paused') return null;
  const ending = view.clocks.find(({ name }) => PAUSE_ENDING.some((one) => one === name));
  const waited = view.awaits.find((wait) => wait.clock !== undefined && wait.clock === ending?.name) ?? view.awaits[0];
  return {
    since: clock.pausedSince,
    why: reasonIn(texts, pauseReasonOf(view.context)) ?? waited?.label ?? clock.label,
    until: ending?.dueAt ?? null,
  };
}

function presentClock(clock: ClockView, seen: SeenCase): CaseBody['clocks'][number] {
  const { name, label, state, dueAt, unconfirmedYears, armedAt } = clock;
  const rungs = clock.rungs.map(({ name: rung, severity, at, fired }) => ({ name: rung, severity, at, fired }));
  return {
    clock: clock.clock,
    name,
    label,
    state,
    dueAt,
    paused: pauseOf(clock, seen),
    unconfirmedYears,
    armedAt,
    rungs,
    explanation: inWords(clock),
  };
}

function presentAbility({ workflow }: Registered, act: string): CaseBody['abilities'] {
  const declared = workflow.acts[act];
  if (declared === undefined) return [];
  const { label, help, confirm } = declared;
  return [{ act, label, help, confirm: confirm ?? false, input: formOf(workflow, { part: 'act', act }) }];
}

/** What came of a command. */
export function presentDone(done: Done, workflow: string, workflows: Workflows): DoneBody {
  const { caseId: id, version, status, repeated, existing, effects } = done;
  const stage = stageOf(workflows, workflow, done.stage);
  return {
    id,
    version,
    status,
    stage,
    repeated,
    existing,
    effects: effects.map(({ kind, name, id: effect }) => ({
      kind,
      name,
      ...(effect === undefined ? {} : { id: effect }),
    })),
  };
}

/** A case as it was after an entry of its journal. */
export function presentAsOf(asOf: CaseAsOf, seen: SeenCase, workflows: Workflows) {
  const { caseId: id, seq, at, stored, acts, awaits } = asOf;
  const registered = workflows.get(seen.view.workflow);
  return {
    id,
    seq,
    at,
    status: stored.status,
    states: registered === undefined ? [] : statesOf(registered, stored),
    acts,
    awaits: awaits.map(({ state, label, who, acts: possible }) => ({ state, label, who, acts: possible })),
    ...contextFor(seen, stored.context),
  };
}

function statesOf(registered: Registered, stored: Stored): { id: string; label: Label }[] {
  return stateLabels(registered, stored).map(({ state, label }) => ({ id: state, label }));
}
