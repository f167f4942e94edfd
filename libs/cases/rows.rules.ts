import { awaits, type Instant, type Party, type Summary, type WaitingFor } from '#libs/engine';

import { clockRows, nextFiring, type ClockRow } from './clocks.rules.js';
import type { LookupRow, PartyRow, Projection } from './projection.types.js';
import { deskRows, type DeskRow } from './desk.rules.js';
import { stepContext } from './context.rules.js';
import type { CaseRecord, CaseWork, World } from './work.types.js';

/** Rows to be removed and rows to be written. */
export interface Change<Row> {
  removed: Row[];
  written: Row[];
}

export interface ProjectionChange {
  parties: Change<PartyRow>;
  lookups: Change<LookupRow>;
  clocks: Change<ClockRow>;
  /** `null`: the desk stays as it is. */
  desk: DeskRow[] | null;
}

const SYSTEM = { kind: 'system', name: 'projection' } as const;

/** What a case in this state waits for now. */
export function waitingOf(world: World, record: CaseRecord): WaitingFor[] {
  const ctx = stepContext(world, record.stored.policy, { by: SYSTEM, at: record.changedAt });
  return awaits(world.registered(record.workflow), record.stored, ctx);
}

export function partiesOf(world: World, record: CaseRecord): Party[] {
  return world.registered(record.workflow).workflow.parties(record.stored.context);
}

export function summaryOf(world: World, record: CaseRecord): Summary {
  return world.registered(record.workflow).workflow.summary(record.stored.context, record.stored.value);
}

/** Computes the projection of a case from scratch. */
export function project(world: World, record: CaseRecord, summary: Summary): Projection {
  const parties = partiesOf(world, record);
  return {
    parties: unique(parties.map(partyRow)),
    lookups: unique(
      summary.lookups.map(({ key, value, unique: isUnique }) => ({ key, value, isUnique: isUnique ?? false })),
    ),
    clocks: clockRows(record.clocks),
    desk: deskRows({ waiting: waitingOf(world, record), parties, unit: summary.unit, clocks: record.clocks }),
  };
}

/** What a piece of work changes in the projection. */
export function projectionChange(
  world: World,
  { before, now, summary, projection, rewrite }: CaseWork,
): ProjectionChange {
  const after = projection ?? project(world, now, summary);
  const old = before === null || rewrite ? null : project(world, before, summaryOf(world, before));
  return {
    parties: difference(old?.parties ?? [], after.parties),
    lookups: difference(old?.lookups ?? [], after.lookups),
    clocks: replaced(old?.clocks ?? [], after.clocks),
    desk: old !== null && JSON.stringify(old.desk) === JSON.stringify(after.desk) ? null : after.desk,
  };
}

/** Earliest instant at which something of the case fires. */
export function nextDueOf(record: Pick<CaseRecord, 'status' | 'clocks'>): Instant | null {
  return record.status === 'active' ? (nextFiring(record.clocks)?.at ?? null) : null;
}

function partyRow({ relation, person, unit }: Party): PartyRow {
  if (person !== undefined) return { relation, kind: 'person', subject: person };
  return { relation, kind: 'unit', subject: unit ?? '' };
}

function unique<Row>(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function difference<Row>(before: Row[], after: Row[]): Change<Row> {
  const was = new Set(before.map((row) => JSON.stringify(row)));
  const is = new Set(after.map((row) => JSON.stringify(row)));
  return {
    removed: before.filter((row) => !is.has(JSON.stringify(row))),
    written: after.filter((row) => !was.has(JSON.stringify(row))),
  };
}

/** Clocks are written over by their id: only those that are gone are removed. */
function replaced(before: ClockRow[], after: ClockRow[]): Change<ClockRow> {
  const { removed, written } = difference(before, after);
  const kept = new Set(after.map(({ clock }) => clock));
  return { removed: removed.filter(({ clock }) => !kept.has(clock)), written };
}
