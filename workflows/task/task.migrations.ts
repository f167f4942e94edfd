import type { Json, JsonObject, Stored } from '#libs/engine';

import { NOTHING_YET } from './task.context.js';

/**
 * From version 2: what was not asked then is not known now. Who has had the task is told by its returns as far as they go. Every
 * state of version 2 is one of version 3, with the same clocks, so a case stands where it stood.
 */
export function fromVersion2(stored: Stored): Stored {
  const { context, value } = stored;
  const unit = textOf(context['unit']);
  const past = { origin: 'issue', matter: null, contact: null, lead: null, from: null, firstUnit: unit };
  const isWithDoer =
    stored.status === 'active' && typeof value === 'object' && ('withDoer' in value || 'verification' in value);
  return {
    ...stored,
    context: { ...toJson(NOTHING_YET), ...past, ...context, holdings: holdingsOf(context, isWithDoer) },
  };
}

/** Holders as the returns tell of them; when each began was not written down, so each begins where the one before ended. */
function holdingsOf(context: JsonObject, isWithDoer: boolean): JsonObject[] {
  const returns = listOf(context['returns']);
  let from = textOf(returns[0]?.['at']);
  const past = returns.map((one) => {
    const holding = { unit: textOf(one['unit']), from, to: textOf(one['at']), why: 'dispatched', note: null };
    from = holding.to;
    return holding;
  });
  if (!isWithDoer) return past;
  const now = { unit: textOf(context['unit']), from, to: null, why: past.length === 0 ? 'dispatched' : 'reassigned' };
  return [...past, { ...now, note: null }];
}

function listOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value)
    ? value.filter((one): one is JsonObject => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function toJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
