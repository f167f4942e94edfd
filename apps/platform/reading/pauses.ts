import type { JsonObject, Label } from '#libs/engine';

/** Why a clock stands still, since when, and until when at the latest. */
export interface Pause {
  since: string | null;
  /** As it was typed by whoever asked for it, where the reader may read that; else what is waited for. */
  why: Label;
  /** When it goes on by itself; null: only by an act. */
  until: string | null;
}

/** Clocks that end a pause when they are due: an approved hold, and the time a resident has to say more. */
export const PAUSE_ENDING = ['hold', 'information'] as const;

/** Id of the text in which somebody said why: of an approved hold, or of papers a department asked for. */
export function pauseReasonOf(context: JsonObject): string | null {
  const { kind, reason } = objectOf(context['request']);
  if (kind === 'hold' && typeof reason === 'string') return reason;
  const { note } = objectOf(context['missing']);
  return typeof note === 'string' ? note : null;
}

/** Words of a reason that is readable, in the language it was typed in. */
export function reasonIn(texts: Readonly<Record<string, string | null>>, reason: string | null): Label | null {
  const words = reason === null ? null : (texts[reason] ?? null);
  return words === null ? null : { zh: words, en: words };
}

function objectOf(value: JsonObject[string] | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
