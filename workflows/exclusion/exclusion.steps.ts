import { assertEvent } from 'xstate';

import type { ExclusionOutput } from './contract.js';
import { personOf, type ExclusionContext } from './exclusion.context.js';
import type { ExclusionEvent } from './exclusion.events.js';

type Args = { context: ExclusionContext; event: ExclusionEvent };
type Change = Partial<ExclusionContext>;

export function recordEntry({ event }: Args): Change {
  assertEvent(event, 'entry.read');
  const { place, confidential, handlers } = event.payload;
  return { place, confidential, handlers };
}

export function recordFirst({ event }: Args): Change {
  assertEvent(event, 'approveFirst');
  return { first: { by: personOf(event.by), at: event.at, note: event.input.note ?? null } };
}

export function recordSecond({ event }: Args): Change {
  assertEvent(event, 'approveSecond');
  return { second: { by: personOf(event.by), at: event.at, note: event.input.note ?? null } };
}

export function recordRefusal({ event }: Args): Change {
  assertEvent(event, ['refuseFirst', 'refuseSecond']);
  return { refusal: event.input.reason };
}

export const endAs = (ending: ExclusionOutput['result']) => (): Change => ({ ending });

export const entryToRead = ({ context }: { context: ExclusionContext }) => ({
  entry: context.entry,
  unit: context.unit,
});

export const outcomeToTell = ({ context }: { context: ExclusionContext }) => ({
  person: context.opener,
  unit: context.unit,
  result: context.ending ?? 'refused',
});

export const outputWhenDone = ({ context }: { context: ExclusionContext }): ExclusionOutput => ({
  result: context.ending ?? 'withdrawn',
});
