import { assertEvent } from 'xstate';

import type { ChainStep, PlannedStep } from './chain.schema.js';
import { untouched, type SignOffContext, type StepRecord } from './sign-off.context.js';
import type { SignOffEvent } from './sign-off.events.js';

/*
 * What each step writes into the context. Pure: the chart names them, nothing else calls them.
 */

type Args = { context: SignOffContext; event: SignOffEvent };
type Change = Partial<SignOffContext>;

const unplanned = (step: ChainStep): PlannedStep => ({ ...step, upper: null });

/** The records with some of them changed. */
function changing(
  { records }: SignOffContext,
  ids: readonly string[],
  change: (record: StepRecord) => StepRecord,
): Pick<SignOffContext, 'records'> {
  const changed = ids.flatMap((id) => {
    const record = records[id];
    return record === undefined ? [] : [[id, change(record)] as const];
  });
  return { records: { ...records, ...Object.fromEntries(changed) } };
}

/** The registry’s answer: departments by step. A template brings steps the chain did not have. */
export function recordPlan({ context, event }: Args): Change {
  assertEvent(event, 'chain.planned');
  const { template, steps, differences } = event.payload;
  const planned = new Map(steps.map((step) => [step.id, step]));
  const known = new Set(context.steps.map(({ id }) => id));
  const fresh = steps.filter(({ id }) => !known.has(id));
  return {
    steps: [...context.steps.map((step) => planned.get(step.id) ?? step), ...fresh],
    records: { ...context.records, ...Object.fromEntries(fresh.map(({ id }) => [id, untouched(event.at)])) },
    asked: context.asked.filter((id) => !planned.has(id)),
    differences: [...context.differences, ...differences],
    template: template ?? context.template,
    trouble: null,
  };
}

export function recordTrouble({ event }: Args): Change {
  assertEvent(event, 'chain.unplannable');
  return { trouble: event.payload.code, asked: [] };
}

export function countAddition({ context, event }: Args): Change {
  assertEvent(event, 'addSteps');
  const { steps } = event.input;
  const ids = steps.map(({ id }) => id);
  return {
    additions: context.additions + 1,
    steps: [...context.steps, ...steps.map(unplanned)],
    records: { ...context.records, ...Object.fromEntries(ids.map((id) => [id, untouched(event.at)])) },
    asked: [...context.asked, ...ids],
  };
}

export function recordChange({ context, event }: Args): Change {
  assertEvent(event, 'changeStep');
  const { step } = event.input;
  return {
    steps: context.steps.map((one) => (one.id === step.id ? unplanned(step) : one)),
    asked: [...new Set([...context.asked, step.id])],
  };
}

export function recordRemoval({ context, event }: Args): Change {
  assertEvent(event, 'removeSteps');
  const removed = new Set(event.input.steps);
  return {
    steps: context.steps.filter(({ id }) => !removed.has(id)),
    records: Object.fromEntries(Object.entries(context.records).filter(([id]) => !removed.has(id))),
    asked: context.asked.filter((id) => !removed.has(id)),
  };
}

/** The departments are looked up again: each has its own tier above. A step that was asked for begins anew. */
export function recordNaming({ context, event }: Args): Change {
  assertEvent(event, 'nameDepartments');
  const named = new Map(event.input.steps.map(({ step, unit }) => [step, unit]));
  const ids = [...named.keys()];
  return {
    steps: context.steps.map((step) => ({ ...step, unit: named.get(step.id) ?? step.unit })),
    asked: [...new Set([...context.asked, ...ids])],
    ...changing(context, ids, (record) => ({ ...record, state: 'waiting', since: event.at })),
  };
}

export function recordBegin({ event }: Args): Change {
  return { begunAt: event.at };
}

/** What opens now: called by the action that starts the seals, so that both agree. */
export function opened(context: SignOffContext, steps: readonly PlannedStep[], at: string): Change {
  const ids = steps.map(({ id }) => id);
  return changing(context, ids, (record) => ({ ...record, state: 'open', round: record.round + 1, since: at }));
}

export function recordSigned({ context, event }: Args): Change {
  assertEvent(event, 'done.seal');
  const { step, number, document, validUntil, endedAt, days, askings, seals, conditions, bySilence } = event.output;
  const signed = { number, document, validUntil, at: endedAt, days, askings, seals, conditions, bySilence };
  return changing(context, [step], (record) => ({ ...record, state: 'signed', since: event.at, signed }));
}

/** Refused for good, cancelled by somebody, or it could not even start. */
export function recordLost({ context, event }: Args): Change {
  assertEvent(event, ['done.seal', 'failed.seal']);
  const { child } = event;
  const step = context.steps.find(({ id }) => child === `seal-${id}-${String(context.records[id]?.round ?? 0)}`);
  return step === undefined
    ? {}
    : changing(context, [step.id], (record) => ({ ...record, state: 'refused', since: event.at }));
}

export function countReopening({ context, event }: Args): Change {
  assertEvent(event, 'reopenStep');
  return {
    returns: context.returns + 1,
    ...changing(context, [event.input.step], (record) => ({ ...record, state: 'waiting', since: event.at })),
  };
}

export function recordDrop({ context, event }: Args): Change {
  assertEvent(event, 'dropStep');
  return changing(context, [event.input.step], (record) => ({ ...record, state: 'dropped', since: event.at }));
}

/** Signatures whose last day is over have to be renewed. */
export function countExpiry({ context, event }: Args): Change {
  const over = Object.entries(context.records).flatMap(([id, { state, signed }]) =>
    state === 'signed' && signed?.validUntil != null && signed.validUntil < event.on ? [id] : [],
  );
  return changing(context, over, (record) => ({
    ...record,
    state: 'waiting',
    since: event.at,
    signed: null,
    expiries: record.expiries + 1,
  }));
}

export function countSitting({ context, event }: Args): Change {
  assertEvent(event, 'recordSitting');
  const { steps, document } = event.input;
  return { sittings: [...context.sittings, { steps, document, at: event.at }] };
}

export function countReturn({ context }: Args): Change {
  return { returns: context.returns + 1 };
}

export function countWatch({ context }: Args): Change {
  return { watches: context.watches + 1 };
}

export function countSilence({ context }: Args): Change {
  return { silences: context.silences + 1 };
}

export function recordCosts({ event }: Args): Change {
  assertEvent(event, 'cost.opened');
  return { costs: event.payload.case };
}

export function endComplete({ event }: Args): Change {
  return { ending: 'complete', endedAt: event.at };
}

export function endFailed({ event }: Args): Change {
  assertEvent(event, 'giveUpChain');
  return { ending: 'failed', endedAt: event.at, reason: event.input.reason };
}

export function endCancelled({ event }: Args): Change {
  return { ending: 'cancelled', endedAt: event.at };
}
